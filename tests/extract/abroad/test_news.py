"""Sentences as news in other languages write them are read well enough: the floors only rise."""

import pytest

from tests.extract.abroad import scored

_FLOORS = {  # of all sentences of a language, at least this share must have the field right
    "de": (0.9, 0.95, 0.92, 0.94, 0.97),
    "fr": (0.95, 0.94, 0.92, 0.94, 0.94),
    "es": (0.96, 0.96, 0.9, 0.96, 0.96),
    "id": (0.96, 0.96, 0.94, 0.94, 0.96),
    "zh": (0.96, 0.96, 0.9, 0.96, 0.96),
}


@pytest.mark.parametrize("language", list(_FLOORS))
def test_most_sentences_of_a_language_are_read_right(language: str) -> None:
    counts = scored.score(language, is_check=False) + scored.score(language, is_check=True)
    rates = tuple(counts[name] / counts["asked"] for name in scored.FIELDS)
    assert all(rate >= floor for rate, floor in zip(rates, _FLOORS[language], strict=True)), rates
    assert counts["found"] >= 0.97 * counts["asked"]
    assert counts["surplus"] <= 2


@pytest.mark.parametrize("language", ["ru", "ja", "ko", "it", "pt", "pl", "vi"])
def test_where_no_kinds_are_told_the_rest_is_read(language: str) -> None:
    counts = scored.score(language, is_check=False) + scored.score(language, is_check=True)
    assert counts["found"] == counts["asked"] == counts["kind"] == counts["status"]
    assert counts["companies"] + counts["countries"] + counts["quantities"] >= 0.85 * 3 * counts["asked"]


@pytest.mark.parametrize("language", [code for code in scored.languages() if len(code) == 2])
def test_sentences_without_a_date_tell_no_event(language: str) -> None:
    assert not [
        scored.judge(case)[1] for case in scored.cases(language) if not case.events and scored.judge(case)[1]
    ]
