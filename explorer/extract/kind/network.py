"""The network of kinds: windows of one to three words, pooled over a clause, beside it and over its title.

A convolution over word vectors (Kim 2014), pooled by maximum and by attention, in plain numpy. What the filters
see in a word is kept, and a few clauses are read together. `packaging/train_kinds.py` fits the weights. It must
not know words.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from explorer import resources
from explorer.extract.lexicon import FOLDER

Floats = npt.NDArray[np.float32]
Known = Sequence[tuple[int, int]]  # words: the row of the vocabulary and the class of each
FILE = FOLDER + "likely.npz"
WINDOWS = (1, 2, 3)  # words that a filter sees; a window of two ends, one of three centres on its word
HEADS = (4, 2, 1)  # of attention: over the words of a clause, over those beside it, over those of its title
_KEPT = 8_000  # words with what the filters see in them: 1.5 kB each
_TOGETHER = 600  # words of clauses: with more, what is seen in them outgrows what the processor has at hand


class Network(NamedTuple):
    """The fitted weights. V words, D dimensions, F filters of each window, N neurons, K kinds.

    P, what is pooled, is (3 + the heads) of 3 F: the maximum and the heads of a clause, of what stands beside
    it, of the title.
    """

    kinds: tuple[str, ...]
    vectors: npt.NDArray[np.int8]  # V + 1, D; the first is of no word
    scale: Floats  # D
    classes: Floats  # of the words of a clause, by number; then of those beside it; of those of its title
    filters: Floats  # inputs, 6 F: for the word itself in windows of 1, 2, 3; the one before in 2, 3; the next
    bias: Floats  # 3 F
    heads: Floats  # 3 F, all heads
    hidden: Floats  # P, N
    threshold: Floats  # N
    out: Floats  # P + N + named evidence + 1, K: of what is pooled, of neurons, of evidence, always


class Inputs(NamedTuple):
    """A clause as the network takes it, with what stands before, after and over it."""

    words: Known  # at least one
    marks: Floats | None  # words, channels: which frames a word is part of, whether it is background; if any
    named: Floats  # what else is known of the clause
    before: Known = ()
    after: Known = ()
    title: Known = ()


class Pass(NamedTuple):
    """What the network makes of a clause: the odds of the kinds, and why."""

    odds: Floats
    seen: Floats  # words of the clause, what the filters see at each
    attention: Floats  # words of the clause, heads
    neurons: Floats  # N

    def telling(self, kind: int) -> Floats:
        """Give what each word of the clause adds to the odds of a kind, by the neurons that are awake."""
        fitted, width = network(), self.seen.shape[1]
        used, awake = width * (1 + self.attention.shape[1]), self.neurons.nonzero()[0]  # few are
        by_neuron = fitted.hidden[:used, awake] @ fitted.out[len(fitted.hidden) + awake, kind]
        weights = (fitted.out[:used, kind] + by_neuron).reshape(-1, width)
        loudest = self.seen.argmax(axis=0)
        heard = self.seen[loudest, np.arange(width)] * weights[0]
        by_maximum = np.bincount(loudest, heard, len(self.seen))
        added: Floats = by_maximum + np.einsum("ij,ij->i", self.seen @ weights[1:].T, self.attention)
        return added


class _Laid(NamedTuple):
    """Sequences of words laid end to end: what is seen in them, where each begins and ends."""

    seen: Floats
    starts: Sequence[int]
    stops: Sequence[int]

    def maximum(self, start: int, stop: int) -> Floats:
        """Give the maximum of what is seen in a stretch of words, which is never negative; of none, nothing."""
        highest: Floats = np.maximum.reduce(self.seen[start:stop], axis=0, initial=0.0)
        return highest

    def attention(self, heads: Floats, is_in: Floats) -> Floats:
        """Share one among the words of each sequence that are in it, for each head, by how they are heard."""
        sizes = np.subtract(self.stops, self.starts)
        heard = self.seen @ heads
        heard -= np.maximum.reduceat(heard, self.starts, axis=0).repeat(sizes, axis=0)
        np.exp(heard, out=heard)
        heard *= is_in
        sums = np.maximum(np.add.reduceat(heard, self.starts, axis=0), np.float32(1e-20))
        heard /= sums.repeat(sizes, axis=0)
        return heard


def run(told: Sequence[Inputs]) -> list[Pass]:
    """Run the network on clauses."""
    return [done for batch in _batches(told) for done in _run(batch)]


def _batches(told: Sequence[Inputs]) -> Iterator[Sequence[Inputs]]:
    """Part clauses into those that are run together."""
    first = words = 0
    for at, one in enumerate(told):
        size = len(one.before) + len(one.words) + len(one.after)
        words += size
        if at > first and words > _TOGETHER:
            yield told[first:at]
            first, words = at, size
    if told:
        yield told[first:]


def _run(told: Sequence[Inputs]) -> Iterator[Pass]:
    """Run the network on a few clauses."""
    fitted = network()
    width, (of_clause, beside, _) = len(fitted.bias), HEADS
    laid = _laid([(*one.before, *one.words, *one.after) for one in told], told)
    places = [
        (start + len(one.before), start + len(one.before) + len(one.words))
        for one, start in zip(told, laid.starts, strict=True)
    ]
    is_own = np.zeros((len(laid.seen), 1), dtype=np.float32)
    for start, stop in places:
        is_own[start:stop] = 1.0
    is_in = np.concatenate((is_own.repeat(of_clause, axis=1), (1.0 - is_own).repeat(beside, axis=1)), axis=1)
    attention = laid.attention(fitted.heads[:, : of_clause + beside], is_in)
    pooled = np.empty((len(told), len(fitted.hidden)), dtype=np.float32)
    own, around = width * (1 + of_clause), width * (2 + of_clause + beside)
    for row, first, (start, stop), last in zip(pooled, laid.starts, places, laid.stops, strict=True):
        row[:width] = laid.maximum(start, stop)
        np.maximum(laid.maximum(first, start), laid.maximum(stop, last), out=row[own : own + width])
        heard = attention[first:last].T @ laid.seen[first:last]
        row[width:own], row[own + width : around] = heard[:of_clause].ravel(), heard[of_clause:].ravel()
    titles = {one.title: at for at, one in enumerate(told)}
    over = dict(zip(titles, _over(list(titles)), strict=True))
    pooled[:, around:] = [over[one.title] for one in told]
    neurons = np.maximum(pooled @ fitted.hidden + fitted.threshold, 0.0)
    known = np.concatenate((pooled, neurons, [(*one.named, 1.0) for one in told]), axis=1, dtype=np.float32)
    odds = known @ fitted.out
    for at, (start, stop) in enumerate(places):
        yield Pass(odds[at], laid.seen[start:stop], attention[start:stop, :of_clause], neurons[at])


def _over(titles: Sequence[Known]) -> Floats:
    """Give what is pooled over titles; over none, nothing."""
    fitted = network()
    width = len(fitted.bias)
    told = [title for title in titles if title]
    pooled = np.zeros((len(titles), width * (1 + HEADS[-1])), dtype=np.float32)
    if not told:
        return pooled
    laid = _laid(told)
    everywhere = np.ones((len(laid.seen), 1), dtype=np.float32)
    attention = laid.attention(fitted.heads[:, -HEADS[-1] :], everywhere)
    rows = (at for at, title in enumerate(titles) if title)
    for row, start, stop in zip(rows, laid.starts, laid.stops, strict=True):
        pooled[row, :width] = laid.maximum(start, stop)
        pooled[row, width:] = (attention[start:stop].T @ laid.seen[start:stop]).ravel()
    return pooled


def _laid(sequences: Sequence[Known], told: Sequence[Inputs] = ()) -> _Laid:
    """Lay sequences of words end to end and see them: those of clauses with what is marked in them."""
    filters = network().filters
    stops = list(accumulate(map(len, sequences)))
    starts = [0, *stops[:-1]]
    rows, numbers = zip(*chain.from_iterable(sequences), strict=True)
    parts = np.frombuffer(bytearray().join(map(_in_word, rows)), dtype=np.float32).reshape(len(rows), -1)
    parts += _in_classes().take(numbers, axis=0)
    for one, start in zip(told, starts, strict=False):
        if one.marks is not None:
            first = start + len(one.before)
            parts[first : first + len(one.words)] += one.marks @ filters[-one.marks.shape[1] :]
    return _Laid(_seen(parts, starts, stops), starts, stops)


@lru_cache(maxsize=_KEPT)
def _in_word(row: int) -> bytes:
    """Give what each place of each filter sees in a word of the vocabulary, as floats."""
    fitted = network()
    seen: Floats = (fitted.vectors[row] * fitted.scale) @ fitted.filters[: len(fitted.scale)]
    return seen.tobytes()


@cache
def _in_classes() -> Floats:
    """Give what each place of each filter sees in words of each class, with the bias of the filter."""
    fitted = network()
    first = len(fitted.scale)
    seen: Floats = fitted.classes @ fitted.filters[first : first + fitted.classes.shape[1]]
    seen[:, : len(fitted.bias)] += fitted.bias
    return seen


def _seen(parts: Floats, starts: Sequence[int], stops: Sequence[int]) -> Floats:
    """Put together what the windows see at each word: one word; it and the one before; those and the next."""
    width = parts.shape[1] // (2 * len(WINDOWS))
    parts[np.subtract(stops, 1), 3 * width : 5 * width] = 0.0  # no window goes beyond its sequence
    parts[starts, 5 * width :] = 0.0
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
