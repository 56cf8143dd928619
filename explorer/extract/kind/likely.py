"""How much the wording of English clauses speaks for each kind of event, with what the rules make of them.

Words, their order, the frames that they are part of and what the rules chose go into a small network that is
fitted to labelled clauses, so that a word that was in no clause counts as those do that are used like it.
It must not know dates or parties.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from explorer.extract.kind import network, wording
from explorer.extract.kind.network import Floats, Inputs, Pass
from explorer.extract.records import Trigger
from explorer.model.mention import Quantity, Span

_FRAME, _LOUD = 6.0, 4.0  # the weights of a frame that count as one: where it stands, and in the clause
USERS = frozenset(  # the units of how many use something, or how much they do with it
    "daily users,weekly users,monthly users,users,downloads,subscribers,customers,members,views,snaps,creators,"
    "followers".split(",")
)
_FLAGS = ("plan", "money", "users", "share", "rate", "no frame", "other unit", "no unit")
FLAGS = len(_FLAGS)  # the last of the named evidence, which does not come from frames
_TELLING = 3  # words named as the reason
_weight = itemgetter(0)
_NO_WORDS = frozenset(wording.CLASSES.index(name) for name in ("mark", "quote"))


def has_money(units: Iterable[str]) -> bool:
    """Tell whether any of some units is a currency, or an amount of one for each of something."""
    return any(len(unit[:3]) == 3 and unit[:3].isupper() for unit in units)


class Clause(NamedTuple):
    """A clause with what the rules know: its triggers, its amounts, whether it is planned, their choice."""

    text: str
    span: Span
    triggers: Sequence[tuple[Trigger, float]]  # with what each weighs in this clause
    behind: Sequence[Span]  # stretches of background
    quantities: Sequence[Quantity]
    is_planned: bool
    kind: str
    weight: float
    title: str = ""  # of its article


class Likely(NamedTuple):
    """The chances of the kinds of a clause, which add up to one, and why."""

    chances: dict[str, float]
    words: wording.Words
    done: Pass

    def telling(self, text: str, kind: str) -> list[str]:
        """Give the words of the text that speak most for a kind, the loudest first."""
        added = self.done.telling(list(self.chances).index(kind)).tolist()
        told: dict[str, None] = {}  # each once, in order
        for weight, (_, number), start in sorted(
            zip(added, *self.words, strict=True), key=_weight, reverse=True
        ):
            if weight <= 0 or len(told) == _TELLING:
                break
            if number not in _NO_WORDS:
                told[wording.at(text, start)] = None
        return list(told)


def likely(clauses: Sequence[Clause]) -> list[Likely]:
    """Tell how likely each kind is for clauses."""
    if not clauses:
        return []
    kinds = network.network().kinds
    read = [wording.passage(clause.text, clause.span, clause.title) for clause in clauses]
    done = network.run([inputs(clause, passage, kinds) for clause, passage in zip(clauses, read, strict=True)])
    chances: list[list[float]] = _chances(np.stack([one.odds for one in done])).tolist()
    return [
        Likely(dict(zip(kinds, mine, strict=True)), passage.own, one)
        for mine, passage, one in zip(chances, read, done, strict=True)
    ]


def _chances(odds: Floats) -> Floats:
    """Give the chances of the kinds for each clause, which add up to one."""
    shares = np.exp(odds - odds.max(axis=1, keepdims=True))
    chances: Floats = shares / shares.sum(axis=1, keepdims=True)
    return chances


def inputs(clause: Clause, passage: wording.Passage, kinds: tuple[str, ...]) -> Inputs:
    """Lay a clause, its words and those around it out for the network."""
    own, *around = passage
    return Inputs(own.known, _marks(clause, own.starts, kinds), _named(clause, kinds), *around)


def _marks(clause: Clause, starts: Sequence[int], kinds: Sequence[str]) -> Floats | None:
    """Mark, for each word, how loud the frames of each kind are that it is part of, and what is background."""
    if not clause.triggers and not clause.behind:
        return None
    marks = np.zeros((len(starts), len(kinds) + 1), dtype=np.float32)
    for trigger, weight in sorted(clause.triggers, key=itemgetter(1)):  # the loudest has the last word
        start, end = trigger.span
        marks[bisect_left(starts, start) : bisect_left(starts, end), kinds.index(trigger.kind)] = (
            weight / _FRAME
        )
    for start, end in clause.behind:
        marks[bisect_left(starts, start) : bisect_left(starts, end), -1] = 1.0
    return marks


@cache
def names(kinds: tuple[str, ...]) -> dict[str, int]:
    """Give the places of what may be known of a clause beside its words."""
    of_kinds = [f"{what} {kind}" for what in ("frame", "loudest", "choice") for kind in kinds]
    return {name: at for at, name in enumerate([*of_kinds, *_FLAGS])}


def _named(clause: Clause, kinds: tuple[str, ...]) -> Floats:
    """Give what is known of a clause beside its words, in the order of the names."""
    row = np.zeros(len(names(kinds)), dtype=np.float32)
    frames: dict[str, float] = {}
    for trigger, weight in clause.triggers:
        frames[trigger.kind] = max(frames.get(trigger.kind, 0.0), weight)
    loudest = max(frames.values(), default=0.0)
    for kind, weight in frames.items():
        at = kinds.index(kind)
        row[at] = weight / _LOUD
        row[at + len(kinds)] = weight == loudest
    if clause.weight > 0:
        row[kinds.index(clause.kind) + 2 * len(kinds)] = clause.weight / _FRAME
    units = {quantity.unit for quantity in clause.quantities}
    is_money = has_money(units)
    has_users, has_share = not units.isdisjoint(USERS), "%" in units
    row[-FLAGS:] = (
        clause.is_planned,
        is_money,
        has_users,
        has_share,
        any("/" in unit for unit in units),
        not frames,
        bool(units) and not (is_money or has_users or has_share),
        not units,
    )
    return row
