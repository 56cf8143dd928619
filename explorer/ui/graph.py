"""The parts of pyqtgraph that the timeline stands on, and the one place that loads it.

The package loads all of itself with any of them; what it copies of Qt meanwhile is spared.
"""

from explorer.ui import quick

with quick.spared_copies():
    from pyqtgraph import GraphicsObject, GraphicsView, ViewBox

__all__ = ["GraphicsObject", "GraphicsView", "ViewBox"]
