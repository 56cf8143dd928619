"""Dates that a story tells in passing: it goes back or ahead for a clause, and then on from where it was.

A story does not go on from "since 1995", from what had happened before, from a plan, from a measure to compare
with, nor from a year that the text leaves again for the one before. Knows English words and tenses.
"""

from typing import TypeGuard

from explorer.dates.anchor import Anchor
from explorer.dates.arithmetic import begin_of
from explorer.dates.lexicon import BREAK
from explorer.dates.passages import is_topic
from explorer.dates.specs import Base, Calendar, Candidate, Offset, Shift, Spec
from explorer.dates.tense import is_participle, points_ahead
from explorer.dates.tokens import Tokens
from explorer.model.when import When

_REACH = 12  # tokens of a clause that are looked at
_NEAR = 8
_STOPS = frozenset(".;:()!?—•*")
_LIMITS = frozenset("since than compared unlike versus surpassing exceeding".split())
_PLANS = frozenset(
    "plan plans planned planning projected intended predicted promised proposed deadline envisioned envisaged "
    "forecast hoped hoping aimed".split()
)
_ADVERBS = frozenset("not never already also been just long once since even then".split())
_COMMA = frozenset(",")
_JOINTS = frozenset(", and but".split())
_BEGINNINGS = frozenset(", which who whom whose that when where after before because while".split())
_DETERMINERS = frozenset("the a his her its their this that 's".split())


def is_apart(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a date is no part of its sentence's time: in brackets, or after "since"."""
    return tokens.word(candidate.first - 1) == "since" or _is_bracketed(tokens, candidate.first)


def dates_ahead(candidates: list[Candidate]) -> list[Calendar | None]:
    """Give for each candidate the next one that names its year."""
    ahead: list[Calendar | None] = []
    following: Calendar | None = None
    for candidate in reversed(candidates):
        ahead.append(following)
        spec = candidate.spec
        if isinstance(spec, Calendar) and spec.year is not None and not spec.is_short:
            following = spec
    return ahead[::-1]


def passing(candidate: Candidate, tokens: Tokens, when: When, anchor: Anchor) -> str | None:
    """Give the reason why a story does not go on from a date; None where it does."""
    words = _clause(tokens, candidate.first)
    if any(word in _LIMITS for word in _up_to(words, _COMMA)[:_NEAR]):
        return "a limit or a measure"
    front = anchor.front
    if front is None:
        return None
    if when.lo_s < front.lo_s and not when.hi_s > front.hi_s:
        return _flashback(candidate, tokens, words, anchor)
    if when.lo_s > front.lo_s:
        return _excursion(candidate, tokens, words, when, anchor)
    return None


def is_flashback(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether the clause of a date is in the pluperfect: "he had joined in May"."""
    return tokens.word(candidate.first - 1) != "by" and _is_pluperfect(
        tokens, candidate, _clause(tokens, candidate.first)
    )


def _flashback(candidate: Candidate, tokens: Tokens, words: list[str], anchor: Anchor) -> str | None:
    spec = candidate.spec
    if _counts_back(spec) and (anchor.published is None or spec.base is Base.STORY):
        return "counted backwards"
    if words[:1] != ["by"] and _is_pluperfect(tokens, candidate, words):
        return "what had been before"
    if not _is_year(spec) or is_topic(tokens, candidate.first):
        return None
    if _names_something(candidate, tokens):
        return "the name of something"
    ahead, front = anchor.ahead, anchor.front
    is_left = ahead is not None and front is not None and (ahead.year or 0) >= begin_of(front).year
    return "a year that the text leaves again" if is_left else None


def _excursion(
    candidate: Candidate, tokens: Tokens, words: list[str], when: When, anchor: Anchor
) -> str | None:
    own = _up_to(words, _JOINTS)[::-1]
    if any(word in _PLANS for word in own) or points_ahead(own):
        return "a plan"
    spec, front, ahead = candidate.spec, anchor.front, anchor.ahead
    if (
        front is None
        or not isinstance(spec, Calendar)
        or spec.year is None
        or is_topic(tokens, candidate.first)
    ):
        return None
    is_left = ahead is not None and begin_of(front).year <= (ahead.year or 0) < begin_of(when).year
    return "a year that the text leaves again" if is_left else None


def _counts_back(spec: Spec) -> TypeGuard[Offset | Shift]:
    return (isinstance(spec, Offset) and spec.side < 0) or (isinstance(spec, Shift) and spec.steps < 0)


def _is_year(spec: Spec) -> bool:
    return isinstance(spec, Calendar) and spec == Calendar(year=spec.year)


def _names_something(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a year is part of a name: "the 1998 treaty", "the treaty of 1998"."""
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    return before == "of" or (before in _DETERMINERS and after.isalpha())


def _is_bracketed(tokens: Tokens, first: int) -> bool:
    for index in range(first - 1, max(-1, first - _REACH - 1), -1):
        if tokens.word(index) in "()":
            return tokens.word(index) == "("
    return False


def _clause(tokens: Tokens, first: int) -> list[str]:
    """Give the words before a date in its clause, the nearest first."""
    words: list[str] = []
    for index in range(first - 1, max(-1, first - _REACH - 1), -1):
        word = tokens.word(index)
        if word in _STOPS or tokens.letters[index] == BREAK:
            break
        words.append(word)
    return words


def _up_to(words: list[str], ends: frozenset[str]) -> list[str]:
    end = next((index for index, word in enumerate(words) if word in ends), len(words))
    return words[:end]


def _is_pluperfect(tokens: Tokens, candidate: Candidate, words: list[str]) -> bool:
    is_loose = words[1:2] == [","]  # "it had closed before, in 1931"
    if _has_pluperfect(_up_to(words[2 * is_loose :], _BEGINNINGS)[::-1]):
        return True
    if not is_topic(tokens, candidate.first):
        return False
    first = candidate.last + (tokens.word(candidate.last) == ",")
    after = [tokens.word(index) for index in range(first, first + _NEAR)]
    return _has_pluperfect(_up_to(after, _BEGINNINGS))


def _has_pluperfect(words: list[str]) -> bool:
    for index, word in enumerate(words):
        if word in _STOPS:
            return False
        if word == "had":
            rest = (one for one in words[index + 1 :] if one not in _ADVERBS and not one.endswith("ly"))
            return is_participle(next(rest, ""))
    return False
