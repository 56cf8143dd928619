"""`python -m tests.extract.calibrate FOLDER… [--write]`: fits the weights of confidence to annotated articles.

Prints how confident mentions turn out on articles that their weights have not seen (each half with the weights
of the other), then the weights of all; `--write` puts these into `resources/extract/confidence.toml`. A mention
is right if it stands for an annotated event and has its date; optional events count neither way.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from explorer import resources
from explorer.extract import confidence, read_article
from explorer.model.mention import Mention
from tests.extract.annotated import Annotated, annotated, judged

TARGET = "extract/confidence.toml"
HEAD = (
    "# What speaks for a suggestion being a dated event with its right date, in log odds. Made by\n"
    "# `python -m tests.extract.calibrate --write`, from annotated articles.\n"
)
BINS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
_PENALTY = 3.0  # of weights, in examples: few articles are annotated
_STEPS = 50


@dataclass(frozen=True)
class Example:
    """What spoke for a mention, and whether it was right."""

    told: frozenset[str]
    is_right: bool


def examples(one: Annotated) -> list[Example]:
    """Read an annotated article, and keep what the program knew of each mention."""
    known: dict[tuple[Any, Any], frozenset[str]] = {}
    features = confidence.features

    def noted(candidate: Any, span: Any, *rest: Any) -> frozenset[str]:
        known[(span, candidate.date_span)] = told = features(candidate, span, *rest)
        return told

    with patch.object(confidence, "features", noted):
        extraction = read_article(one.article)
    reading = judged(one, extraction)
    right = [(pair.mention, "date" in pair.right) for pair in reading.pairs]
    return [
        Example(told, is_right)
        for mention, is_right in [*right, *((mention, False) for mention in reading.false)]
        if (told := known.get(_key(mention))) is not None
    ]


def _key(mention: Mention) -> tuple[Any, Any]:
    return mention.span, mention.dates[0].span if mention.dates else None


def fit(made: Sequence[Example]) -> dict[str, float]:
    """Fit the weights by Newton's method, drawn towards nothing but the share of right ones."""
    names = sorted({name for example in made for name in example.told})
    given = np.array([[1.0, *(float(name in example.told) for name in names)] for example in made])
    right = np.array([float(example.is_right) for example in made])
    pull = np.diag([0.0, *[_PENALTY] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (right - chance) - pull @ weights
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + pull + 1e-9 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(["always", *names], map(float, weights), strict=True))


def chance(weights: dict[str, float], told: frozenset[str]) -> float:
    """Give how likely a mention is right by some weights."""
    odds = weights["always"] + sum(weights.get(name, 0.0) for name in told)
    return float(1 / (1 + np.exp(-odds)))


def held_out(made: Sequence[Sequence[Example]]) -> list[tuple[float, bool]]:
    """Give the chance and the truth of every mention, by weights that have not seen its half."""
    halves = [[e for one in made[side::2] for e in one] for side in (0, 1)]
    told = zip(halves, (fit(halves[1]), fit(halves[0])), strict=True)
    return [(chance(weights, e.told), e.is_right) for half, weights in told for e in half]


def table(seen: Iterable[tuple[float, bool]]) -> list[str]:
    """Write how many mentions of each range of confidence are right."""
    pairs = list(seen)
    lines = []
    for low, high in pairwise(BINS):
        here = [(sure, is_right) for sure, is_right in pairs if low <= max(sure, BINS[0]) < high]
        if here:
            mean, share = np.mean([sure for sure, _ in here]), np.mean([is_right for _, is_right in here])
            span = f"{low:.2f} to {min(high, 1):.2f}"
            lines.append(f"{span}: {len(here):4} mentions, sure {mean:.2f}, right {share:.2f}")
    return lines


def main(arguments: list[str]) -> None:
    """Fit, print, and write where asked to."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    made = [examples(one) for one in annotated(folders)]
    print("on articles not seen:", *table(held_out(made)), sep="\n  ")
    weights = fit([example for one in made for example in one])
    text = HEAD + "".join(f'"{name}" = {value:.2f}\n' for name, value in weights.items())
    print(text)
    if "--write" in arguments:
        resources.path(TARGET).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
