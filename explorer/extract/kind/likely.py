"""How much the wording of an English clause speaks for each kind of event, beside its frames.

A linear model: what each word adds for each kind stands in `likely.tsv`, what frames and amounts add in
`likely.toml`. Both are fitted to labelled clauses by `packaging/train_kinds.py`, over word vectors, so that
a word that was in no clause counts as the words do that are used like it. It must not know frames or dates.
"""

import math
import re
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from explorer.extract.lexicon import rows, table
from explorer.model.mention import Quantity, Span

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|[%$€£]")
_FRAME = 4.0  # the weight of a frame that counts as one
_STRONG = 5.9
_USERS = frozenset(("daily users", "monthly users", "users", "downloads", "subscribers", "customers"))
_ZERO = 128  # a weight is a byte, and this one is none
_TELLING = 3  # words named as the reason


class Evidence(NamedTuple):
    """What else is known of a clause: its loudest frame of each kind, its amounts, whether it tells a plan."""

    frames: Mapping[str, float]
    quantities: Sequence[Quantity]
    is_planned: bool


class Model(NamedTuple):
    """The fitted weights: of named evidence and of words, for each of the kinds, in their order."""

    kinds: tuple[str, ...]
    always: tuple[float, ...]
    named: Mapping[str, tuple[float, ...]]
    words: Mapping[str, bytes]
    common: frozenset[str]
    scale: float
    enough: float
    sure: float


def chances(text: str, span: Span, evidence: Evidence) -> dict[str, float]:
    """Give the chance of each kind, by the words of a clause and what else is known of it; they add up to 1."""
    fitted = model()
    odds = list(fitted.always)
    for name, value in named(evidence).items():
        weights = fitted.named.get(name)
        if weights is not None:
            odds = [odd + value * weight for odd, weight in zip(odds, weights, strict=True)]
    known = [_lanes(fitted.words[word]) for word in words(text, span)]
    if known:
        total = memoryview(sum(known).to_bytes(4 * len(odds), sys.byteorder)).cast("I")
        unit, none = fitted.scale / math.sqrt(len(known)), _ZERO * len(known)
        odds = [odd + unit * (weight - none) for odd, weight in zip(odds, total, strict=True)]
    most = max(odds)
    shares = [math.exp(odd - most) for odd in odds]
    whole = sum(shares)
    return {kind: share / whole for kind, share in zip(fitted.kinds, shares, strict=True)}


@lru_cache(maxsize=8192)
def _lanes(row: bytes) -> int:
    """Give the weights of a word as one number, four bytes each: so they are added all at once."""
    return int.from_bytes(array("I", list(row)).tobytes(), sys.byteorder)


def decides(kind: str, chance: float, frames: Mapping[str, float]) -> bool:
    """Tell whether the wording is sure enough of a kind to go against the frames of a clause."""
    is_told = max(frames.values(), default=0.0) >= _STRONG
    return chance >= (model().sure if is_told else model().enough)


def telling(text: str, span: Span, kind: str) -> list[str]:
    """Give the words of a clause that speak most for a kind, the loudest first."""
    fitted = model()
    at = fitted.kinds.index(kind)
    weighed = {word: fitted.words[word][at] - _ZERO for word in words(text, span)}
    loudest = sorted(weighed.items(), key=itemgetter(1), reverse=True)
    return [word for word, weight in islice(loudest, _TELLING) if weight > 0]


def words(text: str, span: Span) -> Iterator[str]:
    """Give the words of a clause that the model knows, in small letters; names are none of them."""
    known, common = model().words, model().common
    for word in _WORD.findall(text[span.start : span.end]):
        if word in known:
            yield word
        elif (low := word.lower()) in common:
            yield low


def named(evidence: Evidence) -> dict[str, float]:
    """Name what is known of a clause beside its words."""
    units = {quantity.unit for quantity in evidence.quantities}
    loudest = max(evidence.frames.values(), default=0.0)
    told = {f"frame {kind}": weight / _FRAME for kind, weight in evidence.frames.items()}
    told |= {f"loudest {kind}": 1.0 for kind, weight in evidence.frames.items() if weight == loudest}
    flags = {
        "plan": evidence.is_planned,
        "money": any(len(unit[:3]) == 3 and unit[:3].isupper() for unit in units),
        "users": not units.isdisjoint(_USERS),
        "share": "%" in units,
        "rate": any("/" in unit for unit in units),
        "no frame": not evidence.frames,
    }
    return told | {name: 1.0 for name, holds in flags.items() if holds}


@cache
def model() -> Model:
    """Read the fitted weights."""
    told = table("likely.toml")
    kinds, evidence = told["kinds"], told["evidence"]
    assert isinstance(kinds, list)
    assert isinstance(evidence, dict)
    weights = {name: tuple(map(float, row)) for name, row in evidence.items()}
    words = {word: bytes.fromhex(row) for word, row in rows("likely.tsv")}
    return Model(
        kinds=tuple(map(str, kinds)),
        always=weights.pop("always"),
        named=weights,
        words=words,
        common=frozenset(islice(words, int(str(told["common"])))),
        scale=float(str(told["scale"])),
        enough=float(str(told["enough"])),
        sure=float(str(told["sure"])),
    )
