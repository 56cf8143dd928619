"""Patterns of dates in Chinese and Japanese: 2019年4月15日, 令和元年5月, 上周五, 三个月前, 3月3日から5日まで.

One grammar for both; the words are in `zh.toml` and `ja.toml`, whose missing words make patterns silent.
"""

from dataclasses import replace

from explorer.dates.cjk.captures import (
    CLOCK_AT,
    OF,
    WEEKDAY_AT,
    calendar_of,
    clock_of,
    count_of,
    date_at,
    day_at,
    edge_at,
    month_at,
    number,
    shift_of,
    step_of,
    year_at,
)
from explorer.dates.cjk.numbers import is_counted
from explorer.dates.english.numeric_rules import iso_date
from explorer.dates.grammar.numbers import short_year
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, Candidate, Clock, NoDate, Shift, Spec, Vague

rules = Rules()

YEAR, MONTH, DAY = year_at(), month_at(), day_at()
EDGE_AT = edge_at()
YEAR_OF, MONTH_OF = f"{YEAR} {OF}?", f"{MONTH} {OF}?"
RANGE = "(RANGE RANGE?)"
NTH_CENTURY = f"{number('nth')} (世纪|世紀)"


def finished(match: Match, spec: Spec | None) -> Spec | list[Candidate] | None:
    """Add what stands around a date: its part (底), 约 before it, the side that a word behind it tells."""
    if spec is None or isinstance(spec, NoDate):
        return spec
    mod = match.meaning("edge", "EDGE") or match.meaning("about", "ABOUT")
    first = match.groups["about"][1] if match.has("about") else match.first
    return [Candidate(first, match.last, spec, "", mod, _side(match))]


def _side(match: Match) -> str | None:
    """Tell the side of a date: 以来, まで behind it; 自 before it, which 起 behind it completes."""
    if match.after == "至" and match.tokens.word(match.last + 1).startswith("今"):
        return "since"
    before = match.before
    side = match.lexicon.meaning("SIDE", match.after) or match.lexicon.meaning("SIDE_BEFORE", before) or ""
    side, _, frame = str(side).partition(" ")
    is_framed = not frame or before in match.lexicon.tables["FROM"]  # 从2017年开始, not 3月3日开始
    return side if side and is_framed else None


def timed(match: Match, spec: Calendar | NoDate | None) -> Spec | None:
    """Add the captured weekday and time of day to a day."""
    at = clock_of(match)
    if not isinstance(spec, Calendar) or isinstance(at, NoDate):
        return at if isinstance(at, NoDate) else spec
    weekday = match.meaning("weekday", "WEEKDAY", "WEEKDAY_SIGN") if spec.month is not None else None
    return replace(spec, weekday=weekday, clock=at, daypart=None if at else match.meaning("part", "DAYPART"))


# --- ranges


@rules.add(f"<left {date_at()} <bare DIGITS|HAN>?> {RANGE} <right {date_at('_to')}>")
def range_of_dates(match: Match) -> list[Candidate] | None:
    """2018年至2019年, 2019年3月到5月, 3月3日から5日, 3—5月."""
    left, right = calendar_of(match), calendar_of(match, "_to")
    if not isinstance(left, Calendar) or not isinstance(right, Calendar) or right == Calendar():
        return None
    if match.has("bare"):
        if (bared := _with_bare(left, right, count_of(match, "bare") or 0)) is None:
            return None
        left = bared
    if left == Calendar() or (left.day is None) != (right.day is None):
        return None
    if (left.month is None) != (right.month is None) and right.day is None:
        return None
    parts = [match.meaning(name, "EDGE") for name in ("edge", "edge_to")]
    return [
        match.candidate(left, parts[0], "left", "left"),
        match.candidate(_completed(left, right), parts[1], "right", "right"),
    ]


def _with_bare(left: Calendar, right: Calendar, bare: int) -> Calendar | None:
    """Give a number without a unit the unit of the date that it begins the range to: 2016—2019年, 3—5月."""
    if right.within is None and right.month is right.day is None and right.year is not None:
        is_year = left == Calendar() and 1000 <= bare <= 2999
        return Calendar(bare) if is_year else None
    if right.year is not None or right.within is not None:
        return None
    if right.day is None:
        return replace(left, month=bare) if 1 <= bare <= 12 and left.month is None else None
    is_day = 1 <= bare <= 31 and left.day is None and right.month is None
    return replace(left, day=bare) if is_day else None


def _completed(left: Calendar, right: Calendar) -> Calendar:
    """Give the right end of a range the month and the year that only the left one names."""
    if right.day is not None and right.month is None:
        right = replace(right, month=left.month, within=right.within or left.within)
    if right.year is not None or right.within is not None:
        return right
    if left.within is not None and left.within.unit == "year":
        return replace(right, within=left.within)
    if left.year is None:
        return right
    is_later = right.month is not None and (right.month, right.day or 31) < (left.month or 0, left.day or 0)
    return replace(right, year=left.year + is_later)


# --- days, weekdays, times


@rules.add(
    f"ABOUT:about? {YEAR_OF} {MONTH_OF} {DAY} {WEEKDAY_AT}? {CLOCK_AT}?",
    f"ABOUT:about? {MONTH_OF} {DAY} {WEEKDAY_AT}? {CLOCK_AT}?",
    f"ABOUT:about? {MONTH_OF} {DAY} EDGE:edge",
)
def day_of_month(match: Match) -> Spec | list[Candidate] | None:
    """2019年4月15日（星期一）下午3点, 4月15日, 上个月15日."""
    return finished(match, timed(match, calendar_of(match)))


@rules.add(f"{DAY} {WEEKDAY_AT}? {CLOCK_AT}?")
def bare_day(match: Match) -> Spec | list[Candidate] | None:
    """15日, in a text that has told the month; 一日 is a word, 15号 a line or a house."""
    word, before = match.word("day"), match.before
    if match.tokens.word(match.groups["day"][1]) == "号" or (not word.isascii() and not is_counted(word)):
        return None
    if before == "第" or match.after in ("内", "以内", "游", "間"):
        return None
    if match.tokens.text.startswith("も早", match.tokens.ends[match.last - 1]):
        return None  # 一日も早く
    spec = calendar_of(match)
    if match.after in ("前", "后", "以前", "以后"):
        return NoDate("so many days away, or a day of the month")
    return finished(match, timed(match, spec))


@rules.add(f"DAY_STEP:day_step {CLOCK_AT}?")
def near_day(match: Match) -> Spec | list[Candidate] | None:
    """昨天, 今日, 翌日, 昨天下午3点."""
    steps, base = step_of(match, "day_step", "DAY_STEP")
    at, part = clock_of(match), match.meaning("part", "DAYPART")
    if isinstance(at, NoDate):
        return at
    if at is not None or part is not None:
        return Clock(at, None if at else part, steps, base)
    return finished(match, Shift("day", steps, base))


@rules.add(f"<near 昨|今|明> OPEN {number('day')} CLOSE 日")
def near_day_with_number(match: Match) -> Spec | list[Candidate] | None:
    """昨（15）日."""
    return finished(match, Shift("day", {"昨": -1, "今": 0, "明": 1}[match.word("near")], Base.PUBLISHED))


@rules.add(
    "NIGHT_STEP:night <hour DIGITS|HAN> HOUR_MARK (<half 半>|<minute DIGITS|HAN> 分)?", "NIGHT_STEP:night"
)
def near_night(match: Match) -> Spec | None:
    """昨晚, 今朝."""
    steps, part, *told = match.meaning("night", "NIGHT_STEP").split()
    at = clock_of(match)
    if isinstance(at, NoDate):
        return at
    if at is not None and part == "NI" and 5 <= at[0] < 12:
        at = (at[0] + 12, *at[1:])
    return Clock(at, None if at else part, int(steps), Base.STORY if told else Base.PUBLISHED)


@rules.add(
    f"WEEK_STEP:week_step {OF}? WEEKDAY:weekday {CLOCK_AT}?",
    f"WEEK_STEP:week_step WEEKDAY_SIGN:weekday {CLOCK_AT}?",
    "WEEK_STEP:week_step <weekend 末>",
)
def day_of_week(match: Match) -> Spec | list[Candidate] | None:
    """上周五, 先週の金曜日, 下周末."""
    within = shift_of(match, "week_step", "week")
    if match.has("weekend"):
        return finished(match, Calendar(weekend=True, within=within))
    is_counting = match.word("weekday") == "一" and match.after in match.lexicon.tables["CLASSIFIER"]
    if is_counting and within is not None:
        return [match.candidate(within, None, "week_step", "week_step")]
    weekday = match.meaning("weekday", "WEEKDAY", "WEEKDAY_SIGN")
    return finished(match, timed_weekday(match, Calendar(weekday=weekday, within=within)))


@rules.add(f"WEEKDAY:weekday {CLOCK_AT}?")
def weekday(match: Match) -> Spec | list[Candidate] | None:
    """周五, 金曜日; in 一周三次 a week is counted."""
    before = match.before
    if before in match.lexicon.tables["SOME"] or before.isdigit() or before in ("每", "毎", "两"):
        return None
    if before and all(char in "一二三四五六七八九十" for char in before):
        return None
    return finished(match, timed_weekday(match, Calendar(weekday=match.meaning("weekday", "WEEKDAY"))))


def timed_weekday(match: Match, spec: Calendar) -> Spec:
    """Add the captured time of day to a weekday."""
    at = clock_of(match)
    if isinstance(at, NoDate):
        return at
    return replace(spec, clock=at, daypart=None if at else match.meaning("part", "DAYPART"))


@rules.add(f"({YEAR_OF})? {MONTH_OF} 第 {number('nth')} 个? WEEKDAY:weekday")
def nth_weekday(match: Match) -> Spec | list[Candidate] | None:
    """9月の第2月曜日."""
    spec, nth = calendar_of(match), count_of(match, "nth") or 0
    if not isinstance(spec, Calendar) or not 1 <= nth <= 5:
        return spec if isinstance(spec, NoDate) else None
    return replace(spec, weekday=match.meaning("weekday", "WEEKDAY"), nth=nth, part="weekday")


@rules.add("ISO:date TIME:time")
def stamp(match: Match) -> Spec | list[Candidate] | None:
    """2020-02-12 23:35:00."""
    spec = iso_date(match)
    return timed(match, spec) if isinstance(spec, Calendar) else spec


# --- parts of a year


@rules.add(
    f"{YEAR_OF} 第? {number('nth')} QUARTER",
    f"{YEAR_OF} <first 首> QUARTER",
    f"第? {number('nth')} (季度|四半期|财季)",
)
def quarter(match: Match) -> Spec | list[Candidate] | None:
    """2020年第三季度, 一季度, 第3四半期; a bare 第三季 is of a series.

    Without a year nobody can tell whose fiscal year it is of, where those begin in another month than January.
    """
    nth = 1 if match.has("first") else count_of(match, "nth")
    if nth is None or not 1 <= nth <= 4:
        return NoDate("a year has four quarters") if nth else None
    spec = calendar_of(match)
    if spec == Calendar() and match.lexicon.tables["FISCAL_MONTH"]:
        return Vague(f"XXXX-Q{nth}")
    return finished(match, replace(spec, quarter=nth) if isinstance(spec, Calendar) else spec)


@rules.add(f"{YEAR_OF} QUARTER_CODE:code", "QUARTER_CODE:code")
def quarter_code(match: Match) -> Spec | list[Candidate] | None:
    """2020年Q3."""
    spec = calendar_of(match)
    nth = int(match.word("code").strip("q"))
    return finished(match, replace(spec, quarter=nth) if isinstance(spec, Calendar) else spec)


@rules.add(f"{YEAR_OF} HALF:half", "HALF:half")
def half(match: Match) -> Spec | list[Candidate] | None:
    """2019年上半年, 下期."""
    spec = calendar_of(match)
    nth = match.meaning("half", "HALF")
    if spec == Calendar() and match.lexicon.tables["FISCAL_MONTH"]:
        return Vague(f"XXXX-H{nth}")
    return finished(match, replace(spec, half=nth) if isinstance(spec, Calendar) else spec)


@rules.add(f"{YEAR_OF} SEASON:season {EDGE_AT}?", "SEASON_STEP:near")
def season(match: Match) -> Spec | list[Candidate] | None:
    """2019年春季, 去年夏天, 今夏."""
    if match.has("near"):
        which, step = match.meaning("near", "SEASON_STEP").split()
        return Calendar(season=int(which), within=Shift("year", int(step), Base.PUBLISHED))
    spec = calendar_of(match)
    nth = match.meaning("season", "SEASON")
    return finished(match, replace(spec, season=nth) if isinstance(spec, Calendar) else spec)


@rules.add(f"{YEAR_OF} HOLIDAY:holiday", "HOLIDAY:holiday")
def holiday(match: Match) -> Spec | list[Candidate] | None:
    """2020年元旦, 大晦日."""
    spec = calendar_of(match)
    day = match.meaning("holiday", "HOLIDAY")
    if isinstance(spec, Calendar) and spec.within is not None:
        month, day_of = (int(part) for part in day.split("-"))
        return finished(match, replace(spec, month=month, day=day_of))
    return finished(match, replace(spec, holiday=day) if isinstance(spec, Calendar) else spec)


# --- months, years and longer


@rules.add(f"ABOUT:about? {YEAR_OF} {MONTH} {EDGE_AT}?", f"ABOUT:about? {MONTH} {EDGE_AT}?")
def month(match: Match) -> Spec | list[Candidate] | None:
    """2019年4月, 三月底, 上个月, 今年3月."""
    spec = calendar_of(match)
    if isinstance(spec, Calendar) and spec.month is None and spec.within is not None and spec.year is None:
        return finished(match, spec.within)
    return finished(match, spec)


@rules.add(f"{YEAR} <middle 年 中>", f"ABOUT:about? {YEAR} {EDGE_AT}?", "(年 EDGE:edge)")
def year(match: Match) -> Spec | list[Candidate] | None:
    """2019年, 令和2年, 公元前221年, 去年底, 年初."""
    if not match.has("year") and not match.has("year_step"):
        known = match.before.isascii() or not match.tokens.is_glued(match.first)
        is_count = known and match.before.isdigit()
        return None if is_count else finished(match, Shift("year", 0, Base.PUBLISHED))
    spec = calendar_of(match)
    if isinstance(spec, Calendar) and match.has("middle"):
        return [match.candidate(spec.within or spec, "MID")]
    if isinstance(spec, Calendar) and spec.within is not None and spec.fiscal_month == 1:
        return finished(match, spec.within)
    return finished(match, spec)


@rules.add(f"(({NTH_CENTURY}|CENTURY_STEP:century_step) {OF}?)? {number('tens')} 年代 {EDGE_AT}?")
def decade(match: Match) -> Spec | list[Candidate] | None:
    """20世纪90年代, 上世纪八十年代初, 90年代, 1990年代."""
    tens, century = count_of(match, "tens"), count_of(match, "nth")
    if tens is None or tens % 10 or (tens > 90 and not 1000 <= tens <= 2090):
        return None
    if match.has("century_step"):
        return finished(match, Calendar(decade=tens, within=shift_of(match, "century_step", "century")))
    if century is not None and tens <= 90:
        return finished(match, Calendar(decade=(century - 1) * 100 + tens))
    if tens == 20:
        return NoDate("the twenties of an unnamed century")
    return finished(match, Calendar(decade=short_year(tens)))


@rules.add(f"EPOCH:epoch? {NTH_CENTURY} {EDGE_AT}?", f"CENTURY_STEP:century_step {EDGE_AT}?")
def century(match: Match) -> Spec | list[Candidate] | None:
    """19世纪, 公元前3世纪, 21世紀初頭, 上世纪."""
    if match.has("century_step"):
        return finished(match, shift_of(match, "century_step", "century"))
    nth = count_of(match, "nth")
    if nth is None or not 1 <= nth <= 30 or match.after in match.lexicon.tables["AGO"]:
        return None
    is_bc = match.meaning("epoch", "EPOCH") == "BC"
    return finished(match, Calendar(century=-(nth - 1) * 100 - 1 if is_bc else (nth - 1) * 100))


@rules.add("WEEK_STEP:week_step", "QUARTER_STEP:quarter_step")
def near_unit(match: Match) -> Spec | list[Candidate] | None:
    """上周, 来週, 上季度."""
    return finished(match, shift_of(match, "week_step", "week") or shift_of(match, "quarter_step", "quarter"))


@rules.add("月 EDGE:edge")
def part_of_this_month(match: Match) -> Spec | list[Candidate] | None:
    """月底, 月初."""
    return None if match.before.isdigit() else finished(match, Shift("month", 0, Base.PUBLISHED))
