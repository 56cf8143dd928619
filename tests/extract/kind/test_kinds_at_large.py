"""Clauses of many trades, one kind a line: most are read right, and which are not is known by their share."""

from pathlib import Path

import pytest

from explorer import resources
from tests.extract.judging import kind_of

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("clauses_of_kinds.tsv").read_text("utf-8").splitlines()
]
LEAST = {
    "target": 0.8,
    "acquisition": 0.8,
    "partnership": 0.8,
}  # of what is right; of other kinds more is asked


@pytest.mark.parametrize("kind", resources.kinds())
def test_most_clauses_of_a_kind_are_read_right(kind: str) -> None:
    clauses = [clause for wanted, clause in ROWS if wanted == kind]
    right = sum(kind_of(clause) == kind for clause in clauses)
    assert len(clauses) >= 20
    assert right / len(clauses) >= LEAST.get(kind, 0.84)


def test_no_kind_swallows_the_clauses_of_others() -> None:
    for kind in resources.kinds():
        others = [clause for wanted, clause in ROWS if wanted != kind]
        assert sum(kind_of(clause) == kind for clause in others) / len(others) < 0.035
