"""Patterns of what is counted from another date, of durations, sets and edges, in any language but English."""

from explorer.dates.abroad.tense import tense_of
from explorer.dates.abroad.words import (
    ANY_UNIT,
    COUNT,
    LINK,
    STEP_AFTER,
    STEP_BEFORE,
    count_in,
    day_in,
    stands_after,
    step_in,
)
from explorer.dates.context.tense import AHEAD
from explorer.dates.english.captures import named_set_in, unit_in
from explorer.dates.english.duration_rules import repeated
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import (
    Base,
    Calendar,
    Candidate,
    Clock,
    Length,
    NoDate,
    Offset,
    Part,
    Repeat,
    Shift,
    Spec,
)

rules = Rules()

_AFTER_UNIT = ("STEP_AFTER", "STORY_STEP", "SAME", "ORDINAL_AFTER")
SMALL = ("second", "minute", "hour")
HALF = "(AND HALF:half)"


# --- today and its neighbours


@rules.add("DEICTIC:day PARTLINK? DAYPART:part")
def part_of_a_near_day(match: Match) -> Spec | None:
    """Gestern Abend; hier soir; вчера вечером."""
    step = match.meaning("day", "DEICTIC")
    return Clock(daypart=match.meaning("part", "DAYPART"), step=step, base=Base.PUBLISHED)


@rules.add("DEICTIC:day")
def near_day(match: Match) -> Spec | None:
    """Gestern, heute, morgen."""
    tables = match.lexicon.tables
    if match.word("day") in tables["DAYPART"]:  # "la mañana", "der Morgen"
        is_capital = match.tokens.raw(match.first)[:1].isupper() and match.before not in ("", ".", "!", "?")
        if is_capital or any(
            match.before in tables[name] for name in ("THE", "STEP", "IN", "PARTLINK", "EDGE", "OF")
        ):
            return None
    return Shift("day", match.meaning("day", "DEICTIC"), Base.PUBLISHED)


@rules.add("TODAY_PART:part")
def part_of_today(match: Match) -> Spec | None:
    """Stasera; gisteravond."""
    part, _, step = match.meaning("part", "TODAY_PART").partition(" ")
    return Clock(daypart=part, step=int(step or 0), base=Base.PUBLISHED)


@rules.add(f"{STEP_BEFORE} DAYPART:part", f"DAYPART:part {STEP_AFTER}")
def stepped_part(match: Match) -> Spec | None:
    """Ce matin; esta noche; letzte Nacht."""
    step, base = step_in(match)
    return Clock(daypart=match.meaning("part", "DAYPART"), step=step, base=base)


@rules.add("(STEP|SAME) (UNIT:unit|DAYPART:part) STORY_TAIL")
def that_unit(match: Match) -> Spec | None:
    """Cette année-là; ce soir-là."""
    if match.has("part"):
        return Clock(daypart=match.meaning("part", "DAYPART"), step=0)
    return None if unit_in(match) in SMALL else Shift(unit_in(match), 0, Base.STORY)


def _is_tail(match: Match) -> bool:
    """Tell whether a number stands before the words that no table knows: "bertahun-tahun lalu"."""
    tables = match.lexicon.tables
    is_hyphened = match.before == "-" and match.tokens.is_glued(match.first)
    return (
        is_hyphened or match.before.isdigit() or any(match.before in tables[name] for name in ("SOME", "SCALE"))
    )


@rules.add("PERIOD:period")
def near_period(match: Match) -> Spec | None:
    """Vorig jaar, w zeszłym roku: the names that languages have for the unit before or after."""
    unit, steps = match.meaning("period", "PERIOD").split()
    return None if _is_tail(match) else Shift(unit, int(steps), Base.PUBLISHED)


# --- units away


@rules.add(
    f"AGO_BEFORE:when {COUNT} {ANY_UNIT} {HALF}? AGO_TAIL?",
    f"FROM_NOW_BEFORE:when {COUNT} {ANY_UNIT} {HALF}?",
    f"{COUNT} {ANY_UNIT} {HALF}? (AGO_AFTER:when|FROM_NOW_AFTER:when|LATER:when)",
    "FROM_NOW_BEFORE:when UNIT:unit",
    "UNIT:unit AGO_AFTER:when",
    "UNIT:unit LATER:when",
)
def units_away(match: Match) -> Spec | None:
    """Vor zwei Jahren; il y a trois mois; dua minggu lalu; due anni dopo."""
    tables, unit = match.lexicon.tables, unit_in(match)
    side = match.meaning("when", "AGO_BEFORE", "FROM_NOW_BEFORE", "AGO_AFTER", "FROM_NOW_AFTER", "LATER")
    is_told = match.word("when") in tables["LATER"]
    if match.word("when") in tables["LATER_ALONE"] and match.after.isalpha():
        return None  # "trois mois après son départ"
    if not match.has("n") and (not tables["ONES"] or _is_tail(match)):
        return None  # "tre år sedan", where nobody knows "tre"
    if unit == "second" or (is_told and (match.after in tables["OF"] or match.after in tables["THE"])):
        return None  # "dos años después de la guerra", "deux ans avant la guerre"
    count = count_in(match) if match.has("n") else 0.5 if match.word("unit") in tables["FRACTION"] else 1
    return Offset(count, unit, int(side), Base.STORY if is_told else Base.PUBLISHED)


@rules.add(f"WITHIN {COUNT} {ANY_UNIT} {HALF}?")
def units_within(match: Match) -> Spec | None:
    """In zwei Wochen: from now where the sentence looks ahead, else how long something took."""
    if any(phrase.partition(" ")[0] == match.after for phrase in match.lexicon.tables["SPAN"]):
        return None  # "dalam dua tahun terakhir"
    count, unit = count_in(match), unit_in(match)
    tense = tense_of(frozenset(match.lexicon.tables["AHEAD"]))
    is_ahead = tense(match.tokens, match.first, match.last) == AHEAD
    return Offset(count, unit, 1, Base.PUBLISHED) if is_ahead else Length(count, unit)


@rules.add(f"{STEP_BEFORE} UNIT:unit", f"UNIT:unit {STEP_AFTER}", "<step STEP> UNIT:unit <again STEP_AFTER>")
def stepped_unit(match: Match) -> Spec | None:
    """Letztes Jahr; la semana pasada; quest'anno; im selben Monat."""
    unit, (steps, base) = unit_in(match), step_in(match)
    is_of_other = match.meaning("step", "SAME") is not None and match.after in match.lexicon.tables["OF"]
    if _is_tail(match) or is_of_other:  # "im gleichen Monat des Vorjahres"
        return None
    if unit == "day":
        return Shift(unit, steps, Base.STORY) if steps >= 0 or base is Base.STORY else None  # "der letzte Tag"
    return None if unit in SMALL else Shift(unit, steps, base)


@rules.add(f"{STEP_BEFORE} WEEKENDWORD", f"WEEKENDWORD {STEP_AFTER}")
def stepped_weekend(match: Match) -> Spec | None:
    """Am vergangenen Wochenende."""
    steps, base = step_in(match)
    return Shift("weekend", steps, base)


@rules.add("STORY_DAY:day")
def day_beside(match: Match) -> Spec | None:
    """Le lendemain; am Vortag; not "la veille de Noël"."""
    tables = match.lexicon.tables
    is_led = not tables["THE"] or stands_after(match.tokens, match.first, tables, "THE", "OF")
    if match.after in tables["OF"] or _is_tail(match) or not (is_led or " " in match.word("day")):
        return None
    return Shift("day", match.meaning("day", "STORY_DAY"), Base.STORY)


@rules.add("EDGE_PERIOD:edge")
def edge_in_a_word(match: Match) -> list[Candidate]:
    """Jahresende."""
    unit, mod = match.meaning("edge", "EDGE_PERIOD").split()
    return [match.candidate(Shift(unit, 0, Base.STORY), mod)]


@rules.add("WEEKENDWORD")
def weekend(match: Match) -> Spec | None:
    """Am Wochenende."""
    if not stands_after(match.tokens, match.first, match.lexicon.tables, "IN", "THE", "OF", "SIDE", "FRAME"):
        return None
    return Calendar(weekend=True)


@rules.add(f"EDGE:edge {LINK}? UNIT:unit")
def edge_of_unit(match: Match) -> Spec | list[Candidate] | None:
    """Ende des Jahres; fin d'année; в конце года."""
    unit = unit_in(match)
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    if (
        match.after.isdigit()
        or match.tokens.raw(match.last) == match.after.upper() != match.after
        or any(match.after in match.lexicon.tables[name] for name in _AFTER_UNIT)
    ):
        return None  # "a finales del año pasado"
    return [match.candidate(Shift(unit, 0, Base.STORY), match.meaning("edge", "EDGE"))]


@rules.add(f"(EDGE:edge|PART:edge) {LINK}? DASH?", "(EDGE:edge|PART:edge) DASH")
def edge(match: Match) -> Spec | None:
    """Anfang, début, a finales de: before a date."""
    return Part(match.meaning("edge", "EDGE", "PART"))


@rules.add("ABOUT")
def nearness(match: Match) -> Spec | None:
    """Um, circa, hacia: before a date."""
    return Part("APPROX")


# --- durations and sets


@rules.add(
    f"SPAN:side {COUNT} {ANY_UNIT} SPAN?",
    f"{COUNT} SPAN:side {ANY_UNIT}",
    f"{COUNT} {ANY_UNIT} SPAN:side",
    f"SINCE_COUNT:side {COUNT} {ANY_UNIT} {HALF}?",
    "SPAN:side UNITS:unit",
    "UNITS:unit SPAN:side",
)
def side_length(match: Match) -> Spec | None:
    """In den letzten zwei Jahren; les trois derniers mois; dua tahun terakhir; seit drei Jahren."""
    side = match.meaning("side", "SPAN", "SINCE_COUNT")
    return Length(count_in(match) if match.has("n") else None, unit_in(match), int(side))


@rules.add(f"(EVERY|EVERY_DAY) (OTHER_ONE|DIGITS:n|ONES:n)? {ANY_UNIT}", f"<n DIGITS|ONES> ANY PER {ANY_UNIT}")
def every_unit(match: Match) -> Spec | None:
    """Jeden Tag; tous les deux mois; cada año."""
    if any(word in match.lexicon.tables["OTHER_ONE"] for word in match.words):
        return repeated(unit_in(match), 2)
    return repeated(unit_in(match), count_in(match) if match.has("n") else 1)


@rules.add(
    "(EVERY|EVERY_DAY|WEEKDAY_THE) WEEKDAY:weekday", "(THE|EVERY|EVERY_DAY|WEEKDAY_THE|IN)? WEEKDAYS:weekday"
)
def every_weekday(match: Match) -> Spec | None:
    """Jeden Montag; los lunes; по понедельникам."""
    return Repeat(f"XXXX-WXX-{match.meaning('weekday', 'WEEKDAY', 'WEEKDAYS') + 1}")


@rules.add(
    "EVERY DAY:day OF? <month MONTH>", "EVERY <month MONTH>", "EVERY SEASON:season", "EVERY DAYPART:part"
)
def every_named(match: Match) -> Spec | None:
    """Jeden April; chaque été."""
    if match.has("day"):
        return Repeat(f"XXXX-{match.meaning('month', 'MONTH'):02d}-{day_in(match):02d}")
    return named_set_in(match)


@rules.add("REPEATED:word")
def adverb(match: Match) -> Spec | None:
    """Täglich, chaque année in one word."""
    return Repeat(match.meaning("word", "REPEATED"))


@rules.add(f"AGE_BEFORE {COUNT} {ANY_UNIT}", f"{COUNT} {ANY_UNIT} AGE_AFTER", f"{COUNT} DASH? AGE_AFTER")
def age(match: Match) -> Spec | None:
    """43 Jahre alt; âgé de 43 ans."""
    return NoDate("an age")


@rules.add(f"{COUNT} {ANY_UNIT} {HALF}?")
def length(match: Match) -> Spec | None:
    """Zwei Jahre; pendant trois mois."""
    unit, count = unit_in(match), count_in(match)
    if match.tokens.word(match.first - 1) == "," and match.tokens.is_glued(match.first):
        return None  # the rest of a decimal number
    if unit == "second" and count == 1:
        return NoDate("a moment")
    return Length(count, unit)


@rules.add(f"DAYPART:part {LINK}")
def part_of_a_day_told(match: Match) -> Spec | None:
    """La noche del, before "9 de noviembre"."""
    return Clock(daypart=match.meaning("part", "DAYPART")) if match.after[:1].isdigit() else None


@rules.add("DAYPART:part")
def plain_part(match: Match) -> Spec | None:
    """Abend, after a day; alone it is dropped."""
    return Clock(daypart=match.meaning("part", "DAYPART"))
