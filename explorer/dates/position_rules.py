"""Patterns of a place within a period: the second week of May, the first Monday of June 2019, half a decade."""

from explorer.dates.captures import (
    MONTH_AT,
    OF_YEAR,
    ORDINAL_WORDS,
    YEAR_SHIFT,
    day_in,
    month_in,
    shift_in,
    year_in,
)
from explorer.dates.grammar import Match, Rules
from explorer.dates.numbers import short_year
from explorer.dates.specs import Calendar, Candidate, Spec

rules = Rules()

NTH = "<nth first|second|third|fourth|fifth|last|final|NTH>"
HALF = "<nth first|second|last|latter>"
OF_MONTH = f"(of|in) {MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})?"


def _nth(match: Match) -> int:
    """Read "second" as 2, "last" as -1."""
    return -1 if match.word("nth") in ("last", "final", "latter") else day_in(match, "nth")


@rules.add(f"the? {NTH} full? week {OF_MONTH}")
def week_of_month(match: Match) -> Spec | None:
    """The second week of May 2019."""
    if not -1 <= _nth(match) <= 5:
        return None
    return Calendar(year_in(match), month_in(match), within=shift_in(match), nth=_nth(match), part="week")


@rules.add(f"the? {NTH} WEEKDAY:weekday {OF_MONTH}")
def weekday_of_month(match: Match) -> Spec | None:
    """The first Monday of June; the last Friday in March 2019."""
    if not -1 <= _nth(match) <= 5:
        return None
    weekday = match.meaning("weekday", "WEEKDAY")
    year, month, within = year_in(match), month_in(match), shift_in(match)
    return Calendar(year, month, weekday=weekday, within=within, nth=_nth(match), part="weekday")


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
