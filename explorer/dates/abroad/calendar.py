"""Patterns of days, weekdays, months, parts of a year, years and longer, in any language but English."""

import re
from dataclasses import replace

from explorer.dates.abroad.words import (
    DAY_AT,
    DAY_MARK,
    LINK,
    MONTH_AT,
    NTH_AT,
    OF_YEAR,
    OTHER_DAY,
    STEP_AFTER,
    STEP_BEFORE,
    WEEKDAY_AT,
    YEAR_SHIFT,
    YEAR_TAIL,
    day_in,
    shift_in,
    stands_after,
    step_in,
)
from explorer.dates.english.captures import month_in, weekday_in, year_in
from explorer.dates.grammar.numbers import short_year
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Calendar, Candidate, Clock, NoDate, Spec
from explorer.model.calendar import is_valid
from explorer.model.edtf import MONTHS

rules = Rules()

IN_YEAR = f"({OF_YEAR}|{YEAR_SHIFT})"
ON_WEEKDAY = f"({WEEKDAY_AT} ,? (THE? DAYWORD|THE)?)"
JOIN = f"(DASH|TO|AND|OR|,|/) {LINK}?"


# --- days, months, weekdays


def _dated(match: Match, name: str = "day") -> Spec | None:
    year, month, day = year_in(match), month_in(match), day_in(match, name)
    if not is_valid(4 if year is None else year, month, day):
        return NoDate(f"{MONTHS[month - 1]}{'' if year is None else f' {year}'} has no day {day}")
    return Calendar(year, month, day, weekday_in(match), within=shift_in(match))


def _is_cut(match: Match) -> bool:
    """Tell whether the month is an abbreviation without a dot, which could be some other word."""
    word = match.word("month")
    return not word.endswith(".") and match.meaning("month", "MONTH") is None


@rules.add(
    f"{STEP_BEFORE} {DAY_AT} OF? {MONTH_AT}",
    f"{ON_WEEKDAY}? {DAY_AT} OF? {MONTH_AT} {STEP_AFTER}",
    f"{ON_WEEKDAY}? {DAY_AT} OF? {MONTH_AT} {IN_YEAR}?",
    f"{ON_WEEKDAY}? {MONTH_AT} DAY:day , YEAR:year",
)
def day_and_month(match: Match) -> Spec | None:
    """15. April 2019; le 1er mai; miércoles, 3 de mayo del año pasado; 15 апреля 2019 года."""
    if _is_cut(match) and not (match.has("year") or match.has("ystep")):
        return None
    spec = _dated(match)
    if match.has("step") and isinstance(spec, Calendar):
        step, base = step_in(match)
        return replace(spec, step=step, base=base) if step else None
    return spec


@rules.add("DIGITS:date .")
def day_and_month_in_figures(match: Match) -> Spec | None:
    """Am 15.4., where a language writes it so."""
    day, _, month = match.word("date").partition(".")
    is_date = match.before in match.lexicon.tables["DOTTED"] and match.tokens.is_glued(match.last - 1)
    if not is_date or not month or not 1 <= int(month) <= 12 or not is_valid(4, int(month), int(day)):
        return None
    return Calendar(month=int(month), day=int(day))


@rules.add(f"{ON_WEEKDAY}? {DAY_AT} {JOIN} {OTHER_DAY} OF? {MONTH_AT} {IN_YEAR}?")
def days_of_a_month(match: Match) -> list[Candidate] | None:
    """3. bis 5. Mai 2019; del 3 al 5 de mayo."""
    left, right = _dated(match), _dated(match, "other")
    if not (isinstance(left, Calendar) and isinstance(right, Calendar)):
        return None
    begin = "weekday" if match.has("weekday") else "day"
    first = match.candidate(left, None, begin, "day")
    return [first, Candidate(match.groups["other"][0], match.last, right, "")]


@rules.add(f"{MONTH_AT} {IN_YEAR}", f"{MONTH_AT} APOSTROPHE YEAR2:yy")
def month_and_year(match: Match) -> Spec | None:
    """März 2019; mars de l'année dernière; в марте 2019 года."""
    if match.has("yy"):
        return Calendar(short_year(int(match.word("yy"))), month_in(match))
    return Calendar(year_in(match), month_in(match), within=shift_in(match))


@rules.add(
    f"{STEP_BEFORE} OF? (<weekday WEEKDAY>|<month MONTH>|SEASON:season)",
    f"(<weekday WEEKDAY>|<month MONTH>|SEASON:season) {STEP_AFTER}",
)
def stepped_name(match: Match) -> Spec | None:
    """Letzten Freitag; mars dernier; el próximo lunes; musim panas lalu."""
    step, base = step_in(match)
    if abs(step) > 1:
        return None
    if match.has("weekday"):
        if match.meaning("weekday", "UNIT") is not None and not _is_name(match):
            return None  # "minggu" is a week, "Minggu" Sunday
        return Calendar(weekday=match.meaning("weekday", "WEEKDAY"), step=step, base=base)
    if match.has("month"):
        return Calendar(month=match.meaning("month", "MONTH"), step=step, base=base)
    is_behind = match.meaning("step", "STEP_AFTER") is not None and match.words[0] == match.word("season")
    if is_behind and match.lexicon.tables["THE"] and not _has_lead(match):
        return None  # "a été passée"
    return Calendar(season=match.meaning("season", "SEASON"), step=step, base=base)


def _has_lead(match: Match) -> bool:
    return stands_after(match.tokens, match.first, match.lexicon.tables, "THE", "IN", "OF", "EDGE")


def _is_name(match: Match) -> bool:
    """Tell whether a weekday has a capital letter that no beginning of a sentence gives it."""
    at = match.groups["weekday"][0]
    return match.tokens.raw(at)[:1].isupper() and match.tokens.word(at - 1) not in ("", ".", "!", "?", "\n\n")


@rules.add(
    "<weekday WEEKDAY> ,? OPEN DAY:day (/ DAY:number)? CLOSE", f"<weekday WEEKDAY> ,? THE? DAY:day {DAY_MARK}?"
)
def weekday_and_day(match: Match) -> Spec | None:
    """Rabu (16/9); quarta-feira (16); lunes 15."""
    day, weekday = day_in(match), match.meaning("weekday", "WEEKDAY")
    if match.has("number"):
        month = day_in(match, "number")
        return (
            Calendar(month=month, day=day, weekday=weekday) if month <= 12 and is_valid(4, month, day) else None
        )
    is_apart = match.words[-1] == ")" or not (match.after.isalpha() or match.after in ("%", ":", ".", "h"))
    return Calendar(day=day, weekday=weekday) if is_apart else None


@rules.add("WEEKDAY_PART:word")
def part_of_weekday(match: Match) -> Spec | None:
    """Montagabend."""
    weekday, _, part = match.meaning("word", "WEEKDAY_PART").partition(" ")
    return Calendar(weekday=int(weekday), daypart=part)


@rules.add("<weekday WEEKDAY> PARTLINK? DAYPART:part", "DAYPART:part OF THE? <weekday WEEKDAY>")
def weekday_and_part(match: Match) -> Spec | None:
    """Lunedì sera; segunda-feira à noite."""
    return Calendar(weekday=match.meaning("weekday", "WEEKDAY"), daypart=match.meaning("part", "DAYPART"))


@rules.add("<month MONTH>")
def bare_month(match: Match) -> Spec | None:
    """Im April; guards decide whether it is one."""
    return Calendar(month=month_in(match))


@rules.add("<weekday WEEKDAY>")
def weekday(match: Match) -> Spec | None:
    """Freitag."""
    if match.meaning("weekday", "UNIT") is not None and not _is_name(match):
        return None
    return Calendar(weekday=weekday_in(match))


@rules.add("STEP:step LOOSE_DAY:weekday", "LOOSE_DAY:weekday")
def loose_weekday(match: Match) -> Spec | None:
    """Na segunda, where no noun follows that it could count ("na segunda rodada")."""
    if match.after.isalpha() or not (match.has("step") or match.before in match.lexicon.tables["IN"]):
        return None
    return Calendar(weekday=match.meaning("weekday", "LOOSE_DAY"), step=match.meaning("step", "STEP"))


# --- parts of a year


@rules.add(
    f"{NTH_AT} (AND|TO|DASH) {LINK}? <other ORDINAL|ROMAN|DAY {DAY_MARK}?|NTH_ABROAD> QUARTER {IN_YEAR}?",
)
def two_quarters(match: Match) -> list[Candidate] | None:
    """Im ersten und zweiten Quartal 2019."""
    left, right = day_in(match, "nth"), day_in(match, "other")
    if not (1 <= left <= 4 and 1 <= right <= 4):
        return None
    year, within = year_in(match), shift_in(match)
    return [
        match.candidate(Calendar(year, quarter=left, within=within), None, "nth", "nth"),
        Candidate(match.groups["other"][0], match.last, Calendar(year, quarter=right, within=within), ""),
    ]


PART = "(QUARTER|SEMESTER:half|HALF_OF:piece)"


@rules.add(
    f"{NTH_AT} {PART} ({IN_YEAR}|{LINK} YEARWORD:whole)?",
    f"{PART} (<nth ORDINAL_AFTER|ROMAN>|ORDINAL_AFTER DASH DAY:nth) (/ YEAR:year|{IN_YEAR})?",
)
def part_of_year(match: Match) -> Spec | None:
    """Im dritten Quartal 2020; au premier semestre; kuartal III 2020; la primera mitad de 2019."""
    nth = day_in(match, "nth")
    is_roman = match.meaning("nth", "ROMAN") is not None
    if is_roman and not match.tokens.raw(match.groups["nth"][0])[:1].isupper():
        return None
    if match.has("piece") and not (match.has("year") or match.has("ystep") or match.has("whole")):
        return None  # "la primera mitad" of a match
    following = match.tokens.word(match.last + 1)
    if match.after == "-" and match.lexicon.tables["MARK"].get(following) == "many":
        return None  # "во второй половине 1990-х"
    year, within = year_in(match), shift_in(match)
    if match.has("half") or match.has("piece"):
        return Calendar(year, half=nth, within=within) if nth in (1, 2) else None
    return Calendar(year, quarter=nth, within=within) if 1 <= nth <= 4 else None


@rules.add(f"SEASON:season {LINK}? YEARWORD? YEAR:year (DASH|/) (YEAR2|YEAR)", f"SEASON:season {IN_YEAR}")
def season_and_year(match: Match) -> Spec | list[Candidate] | None:
    """Sommer 2018; l'été 2019; летом прошлого года; of "Jeux d'hiver de 2022" the year alone."""
    if stands_after(match.tokens, match.first, match.lexicon.tables, "KIND_OF"):
        return [match.candidate(Calendar(year_in(match)), None, "year", "year")] if match.has("year") else None
    return Calendar(year_in(match), season=match.meaning("season", "SEASON"), within=shift_in(match))


@rules.add("SEASON:season")
def bare_season(match: Match) -> Spec | None:
    """Im Sommer; "été" means "been" without a word that makes it a season, and is a kind in "heure d'été"."""
    tokens, tables = match.tokens, match.lexicon.tables
    is_season = stands_after(tokens, match.first, tables, "IN", "THE", "EDGE", "PART", "SEASONFRAME")
    if not is_season or stands_after(tokens, match.first, tables, "KIND_OF"):
        return None
    return Calendar(season=match.meaning("season", "SEASON"))


# --- years and longer


@rules.add(
    f"DECADEWORD {LINK}? YEARWORD? (YEAR2:year AND {LINK}? YEAR2:other|YEAR:year AND {LINK}? YEAR:other)",
    "DECADE_ER:er (DASH? YEARWORD)?",
    f"DECADEWORD {LINK}? YEARWORD? (YEAR:year|APOSTROPHE? YEAR2:year|DECADE_WORD:named) (DASH MARK)?",
    "YEARWORD? (YEAR:year|APOSTROPHE? YEAR2:year) DASH MARK:mark YEARTAIL?",
    "DECADE_WORD:named (YEARWORD|YEARTAIL)",
    "DECADE_NAME:named",
)
def decade(match: Match) -> Spec | list[Candidate] | None:
    """Die 1990er Jahre; les années 80 et 90; años noventa; 1990-е годы."""
    if match.has("other"):
        left, right = int(match.word("year")), int(match.word("other"))
        if left % 10 or right % 10:
            return None
        first = Candidate(match.first, match.groups["year"][1], Calendar(decade=_decade(left)), "")
        return [first, match.candidate(Calendar(decade=_decade(right)), None, "other", "other")]
    if match.has("named"):
        return Calendar(decade=1900 + match.meaning("named", "DECADE_WORD", "DECADE_NAME"))
    is_plural = not match.has("mark") or match.meaning("mark", "MARK") == "many"
    number = int("".join(filter(str.isdigit, match.word("year") or match.word("er"))))
    has_noun = any(match.words[-1] in match.lexicon.tables[name] for name in ("YEARWORD", "YEARTAIL"))
    is_day = number < 100 and (match.has("er") or match.has("mark")) and not has_noun  # "в 20-х числах"
    if number % 10 or not is_plural or is_day or match.before.isdigit():
        return None
    return Calendar(decade=_decade(number))


def _decade(number: int) -> int:
    """Give the decade meant by two figures: "les années 20" are the 1920s, until people speak of the next."""
    return 1900 + number if 20 <= number < 100 else short_year(number)


@rules.add(
    f"YEARWORD? (YEAR:year|YEAR3:year|DAY:year) {YEAR_TAIL}? ERA:era",
    f"STEP? YEARWORD YEAR:year {YEAR_TAIL}?",
    f"YEAR:year {YEAR_TAIL}",
)
def year_with_its_word(match: Match) -> Spec | None:
    """Das Jahr 2000; 44 v. Chr.; в 2019 году."""
    return Calendar(year_in(match)) if match.word("year").isdigit() else None


@rules.add(
    "CENTURYWORD .? (ROMAN:nth|DAY:nth|ORDINAL_AFTER DASH DAY:nth) (ERA:era)?",
    f"<nth ROMAN|ORDINAL|DAY {DAY_MARK}?|NTH_ABROAD> CENTURYWORD (ERA:era)?",
)
def century(match: Match) -> Spec | None:
    """Das 19. Jahrhundert; le XIXe siècle; siglo XX; abad ke-19."""
    nth = day_in(match, "nth")
    if not 1 <= nth <= 21 or (nth < 4 and match.meaning("nth", "ORDINAL") is not None and not match.has("era")):
        return None
    return Calendar(century=-(nth - 1) * 100 - 1 if match.meaning("era", "ERA") == -1 else (nth - 1) * 100)


@rules.add("YEAR:year")
def year(match: Match) -> Spec | None:
    """2019; guards decide whether it is one."""
    return Calendar(year_in(match))


# --- clock times of a day


@rules.add(
    "CLOCK_BEFORE <time HOUR|DIGITS> CLOCK_AFTER? PARTLINK? DAYPART:part",
    f"CLOCK_BEFORE <time TIME|TIME_H|DIGITS> CLOCK_AFTER? {LINK} <weekday WEEKDAY>",
    "CLOCK_BEFORE? HOUR:time CLOCK_AFTER:after <minute YEAR2>",
    "<time TIME|TIME_H> CLOCK_AFTER? ZONE?",
    "CLOCK_BEFORE:before <time TIME|TIME_H|DIGITS> CLOCK_AFTER:after? ZONE:zone?",
    "HOUR:time CLOCK_AFTER:after ZONE?",
    "DIGITS:time CLOCK_AFTER:after ZONE?",
)
def clock_time(match: Match) -> Spec | None:
    """Um 15 Uhr; à 15h30; pukul 15.00 WIB; a las 9 de la mañana; a las 10:30 del martes."""
    at = _clock(re.sub(r"[h.]", ":", match.word("time").removesuffix("min")), match.word("minute"))
    if at is None or not _is_time(match):
        return None
    part = match.meaning("part", "DAYPART")
    if part in ("AF", "EV") and at[0] < 12:
        at = (at[0] + 12, *at[1:])
    if match.has("weekday"):
        return Calendar(weekday=weekday_in(match), clock=at)
    return Clock(at)


def _is_time(match: Match) -> bool:
    """Tell whether figures are a time of day: "9 Uhr", "à 9 heures", but not "9 heures" or "à 9"."""
    if match.has("part") or match.has("weekday") or not match.word("time").replace(".", "").isdigit():
        return True
    is_alone = match.meaning("before", "CLOCK_BEFORE") == "alone" and not match.after.isalpha()
    is_sure = is_alone or (
        match.meaning("after", "CLOCK_AFTER") == "sure" or match.meaning("before", "CLOCK_BEFORE") == "sure"
    )
    is_split = (
        re.fullmatch(r"\d\d\.\d\d", match.word("time")) is not None
        and match.after not in match.lexicon.tables["MEASURE"]
    )
    is_framed = match.has("before") and (match.has("after") or match.has("zone") or is_split)
    return is_sure or (is_framed and not match.has("minute"))


def _clock(text: str, minute: str) -> tuple[int, int | None, int | None] | None:
    parts = [int(part) for part in [*text.split(":"), minute] if part.isdigit()]
    if not parts or parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    return parts[0] % 24, parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
