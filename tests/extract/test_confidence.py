"""How sure the program says it is."""

import pytest

from explorer.extract import confidence
from explorer.model.mention import BORDERLINE, Mention
from tests.extract.reading import read


def only(text: str) -> Mention:
    (mention,) = read(text).mentions
    return mention


def test_what_a_text_leaves_vague_is_borderline_whatever_speaks_for_it() -> None:
    assert only("India recently banned TikTok.").confidence < BORDERLINE


def test_a_clear_statement_is_shown_and_never_certain() -> None:
    assert BORDERLINE < only("Acme Corp. bought Bolt Inc. for $5 million on 4 May 2013.").confidence < 1


def test_what_has_the_date_of_another_clause_is_less_sure() -> None:
    own, lent = (
        mention.confidence
        for mention in read("On 3 May 2013 the bank was fined $2 million, which ended a lawsuit.").mentions
    )
    assert lent < own


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Corp. bought Bolt Inc. on 4 May 2013.", "company named"),
        ("Acme Corp. bought Bolt Inc. on 4 May 2013.", "day"),
        ("Acme Corp. earned $5 million in 2013.", "amount"),
        ("Acme Corp. earned $5 million in 2013.", "year"),
        ("Acme Corp. will open a shop in June 2014.", "not yet"),
    ],
)
def test_what_speaks_for_a_mention_is_named(text: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[frozenset[str]] = []
    weigh = confidence.of

    def noted(candidate: object, named: frozenset[str]) -> float:
        told.append(named)
        return weigh(candidate, named)  # type: ignore[arg-type]

    monkeypatch.setattr(confidence, "of", noted)
    read(text)
    assert name in told[0]
