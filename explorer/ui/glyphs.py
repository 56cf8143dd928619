"""The signs of the window: a kind's shape in its family's colour, and the few drawn icons. No data, no layout."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from explorer import resources
from explorer.paint.theme import Theme
from explorer.ui import style

_ROUNDED = 1.0


def _ring(centre: QPointF, radius: float, corners: int, turn: float) -> QPolygonF:
    angles = (turn + 2 * math.pi * at / corners for at in range(corners))
    return QPolygonF([centre + QPointF(math.cos(angle), math.sin(angle)) * radius for angle in angles])


def draw(painter: QPainter, shape: str, centre: QPointF, radius: float) -> None:
    """Draw a shape with the painter's pen and brush; all shapes weigh the same to the eye."""
    match shape:
        case "square":
            side = radius * 0.89
            box = QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side)
            painter.drawRoundedRect(box, _ROUNDED, _ROUNDED)
        case "diamond":
            painter.drawPolygon(_ring(centre, radius * 1.2, 4, 0.0))
        case "triangle":
            painter.drawPolygon(_ring(centre + QPointF(0, radius * 0.2), radius * 1.25, 3, -math.pi / 2))
        case "inverted":
            painter.drawPolygon(_ring(centre - QPointF(0, radius * 0.2), radius * 1.25, 3, math.pi / 2))
        case "hexagon":
            painter.drawPolygon(_ring(centre, radius * 1.1, 6, 0.0))
        case "cross":
            arm, half = radius * 1.05, radius * 0.4
            painter.drawRect(QRectF(centre.x() - arm, centre.y() - half, 2 * arm, 2 * half))
            painter.drawRect(QRectF(centre.x() - half, centre.y() - arm, 2 * half, 2 * arm))
        case _:
            painter.drawEllipse(centre, radius, radius)


def paint(painter: QPainter, theme: Theme, kind: str, centre: QPointF, radius: float) -> None:
    """Paint the sign of a kind."""
    known = resources.kinds().get(kind)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.kind_colour(theme, kind))
    draw(painter, known.shape if known else "circle", centre, radius)


def _canvas(size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def kind_pixmap(theme: Theme, kind: str, size: int = 14, scale: float = 2.0) -> QPixmap:
    """Give the sign of a kind as a picture, `size` logical pixels wide."""
    pixmap = _canvas(size, scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, theme, kind, QPointF(size / 2, size / 2), size * 0.32)
    painter.end()
    return pixmap


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """Draw one of the icons of `resources/icons` in a colour."""
    # QtSvg is loaded only when the first icon is asked for, so that a program without icons starts sooner.
    from PySide6.QtSvg import QSvgRenderer

    drawing = resources.text(f"icons/{name}.svg").replace("currentColor", colour.name())
    pixmap = _canvas(size, 2.0)
    painter = QPainter(pixmap)
    QSvgRenderer(drawing.encode()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QIcon(pixmap)
