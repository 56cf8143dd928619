"""Fields of an event that are edited where they are read: words that become an editor when they are clicked.

`reading` says what typed words mean (no Qt), `base` holds the widgets, `completing` offers known names, and
`event` ties the fields of an event to the session.
"""
