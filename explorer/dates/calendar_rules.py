"""Patterns of dates that name the calendar: days, months, quarters, seasons, years, decades, in words.

Dates in figures alone are in `numeric_rules`; dates counted from other dates in `relative_rules`.
"""

from explorer.dates.grammar import Match, Rules
from explorer.dates.numbers import short_year, year_of_words
from explorer.dates.specs import Base, Calendar, Candidate, NoDate, Shift, Spec
from explorer.model.calendar import is_valid
from explorer.model.edtf import MONTHS

rules = Rules()

MONTH_AT = "<month MONTH|MONTH_SHORT .?>"
WEEKDAY_AT = "<weekday WEEKDAY|WEEKDAY_SHORT .?>"
OF_YEAR = "(,? OF? YEAR:year ERA:era?|,? OF? YEAR3:year ERA:era|,? YEAR5:year ERA:era)"
YEAR_SHIFT = "(<shift (of|in)? (that|the same|the following|the previous|this|last|next) year>)"
JOIN = "(DASH|to|and|or|,|through|&)"
ORDINAL_DAY = "<nth ORDINAL (DASH? ORDINAL)?>"

_SHIFTS = {
    "that": Shift("year", 0, Base.STORY),
    "same": Shift("year", 0, Base.STORY),
    "following": Shift("year", 1, Base.STORY),
    "previous": Shift("year", -1, Base.STORY),
    "this": Shift("year", 0, Base.PUBLISHED),
    "last": Shift("year", -1, Base.PUBLISHED),
    "next": Shift("year", 1, Base.PUBLISHED),
}


def year_in(match: Match, name: str = "year") -> int | None:
    """Read a captured year with its era: 44 BC is -43."""
    word = match.word(name)
    if not word:
        return None
    year = int(word)
    return 1 - year if match.meaning("era", "ERA") == -1 else year


def shift_in(match: Match) -> Shift | None:
    """Read a captured "of that year", "last year"."""
    words = match.word("shift").split()
    return next((_SHIFTS[word] for word in words if word in _SHIFTS), None)


def month_in(match: Match) -> int:
    """Read a captured month."""
    return int(match.meaning("month", "MONTH", "MONTH_SHORT") or _without_dot(match, "month", "MONTH_SHORT"))


def weekday_in(match: Match) -> int | None:
    """Read a captured weekday, None where there is none."""
    if not match.has("weekday"):
        return None
    weekday = match.meaning("weekday", "WEEKDAY", "WEEKDAY_SHORT")
    return int(weekday if weekday is not None else _without_dot(match, "weekday", "WEEKDAY_SHORT"))


def _without_dot(match: Match, name: str, concept: str) -> int:
    return int(match.lexicon.meaning(concept, match.word(name).rstrip(" .")))


def day_in(match: Match, name: str = "day") -> int:
    """Read a captured day of the month: "15", "15th", "fifteenth", "twenty-first"."""
    word = match.word(name)
    digits = "".join(filter(str.isdigit, word))
    if digits:
        return int(digits)
    return sum(
        match.lexicon.meaning("ORDINAL", one) or match.lexicon.meaning("NUMBER", one) or 0
        for one in word.replace("-", " ").split()
    )


def _dated(match: Match, day: str = "day") -> Spec | None:
    year, month, number = year_in(match), month_in(match), day_in(match, day)
    # A year divisible by four lets 29 February stand where the text gives no year.
    if not is_valid(4 if year is None else year, month, number):
        return NoDate(f"{MONTHS[month - 1]}{'' if year is None else f' {year}'} has no day {number}")
    return Calendar(year, month, number, weekday_in(match), within=shift_in(match))


@rules.add(
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? DAY:day ({OF_YEAR}|,? {YEAR_SHIFT})",
    f"({WEEKDAY_AT} ,? the?)? DAY:day OF? {MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})",
)
def day_month_and_year(match: Match) -> Spec | None:
    """15 April 2019; Monday, April 15th, 2019; July 25 of that year."""
    return _dated(match)


@rules.add(f"{MONTH_AT} BIGDAY:day ,? YEAR:year", f"BIGDAY:day {MONTH_AT} ,? YEAR:year")
def day_that_no_month_has(match: Match) -> Spec | None:
    """32 January 2020."""
    return NoDate(f"no month has a day {match.word('day')}")


def _several(match: Match, names: list[str], ends: tuple[str, str]) -> list[Candidate] | None:
    """Make one candidate per day; the month and the year are common to all."""
    specs = [_dated(match, name) for name in names]
    if any(not isinstance(spec, Calendar) for spec in specs):
        return None
    made = []
    for name, spec in zip(names, specs, strict=True):
        first = ends[0] if name == names[0] and ends[0] else name
        last = ends[1] if name == names[-1] and ends[1] else name
        if spec is not None:
            made.append(match.candidate(spec, None, first, last))
    return made


@rules.add(
    f"{MONTH_AT} DAY:day {JOIN} ,? the? DAY:other ,? YEAR:year",
    f"{MONTH_AT} DAY:day (DASH|to|and|or|through|&) the? DAY:other",
)
def days_of_a_month(match: Match) -> list[Candidate] | None:
    """March 3-5, 2019; May 4 and 5."""
    if not match.has("year") and match.tokens.word(match.last) in (":", "%", "percent", "people", "million"):
        return None
    return _several(match, ["day", "other"], ("month", "year" if match.has("year") else ""))


@rules.add(f"DAY:day {JOIN} the? DAY:other OF? {MONTH_AT} (,? YEAR:year)?")
def days_before_their_month(match: Match) -> list[Candidate] | None:
    """3-5 March 2019; 29 and 30 April."""
    return _several(match, ["day", "other"], ("", "year" if match.has("year") else "month"))


@rules.add(
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? DAY:day",
    f"({WEEKDAY_AT} ,? the?)? DAY:day (st|nd|rd|th)? OF? {MONTH_AT}",
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? {ORDINAL_DAY}",
)
def day_and_month(match: Match) -> Spec | None:
    """April 15; Saturday, 25 April; March eighth."""
    if match.has("nth"):
        return _dated(match, "nth") if match.tokens.word(match.last) not in ("quarter", "half") else None
    after = match.tokens.word(match.last)
    if after in ("%", "percent") or (after == ":" and match.tokens.word(match.last + 1).isdigit()):
        return None
    return _dated(match)


@rules.add(f"the {ORDINAL_DAY} (day)? of {MONTH_AT} (,? YEAR:year ERA:era?)?")
def ordinal_day_of_month(match: Match) -> Spec | None:
    """The first of May; the eighth day of March 2020."""
    return _dated(match, "nth")


@rules.add(
    f"{MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})",
    f"{MONTH_AT} <short APOSTROPHE YEAR2>",
)
def month_and_year(match: Match) -> Spec | None:
    """April 2019; October, 2020; August of that year."""
    if match.has("short"):
        return Calendar(short_year(int(match.word("short")[-2:])), month_in(match))
    return Calendar(year_in(match), month_in(match), within=shift_in(match))


@rules.add(f"<shift (last|next|this) year> 's {MONTH_AT}", f"YEAR:year 's {MONTH_AT}")
def month_of_year(match: Match) -> Spec | None:
    """Last year's October."""
    return Calendar(year_in(match), month_in(match), within=shift_in(match))


@rules.add("the? DAY:day")
def bare_day(match: Match) -> Spec | None:
    """The 15th."""
    word, after = match.word("day"), match.tokens.word(match.last)
    if word.isdigit() or not match.tokens.word(match.first) == "the":
        return None
    if (
        after in ("century", "quarter", "half", "anniversary", "floor", "-")
        or after.isalpha()
        and (
            after
            not in ("and", "to", "of", "but", "when", "after", "before", "through", "at", "in", "for", "as")
        )
    ):
        return None
    if after == "of" and match.tokens.word(match.last + 1) not in ("the", "that", "this", "last", "next"):
        return None
    return Calendar(day=day_in(match))


@rules.add("MONTH:month")
def bare_month(match: Match) -> Spec | None:
    """April, in "in April"."""
    return Calendar(month=month_in(match))


@rules.add("MONTH_SHORT:month .?")
def bare_short_month(match: Match) -> Spec | None:
    """Nov., after a preposition."""
    if match.tokens.word(match.first - 1) not in ("in", "since", "last", "next", "by", "until", "to", "of"):
        return None
    if not match.tokens.raw(match.first)[:1].isupper():
        return None
    return Calendar(month=month_in(match))


@rules.add("WEEKDAY:weekday")
def weekday(match: Match) -> Spec | None:
    """Friday."""
    return Calendar(weekday=weekday_in(match))


# --- quarters, halves, fiscal years

WHICH_YEAR = (
    f"((of|in|,)? (the? fiscal year?)? YEAR:year|(of|in) the? fiscal YEAR:year|FISCAL_YEAR:fy|"
    f"(of|in) the? fiscal year (ending|ended)? (in)? YEAR:year|{YEAR_SHIFT})"
)
NTH_PART = "<nth ORDINAL|NTH|final|last|latter>"


def _part(match: Match, unit: str) -> Spec | None:
    word = match.word("nth")
    count = 4 if unit == "quarter" else 2
    nth = count if word in ("final", "last", "latter") else day_in(match, "nth")
    if not 1 <= nth <= count:
        return None
    fiscal = "fiscal" in match.tokens.between(match.first, match.last).lower() or match.has("fy")
    year = short_year(int(match.word("fy")[2:])) if match.has("fy") else year_in(match)
    return Calendar(year, is_fiscal=fiscal, within=shift_in(match), **{unit: nth})


@rules.add(
    f"the? fiscal? {NTH_PART} DASH? fiscal? quarter {WHICH_YEAR}?",
    f"the? YEAR:year DASH? (fiscal)? {NTH_PART} DASH? quarter",
    f"YEAR:year 's {NTH_PART} DASH? quarter",
    f"<shift (this|last|next) year> 's {NTH_PART} DASH? quarter",
)
def quarter(match: Match) -> Spec | None:
    """Third quarter of 2018; third-quarter; this year's first quarter."""
    if match.word("nth") in ("last", "latter") and not match.has("year") and not match.has("shift"):
        return None
    return _part(match, "quarter")


@rules.add(
    f"the? {NTH_PART} (and|to|through|or|DASH) the? <other ORDINAL|NTH> DASH? (quarter|quarters) {WHICH_YEAR}?"
)
def two_quarters(match: Match) -> list[Candidate] | None:
    """The first and second quarters of 2019."""
    left, right = day_in(match, "nth"), day_in(match, "other")
    if not (1 <= left <= 4 and 1 <= right <= 4):
        return None
    year, within = year_in(match), shift_in(match)
    end = match.groups["other"][1]
    first = Candidate(match.first, match.groups["nth"][1], Calendar(year, quarter=left, within=within), "")
    start = end - (match.groups["other"][1] - match.groups["other"][0])
    return [first, Candidate(start, match.last, Calendar(year, quarter=right, within=within), "")]


@rules.add(
    f"the? {NTH_PART} DASH? half {WHICH_YEAR}",
    f"YEAR:year 's {NTH_PART} DASH? half",
    f"<shift (this|last|next) year> 's {NTH_PART} DASH? half",
    "<nth ORDINAL> DASH half",
    f"the? {NTH_PART} half of the <year_word year>",
    "the <nth ORDINAL|latter> half",
)
def half(match: Match) -> Spec | None:
    """The first half of 2019; first-half; the second half of the year."""
    part = _part(match, "half")
    bare = not (match.has("year") or match.has("shift") or match.has("fy") or match.has("year_word"))
    if bare and match.tokens.word(match.last) in ("of", "hour", "point", "century", "time", "goal"):
        return None
    return part


@rules.add(
    "QUARTER_CODE:code ((of|,|DASH)? (YEAR:year|FISCAL_YEAR:fy|fy YEAR:year|APOSTROPHE YEAR2:yy))?",
    "YEAR:year (DASH|,)? QUARTER_CODE:code",
)
def quarter_code(match: Match) -> Spec | None:
    """Q3 2019; 3Q; 2019-Q3."""
    number = int(match.word("code").strip("q"))
    year = year_in(match)
    if match.has("yy") or match.has("fy"):
        year = short_year(int(match.word("yy") or match.word("fy")[2:]))
    if year is None and match.tokens.raw(match.first)[0] == "q":
        return None
    return Calendar(year, quarter=number, is_fiscal=match.has("fy"))


@rules.add("QUARTER_YEAR:code", "HALF_YEAR:code")
def glued_code(match: Match) -> Spec | None:
    """2Q19; Q3FY20; H1 glued to its year."""
    word = match.word("code")
    number = int(word[1] if word[0] in "qh" else word[0])
    year = short_year(int(word[2:].removeprefix("fy")))
    if "q" in word:
        return Calendar(year, quarter=number, is_fiscal="fy" in word)
    return Calendar(year, half=number)


@rules.add("HALF_CODE:code (of|,|DASH)? (YEAR:year|APOSTROPHE YEAR2:yy)", "YEAR:year DASH? HALF_CODE:code")
def half_code(match: Match) -> Spec | None:
    """H1 2019."""
    year = short_year(int(match.word("yy"))) if match.has("yy") else year_in(match)
    return Calendar(year, half=int(match.word("code").strip("h")))


@rules.add("the YEAR:year (first|second|third|fourth)? (period|season)")
def period_of_year(match: Match) -> Spec | None:
    """The 1989 period."""
    return Calendar(year_in(match))


@rules.add("the? (fiscal|financial) year? YEAR:year", "FISCAL_YEAR:fy", "fy YEAR:year", "fy YEAR2:yy")
def fiscal_year(match: Match) -> Spec | None:
    """Fiscal 2019; FY19."""
    year = year_in(match)
    if year is None:
        year = short_year(int(match.word("yy") or match.word("fy")[2:]))
    return Calendar(year, is_fiscal=True)


# --- seasons, holidays


@rules.add(
    "the? SEASON:season (of|in)? YEAR:year (DASH|/) YEAR2:other",
    "the? SEASON:season (of|in|,)? (the? year)? (YEAR:year ERA:era?|YEAR3:year ERA:era)",
    f"the? SEASON:season {YEAR_SHIFT}",
    f"the? SEASON:season (of|in)? <spoken CENTURY_WORD (hundred|NUMBER DASH? NUMBER?)>",
    "the? YEAR:year SEASON:season",
)
def season_and_year(match: Match) -> Spec | None:
    """The summer of 2018; spring 2019; winter 2018/19."""
    year = year_of_words(match) if match.has("spoken") else year_in(match)
    return Calendar(year, season=match.meaning("season", "SEASON"), within=shift_in(match))


@rules.add("the? SEASON:season")
def bare_season(match: Match) -> Spec | None:
    """Summer, the autumn; "fall" and "spring" only where they cannot be verbs."""
    before, word = match.tokens.word(match.first - 1), match.word("season")
    has_the = match.tokens.word(match.first) == "the"
    if (
        word in ("fall", "spring")
        and not has_the
        and before not in ("in", "this", "last", "each", "every", "by")
    ):
        return None
    if (
        has_the
        and word == "fall"
        and (
            match.tokens.word(match.last) == "of"
            or before not in ("in", "during", "by", "until", "since", "for")
        )
    ):
        return None
    return Calendar(season=match.meaning("season", "SEASON"))


# --- years, decades, centuries


@rules.add(
    "the? (year|years) YEAR:year ERA:era?",
    "the? (year|years)? (YEAR:year|YEAR3:year|YEAR5:year|DAY:year) ERA:era",
    "ad (YEAR:year|YEAR3:year)",
)
def year_with_era(match: Match) -> Spec | None:
    """The year 2000; 490 BC; AD 79."""
    word = match.word("year")
    if not word.isdigit():
        return None
    last = match.tokens.raw(match.groups["era"][0]) if match.has("era") else "AD"
    return Calendar(year_in(match)) if last[:1].isupper() or "." in last else None


@rules.add(
    "the? year <spoken two thousand (and? NUMBER){0,1}>",
    "the? year? <spoken CENTURY_WORD NUMBER DASH? NUMBER?>",
)
def spoken_year(match: Match) -> Spec | None:
    """Nineteen ninety-four; the year two thousand."""
    year = year_of_words(match)
    return None if year is None else Calendar(year)


@rules.add(
    "the? YEARS_S:decade ERA:era?",
    "the? (YEAR:decade 's) ERA:era?",
    "(the? YEAR3:decade 's|the? YEAR3:decade s) ERA:era",
)
def decade(match: Match) -> Spec | None:
    """The 1990s; the 480s BC."""
    year = int(match.word("decade").rstrip("s"))
    if (
        year % 10
        or year < 1000
        and not match.has("era")
        or (match.tokens.word(match.last - 1) == "'s" and match.tokens.word(match.first) != "the")
    ):
        return None
    if match.meaning("era", "ERA") == -1:
        return Calendar(decade=-year)
    if year % 100 == 0 and match.tokens.word(match.first - 1) not in ("early", "mid", "late", "-"):
        # "The 1900s" are the century, "the 2000s" more often the ten years.
        return Calendar(decade=year) if year == 2000 else Calendar(century=year)
    return Calendar(decade=year)


@rules.add("the? APOSTROPHE DECADE2:decade", "the? DECADE2:decade", "the DECADE_WORD:named")
def short_decade(match: Match) -> Spec | None:
    """The '90s; mid-90s; the nineties."""
    if match.has("named"):
        return Calendar(decade=1900 + match.meaning("named", "DECADE_WORD"))
    before = match.tokens.word(match.first - 1)
    first = match.tokens.word(match.first)
    if first not in ("the", "'", "’", "‘") and before not in ("early", "mid", "late", "-"):
        return None  # "in his 90s" is an age
    return Calendar(decade=short_year(int(match.word("decade")[:2])))


@rules.add("the? <nth ORDINAL (DASH? ORDINAL)?|NTH|NUMBER DASH ORDINAL> DASH? century ERA:era?")
def century(match: Match) -> Spec | None:
    """The 20th century; the fifth century BC."""
    nth = day_in(match, "nth")
    if not 1 <= nth <= 30 or (match.word("nth") in ("first", "second", "third") and not match.has("era")):
        return None
    return Calendar(century=-(nth - 1) * 100 - 1 if match.meaning("era", "ERA") == -1 else (nth - 1) * 100)


@rules.add("the? NTH:nth (and|to|DASH) NTH:other centuries")
def two_centuries(match: Match) -> list[Candidate] | None:
    """The 18th and 19th centuries."""
    left, right = day_in(match, "nth"), day_in(match, "other")
    end = match.groups["nth"][1]
    return [
        Candidate(match.first, end, Calendar(century=(left - 1) * 100), ""),
        Candidate(match.groups["other"][0], match.last, Calendar(century=(right - 1) * 100), ""),
    ]


@rules.add("(YEAR3:year|YEAR:year) (DASH|to|and|or) (YEAR3:other|YEAR:other) ERA:era")
def range_of_years_with_era(match: Match) -> list[Candidate] | None:
    """492-490 BC; from 499 to 493 BC."""
    return [
        match.candidate(Calendar(year_in(match)), None, "year", "year"),
        match.candidate(Calendar(year_in(match, "other")), None, "other", "era"),
    ]


@rules.add("YEAR:year (DASH|/) YEAR2:other")
def short_range_of_years(match: Match) -> list[Candidate] | None:
    """2016-17; 1939/40."""
    year, tail = year_in(match), int(match.word("other"))
    if year is None or tail <= year % 100 or not match.tokens.is_glued(match.last - 1):
        return None
    left = match.candidate(Calendar(year), None, "year", "year")
    return [left, match.candidate(Calendar(year - year % 100 + tail), None, "other", "other")]


@rules.add("YEAR:year")
def bare_year(match: Match) -> Spec | None:
    """2019; guards decide whether it is one."""
    return Calendar(year_in(match))


@rules.add("(in|by|until|from|since|to) YEAR3:year")
def ancient_year(match: Match) -> list[Candidate] | None:
    """In 490, in a text about such times."""
    word = match.word("year")
    if (
        len(word) != 3
        or match.tokens.word(match.last).isalpha()
        and match.tokens.word(match.last)
        not in (
            "the",
            "when",
            "and",
            "he",
            "she",
            "they",
            "a",
            "after",
            "but",
            "to",
            "with",
            "by",
            "under",
            "as",
        )
    ):
        return None
    return [match.candidate(Calendar(int(word), is_short=True), None, "year", "year")]
