"""Rows that hold words, among many events: the first search of a table, and each one after it."""

import time
from statistics import median

from explorer import chronology
from explorer.index import Words, build
from explorer.library import SearchHits
from tests.bench import mentions as telling

COUNT = 100_000
_WORDS = 20


def measure(count: int = COUNT) -> dict[str, float]:
    """Give CPU milliseconds over so many mentions; what the text index finds is taken as given."""
    _, articles, told = telling.library(count)
    events = {event.id: event for event in chronology.events(told, articles)}
    words = Words(build(events.values()), events)
    taken = []
    for mention in told[:: count // _WORDS]:
        word = mention.quote.split()[-1]
        holding = frozenset(one.id for one in told if word in one.quote)
        began = time.process_time()
        words.rows(SearchHits(holding, words=word))
        taken.append((time.process_time() - began) * 1e3)
    return {"events": len(events), "first_ms": round(taken[0], 1), "again_ms": round(median(taken[1:]), 2)}
