"""Calendar dates with missing parts: the year of a bare month, the Friday that is meant, the month of the 15th.

News: the nearest in the past, by the tense the nearest ahead. Stories: onwards from the date told before.
"""

from explorer.dates.arithmetic import begin_of, nearest_weekday, year_of_weekday
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.tense import (
    AHEAD,
    AHEAD_DAYS,
    AHEAD_MONTHS,
    LEANS_AHEAD,
    LEANS_BACK,
    UNKNOWN,
    Tense,
)
from explorer.dates.placing.absolute import WEEKDAYS, Found, absolute
from explorer.dates.placing.part_of_year import named_holiday, open_part, part_of_year
from explorer.dates.specs import Base, Calendar
from explorer.model.calendar import DAY_S, Day, add_months, day_number, is_valid, weekday
from explorer.model.edtf import (
    MONTHS,
    display,
    interval,
    of_day,
    of_day_number,
    of_month,
    of_year,
    ordinal,
)
from explorer.model.when import Precision, When

_OLD = 10  # years after which a story and its writer have no plans in common
_HALF_A_MONTH = 15  # days
_TOMORROW, _TO_YESTERDAY = 1, 6  # days ahead


def resolve_calendar(spec: Calendar, anchor: Anchor, tense: Tense) -> Found:
    """Complete a calendar date from the anchor."""
    if spec.is_short and spec.year is not None:
        return _ancient(spec, anchor)
    if spec.year is not None or spec.decade is not None or spec.century is not None:
        return absolute(spec)
    base = anchor.base(spec.base)
    if base is None:
        return Found(None, value=_open_value(spec), why=(anchor.nothing,))
    if spec.holiday is not None:
        return named_holiday(spec, anchor, tense)
    if spec.weekend:
        return _weekend(anchor, base, tense)
    if spec.weekday is not None and spec.day is not None and spec.month is None:
        return _weekday_and_day(spec.weekday, spec.day, anchor, base)
    if spec.weekday is not None and spec.month is None:
        return _weekday(spec, anchor, base, tense)
    if spec.is_bare_day:
        return _bare_day(spec, anchor, tense)
    if spec.month is not None:
        return _month(spec, anchor, base, tense)
    return part_of_year(spec, anchor, base, tense)


def _ancient(spec: Calendar, anchor: Anchor) -> Found:
    told = begin_of(anchor.story).year if anchor.story is not None else 2000
    number = spec.year or 0
    if told > 1200:
        return Found(None, value=None, why=("a number: the text is not about such times",))
    year = 1 - number if told < 0 else number
    return Found(
        of_year(year),
        anchor.story,
        (f"a year like “{display(anchor.story or of_year(year))}”, told before",),
        True,
    )


def _open_value(spec: Calendar) -> str | None:
    if spec.weekday is not None and spec.month is None:
        return f"XXXX-WXX-{spec.weekday + 1}"
    if spec.month is not None:
        return f"XXXX-{spec.month:02d}" + (f"-{spec.day:02d}" if spec.day else "")
    return "XXXX-XX-XX" if spec.day else open_part(spec)


def _weekday(spec: Calendar, anchor: Anchor, base: When, tense: Tense) -> Found:
    wanted = spec.weekday or 0
    if anchor.is_story and spec.step is None and anchor.story is not None and anchor.in_story():
        base = anchor.story
    if base.precision.rank > Precision.DAY.rank and spec.step is None and anchor.published is not None:
        base = anchor.published
    if base.precision.rank > Precision.DAY.rank:
        return Found(None, value=f"XXXX-WXX-{wanted + 1}", why=(f"the week is not known: {anchor.name(base)}",))
    number = day_number(*begin_of(base))
    if spec.step is None:
        direction = 1 if base is anchor.story else _direction(number, wanted, tense())
        at = nearest_weekday(number, wanted, direction)
        side = "after" if direction > 0 else "before"
        where = "on or " + side
        if direction > 0 and (told := _weekday_told(anchor, base)) is not None:
            # "On Monday the court gave them until Wednesday", written on Thursday.
            coming = nearest_weekday(day_number(*begin_of(told)) + 1, wanted, 1)
            if coming <= number:
                at, where, base = coming, "after", told
    else:
        where = {-1: "before", 0: "in the week of", 1: "after"}[spec.step]
        at = _stepped_weekday(number, wanted, spec.step, tense)
    why = f"the nearest {WEEKDAYS[wanted]} {where} {anchor.name(base)}"
    return Found(of_day_number(at), base, (why,))


def _weekday_told(anchor: Anchor, base: When) -> When | None:
    """Give the day of the week before that this sentence has told already, None for none."""
    told = anchor.here
    if told is None or base is not anchor.published or told.precision is not Precision.DAY or told.is_interval:
        return None
    return told if 0 < base.lo_s - told.lo_s <= 7 * DAY_S else None


def _direction(number: int, wanted: int, tense: int) -> int:
    """Tell on which side a weekday lies; where the words leave it open, yesterday and tomorrow are near."""
    ahead = nearest_weekday(number, wanted, 1) - number
    if tense == UNKNOWN:
        return 1 if ahead <= _TOMORROW else -1
    return 1 if tense > LEANS_AHEAD or (tense == LEANS_AHEAD and ahead < _TO_YESTERDAY) else -1


def _weekday_and_day(wanted: int, day: int, anchor: Anchor, base: When) -> Found:
    """Find the month near another in which a day falls on a weekday."""
    at, name = begin_of(base), f"{WEEKDAYS[wanted]} the {ordinal(day)}"
    near = base.precision.rank <= Precision.MONTH.rank
    for months in sorted(range(-6, 6), key=abs) if near else ():
        year, month = add_months(at.year, at.month, months)
        if is_valid(year, month, day) and weekday(day_number(year, month, day)) == wanted:
            return Found(of_day(year, month, day), base, (f"{name} nearest to {anchor.name(base)}",))
    return Found(None, value=f"XXXX-XX-{day:02d}", why=(f"no month near {anchor.name(base)} has a {name}",))


def _stepped_weekday(number: int, wanted: int, step: int, tense: Tense) -> int:
    if step < 0:
        return nearest_weekday(number - 1, wanted, -1)
    if step > 0:
        return nearest_weekday(number + 1, wanted, 1)
    side = tense()
    if side == LEANS_BACK:  # "this Friday" is near on either side
        return nearest_weekday(number - 3, wanted, 1)
    return nearest_weekday(number, wanted, 1 if side >= 0 else -1)


def _weekend(anchor: Anchor, base: When, tense: Tense) -> Found:
    if base.precision.rank > Precision.DAY.rank:
        return Found(None, value="XXXX-WXX-WE", why=(f"the week is not known: {anchor.name(base)}",))
    number = day_number(*begin_of(base))
    is_ahead = tense() > 0
    saturday = nearest_weekday(number, 5, 1 if is_ahead else -1)
    side = "after" if is_ahead else "before"
    when = interval(of_day_number(saturday), of_day_number(saturday + 1))
    return Found(when, base, (f"the weekend {side} {anchor.name(base)}",))


def _bare_day(spec: Calendar, anchor: Anchor, tense: Tense) -> Found:
    day = spec.day or 1
    story = anchor.story
    near = anchor.paragraph - anchor.story_paragraph <= 1
    if (
        story is not None
        and story.precision.rank <= Precision.MONTH.rank
        and (near or anchor.published is None)
    ):
        at = begin_of(story)
        if _is_past_month_end(day, story, anchor):
            at = Day(*add_months(at.year, at.month, 1), 1)
        if is_valid(at.year, at.month, day):
            why = f"day {day} of the month before: “{display(of_month(at.year, at.month))}”"
            return Found(of_day(at.year, at.month, day), story, (why,))
    if spec.base is Base.STORY:
        return Found(None, why=("a number: no month was told before",))
    base = anchor.published
    if base is None or base.precision.rank > Precision.MONTH.rank:
        return Found(None, value=f"XXXX-XX-{day:02d}", why=("the month is not known",))
    at = begin_of(base)
    is_known = base.precision.rank <= Precision.DAY.rank
    months = 0
    if is_known and day != at.day:
        is_ahead = tense() > 0
        months = 1 if is_ahead and day < at.day else -1 if not is_ahead and day > at.day else 0
    year, month = add_months(at.year, at.month, months)
    if not is_valid(year, month, day):
        return Found(None, value=None, why=(f"there is no day {day} in that month",))
    return Found(of_day(year, month, day), base, (f"the nearest day {day} to {anchor.name(base)}",))


def _is_past_month_end(day: int, story: When, anchor: Anchor) -> bool:
    """Tell whether news have come from the end of a month to a day of the next: "Dec. 31 ... on the 4th"."""
    if anchor.published is None or anchor.in_story() or story.precision.rank > Precision.DAY.rank:
        return False
    at = begin_of(story)
    ahead = Day(*add_months(at.year, at.month, 1), day)
    return at.day - day > _HALF_A_MONTH and is_valid(*ahead) and ahead <= begin_of(anchor.published)


def _month(spec: Calendar, anchor: Anchor, base: When, tense: Tense) -> Found:
    month = spec.month or 1
    name = MONTHS[month - 1]
    named = _named_day(spec, month, anchor, base) if spec.day is not None else None
    if named is not None:
        return named
    if spec.step == 0 and spec.base is Base.STORY:
        base = anchor.last_past or base
        year, how = anchor.year_of(month, base), f"that {name}, next to {anchor.name(base)}"
    elif spec.step is not None:
        year, how = _stepped_month(spec, base)
    elif anchor.in_story() and not _is_news_ahead(anchor, tense):
        told = anchor.heading or anchor.dated
        if told is None:
            return Found(None, value=_open_value(spec), why=("no year was told before",))
        base, year, how = told, anchor.year_of(month, told), f"{name} next to {anchor.name(told)}"
        if anchor.heading is None and _is_untold(anchor, (year, month, spec.day or 1)) and tense() <= UNKNOWN:
            year, how = year - 1, f"{name} before publication, near {anchor.name(told)}"
    else:
        year, side = _news_year(spec, base, tense)
        how = f"{'day' if spec.day else 'month'} of the nearest {name} {side} {anchor.name(base)}"
    if spec.day is None:
        return Found(of_month(year, month), base, (how,))
    if not is_valid(year, month, spec.day):
        return Found(None, value=None, why=(f"there is no {spec.day} {name} {year}",))
    return Found(of_day(year, month, spec.day), base, (how,))


def _named_day(spec: Calendar, month: int, anchor: Anchor, base: When) -> Found | None:
    """Find the year of a day by its weekday, or by the same day told before."""
    day, name, year = spec.day or 1, MONTHS[month - 1], None
    if spec.weekday is not None:
        year = year_of_weekday(month, day, spec.weekday, begin_of(base).year)
        why = f"the year near {anchor.name(base)} in which {name} {day} is a {WEEKDAYS[spec.weekday]}"
    if year is None:
        year = anchor.told_year(month, day)
        why = f"the {day} {name} told before"
    return Found(of_day(year, month, day), base, (why,)) if year is not None else None


def _is_news_ahead(anchor: Anchor, tense: Tense) -> bool:
    """Tell whether a text, after a glance back, speaks of what is ahead: "claims due to be heard on May 5".

    What a history of long ago has ahead ("until October 15") is not ahead of its writer.
    """
    if anchor.published is None or anchor.heading is not None or anchor.is_entry:
        return False
    is_old = anchor.story is not None and begin_of(anchor.published).year - begin_of(anchor.story).year > _OLD
    least = LEANS_AHEAD if anchor.is_behind() else AHEAD
    return not (is_old and anchor.is_story) and tense() >= least


def _is_untold(anchor: Anchor, date: tuple[int, int, int]) -> bool:
    """Tell whether a date lies after publication: no story has happened there yet."""
    return anchor.published is not None and date > begin_of(anchor.published)


def _stepped_month(spec: Calendar, base: When) -> tuple[int, str]:
    at, month, step = begin_of(base), spec.month or 1, spec.step or 0
    is_day = spec.day is not None and base.precision.rank <= Precision.DAY.rank
    place, here = (
        (month, spec.day or 0) if is_day else (month, 0),
        (at.month, at.day) if is_day else (at.month, 0),
    )
    name = MONTHS[month - 1]
    is_year = base.precision.rank > Precision.MONTH.rank
    if step == 0:
        return at.year, f"{name} of the year {at.year}"
    if step < 0:
        year = at.year if place < here and not is_year else at.year - 1
        return year, f"the last {name} before {display(base)}"
    year = at.year if place > here and not is_year else at.year + 1
    return year, f"the next {name} after {display(base)}"


def _news_year(spec: Calendar, base: When, tense: Tense) -> tuple[int, str]:
    at, month = begin_of(base), spec.month or 1
    if base.precision.rank > Precision.MONTH.rank:
        return at.year, "in the year of"
    if spec.day is not None and base.precision.rank <= Precision.DAY.rank:
        ahead = _days_ahead(at, month, spec.day)
        if ahead == 0:
            return at.year, "on"
        limit = AHEAD_DAYS[tense()]
    else:
        ahead, limit = (month - at.month) % 12, 0
        if ahead == 0:
            return at.year, "in the month of"
        limit = AHEAD_MONTHS[tense()]
    is_passed = (month, spec.day or 0) < (at.month, at.day if spec.day else 0)
    if ahead <= limit:
        return at.year + is_passed, "after"
    return at.year - (not is_passed), "before"


def _days_ahead(at: Day, month: int, day: int) -> int:
    number = day_number(*at)
    this = day_number(at.year, month, min(day, 28)) + max(0, day - 28)
    return this - number if this >= number else this + 365 - number
