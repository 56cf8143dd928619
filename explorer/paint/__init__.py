"""Scene → pixels, SVG and pages: themes, fonts, the painter and the picture that is exported.

Everything is drawn through `canvas.Canvas`, so that the window, a PNG, a PDF and an SVG show the same marks.
"""
