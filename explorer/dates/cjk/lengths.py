"""Patterns of Chinese and Japanese that count: 三个月前, 3年後, 過去5年間, 每周一, 两天, 下午3点."""

from dataclasses import replace

from explorer.dates.cjk.captures import CLOCK_TIME, clock_of, count_of, number
from explorer.dates.cjk.numbers import is_counted, value_of
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Candidate, Clock, Length, NoDate, Offset, Repeat, Spec
from explorer.model.calendar import is_valid

away = Rules()  # tried before the dates of the calendar
lengths = Rules()  # tried after them

COUNT = "<n DIGITS HAN?|HAN|SOME HAN?|半>"
MANY = f"{COUNT} MORE:more? UNIT:unit <rest 半>? MORE:more?"
_CODES = {
    "year": "1Y",
    "month": "1M",
    "week": "1W",
    "day": "1D",
    "hour": "T1H",
    "quarter": "3M",
    "minute": "T1M",
}


def _unit(match: Match) -> str:
    return str(match.meaning("unit", "UNIT"))


def _count(match: Match) -> float | None:
    """Read a captured count; None is "several": 数年, 三四个月, 十几天."""
    word = match.word("n").replace(",", "")
    if word == "半":
        return 0.5
    if not word or any(part in match.lexicon.tables["SOME"] for part in word.split()):
        return None
    figures, _, unit = word.partition(" ")
    if figures.isascii():
        number = float(figures) * (value_of(f"一{unit}") or 0 if unit else 1)  # 1万年前
    else:
        value = value_of(word)
        if value is None or (len(word) > 1 and not is_counted(word)):
            return None
        number = float(value)
    if match.word("more") in match.lexicon.tables["SOME"]:
        return None
    return number + (0.5 if match.has("rest") else 0)


def _is_year_number(match: Match) -> bool:
    """Tell whether four figures before 年 are a year's and no count."""
    word = match.word("n")
    is_four = len(word) == 4 and (word.isascii() or not is_counted(word)) and not match.has("more")
    return is_four and _unit(match) == "year" and match.words[-1] != "年間"


@away.add(f"ABOUT:about? {MANY} AGO:ago ((的|の) (今天|今日))?")
def units_away(match: Match) -> Spec | list[Candidate] | None:
    """三个月前, 数年前, 十多年后, 2か月前, 半年前."""
    count, unit, side = _count(match), _unit(match), int(match.meaning("ago", "AGO"))
    if _is_year_number(match):
        is_round = int(count or 0) % 100 == 0
        return NoDate("so many years ago, or before that year") if is_round and side < 0 else None
    if match.before in ("第", "満", "满"):
        return None
    spec = Offset(count, unit, side, Base.PUBLISHED if side < 0 else Base.STORY)
    mod = "APPROX" if match.has("about") or match.has("more") else None
    first = match.groups["about"][1] if match.has("about") else match.first
    return [Candidate(first, match.last, spec, "", mod)]


@away.add("<n DIGITS|HAN|SOME> 日 MORE? AGO:ago")
def days_away(match: Match) -> Spec | None:
    """3日前, 数日後: days, in Japanese; Chinese counts 天 and means a day of the month."""
    count = _count(match)
    if "日間" not in match.lexicon.tables["UNIT"]:
        return None
    side = int(match.meaning("ago", "AGO"))
    return Offset(count, "day", side, Base.PUBLISHED if side < 0 else Base.STORY)


@away.add(f"FACE:face (的|の)? {MANY}")
def length_beside_now(match: Match) -> Spec | None:
    """过去三年, 近两个月, 今後5年間."""
    return (
        None if _is_year_number(match) else Length(_count(match), _unit(match), match.meaning("face", "FACE"))
    )


@away.add(f"(前|头|最初の) {number('n')} (UNIT:unit|季度|四半期)")
def first_units(match: Match) -> Spec | None:
    """前三季度, 头九个月."""
    unit = _unit(match) if match.has("unit") else "quarter"
    count = _count(match)
    return Length(count, unit, edge=1) if unit in ("month", "quarter") and count else None


@away.add(f"<first EVERY 年 (的|の)? {number('month')} 月?> RANGE <last {number('month_to')} 月>")
def every_range(match: Match) -> list[Candidate] | None:
    """每年的4月至10月."""
    first, last = count_of(match, "month") or 0, count_of(match, "month_to") or 0
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    return [
        match.candidate(Repeat(f"XXXX-{first:02d}"), None, "first", "first"),
        match.candidate(Repeat(f"XXXX-{last:02d}"), None, "last", "last"),
    ]


@away.add(
    f"EVERY 年 的? {number('month')} 月 ({number('day')} (日|号))?",
    f"EVERY (个月|月) {number('day')} (日|号)",
    "EVERY (周|週)? の? WEEKDAY:weekday",
    "EVERY 周 WEEKDAY_SIGN:weekday",
    "EVERY UNIT:unit (年|月)? EDGE",
    "EVERY <unit_word 月> EDGE",
    f"EVERY {number('n')}? UNIT:unit",
    "EVERY <unit_word 日|月|週|季度|朝|晚|晩|夜>",
)
def every(match: Match) -> Spec | None:
    """每年, 毎日, 每周一, 每三个月, 每年4月15日."""
    if match.has("weekday"):
        if match.after in ("天", "次"):
            return None  # 每周五天 are five days
        return Repeat(f"XXXX-WXX-{match.meaning('weekday', 'WEEKDAY', 'WEEKDAY_SIGN') + 1}")
    if match.has("month") or match.has("day"):
        return _every_date(match)
    word = match.word("unit_word")
    if word in ("朝", "晚", "晩", "夜"):
        return Repeat("XXXX-XX-XXT" + ("MO" if word == "朝" else "NI"))
    unit = {"日": "day", "月": "month", "週": "week", "季度": "quarter"}.get(word) or _unit(match)
    code, count = _CODES.get(unit), count_of(match, "n") if match.has("n") else 1
    if code is None or not count:
        return None
    digits = "".join(filter(str.isdigit, code))
    return Repeat("P" + code.replace(digits, str(count * int(digits))))


def _every_date(match: Match) -> Spec | None:
    month, day = count_of(match, "month"), count_of(match, "day")
    if not is_valid(4, 1 if month is None else month, 1 if day is None else day):
        return NoDate("there is no such day or month")
    head = "XXXX-XX" if month is None else f"XXXX-{month:02d}"
    return Repeat(head if day is None else f"{head}-{day:02d}")


@lengths.add(f"{number('n')} 日 (間|内|以内)", f"{MANY} (以内|之内|内)?")
def length(match: Match) -> Spec | list[Candidate] | None:
    """三年, 两个月, 3日間, 半年, 90天内."""
    if match.before in ("第", "同", "今", "这", "这一") or (match.has("unit") and _is_year_number(match)):
        return None
    is_limit = match.words[-1] in ("内", "以内", "之内")
    spec = Length(_count(match), _unit(match) if match.has("unit") else "day", is_limit=is_limit)
    if spec.unit in ("minute", "second", "century") and spec.count is None:
        return None
    return [replace(match.candidate(spec), last=match.last - is_limit)]


@away.add(f"<first DAYPART:part {number('hour')} HOUR_MARK> RANGE <last {number('hour_to')} HOUR_MARK>")
def clock_range(match: Match) -> list[Candidate] | None:
    """午後7時から9時: the part of the day is that of both."""
    first, last = clock_of(match), clock_of(match, "hour_to")
    if not (isinstance(first, tuple) and isinstance(last, tuple)) or last <= first:
        return None
    return [
        match.candidate(Clock(first), None, "first", "first"),
        match.candidate(Clock(last), None, "last", "last"),
    ]


@lengths.add(f"DAYPART:part {CLOCK_TIME}", "<hour DIGITS> HOUR_MARK (<half 半>|<minute DIGITS> 分)?")
def clock_time(match: Match) -> Spec | None:
    """下午3点, 午後3時30分, 15时; 3点 alone is a point of a list."""
    hour_mark = match.tokens.word(match.groups["hour"][1]) if match.has("hour") else ""
    if not match.has("part") and hour_mark == "点" and not match.has("minute"):
        return None
    at = clock_of(match)
    return at if isinstance(at, NoDate) else Clock(at) if at is not None else None
