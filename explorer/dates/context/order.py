"""The order of day and month in figures: a text keeps to one, and something in it often tells which.

It is settled, in this order, by what a person decided, by a clear date in figures (25/04/2021), by the weekday
beside one, by who knows the publisher, by the day of publication, by how the text writes days in words. Where
nothing tells, English texts are read month first, others day first. Both readings are kept for the user,
whatever was chosen, until a person decides.
"""

import re
from dataclasses import replace

from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate
from explorer.model.calendar import DAY_S, day_number, is_valid, weekday
from explorer.model.when import Precision, When

_WORDED = re.compile(r"(?:[a-z]+day,? )?(?:the )?\d", re.IGNORECASE)  # 15 April, Monday, the 15th of April
_WORDED_RULES = frozenset(("day month and year", "day and month"))
_HOW = {True: "read day first", False: "read month first"}
Answer = tuple[bool, str]  # whether days come first, and how that is known


def ordered(
    candidates: list[Candidate],
    tokens: Tokens,
    *,
    is_month_first: bool,
    day_first: bool | None = None,
    published: When | None = None,
    decided: str = "",
) -> list[Candidate]:
    """Give the dates whose order is open (03/04/2021) the order that fits the text, with the reason."""
    open_days = [_day(one) for one in candidates if _is_open(one)]
    if not open_days:
        return candidates
    is_day_first, why = (
        (None if not decided else (decided == "DMY", "as set for this article"))
        or _by_clear_dates(candidates, tokens)
        or _by_weekdays(open_days)
        or (None if day_first is None else (day_first, "as its publisher writes dates"))
        or _by_publication(open_days, published)
        or _by_words(candidates, tokens)
        or ((False, "as American texts are") if is_month_first else (True, "as most languages write"))
    )
    told = f"{_HOW[is_day_first]}, {why}"
    return [_settled(one, is_day_first, told, is_sure=bool(decided)) for one in candidates]


def _is_open(candidate: Candidate) -> bool:
    return isinstance(candidate.spec, Calendar) and candidate.spec.is_exchangeable


def _day(candidate: Candidate) -> Calendar:
    assert isinstance(candidate.spec, Calendar)
    return candidate.spec


def _by_clear_dates(candidates: list[Candidate], tokens: Tokens) -> Answer | None:
    clear: dict[str, str] = {}
    for one in candidates:
        if isinstance(one.spec, Calendar) and one.spec.order in ("DMY", "MDY"):
            clear.setdefault(one.spec.order, tokens.between(one.first, one.last))
    return ("DMY" in clear, f"like “{next(iter(clear.values()))}”") if len(clear) == 1 else None


def _by_weekdays(days: list[Calendar]) -> Answer | None:
    """See which reading falls on the weekday beside it."""
    for day in (day for day in days if day.weekday is not None):
        fits = {first: _falls_on(_number(day, day_first=first), day.weekday) for first in (True, False)}
        if fits[True] != fits[False]:
            return fits[True], "as its weekday says"
    return None


def _falls_on(number: int | None, wanted: int | None) -> bool:
    return number is not None and weekday(number) == wanted


def _by_publication(days: list[Calendar], published: When | None) -> Answer | None:
    """See which reading is the day of publication, or which alone is never after it."""
    if published is None or published.precision is not Precision.DAY or published.is_interval:
        return None
    today = published.lo_s // DAY_S
    for first in (True, False):
        if any(_number(day, day_first=first) == today for day in days):
            return first, "as the day of publication is written"
    ahead = {
        first: any((_number(day, day_first=first) or 0) > today for day in days) for first in (True, False)
    }
    return None if ahead[True] == ahead[False] else (ahead[False], "because it was published before the other")


def _number(day: Calendar, *, day_first: bool) -> int | None:
    year, month, number = day.year or 0, day.month or 1, day.day or 1
    month, number = (number, month) if day_first else (month, number)
    return day_number(year, month, number) if is_valid(year, month, number) else None


def _by_words(candidates: list[Candidate], tokens: Tokens) -> Answer | None:
    """See whether the text writes "15 April" or "April 15", where it keeps to one."""
    worded = [tokens.between(one.first, one.last) for one in candidates if one.rule in _WORDED_RULES]
    styles = {_WORDED.match(words) is not None for words in worded}
    return (styles.pop(), f"like “{worded[0]}”") if len(styles) == 1 else None


def _settled(candidate: Candidate, is_day_first: bool, why: str, *, is_sure: bool) -> Candidate:
    if not _is_open(candidate):
        return candidate
    spec = _day(candidate)
    month, day = (spec.day, spec.month) if is_day_first else (spec.month, spec.day)
    order = ("DMY" if is_day_first else "MDY") + ("" if is_sure else "?")
    return replace(candidate, spec=replace(spec, month=month, day=day, order=order, order_why=why))
