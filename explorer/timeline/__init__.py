"""Where everything of a timeline goes: pure layout with numpy, no Qt.

`lanes.deal` sorts the filtered events into lanes, once per filter. `layout.layout` turns them, for one
viewport, into a `scene.Scene`: marks with rectangles, labels that never overlap, "+n" where it is too full,
axis, measures and tray. The same Scene is painted on the screen, into a picture, and asked what lies under
the pointer.
"""
