"""The labelled clauses and articles that teach the network of kinds are well-formed."""

from datetime import date
from pathlib import Path

import pytest

from explorer import resources

FOLDER = Path(__file__).parents[3] / "packaging" / "kinds"
KINDS = resources.kinds()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.tsv")), ids=lambda file: file.stem)
def test_each_line_holds_a_kind_and_a_clause(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        kind, clause = line.split("\t")
        assert kind in KINDS
        assert clause.strip()


def test_each_labelled_clause_stands_in_its_article() -> None:
    files = sorted((FOLDER / "articles").glob("*.txt"))
    assert len(files) > 300
    for file in files:
        whole, _, table = file.read_text("utf-8").partition("\n---\n")
        title, published, text = whole.split("\n", 2)
        assert title
        assert date.fromisoformat(published)
        words = " ".join(text.split())
        for line in table.splitlines():
            kind, clause = line.split("\t")
            assert kind in {*KINDS, "skip"}
            assert clause in words
