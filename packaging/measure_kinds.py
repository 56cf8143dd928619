"""How right the kinds of clauses are that the network has not learnt from: those of `packaging/kinds/held`.

    python packaging/measure_kinds.py

Tells, for each kind and for all, how many of the labelled clauses are right, and the log loss of those that the
network was asked for: what its chances cost, in nats a clause. There are thousands of them, so that a change of
a hundredth says something. Nothing is to be learnt from them, or they measure no more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from unittest.mock import patch

from kind_examples import CLAUSES, SKIP, is_same, placed, shared

from explorer.extract import read_article
from explorer.extract.kind import kinds, likely
from explorer.model.article import Article
from explorer.model.mention import Span

HELD = CLAUSES / "held"


def read(article: Article) -> tuple[dict[Span, str], dict[Span, likely.Likely]]:
    """Read an article; give the kinds of its clauses, and what the network said of those it was asked for."""
    decided: dict[Span, str] = {}
    told: dict[Span, likely.Likely] = {}
    decide, worded = kinds.decide, kinds._worded

    def noting(asked: Sequence[kinds.Asked]) -> list[kinds.Choice]:
        choices = decide(asked)
        decided.update((one.span, choice.kind) for one, choice in zip(asked, choices, strict=True))
        return choices

    def telling(known: Sequence[tuple[likely.Clause, kinds.Choice]]) -> dict[Span, likely.Likely]:
        found = worded(known)
        told.update(found)
        return found

    with patch.object(kinds, "decide", noting), patch.object(kinds, "_worded", telling):
        read_article(article)
    return decided, told


def main() -> None:
    """Print the table."""
    all_, right = Counter[str](), Counter[str]()
    losses: list[float] = []
    for file in sorted(HELD.glob("*.txt")):
        whole, _, table = file.read_text("utf-8").partition("\n---\n")
        title, published, text = whole.split("\n", 2)
        labels = dict(placed(text, table.splitlines()))
        decided, told = read(Article(file.stem, file.stem, text, title=title, published=published))
        for span, kind in decided.items():
            nearest = max(labels, key=lambda other, span=span: shared(other, span))
            label = labels[nearest]
            if label == SKIP or not is_same(span, nearest):
                continue
            all_[label] += 1
            right[label] += kind == label
            if span in told:
                losses.append(-math.log(max(told[span].chances.get(label, 0.0), 1e-6)))
    for kind, count in all_.most_common():
        print(f"{kind:14} {right[kind] / count:.3f} of {count:,}")
    print(f"{'all':14} {right.total() / all_.total():.3f} of {all_.total():,}")
    print(f"log loss {sum(losses) / len(losses):.3f} of {len(losses):,}")


if __name__ == "__main__":
    main()
