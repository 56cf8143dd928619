"""English: its patterns, and the guards that tell what only looks like a date.

It turns words into specs, and must not know what day they mean. Other languages borrow its figures, its
holidays and the ways to read what was captured, so it must not know them.
"""
