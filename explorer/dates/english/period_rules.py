"""Patterns of parts of a year: quarters, halves, fiscal years, seasons, in words or codes."""

from explorer.dates.english.captures import TO_99, YEAR_SHIFT, day_in, shift_in, year_in
from explorer.dates.grammar.numbers import short_year, year_of_words
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Calendar, Candidate, NoDate, Spec

rules = Rules()

# --- quarters, halves, fiscal years

WHICH_YEAR = (
    f"((of|in|,)? (the? fiscal? year?)? YEAR:year|(of|in) the? fiscal YEAR:year|FISCAL_YEAR:fy|"
    f"(of|in) the? fiscal year (ending|ended)? (in)? YEAR:year|{YEAR_SHIFT})"
)
KIND_OF_YEAR = "(academic|school|fiscal|financial|tax|league)"
_OF_YEARS = frozenset("the this that last next each every fiscal its our their his financial calendar".split())
NTH_PART = "<nth ORDINAL|NTH|final|last|latter>"


def _part(match: Match, unit: str) -> Spec | None:
    word = match.word("nth")
    count = 4 if unit == "quarter" else 2
    nth = count if word in ("final", "last", "latter") else day_in(match, "nth")
    if not 1 <= nth <= count:
        return None
    is_fiscal = "fiscal" in match.words or match.has("fy")
    year = short_year(int(match.word("fy")[2:])) if match.has("fy") else year_in(match)
    if unit == "half":
        return Calendar(year, half=nth, is_fiscal=is_fiscal, within=shift_in(match))
    return Calendar(year, quarter=nth, is_fiscal=is_fiscal, within=shift_in(match))


@rules.add(
    f"the? {NTH_PART} DASH? quarter of the <year_word year>",
    f"the? fiscal? {NTH_PART} DASH? fiscal? quarter {WHICH_YEAR}?",
    f"the? YEAR:year DASH? (fiscal)? {NTH_PART} DASH? quarter",
    f"YEAR:year 's {NTH_PART} DASH? quarter",
    f"<shift (this|last|next) year> 's {NTH_PART} DASH? quarter",
)
def quarter(match: Match) -> Spec | None:
    """Third quarter of 2018; third-quarter; this year's first quarter."""
    if match.has("year_word") and match.after.isdigit():
        return None  # "of the year 2019" is read with its number
    is_dated = match.has("year") or match.has("shift") or match.has("fy")
    if match.word("nth") in ("last", "latter") and not is_dated:
        return None
    after = match.tokens.word(match.last + 1)
    if not is_dated and match.after == "of" and after.isalpha() and after not in _OF_YEARS:
        return NoDate("a count of quarters")  # "our first quarter of growth"
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
    f"the? YEAR:year {NTH_PART} DASH? half",
    f"<shift (this|last|next) year> 's {NTH_PART} DASH? half",
    "<nth ORDINAL> DASH half",
    f"the? {NTH_PART} half of the <year_word year>",
    "the <nth ORDINAL|latter> half",
)
def half(match: Match) -> Spec | None:
    """The first half of 2019; first-half; the second half of the year."""
    part = _part(match, "half")
    bare = not (match.has("year") or match.has("shift") or match.has("fy") or match.has("year_word"))
    if bare and match.after in ("of", "hour", "point", "century", "time", "goal"):
        return None
    return part


@rules.add(f"the? <nth first|last|final> two quarters {WHICH_YEAR}")
def two_quarters_of(match: Match) -> Spec | None:
    """The first two quarters of 2019, which are its first half."""
    number = 1 if match.word("nth") == "first" else 2
    return Calendar(year_in(match), half=number, within=shift_in(match))


@rules.add(
    "QUARTER_CODE:code ((of|,|DASH)? (YEAR:year|FISCAL_YEAR:fy|fy YEAR:year|APOSTROPHE YEAR2:yy))?",
    "YEAR:year (DASH|,)? QUARTER_CODE:code",
    is_universal=True,
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


@rules.add("BAD_QUARTER:code (of|,|DASH)? YEAR:year", "the? <nth NTH|ORDINAL> DASH? quarter of YEAR:year")
def impossible_quarter(match: Match) -> Spec | None:
    """Q5 2019; the fifth quarter of 2019."""
    return NoDate(f"a year has no such quarter: “{match.tokens.between(match.first, match.last)}”")


@rules.add("QUARTER_YEAR:code", "HALF_YEAR:code", is_universal=True)
def glued_code(match: Match) -> Spec | None:
    """2Q19; Q3FY20; H1 glued to its year."""
    word = match.word("code")
    if word[0] == "h" and word.endswith("00"):
        return None  # the H100 chip
    number = int(word[1] if word[0] in "qh" else word[0])
    year = short_year(int(word[2:].removeprefix("fy")))
    if "q" in word:
        return Calendar(year, quarter=number, is_fiscal="fy" in word)
    return Calendar(year, half=number)


@rules.add(
    "HALF_CODE:code (of|,|DASH)? (YEAR:year|APOSTROPHE YEAR2:yy)",
    "YEAR:year DASH? HALF_CODE:code",
    is_universal=True,
)
def half_code(match: Match) -> Spec | None:
    """H1 2019."""
    year = short_year(int(match.word("yy"))) if match.has("yy") else year_in(match)
    return Calendar(year, half=int(match.word("code").strip("h")))


@rules.add("the YEAR:year season", "the YEAR:year (first|second|third|fourth) period")
def season_of_year(match: Match) -> Spec | None:
    """The 1989 season."""
    return Calendar(year_in(match))


@rules.add(
    f"the? YEAR:year (DASH|/) YEAR2:other {KIND_OF_YEAR}? (year|season)",
    f"the? {KIND_OF_YEAR} year? YEAR:year (DASH|/) YEAR2:other",
)
def year_across_two(match: Match) -> list[Candidate] | None:
    """The 2018-19 season; the 2018/19 school year; fiscal 2018-19."""
    year, other = int(match.word("year")), int(match.word("other"))
    if (year + 1) % 100 != other:
        return None
    left = Candidate(match.first, match.groups["year"][1], Calendar(year), "")
    return [left, Candidate(match.groups["other"][0], match.last, Calendar(year + 1), "")]


@rules.add(
    "the? <kind fiscal|financial|calendar> year? YEAR:year",
    "the? YEAR:year <kind fiscal|financial|calendar> year",
    "FISCAL_YEAR:fy",
    "<kind fy|cy> (YEAR:year|YEAR2:yy)",
    "ESTIMATE:estimate",
)
def fiscal_year(match: Match) -> Spec | None:
    """Fiscal 2019; FY19; the 2019 fiscal year; 2019E, an estimate."""
    if match.has("estimate") and not match.tokens.raw(match.first)[-1].isupper():
        return None
    year = year_in(match)
    if year is None:
        year = short_year(int(match.word("yy") or match.word("fy")[2:] or match.word("estimate")[:4]))
    is_calendar = match.word("kind") in ("calendar", "cy") or match.word("fy").startswith("c")
    return Calendar(year, is_fiscal=not is_calendar)


# --- seasons, holidays


@rules.add(
    "the? SEASON:season (of|in)? YEAR:year (DASH|/) (YEAR2:other|YEAR:other)",
    "the? SEASON:season (of|in|,)? (the? year)? (YEAR:year ERA:era?|YEAR3:year ERA:era)",
    f"the? SEASON:season {YEAR_SHIFT}",
    f"the? SEASON:season (of|in)? <spoken CENTURY_WORD (hundred|{TO_99})>",
    "the? SEASON:season of? <short APOSTROPHE YEAR2>",
    "the? YEAR:year SEASON:season",
)
def season_and_year(match: Match) -> Spec | None:
    """The summer of 2018; spring 2019; winter 2018/19."""
    if match.has("other") and (int(match.word("year")) + 1) % 100 != int(match.word("other")) % 100:
        return None
    year = year_of_words(match) if match.has("spoken") else year_in(match)
    if match.has("short"):
        year = short_year(int(match.word("short")[-2:]))
    return Calendar(year, season=match.meaning("season", "SEASON"), within=shift_in(match))


@rules.add("the? SEASON:season SEASONAL ((of|in) <year YEAR>)?")
def season_of_something(match: Match) -> list[Candidate]:
    """The spring offensive, a fall term, the spring offensive of 1918."""
    season = Calendar(year_in(match), season=match.meaning("season", "SEASON"))
    made = [match.candidate(season, None, "season", "season")]
    if match.has("year"):
        made.append(match.candidate(Calendar(year_in(match)), None, "year", "year"))
    return made


def _is_surname(match: Match) -> bool:
    """Tell whether a season is a part of a name: "Martin Winter", "bought Autumn Leaf Foods"."""
    first = match.tokens.raw(match.first - 1) if match.first else ""
    is_led = match.before in ("in", "during", "by", "until", "since", "last", "this", "next", "early", "late")
    leads = match.before.isalpha() and match.tokens.raw(match.last)[:1].isupper()
    return (first.istitle() or leads) and match.tokens.raw(match.last - 1).istitle() and not is_led


@rules.add("the? SEASON:season")
def bare_season(match: Match) -> Spec | None:
    """Summer, the autumn; "fall" and "spring" only where they cannot be verbs."""
    before, word = match.before, match.word("season")
    if match.tokens.raw(match.last) == "Festival":
        return None  # the Chinese new year
    has_the = match.words[0] == "the"
    if not has_the and _is_surname(match):
        return None
    if (
        word in ("fall", "spring")
        and not has_the
        and before not in ("in", "this", "last", "each", "every", "by")
    ):
        return None
    is_led = before in ("in", "during", "by", "until", "till", "since", "for", "from", "through", "over")
    if has_the and word == "fall" and (match.after == "of" or not is_led):
        return None
    if (
        has_the
        and word == "spring"
        and not is_led
        and match.after in ("we", "they", "you", "that", "from", "where")
    ):
        return None  # the spring that the water comes from
    if not has_the and before in ("hard", "cold", "mild", "long", "dry", "wet", "hot"):
        return None  # any hard winter, not one of a year
    return Calendar(season=match.meaning("season", "SEASON"))
