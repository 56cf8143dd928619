"""The network of kinds: windows of one to three words, pooled over a clause, and what the rules know of it.

A convolution over word vectors (Kim 2014), pooled by maximum and by attention, in plain numpy. What the filters
see in a word is kept, and no matrix product is large enough for the linear algebra library to wake its threads
(2^18 products, 9,216 with a vector), which would cost more than they save. `packaging/train_kinds.py` fits the
weights. It must not know words.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from explorer import resources
from explorer.extract.lexicon import FOLDER

Floats = npt.NDArray[np.float32]
FILE = FOLDER + "likely.npz"
WINDOWS = (1, 2, 3)  # words that a filter sees; a window of two ends, one of three centres on its word
_ALWAYS: Floats = np.ones(1, dtype=np.float32)
_KEPT = 6_000  # words with what the filters see in them: 1.5 kB each


class Network(NamedTuple):
    """The fitted weights. V words, D dimensions, F filters of each window, H heads, K kinds."""

    kinds: tuple[str, ...]
    vectors: npt.NDArray[np.int8]  # V + 1, D; the first is of no word
    scale: Floats  # D
    classes: Floats  # of words, by number
    filters: Floats  # inputs, 6 F: for the word itself in windows of 1, 2, 3; the one before in 2, 3; the next
    bias: Floats  # 3 F
    heads: Floats  # 3 F, H
    out: Floats  # (1 + H) 3 F + named evidence + 1, K: of the maximum, of each head, of evidence, always


class Inputs(NamedTuple):
    """A clause as the network takes it."""

    words: Sequence[tuple[int, int]]  # row of the vocabulary, class; at least one
    marks: Floats  # words, channels: which frames a word is part of, whether it is background
    named: Floats  # what else is known of the clause


class Pass(NamedTuple):
    """What the network makes of a clause: the odds of the kinds, and why."""

    odds: Floats
    seen: Floats  # words, what the filters see at each
    attention: Floats  # words, heads

    def telling(self, kind: int) -> Floats:
        """Give what each word adds to the odds of a kind."""
        fitted, width = network(), self.seen.shape[1]
        weights = fitted.out[: width * (1 + self.attention.shape[1]), kind].reshape(-1, width)
        loudest = self.seen.argmax(axis=0)
        heard = self.seen[loudest, np.arange(len(loudest))] * weights[0]
        by_maximum = np.bincount(loudest, heard, len(self.seen))
        added: Floats = by_maximum + (self.seen @ weights[1:].T * self.attention).sum(axis=1)
        return added


def run(told: Inputs) -> Pass:
    """Run the network on a clause."""
    fitted = network()
    parts = np.array([_in_word(*word) for word in told.words])
    parts += told.marks @ fitted.filters[-told.marks.shape[1] :]
    seen = _seen(parts)
    attention = seen @ fitted.heads
    attention = np.exp(attention - attention.max(axis=0))
    attention /= attention.sum(axis=0)
    known = (seen.max(axis=0), (attention.T @ seen).ravel(), told.named, _ALWAYS)
    pooled: Floats = np.concatenate(known, dtype=np.float32)
    half = len(pooled) // 2  # the whole would wake the threads
    odds = pooled[:half] @ fitted.out[:half] + pooled[half:] @ fitted.out[half:]
    return Pass(odds, seen, attention)


@lru_cache(maxsize=_KEPT)
def _in_word(row: int, number: int) -> Floats:
    """Give what each place of each filter sees in a word of a class, with the bias of the filter."""
    fitted = network()
    inputs = np.concatenate((fitted.vectors[row] * fitted.scale, fitted.classes[number]))
    seen: Floats = np.einsum("d,df->f", inputs, fitted.filters[: len(inputs)])
    seen[: len(fitted.bias)] += fitted.bias
    return seen


def _seen(parts: Floats) -> Floats:
    """Put together what the windows see at each word: one word; it and the one before; those and the next."""
    width = parts.shape[1] // (2 * len(WINDOWS))
    seen = parts[:, : 3 * width]
    seen[1:, width:] += parts[:-1, 3 * width : 5 * width]
    seen[:-1, 2 * width :] += parts[1:, 5 * width :]
    return np.maximum(seen, 0.0)


@cache
def network() -> Network:
    """Read the fitted weights."""
    with np.load(resources.path(FILE)) as told:
        floats = {
            name: told[name].astype(np.float32) for name in Network._fields if name not in ("kinds", "vectors")
        }
        return Network(kinds=tuple(map(str, told["kinds"])), vectors=told["vectors"], **floats)
