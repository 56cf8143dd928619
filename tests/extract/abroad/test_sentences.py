"""Sentences of other languages, written for these tests: kind, status, date, parties, places, amounts.

Each line of `<language>.txt` holds them parted by bars; all are read on 20 March 2020.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.extract.title.compress import LIMIT
from explorer.model.mention import BORDERLINE, PartyType
from tests.extract.reading import read


def _cases() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield path.stem, line


@pytest.mark.parametrize(("language", "line"), list(_cases()))
def test_a_sentence_tells_its_event(language: str, line: str) -> None:
    text, *expected = (field.strip() for field in line.split("|"))
    mentions = read(text, "2020-03-20", language=language).mentions
    assert len(mentions) == 1
    (one,) = mentions
    companies = ", ".join(p.name for p in one.parties if p.type is PartyType.COMPANY)
    amounts = ", ".join(f"{q.value:.15g} {q.unit}".strip() for q in one.quantities)
    when = one.when.edtf if one.when else ""
    assert [one.kind, one.status.value, when, companies, " ".join(one.countries), amounts] == expected
    assert 0 < len(one.title) <= LIMIT
    assert one.confidence >= BORDERLINE
