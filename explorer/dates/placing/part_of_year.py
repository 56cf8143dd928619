"""Parts of a year without their year: quarters, halves, seasons, holidays; `partial` has days and months."""

from explorer.dates.arithmetic import begin_of, holiday, nth_quarter, season_index
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.tense import AHEAD_DAYS, UNKNOWN, Tense
from explorer.dates.placing.absolute import Found
from explorer.dates.specs import Base, Calendar
from explorer.dates.timex import SEASON_CODES
from explorer.model.calendar import DAY_S
from explorer.model.edtf import SEASONS, of_half, of_quarter, of_season
from explorer.model.when import Precision, When

_IN_SIGHT = 30  # days before a holiday in which people already do things for it


def part_of_year(spec: Calendar, anchor: Anchor, base: When, tense: Tense) -> Found:
    """Place a quarter, half or season."""
    if anchor.in_story() and spec.step is None and anchor.story is not None:
        base = anchor.story
    elif spec.step == 0 and base is anchor.story:
        base = anchor.last or base  # "that same spring"
    if base.precision.rank > Precision.YEAR.rank and not base.is_interval:
        return Found(None, value=open_part(spec), why=(f"the year is not told: {anchor.name(base)}",))
    if spec.quarter is not None:
        return _quarter(spec, anchor, base, tense)
    if spec.half is not None:
        year = begin_of(base).year + _years_to_half(spec.half, anchor, base, tense)
        return Found(of_half(year, spec.half), base, (f"the half near {anchor.name(base)}",))
    if spec.season is not None:
        return _season(spec, anchor, base, tense)
    return Found(None, why=("which part of a year is not told",))


def open_part(spec: Calendar) -> str:
    """Write a part of a year that is not known."""
    if spec.season is not None:
        return "XXXX-" + SEASON_CODES[spec.season - 1]
    return f"XXXX-Q{spec.quarter}" if spec.quarter is not None else "XXXX"


def _quarter(spec: Calendar, anchor: Anchor, base: When, tense: Tense) -> Found:
    at, quarter = begin_of(base), spec.quarter or 1
    if base is not anchor.published or base.precision.rank > Precision.QUARTER.rank:
        return Found(
            of_quarter(at.year, quarter), base, (f"quarter {quarter} of the year of {anchor.name(base)}",)
        )
    index = at.year * 4 + (at.month - 1) // 3
    ahead = (quarter - 1 - index) % 4
    # A quarter that has begun is meant; the next one too, unless the text looks back.
    steps = ahead if ahead == 0 or (ahead <= 2 and tense() > 0) or (ahead == 1 and tense() >= 0) else ahead - 4
    side = "of" if steps == 0 else "after" if steps > 0 else "before"
    return Found(
        nth_quarter(index + steps), base, (f"the nearest quarter {quarter} {side} {anchor.name(base)}",)
    )


def _years_to_half(half: int, anchor: Anchor, base: When, tense: Tense) -> int:
    """Tell in which year a half lies: past is not what has hardly begun, ahead not what is long over."""
    if base is not anchor.published or base.precision.rank > Precision.MONTH.rank:
        return 0
    month = begin_of(base).month
    is_early, is_over = month <= 6 * half - 3, month > 6 * half + 3
    return (is_over and tense() > 0) - (is_early and tense() < 0)


def _season(spec: Calendar, anchor: Anchor, base: When, tense: Tense) -> Found:
    at, season = begin_of(base), spec.season or 1
    name = SEASONS[season - 1]
    if base.precision.rank > Precision.SEASON.rank or (base in (anchor.story, anchor.last) and not spec.step):
        year = anchor.year_of(season * 3, base) if base in (anchor.story, anchor.last) else at.year
        if base.precision.rank <= Precision.SEASON.rank and at.month <= 2 and season == 4:
            year = at.year - 1
        return Found(of_season(year, season), base, (f"{name} of the year of {anchor.name(base)}",))
    index = season_index(at)
    here = at.year * 4 + index
    ahead = (season - 1 - here) % 4
    step = spec.step
    if step is None:
        steps = ahead if ahead == 0 or (ahead <= 1 + (tense() > 0) and tense() >= 0) else ahead - 4
    elif step == 0:
        steps = ahead if ahead <= 2 else ahead - 4
        steps = steps if tense() >= 0 or ahead == 0 else ahead - 4
    else:
        steps = (ahead or 4) if step > 0 else (ahead - 4)
    year, zero = divmod(here + steps, 4)
    side = "before" if steps < 0 else "after" if steps > 0 else "of"
    return Found(of_season(year, zero + 1), base, (f"the {name} {side} {anchor.name(base)}",))


def named_holiday(spec: Calendar, anchor: Anchor, tense: Tense) -> Found:
    """Place a holiday: the last one, or the next by the tense."""
    base = anchor.story if anchor.in_story() and anchor.story is not None else anchor.base(Base.PUBLISHED)
    if base is None or spec.holiday is None:
        return Found(None, why=("the year is not known",))
    at = begin_of(base)
    here = holiday(at.year, spec.holiday)
    if base is not anchor.published or base.precision.rank > Precision.DAY.rank:
        return Found(here, base, (f"in the year of {anchor.name(base)}",))
    days = (here.lo_s - base.lo_s) // DAY_S
    side = tense()
    limit = AHEAD_DAYS[side] if side >= UNKNOWN else _IN_SIGHT  # what was told was the last one
    if spec.step is not None:
        limit = {-1: -1, 0: 366, 1: 366}[spec.step]
    year = at.year
    if days > limit:
        year -= 1
    elif days < 0 and days + 365 <= limit:
        year += 1
    return Found(holiday(year, spec.holiday), base, (f"the holiday nearest to {anchor.name(base)}",))
