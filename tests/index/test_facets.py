from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.index import build, counts
from explorer.index.build import VALUES
from explorer.model.event import Event
from explorer.model.query import Facet, Query
from tests.builders import event
from tests.index.strategies import in_rows, made_events, passes, queries


@settings(max_examples=150, deadline=None)
@given(made_events(), queries, st.integers(0, 255))
def test_the_counts_are_those_without_the_ticks_of_the_facet_itself(
    made: list[Event], query: Query, bits: int
) -> None:
    table = build(made)
    words = np.array([bool(bits >> n & 1) for n in range(len(table))], np.bool_)
    found = counts(table, query, words)
    for facet, values in VALUES.items():
        plain: Counter[str] = Counter()
        for one, held in zip(in_rows(table, made), words, strict=True):
            if passes(one, query, has_words=bool(held), besides=facet):
                plain.update(set(values(one)))
        column = table.facets[facet]
        assert dict(zip(column.values, found[facet].tolist(), strict=True)) == {
            value: plain[value] for value in column.values
        }


def test_counts_of_a_few_rows_are_those_of_a_look_at_all() -> None:
    names = [("Acme", "Beta")[: 1 + n % 2] if n % 3 else () for n in range(40)]
    made = [
        event(at=n * 50, kind="ban" if n % 13 == 5 else "launch", companies=of) for n, of in enumerate(names)
    ]
    table = build(made)
    banned = [of for n, of in enumerate(names) if n % 13 == 5]
    found = counts(table, Query().toggled(Facet.KIND, "ban"))[Facet.COMPANY].tolist()
    assert found == [sum(name in of for of in banned) for name in table.facets[Facet.COMPANY].values]
