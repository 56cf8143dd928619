"""Where the words of marks stand: right of the mark, left at the edge, on a bar that fills the view; never over
one another and never over another mark.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Flag, Label, Marks, Side
from explorer.timeline.ticks import Cut

INSIDE_PX = 16.0  # of a bar seen before the words on it


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at a mark: its text, its badges, how wide they are together, and all but the text.

    `below` is the second line of a text that takes two.
    """

    text: str
    badges: tuple[str, ...]
    width: float
    beside: float
    has_sign: bool = False
    note: str = ""
    below: str = ""


class LabelPlacer:
    """Places the labels of one frame. `left` and `right` are the edges of the view."""

    def __init__(
        self,
        marks: Marks,
        words: Sequence[Words],
        metrics: Metrics,
        left: float,
        right: float,
        cut: Cut,
    ) -> None:
        self.marks, self.words, self.metrics = marks, words, metrics
        self.left, self.right, self.cut = left, right, cut

    def place(self) -> list[Label]:
        """Place what has room, row by row from left to right; the selected always have it."""
        marks = self.marks
        order = np.lexsort((marks.left, marks.line, marks.lane))
        key = marks.lane[order] * 4096 + marks.line[order]
        x0, x1 = marks.left[order].tolist(), marks.right[order].tolist()
        selected = marks.has(Flag.SELECTED)[order].tolist()
        placed: list[Label] = []
        before, row = self.left, None
        for at, mark in enumerate(order.tolist()):
            if key[at] != row:
                before, row = self.left, key[at]
            has_next = at + 1 < len(order) and key[at + 1] == row
            after = min(x0[at + 1] - self.metrics.gap, self.right) if has_next else self.right
            label = self._label(mark, x0[at], x1[at], before, after, bool(selected[at]))
            before = x1[at] + self.metrics.gap
            if label is not None:
                placed.append(label)
                before = max(before, label.x + label.width + self.metrics.gap)
        return _without_covered(placed, marks)

    def _label(
        self, mark: int, x0: float, x1: float, before: float, after: float, selected: bool
    ) -> Label | None:
        gap = self.metrics.gap
        words, y = self.words[mark], float(self.marks.y[mark])
        begin = x1 + gap
        if x1 >= self.left and begin + words.width <= after:
            return _label(mark, begin, y, words, Side.RIGHT, selected)
        if x1 < self.left or x0 > self.right + self.metrics.edge:  # outside of the view
            return None
        room_left = x0 - gap - before
        if words.width <= room_left and x0 > self.left:
            return _label(mark, x0 - gap - words.width, y, words, Side.LEFT, selected)
        inside = max(x0, self.left) + INSIDE_PX
        if inside + words.width + INSIDE_PX <= min(x1, self.right):
            return _label(mark, inside, y, words, Side.INSIDE, selected)
        if selected:
            return self._forced(mark, x0, x1, y, words)
        if after - begin >= room_left:
            return self._cut(mark, begin, after - begin, y, words, Side.RIGHT)
        return self._cut(mark, x0 - gap, room_left, y, words, Side.LEFT) if x0 > self.left else None

    def _cut(self, mark: int, x: float, room: float, y: float, words: Words, side: Side) -> Label | None:
        badges, beside = words.badges, words.beside
        if room - beside < self.metrics.least_label:  # the words before the badges
            beside -= self.metrics.badge * len(badges)
            badges = ()
        if room < self.metrics.least_label:
            return None
        text, width = self.cut(words.text, room - beside, False)
        if not text:
            return None
        cut = Words(text, badges, width + beside, beside, words.has_sign, words.note)
        return _label(mark, x if side is Side.RIGHT else x - cut.width, y, cut, side, False)

    def _forced(self, mark: int, x0: float, x1: float, y: float, words: Words) -> Label:
        """Give a selected mark its words on the side with more room, over whatever lies there."""
        gap, begin = self.metrics.gap, x1 + self.metrics.gap
        if begin + words.width <= self.right:
            return _label(mark, begin, y, words, Side.RIGHT, True)
        if x0 - gap - words.width >= self.left:
            return _label(mark, x0 - gap - words.width, y, words, Side.LEFT, True)
        x = max(self.left + INSIDE_PX, min(x0 + INSIDE_PX, self.right - words.width))
        return _label(mark, x, y, words, Side.INSIDE, True)


def _label(mark: int, x: float, y: float, words: Words, side: Side, selected: bool) -> Label:
    told = words.badges, words.has_sign, words.note, words.below
    return Label(mark, x, y, words.width, words.text, side, selected, *told)


def _without_covered(labels: list[Label], marks: Marks) -> list[Label]:
    """Leave out labels that lie under that of a selected mark."""
    chosen = [label for label in labels if label.is_selected]
    if not chosen:
        return labels

    def is_covered(label: Label) -> bool:
        return any(
            abs(label.y - over.y) < 10
            and label.x < max(over.x + over.width, float(marks.right[over.mark])) + 8
            and label.x + label.width > min(over.x, float(marks.left[over.mark])) - 8
            for over in chosen
        )

    return [label for label in labels if label.is_selected or not is_covered(label)]
