"""One value of a facet: a check box that paints itself, with sign, name, bar and count, and its menu.

It never changes its own state; the session does, and the row follows.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QSizePolicy, QWidget

from explorer.model.query import Facet
from explorer.paint.theme import Theme
from explorer.ui import glyphs, style, words
from explorer.ui.actions import DEEDS
from explorer.ui.overrides import guarded

_OF_VALUES = {  # what can be done with one value of a facet, beside filtering: a deed's name and its words
    Facet.SOURCE: (("remove_article", DEEDS["remove_article"].text),),
    Facet.TAG: (("rename_tag", "Rename the tag…"), ("remove_tag", "Take the tag off all events")),
}
_ROW_PX = 20
SIDE_PX = 16
_BAR_PX = 44
_LEAST_BAR_PX = 22  # shorter ones tell nothing
_FULL_PX = 226  # below this width the bars give their room to the names
_COUNT_PX = 26  # of three digits, and what parts them from the bar
_GAP_PX = 6.0


def bar_place(right: float, count_px: float, width: float, grown: float) -> tuple[float, float]:
    """Give from where a bar before a count may go, and how far; long counts take its room before the name's."""
    count_px = max(count_px, _COUNT_PX * grown)
    room = (_BAR_PX + _COUNT_PX) * grown - count_px - max(_FULL_PX * grown - width, 0.0)
    bar_px = room if room >= _LEAST_BAR_PX * grown else 0.0
    return right - count_px - bar_px, bar_px


class Row(QCheckBox):
    """One value of a facet."""

    toggle_asked = Signal(str, bool)  # the value, and whether to exclude it
    deed_asked = Signal(str, str)  # what to do with a value, and the value

    def __init__(self, facet: Facet, value: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._facet = facet
        self._theme = theme
        self._count = 0
        self._share = 0.0
        self._digits = ""
        self.is_excluded = False
        self.setFixedHeight(style.px(_ROW_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    @property
    def count(self) -> int:
        """Give the number of events that is shown."""
        return self._count

    def show_state(
        self, count: int, share: float, *, is_ticked: bool, is_excluded: bool, digits: str = "000"
    ) -> None:
        """Show how many events the value has and whether it is ticked or excluded; `share` fills the bar.

        `digits` has the width of the longest count beside which this one stands.
        """
        self._count, self._share, self.is_excluded, self._digits = count, share, is_excluded, digits
        self.setChecked(is_ticked)
        said = f"{self.text()}: {words.count(count, 'event')}"
        self.setAccessibleName(f"{said}, excluded" if is_excluded else said)
        self.setToolTip(style.plain_tip(f"{said}. Click to tick, Ctrl+click to exclude."))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, and the height where text has another size."""
        self._theme = theme
        self.setFixedHeight(style.px(_ROW_PX))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def hitButton(self, pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """Stay as it is: the session decides, and tells."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        tick = menu.addAction("Untick" if self.isChecked() else "Tick")
        exclude = menu.addAction("Do not exclude" if self.is_excluded else "Exclude")
        menu.addSeparator()
        deeds = {menu.addAction(text): deed for deed, text in _OF_VALUES.get(self._facet, ())}
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen in deeds:
            self.deed_asked.emit(deeds[chosen], self.value)
        elif chosen is tick or chosen is exclude:
            self.toggle_asked.emit(self.value, chosen is exclude)

    def _ask(self) -> None:
        keys = QApplication.keyboardModifiers()
        excluding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        self.toggle_asked.emit(self.value, bool(keys & excluding))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        theme, middle = self._theme, self.height() / 2
        if self.underMouse():
            painter.fillRect(self.rect(), style.colour(theme, "band"))
        grown = style.factor(theme)
        self._paint_box(painter, QPointF(SIDE_PX, middle - 6 * grown), grown)
        left = SIDE_PX + 20 * grown
        if self._facet is Facet.KIND:
            glyphs.paint(painter, theme, self.value, QPointF(SIDE_PX + 23 * grown, middle), 4.5 * grown)
            left = SIDE_PX + 34 * grown
        right = self.width() - 12.0
        small = style.ui_font(theme, style.SMALL_PX)
        count_px = QFontMetricsF(small).horizontalAdvance(self._digits) + _GAP_PX
        bar_left, bar_px = bar_place(right, count_px, self.width(), grown)
        is_faint = self._count == 0 and not self.isChecked()
        painter.setPen(style.colour(theme, "muted" if is_faint else "ink"))
        painter.setFont(style.ui_font(theme))
        room = bar_left - 8 - left
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, room, self.height()), middle_left, name)
        if self.is_excluded:
            width = painter.fontMetrics().horizontalAdvance(name)
            painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        bar = style.colour(theme, "muted")
        bar.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        if self._count and bar_px:
            painter.drawRoundedRect(QRectF(bar_left, middle - 2.5, max(2.0, bar_px * self._share), 5), 2, 2)
        painter.setPen(style.colour(theme, "muted"))
        painter.setFont(small)
        middle_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(
            QRectF(right - 60 * grown, 0, 60 * grown, self.height()), middle_right, f"{self._count:,}"
        )
        if self.hasFocus():
            painter.setPen(QPen(style.colour(theme, "focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6.5, 0.5, -4.5, -0.5), 4, 4)

    def _paint_box(self, painter: QPainter, corner: QPointF, grown: float) -> None:
        """Paint the box whose sides are 12 px long where text has its usual size."""
        theme, box = self._theme, QRectF(0, 0, 12, 12)
        painter.save()
        painter.translate(corner)
        painter.scale(grown, grown)
        is_on = self.isChecked()
        painter.setPen(QPen(style.colour(theme, "accent" if is_on else "muted"), 0.9))
        painter.setBrush(style.colour(theme, "accent" if is_on else "ground"))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            painter.setPen(QPen(style.colour(theme, "on_accent"), 1.7))
            painter.drawPolyline([QPointF(*at) for at in ((3, 6.2), (5.2, 8.6), (9.2, 3.6))])
        elif self.is_excluded:
            painter.setPen(QPen(style.colour(theme, "warning"), 1.7))
            painter.drawLine(QPointF(3, 6), QPointF(9, 6))
        painter.restore()
