"""The network: words in, scores of tags, entity labels, heads and relations out.

Weights and all that passes between layers are whole numbers of at most 127, held as floats for the speed of
their products: sums stay below 2**24, so they are exact in any order, and what a sentence gives depends neither
on the sentences beside it nor on the machine. What the layers mean is told in packaging/tagging/learner.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer import resources
from explorer.tagger.features import rows

Floats = NDArray[np.float32]

UNIT = 32.0  # a score of 1 in whole numbers
_TOP = np.float32(127)
_REMEMBERED = 50_000  # words, 128 bytes each
LONGEST = 200  # words in one piece whose heads are sought: the square of it is held


@dataclass(frozen=True, slots=True)
class _Layer:
    weight: Floats
    scale: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        out: Floats = x @ self.weight
        out *= self.scale
        out += self.shift
        return out


def _whole(x: Floats, low: float = 0.0) -> Floats:
    np.rint(x, out=x)
    return np.clip(x, np.float32(low), _TOP, out=x)


@dataclass(frozen=True)
class Encoded:
    """Sentences as the layers see them: one below the other, with blank rows between; where each one stands."""

    x: Floats
    alive: Floats
    places: list[tuple[int, int]]


class Network:
    """A trained network; `network` gives the one that is shipped."""

    def __init__(self, arrays: Any) -> None:
        self.tags: list[str] = arrays["tags"].tolist()
        self.labels: list[str] = arrays["labels"].tolist()
        self.relations: list[str] = arrays["relations"].tolist()
        self._arrays = {name: arrays[name] for name in arrays.files}
        self._windows = [
            (int(step), self._layer(f"windows.{i}")) for i, step in enumerate(self._arrays["steps"])
        ]
        self._gap = int(max(self._arrays["steps"].max(), self._arrays["more"].max()))
        self._known: dict[str, bytes] = {}

    def encode(self, sentences: Sequence[Sequence[str]]) -> Encoded:
        """Read words with their neighbours, as far as tags and entities need."""
        blank = bytes(self._gap * self._arrays["table.weight"].shape[1])
        self._learn({word for words in sentences for word in words})
        known = self._known
        pieces = [blank]
        places = []
        at = self._gap
        for words in sentences:
            pieces.extend([known[word] for word in words])
            pieces.append(blank)
            places.append((at, at + len(words)))
            at += len(words) + self._gap
        alive = np.zeros((at, 1), dtype=np.float32)
        for start, end in places:
            alive[start:end] = 1
        width = self._arrays["table.weight"].shape[1]
        x: Floats = np.frombuffer(b"".join(pieces), dtype=np.int8).reshape(-1, width).astype(np.float32)
        for step, layer in self._windows:
            x = _window(x, step, layer, alive)
        return Encoded(x, alive, places)

    def tagged(self, encoded: Encoded) -> list[int]:
        """Give the best tag of each row."""
        best: list[int] = self._tagger(encoded.x).argmax(axis=1).tolist()
        return best

    def labelled(self, encoded: Encoded) -> Floats:
        """Give the scores of the labels of entities, in natural logarithms but for a constant."""
        scores = self._labeller(_whole(self._namer(encoded.x)))
        scores /= np.float32(UNIT)
        return scores

    def parsed(self, encoded: Encoded) -> "Parsed":
        """Read further around, and give what scores heads and relations."""
        return Parsed(self._parser, encoded)

    def _learn(self, words: set[str]) -> None:
        new = sorted(words - self._known.keys())
        if not new:
            return
        if len(self._known) + len(new) > _REMEMBERED:
            self._known = {}
            new = sorted(words)
        a = self._arrays
        table = a["table.weight"]
        for start in range(0, len(new), 1_000):
            some = new[start : start + 1_000]
            x: Floats = table[np.array([rows(word) for word in some])].sum(axis=1, dtype=np.float32)
            x *= a["table.scale"]
            x += a["table.shift"]
            seen = _whole(x, -127).astype(np.int8).tobytes()
            width = table.shape[1]
            self._known.update((word, seen[i * width : (i + 1) * width]) for i, word in enumerate(some))

    def _layer(self, name: str) -> _Layer:
        a = self._arrays
        weight = np.ascontiguousarray(a[f"{name}.weight"].T.astype(np.float32))
        return _Layer(weight, a[f"{name}.scale"], a[f"{name}.shift"])

    @cached_property
    def _tagger(self) -> _Layer:
        return self._layer("tags")

    @cached_property
    def _namer(self) -> _Layer:
        return self._layer("named")

    @cached_property
    def _labeller(self) -> _Layer:
        return self._layer("labels")

    @cached_property
    def _parser(self) -> "_Parser":
        names = "dependent head pair distance one other relations".split()
        return _Parser(
            more=[(int(step), self._layer(f"more.{i}")) for i, step in enumerate(self._arrays["more"])],
            root=np.ascontiguousarray(self._arrays["root.weight"].T.astype(np.float32)),
            root_scale=self._arrays["root.scale"] / np.float32(4),
            apart=self._arrays["apart"],
            **{name: self._layer(name) for name in names},
        )


@dataclass(frozen=True, slots=True)
class _Parser:
    more: list[tuple[int, _Layer]]
    root: Floats
    root_scale: Floats
    apart: Floats
    dependent: _Layer
    head: _Layer
    pair: _Layer
    distance: _Layer
    one: _Layer
    other: _Layer
    relations: _Layer


class Parsed:
    """Scores of heads and relations, for one sentence at a time."""

    def __init__(self, parser: _Parser, encoded: Encoded) -> None:
        x = encoded.x
        for step, layer in parser.more:
            x = _window(x, step, layer, encoded.alive)
        self._parser = parser
        self._reach = len(parser.apart) // 2
        dependent = _whole(parser.dependent(x))
        self._head = _whole(parser.head(x))
        self._near = parser.distance(dependent)
        self._asked = _whole(parser.pair(dependent), -127)
        self._root = (self._asked @ parser.root)[:, 0] * parser.root_scale
        self._one = parser.one(x)
        self._other = parser.other(x)

    def heads(self, start: int, end: int) -> Floats:
        """Score for each word of a sentence each head: column 0 the root, then the words."""
        size = end - start
        scores = np.empty((size, size + 1), dtype=np.float32)
        scores[:, 0] = self._root[start:end]
        inner = scores[:, 1:]
        np.matmul(self._asked[start:end], self._head[start:end].T, out=inner)
        inner /= np.float32(4 * UNIT)
        inner += np.take_along_axis(self._near[start:end], _gaps(self._reach)[:size, :size], 1)
        np.fill_diagonal(inner, -np.inf)
        return scores

    def related(self, start: int, end: int, heads: NDArray[np.intp]) -> list[int]:
        """Give the best relation of each word to its head (0 the root, then the words)."""
        gap = np.clip(heads - np.arange(1, end - start + 1), -self._reach, self._reach) + self._reach
        gap[heads == 0] = self._reach
        both = self._one[start:end] + self._parser.apart[gap]
        both += np.where((heads == 0)[:, None], np.float32(0), self._other[start + heads - 1])
        best: list[int] = self._parser.relations(_whole(both)).argmax(axis=1).tolist()
        return best


def _window(x: Floats, step: int, layer: _Layer, alive: Floats) -> Floats:
    size, width = x.shape
    wide = np.zeros((size, 3 * width), dtype=np.float32)
    wide[step:, :width] = x[:-step]
    wide[:, width : 2 * width] = x
    wide[:-step, 2 * width :] = x[step:]
    out = layer(wide)
    out += x
    out *= alive
    return _whole(out)


@cache
def _gaps(reach: int) -> NDArray[np.intp]:
    places = np.arange(LONGEST)
    gaps: NDArray[np.intp] = np.clip(places[None, :] - places[:, None], -reach, reach) + reach
    return gaps


@cache
def network() -> Network:
    """Load the network from `resources/tagger/`, at the first call."""
    with np.load(resources.path("tagger/model.npz"), allow_pickle=False) as arrays:
        return Network(arrays)
