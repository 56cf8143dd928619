"""Dates that a story tells in passing: it goes back or ahead for a clause, and then on from where it was.

A story does not go on from what had happened before, from a plan, from a limit or a measure, nor from a year
that the text leaves again for the one before. The words are in `resources/dates/asides.toml`.
"""

from explorer import resources
from explorer.dates.arithmetic import begin_of
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.passages import is_topic, next_stop
from explorer.dates.context.tense import is_participle, points_ahead
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Base, Calendar, Candidate, Offset, Shift, Spec
from explorer.model.when import When

_REACH = 12  # tokens of a clause that are looked at
_NEAR = 8


def _listed(name: str) -> frozenset[str]:
    return frozenset(resources.toml("dates/asides.toml")[name].split())


_LIMITS, _SOURCES, _PLANS = _listed("limits"), _listed("sources"), _listed("plans")
_ADVERBS, _CLAUSES, _DETERMINERS = _listed("adverbs"), _listed("clauses"), _listed("determiners")
_NO_NOUNS = _listed("no_nouns")
_BRACKETS = frozenset("()[]")
_COMMA = frozenset(",")
_JOINTS = frozenset((",", "and", "but"))


def is_apart(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a date is no part of its sentence's time: in brackets."""
    return _is_bracketed(tokens, candidate.first)


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
    if anchor.is_quoted:
        return "what someone of the story says"
    front, words = anchor.front, _clause(tokens, candidate.first)
    if anchor.published is not None and when.lo_s >= anchor.published.hi_s:
        return "what is still to come"
    near = _up_to(words, _COMMA)[:_NEAR]
    is_score = "against" in near[1:] and near[near.index("against") - 1].isdigit()  # "as against 3 in May"
    if is_score or not _LIMITS.isdisjoint(near):
        return "a limit or a measure"
    if not anchor.is_story and _is_attribute(candidate, tokens):
        return "the name of something"
    if front is None:
        return None
    if when.lo_s <= front.lo_s and when.hi_s >= front.hi_s:
        is_longer = when.precision.rank > front.precision.rank and not is_topic(tokens, candidate.first)
        return "a longer time around it" if is_longer else None
    if when.lo_s < front.lo_s:
        return _flashback(candidate, tokens, words, anchor)
    return _excursion(candidate, tokens, words, anchor)


def is_flashback(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether the clause of a date is in the pluperfect: "he had joined in May"."""
    words = _clause(tokens, candidate.first)
    return words[:1] != ["by"] and _is_pluperfect(tokens, candidate, words)


def is_reference(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a date tells which of several things is meant: "the order of 6 August"."""
    return tokens.word(candidate.first - 1) == "of" and tokens.word(candidate.first - 2).isalpha()


def is_caption(candidate: Candidate, anchor: Anchor) -> bool:
    """Tell whether a line that looks like a heading is one of a picture: the text goes on as if it were not."""
    return isinstance(candidate.spec, Calendar) and _left_again(candidate.spec, anchor) is not None


def _flashback(candidate: Candidate, tokens: Tokens, words: list[str], anchor: Anchor) -> str | None:
    spec = candidate.spec
    if _steps(spec) < 0 and (anchor.published is None or _counts_from_story(spec)):
        return "counted backwards"
    if words[:1] != ["by"] and _is_pluperfect(tokens, candidate, words):
        return "what had been before"
    if is_topic(tokens, candidate.first):
        return None
    if not _SOURCES.isdisjoint(_up_to(words, _COMMA)[:_NEAR]):
        return "what came before"
    if not isinstance(spec, Calendar) or spec != Calendar(year=spec.year):
        return None
    if _names_something(candidate, tokens):
        return "the name of something"
    return _left_again(spec, anchor)


def _excursion(candidate: Candidate, tokens: Tokens, words: list[str], anchor: Anchor) -> str | None:
    own, spec = _up_to(words, _JOINTS)[::-1], candidate.spec
    if not _PLANS.isdisjoint(own) or points_ahead(own):
        return "a plan"
    if not isinstance(spec, Calendar) or is_topic(tokens, candidate.first):
        return None
    return _left_again(spec, anchor)


def _left_again(spec: Calendar, anchor: Anchor) -> str | None:
    """Tell whether the next year of the text is much nearer to the front than to this one."""
    if spec.year is None or anchor.ahead is None or anchor.front is None:
        return None
    here, ahead = begin_of(anchor.front).year, anchor.ahead.year or 0
    is_beyond = (ahead - spec.year) * (here - spec.year) > 0 or ahead == here != spec.year
    is_left = is_beyond and 2 * abs(ahead - here) < abs(ahead - spec.year)
    return "a year that the text leaves again" if is_left else None


def _steps(spec: Spec) -> int:
    match spec:
        case Offset(side=side):
            return side
        case Shift(steps=steps):
            return steps
        case Calendar(step=int(step)):
            return step
    return 0


def _counts_from_story(spec: Spec) -> bool:
    return isinstance(spec, Offset | Shift | Calendar) and spec.base is Base.STORY


def _names_something(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a year is part of a name: "the 1998 treaty", "the treaty of 1998"."""
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    return before == "of" or (before in _DETERMINERS and after.isalpha())


def _is_attribute(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a date stands between an article and what bears its name: "the Dec. 21, 1988, bombing"."""
    if tokens.word(candidate.first - 1) not in _DETERMINERS:
        return False
    after = candidate.last + (tokens.word(candidate.last) == ",")
    return tokens.raw(after).islower() and tokens.word(after) not in _NO_NOUNS


def _is_bracketed(tokens: Tokens, first: int) -> bool:
    near = tokens.words[max(0, first - _REACH) : first]
    if _BRACKETS.isdisjoint(near):
        return False
    return next((word for word in reversed(near) if word in _BRACKETS), ")") in ("(", "[")


def _clause(tokens: Tokens, first: int) -> list[str]:
    """Give the words before a date in its clause, the nearest first."""
    begin = max(0, first - _REACH)
    while (stop := next_stop(tokens, begin, first)) < first:
        begin = stop + 1
    return tokens.words[begin:first][::-1]


def _up_to(words: list[str], ends: frozenset[str]) -> list[str]:
    if ends.isdisjoint(words):
        return words
    return words[: next(index for index, word in enumerate(words) if word in ends)]


def _is_pluperfect(tokens: Tokens, candidate: Candidate, words: list[str]) -> bool:
    is_loose = words[1:2] == [","]  # "it had closed before, in 1931"
    if _has_pluperfect(_up_to(words[2 * is_loose :], _CLAUSES)[::-1]):
        return True
    if not is_topic(tokens, candidate.first):
        return False
    first = candidate.last + (tokens.word(candidate.last) == ",")
    last = min(first + _NEAR, len(tokens.starts))
    return _has_pluperfect(_up_to(tokens.words[first : next_stop(tokens, first, last)], _CLAUSES))


def _has_pluperfect(words: list[str]) -> bool:
    if "had" not in words:
        return False
    rest = words[words.index("had") + 1 :]
    return is_participle(next((word for word in rest if word not in _ADVERBS and not word.endswith("ly")), ""))
