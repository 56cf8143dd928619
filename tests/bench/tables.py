"""What a million events cost before any frame: getting ready to lay them out, a filter, its counts."""

import time
from collections.abc import Callable
from statistics import median

from explorer.index import counts, mask
from explorer.index.table import Mask
from explorer.model.query import Facet, Query
from explorer.timeline import layout
from tests.bench import facets

_COUNT = 1_000_000
_ROUNDS = 3
_CHAR_PX = 6.5


def measure(count: int = _COUNT) -> dict[str, float]:
    """Give CPU seconds and milliseconds.

    The index is what `layout.prepare` makes of the columns: lanes, tiers, counts. Three facets are ticked for
    the counts, which are those of all facets: each ticked one is counted under the other two. The rounds of
    all three take turns.
    """
    table = facets.full(count)
    query = Query()
    for facet in (Facet.KIND, Facet.COMPANY, Facet.COUNTRY):
        for value in table.facets[facet].values[:2]:
            query = query.toggled(facet, value)
    third = Query()
    for value in table.facets[Facet.KIND].values[: round(len(table.facets[Facet.KIND].values) / 3)]:
        third = third.toggled(Facet.KIND, value)

    def prepare(rows: Mask) -> None:
        layout.prepare(table, rows, "kind", lambda text, bold: len(text) * _CHAR_PX)

    works: dict[str, Callable[[], object]] = {
        "index_build_cpu_s_1m": lambda: prepare(table.is_dated),
        "index_filter_cpu_s_1m": lambda: prepare(mask(table, third)),
        "facet_counts_ms_1m": lambda: counts(table, query),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_ROUNDS):
        for name, work in works.items():
            began = time.process_time()
            work()
            taken[name].append((time.process_time() - began) * (1e3 if "_ms_" in name else 1))
    return {name: round(median(all_), 3) for name, all_ in taken.items()}
