"""The kind of an event: which of the triggers in a clause speaks loudest, and how the clause is worded.

The content decides over plain saying; what stands behind "after", "amid" or "which", in an opening
"After …," or in a participle ("founded by …") is background to the rest. It must not know dates or parties.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from explorer.extract.kind import likely
from explorer.extract.lexicon import small
from explorer.extract.records import Trigger
from explorer.model.mention import Quantity, Span

STRONG = 6.0
_BY_WORDING = 3.5  # what a kind weighs that no trigger speaks for
_UNDISPUTED = 0.9  # the chance of a kind for which every trigger speaks
_BEHIND = 0.55  # what background weighs beside the main statement
_PER_PLACE = 0.004  # a later word is a little less telling than an earlier one
_BACKGROUND = re.compile(
    r"\b(?:after|following|amid|over|because of|because|due to|despite|in response to|ahead of|before|since|"
    r"in the wake of|on concerns|on fears|as part of|"
    r"in connection with|related to|relating to|stemming from|accused of|charges of|challenge to|based on|"
    r"instead of|rather than|in an effort to|in order to|whose|while|whereas|although|so that|"
    r"(?:one|most|some|all|many) of which)\b|,\s+(?:which|who|where|when)\b|;\s"
)  # of small letters, which are compared faster than any
_RELATIVE = re.compile(r",\s+(?:(?:one|most|some|all|many|two|three|both) of )?(?:which|whom|who|whose)\b")
# How long before or after something else: that lies at another time than what is told, however loud it is.
_MEASURED = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?) (?:after|before)\b(?! (?:that|this|it)\b)"
)  # of small letters too
_OPENING = re.compile(
    r"\W*(?:(?:\S+\s+){0,4}?(?:after|following|since|before)|amid|despite|having|although|though|while|because|"
    r"in response to|in the wake of|as part of|as)\s[^,;]{4,120},\s",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|had|have|got|gets|not|also|later|then)\s+$", re.IGNORECASE
)
_AGENT = re.compile(r"\s+by\s+(?!\d)", re.IGNORECASE)
_SPEECH = "statement"
# What is said or ordered counts for more than that it was said or ordered.
_FRAMES = {_SPEECH: 2.0, "legal": 0.1}
_NOT_AHEAD = re.compile(
    r"\b(?:than|as|beat|beats|beating|missed|missing|misses|above|below|exceeded|exceeding|topped|topping|met)\s+"
    r"(?:\S+\s+){0,3}?(?:expected|expectations|forecasts?|guidance|targets?|planned|outlook|estimates)\b",
    re.IGNORECASE,
)


class Choice(NamedTuple):
    """The kind of a clause, how sure it is (0: nothing speaks for any), the trigger and the reason in words."""

    kind: str
    weight: float
    trigger: Trigger | None
    why: str
    chance: float = 0.5  # of being right, by the wording; one half where nobody asked for it


class Asked(NamedTuple):
    """A clause whose kind is asked for: what was found in it, and whether its words tell of a plan."""

    text: str
    span: Span
    triggers: Sequence[Trigger]
    quantities: Sequence[Quantity]
    is_planned: bool
    title: str = ""  # of its article


class _Weighed(NamedTuple):
    """The triggers of a clause with what each weighs there, and the stretches of background."""

    triggers: Sequence[tuple[Trigger, float]]
    behind: Sequence[Span]

    @classmethod
    def of(cls, text: str, span: Span, triggers: Sequence[Trigger]) -> "_Weighed":
        behind = _background(text, span, triggers)
        return cls(
            [(t, t.weight * (_BEHIND if _is_behind(text, span, t, behind) else 1.0)) for t in triggers], behind
        )


def decide(asked: Sequence[Asked]) -> list[Choice]:
    """Decide the kinds of English clauses of one article: by their wording and by what stands around them.

    The choice by triggers is one hint of many. Where all triggers speak for one kind, one of them loudly, the
    wording is not asked: it hardly ever objects.
    """
    known = [evidence(*one) for one in asked]
    worded = _worded(known)
    return [
        choice._replace(chance=_UNDISPUTED)
        if (likely_kinds := worded.get(clause.span)) is None
        else _joined(clause, choice, likely_kinds)
        for clause, choice in known
    ]


def _worded(known: Sequence[tuple[likely.Clause, Choice]]) -> dict[Span, likely.Likely]:
    """Ask the wording of each clause that triggers do not decide, once, in the order of the text."""
    asked = {clause.span: clause for clause, choice in known if not is_undisputed(clause, choice)}
    ordered = [asked[span] for span in sorted(asked)]
    return dict(zip((one.span for one in ordered), likely.likely(ordered), strict=True))


def is_undisputed(clause: likely.Clause, choice: Choice) -> bool:
    """Tell whether all triggers of a clause speak for one kind, one of them loudly."""
    is_loud = False
    for trigger, weight in clause.triggers:
        if trigger.kind != choice.kind:
            return False
        is_loud = is_loud or weight >= STRONG
    return is_loud


def evidence(
    text: str,
    span: Span,
    triggers: Sequence[Trigger],
    quantities: Sequence[Quantity],
    is_planned: bool,
    title: str = "",
) -> tuple[likely.Clause, Choice]:
    """Give a clause as the model of wording takes it, with what its triggers weigh there, and their choice."""
    weighed = _Weighed.of(text, span, triggers)
    choice = _by_frames(text, span, weighed, quantities, is_planned)
    asked = likely.Clause(
        text, span, weighed.triggers, weighed.behind, quantities, is_planned, choice.kind, choice.weight, title
    )
    return asked, choice


def _joined(clause: likely.Clause, choice: Choice, told: likely.Likely) -> Choice:
    """Give the likeliest kind, with its trigger if it has one, and the words that spoke for it."""
    best = max(told.chances, key=told.chances.__getitem__)
    if best == choice.kind:
        return choice._replace(chance=told.chances[best])
    mine = [pair for pair in clause.triggers if pair[0].kind == best]
    trigger, weight = max(mine, key=itemgetter(1), default=(None, _BY_WORDING))
    words = ", ".join(f"“{word}”" for word in told.telling(clause.text, best))
    why = f"{best}: by its wording, {words}" if words else f"{best}: by its wording"
    return Choice(best, weight, trigger, why, told.chances[best])


def choose(
    text: str, span: Span, triggers: Sequence[Trigger], quantities: Sequence[Quantity], is_planned: bool
) -> Choice:
    """Choose the kind of a clause by its triggers and by what it measures."""
    return _by_frames(text, span, _Weighed.of(text, span, triggers), quantities, is_planned)


def _by_frames(
    text: str, span: Span, weighed: _Weighed, quantities: Sequence[Quantity], is_planned: bool
) -> Choice:
    scores: dict[str, float] = {}
    best: dict[str, Trigger] = {}
    for trigger, weight in weighed.triggers:
        placed = weight - _PER_PLACE * (trigger.span.start - span.start)
        if placed > scores.get(trigger.kind, 0.0):
            scores[trigger.kind], best[trigger.kind] = placed, trigger
    is_ahead = is_planned and not _NOT_AHEAD.search(text, span.start, span.end)
    _weigh_numbers(scores, quantities, is_ahead)
    if not scores:
        return Choice("other", 0.0, None, "other: no word of it speaks for any kind")
    ranked = sorted(scores, key=lambda name: (scores[name] - _FRAMES.get(name, 0.0), name), reverse=True)
    why = _why(text, ranked, best, weighed.behind)
    return Choice(ranked[0], scores[ranked[0]], best.get(ranked[0]), why)


def _why(text: str, ranked: Sequence[str], best: dict[str, Trigger], behind: Sequence[Span]) -> str:
    """Say in words what decided, and against what."""
    kind, mine = ranked[0], best.get(ranked[0])
    if mine is None:
        return f"{kind}: by what is measured"
    why = f"{kind}: “{text[mine.span.start : mine.span.end]}”"
    other = next((best[name] for name in ranked[1:] if name in best), None)
    if other is None:
        return why
    words = f"“{text[other.span.start : other.span.end]}” ({other.kind})"
    if other.kind == _SPEECH:
        return f"{why}, what is said before {words}"
    if any(part.start <= other.span.start < part.end for part in behind):
        return f"{why}; {words} is background"
    return f"{why} tells more than {words}"


def _is_behind(text: str, span: Span, trigger: Trigger, behind: Sequence[Span]) -> bool:
    start, end = trigger.span
    if behind and any(part.start <= start < part.end for part in behind):
        return True
    word = text[start:end]
    return (  # "the company founded by …" only describes the company, if more follows
        word.endswith(("ed", "bought", "built", "led", "owned"))
        and " " not in word
        and start > span.start
        and _AGENT.match(text, end, span.end) is not None
        and _PASSIVE.search(text, max(span.start, start - 12), start) is None
    )


def _background(text: str, span: Span, triggers: Sequence[Trigger]) -> tuple[Span, ...]:
    """Find the stretches of background, where something of weight is told before or after them."""
    if not triggers:
        return ()
    low = small(text)
    measured = _MEASURED.search(low, span.start, span.end)
    if measured and any(t.span.start < measured.start() for t in triggers if t.kind != _SPEECH):
        return (Span(measured.start(), span.end),)
    telling = sorted(t.span.start for t in triggers if t.weight >= STRONG and t.kind != _SPEECH)
    if not _has(telling, span.start, span.end):
        return ()
    relative = _RELATIVE.search(low, span.start, span.end)
    if relative and any(t.span.start < relative.start() for t in triggers if t.kind != _SPEECH):
        return (Span(relative.start(), span.end),)
    found: list[Span] = []
    has_comma = text.find(",", span.start, span.end) >= 0
    opening = _OPENING.match(text, span.start, span.end) if has_comma else None
    if opening and _has(telling, opening.end(), span.end):
        found.append(Span(opening.start(), opening.end()))
    start = found[0].end if found else span.start
    first = telling[bisect_left(telling, start)]  # nothing before it is background to it
    for match in _BACKGROUND.finditer(low, first, span.end):
        if _has(telling, start, match.start()):
            found.append(Span(match.start(), span.end))
            break
    return tuple(found)


def _has(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether any of some places, which are in order, lies in a stretch."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _weigh_numbers(scores: dict[str, float], quantities: Sequence[Quantity], is_ahead: bool) -> None:
    units = {quantity.unit for quantity in quantities}
    has_size = not units.isdisjoint(likely.USERS)
    has_money = likely.has_money(units)
    if has_size:
        scores["milestone"] = max(scores.get("milestone", 0.0), 4.5)
    if any("/" in unit for unit in units):
        scores["finance"] = max(scores.get("finance", 0.0), 5.5)
    if has_money and not scores:
        scores["finance"] = 2.5
    if is_ahead:
        measured = max(scores.get("milestone", 0.0), scores.get("finance", 0.0))
        others = max(
            (s for kind, s in scores.items() if kind not in ("milestone", "finance", "target", _SPEECH)),
            default=0.0,
        )
        if measured and measured >= others:
            scores["target"] = max(scores.get("target", 0.0), measured + 1.0)
