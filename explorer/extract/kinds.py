"""The kind of an event: which of the triggers in a clause speaks loudest.

The content decides over plain saying; what stands behind "after", "amid" or "over" is background to what stands
before it. It must not know dates or parties.
"""

import re
from collections.abc import Sequence

from explorer.extract.records import Trigger
from explorer.model.mention import Quantity, Span

STRONG = 6.0
_BACKGROUND = re.compile(
    r"\b(?:after|following|amid|over|because of|due to|despite|in response to|ahead of|before|since|in the "
    r"wake of|on concerns|on fears|as part of|"
    r"in connection with|related to|relating to|stemming from|accused of|charges of|challenge to|based on|"
    r"instead of|rather than|in an effort to|in order to)\b",
    re.IGNORECASE,
)
_USER_UNITS = (
    "daily users",
    "monthly users",
    "weekly users",
    "users",
    "downloads",
    "subscribers",
    "customers",
    "members",
    "views",
    "snaps",
    "creators",
    "followers",
)
_SPEECH = "statement"
# What is said or ordered counts for more than that it was said or ordered.
_FRAMES = {_SPEECH: 2.0, "legal": 0.1}


def choose(
    text: str, span: Span, triggers: Sequence[Trigger], quantities: Sequence[Quantity], is_planned: bool
) -> tuple[str, float, Trigger | None]:
    """Give the kind of a clause, how sure it is (0: nothing speaks for any), and the trigger that says so."""
    scores: dict[str, float] = {}
    best: dict[str, Trigger] = {}
    background = _background(text, span, triggers)
    for trigger in triggers:
        weight = trigger.weight * (0.55 if background is not None and trigger.span.start >= background else 1.0)
        weight -= 0.004 * (trigger.span.start - span.start)
        if weight > scores.get(trigger.kind, 0.0):
            scores[trigger.kind], best[trigger.kind] = weight, trigger
    _weigh_numbers(scores, quantities, is_planned)
    if not scores:
        return "other", 0.0, None
    kind = max(scores, key=lambda name: (scores[name] - _FRAMES.get(name, 0.0), name))
    return kind, scores[kind], best.get(kind)


def _background(text: str, span: Span, triggers: Sequence[Trigger]) -> int | None:
    """Find where the background begins, if something of weight is told before it."""
    for match in _BACKGROUND.finditer(text, span.start, span.end):
        if any(
            trigger.span.start < match.start() and trigger.weight >= STRONG and trigger.kind != _SPEECH
            for trigger in triggers
        ):
            return match.start()
    return None


def _weigh_numbers(scores: dict[str, float], quantities: Sequence[Quantity], is_planned: bool) -> None:
    units = {quantity.unit for quantity in quantities}
    has_size = bool(units.intersection(_USER_UNITS))
    has_money = any(len(unit[:3]) == 3 and unit[:3].isupper() for unit in units)
    if has_size:
        scores["milestone"] = max(scores.get("milestone", 0.0), 4.5)
    if any("/" in unit for unit in units):
        scores["finance"] = max(scores.get("finance", 0.0), 6.5)
    if has_money and not scores:
        scores["finance"] = 2.5
    if is_planned:
        measured = max(scores.get("milestone", 0.0), scores.get("finance", 0.0))
        others = max(
            (s for kind, s in scores.items() if kind not in ("milestone", "finance", "target", _SPEECH)),
            default=0.0,
        )
        if measured and measured >= others:
            scores["target"] = max(scores.get("target", 0.0), measured + 1.0)
    elif scores.get("target", 0.0) and not any(kind != "target" for kind in scores):
        return
