"""Two dates that are the ends of one range: which they are, and what each lends the other.

from May to July 2019     the left end takes the year of the right one
9 a.m. to 5 p.m. Friday   the left end takes the day of the right one
between 2003 and 2005
2016-2017, March 3-5
since 2019, 2019–present  a range whose end is open
"""

from dataclasses import replace

from explorer.dates.context.small_words import Context
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate, Clock

_TOWARDS = frozenset(("-", "–", "—", "‑", "to", "through", "until", "till", "~"))
_DEFERRING = frozenset(
    "moved moves postponed postpones delayed delays adjourned deferred rescheduled pushed shifted".split()
)
_REACH = 8  # tokens before a range in which it is said that something was put off
_OF_TWO = ("two quarters", "range of dates")  # rules that give both ends


def pairs(candidates: list[Candidate], tokens: Tokens, context: Context) -> dict[int, int]:
    """Give the right end for every left end of a range, as indices."""
    found: dict[int, int] = {}
    for index in range(len(candidates) - 1):
        left, right = candidates[index], candidates[index + 1]
        if found.get(index - 1) == index or not (
            isinstance(left.spec, Calendar) and isinstance(right.spec, Calendar)
        ):
            continue
        if right.first - left.last > 3 or right.first < left.last:
            continue
        gap = tokens.between(left.last, right.first).lower().strip() if right.first > left.last else ""
        is_of_two = left.rule == right.rule and left.rule in _OF_TWO
        is_pair = gap == "/" and _is_alike(left.spec, right.spec)
        is_range = is_of_two or is_pair or context.joins(gap, left.first, tokens)
        if is_range and _is_put_off(tokens, left.first, gap):
            continue
        if is_range and _has_grain(left.spec, right.spec):
            found[index] = index + 1
    return found


def _is_put_off(tokens: Tokens, first: int, gap: str) -> bool:
    """Tell whether something was put off from one date to another, or prolonged until it on a day."""
    before = tokens.word(first - 1)
    if before == "on":
        return gap in ("until", "till")
    return before == "from" and not _DEFERRING.isdisjoint(tokens.words[max(0, first - _REACH) : first])


def _has_grain(left: Calendar, right: Calendar) -> bool:
    if left.clock is not None or right.clock is not None:
        return left.month is not None and right.month is not None
    return (left.weekday is None or left.month is not None) == (
        right.weekday is None or right.month is not None
    )


def _is_alike(left: Calendar, right: Calendar) -> bool:
    """Tell whether two dates with a stroke between them are neighbours: April/May 2020, 2018/19."""
    if left.month is not None and right.month is not None:
        return True
    is_years = left.year is not None and right.year is not None and left.month is None and right.month is None
    return is_years and right.year == (left.year or 0) + 1


def goes_on(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a range has no end: "2019–present", "from 2019 onwards", "1990 to the present day"."""
    after, before = tokens.word(candidate.last), tokens.word(candidate.first - 1)
    if after in ("onward", "onwards"):
        return True
    if after == "on" and before == "from":
        return tokens.word(candidate.last + 1) in ("", ".", ",", ";", ")")
    beyond = candidate.last + 1 + (tokens.word(candidate.last + 1) == "the")
    return after in _TOWARDS and tokens.word(beyond) in ("present", "now", "today", "date")


def lent(
    candidates: list[Candidate], tokens: Tokens, ends: dict[int, int], context: Context
) -> list[Candidate]:
    """Give the left ends the year of their right ends; also in lists: "in April and June 2019"."""
    made = list(candidates)
    for index in range(len(made) - 2, -1, -1):
        left, right = made[index], made[index + 1]
        if (same := _apposed(left, right, tokens)) is not None:
            made[index] = replace(left, spec=same)
            continue
        if isinstance(left.spec, Clock):
            made[index] = _on_the_day_of(left, right, tokens, context)
            continue
        gap = tokens.between(left.last, right.first).lower() if right.first > left.last else ""
        if index in ends or context.lists(gap):
            spec = _borrowed(left.spec, right.spec, is_range=index in ends)
            if spec is not None:
                made[index] = replace(left, spec=spec)
    return made


def _apposed(left: Candidate, right: Candidate, tokens: Tokens) -> Calendar | None:
    """Give "Tuesday" the day of "Sept. 8" in "on Tuesday (Sept. 8)"."""
    day, date = left.spec, right.spec
    if not (isinstance(day, Calendar) and isinstance(date, Calendar)) or date.day is None or date.month is None:
        return None
    is_weekday = day.weekday is not None and day.day is None and day.step is None and day.clock is None
    is_beside = right.first - left.last == 1 and tokens.word(left.last) == "("
    return replace(date, weekday=day.weekday) if is_weekday and is_beside else None


def _on_the_day_of(left: Candidate, right: Candidate, tokens: Tokens, context: Context) -> Candidate:
    """Give "9 a.m." the day of "5 p.m. Friday" in a range of both."""
    begin, end = left.spec, right.spec
    if not (isinstance(begin, Clock) and isinstance(end, Calendar)) or right.first - left.last != 1:
        return left
    if begin.at is None or end.clock is None or not context.joins(tokens.word(left.last), left.first, tokens):
        return left
    return replace(left, spec=replace(end, clock=begin.at, daypart=None))


def _borrowed(left: object, right: object, *, is_range: bool) -> Calendar | None:
    if not (isinstance(left, Calendar) and isinstance(right, Calendar)):
        return None
    if left.year is not None or right.year is None or left.step is not None or left.within is not None:
        return None
    if left.month is not None and (right.month is not None):
        later = (left.month, left.day or 0) > (right.month, right.day or 31)
        return replace(left, year=right.year - 1 if later and is_range else right.year)
    for name in ("quarter", "season", "half"):
        if getattr(left, name) is not None and getattr(right, name) is not None:
            return replace(left, year=right.year)
    return None
