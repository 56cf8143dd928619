"""The signs of the window: a kind's shape in its family's colour, and the few drawn icons."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from explorer import resources
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
