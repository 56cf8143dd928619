"""Patterns of times of day: 3 p.m., 15:00 GMT, nine o'clock, 0900 hours, half past six, noon."""

import re

from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Candidate, Clock, NoDate, Spec

rules = Rules()

ZONE_AT = "(ZONE|ZONE_NAME (standard|daylight|summer)? time|local time|eastern|central|mountain|pacific)"
_AFTER_WORDS = frozenset(
    ("at", "by", "from", "until", "till", "around", "about", "to", "before", "after", "since")
)


_DAY = "(WEEKDAY|WEEKDAY_SHORT .?)"
_HOUR = "(HOUR|TIME|TIME_M) MERIDIEM?"


@rules.add(
    f"{_DAY} (DASH|to|through|thru) {_DAY} (,|at|from|between)? {_HOUR} (DASH|to|and|until) {_HOUR} {ZONE_AT}?"
)
def opening_hours(match: Match) -> Spec | None:
    """Monday to Friday, 8 a.m. to 5 p.m.: those of every week."""
    return NoDate("opening hours, of every week")


_OPEN = frozenset(("is", "are", "daily", "open", "opens"))


@rules.add("from? WEEKDAY (to|through|until|DASH) WEEKDAY")
def opening_days(match: Match) -> Spec | None:
    """Open to visitors from Tuesday to Saturday: those of every week."""
    tokens, first = match.tokens, match.first
    near = {tokens.word(index) for index in range(max(0, first - 5), first)}
    return NoDate("opening hours, of every week") if {"open"} < near & _OPEN or "opens" in near else None


@rules.add(f"<first HOUR|TIME> (DASH|to|and|until) <last HOUR|TIME> MERIDIEM:half {ZONE_AT}?")
def clock_range(match: Match) -> list[Candidate] | None:
    """2-4 p.m.; between 9:30 and 11 a.m."""
    if match.words[1] == "and" and match.before != "between":
        return None
    ends = [[int(part) for part in match.word(name).split(":")] for name in ("first", "last")]
    if not all(1 <= end[0] <= 12 for end in ends):
        return None
    half = match.meaning("half", "MERIDIEM")
    starts_earlier = half == 12 and ends[0][0] % 12 > ends[1][0] % 12  # 11-1 p.m.
    hours = ends[0][0] % 12 + (0 if starts_earlier else half), ends[1][0] % 12 + half
    first, last = (
        Clock((hour, end[1] if len(end) > 1 else None, None)) for hour, end in zip(hours, ends, strict=True)
    )
    left = match.candidate(first, None, "first", "first")
    return [left, Candidate(match.groups["last"][0], match.last, last, "")]


@rules.add(
    f"(TIME:time|HOUR:time) MERIDIEM:half {ZONE_AT}?",
    f"(TIME:time|TIME_M:time) (hours|hrs|o ' clock)? {ZONE_AT}?",
    "HOUR:time o ' clock (in the (morning|afternoon|evening))?",
    "ONES:words (MERIDIEM:half|o ' clock)",
)
def clock_time(match: Match) -> Spec | list[Candidate] | None:
    """5 p.m., 15:00 GMT, nine o'clock."""
    word, half = match.word("time"), match.meaning("half", "MERIDIEM")
    if match.has("words"):
        word = str(match.meaning("words", "ONES"))
    meridiem = word[-2:] if word.endswith("m") else ""
    digits = [int(part) for part in re.split(r"[:.]", word.removesuffix(meridiem))]
    if half is None and not meridiem and len(digits) == 1 and "clock" not in match.words:
        return None
    hour = digits[0]
    half = {"am": 0, "pm": 12}.get(meridiem, half)
    if half is not None:
        if not 1 <= hour <= 12:
            return _no_time(match)
        hour = hour % 12 + half
    if hour > 23:  # 24:00 ends a day: the day alone is safe
        return _no_time(match)
    minute = digits[1] if len(digits) > 1 else None
    return Clock((hour, minute, digits[2] if len(digits) > 2 else None))


@rules.add(f"DIGITS:time MERIDIEM:half {ZONE_AT}?")
def dotted_time(match: Match) -> Spec | None:
    """7.30 p.m."""
    hour, dot, minute = match.word("time").partition(".")
    if not dot or len(minute) != 2 or not 1 <= int(hour) <= 12 or int(minute) > 59:
        return None
    return Clock((int(hour) % 12 + match.meaning("half", "MERIDIEM"), int(minute), None))


@rules.add("BAD_TIME:time")
def impossible_time(match: Match) -> Spec | None:
    """25:00, after "at"."""
    return _no_time(match) if match.before in _AFTER_WORDS else None


def _no_time(match: Match) -> NoDate:
    return NoDate(f"{match.tokens.between(match.first, match.last)} is not a time of day")


@rules.add(f"<time YEAR|DIGITS> (hours|hrs)? {ZONE_AT}", "<time YEAR|DIGITS> (hours|hrs)")
def military_time(match: Match) -> Spec | None:
    """1237 GMT; at 0900 hours; 19.30 BST."""
    word = match.word("time")
    digits = word.replace(".", "")
    if len(digits) != 4 or not digits.isdigit() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    is_bare = match.words[-1] in ("hours", "hrs") and word[0] != "0" and match.before not in ("at", "until")
    return None if is_bare else Clock((int(digits[:2]), int(digits[2:]), None))


@rules.add("a? <part half|quarter|ONES|TENS> minutes? <side past|to> <hour ONES|HOUR>")
def spoken_time(match: Match) -> Spec | None:
    """Half past nine; at a quarter to five; at ten past six."""
    hour = int(match.meaning("hour", "ONES") or match.word("hour"))
    part, side = match.word("part"), match.word("side")
    if (part, side) != ("half", "past") and (match.before not in _AFTER_WORDS or part == "half"):
        return None  # "gave a quarter to five heirs"
    minutes = {"half": 30, "quarter": 15}.get(part) or match.meaning("part", "ONES", "TENS")
    if not 1 <= hour <= 12 or minutes > 30:
        return None
    at = hour * 60 + (minutes if side == "past" else -minutes)
    return Clock((at // 60, at % 60, None))


@rules.add("at? MOMENT:moment")
def moment(match: Match) -> list[Candidate] | None:
    """Noon, midnight."""
    return [match.candidate(Clock((match.meaning("moment", "MOMENT"), 0, None)), None, "moment", "moment")]
