"""The window: everything a person sees and touches, over one mutable object, `session.Session`.

A view listens to the narrow signals of the session and asks it for deeds; views never call each other and
keep no copy of what the session holds. `actions` declares every deed once, `jobs` runs long work, `app`
puts the parts together. Nothing here computes what a room below can compute.
"""

import PySide6.QtCore  # noqa: F401  # before its step in every import is taken away

from explorer.ui import quick

quick.spare_sources()
