"""The network of kinds: windows of one to three words, pooled over a clause, and what the rules know of it.

A convolution over word vectors (Kim 2014), pooled by maximum and by attention, in plain numpy. What the filters
see in a word is kept, a few clauses are read together, and no matrix product is large enough for the linear
algebra library to wake its threads (2^18 products, 9,216 with a vector), which would cost more than they save.
`packaging/train_kinds.py` fits the weights. It must not know words.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, starmap
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from explorer import resources
from explorer.extract.lexicon import FOLDER

Floats = npt.NDArray[np.float32]
FILE = FOLDER + "likely.npz"
WINDOWS = (1, 2, 3)  # words that a filter sees; a window of two ends, one of three centres on its word
_KEPT = 6_000  # words with what the filters see in them: 1.5 kB each
_TOGETHER = 340  # words of clauses: the heads would wake the threads with more
_MOST = 36  # clauses, as with more the sums of `out` would


class Network(NamedTuple):
    """The fitted weights. V words, D dimensions, F filters of each window, H heads, K kinds."""

    kinds: tuple[str, ...]
    vectors: npt.NDArray[np.int8]  # V + 1, D; the first is of no word
    scale: Floats  # D
    classes: Floats  # of words, by number; then of words beside a clause
    filters: Floats  # inputs, 6 F: for the word itself in windows of 1, 2, 3; the one before in 2, 3; the next
    bias: Floats  # 3 F
    heads: Floats  # 3 F, H
    out: Floats  # (1 + H) 3 F + named evidence + 1, K: of the maximum, of each head, of evidence, always
    before: Floats  # K, K: of the chances of the clause before, to the odds of this one
    after: Floats  # K, K: of those of the clause after


class Inputs(NamedTuple):
    """A clause as the network takes it."""

    words: Sequence[tuple[int, int]]  # row of the vocabulary, class; at least one
    marks: Floats | None  # words, channels: which frames a word is part of, whether it is background; if any
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


def run(told: Sequence[Inputs]) -> list[Pass]:
    """Run the network on clauses."""
    return [done for batch in _batches(told) for done in _run(batch)]


def _batches(told: Sequence[Inputs]) -> Iterator[Sequence[Inputs]]:
    """Part clauses into those that are run together."""
    first = words = 0
    for at, one in enumerate(told):
        words += len(one.words)
        if at > first and (words > _TOGETHER or at - first == _MOST):
            yield told[first:at]
            first, words = at, len(one.words)
    if told:
        yield told[first:]


def _run(told: Sequence[Inputs]) -> Iterator[Pass]:
    """Run the network on a few clauses, whose words are laid end to end."""
    fitted = network()
    stops = list(accumulate(len(one.words) for one in told))
    starts = [0, *stops[:-1]]
    seen = _seen(_parts(told, starts, stops), starts, stops)
    attention = _attention(seen @ fitted.heads, starts, [len(one.words) for one in told])
    width = seen.shape[1]
    pooled = np.ones((len(told), len(fitted.out)), dtype=np.float32)  # the last is always one
    np.maximum.reduceat(seen, starts, axis=0, out=pooled[:, :width])
    for row, one, start, stop in zip(pooled, told, starts, stops, strict=True):
        row[width : -1 - len(one.named)] = (attention[start:stop].T @ seen[start:stop]).ravel()
        row[-1 - len(one.named) : -1] = one.named
    half = pooled.shape[1] // 2  # the whole would wake the threads
    odds = pooled[:, :half] @ fitted.out[:half]
    odds += pooled[:, half:] @ fitted.out[half:]
    for mine, start, stop in zip(odds, starts, stops, strict=True):
        yield Pass(mine, seen[start:stop], attention[start:stop])


def _parts(told: Sequence[Inputs], starts: Sequence[int], stops: Sequence[int]) -> Floats:
    """Give what each place of each filter sees in the words of clauses, by word and by what is marked."""
    filters = network().filters
    rows = bytearray().join(starmap(_in_word, chain.from_iterable(one.words for one in told)))
    parts = np.frombuffer(rows, dtype=np.float32).reshape(-1, filters.shape[1])
    for one, start, stop in zip(told, starts, stops, strict=True):
        if one.marks is not None:
            parts[start:stop] += one.marks @ filters[-one.marks.shape[1] :]
    return parts


@lru_cache(maxsize=_KEPT)
def _in_word(row: int, number: int) -> bytes:
    """Give what each place of each filter sees in a word of a class, with the bias of the filter, as floats."""
    fitted = network()
    inputs = np.concatenate((fitted.vectors[row] * fitted.scale, fitted.classes[number]))
    seen: Floats = np.einsum("d,df->f", inputs, fitted.filters[: len(inputs)])
    seen[: len(fitted.bias)] += fitted.bias
    return seen.tobytes()


def _seen(parts: Floats, starts: Sequence[int], stops: Sequence[int]) -> Floats:
    """Put together what the windows see at each word: one word; it and the one before; those and the next."""
    width = parts.shape[1] // (2 * len(WINDOWS))
    parts[np.subtract(stops, 1), 3 * width : 5 * width] = 0.0  # no window goes beyond its clause
    parts[starts, 5 * width :] = 0.0
    seen = parts[:, : 3 * width]
    seen[1:, width:] += parts[:-1, 3 * width : 5 * width]
    seen[:-1, 2 * width :] += parts[1:, 5 * width :]
    return np.maximum(seen, 0.0)


def _attention(heard: Floats, starts: Sequence[int], sizes: Sequence[int]) -> Floats:
    """Share one among the words of each clause, for each head, by the exponential of how they are heard."""
    heard -= np.maximum.reduceat(heard, starts, axis=0).repeat(sizes, axis=0)
    np.exp(heard, out=heard)
    heard /= np.add.reduceat(heard, starts, axis=0).repeat(sizes, axis=0)
    return heard


@cache
def network() -> Network:
    """Read the fitted weights."""
    with np.load(resources.path(FILE)) as told:
        floats = {
            name: told[name].astype(np.float32) for name in Network._fields if name not in ("kinds", "vectors")
        }
        return Network(kinds=tuple(map(str, told["kinds"])), vectors=told["vectors"], **floats)
