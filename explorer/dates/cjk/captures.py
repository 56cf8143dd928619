"""Pieces that the patterns of Chinese and Japanese share, and how to read what they captured.

Fragments are functions of a suffix, so that a range can hold two of each: `year` and `year_to`.
"""

from dataclasses import replace

from explorer.dates.cjk.numbers import is_counted, value_of
from explorer.dates.grammar.numbers import short_year
from explorer.dates.grammar.rules import Match
from explorer.dates.specs import Base, Calendar, NoDate, Shift
from explorer.model.calendar import Day, is_valid

OF = "(的|の)"
WEEKDAY_AT = "(OPEN WEEKDAY_SIGN:weekday CLOSE|OPEN WEEKDAY:weekday CLOSE|、? WEEKDAY:weekday)"
CLOCK_TIME = "(<hour DIGITS|HAN> HOUR_MARK (<half 半>|<minute DIGITS|HAN> 分)?|TIME:time)"
CLOCK_AT = f"((的|の)? (DAYPART:part {CLOCK_TIME}?|{CLOCK_TIME}))"

_LUNISOLAR_UNTIL = 1873  # when Japan took the calendar that we count in
_BC, _AD = "BC", "AD"


def edge_at(suffix: str = "") -> str:
    """Write the pattern of a part of a period behind it: 底, 下旬, の初め."""
    return f"((的|の)? (年|月)? EDGE:edge{suffix})"


def number(name: str) -> str:
    """Write the pattern of a captured number."""
    return f"<{name} DIGITS|HAN>"


def year_at(suffix: str = "") -> str:
    """Write the pattern of a year: 2019年, 令和元年, 公元前221年, 去年."""
    named = f"EPOCH:epoch{suffix}? <year{suffix} DIGITS|HAN|元> (年|年度|财年|年间)"
    return f"({named}|YEAR_STEP:year_step{suffix})"


def month_at(suffix: str = "") -> str:
    """Write the pattern of a month: 4月, 四月份, 上个月."""
    return f"({number('month' + suffix)} (月|月份)|MONTH_STEP:month_step{suffix})"


def day_at(suffix: str = "") -> str:
    """Write the pattern of a day: 15日, 十五号."""
    return f"{number('day' + suffix)} (日|号|日現在)"


def date_at(suffix: str = "") -> str:
    """Write the pattern of a year, a month and a day, each of which may be missing, and of a part of them."""
    day = f"({day_at(suffix)} {WEEKDAY_AT}?)?"
    return f"({year_at(suffix)} {OF}?)? ({month_at(suffix)} {OF}?)? {day} {edge_at(suffix)}?"


def count_of(match: Match, name: str) -> int | None:
    """Read a captured whole number."""
    word = match.word(name)
    return value_of(word) if word else None


def step_of(match: Match, name: str, concept: str) -> tuple[int, Base]:
    """Read the steps of a captured word and what they count from: 去年 is -1 from publication."""
    steps, _, told = str(match.meaning(name, concept)).partition(" ")
    return int(steps), Base.STORY if told == "told" else Base.PUBLISHED


def shift_of(match: Match, name: str, unit: str) -> Shift | None:
    """Read a captured 去年, 上个月."""
    if not match.has(name):
        return None
    steps, base = step_of(match, name, name.removesuffix("_to").upper())
    return Shift(unit, steps, base)


def _shift_of_both(match: Match, suffix: str) -> Shift | None:
    """Read a captured 去年, 上个月, or both: 前年同月 is twelve months back."""
    year = shift_of(match, "year_step" + suffix, "year")
    month = shift_of(match, "month_step" + suffix, "month")
    return replace(month, steps=12 * year.steps + month.steps) if year and month else month or year


def _first_day(text: str) -> Day | None:
    return Day(*(int(part) for part in text.split("-"))) if text else None


def _is_year(word: str, year: int, *, has_month: bool, is_bracketed: bool) -> bool:
    """Tell whether a number before 年 is a year by its looks: 2019, 二〇一九, 08, 19年4月, (618年—907年)."""
    if not word.isascii() and is_counted(word):
        return 1000 < year < 2100 and year % 100 != 0  # 两千零八年; 两千年 are two thousand years
    if len(word) == 3:
        return is_bracketed
    if len(word) == 2:
        return has_month or word[0] in "0〇零"
    return len(word) == 4 and 1000 <= year <= 2999


def year_of(match: Match, suffix: str = "") -> int | NoDate | None:
    """Read a captured year, astronomical; None where it is a number of years."""
    word = match.word("year" + suffix)
    if not word:
        return None
    epoch = match.meaning("epoch" + suffix, "EPOCH")
    year = 1 if word == "元" else value_of(word)
    if year is None or (word == "元" and epoch in (None, _BC, _AD)):
        return None
    if epoch is None:
        has_month = match.has("month" + suffix) or match.has("bare")
        is_bracketed = match.before == "(" and match.has("year") and match.has("year_to")
        is_year = _is_year(word, year, has_month=has_month, is_bracketed=is_bracketed)
        if _year_word(match, suffix) == "年间" and year % 100 == 0:
            return None
        return short_year(year) if is_year else None
    if epoch in (_BC, _AD):
        return (1 - year if epoch == _BC else year) if 0 < year < 10_000 else None
    return _year_of_era(match, suffix, epoch, year)


def _year_of_era(match: Match, suffix: str, epoch: str, number: int) -> int | NoDate:
    begin, end = (_first_day(part) for part in epoch.split("/"))
    year = (begin.year if begin else 0) + number - 1
    month, day = count_of(match, "month" + suffix), count_of(match, "day" + suffix)
    is_early = begin is not None and (year, month or 12, day or 31) < begin
    is_late = end is not None and (year, month or 1, day or 1) > end
    if number < 1 or is_early or is_late:
        return NoDate(f"{match.word('epoch' + suffix)} has no such year or day")
    return year


def calendar_of(match: Match, suffix: str = "") -> Calendar | NoDate | None:
    """Read the captured year, month and day; None where they are no date by their looks."""
    year = year_of(match, suffix)
    month, day = count_of(match, "month" + suffix), count_of(match, "day" + suffix)
    within = _shift_of_both(match, suffix)
    if isinstance(year, NoDate):
        return year
    if match.has("year" + suffix) and year is None:
        return None
    if month is not None and not 1 <= month <= 12:
        return NoDate(f"there is no month {month}")
    if day is not None and not is_valid(4 if year is None else year, month or 1, day):
        return NoDate(f"there is no day {day} in month {month}" if month else f"no month has a day {day}")
    is_era = match.meaning("epoch" + suffix, "EPOCH") not in (None, _BC, _AD)
    is_old = is_era and year is not None and year < _LUNISOLAR_UNTIL
    spec = Calendar(year, *((None, None) if is_old else (month, day)), within=within)
    word = _year_word(match, suffix)
    if month is None and word.endswith(("年度", "财年")):
        return replace(spec, is_fiscal=True, fiscal_month=match.lexicon.tables["FISCAL_MONTH"].get("年度", 1))
    return spec


def _year_word(match: Match, suffix: str) -> str:
    """Give the word that ends a captured year: 年, 年度, 昨年度."""
    if match.has("year" + suffix):
        return match.tokens.word(match.groups["year" + suffix][1])
    return match.word("year_step" + suffix)


def clock_of(match: Match, name: str = "hour") -> tuple[int, int | None, int | None] | NoDate | None:
    """Read a captured time of day, with the part of the day that tells 3 from 15 o'clock."""
    if match.has("time"):
        hour, *rest = (int(part) for part in match.word("time").split(":"))
    elif match.has(name):
        hour = count_of(match, name) or 0
        rest = [30] if match.has("half") else [count_of(match, "minute") or 0] if match.has("minute") else []
    else:
        return None
    part = match.meaning("part", "DAYPART")
    is_later = part in ("AF", "EV") or (part == "NI" and hour >= 5) or (part == "MI" and hour < 5)
    if is_later and hour < 12:
        hour += 12
    if hour > 24 or any(each > 59 for each in rest):
        return NoDate("there is no such time of day")
    if hour == 24 or (part == "NI" and hour == 12):
        return None  # the midnight that ends the day: the day alone is safe
    return hour, rest[0] if rest else None, rest[1] if len(rest) > 1 else None
