"""The ghost on the timeline: where an event would lie with the date that is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.model.when import When
from explorer.paint.theme import Theme
from explorer.timeline.scene import Scene
from explorer.ui import style, words

_HALF_PX = 7.0
_LEAST_PX = 9.0
_EDGE_PX = 14.0
_PLATE_PX = 20.0


def paint(painter: QPainter, theme: Theme, scene: Scene, event_id: str, when: When) -> None:
    """Paint a dashed mark as wide as the date, in the row of the event; out of view, an arrow at the edge."""
    left, right = scene.metrics.header, scene.width
    y = _row(scene.boxes_of(event_id), scene)
    x0 = max(scene.scale.x(float(when.lo_s)), left - 40.0)
    x1 = min(scene.scale.x(float(when.hi_s)), right + 40.0)
    said = words.when(when)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.ui_font(theme, style.SMALL_PX, bold=True))
    width = painter.fontMetrics().horizontalAdvance(said)
    painter.setClipRect(QRectF(left, scene.top, right - left, scene.bottom - scene.top))
    if x1 < left or x0 > right:
        is_before = x1 < left
        text = f"← {said}" if is_before else f"{said} →"
        width = painter.fontMetrics().horizontalAdvance(text)
        say(painter, theme, text, left + 10 if is_before else right - width - _EDGE_PX, y, width)
    else:
        middle = (x0 + x1) / 2
        grown = style.factor(theme)
        half, high = max(x1 - x0, _LEAST_PX * grown) / 2, _HALF_PX * grown
        box = QRectF(middle - half, y - high, 2 * half, 2 * high)
        tint = QColor(theme.accent)
        tint.setAlphaF(0.22)
        painter.setPen(QPen(QColor(theme.accent), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 4, 4)
        painter.drawLine(QPointF(middle, scene.top), QPointF(middle, box.top()))
        plate = _PLATE_PX * grown
        above = y - plate if y - plate - high > scene.top else y + plate
        at = min(max(middle - width / 2, left + 6), right - width - _EDGE_PX)
        say(painter, theme, said, at, above, width)
    painter.restore()


def _row(boxes: Sequence[tuple[float, float, float]], scene: Scene) -> float:
    """Give the height of the event's mark where it is on screen, else the middle of the lanes."""
    seen = [y for _, _, y in boxes if scene.top <= y <= scene.bottom]
    return seen[0] if seen else (scene.top + scene.bottom) / 2


def say(painter: QPainter, theme: Theme, text: str, x: float, y: float, width: float) -> None:
    """Write on a plate of its own, because other labels may stand here."""
    high = 9 * style.factor(theme)
    plate = QRectF(x - 4, y - high, width + 8, 2 * high)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(QColor(theme.ground))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor(theme.ink))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
