"""What lies in the lanes of a `Scene`, as plain values in pixels: marks, the words beside them, "+n".

There are hundreds of each in every frame, so they are kept as columns: one a place in every array. Where one of
them is wanted, labels and "+n" give it as a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from explorer.timeline.lanes import Bools, Floats, Ints


class Flag(IntEnum):
    """Bits of a mark."""

    CONFLICT = 1
    STARRED = 2
    SELECTED = 4
    FADE_LEFT = 8
    FADE_RIGHT = 16
    POINT = 32
    INSIDE = 64  # its time overlaps the window, so it is counted
    BARE = 128  # drawn in a strip, for it has no row
    SILENT = 256  # drawn between the words of others in the one row of a lane of a page, without any
    LED = 512  # selected, and comes forward with its words and a hair-line, whatever lies there


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks: table row, lane, line in it, from, to and middle height.

    `left` and `right` are how far a mark reaches with the other dates of its event.
    """

    row: Ints
    lane: Ints
    line: Ints
    x0: Floats
    x1: Floats
    y: Floats
    flags: Ints
    left: Floats
    right: Floats

    def __len__(self) -> int:
        return len(self.row)

    def has(self, flag: Flag) -> Bools:
        """Tell which marks carry a flag."""
        carried: Bools = (self.flags & int(flag)) != 0
        return carried

    def of(self, chosen: Bools) -> "Marks":
        """Give only these marks."""
        return Marks(*(getattr(self, field.name)[chosen] for field in fields(self)))


def no_marks() -> Marks:
    """Give marks without any."""
    ints: npt.NDArray[np.int64] = np.zeros(0, np.int64)
    floats = np.zeros(0)
    return Marks(ints, ints, ints, floats, floats, floats, ints, floats, floats)


@dataclass(frozen=True, slots=True)
class Echo:
    """Where another source dates the event of a mark: an outline, linked to the mark."""

    mark: int
    x0: float
    x1: float
    is_point: bool


class Side(IntEnum):
    """Where a label stands to its mark."""

    RIGHT = 0
    LEFT = 1
    INSIDE = 2


_SIDES = tuple(Side)  # by their numbers


class Words(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Label:
    """The words at a mark: from `x`, `width` wide with its badges; `text` is already cut to its room.

    `below` is the second line of words that take two; `y` lies between both then.
    """

    mark: int
    x: float
    y: float
    width: float
    text: str
    side: Side
    is_selected: bool
    badges: tuple[str, ...] = ()
    has_sign: bool = False
    note: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of a scene: their mark, from where, middle height, width, side, and what they say."""

    mark: Ints
    x: Floats
    y: Floats
    width: Floats
    side: Ints
    is_selected: Bools
    words: tuple[Words, ...]

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Label:
        words = self.words[at]
        return Label(
            int(self.mark[at]),
            float(self.x[at]),
            float(self.y[at]),
            float(self.width[at]),
            words.text,
            _SIDES[self.side[at]],
            bool(self.is_selected[at]),
            words.badges,
            words.has_sign,
            words.note,
            words.below,
        )

    def __iter__(self) -> Iterator[Label]:
        return map(self.__getitem__, range(len(self)))

    def those_selected(self) -> list[Label]:
        """Give the labels of what is selected."""
        return [self[at] for at in self.is_selected.nonzero()[0].tolist()]

    def of(self, chosen: Bools) -> "Labels":
        """Give only these labels."""
        return Labels(
            self.mark[chosen],
            self.x[chosen],
            self.y[chosen],
            self.width[chosen],
            self.side[chosen],
            self.is_selected[chosen],
            tuple(self.words[at] for at in np.flatnonzero(chosen).tolist()),
        )

    def among(self, marks: Bools) -> "Labels":
        """Give the labels of these marks, when only these marks are kept."""
        kept = self.of(marks[self.mark])
        return replace(kept, mark=(np.cumsum(marks) - 1)[kept.mark])


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events that found no room, counted: "+n" where they lie."""

    lane: int
    x0: float
    x1: float
    y0: float
    y1: float
    count: int
    lo_s: float
    hi_s: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """All "+n" of a scene: lane, from, to, top, bottom, how many, and of what time."""

    lane: Ints
    x0: Floats
    x1: Floats
    y0: Floats
    y1: Floats
    count: Ints
    lo_s: Floats
    hi_s: Floats

    def __len__(self) -> int:
        return len(self.lane)

    def __iter__(self) -> Iterator[Cluster]:
        columns = (getattr(self, field.name).tolist() for field in fields(self))
        return (Cluster(*values) for values in zip(*columns, strict=True))

    def of(self, chosen: Bools) -> "Clusters":
        """Give only these."""
        return Clusters(*(getattr(self, field.name)[chosen] for field in fields(self)))


def no_clusters() -> Clusters:
    """Give "+n" without any."""
    ints: npt.NDArray[np.int64] = np.zeros(0, np.int64)
    floats = np.zeros(0)
    return Clusters(ints, floats, floats, floats, floats, ints, floats, floats)
