from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.chronology import Force, Outcome, Relations
from explorer.index import build, counts, describe, mask
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.query import Facet, Query
from tests.builders import event, when
from tests.index.strategies import in_rows, made_events, passes, queries


@settings(max_examples=150, deadline=None)
@given(made_events(), queries, st.integers(0, 255))
def test_the_mask_lets_through_what_the_filter_says(made: list[Event], query: Query, bits: int) -> None:
    table = build(made)
    words = np.array([bool(bits >> n & 1) for n in range(len(table))], np.bool_)
    expected = [
        passes(one, query, has_words=bool(held)) for one, held in zip(in_rows(table, made), words, strict=True)
    ]
    assert mask(table, query, words).tolist() == expected


def test_nothing_ticked_hides_only_the_rejected_and_the_borderline() -> None:
    made = [
        event(at=0),
        event(at=50, event_review=Review.REJECTED),
        event(at=90, confidence=0.2),
        event(date=None, at=200),
    ]
    table = build(made)
    assert mask(table, Query()).sum() == 2
    assert mask(table, Query(with_borderline=True)).sum() == 3
    assert mask(table, Query().toggled(Facet.REVIEW, "rejected")).sum() == 1


def test_an_empty_table_filters_and_counts_nothing() -> None:
    table = build([])
    assert mask(table, Query().toggled(Facet.KIND, "ban")).tolist() == []
    assert all(len(found) == 0 for found in counts(table, Query()).values())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Query(), ""),
        (Query().toggled(Facet.COMPANY, "Beta").toggled(Facet.COMPANY, "Alfa"), "company: Alfa, Beta"),
        (
            Query().toggled(Facet.COUNTRY, "NO").toggled(Facet.KIND, "ban", exclude=True),
            "kind: not ban · country: NO",
        ),
        (Query(text=" night ferry "), "words: night ferry"),
        (Query(lo_s=when("2019").lo_s), "since 1 January 2019"),
        (Query(hi_s=when("2019").hi_s), "until 31 December 2019"),
        (Query(lo_s=when("2019-04").lo_s, hi_s=when("2019-04").hi_s), "1 April 2019 – 30 April 2019"),
        (Query(lo_s=when("2019-04-15").lo_s, hi_s=when("2019-04-15").hi_s), "15 April 2019"),
        (
            Query(in_force_s=when("2020-07-01").lo_s, new_since_s=when("2024").lo_s, with_borderline=True),
            "in force on 1 July 2020 · new since 1 January 2024 · with borderline",
        ),
    ],
)
def test_a_filter_is_told_in_words(query: Query, words: str) -> None:
    assert describe(query) == words


def test_values_are_told_by_the_names_people_know() -> None:
    query = Query().toggled(Facet.COUNTRY, "NO").toggled(Facet.COUNTRY, "SE")
    assert (
        describe(query, lambda _, value: {"NO": "Norway", "SE": "Sweden"}[value]) == "country: Norway, Sweden"
    )


def test_a_moment_keeps_the_bans_that_held_then() -> None:
    made = [event(kind="ban", at=0), event(kind="ban", at=50), event(at=90)]
    first, second, other = (one.id for one in made)
    day_s = when("2020-07-01").lo_s
    told = Relations({first: Force(day_s - 9, day_s, other), second: Force(day_s, day_s + 1)})
    table = build(made, told)
    assert [table.ids[row] for row in mask(table, Query(in_force_s=day_s)).nonzero()[0]] == [second]


def test_new_is_what_no_article_had_told_before() -> None:
    one, two = event(article="a"), event(article="b")
    both = replace(one, id="both", mentions=(*one.mentions, *two.mentions))
    table = build([two, both], added={"a": 100, "b": 200})
    assert [table.ids[row] for row in mask(table, Query(new_since_s=150)).nonzero()[0]] == [two.id]


def test_the_outcome_of_a_target_can_be_filtered_by() -> None:
    met, missed, open_ = (event(kind="target", at=at) for at in (0, 50, 90))
    told = Relations(outcomes={met.id: Outcome(True, "m"), missed.id: Outcome(False, "m")})
    table = build([met, missed, open_], told)
    for trait, wanted in (("met", met), ("missed", missed)):
        passing = mask(table, Query().toggled(Facet.IS, trait))
        assert [table.ids[row] for row in passing.nonzero()[0]] == [wanted.id]
