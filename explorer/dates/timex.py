"""`Expression`: words that name a time, as TIMEX3 (ISO-TimeML) records them, and what they mean in time."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.model.mention import Span
from explorer.model.when import When

SEASON_CODES = ("SP", "SU", "FA", "WI")  # of the seasons 1 to 4


class TimexType(StrEnum):
    """The types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(slots=True)
class Expression:
    """A date expression found in a text.

    `value` and `mod` are TIMEX3's; `when` is what a timeline draws (None: a set, a vague word, a duration
    without an anchor, or unresolved). `anchor` is the EDTF of the date it was counted from, None for an
    absolute one. `why` is the trace in words, most telling first. The two ends of a range are two
    expressions; both carry the whole in `interval` and `interval_span`.
    """

    span: Span
    text: str
    type: TimexType
    value: str | None
    mod: str | None = None
    when: When | None = None
    anchor: str | None = None
    why: tuple[str, ...] = ()
    interval: When | None = None
    interval_span: Span | None = None


@dataclass(slots=True)
class Rejected:
    """Words that looked like a date and are none, with the reason."""

    span: Span
    text: str
    why: str
