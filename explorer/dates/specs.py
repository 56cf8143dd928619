"""What the words of an expression say, before anything is counted: the layer between grammar and resolution.

A pattern turns words into one of these; `resolve` turns it into a date. They know nothing of publication
dates, of texts or of each other's order. No one changes one once it is made; they are not declared frozen
because that makes them four times as slow to make, and every word that may be a date makes some.
"""

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """Where a relative expression counts from."""

    PUBLISHED = "published"  # "last year", "two months ago"
    STORY = "story"  # "the following year", "a week later": the date the text last spoke of


@dataclass(slots=True)
class Shift:
    """A unit so many steps away: "last year", "the following day"; `is_part` marks "earlier this year".

    `is_again` names once more the date last spoken of: "that year", "the same day". `is_turn` is the one whose
    beginning is near: "the turn of the century".
    """

    unit: str
    steps: int
    base: Base
    is_part: bool = False
    is_again: bool = False
    is_turn: bool = False


@dataclass(slots=True)
class Calendar:
    """Parts of a calendar date; what is missing comes from the anchor.

    `step` is "last Friday" or "next April"; `within` gives the year, quarter or month it lies in ("the first
    quarter of last year"). `year` is astronomical. `order` is that of day and month in figures, "DMY" or "MDY",
    with "?" where they can be exchanged. `nth` and `part` pick a piece of it: the second week, the last Friday
    (-1), the first half.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    weekend: bool = False
    is_fiscal: bool = False
    fiscal_month: int = 1  # in which its fiscal year begins, where that is known
    is_short: bool = False  # a year or decade without its century
    order: str | None = None
    order_why: str = ""
    step: int | None = None
    base: Base = Base.PUBLISHED
    within: Shift | None = None
    nth: int | None = None
    part: str | None = None
    clock: tuple[int, int | None, int | None] | None = None
    daypart: str | None = None

    @property
    def is_exchangeable(self) -> bool:
        """Tell whether day and month, in figures, can be exchanged: 03/04/2021."""
        return self.order is not None and self.order.endswith("?")

    @property
    def is_bare_day(self) -> bool:
        """Tell whether it is a day of an unnamed month."""
        return self.day is not None and self.month is None and self.weekday is None


@dataclass(slots=True)
class Offset:
    """So many units before (-1) or after (1) the base, or a named date; `count` None is "several"."""

    count: float | None
    unit: str
    side: int
    base: Base
    origin: Calendar | None = None
    is_compared: bool = False  # "a month earlier", beside figures


@dataclass(slots=True)
class SamePeriod:
    """The period that a report is about, of another year: "the year-earlier quarter", "the 1989 period"."""

    unit: str
    year: int | None = None
    steps: int = -1


@dataclass(slots=True)
class Length:
    """A duration; `side` tells that it ends (-1) or begins (1) at the publication date.

    `edge` tells that the period it is of begins (1) or ends (-1) with it: "the first nine months", "the last
    ten days"; `is_limit` marks "within two weeks", whose end is a deadline, and `is_distance` "in two weeks",
    which of what is to come is a date. `most` is the larger number of "6 to 18 months".
    """

    count: float | None
    unit: str
    side: int = 0
    edge: int = 0
    is_limit: bool = False
    is_distance: bool = False
    most: float | None = None


@dataclass(slots=True)
class Repeat:
    """A set of times, by its TIMEX3 value."""

    value: str


@dataclass(slots=True)
class Vague:
    """A word without a date, by its TIMEX3 value.

    `is_present` dates a measured value; `in_story` tells that it means a time in a story alone.
    """

    value: str
    is_present: bool = False
    in_story: bool = False


@dataclass(slots=True)
class NoDate:
    """Words with the form of a date that are none: a day that does not exist, an age, a fraction."""

    why: str


@dataclass(slots=True)
class Part:
    """A piece that means something only beside a date: "early", "the end of", "since"."""

    mod: str


@dataclass(slots=True)
class Clock:
    """A time of day, alone: 15:00, "noon", or a part of the day."""

    at: tuple[int, int | None, int | None] | None = None
    daypart: str | None = None
    step: int | None = None
    base: Base = Base.STORY


Spec = Calendar | Shift | Offset | SamePeriod | Length | Repeat | Vague | NoDate | Part | Clock


@dataclass(slots=True)
class Candidate:
    """Words that may be a date expression: tokens `first` to `last` (excluded), what they say, the rule.

    `side` is "since", "until", "before" or "after", where the words of the side stand behind the date.
    """

    first: int
    last: int
    spec: Spec
    rule: str
    mod: str | None = None
    side: str | None = None
