"""Patterns of dates that are counted from another date: "last year", "two months ago", "the next day"."""

import re

from explorer.dates.context.sentences import sentence
from explorer.dates.english.captures import MONTH_AT, NUMBER, count_in, day_in, month_in, unit_in
from explorer.dates.english.citations import listed
from explorer.dates.grammar.numbers import word_value
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, Candidate, Clock, NoDate, Offset, Shift, Spec

rules = Rules()

_ROMAN = re.compile(r"[IVX]+")

COUNT = f"<n DIGITS ((DASH|to) DIGITS)?|{NUMBER}|a|an|another|SOME>"
VAGUE_COUNT = "<n a few|SOME|a couple (of)?|a number of|many|more than a SOME>"
HEDGE = "(ABOUT|more than|less than|at least|just|only|just over|exactly|some)"
_COMPARED = 10  # tokens between "compared with" and "last year"
_COMPARING = frozenset("compared against versus".split())
ANY_UNIT = "(UNIT:unit|UNITS:unit)"
_FIGURES_BEFORE, _FIGURES_AFTER = 40, 12  # tokens in which figures stand
SMALL = ("second", "minute", "hour")
_OUR_TIMES = listed("our_times")
_CLAUSE_BEGINS = frozenset((".", ";", ",", ":", "", "and", "but"))
_BEHIND_MONTH = frozenset((".", ",", ";", ":", ")", "", "and", "but", "for", "to", "by", "when", "after"))


# --- today and its neighbours


@rules.add("the day before yesterday", "the day after tomorrow")
def day_beyond(match: Match) -> Spec | None:
    """The day before yesterday."""
    return Shift("day", -2 if match.words[-1] == "yesterday" else 2, Base.PUBLISHED)


@rules.add("NEAR_DAY:day", "NEAR_NIGHT:night")
def today(match: Match) -> Spec | None:
    """Today, yesterday, tomorrow, tonight."""
    if _is_of_our_times(match):
        return NoDate("our times or those to come, and not the day")
    if match.has("night"):
        return Clock(daypart="NI", step=match.meaning("night", "NEAR_NIGHT"), base=Base.PUBLISHED)
    return Shift("day", match.meaning("day", "NEAR_DAY"), Base.PUBLISHED)


def _is_of_our_times(match: Match) -> bool:
    """Tell whether a day is that of the world we live in: "today's youth", "the leaders of tomorrow"."""
    words = match.tokens.word
    if match.words == ["today"] and match.after in ("'s", "’s"):
        return any(words(match.last + far) in _OUR_TIMES for far in (1, 2))
    is_owner = match.after in ("'s", "’s") or not match.has("day")
    return match.before == "of" and not is_owner and words(match.first - 2) in _OUR_TIMES


@rules.add("(last|this|that|that same|the same|the next|the following|the previous) DAYPART:part")
def part_of_a_day(match: Match) -> Spec | None:
    """Last night, this morning, that evening, the next morning."""
    word = match.words[0]
    second = match.tokens.word(match.first + 1)
    part = match.meaning("part", "DAYPART")
    if word == "last":
        return Clock(daypart=part, step=-1, base=Base.PUBLISHED)
    if word == "this":
        return Clock(daypart=part, step=0, base=Base.PUBLISHED)
    step = {"next": 1, "following": 1, "previous": -1}.get(second, 0)
    return Clock(daypart=part, step=step, base=Base.STORY)


@rules.add("(in the|the)? DAYPART:part (of|on)", "the? (early|late)? DAYPART:part hours? of")
def part_of_named_day(match: Match) -> list[Candidate] | None:
    """The morning of, before a day."""
    first = match.first + (match.words[0] == "in")
    return [Candidate(first, match.last, Clock(daypart=match.meaning("part", "DAYPART")), "")]


@rules.add("DAYPART:part")
def plain_part(match: Match) -> Spec | None:
    """Night, after a day: "Sunday night"; alone it is dropped."""
    return Clock(daypart=match.meaning("part", "DAYPART"))


# --- units away


@rules.add(
    f"{HEDGE}? {COUNT} (more|full|or so)? {ANY_UNIT} (or so|or more)? AGO:when",
    f"{HEDGE}? {VAGUE_COUNT} {ANY_UNIT} AGO:when",
    f"{HEDGE}? <n half a|a half DASH?> UNIT:unit AGO:when",
    "<n a> UNIT:unit and a <rest half> AGO:when",
    "UNITS:unit AGO:when",
)
def units_away(match: Match) -> Spec | None:
    """Two months ago, three weeks later, a year earlier."""
    word = match.word("when")
    base = Base.PUBLISHED if word in ("ago", "hence") else Base.STORY
    count = count_in(match) if match.has("n") else None
    if match.has("n") and match.word("n").startswith(("half", "a half")):
        count = 0.5
    if match.has("rest"):
        count = 1.5
    if unit_in(match) == "second":
        return NoDate("a moment")
    side = match.meaning("when", "AGO")
    is_compared = (count, side) == (1, -1) and (_has_figures(match) or _follows_number(match))
    return Offset(count, unit_in(match), side, base, is_compared=is_compared)


def _follows_number(match: Match) -> bool:
    """Tell whether a number to compare with stands right before: "up from 2.4 lakh a year earlier"."""
    near = [match.tokens.word(index) for index in range(match.first - _COMPARED, match.first)]
    at = max((index for index, word in enumerate(near) if word in _COMPARING or word == "from"), default=-1)
    return at >= 0 and any(word[:1].isdigit() for word in near[at + 1 :])


def _has_figures(match: Match) -> bool:
    """Tell whether a sentence compares figures: profit and shares, money and percentages."""
    tokens, figures = match.tokens, match.lexicon.tables["FIGURE"]
    begin, end = sentence(tokens, match.first, match.last, _FIGURES_BEFORE, _FIGURES_AFTER)
    return any(tokens.word(index) in figures for index in range(begin, end))


def _compares_figures(match: Match) -> bool:
    """Tell whether a shorter period is compared with "last year": "against $3 million last year"."""
    tokens, first = match.tokens, match.first
    begin, _ = sentence(tokens, first, match.last, _FIGURES_BEFORE, _FIGURES_AFTER)
    before = [tokens.word(index) for index in range(begin, first)]
    if "year" in before or not _has_figures(match):
        return False
    near = before[-_COMPARED:]
    return not _COMPARING.isdisjoint(near) or (match.before == "from" and match.after in ("'s", "’s"))


@rules.add(f"{HEDGE}? ({COUNT}|{VAGUE_COUNT}) {ANY_UNIT} from (now|today)")
def units_from_now(match: Match) -> Spec | None:
    """Two years from now."""
    return Offset(count_in(match), unit_in(match), 1, Base.PUBLISHED)


@rules.add(
    f"{HEDGE}? ({COUNT}|{VAGUE_COUNT}) {ANY_UNIT} (before|after) (that|this|then)",
    f"{HEDGE}? {COUNT} {ANY_UNIT} (before|after)",
)
def units_from_that(match: Match) -> Spec | None:
    """Two days before that; two days before."""
    if match.words[-1] in ("before", "after") and match.after not in (",", ".", ";", ")", ""):
        return None  # "two days after the vote"
    side = -1 if "before" in match.words[-2:] else 1
    return Offset(count_in(match), unit_in(match), side, Base.STORY)


@rules.add(
    "the UNIT:unit (before|after|earlier|later|following|previously)",
    "the very? (next|following|previous|preceding) UNIT:unit",
    "next UNIT:unit",
)
def neighbour_unit(match: Match) -> Spec | None:
    """The next day, the following year, the day before."""
    unit = unit_in(match)
    words = match.words
    if words[0] == "next" and (unit != "day" or match.before not in _CLAUSE_BEGINS):
        return None  # "next year" counts from today, and "next day delivery" from nothing
    if words[-1] in ("before", "after"):
        following = match.after
        if following.isalnum() or following in ("“", '"'):
            return None  # "the day after the vote" counts from something else
    if words[:2] == ["the", "next"] and match.before in ("over", "within", "in", "for"):
        return None  # "in the next year" is a duration
    back = {"before", "earlier", "previously", "previous", "preceding"} & set(words)
    if unit in SMALL:
        return None
    return Shift(unit, -1 if back else 1, Base.STORY)


@rules.add("(that|the)? (very|same|that same) UNIT:unit", "that UNIT:unit", "this same UNIT:unit")
def same_unit(match: Match) -> Spec | None:
    """That year, the same day."""
    unit = unit_in(match)
    words = match.words
    if unit in SMALL or not ({"that", "same", "very"} & set(words)) or unit == "season":
        return None
    if words[0] == "same" and match.after == "-":
        return None
    return Shift(unit, 0, Base.STORY, is_again=True)


@rules.add(
    "(earlier|later) (in|on)? (that|the same|the) UNIT:unit", "(earlier|later) (this|last|next) UNIT:unit"
)
def later_in_unit(match: Match) -> Spec | None:
    """Later that month, earlier this year."""
    unit = unit_in(match)
    words = match.words
    step = {"last": -1, "next": 1}.get(words[-2], 0)
    base = Base.PUBLISHED if words[-2] in ("this", "last", "next") else Base.STORY
    if unit in SMALL:
        return None
    return Shift(unit, step, base, is_part=True)


@rules.add(
    "(the|this|these)? STEP:step (fiscal|calendar|financial|school|full)? UNIT:unit (end)?",
    "(the)? (latest|most recent) (fiscal)? UNIT:unit",
)
def stepped_unit(match: Match) -> Spec | None:
    """Last year, this week, the current quarter."""
    unit = unit_in(match)
    words = match.words
    if words[:2] in (["this", "past"], ["this", "coming"]):
        return Shift(unit, -1 if words[1] == "past" else 1, Base.PUBLISHED)
    step = match.meaning("step", "STEP") if match.has("step") else -1  # the latest one that is over
    if unit in SMALL or (unit == "season" and words[0] != "last"):
        return None
    if unit == "day" and match.after == "of":
        return None  # "his last day of school"
    if unit == "night":
        return Clock(daypart="NI", step=step, base=Base.PUBLISHED)
    if unit == "year" and match.after == "'s" and _names_part(match):
        return None  # "last year's third quarter" and "last year's October" are one date
    if words == ["last", "year"] and _compares_figures(match):
        return Offset(1, "year", -1, Base.PUBLISHED, is_compared=True)
    if (
        words[0] == "the"
        and match.word("step") in ("past", "last", "coming")
        and unit not in ("decade", "century", "quarter")
    ):
        return None  # "the past year" is a duration
    if words == ["this", "day"] or (words[0] == "the" and match.word("step") == "next" and unit != "quarter"):
        is_length = words[0] == "the" and (
            match.before in ("for", "over", "within")
            or (unit in ("decade", "century") and match.before == "during")
        )
        return None if is_length else Shift(unit, step, Base.STORY)
    if match.word("step") == "past" and words[0] != "this":
        return None
    return Shift(unit, step, Base.PUBLISHED)


@rules.add("(as|than|from|over) last")
def last_alone(match: Match) -> list[Candidate] | None:
    """Twice as high this year as last."""
    if match.after.isalnum():
        return None
    begin, _ = sentence(match.tokens, match.first, match.last, _COMPARED, 0)
    for at in range(match.first - 1, begin, -1):
        unit = match.lexicon.tables["UNIT"].get(match.tokens.word(at))
        if unit is not None and unit not in SMALL and match.tokens.word(at - 1) == "this":
            return [Candidate(match.last - 1, match.last, Shift(unit, -1, Base.PUBLISHED), "")]
    return None


def _names_part(match: Match) -> bool:
    """Tell whether a part of a year follows: "'s third quarter", "'s October"."""
    after = [match.tokens.word(match.last + far) for far in (1, 2, 3)]
    if after[0] in match.lexicon.tables["MONTH"]:
        return match.tokens.raw(match.last + 1)[0].isupper()
    return after[0] in match.lexicon.tables["ORDINAL"] and not {"quarter", "half"}.isdisjoint(after)


STEP_WORDS = "<steps (this|the|that)? (STEP|STORY_STEP)>"


def _step(match: Match) -> tuple[int, Base]:
    """Read "last", "the following": how many steps away, and from where."""
    words = match.word("steps")
    word = words.rpartition(" ")[2]
    told = match.lexicon.meaning("STORY_STEP", word)
    if told is not None:
        return told, Base.STORY
    return match.lexicon.meaning("STEP", word), Base.STORY if words == "the next" else Base.PUBLISHED


@rules.add(f"{STEP_WORDS} <weekday WEEKDAY>", f"{STEP_WORDS} <month MONTH>", f"{STEP_WORDS} SEASON:season")
def stepped_name(match: Match) -> Spec | None:
    """Last Friday, next April, this summer, the following winter."""
    step, base = _step(match)
    if match.has("weekday"):
        return Calendar(weekday=match.meaning("weekday", "WEEKDAY"), step=step, base=base)
    if match.has("month"):
        return Calendar(month=match.meaning("month", "MONTH"), step=step, base=base)
    if match.word("season") == "fall" and match.words[0] == "the":
        return None
    return Calendar(season=match.meaning("season", "SEASON"), step=step, base=base)


@rules.add("that SEASON:season")
def that_season(match: Match) -> Spec | None:
    """That winter."""
    return Calendar(season=match.meaning("season", "SEASON"), step=0, base=Base.STORY)


@rules.add("that <month MONTH>")
def that_month(match: Match) -> list[Candidate] | None:
    """The month of "that April"; "said that April was" tells of any."""
    if match.tokens.raw(match.first).istitle() or match.after in _BEHIND_MONTH:
        spec = Calendar(month=match.meaning("month", "MONTH"), step=0, base=Base.STORY)
        return [Candidate(match.first + 1, match.last, spec, "")]
    return None


@rules.add(
    f"the? week (of|beginning|starting|commencing) (on|the)? {MONTH_AT} DAY:day (,? YEAR:year)?",
    f"the? week (of|beginning|starting|commencing) (on|the)? DAY:day {MONTH_AT} (,? YEAR:year)?",
)
def week_of(match: Match) -> Spec | None:
    """The week of March 4; the week beginning 11 March."""
    year = int(match.word("year")) if match.has("year") else None
    return Calendar(year, month_in(match), day_in(match), within=Shift("week", 0, Base.STORY))


@rules.add("the fiscal year")
def the_fiscal_year(match: Match) -> Spec | None:
    """The fiscal year."""
    after = match.after
    return None if after in ("ended", "ending") or after.isdigit() else Shift("year", 0, Base.PUBLISHED)


@rules.add("the? weekend")
def the_weekend(match: Match) -> Spec | None:
    """The weekend: the one before, or the one ahead by the tense."""
    if match.words[0] != "the" and match.before not in ("this", "over"):
        return None
    return Calendar(weekend=True)


_YEARS_OF = frozenset("of ended ending to in before after ahead through that when and".split())


@rules.add("the UNIT:unit")
def the_unit(match: Match) -> Spec | None:
    """The quarter; the year and the month after "the end of"; the weekend."""
    unit = unit_in(match)
    before = match.before
    if _ROMAN.fullmatch(match.tokens.raw(match.last)):
        return None  # "the Year VIII"
    if unit == "quarter":
        return None if match.after == "of" else Shift(unit, 0, Base.STORY)
    if unit in ("year", "month", "week", "decade", "century") and before in ("of", "in", "-"):
        is_told = match.after in ("of", "ended", "ending") or _is_number(match, match.after)
        is_turn = unit == "century" and match.tokens.word(match.first - 2) == "turn"
        return None if is_told else Shift(unit, 0, Base.STORY, is_turn=is_turn)
    if unit == "year" and before == "for" and not (match.after.isalnum() and match.after in _YEARS_OF):
        return Shift(unit, 0, Base.STORY)
    return None


def _is_number(match: Match, word: str) -> bool:
    """Tell whether a word counts, in figures or letters: "the year two thousand"."""
    return word.isdigit() or word_value(match, word) is not None


@rules.add("the? year DASH? end", "the? year 's end")
def year_end(match: Match) -> list[Candidate]:
    """Year-end, the year's end."""
    return [match.candidate(Shift("year", 0, Base.PUBLISHED), "END")]
