"""Who says so, on a page: the statements in columns of about one height, as many as there is room for."""

from collections.abc import Sequence

from explorer.paint import references
from explorer.paint.flow import LITTLE, Block, Flow, pages_of
from explorer.paint.parts import Parts
from explorer.paint.references import References

_FEW = 6  # statements that need no columns


class Sources:
    """Places the statements of one picture; `room` is the width of its pages."""

    def __init__(self, parts: Parts, said: References, room: float) -> None:
        self.parts, self.said = parts, said
        count, size = _count(said), parts.size
        self.columns = 1 if count <= _FEW or room < 60 * size else 3 if room > 130 * size else 2
        self.gap = 34 * parts.px
        self.room = (room - self.gap * (self.columns - 1)) / self.columns

    def height(self) -> float:
        """Give how high all of it is, with its heading; 0 for nothing."""
        if not self.said.sources:
            return 0.0
        return columns_height(self._blocks(self.said), self.columns) + 48 * self.parts.px

    def place(self, flow: Flow, limit: float | None, unlisted: int) -> int:
        """List who says so, in a height if one is given; give how many are not listed, with those before."""
        if not self.said.sources:
            return unlisted
        flow.space(18 * self.parts.px)
        heading = self.parts.heading(self.parts.words("who"))
        if limit is None and flow.room < heading.height * 5:
            flow.turn()
        if limit is not None:
            listed, blocks = self._fitting(limit - heading.height - 50 * self.parts.px)
            unlisted += _count(self.said) - listed
            if not listed:
                return unlisted
        else:
            blocks = self._paged(flow, heading.height + 3 * self.parts.px)
        flow.add(heading)
        flow.space(3 * self.parts.px)
        flow.add_columns(blocks, self.columns, self.gap)
        if unlisted:
            flow.space(5 * self.parts.px)
            flow.add(self.parts.left_out(unlisted))
        return unlisted

    def _blocks(self, said: References, *, is_close: bool = False) -> list[Block]:
        return self.parts.sources(said, self.room, is_close=is_close)

    def _paged(self, flow: Flow, beside: float) -> list[Block]:
        """Set all statements, smaller where that saves a page with little on it."""
        blocks = self._blocks(self.said)
        room = flow.room - beside
        count, last = pages_of(blocks, self.columns, room, flow.next_room)
        if count == 1 or last > LITTLE * flow.next_room:
            return blocks
        close = self._blocks(self.said, is_close=True)
        return close if pages_of(close, self.columns, room, flow.next_room)[0] < count else blocks

    def _fitting(self, height: float) -> tuple[int, list[Block]]:
        """Set the first statements that fit in a height, smaller if not all do; give how many they are."""
        for is_close in (False, True):
            blocks = self._blocks(self.said, is_close=is_close)
            if columns_height(blocks, self.columns) <= height:
                return _count(self.said), blocks
        low, high = 0, _count(self.said)
        while low < high:
            middle = (low + high + 1) // 2
            blocks = self._blocks(references.first(self.said, middle), is_close=True)
            if columns_height(blocks, self.columns) <= height:
                low = middle
            else:
                high = middle - 1
        return low, self._blocks(references.first(self.said, low), is_close=True)


def _count(said: References) -> int:
    return sum(len(source.statements) for source in said.sources)


def columns_height(blocks: Sequence[Block], columns: int) -> float:
    """Give how high blocks are in so many columns of about one height."""
    flow = Flow(0, 0, 1, None, 0)
    flow.add_columns(blocks, columns, 0)
    return flow.y
