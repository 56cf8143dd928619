"""What looks like a date and is none: each guard gives the reason, or None.

Guards see the words around a candidate and nothing of its resolution. Bare years are in `year_guards`.
"""

import re
from collections.abc import Callable

from explorer.dates.context.tense import is_participle
from explorer.dates.english.citations import listed
from explorer.dates.english.year_guards import (
    FRAMES,
    MEASURES,
    label_objection,
    range_objection,
    year_objection,
)
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate, Clock, Length, NoDate, Shift, Vague
from explorer.model.edtf import MONTHS

_ENGLISH_MONTHS = frozenset(month.lower() for month in MONTHS)
_PEOPLE = frozenset(("april", "may", "june", "august"))  # months that are names of people
_MONTH_FRAMES = FRAMES | frozenset("last next this to each every and or for on , than the".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ONE = frozenset(("a", "an", "one"))
_PARTS = frozenset(("early", "mid", "late", "spring", "summer", "autumn", "winter"))
_LOOSE = frozenset((",", "and", "or", "on", "for", "this", "of", "the"))  # before a verb or a walk, too
_SMALL_WORDS = frozenset(("may", "mar", "march", "sun", "sat", "wed", "mon", "dec", "jan"))
_SMALL_FRAMES = frozenset(("in", "since", "until", "till", "early", "late", "mid", "last", "next"))
_AFTER_THE_FORMER = frozenset("a an the and but as to were was is are had has did would".split())
_QUOTES = frozenset("\"“”'‘’`«»")
_AFTER_HEADING = frozenset(("-", "–", "—", ":"))
_BULLETS = frozenset(("-", "–", "*", "•"))
_AFTER_THE_PAST = frozenset(
    "and when but as to were was have had has that which who he she it they we you i by for with from on at "
    "the if because not is are".split()
)
_BARE_CLOCK = re.compile(r"\d{1,2}:[\d:]+")
_BEFORE_CLOCK = frozenset(
    "at by from until till to about around before after since between and or - – — , ( [ on | • · ~".split()
)
_WALKS = frozenset(("on", "of", "for", "to", "in", "against", "from", "through"))
_WHOSE = frozenset("his her their my your our its whose".split())
_WEATHER = frozenset("temperature temperatures degrees highs lows thermometer thermometers".split())
_FESTIVE, _MEDIA = listed("festive"), listed("media")
_ON_AIR = _WEEKDAYS | {"today", "tonight"}
_STARTS = frozenset((".", "", "on"))
_WISHES = frozenset(("white", "merry", "happy", "father", "blue"))
_VERSIONS = frozenset(("version", "versions", "v", "build", "firmware", "driver", "patch"))
_NEAR, _BESIDE = 12, 6  # tokens between a measured value and its "to date", "so far"
_PERIODS = frozenset("this that the in of from through".split())  # "so far this year" is of the year


def objection(candidate: Candidate, tokens: Tokens, decades: frozenset[int] = frozenset()) -> str | None:
    """Give the reason why a candidate is no date, None where there is none; `decades` are those of the text."""
    spec = candidate.spec
    if isinstance(spec, NoDate):
        return spec.why
    if _is_doubled(candidate, tokens):
        return "part of a phrase like “day-to-day”"
    if isinstance(spec, Shift | Length) and _is_title(candidate, tokens):
        return "the title of a work"
    if _is_medium(candidate, tokens):
        return "the name of a programme or a paper"
    if isinstance(spec, Vague):
        return _vague(candidate, tokens)
    if isinstance(spec, Length) and tokens.word(candidate.first - 1) == "light":
        return "a distance in light years"
    if _is_any_weekday(candidate, tokens):
        return "any one of the weekdays of a month"
    if isinstance(spec, Clock):
        return lone_part(spec) or _clock(candidate, tokens)
    if isinstance(spec, Calendar):
        for guard in _GUARDS:
            why = guard(candidate, spec, tokens)
            if why is not None:
                return why
        return _year(candidate, spec, tokens, decades)
    return None


def _is_title(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a unit of time is written as a name is, within a sentence that is not: "60 Minutes"."""
    raws = [tokens.raw(index) for index in range(candidate.first, candidate.last)]
    if not raws[-1][:1].isupper() or not all(raw[:1].isupper() or raw.isdigit() for raw in raws):
        return False
    before = candidate.first - 1
    while tokens.raw(before) in _QUOTES:
        before -= 1
    is_quoted = before < candidate.first - 1
    return len(raws) > 1 and (is_quoted or tokens.raw(before).islower() or tokens.word(before) in ("'s", "’s"))


def _is_medium(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a day is written within the name of a medium: "the Today programme", "the Sunday Times"."""
    last = candidate.last - 1
    if tokens.word(last) not in _ON_AIR or not tokens.raw(last).istitle():
        return False
    return tokens.word(candidate.first - 1) not in _STARTS and tokens.word(candidate.last) in _MEDIA


def _is_doubled(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether the last word comes again: day-to-day, year-on-year."""
    last = candidate.last
    return (
        tokens.word(last) in ("-", "‑")
        and tokens.word(last + 1) in ("to", "on", "over", "by")
        and tokens.word(last + 3) == tokens.word(last - 1)
    )


def _is_any_weekday(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a day is one of several, which is not told: "on a grey Monday morning in March"."""
    first, last = candidate.first, candidate.last
    if tokens.word(first) not in _WEEKDAYS or tokens.word(last) != "in":
        return False
    is_one = tokens.word(first - 1) in _ONE or (
        tokens.word(first - 2) in _ONE and tokens.raw(first - 1).islower()
    )
    after = tokens.word(last + 1)
    return is_one and (after in _ENGLISH_MONTHS or after in _PARTS or (len(after) == 4 and after.isdecimal()))


def _year(candidate: Candidate, spec: Calendar, tokens: Tokens, decades: frozenset[int]) -> str | None:
    if spec.year is None:
        return None
    if candidate.rule == "short range of years":
        first = candidate.first - (0 if len(tokens.word(candidate.first)) > 2 else 2)
        return range_objection(first, tokens)
    is_dotted = spec.day is not None and "." in tokens.words[candidate.first]
    if is_dotted and tokens.word(candidate.first - 1) in _VERSIONS:
        return f"a number after “{tokens.raw(candidate.first - 1)}”"
    if candidate.rule == "iso month":
        return label_objection(candidate.first, tokens)
    if candidate.rule != "bare year":
        return None
    return year_objection(spec.year, candidate.last - 1, tokens, is_told=spec.year // 10 in decades)


def _short_decade(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """In "her late 20s" and "highs in the mid-80s" they are years of age and degrees."""
    if candidate.rule != "short decade" or "s" not in tokens.word(candidate.last - 1)[2:]:
        return None
    if any(tokens.word(index) in ("'", "’", "‘") for index in range(candidate.first, candidate.last)):
        return None
    if tokens.word(candidate.first - 1) in _WHOSE:
        return "an age"
    near = range(candidate.first - _NEAR, candidate.first)
    return "a temperature" if any(tokens.word(index) in _WEATHER for index in near) else None


def _type_name(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """In "six A350-1000s" a number is a part of the name of a type."""
    if spec.decade is None and spec.century is None:
        return None
    dash, word = candidate.first - 1, tokens.word(candidate.first - 2)
    if tokens.word(dash) != "-" or not (tokens.is_glued(dash) and tokens.is_glued(candidate.first)):
        return None
    is_type = any(map(str.isdigit, word)) and any(map(str.isalpha, word))
    return "a part of the name of a type" if is_type else None


def lone_part(spec: Clock) -> str | None:
    """Object to a part of a day without a day: "the morning"; in every language."""
    return "a part of a day that is not named" if spec.at is None and spec.step is None else None


def _page(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """The stamp at the head of a page: "Filed 07/14/20 Page 3 of 80"."""
    if tokens.word(candidate.last) != "page" or spec.day is None:
        return None
    return "the stamp at the head of a page" if tokens.word(candidate.last + 2) == "of" else None


def _small_letters(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """The words may, march, sun, sat in small letters are verbs more often than dates."""
    raw = tokens.raw(candidate.first if spec.step is None else candidate.last - 1)
    if spec.month is None or spec.year is not None or raw not in _SMALL_WORDS:
        return None
    is_dated = spec.day is not None and raw != "may"
    is_framed = tokens.word(candidate.first - 1) in _SMALL_FRAMES
    return None if is_dated or is_framed else "not written as a date"


def _bare_month(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """May, March, April: verbs, walks and people."""
    if spec.month is None or spec != Calendar(month=spec.month):
        return None
    index = candidate.last - 1
    raw, word = tokens.raw(index), tokens.word(index)
    if word not in _ENGLISH_MONTHS:
        return None
    if not raw[0].isupper():  # hurried writing: "see you in june"
        return None if tokens.word(candidate.first - 1) in _SMALL_FRAMES else "not written as a month"
    if candidate.mod is not None:
        return None
    before, after, beyond = tokens.word(candidate.first - 1), tokens.word(index + 1), tokens.raw(index + 1)
    is_framed = before in _MONTH_FRAMES or (before in ("a", "an") and beyond.islower() and after not in _WALKS)
    if after in _AFTER_HEADING and begins_line(candidate.first, tokens):
        return None  # "March – Two friends found the firm", in a chronicle
    if word == "march" and before == "the" and not after.isalpha():
        return f"“{raw}” as a walk"
    if word in ("may", "march") and (not is_framed or (before in _LOOSE and _goes_on(word, before, after))):
        return f"“{raw}” as a verb, a walk or a name"
    if word in _PEOPLE and before not in FRAMES and beyond[:1].isupper() and beyond[1:2].islower():
        return f"“{raw}” as a name"
    return f"“{raw}” as a name" if raw.isupper() and len(raw) > 3 and not is_framed else None


def begins_line(first: int, tokens: Tokens) -> bool:
    """Tell whether a token is the first of its line, a bullet left out."""
    start = tokens.starts[first - 1] if tokens.word(first - 1) in _BULLETS else tokens.starts[first]
    return start == 0 or tokens.text[max(0, start - 2) : start].rstrip(" ").endswith("\n")


def _goes_on(word: str, before: str, after: str) -> bool:
    """Tell whether the word after "May" or "March" makes it a verb or a walk; "the May vote" is in May."""
    if word == "march" or before == "the":
        return after in _WALKS
    return after.isalpha() and after not in _MONTH_FRAMES


def _feast(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """A Christmas tree and Easter Island are on no day."""
    if spec.holiday is None or spec.year is not None:
        return None
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    if before in _WISHES or after in _FESTIVE:
        return "the name of a thing, a place or a wish"
    return None


def _day_of_month(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """In "March 5 million" the number counts something."""
    if spec.day is None or spec.month is None or spec.year is not None:
        return None
    last, after = candidate.last, tokens.word(candidate.last)
    if after in MEASURES:
        return f"a number of {after}"
    is_longer = after in (".", ",") and tokens.is_glued(last) and tokens.is_glued(last + 1)
    if is_longer and tokens.word(last + 1).isdigit():
        return "part of a longer number"
    return "an amount" if tokens.word(candidate.first - 1) in ("$", "€", "£", "no") else None


def _clock(candidate: Candidate, tokens: Tokens) -> str | None:
    """Figures with a colon may be a ratio, a verse, a result: "1:20" is a time where a word makes it one."""
    if _BARE_CLOCK.fullmatch(tokens.between(candidate.first, candidate.last)) is None:
        return None
    last, before = candidate.last, tokens.word(candidate.first - 1)
    if tokens.is_glued(last) and tokens.is_glued(last + 1) and tokens.word(last + 1).isalpha():
        return "part of a longer number"
    start = tokens.starts[candidate.first]
    begins_line = start == 0 or tokens.text[start - 1] == "\n"
    begins_range = tokens.word(last) in ("-", "–", "to") and ":" in tokens.word(last + 1)
    return (
        None
        if before in _BEFORE_CLOCK or begins_line or begins_range
        else "figures that no word makes a time of day"
    )


def _vague(candidate: Candidate, tokens: Tokens) -> str | None:
    words = tokens.between(candidate.first, candidate.last).lower()
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    if words == "to date" and not _counts_something(candidate, tokens, _NEAR, _NEAR):
        return "“to date” without a measured value"
    if words == "so far" and (after in _PERIODS or not _is_measured(candidate, tokens)):
        return "“so far” without a measured value, or of a period named"
    if words == "the past" and after.isalpha() and after not in _AFTER_THE_PAST:
        return "“the past” before a noun"
    if (
        words == "former"
        and before in ("the", "")
        and (not after.isalpha() or after in _AFTER_THE_FORMER or is_participle(after))
    ):
        return "the former of two"
    return None


def _is_measured(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a number is "so far": "has sold 600 so far", "So far, 600 have been sold"."""
    is_first = not tokens.word(candidate.first - 1).isalnum()
    return _counts_something(candidate, tokens, 0 if is_first else _BESIDE, _BESIDE if is_first else 0)


def _counts_something(candidate: Candidate, tokens: Tokens, before: int, after: int) -> bool:
    near = range(candidate.first - before, candidate.last + after)
    return any(tokens.word(index)[:1].isdigit() for index in near)


_GUARDS: tuple[Callable[[Candidate, Calendar, Tokens], str | None], ...] = (
    _short_decade,
    _type_name,
    _page,
    _small_letters,
    _bare_month,
    _feast,
    _day_of_month,
)
