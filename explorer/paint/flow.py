"""`Flow`: blocks under one another, on one page as high as need be or on many of one height; it draws none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from explorer.paint.canvas import Canvas
from explorer.timeline.breaking import pieces_of
from explorer.timeline.ticks import TextWidth, elided

_SPACES = re.compile("[ \t\r\n]+")  # a space that does not break is kept
LITTLE = 0.34  # of a page: a last one with less on it is a waste of paper
Draw = Callable[[Canvas, float, float], None]  # canvas, x, y of the upper left corner


@dataclass(frozen=True, slots=True)
class Block:
    """Something to draw in one piece; `is_heading` keeps it with what follows.

    Where it is the first of a column, `again` stands above it: the heading that it belongs to.
    """

    height: float
    draw: Draw
    is_heading: bool = False
    again: "Block | None" = None

    @property
    def first_height(self) -> float:
        """Give its height as the first of a column."""
        return self.height + (self.again.height if self.again else 0.0)


@dataclass(slots=True)
class Flow:
    """Places blocks between the margins of pages. A `page_height` of None is one page without an end.

    Pages but the first begin at `next_top`, below their title.
    """

    left: float
    top: float
    width: float
    page_height: float | None
    foot: float
    next_top: float = 0.0
    pages: list[list[tuple[float, float, Draw]]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def room(self) -> float:
        """Give the height that is left on the page."""
        return float("inf") if self.page_height is None else self.page_height - self.foot - self.y

    @property
    def next_room(self) -> float:
        """Give the height of a page that begins anew."""
        top = max(self.next_top, self.top)
        return float("inf") if self.page_height is None else self.page_height - self.foot - top

    @property
    def height(self) -> float:
        """Give the height of a page: that of its content where it has no end."""
        return self.y + self.foot if self.page_height is None else self.page_height

    def turn(self) -> None:
        """Begin a new page, unless this one is empty."""
        if self.pages[-1] and self.page_height is not None:
            self.pages.append([])
            self.y = self.top = max(self.next_top, self.top)

    def space(self, height: float) -> None:
        """Leave some room, but not at the top of a page."""
        self.y += height if self.pages[-1] else 0

    def add(self, block: Block) -> None:
        """Place a block, on a new page if need be."""
        if block.height > self.room:
            self.turn()
        self.pages[-1].append((self.left, self.y, block.draw))
        self.y += block.height

    def add_headed(self, heading: Block, first: Block) -> None:
        """Place a heading, on a new page if the first of what follows has no room below it."""
        if heading.height + first.height > self.room:
            self.turn()
        self.add(heading)

    def add_columns(self, blocks: Sequence[Block], columns: int, gap: float) -> None:
        """Place blocks in columns of about one height; nor has the last of more pages little on it."""
        rest = list(blocks)
        step = (self.width + gap) / columns
        while rest:
            limit = self.room
            if limit < rest[0].first_height and self.pages[-1] and self.page_height is not None:
                self.turn()
                continue
            count, last = pages_of(rest, columns, limit, self.next_room)
            is_shared = count == 2 and last < LITTLE * self.next_room and self.y == self.top
            if count == 1 or is_shared:
                limit = min(limit, _even(rest, columns * count))
            lowest = self.y
            for column in range(columns):
                if not rest:
                    break
                taken = _fitting(rest, limit)
                y = self.y
                shown = [rest[0].again] if rest[0].again else []
                for block in [*shown, *rest[:taken]]:
                    self.pages[-1].append((self.left + column * step, y, block.draw))
                    y += block.height
                rest = rest[taken:]
                lowest = max(lowest, y)
            self.y = lowest
            if rest:
                self.turn()


def pages_of(blocks: Sequence[Block], columns: int, room: float, next_room: float) -> tuple[int, float]:
    """Count the pages that blocks take in columns, the first with less room; give how high the last is too."""
    rest, count = list(blocks), 1
    if rest and rest[0].first_height > room:
        room, count = next_room, 2
    while True:
        page = rest
        for _ in range(columns):
            rest = rest[_fitting(rest, room) :]
        if not rest:
            return count, _even(page, columns) if page else 0.0
        room, count = next_room, count + 1


def _even(blocks: Sequence[Block], columns: int) -> float:
    """Give the least height at which blocks fit in so many columns."""
    low = max(block.first_height for block in blocks)
    high = max(sum(block.height for block in blocks), low)
    while high - low > 1:
        middle = (low + high) / 2
        rest = list(blocks)
        for _ in range(columns):
            rest = rest[_fitting(rest, middle) :]
        low, high = (middle, high) if rest else (low, middle)
    return high + 1


def _fitting(blocks: Sequence[Block], limit: float) -> int:
    """Count the blocks that fit into a height; at least one, and no heading alone at the end."""
    used, count = blocks[0].first_height - blocks[0].height if blocks else 0.0, 0
    for block in blocks:
        used += block.height
        if used > limit and count:
            break
        count += 1
    while 1 < count < len(blocks) and blocks[count - 1].is_heading:
        count -= 1
    return min(max(count, 1), len(blocks))


def even(text: str, room: float, text_width: TextWidth, *, bold: bool = False, most: int = 4) -> list[str]:
    """Break a text into as many lines as a width takes, all of about one length."""
    lines = wrapped(text, room, text_width, bold=bold, most=most)
    if len(lines) == 1 or lines[-1].endswith("…"):
        return lines
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        narrower = wrapped(text, middle, text_width, bold=bold, most=most + 1)
        is_fitting = len(narrower) <= len(lines) and "…" not in "".join(narrower)
        low, high = (low, middle) if is_fitting else (middle, high)
    return wrapped(text, high, text_width, bold=bold, most=most)


def wrapped(text: str, room: float, text_width: TextWidth, *, bold: bool = False, most: int = 4) -> list[str]:
    """Break a text into lines of a width, at most so many; the last is cut with "…"."""
    lines: list[str] = []
    line = ""
    pieces = pieces_of(_SPACES.sub(" ", text.strip()))
    for at, piece in enumerate(pieces):
        longer = line + piece
        if not line or text_width(longer.rstrip(" "), bold) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            line += "".join(pieces[at:])
            break
        lines.append(line)
        line = piece
    parts = [part.rstrip(" ") for part in (*lines, line)]
    return [elided(part, room, text_width, bold) or part[:1] for part in parts if part]
