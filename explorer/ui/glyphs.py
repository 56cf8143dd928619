"""The signs of the window: a kind's shape in its family's colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from explorer.paint import signs
from explorer.paint.theme import Theme
from explorer.ui import style


def paint(painter: QPainter, theme: Theme, kind: str, centre: QPointF, radius: float) -> None:
    """Paint the sign of a kind."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.kind_colour(theme, kind))
    corners = signs.outline(signs.shape_of(kind))
    if corners is None:
        painter.drawEllipse(centre, radius, radius)
    else:
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * radius for x, y in corners]))


def kind_pixmap(theme: Theme, kind: str, size: int = 14, scale: float = 2.0) -> QPixmap:
    """Give the sign of a kind as a picture, `size` logical pixels wide."""
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, theme, kind, QPointF(size / 2, size / 2), size * 0.32)
    painter.end()
    return pixmap
