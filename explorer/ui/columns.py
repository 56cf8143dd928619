"""The three columns of the work area, and how wide they are by themselves and by a person's hand.

By themselves the sides give way, so that the timeline is always the largest part, however large the text and
small the window; a side that was dragged keeps its width while the timeline keeps its least.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from explorer.ui import style

LEAST_FACETS_PX, LEAST_SIDE_PX, LEAST_MIDDLE_PX = 180, 240, 380
_FACETS_PX, _SIDE_PX = 232, 480
_NAMES_PX = 204  # of the facets, where no name of a kind is cut
_WIDE_SIDE_PX = 760  # of two texts beside each other
_BOTH_SHARE, _ONE_SHARE = 0.5, 0.42  # of the width, that the sides may take by themselves
_FACETS, _MIDDLE, _SIDE = range(3)


@dataclass(frozen=True, slots=True)
class Wish:
    """How wide a person dragged the sides, in pixels; 0 for one that was never dragged.

    `of` is how wide all three columns were then: in a narrower window they give way together.
    """

    facets: int = 0
    side: int = 0
    of: int = 0

    def within(self, width: int) -> "Wish":
        """Give the wish for columns of another width."""
        if width >= self.of:
            return self
        return replace(self, facets=self.facets * width // self.of, side=self.side * width // self.of)


def is_slim(width: int, factor: float) -> bool:
    """Tell whether only one side has room beside the timeline as the largest part, with text so much larger."""
    return width * _BOTH_SHARE < (LEAST_FACETS_PX + LEAST_SIDE_PX) * factor


def suited(
    width: int, factor: float, wish: Wish, *, has_facets: bool = True, has_side: bool = True
) -> tuple[int, int, int]:
    """Give the widths of facets, timeline and side, 0 for one that is not shown.

    What was not dragged takes no more than its share: the facets give way first as far as their names stay
    whole, then the side, then the facets again. What was dragged stays, as far as the timeline keeps its least.
    """
    wish, share = wish.within(width), _BOTH_SHARE if has_facets and has_side else _ONE_SHARE
    least_facets, least_side = LEAST_FACETS_PX * factor, LEAST_SIDE_PX * factor
    facets = max(wish.facets or _FACETS_PX * factor, least_facets) if has_facets else 0.0
    side = max(wish.side or _SIDE_PX * factor, least_side) if has_side else 0.0
    room = width * share

    def surplus(least: float, now: float, room: float) -> float:
        return min(max(facets + side - room, 0.0), max(now - least, 0.0))

    if not wish.facets:
        facets -= surplus(_NAMES_PX * factor, facets, room)
    if not wish.side:
        side -= surplus(least_side, side, room)
    if not wish.facets:
        facets -= surplus(least_facets, facets, room)
    side -= surplus(least_side, side, width - LEAST_MIDDLE_PX)
    facets -= surplus(least_facets, facets, width - LEAST_MIDDLE_PX)
    widths = round(facets), round(side)
    return widths[0], width - sum(widths), widths[1]


class Columns(QSplitter):
    """Facets, what is shown in the middle, and article and details at the side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.wish = Wish()
        self._is_wide = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._remember)

    def hold(self, facets: QWidget, middle: QWidget, side: QWidget) -> None:
        """Take the three panes, from the left."""
        self._facets, self._middle, self._side = facets, middle, side
        for pane in (facets, middle, side):
            self.addWidget(pane)
        for at, stretch in enumerate((0, 1, 0)):
            self.setStretchFactor(at, stretch)
        for at in (_MIDDLE, _SIDE):
            handle = self.handle(at)
            handle.setToolTip("Drag to make this wider or narrower; double-click for its usual width")
            handle.installEventFilter(self)
        self.take_least()

    @property
    def is_slim(self) -> bool:
        """Tell whether only one of the sides has room beside the timeline."""
        return is_slim(self.width(), style.grown())

    def take_least(self) -> None:
        """Let no side become smaller than its words need."""
        self._facets.setMinimumWidth(style.px(LEAST_FACETS_PX))
        self._middle.setMinimumWidth(LEAST_MIDDLE_PX)
        self._side.setMinimumWidth(style.px(LEAST_SIDE_PX))

    def fit(self) -> None:
        """Give every column that is shown the width that suits it."""
        wish = self.wish
        if self._is_wide:
            wish = wish.within(self.width())
            wish = replace(wish, side=max(style.px(_WIDE_SIDE_PX), wish.side), of=0)
        has_facets, has_side = not self._facets.isHidden(), not self._side.isHidden()
        widths = suited(self.width(), style.grown(), wish, has_facets=has_facets, has_side=has_side)
        self.setSizes(list(widths))

    def show_wide(self, is_wide: bool) -> None:
        """Give the side the room of two texts, or take it back."""
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self.fit()

    def restore(self, sides: list[int]) -> None:
        """Take the widths that a person gave the sides when the program ran last."""
        self.wish = Wish(*sides) if len(sides) == 3 and min(sides) >= 0 else Wish()

    def dragged(self) -> list[int]:
        """Give the widths that a person gave the sides, and of how much, for the settings."""
        return [self.wish.facets, self.wish.side, self.wish.of]

    def _remember(self, _position: int, handle: int) -> None:
        """Keep a width that was dragged; room for two texts is nobody's lasting wish."""
        sizes = self.sizes()
        known = self.wish.within(self.width())
        if handle == _MIDDLE:
            self.wish = replace(known, facets=sizes[_FACETS], of=self.width())
        elif not self._is_wide:
            self.wish = replace(known, side=sizes[_SIDE], of=self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget the width of a side whose edge is double-clicked."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            is_facets = watched is self.handle(_MIDDLE)
            self.wish = replace(self.wish, facets=0) if is_facets else replace(self.wish, side=0)
            self.fit()
            return True
        return super().eventFilter(watched, event)
