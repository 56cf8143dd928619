"""Patterns of durations and of sets of times."""

from explorer.dates.english.captures import count_in, most_in, named_set_in, unit_in
from explorer.dates.english.relative_rules import COUNT, SMALL, VAGUE_COUNT
from explorer.dates.grammar.numbers import number_of, word_value
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Length, NoDate, Repeat, Spec, Vague

rules = Rules()

HEDGES = (
    "(ABOUT|more than|less than|at least|at most|up to|just over|just under|as many as"
    "|an (additional|estimated|extra))"
)
MORE = "(more|full|additional|straight|consecutive|further|long|of)"
FACE = (
    "(the|these|those)? <side last|past|previous|next|first|final|coming|recent|preceding|opening|closing"
    "|following>"
)
_NOT_ALONE = ("second", "season", "quarter", "night")  # "a second look", "a quarter of the votes"
_SCALES = frozenset("million billion trillion".split())
_MONEY = frozenset("dollars dlrs euros pounds yen yuan rupees crore lakh cents pence francs percent %".split())
_SIGNS = frozenset("$ € £ ¥ ₹ # usd eur gbp rs".split())
_RECORD = 6  # tokens between "the first" and "in two years"
_SUPERLATIVES = frozenset("only most least best worst time record".split())
_TO_COME = frozenset("will would could may might can must should ll to".split())
_CODES = {
    "second": "T1S",
    "minute": "T1M",
    "hour": "T1H",
    "day": "1D",
    "night": "1D",
    "week": "1W",
    "weekend": "1WE",
    "fortnight": "2W",
    "month": "1M",
    "quarter": "1Q",
    "season": "3M",
    "year": "1Y",
    "decade": "10Y",
    "century": "100Y",
    "millennium": "1000Y",
}


def _side(match: Match) -> int:
    return {"last": -1, "past": -1, "recent": -1, "next": 1, "coming": 1}.get(match.word("side"), 0)


@rules.add(
    "(every|each) (other|single|DIGITS:n|ONES:n|few)? (UNIT:unit|UNITS:unit)",
    "(every|each) and every UNIT:unit",
)
def every_unit(match: Match) -> Spec | None:
    """Every day, each month, every two weeks."""
    other = 2 if match.tokens.word(match.first + 1) == "other" else 1
    return repeated(unit_in(match), number_of(match, "n") if match.has("n") else other)


def repeated(unit: str, count: float | None = 1) -> Repeat:
    """Give what comes again after so many units."""
    code = _CODES[unit]
    digits = "".join(filter(str.isdigit, code))
    return Repeat("P" + code.replace(digits, f"{int((count or 1) * int(digits))}"))


@rules.add("(every|each|on)? WEEKDAYS:weekday", "(every|each) WEEKDAY:weekday")
def every_weekday(match: Match) -> Spec | None:
    """Every Friday, Mondays."""
    day = match.meaning("weekday", "WEEKDAYS", "WEEKDAY")
    return Repeat(f"XXXX-WXX-{day + 1}")


@rules.add("(every|each) MONTH:month", "(every|each) SEASON:season", "(every|each) DAYPART:part")
def every_named(match: Match) -> Spec | None:
    """Every April, each summer."""
    return named_set_in(match)


@rules.add("REPEATED:word")
def adverb(match: Match) -> Spec | None:
    """Daily, annually."""
    value = match.meaning("word", "REPEATED")
    return Repeat(value) if value and match.tokens.raw(match.first).islower() else None


@rules.add(
    f"{FACE} {COUNT} (full|more|fiscal)? UNITS:unit",
    f"{FACE} ({VAGUE_COUNT}|<n couple of>) (more)? UNITS:unit",
    f"(the|these)? {COUNT} <side last|past|previous|preceding|next|coming|following> UNITS:unit",
    "(the|this) <side last|past|coming|next> UNIT:unit",
)
def side_length(match: Match) -> Spec | None:
    """The past two years, the first nine months, the next few days."""
    if match.before == "at" and match.words[-1] in ("minute", "second", "moment", "hour"):
        return None  # "at the last minute": late, and not a minute ago
    side = match.word("side")
    edge = 1 if side in ("first", "opening") else -1 if side in ("last", "final", "closing") else 0
    counted = 0 if match.after == "of" else _side(match)  # "the last two years of the war" end with it
    return Length(count_in(match) if match.has("n") else 1, unit_in(match), counted, edge, most=most_in(match))


@rules.add(
    f"{HEDGES}? {COUNT} DASH? and DASH? a DASH? half DASH? (UNITS:unit|UNIT:unit)",
    f"{HEDGES}? <n a|an|one> UNIT:unit and a half",
    f"{HEDGES}? <n DIGITS> DASH? (<tail DIGITS / DIGITS>|½) DASH? (UNITS:unit|UNIT:unit)",
)
def length_and_a_half(match: Match) -> Spec | None:
    """Two and a half years; a minute and a half; 2 1/2 years."""
    is_other = match.has("tail") and match.word("tail").split() != ["1", "/", "2"]
    count = count_in(match)
    return None if is_other or count is None or match.after == "later" else Length(count + 0.5, unit_in(match))


@rules.add("(one|some) day")
def some_day(match: Match) -> Spec | None:
    """One day, after a verb of what is to come: "will one day be"."""
    return Vague("FUTURE_REF") if match.before in _TO_COME else None


@rules.add("soon")
def soon(match: Match) -> Spec | None:
    """Soon, beside a verb of what is to come: "may soon", "soon to"; elsewhere it says after what."""
    return Vague("FUTURE_REF") if match.before in _TO_COME or match.after in ("will", "would", "to") else None


@rules.add(
    f"{HEDGES}? (the|another)? {COUNT} {MORE}? (UNITS:unit|UNIT:unit) <old old>?",
    f"{HEDGES}? {COUNT} DASH (UNIT:unit|UNITS:unit) <old DASH old>?",
    f"{HEDGES}? {VAGUE_COUNT} (more)? UNITS:unit",
    f"{HEDGES}? <n a|an|one> (whole|entire|extra) UNIT:unit",
    "<n half (a|an)> UNIT:unit",
)
def length(match: Match) -> Spec | None:
    """Two years, a week, 10-year, several months, about an hour."""
    unit, word = unit_in(match), match.word("n")
    is_age = match.after == "-" and match.tokens.word(match.last + 1) == "old"
    if match.has("old") or is_age:
        return NoDate("an age")
    if word in ("a", "an") and _is_money(match):
        return NoDate("a rate")
    if word in ("a", "an") and _is_counted(match):
        return repeated(unit)
    is_share = match.after == "of" and not match.tokens.word(match.last + 1).isdigit()
    if unit == "quarter" and word in ("one", "three") and ("-" in match.words or is_share):
        return NoDate("a fraction")
    if word in ("a", "an", "another", "one") and unit in _NOT_ALONE:
        return None
    if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and match.words[-1] == unit:
        return None  # "the 2019 season"
    if word.startswith("half"):
        return Length(0.5, unit)
    is_limit = match.before == "within" and match.after not in ("of", "after", "from")
    return Length(count_in(match), unit, is_limit=is_limit, is_distance=_is_distance(match, unit))


def _is_distance(match: Match, unit: str) -> bool:
    """Tell whether a length may say how far ahead something lies: "in two weeks", no record of two weeks."""
    tokens = match.tokens
    if match.before != "in" or unit in SMALL or match.after in ("of", "more", "-") or match.words[0] == "the":
        return False
    near = [tokens.word(index) for index in range(match.first - _RECORD, match.first - 1)]
    ordinals = match.lexicon.tables["ORDINAL"]
    return not any(word in ordinals or word in _SUPERLATIVES or word.endswith("est") for word in near)


def _is_money(match: Match) -> bool:
    """Tell whether an amount of money stands before: in "$2 million a year" the year is that of a rate."""
    tokens, first = match.tokens, match.first
    is_scaled = tokens.word(first - 1) in _SCALES
    figure = first - 2 if is_scaled else first - 1
    if not tokens.word(figure)[:1].isdigit():
        return tokens.word(first - 1) in _MONEY and tokens.word(figure) not in ("a", "the")
    return tokens.word(figure - 1) in _SIGNS or tokens.word(figure - 1).endswith("$")


def _is_counted(match: Match) -> bool:
    """Tell whether a number of things stands before: "358,000 a month", "two flights a day"."""
    before = match.before
    if before[:1].isdigit() or before in _SCALES:
        return True
    near = (match.tokens.word(match.first - far) for far in (2, 3, 4))
    return before.endswith("s") and any(
        word[:1].isdigit() or word in ("dozens", "several") or word_value(match, word) for word in near
    )


@rules.add("recent UNITS:unit", "UNITS:unit", "(the)? (coming|following|intervening) UNITS:unit")
def bare_length(match: Match) -> Spec | None:
    """Weeks, for years, recent months."""
    unit = unit_in(match)
    is_told = match.words[0] in ("recent", "coming", "the")
    if unit in ("second", "minute", "season", "quarter", "night", "weekend") and not is_told:
        return None
    return Length(None, unit)


@rules.add("the (fiscal)? UNIT:unit")
def unit_that_ended(match: Match) -> Spec | None:
    """The year ended March 31."""
    is_ended = match.after in ("ended", "ending", "to") and unit_in(match) in (
        "year",
        "month",
        "week",
    )
    return Length(1, unit_in(match)) if is_ended else None


@rules.add("per UNIT:unit")
def rate(match: Match) -> Spec | None:
    """Per day; per hour is a speed."""
    unit = unit_in(match)
    return Length(1, unit) if unit in ("day", "night", "week", "month", "year") else None


@rules.add("UNIT:unit DASH long", "UNIT:unit DASH old")
def long_unit(match: Match) -> Spec | None:
    """Day-long, year-old."""
    return Length(1, unit_in(match))
