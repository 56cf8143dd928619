"""Who says so, on a page: the statements in columns of about one height, as many as there is room for."""

from collections.abc import Sequence

from explorer.paint import references
from explorer.paint.flow import Block, Flow
from explorer.paint.parts import Parts
from explorer.paint.references import References

_FEW = 6  # statements that need no columns


class Sources:
    """Places the statements of one picture; `room` is the width of its pages."""

    def __init__(self, parts: Parts, said: References, room: float) -> None:
        self.parts, self.said = parts, said
        count, size = sum(len(source.statements) for source in said.sources), parts.size
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
        listed = self.said
        if limit is not None:
            listed, missed = self._fitting(limit - heading.height - 44 * self.parts.px)
            unlisted += missed
            if not listed.sources:
                return unlisted
        flow.add(heading)
        flow.space(3 * self.parts.px)
        flow.add_columns(self._blocks(listed), self.columns, self.gap)
        if unlisted:
            flow.add(self.parts.left_out(unlisted))
        return unlisted

    def _blocks(self, said: References) -> list[Block]:
        return self.parts.sources(said, self.room)

    def _fitting(self, height: float) -> tuple[References, int]:
        """Give the first statements that fit in a height, and how many are missed."""
        if columns_height(self._blocks(self.said), self.columns) <= height:
            return self.said, 0
        count = sum(len(source.statements) for source in self.said.sources)
        low, high = 0, count
        while low < high:
            middle = (low + high + 1) // 2
            if columns_height(self._blocks(references.first(self.said, middle)), self.columns) <= height:
                low = middle
            else:
                high = middle - 1
        return references.first(self.said, low), count - low


def columns_height(blocks: Sequence[Block], columns: int) -> float:
    """Give how high blocks are in so many columns of about one height."""
    flow = Flow(0, 0, 1, None, 0)
    flow.add_columns(blocks, columns, 0)
    return flow.y
