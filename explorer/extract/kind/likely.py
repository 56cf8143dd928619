"""How much the wording of English clauses speaks for each kind of event, with what the rules make of them.

Words, their order, the frames that they are part of and what the rules chose go into a small network that is
fitted to labelled clauses, so that a word that was in no clause counts as those do that are used like it.
It must not know dates or parties.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from explorer.extract.kind import network, wording
from explorer.extract.kind.network import Floats, Inputs, Pass
from explorer.extract.records import Trigger
from explorer.model.mention import Quantity, Span

_FRAME, _LOUD = 6.0, 4.0  # the weights of a frame that count as one: where it stands, and in the clause
_USERS = frozenset(("daily users", "monthly users", "users", "downloads", "subscribers", "customers"))
_FLAGS = ("plan", "money", "users", "share", "rate", "no frame", "other unit", "no unit")
FLAGS = len(_FLAGS)  # the last of the named evidence, which does not come from frames
_TELLING = 3  # words named as the reason
_NO_WORDS = frozenset((wording.CLASSES.index("mark"), wording.CLASSES.index("quote")))


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


class Likely(NamedTuple):
    """The chances of the kinds of a clause, which add up to one, and why."""

    chances: dict[str, float]
    words: wording.Words
    done: Pass

    def telling(self, text: str, kind: str) -> list[str]:
        """Give the words of the text that speak most for a kind, the loudest first."""
        added = self.done.telling(list(self.chances).index(kind)).tolist()
        loudest = sorted(zip(added, *self.words, strict=True), key=lambda word: -word[0])
        told = (
            wording.at(text, start)
            for weight, (_, number), start in loudest
            if weight > 0 and number not in _NO_WORDS
        )
        return list(islice(dict.fromkeys(told), _TELLING))


def likely(clause: Clause) -> Likely:
    """Tell how likely each kind is for a clause."""
    kinds = network.network().kinds
    words = wording.words(clause.text, clause.span)
    done = network.run(inputs(clause, words, kinds))
    shares = np.exp(done.odds - done.odds.max())
    return Likely(dict(zip(kinds, (shares / shares.sum()).tolist(), strict=True)), words, done)


def inputs(clause: Clause, words: wording.Words, kinds: tuple[str, ...]) -> Inputs:
    """Lay a clause and its words out for the network."""
    marks = np.zeros((len(words.known), len(kinds) + 1), dtype=np.float32)
    _mark(clause, words.starts, marks, kinds)
    named = np.array(_named(clause, names(kinds)), dtype=np.float32)
    return Inputs(words.known, marks, named)


def _mark(clause: Clause, starts: Sequence[int], marks: Floats, kinds: Sequence[str]) -> None:
    """Mark, for each word, how loud the frames of each kind are that it is part of, and what is background."""
    for trigger, weight in clause.triggers:
        column, loud = kinds.index(trigger.kind), weight / _FRAME
        for at in range(bisect_left(starts, trigger.span.start), bisect_left(starts, trigger.span.end)):
            if loud > marks[at, column]:
                marks[at, column] = loud
    for span in clause.behind:
        marks[bisect_left(starts, span.start) : bisect_left(starts, span.end), -1] = 1.0


@cache
def names(kinds: tuple[str, ...]) -> dict[str, int]:
    """Give the places of what may be known of a clause beside its words."""
    of_kinds = [f"{what} {kind}" for what in ("frame", "loudest", "choice") for kind in kinds]
    return {name: at for at, name in enumerate([*of_kinds, *_FLAGS])}


def _named(clause: Clause, at: Mapping[str, int]) -> list[float]:
    """Give what is known of a clause beside its words."""
    row = [0.0] * len(at)
    frames: dict[str, float] = {}
    for trigger, weight in clause.triggers:
        frames[trigger.kind] = max(frames.get(trigger.kind, 0.0), weight)
    loudest = max(frames.values(), default=0.0)
    for kind, weight in frames.items():
        row[at[f"frame {kind}"]] = weight / _LOUD
        row[at[f"loudest {kind}"]] = float(weight == loudest)
    if clause.weight > 0:
        row[at[f"choice {clause.kind}"]] = clause.weight / _FRAME
    units = {quantity.unit for quantity in clause.quantities}
    has_money = any(len(unit[:3]) == 3 and unit[:3].isupper() for unit in units)
    has_users, has_share = not units.isdisjoint(_USERS), "%" in units
    flags = (
        clause.is_planned,
        has_money,
        has_users,
        has_share,
        any("/" in unit for unit in units),
        not frames,
        bool(units) and not (has_money or has_users or has_share),
        not units,
    )
    row[-len(_FLAGS) :] = map(float, flags)
    return row
