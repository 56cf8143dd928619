"""Patterns of the periods that business reports compare: "the same period last year"."""

from explorer.dates.english.captures import MONTH_AT, count_in, month_in, year_in
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, Length, SamePeriod, Shift, Spec

rules = Rules()

SAME = "(same|like|comparable|corresponding|equivalent|similar)"
PERIOD = "<period quarter|period|half|month>"
NTH = "(first|second|third|fourth)"
LAST_YEAR = (
    "(last year|the (previous|prior|preceding) year|the year (before|earlier)|a year (ago|earlier|before))"
)


@rules.add("the? year DASH (ago|earlier) <n ONES|DIGITS> months")
def year_ago_months(match: Match) -> Spec | None:
    """The year-earlier nine months."""
    return Length(count_in(match), "month")


@rules.add(
    f"the? {SAME}? (year DASH? (ago|earlier)|(prior|previous|preceding) DASH? year) {NTH}? {PERIOD}",
    f"the? {SAME} {PERIOD} (of|in|from|for)? {LAST_YEAR}",
    "the <period quarter> a year (ago|earlier|before)",
    "last year 's <period quarter|period>",
    "the? year DASH (ago|earlier)",
)
def year_ago_period(match: Match) -> Spec | None:
    """The year-earlier quarter, the same period last year; a year ago stands elsewhere."""
    if not match.has("period") and match.after in ("month", "week", "day"):
        return None
    return SamePeriod(match.word("period") or "period")


@rules.add("the (latest|current|most recent) <period period>")
def reported_period(match: Match) -> Spec | None:
    """The latest period: the one that the report is about."""
    return SamePeriod(match.word("period"), steps=0)


@rules.add("the full DASH? year")
def full_year(match: Match) -> Spec | None:
    """The full year, beside figures for a part of it."""
    return None if match.after in ("of", "s") or match.after.isdigit() else Shift("year", 0, Base.PUBLISHED)


@rules.add(f"the? {MONTH_AT} DASH? quarter ((of)? YEAR:year)?")
def quarter_to_month(match: Match) -> Spec | None:
    """The December quarter: the one that ends with it."""
    quarter, rest = divmod(month_in(match), 3)
    return None if rest else Calendar(year_in(match), quarter=quarter)


@rules.add(
    f"the {SAME}? YEAR:year {PERIOD}",
    f"{SAME} YEAR:year {PERIOD}",
    f"the? {SAME} {PERIOD} (of|in|from|for)? YEAR:year",
)
def period_of_year(match: Match) -> Spec | None:
    """The 1989 period, the same quarter of 2018."""
    return SamePeriod(match.word("period"), year_in(match))
