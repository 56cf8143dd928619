"""Companies and events that no list holds are read by their shape and their sentence.

What is read otherwise than written down: `python -m tests.extract.unlisted --show`.
"""

from collections import Counter

import pytest

from explorer.model.edtf import parse
from explorer.model.mention import Status
from tests.extract.unlisted import NO_INDUSTRY, Case, Score, cases, read_case, score, total

KINDS = set(
    "ban reinstatement settlement legal acquisition investment partnership launch milestone finance leadership "
    "target statement other".split()
)


@pytest.fixture(scope="module")
def written() -> list[Case]:
    return cases()


@pytest.fixture(scope="module")
def scored(written: list[Case]) -> Score:
    return total(score(case, read_case(case)) for case in written)


def test_no_text_and_no_company_comes_twice(written: list[Case]) -> None:
    texts = Counter(case.text for case in written)
    companies = Counter(name.casefold() for case in written for name in case.companies)
    assert [one for counts in (texts, companies) for one, times in counts.items() if times > 1] == []


def test_cases_are_many_and_of_many_industries(written: list[Case]) -> None:
    assert sum(bool(case.companies) for case in written) >= 150
    assert sum(not case.companies for case in written) >= 50
    assert len({case.industry for case in written} - set(NO_INDUSTRY)) >= 12
    assert {case.kind for case in written} == KINDS
    assert sum(case.status != Status.HAPPENED for case in written) >= len(written) // 8


def test_names_stand_in_their_text_and_dates_can_be_read(written: list[Case]) -> None:
    for case in written:
        assert [name for name in case.companies if name not in case.text] == []
        assert parse(case.date)
        assert parse(case.published)
        assert case.status in set(Status)
        assert bool(case.companies) is (case.industry not in NO_INDUSTRY), case.text


def test_most_companies_that_no_list_holds_are_read_and_few_other_names(scored: Score) -> None:
    assert scored.precision >= 0.93
    assert scored.recall >= 0.76
