"""Where the words of marks stand: right of the mark, left at the edge, on a bar that fills the view; never over
one another and never over another mark.

Nearly all words have room right of their marks, for rows are dealt so. Those are placed with numpy all at once;
only what is left takes the other sides one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.timeline.drawn import Flag, Label, Labels, Marks, Side, Words
from explorer.timeline.lanes import Bools, Floats, Ints
from explorer.timeline.metrics import Metrics
from explorer.timeline.ticks import Cut

INSIDE_PX = 16.0  # of a bar seen before the words on it
_APART = 3  # gaps between words right of a mark and words left of the next: nearer they would read as one
_READABLE_PX = 120.0
_LEAST_SELECTED_PX = 90.0
_PILL_PX = 9.0  # of what marks the selected, beyond their words
_LONG_PX = 160.0  # of a mark that no pill goes around
_LINES = 4096  # more than a lane has

Place = tuple[float, Words, Side]  # from where, what, on which side


@dataclass(frozen=True, slots=True)
class Blocks:
    """Stretches of lines that no words may cover: lane, line, from and to."""

    lane: Ints
    line: Ints
    x0: Floats
    x1: Floats


def _no_blocks() -> Blocks:
    ints: Ints = np.zeros(0, np.int64)
    return Blocks(ints, ints, np.zeros(0), np.zeros(0))


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
        *,
        blocks: Blocks | None = None,
        is_page: bool = False,
    ) -> None:
        self.marks, self.words, self.metrics = marks, words, metrics
        self.blocks = blocks or _no_blocks()
        self.left, self.right, self.cut = left, right, cut
        self.is_page = is_page
        self.apart = metrics.gap * (1 if is_page else _APART)  # a page leaves its room when it deals rows
        self.selected_right = right - _PILL_PX * metrics.px

    def place(self) -> Labels:
        """Place what has room, row by row from left to right; what comes forward always has it."""
        marks, blocks, gap = self.marks, self.blocks, self.metrics.gap
        # Blocks are among the marks for the time being, the last of them, and nothing is said there.
        silent = np.full(len(blocks.lane), int(Flag.SILENT))
        flags, wide = np.concatenate([marks.flags, silent]), np.empty(len(marks) + len(silent))
        wide[: len(marks)] = [words.width for words in self.words]
        wide[(flags & Flag.SILENT) != 0] = np.inf
        key = np.concatenate([marks.lane, blocks.lane]) * _LINES + np.concatenate([marks.line, blocks.line])
        x0, x1 = np.concatenate([marks.left, blocks.x0]), np.concatenate([marks.right, blocks.x1])
        order = np.lexsort((x0, key))
        key, x0, x1, wide, flags = key[order], x0[order], x1[order], wide[order], flags[order]
        is_first = np.ones(len(order), np.bool_)
        is_first[1:] = key[1:] != key[:-1]
        begin, next_ = x1 + gap, np.full(len(order), np.inf)
        next_[:-1] = np.where(is_first[1:], np.inf, x0[1:] - gap)
        after = np.minimum(next_, np.where(flags & Flag.SELECTED, self.selected_right, self.right))
        is_right = x1 >= self.left
        fits = is_right & (begin + wide <= after)
        rest = (~fits & is_right & (x0 <= self.right + self.metrics.edge) & (wide < np.inf)).nonzero()[0]
        before = np.full(len(order), self.left)
        before[1:] = np.where(is_first[1:], self.left, self._ends(begin, wide, next_)[:-1])
        # What can be read right of its mark, though cut, stays there when the left becomes free.
        before = np.where((after == next_) & (next_ - begin >= _READABLE_PX * self.metrics.px), x0, before)
        leads = (flags[rest] & Flag.LED) != 0
        columns = (rest, order[rest], before[rest], x0[rest], x1[rest], after[rest], leads)
        placed: dict[int, Place] = {}
        for at, mark, free, left, right, end, led in zip(*(one.tolist() for one in columns), strict=True):
            if self.is_page:
                known = wide[at - 1] if fits[at - 1] else 0.0
                free = self.left if is_first[at] else self._end(begin[at - 1], known, placed.get(at - 1))
            found = self._place(self.words[mark], free, left, right, end, led)
            # Words cut short among marks without any say nothing on a page, which has no tip to tell the rest.
            is_mute = self.is_page and marks.flags[mark] & Flag.BARE
            if found is not None and not (is_mute and found[1] != self.words[mark]):
                placed[at] = found
        return self._labels(order, fits, begin, placed)

    def _ends(self, begin: Floats, wide: Floats, next_: Floats) -> Floats:
        """Give from where on the next mark of a row may have words on its left.

        That depends on the marks alone: not on the window, and not on where the words before are now. Else one
        label that comes to an edge would push all others of its row from side to side.
        """
        fits = begin + wide <= next_
        is_wanted = ~fits & (wide < np.inf) & (next_ - begin >= self.metrics.least_label)
        return np.where(is_wanted, next_, begin + np.where(fits, wide + self.apart, 0.0))

    def _end(self, begin: float, wide: float, placed: Place | None) -> float:
        """Give where the words at a mark end on a page: nothing moves there, and its rows were dealt so."""
        if placed is not None:
            wide = placed[1].width if placed[2] is Side.RIGHT else 0.0
        return begin + wide + self.metrics.gap if wide else begin

    def _place(
        self, words: Words, before: float, x0: float, x1: float, after: float, is_led: bool
    ) -> Place | None:
        gap, begin = self.metrics.gap, x1 + self.metrics.gap
        room_left = x0 - gap - before
        if words.width <= room_left and x0 > self.left:
            return x0 - gap - words.width, words, Side.LEFT
        inside = max(x0, self.left) + INSIDE_PX
        if inside + words.width + INSIDE_PX <= min(x1, self.right):
            return inside, words, Side.INSIDE
        if is_led:
            return self._forced(words, x0, x1)
        if after - begin >= room_left:
            cut = self._cut(words, after - begin)
            return cut and (begin, cut, Side.RIGHT)
        cut = self._cut(words, room_left) if x0 > self.left else None
        return cut and (x0 - gap - cut.width, cut, Side.LEFT)

    def _cut(self, words: Words, room: float) -> Words | None:
        badges, beside, least = words.badges, words.beside, self.metrics.least_label
        if room < least:
            return None
        if room - beside < least:  # the words before the badges
            beside -= self.metrics.badge * len(badges)
            badges = ()
        text, width = self.cut(words.text, room - beside, False)
        return Words(text, badges, width + beside, beside, words.has_sign, words.note) if text else None

    def _forced(self, words: Words, x0: float, x1: float) -> Place:
        """Give a selected mark its words on the side with more room, over whatever lies there.

        Where that is too little even for a part of them, they lie over the mark itself.
        """
        gap, begin = self.metrics.gap, x1 + self.metrics.gap
        if begin + words.width <= self.selected_right:
            return begin, words, Side.RIGHT
        if x0 - gap - words.width >= self.left:
            return x0 - gap - words.width, words, Side.LEFT
        room_right, room_left = self.selected_right - begin, x0 - gap - self.left
        room = max(room_right, room_left) - words.beside
        if room >= _LEAST_SELECTED_PX * self.metrics.px:
            text, width = self.cut(words.text, room, True)
            cut = words._replace(text=text, width=width + words.beside)
            is_right = room_right >= room_left
            return begin if is_right else x0 - gap - cut.width, cut, Side.RIGHT if is_right else Side.LEFT
        room = self.selected_right - self.left - INSIDE_PX
        if words.width > room:
            text, width = self.cut(words.text, room - words.beside, True)
            words = words._replace(text=text, width=width + words.beside)
        last = self.selected_right - words.width
        return max(self.left + INSIDE_PX, min(x0 + INSIDE_PX, last)), words, Side.INSIDE

    def _labels(self, order: Ints, fits: Bools, begin: Floats, placed: dict[int, Place]) -> Labels:
        has_label, side, x, words = fits.copy(), np.zeros(len(order), np.int64), begin, list(self.words)
        if placed:
            at = list(placed)
            has_label[at] = True
            x[at], cut, side[at] = zip(*placed.values(), strict=True)
            for own, shown in zip(order[at].tolist(), cut, strict=True):
                words[own] = shown
        those = has_label.nonzero()[0]
        mark = order[those]
        said = tuple(map(words.__getitem__, mark.tolist()))
        wide = np.array([one.width for one in said], np.float64)
        is_selected = self.marks.has(Flag.SELECTED)[mark]
        labels = Labels(mark, x[those], self.marks.y[mark], wide, side[those], is_selected, said)
        return _without_covered(labels, self.marks)


def _without_covered(labels: Labels, marks: Marks) -> Labels:
    """Leave out labels that lie under that of a selected mark."""
    is_kept = np.ones(len(labels), np.bool_)
    for at in labels.is_selected.nonzero()[0].tolist():
        x, mark = labels.x[at], labels.mark[at]
        end = max(x + labels.width[at], marks.right[mark]) + 8
        begin = min(x, marks.left[mark]) - 8
        is_near = np.abs(labels.y - labels.y[at]) < 10
        is_kept &= ~(is_near & (labels.x < end) & (labels.x + labels.width > begin)) | labels.is_selected
    return labels if is_kept.all() else labels.of(is_kept)


def pill_span(marks: Marks, label: Label) -> tuple[float, float]:
    """Give from where to where the pill of a selected label reaches: around its mark too, if that is short."""
    x0, x1 = float(marks.left[label.mark]), float(marks.right[label.mark])
    left, right = label.x - 8, label.x + label.width + 9
    if label.side is Side.INSIDE or x1 - x0 > _LONG_PX:
        return left, right
    return min(left, x0 - 7), max(right, x1 + 7)
