"""`Flow`: blocks under one another, on one page as high as need be or on many of one height; it draws none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from explorer.paint.canvas import Canvas
from explorer.timeline.ticks import TextWidth, elided

Draw = Callable[[Canvas, float, float], None]  # canvas, x, y of the upper left corner


@dataclass(frozen=True, slots=True)
class Block:
    """Something to draw in one piece; `is_heading` keeps it with what follows."""

    height: float
    draw: Draw
    is_heading: bool = False


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

    def add_columns(self, blocks: Sequence[Block], columns: int, gap: float) -> None:
        """Place blocks in columns of about one height, page after page."""
        rest = list(blocks)
        step = (self.width + gap) / columns
        while rest:
            limit = min(self.room, _even(rest, columns))
            if limit < rest[0].height and self.pages[-1] and self.page_height is not None:
                self.turn()
                continue
            lowest = self.y
            for column in range(columns):
                taken = _fitting(rest, limit if column < columns - 1 or limit < self.room else self.room)
                y = self.y
                for block in rest[:taken]:
                    self.pages[-1].append((self.left + column * step, y, block.draw))
                    y += block.height
                rest = rest[taken:]
                lowest = max(lowest, y)
            self.y = lowest
            if rest:
                self.turn()


def _even(blocks: Sequence[Block], columns: int) -> float:
    """Give the least height at which blocks fit in so many columns."""
    low = max(block.height for block in blocks)
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
    used, count = 0.0, 0
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
    words = re.split("[ \t\r\n]+", text.strip())  # a space that does not break is kept
    for at, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if not line or text_width(longer, bold) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            line = " ".join([line, *words[at:]])
            break
        lines.append(line)
        line = word
    return [elided(part, room, text_width, bold) or part[:1] for part in [*lines, line] if part]
