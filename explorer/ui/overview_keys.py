"""The window of the overview by keys: what each of them makes of the span it shows. Nothing is drawn."""

from PySide6.QtCore import Qt

from explorer.timeline.scale import MIN_SPAN_S
from explorer.ui.spans import Span

_STEP = 0.1  # of the window, for one press
_ZOOM = 1.5
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down)  # as a slider has it
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Up)


def moved(key: int, modifiers: Qt.KeyboardModifier, shown: Span, whole: Span) -> Span | None:
    """Give the span that a key shows next, in seconds; None for a key that does nothing here.

    Arrows move the window, with Shift its right edge and with Control its left; a page is its own length; Home
    and End are the ends of `whole`; plus and minus zoom around the middle.
    """
    lo_s, hi_s = shown
    length = hi_s - lo_s
    step = round(length * _STEP)
    if key in (*_BACK, *_ON):
        by = step if key in _ON else -step
        if modifiers & _SHIFT:
            return lo_s, max(hi_s + by, lo_s + round(MIN_SPAN_S))
        if modifiers & _CONTROL:
            return min(lo_s + by, hi_s - round(MIN_SPAN_S)), hi_s
        return lo_s + by, hi_s + by
    match key:
        case Qt.Key.Key_PageUp:
            return lo_s - length, lo_s
        case Qt.Key.Key_PageDown:
            return hi_s, hi_s + length
        case Qt.Key.Key_Home:
            return whole[0], whole[0] + length
        case Qt.Key.Key_End:
            return whole[1] - length, whole[1]
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            return _zoomed(lo_s, hi_s, 1 / _ZOOM)
        case Qt.Key.Key_Minus:
            return _zoomed(lo_s, hi_s, _ZOOM)
        case _:
            return None


def _zoomed(lo_s: int, hi_s: int, factor: float) -> Span:
    middle, half = (lo_s + hi_s) / 2, (hi_s - lo_s) / 2 * factor
    return round(middle - half), round(middle + half)
