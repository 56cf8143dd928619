"""From scores of labels to names in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

TYPES = ("person", "organization", "place")
LEAST = 0.3  # a name less likely than this is not told


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `end` (behind the last) that are a name of a type, as likely as `score` says."""

    start: int
    end: int
    type: str
    score: float


@dataclass(slots=True)
class _Open:
    start: int
    sums: dict[str, float]


def likely(scores: NDArray[np.float32]) -> list[int]:
    """Give the words that may be in a name: those whose best label is not far behind "O"."""
    near: list[int] = np.flatnonzero(scores[:, 1:].max(axis=1) > scores[:, 0] - 2.2).tolist()
    return near


def runs(scores: NDArray[np.float32], labels: Sequence[str], near: Sequence[int]) -> list[Run]:
    """Join neighbouring words that are likely in a name; of each run the likeliest type counts.

    The first of `labels` is "O", the others are B- and I- with a type. `near` are the words to look at.
    """
    found: list[Run] = []
    run: _Open | None = None
    last = -2
    for word in near:
        values = scores[word].tolist()
        top = max(values)
        weights = [exp(value - top) for value in values]
        whole = sum(weights)
        if 1 - weights[0] / whole < LEAST:
            continue
        chances: dict[str, float] = {}
        begins = 0.0
        for label, weight in zip(labels[1:], weights[1:], strict=True):
            chances[label[2:]] = chances.get(label[2:], 0.0) + weight / whole
            begins += weight / whole if label[0] == "B" else -weight / whole
        if run is None or word != last + 1 or begins > 0:
            _close(run, last + 1, found)
            run = _Open(word, chances)
        else:
            run.sums = {type_: run.sums[type_] + chance for type_, chance in chances.items()}
        last = word
    _close(run, last + 1, found)
    return found


def _close(run: _Open | None, end: int, found: list[Run]) -> None:
    if run is None:
        return
    type_ = max(run.sums, key=lambda name: run.sums[name])
    score = run.sums[type_] / (end - run.start)
    if type_ in TYPES and score >= LEAST:
        found.append(Run(run.start, end, type_, round(score, 3)))
