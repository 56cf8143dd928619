"""How the span of time on screen moves: at once under a hand, softly to where the session is, within limits.

A ViewBox holds the span. It follows the session's, or leads it where a hand moves it; nothing is painted here.
"""

from pyqtgraph import ViewBox
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.timeline import scale
from explorer.ui import spans, timers
from explorer.ui.session import Session
from explorer.ui.timeline_hands import Glide, Range

_SETTLE_MS = 180
_COAST_LEAST_PX = 8


class Span(ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A ViewBox that only keeps a range: nothing lies in it that would have to follow in every frame."""

    def updateMatrix(self, changed: object = None) -> None:  # as pyqtgraph calls it
        self._matrixNeedsUpdate = False


class Motion(QObject):
    """Moves the span of time of one view."""

    moved = Signal()  # another span is on screen
    held = Signal()  # a hand is about to move it
    rested = Signal()  # neither a hand nor a glide moves it any more

    def __init__(self, view: QWidget, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._extent: Range | None = None  # of all data: asked for in every frame
        self._is_following = False
        self.box = Span(enableMenu=False, defaultPadding=0.0)
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.box.setYRange(0, 1, padding=0)
        self.box.sigXRangeChanged.connect(self._box_moved)
        self.glide = Glide(self)
        self.glide.valueChanged.connect(self._glided)
        self._settle = timers.once(self, _SETTLE_MS, self._settled)
        self.glide.finished.connect(self._settle.start)
        session.viewport_changed.connect(self.follow)

    @property
    def shown(self) -> Range:
        """Give the span of time on screen, which a glide moves before the session's has changed."""
        lo_s, hi_s = self.box.viewRange()[0]
        return float(lo_s), float(hi_s)

    @property
    def wanted(self) -> Range:
        """Give the span of time that the session asks for."""
        lo_s, hi_s = self._session.viewport
        return float(lo_s), float(hi_s)

    @property
    def data(self) -> Range:
        """Give the span of all data, whatever the filter lets through."""
        return self._extent or self.wanted

    @property
    def is_moving(self) -> bool:
        """Tell whether a hand or a glide moves it, or did a moment ago."""
        return self.glide.is_moving or self._settle.isActive()

    def take_limits(self) -> None:
        """Hold zoom between one hour and four times the span of all data, whatever the filter lets through."""
        table = self._session.table
        self._extent = spans.extent(table, table.is_dated)
        lo_s, hi_s = self.data
        wanted_lo_s, wanted_hi_s = self.wanted
        most = max(hi_s - lo_s, 24 * scale.MIN_SPAN_S) * scale.MAX_SPANS
        self._is_following = True  # limits may move the range, and that is no one's wish
        self.box.setLimits(
            xMin=lo_s - most,
            xMax=hi_s + most,
            minXRange=scale.MIN_SPAN_S,
            maxXRange=max(most, wanted_hi_s - wanted_lo_s),
        )
        self._is_following = False

    # The session leads

    def follow(self) -> None:
        """Go where the session's span of time is, unless that is what hands are doing just now."""
        wanted, shown = self.wanted, self.shown
        near = (shown[1] - shown[0]) * 1e-3 + 2
        if self.glide.is_moving and self.glide.target == wanted:
            return
        if abs(wanted[0] - shown[0]) <= near and abs(wanted[1] - shown[1]) <= near:
            return
        if not self._view.isVisible() or not self.glide.start(shown, wanted):
            self.jump(wanted)

    def jump(self, wanted: Range) -> None:
        """Show a span at once, without telling the session of it."""
        self._is_following = True
        self.box.setXRange(*wanted, padding=0)
        self._is_following = False
        self.moved.emit()

    def _glided(self, share: object) -> None:
        if isinstance(share, float):
            self.jump(self.glide.at(share))

    # Hands lead

    def move_by_hand(self, lo_s: float, hi_s: float) -> None:
        """Show a span at once, and tell the session."""
        self.glide.stop()
        self.held.emit()
        self._settle.start()
        self.box.setRange(xRange=scale.clamped(lo_s, hi_s, *self.data), padding=0, disableAutoRange=False)

    def show_span(self, lo_s: float, hi_s: float) -> None:
        """Glide to a span of time."""
        lo_s, hi_s = scale.clamped(lo_s, hi_s, *self.data)
        self._session.show_range(round(lo_s), round(hi_s))

    def coast(self, start: scale.Scale, distance: float) -> None:
        """Let a drag end softly, so many pixels on."""
        if abs(distance) < _COAST_LEAST_PX:
            return
        panned = start.panned(distance)
        lo_s, hi_s = scale.clamped(panned.lo_s, panned.hi_s, *self.data)
        end = float(round(lo_s)), float(round(hi_s))
        if self.glide.start(self.shown, end, coasting=True):
            # The session is told where it ends; the glide is already on its way there.
            self._session.show_range(round(lo_s), round(hi_s))

    def _box_moved(self) -> None:
        self.moved.emit()
        if not self._is_following:
            lo_s, hi_s = self.shown
            self._session.show_range(round(lo_s), round(hi_s))

    def _settled(self) -> None:
        if not self.glide.is_moving:
            self.rested.emit()
