"""What looks like a date and is none, in any language but English: each guard gives the reason, or None."""

import re
from typing import Any

from explorer.dates.abroad.words import stands_after
from explorer.dates.english.guards import lone_part
from explorer.dates.english.year_guards import part_of_more
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate, Clock, NoDate

Words = dict[str, Any]

_LABELS = frozenset("$ € £ ¥ ₹ us$ r$ # № + = * usd eur gbp rp".split())
_FRAMES = tuple("IN SIDE OF THE AND OR TO BETWEEN EDGE PART FRAME STEP STORY_STEP SAME".split())
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
    raw, before = tokens.raw(_named_at(candidate, tokens, words)), tokens.word(candidate.first - 1)
    is_capital, is_month = raw[:1].isupper(), candidate.rule == "bare month"
    is_beside_name = tokens.raw(candidate.last)[:1].isupper()
    if _has_capitals(words):
        if not is_capital:
            return "not written as a name of a month or day"
        is_label = is_beside_name and before in words["THE"]  # "die März GmbH"
        if is_month and (is_label or not _is_framed(candidate, tokens, words)):
            return f"“{raw}” without a word that makes it a month"
        return None
    begins = before in _OPENING or before in words["THE"] or before in words["IN"]
    if is_capital and (is_month or is_beside_name or not begins):
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
    is_framed = stands_after(tokens, candidate.first, words, "THE", "IN", "SIDE", "TO", "BETWEEN", "DAYWORD")
    is_name = raw[:1].isupper() and not raw.isupper() and not _has_capitals(words) and not is_framed
    if is_name and spec == Calendar(month=spec.month, day=spec.day):
        return f"“{raw}” as a name"
    is_rest = tokens.is_glued(candidate.first) and tokens.word(candidate.first - 1) in (",", ".", "/")
    return "part of a longer number" if is_rest else None


def _year(year: int, index: int, tokens: Tokens, words: Words, decades: frozenset[int]) -> str | None:
    why = _labelled(index, tokens, words) or part_of_more(index, tokens) or _measured(index, tokens, words)
    if why is not None:
        return why
    is_framed = stands_after(tokens, index, words, *_FRAMES)
    if 1900 <= year <= 2099 or year // 10 in decades:
        return _between_words(year, index, tokens, words, is_framed=is_framed)
    return None if _is_told(index, tokens, words, is_framed=is_framed) else "a number that no word makes a year"


def _labelled(index: int, tokens: Tokens, words: Words) -> str | None:
    before, earlier = tokens.word(index - 1), tokens.word(index - 2)
    is_label = before in _LABELS or before in words["LABEL"] or (before == "." and earlier in words["LABEL"])
    return f"a number after “{tokens.raw(index - 1)}”" if is_label else None


def _measured(index: int, tokens: Tokens, words: Words) -> str | None:
    after = tokens.word(index + 1)
    is_tail = after in words["YEARTAIL"]
    if (after in words["UNITS"] and not is_tail) or after in words["MEASURE"] or after in ("%", "°", "€", "$"):
        return f"a number of {after}"
    is_hedged = after.isalpha() and not is_tail and stands_after(tokens, index, words, "ABOUT", "SOME")
    return f"a number after “{tokens.raw(index - 1)}”" if is_hedged else None


def _between_words(year: int, index: int, tokens: Tokens, words: Words, *, is_framed: bool) -> str | None:
    """Object to round numbers, and to any that stand between two words as if they counted something."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    if not after.isalpha() or (is_framed and before in words["IN"]):
        return None
    if year % 50 == 0:
        return f"a round number before “{after}”"
    is_small = before.isalpha() and tokens.raw(index - 1).islower() and tokens.raw(index + 1).islower()
    if is_small and words["IN"] and not is_framed and not words.get("writing", {}).get("bare_years", False):
        return f"a number between “{before}” and “{after}”"
    return None


def _is_told(index: int, tokens: Tokens, words: Words, *, is_framed: bool) -> bool:
    """Tell whether words around a number unlike our own years make it one: "en 1492 llegaron", (1756–1791)."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    is_closed = before == "(" and after in (")", "-", "–")
    is_right_end = before in ("-", "–") and re.fullmatch(r"\d{4}", tokens.word(index - 2)) is not None
    is_plural = after.endswith(("s", "x")) and after not in words["TO"]
    is_apart = not after.isalpha() or (tokens.raw(index + 1).islower() and not is_plural)
    return is_closed or is_right_end or (is_framed and is_apart and before not in words["THE"])
