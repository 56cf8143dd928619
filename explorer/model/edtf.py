"""EDTF, ISO 8601-2: level 1, with the quarters, halves and decades of level 2; read, built and shown to people.

    2019  2019-04  2019-04-15  2019-04-15T15:30:00+02:00  -0043  Y12345  201X  19XX  1XXX  2019-XX  2019-04-XX
    2019-21..24 (seasons)  2019-33..36 (quarters)  2019-40..41 (halves)  ~ ? % behind  A/B  A/..  ../B  A/  /B

Beyond the standard, an hour and a minute may stand alone (T15, T15:30) and a year of five digits have months
and days, as our own texts need them. What we have no form for is read as what it says: seasons of a
hemisphere (25 to 32) as seasons or their months, thirds of a year (37 to 39) as their months, an unknown end
as an open one, and the zone of a time is left out.

EDTF has no word for "early", "mid" and "late": they travel beside it as a `Modifier` and narrow the interval
to a third of the period. "Before X" is `../X` and "after X" is `X/..` with their modifiers, which leave X out;
without a modifier they mean "until" and "since" and include it. Winter lies over two years and is named by
the first. Midnights are those of the text's own place: no zone is known or assumed.
"""

import re
from dataclasses import replace
from functools import lru_cache

from explorer.model.calendar import (
    DAY_S,
    HOUR_S,
    add_months,
    civil,
    days_in_month,
    is_valid,
    seconds,
    weekday,
)
from explorer.model.errors import ExplorerError
from explorer.model.when import OPEN_HI, OPEN_LO, Modifier, Precision, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")

_YEAR = r"(?P<year>(?!-0000)-?\d{4}|Y-?[1-9]\d{4,8})"
_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3])(?::?[0-5]\d)?|14(?::?00)?))"
_POINT = re.compile(
    rf"(?:{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    rf"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?{_ZONE}?)?|-(?P<some_day>XX))?"
    r"|-(?P<some_month>XX(?:-XX)?))?"
    r"|(?P<decade>-?\d{3})X|(?P<century>-?\d\d)XX|(?P<millennium>-?\d)XXX)(?P<mark>[~?%])?",
    re.ASCII,
)
# What the marks behind a date and the digits left out of it are called.
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_SOME = {"-XX-XX": "a day in ", "-XX": "a month in "}
# Texts speak of the same few dates again and again; what has been built cannot change.
_REMEMBERED = lru_cache(maxsize=4096)
_MODERN = 1000  # a year with fewer digits is shown with its era
_THIRDS = {Modifier.EARLY: (0, 1), Modifier.MID: (1, 2), Modifier.LATE: (2, 3)}


def parse(text: str, modifier: Modifier | None = None) -> When:
    """Read an EDTF text, with the modifier that EDTF cannot say.

    Raises `ExplorerError` where the text is not of the forms above or names a day that does not exist.
    """
    if "/" not in text:
        return modified(_parse_point(text), modifier)
    left, _, right = text.partition("/")
    start = None if left in ("", "..") else _parse_point(left)
    end = None if right in ("", "..") else _parse_point(right)
    if start is None and end is None:
        raise ExplorerError(f"“{text}” is not a date: both ends are open.")
    return modified(interval(start, end), modifier)


def is_edtf(text: str) -> bool:
    """Tell whether `parse` would accept a text."""
    try:
        parse(text)
    except ExplorerError:
        return False
    return True


@_REMEMBERED
def _parse_point(text: str) -> When:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ExplorerError(f"“{text}” is not a date: write 2019, 2019-04, 2019-04-15 or another EDTF.")
    part = match.groupdict()
    if part["year"] is None:
        when = _parse_wide(part)
    elif part["month"] is None:
        when = of_year(_year(part["year"]))
        when = replace(when, edtf=f"{when.edtf}-{part['some_month']}") if part["some_month"] else when
    else:
        when = _parse_fine(text, part)
    mark = part["mark"]
    if mark is None:
        return when
    return replace(when, edtf=when.edtf if when.is_interval else when.edtf + mark, modifier=Modifier.ABOUT)


def _parse_wide(part: dict[str, str | None]) -> When:
    for name, span, build in (("decade", 10, of_decade), ("century", 100, of_century)):
        digits = part[name]
        if digits is not None:
            return build(_first_year(digits, span))
    return of_millennium(_first_year(part["millennium"] or "0", 1000))


def _first_year(digits: str, span: int) -> int:
    """Give a year in a decade or the like; -00XX are the hundred years before 1 CE, and not those of 00XX."""
    return int(digits) * span - digits.startswith("-")


def _parse_fine(text: str, part: dict[str, str | None]) -> When:
    year, code = _year(part["year"] or ""), int(part["month"] or "0")
    if part["day"] is None:
        when = _part_of_year(year, code)
        if when is not None and part["some_day"] is None:
            return when
        if when is not None and when.precision is Precision.MONTH:
            return replace(when, edtf=f"{when.edtf}-XX")
        raise ExplorerError(f"“{text}” is not a date: there is no month {code}.")
    if not is_valid(year, code, int(part["day"])):
        raise ExplorerError(f"“{text}” is not a date: there is no such day.")
    if part["hour"] is None:
        return of_day(year, code, int(part["day"]))
    return of_time(
        year,
        code,
        int(part["day"]),
        int(part["hour"]),
        None if part["minute"] is None else int(part["minute"]),
        None if part["second"] is None else int(part["second"]),
    )


def _part_of_year(year: int, code: int) -> When | None:
    """Build what stands in the place of the month: 1 to 12 months, 21 to 41 the parts of a year."""
    forms = ((1, 12, of_month), (21, 4, of_season), (25, 4, of_season), (33, 4, of_quarter), (40, 2, of_half))
    for first, count, build in forms:
        if first <= code < first + count:
            return build(year, code - first + 1)
    if 29 <= code <= 32:  # seasons of the south, from spring in September; its summer lies over two years
        first = (9, 12, 3, 6)[code - 29]
        return interval(of_month(year, first), of_month(*add_months(year, first, 2)))
    if 37 <= code <= 39:
        last = 4 * (code - 36)
        return interval(of_month(year, last - 3), of_month(year, last))
    return None


def _year(digits: str) -> int:
    return int(digits.lstrip("Y"))


def _year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _months(edtf: str, year: int, month: int, months: int, precision: Precision) -> When:
    end_year, end_month = add_months(year, month, months)
    return When(edtf, seconds(year, month), seconds(end_year, end_month), precision)


def of_time(
    year: int, month: int, day: int, hour: int, minute: int | None = None, second: int | None = None
) -> When:
    """Build an hour, minute or second of a day; raises `ExplorerError` for 25:00."""
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        raise ExplorerError(f"{hour}:{minute or 0:02d} is not a time of day.")
    text = f"{_year_text(year)}-{month:02d}-{day:02d}T{hour:02d}"
    lo_s, width, precision = seconds(year, month, day) + hour * HOUR_S, HOUR_S, Precision.HOUR
    if minute is not None:
        text, lo_s, width, precision = (
            f"{text}:{minute:02d}",
            lo_s + minute * 60,
            60,
            Precision.MINUTE,
        )
        if second is not None:
            text, lo_s, width, precision = (
                f"{text}:{second:02d}",
                lo_s + second,
                1,
                Precision.SECOND,
            )
    return When(text, lo_s, lo_s + width, precision)


@_REMEMBERED
def of_day(year: int, month: int, day: int) -> When:
    """Build a day; the caller has checked that it exists."""
    lo_s = seconds(year, month, day)
    return When(f"{_year_text(year)}-{month:02d}-{day:02d}", lo_s, lo_s + DAY_S, Precision.DAY)


@_REMEMBERED
def of_day_number(number: int) -> When:
    """Build a day from the count of days since 1970-01-01."""
    return of_day(*civil(number))


def of_week(number: int) -> When:
    """Build the week, Monday to Sunday, in which a day number lies."""
    monday = number - weekday(number)
    return interval(of_day_number(monday), of_day_number(monday + 6))


@_REMEMBERED
def of_month(year: int, month: int) -> When:
    """Build a month, 1 to 12."""
    return _months(f"{_year_text(year)}-{month:02d}", year, month, 1, Precision.MONTH)


@_REMEMBERED
def of_quarter(year: int, quarter: int) -> When:
    """Build a quarter, 1 to 4."""
    return _months(f"{_year_text(year)}-{32 + quarter}", year, quarter * 3 - 2, 3, Precision.QUARTER)


def of_half(year: int, half: int) -> When:
    """Build a half year, 1 or 2."""
    return _months(f"{_year_text(year)}-{39 + half}", year, half * 6 - 5, 6, Precision.HALF)


def of_season(year: int, season: int) -> When:
    """Build a season of the northern year: 1 spring (March to May) to 4 winter (December to February)."""
    return _months(f"{_year_text(year)}-{20 + season}", year, season * 3, 3, Precision.SEASON)


@_REMEMBERED
def of_year(year: int) -> When:
    """Build a year, astronomical: 44 BCE is -43."""
    return When(_year_text(year), seconds(year), seconds(year + 1), Precision.YEAR)


def _span_of_years(year: int, span: int, precision: Precision) -> When:
    zeros = len(str(span)) - 1
    number = abs(year) // span * span
    text = ("-" if year < 0 else "") + f"{number:04d}"[:-zeros] + "X" * zeros
    # EDTF masks digits of the absolute year, so that -012X runs from -129 to -120.
    first = number if year >= 0 else -(number + span - 1)
    return When(text, seconds(first), seconds(first + span), precision)


def of_decade(year: int) -> When:
    """Build the decade in which a year lies: 2010 to 2019."""
    return _span_of_years(year, 10, Precision.DECADE)


def of_century(year: int) -> When:
    """Build the hundred years that share a year's first digits: 1900 to 1999."""
    return _span_of_years(year, 100, Precision.CENTURY)


def of_millennium(year: int) -> When:
    """Build the thousand years that share a year's first digit."""
    return _span_of_years(year, 1000, Precision.MILLENNIUM)


def interval(start: When | None, end: When | None) -> When:
    """Join two dates to one interval, both ends included; None is an open end.

    Of a date that is an interval itself, its outer end counts (from a week to a day after it).
    Its precision is that of the coarser end. Raises `ExplorerError` when it ends before it begins.
    """
    known = [when for when in (start, end) if when is not None]
    if not known:
        raise ExplorerError("An interval needs at least one end.")
    if start is not None and end is not None and start.edtf == end.edtf:
        return start
    lo_s = start.lo_s if start else OPEN_LO
    hi_s = end.hi_s if end else OPEN_HI
    first = start.edtf.partition("/")[0] if start else ".."
    last = end.edtf.rpartition("/")[2] if end else ".."
    text = f"{first}/{last}"
    if any(when.is_interval for when in known):
        return parse(text)
    if lo_s >= hi_s:
        raise ExplorerError(f"{text} ends before it begins.")
    precision = max((when.precision for when in known), key=lambda p: p.rank)
    if hi_s - lo_s == 7 * DAY_S and weekday(lo_s // DAY_S) == 0 and precision is Precision.DAY:
        precision = Precision.WEEK
    return When(text, lo_s, hi_s, precision)


def modified(when: When, modifier: Modifier | None) -> When:
    """Blur a date: a third of it, nearness, or the time before or after it."""
    if modifier is None or modifier is when.modifier:
        return when
    if modifier in _THIRDS:
        first, last = _THIRDS[modifier]
        width = when.hi_s - when.lo_s
        blurred = when.edtf if when.is_interval or when.edtf[-1] in "~?%" else when.edtf + "~"
        lo_s, hi_s = when.lo_s + width * first // 3, when.lo_s + width * last // 3
        return replace(when, edtf=blurred, lo_s=lo_s, hi_s=hi_s, modifier=modifier)
    if modifier is Modifier.ABOUT:
        blurred = when.edtf if when.is_interval or when.edtf[-1] in "~?%" else when.edtf + "~"
        return replace(when, edtf=blurred, modifier=modifier)
    base = when.edtf.rstrip("~?%")
    if modifier is Modifier.BEFORE:
        if when.is_interval:  # read back from "../X"
            end = _parse_point(base.rpartition("/")[2])
            return replace(when, hi_s=end.lo_s, modifier=modifier)
        return When(f"../{base}", OPEN_LO, when.lo_s, when.precision, modifier)
    if when.is_interval:
        begin = _parse_point(base.partition("/")[0])
        return replace(when, lo_s=begin.hi_s, modifier=modifier)
    return When(f"{base}/..", when.hi_s, OPEN_HI, when.precision, modifier)


def bounds(when: When) -> tuple[str | None, str | None]:
    """Give a date as `start` and `end` (YYYY, YYYY-MM or YYYY-MM-DD), as exact as the words justify.

    `end` is None where `start` at its own precision says it all.
    """
    left, slash, right = when.edtf.partition("/")
    if not slash:
        return _point_bounds(left)
    if when.modifier is Modifier.BEFORE:
        return _point_bounds(right)
    start = None if left in ("", "..") else _point_bounds(left)[0]
    if right in ("", ".."):
        return start, None
    first, last = _point_bounds(right)
    return start, last or first


def _point_bounds(text: str) -> tuple[str | None, str | None]:
    when = _parse_point(text.rstrip("~?%"))
    if when.precision.rank <= Precision.DAY.rank:
        return when.edtf.partition("T")[0], None
    if when.precision in (Precision.MONTH, Precision.YEAR):
        return when.edtf.replace("-XX", ""), None
    first, last = civil(when.lo_s // DAY_S), civil(when.hi_s // DAY_S - 1)
    if when.precision.rank >= Precision.DECADE.rank:
        return _year_text(first.year), _year_text(last.year)
    return (
        f"{_year_text(first.year)}-{first.month:02d}",
        f"{_year_text(last.year)}-{last.month:02d}",
    )


def display(when: When) -> str:
    """Write a date for people: "15 April 2019", "early 2019", "Q3 2019", "about 2011", "since 2011"."""
    left, slash, right = when.edtf.partition("/")
    if not slash:
        is_third = when.modifier in _THIRDS  # its mark stands for the third
        return _with_modifier(when, _display_end(left.rstrip("~?%") if is_third else left))
    if left in ("", ".."):
        return f"{'before' if when.modifier is Modifier.BEFORE else 'until'} {_display_end(right)}"
    if right in ("", ".."):
        return f"{'after' if when.modifier is Modifier.AFTER else 'since'} {_display_end(left)}"
    return _with_modifier(when, _display_range(left, right))


def _with_modifier(when: When, words: str) -> str:
    match when.modifier:
        case Modifier.EARLY | Modifier.LATE:
            return f"{when.modifier} {words}"
        case Modifier.MID:
            return f"middle of {words}" if when.is_interval or " of " in words else f"mid-{words}"
        case Modifier.ABOUT if when.is_interval:
            return f"about {words}"
    return words


def _display_end(text: str) -> str:
    """Write a point with its mark: "about 2011", "perhaps 2011", "a day in April 1985"."""
    point = text.rstrip("~?%")
    some = next((words for digits, words in _SOME.items() if point.endswith(digits)), "")
    if some and point.count("-", 1) == 2:
        some = "a day in "
    return _MARKS.get(text[len(point) :], "") + some + _display_point(_parse_point(point))


def _display_year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < _MODERN else str(year)


def _display_years(first: int, last: int) -> str:
    begin, end = _display_year(first), _display_year(last)
    if (first > 0) != (last > 0):
        return f"{begin} – {end}"
    return f"{begin.partition(' ')[0]}–{end}"


def _display_point(when: When) -> str:
    at = civil(when.lo_s // DAY_S)
    year = _display_year(at.year)
    match when.precision:
        case Precision.SECOND | Precision.MINUTE | Precision.HOUR:
            return f"{at.day} {MONTHS[at.month - 1]} {year}, {_display_clock(when)}"
        case Precision.DAY | Precision.WEEK:
            return f"{at.day} {MONTHS[at.month - 1]} {year}"
        case Precision.MONTH:
            return f"{MONTHS[at.month - 1]} {year}"
        case Precision.QUARTER:
            return f"Q{at.month // 3 + 1} {year}"
        case Precision.HALF:
            return f"{'first' if at.month == 1 else 'second'} half of {year}"
        case Precision.SEASON if at.month == 12:
            is_modern = at.year >= _MODERN
            return f"winter {year}–{(at.year + 1) % 100:02d}" if is_modern else f"winter {year}"
        case Precision.SEASON:
            return f"{SEASONS[at.month // 3 - 1]} {year}"
        case Precision.YEAR:
            return year
    return _display_wide(when, at.year, civil(when.hi_s // DAY_S - 1).year)


def _display_clock(when: When) -> str:
    minutes = when.lo_s % DAY_S // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _display_wide(when: When, first: int, last: int) -> str:
    """Write a decade, century or millennium; a decade without a name by its years."""
    span = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(when.precision, 1000)
    if span == 10 and first >= 100 and (first % 100 or first == 2000):
        return f"{first}s"  # "the 1900s" are the century
    if span == 10:
        return _display_years(first, last)
    name = "century" if span == 100 else "millennium"
    return f"{ordinal((first if last > 0 else -last) // span + 1)} {name}{'' if last > 0 else ' BCE'}"


def ordinal(number: int) -> str:
    """Write a number as 1st, 2nd, 3rd."""
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _display_range(left: str, right: str) -> str:
    """Write both ends; the first without what it shares with the second."""
    start, end = _parse_point(left), _parse_point(right)
    begin, finish = _display_end(left), _display_end(right)
    if any(text.endswith((*_MARKS, *_SOME)) for text in (left, right)):
        return f"{begin} – {finish}"
    first, last = civil(start.lo_s // DAY_S), civil(end.lo_s // DAY_S)
    both = {start.precision, end.precision}
    if both == {Precision.DAY} and first[:2] == last[:2]:
        return f"{first.day}–{finish}"
    if both == {Precision.YEAR}:
        return _display_years(first.year, last.year)
    if max(one.rank for one in both) < Precision.DAY.rank and first == last:
        return f"{begin}–{_display_clock(end)}"
    if first.year == last.year and both <= {Precision.DAY, Precision.MONTH, Precision.SEASON}:
        return f"{begin.removesuffix(f' {_display_year(first.year)}')} – {finish}"
    if first.year == last.year and both == {Precision.QUARTER}:
        return f"{begin.partition(' ')[0]}–{finish}"
    if both == {Precision.DECADE} and start.lo_s >= seconds(_MODERN):
        return f"{begin}–{finish}"
    return f"{begin} – {finish}"


def clamp_day(year: int, month: int, day: int) -> When:
    """Build a day, moved back to the month's last where that is shorter (31 January and a month later)."""
    return of_day(year, month, min(day, days_in_month(year, month)))
