"""The labelled clauses that `train_kinds.py` fits the network of kinds to, as the program reads them.

Some stand alone: `packaging/kinds/*.tsv`, those of the tests of kinds, and every second file of the sentences
about unlisted companies. Others are cut out of whole articles by the program itself: `packaging/kinds/articles`
and every second file of the annotated ones. The other files of both measure. The articles of
`packaging/kinds/texts` have no labels.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explorer import resources  # noqa: E402
from explorer.extract import Extraction, read_article  # noqa: E402
from explorer.extract.amount import quantities  # noqa: E402
from explorer.extract.kind import frames, kinds, likely  # noqa: E402
from explorer.extract.voice import status  # noqa: E402
from explorer.model.article import Article  # noqa: E402
from explorer.model.mention import Span  # noqa: E402
from tests.extract import annotated, unlisted  # noqa: E402

CLAUSES = Path(__file__).resolve().parent / "kinds"
TESTS, TESTS_OF_KINDS = ROOT / "tests" / "extract", "tests"
KINDS = tuple(sorted(resources.kinds()))
SKIP = "skip"  # the label of a clause that tells of no event
UNTOLD = ""  # that of a clause which nobody has labelled
OF_TESTS, OF_NEWS = 9.0, 2.0  # a clause of the specification, or of whole articles, counts as so many
SAME = 0.7  # shared by a clause as cut today and one labelled, where the label holds
PART = 0.5  # where it is only the beginning of what was labelled; its end may be shorter


class Example(NamedTuple):
    """A labelled clause, where it comes from, and how much it counts."""

    kind: str
    clause: likely.Clause
    source: str
    weight: float = 1.0
    is_clear: bool = False  # the rules alone decide its kind


Cut = dict[Span, tuple[likely.Clause, bool]]  # the clauses of an article; whether the rules alone decide


def alone() -> Iterator[Example]:
    """Give the labelled clauses that stand alone."""
    for file in [*sorted(CLAUSES.glob("*.tsv")), TESTS / "kind" / "clauses_of_kinds.tsv"]:
        for line in file.read_text("utf-8").splitlines():
            kind, _, text = line.partition("\t")
            yield read(kind, text, file.stem)
    for module in ("firms", "money", "rules"):
        told = vars(__import__(f"tests.extract.kind.test_kinds_of_{module}", fromlist=["x"]))
        for name, rows in told.items():
            if name.lower() in KINDS and isinstance(rows, tuple):
                yield from (read(name.lower(), text, TESTS_OF_KINDS, OF_TESTS) for text in rows)
        yield from (read(kind, text, TESTS_OF_KINDS, OF_TESTS) for text, kind in told["NEAR_MISSES"])
    industries = sorted({case.industry for case in unlisted.cases()})[::2]
    for case in unlisted.cases():
        if case.industry in industries:
            yield read(case.kind, case.text, "unlisted", OF_NEWS)


def read(kind: str, text: str, source: str, weight: float = 1.0) -> Example:
    """Read a clause that stands alone."""
    span = Span(0, len(text))
    amounts = quantities.find(text, [span])
    is_planned = status.is_planned_by_words(text, span)
    clause, _ = kinds.evidence(text, span, frames.find(text, 0, len(text)), amounts, is_planned)
    return Example(kind, clause, source, weight)


def of_news(half: int = 0) -> Iterator[list[Example]]:
    """Read the annotated articles that teach, or (1) that measure; a clause that is no event is to skip."""
    for one in annotated.annotated(sorted((TESTS / "news_cases").glob("*.toml"))[half::2]):
        extraction, seen = cut(one.article)
        kinds_of = {pair.mention.span: pair.event.kind for pair in annotated.judged(one, extraction).pairs}
        yield [
            Example(kinds_of.get(span, SKIP), clause, "news", OF_NEWS, is_clear)
            for span, (clause, is_clear) in seen.items()
        ]


def of_articles(folder: str = "articles") -> Iterator[list[Example]]:
    """Read whole articles with labelled clauses, and tell how many labels fit no clause as cut today.

    A file holds the headline, the date, the text, a line "---" and the clauses, each with its kind before it.
    A label goes to the clause that shares most with its own.
    """
    lost = strange = 0
    for file in sorted((CLAUSES / folder).glob("*.txt")):
        whole, _, table = file.read_text("utf-8").partition("\n---\n")
        title, published, text = whole.split("\n", 2)
        labels = dict(placed(text, table.splitlines()))
        _, seen = cut(Article(file.stem, file.stem, text, title=title, published=published))
        nearest = {span: max(labels, key=lambda other, span=span: shared(other, span)) for span in seen}
        same = {span: other for span, other in nearest.items() if is_same(span, other)}
        lost += len(labels.keys() - set(same.values()))
        strange += len(seen) - len(same)
        yield [
            Example(labels[same[span]] if span in same else SKIP, clause, file.stem, OF_NEWS, is_clear)
            for span, (clause, is_clear) in seen.items()
        ]
    print(f"{folder}: {lost} labels without a clause, {strange} clauses without a label")


def of_texts() -> Iterator[list[Example]]:
    """Read whole articles without labels."""
    for file in sorted((CLAUSES / "texts").glob("*.txt")):
        title, published, text = file.read_text("utf-8").split("\n", 2)
        _, seen = cut(Article(file.stem, file.stem, text, title=title, published=published))
        yield [Example(UNTOLD, clause, "texts", 1.0, is_clear) for clause, is_clear in seen.values()]


def cut(article: Article) -> tuple[Extraction, Cut]:
    """Read an article, and keep the clauses whose kinds were asked for, in order."""
    seen: Cut = {}

    def decide(asked: Sequence[kinds.Asked]) -> list[kinds.Choice]:
        known = [kinds.evidence(*one) for one in asked]
        seen.update((clause.span, (clause, kinds.is_undisputed(clause, choice))) for clause, choice in known)
        return [choice for _, choice in known]

    with patch.object(kinds, "decide", decide):
        extraction = read_article(article)
    return extraction, dict(sorted(seen.items()))


def placed(text: str, labelled: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Find labelled clauses, a kind and a clause each, in their text, where any space may part their words.

    Raises:
        ValueError: a clause does not stand in the text.
    """
    start = 0
    for line in labelled:
        kind, _, words = line.partition("\t")
        form = re.compile(r"\s+".join(map(re.escape, words.split())))
        match = form.search(text, start) or form.search(text)
        if match is None:
            raise ValueError(f"“{words}” does not stand in its article")
        start = match.start()
        yield Span(*match.span()), kind


def is_same(clause: Span, labelled: Span) -> bool:
    """Tell whether a label holds of a clause: "…, listed in Oslo, | lost 6 percent" ends what was labelled."""
    is_part = labelled.start <= clause.start and clause.end <= labelled.end
    is_end = is_part and labelled.end - clause.end <= len(".")
    is_beginning = is_part and labelled.start == clause.start and shared(clause, labelled) >= PART
    return is_end or is_beginning or shared(clause, labelled) >= SAME


def shared(one: Span, other: Span) -> float:
    """Tell how much two stretches share: all (1) to nothing (0 or less)."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common / (one.end - one.start + other.end - other.start)
