"""Patterns of a place within a period: the second week of May, the first Monday of June 2019, half a decade."""

from explorer.dates.english.captures import (
    MONTH_AT,
    OF_YEAR,
    ORDINAL_WORDS,
    YEAR_SHIFT,
    day_in,
    month_in,
    shift_in,
    year_in,
)
from explorer.dates.grammar.numbers import short_year
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, Candidate, Shift, Spec

rules = Rules()

NTH = "<nth first|second|third|fourth|fifth|last|final|NTH>"
HALF = "<nth first|second|last|latter>"
OF_MONTH = f"(of|in) {MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})?"
POINTED = "<pointed this|next|last|that|the (same|following|previous|next)?> <period month|year>"
OF_PERIOD = f"({OF_MONTH}|(of|in) (the? year)? YEAR:year|(of|in) {POINTED})"
_MOST = 12  # parts that a period can have and people count


def _nth(match: Match) -> int:
    """Read "second" as 2, "last" as -1."""
    return -1 if match.word("nth") in ("last", "final", "latter") else day_in(match, "nth")


@rules.add(f"the? {NTH} full? (WEEKDAY:weekday|<part week|weekend|month|quarter>) {OF_PERIOD}")
def nth_part(match: Match) -> Spec | None:
    """The second week of May; the last Friday in March; the first Monday of next month."""
    nth, part = _nth(match), match.word("part") or "weekday"
    is_year = not match.has("month") and match.word("period") != "month"
    is_quarter = part == "quarter" and nth > 0  # "the first quarter of 2019" is a rule of its own
    if is_quarter or (part in ("month", "quarter") and not is_year) or not -1 <= nth <= _MOST:
        return None
    if match.has("month") and not match.has("year") and match.after.isdigit():
        return None  # "the first week of May 4"
    month = month_in(match) if match.has("month") else None
    weekday = match.meaning("weekday", "WEEKDAY") if match.has("weekday") else None
    within = _pointed(match) if match.has("period") else shift_in(match)
    return Calendar(year_in(match), month, weekday=weekday, within=within, nth=nth, part=part)


def _pointed(match: Match) -> Shift:
    """Read "next month", "the previous year", "the month"."""
    unit, words = match.word("period"), match.word("pointed").split()
    if words[0] == "the" or words == ["that"]:
        return Shift(unit, {"following": 1, "next": 1, "previous": -1}.get(words[-1], 0), Base.STORY)
    return Shift(unit, {"next": 1, "last": -1}.get(words[0], 0), Base.PUBLISHED)


@rules.add(
    f"the? {HALF} half {OF_MONTH}",
    f"the? {HALF} half of the? (YEARS_S:decade|APOSTROPHE? DECADE2:decade|DECADE_WORD:named)",
    f"the? {HALF} half of the? <century {ORDINAL_WORDS}|NTH> DASH? century",
)
def half_of_period(match: Match) -> Spec | None:
    """The first half of April; the second half of the 1990s; the first half of the 20th century."""
    nth = _nth(match)
    if match.has("month"):
        return Calendar(year_in(match), month_in(match), within=shift_in(match), nth=nth, part="half")
    if match.has("century"):
        return Calendar(century=(day_in(match, "century") - 1) * 100, nth=nth, part="half")
    if match.has("named"):
        return Calendar(decade=1900 + match.meaning("named", "DECADE_WORD"), nth=nth, part="half")
    decade = short_year(int(match.word("decade")[:-1]))
    return None if decade % 100 == 0 else Calendar(decade=decade, nth=nth, part="half")


@rules.add("(year DASH?)? end DASH? YEAR:year", f"end DASH {MONTH_AT} {OF_YEAR}?")
def end_of_period(match: Match) -> list[Candidate] | None:
    """End-2019; year-end 2019; end-March."""
    is_hyphened = match.words[0] == "year" or match.words[1] in ("-", "–", "‑")
    if not is_hyphened and match.before not in ("at", "by", "since", "from", "until", "of"):
        return None  # "to end 2019 with a profit"
    month = month_in(match) if match.has("month") else None
    return [match.candidate(Calendar(year_in(match), month), "END")]
