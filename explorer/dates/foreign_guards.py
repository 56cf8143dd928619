"""What looks like a date and is none, in any language but English: each guard gives the reason, or None."""

import re
from typing import Any

from explorer.dates.foreign_words import stands_after
from explorer.dates.guards import lone_part
from explorer.dates.specs import Calendar, Candidate, Clock, NoDate
from explorer.dates.tokens import Tokens
from explorer.dates.year_guards import part_of_more

Words = dict[str, Any]

_LABELS = frozenset("$ € £ ¥ ₹ us$ r$ # № + = * usd eur gbp rp".split())
_FRAMES = (
    "IN",
    "SIDE",
    "OF",
    "THE",
    "AND",
    "OR",
    "TO",
    "BETWEEN",
    "EDGE",
    "PART",
    "FRAME",
    "STEP",
    "STORY_STEP",
    "SAME",
)
_OPENING = ("", ".", "!", "?", ":", "“", "”", "„", "«", "»", '"', "(", "-", "–", "—", "•", "\n\n")


def objection(candidate: Candidate, tokens: Tokens, decades: frozenset[int], words: Words) -> str | None:
    """Give the reason why a candidate is no date, None where there is none; `decades` are those of the text."""
    spec = candidate.spec
    if isinstance(spec, NoDate):
        return spec.why
    if isinstance(spec, Clock):
        return lone_part(spec)
    if not isinstance(spec, Calendar):
        return None
    match candidate.rule:
        case "year":
            return _year(spec.year or 0, candidate.last - 1, tokens, words, decades)
        case "bare month" | "weekday" | "stepped name":
            return _name(candidate, tokens, words)
        case "day and month":
            return _day(candidate, spec, tokens, words)
    return None


def _name(candidate: Candidate, tokens: Tokens, words: Words) -> str | None:
    """Object to names of people and places: capital letters tell, and in languages without that the context."""
    raw = tokens.raw(_named_at(candidate, tokens, words))
    is_capital = raw[:1].isupper()
    before = tokens.word(candidate.first - 1)
    if _has_capitals(words):
        if not is_capital:
            return "not written as a name of a month or day"
        is_label = before in words["THE"] and tokens.raw(candidate.last)[:1].isupper()  # "die März GmbH"
        if candidate.rule == "bare month" and (is_label or not _is_framed(candidate, tokens, words)):
            return f"“{raw}” without a word that makes it a month"
        return None
    is_month = candidate.rule == "bare month"
    if is_capital and (is_month or before not in _OPENING or tokens.raw(candidate.last)[:1].isupper()):
        return f"“{raw}” as a name"
    if before in words["LABEL"] or (tokens.is_glued(candidate.first) and before == "-"):
        return f"“{raw}” after “{before}”"
    return None


def _has_capitals(words: Words) -> bool:
    return bool(words.get("writing", {}).get("is_capital", False))


def _named_at(candidate: Candidate, tokens: Tokens, words: Words) -> int:
    names = {name.partition(" ")[0] for concept in ("MONTH", "WEEKDAY", "SEASON") for name in words[concept]}
    here = range(candidate.first, candidate.last)
    return next((index for index in here if tokens.word(index) in names), candidate.first)


def _is_framed(candidate: Candidate, tokens: Tokens, words: Words) -> bool:
    if candidate.mod is not None or stands_after(tokens, candidate.first, words, *_FRAMES):
        return True
    link = tokens.word(candidate.last)  # "Januari hingga Juni 2020"
    return (link in words["TO"] or link in words["DASH"]) and tokens.word(candidate.last + 1) in words["MONTH"]


def _day(candidate: Candidate, spec: Calendar, tokens: Tokens, words: Words) -> str | None:
    """Object to what only begins like a day ("2,5 Mai"), and to streets: "Rua 25 de Março"."""
    raw = tokens.raw(_named_at(candidate, tokens, words))
    is_name = raw[:1].isupper() and not raw.isupper() and not _has_capitals(words)
    if is_name and spec == Calendar(month=spec.month, day=spec.day):
        return f"“{raw}” as a name"
    is_rest = tokens.is_glued(candidate.first) and tokens.word(candidate.first - 1) in (",", ".", "/")
    return "part of a longer number" if is_rest else None


def _year(year: int, index: int, tokens: Tokens, words: Words, decades: frozenset[int]) -> str | None:
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    raw = tokens.raw(index - 1)
    if (
        before in _LABELS
        or before in words["LABEL"]
        or (before == "." and tokens.word(index - 2) in words["LABEL"])
    ):
        return f"a number after “{raw}”"
    inside = part_of_more(index, tokens)
    if inside is not None:
        return inside
    is_time = after in words["UNITS"] and after not in words["YEARTAIL"]
    if is_time or after in words["MEASURE"] or after in ("%", "°", "€", "$"):
        return f"a number of {after}"
    here = Candidate(index, index + 1, Calendar(year), "year")
    if (
        stands_after(tokens, here.first, words, "ABOUT", "SOME")
        and after.isalpha()
        and after not in words["YEARTAIL"]
    ):
        return f"a number after “{raw}”"
    is_framed = stands_after(tokens, here.first, words, *_FRAMES)
    if not (1900 <= year <= 2099 or year // 10 in decades):
        is_closed = before == "(" and after in (")", "-", "–")
        is_right_end = before in ("-", "–") and re.fullmatch(r"\d{4}", tokens.word(index - 2)) is not None
        raw_after = tokens.raw(index + 1)
        is_plural = after.endswith(("s", "x")) and after not in words["TO"]
        is_apart = not after.isalpha() or (raw_after.islower() and not is_plural)
        is_told = is_closed or is_right_end or (is_framed and is_apart and before not in words["THE"])
        return None if is_told else "a number that no word makes a year"
    if not after.isalpha() or (is_framed and before in words["IN"]):
        return None
    if year % 50 == 0:
        return f"a round number before “{after}”"
    is_bare = before.isalpha() and tokens.raw(index - 1).islower() and tokens.raw(index + 1).islower()
    if is_bare and not is_framed and not words.get("writing", {}).get("bare_years", False):
        return f"a number between “{before}” and “{after}”"
    return None
