"""From mentions to events, in CPU seconds: from nothing, with one article more, after one decision."""

import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import TypeVar

from explorer import chronology
from explorer.index import build
from explorer.model.decision import Decision, Review, Reviewed, ref
from tests.bench import mentions as telling

COUNT = 100_000
_ROUNDS = 5

Result = TypeVar("Result")


def measure(count: int = COUNT) -> dict[str, float]:
    """Give the seconds for so many mentions; those of small changes are the median of several."""
    writer, articles, told = telling.library(count)
    memory, log = chronology.Memory(), list[Decision]()
    nothing, found = _timed(partial(chronology.events, told, articles, memory=memory))
    added, accepted = [], []
    for number in range(1, _ROUNDS + 1):
        article, more = writer.article()
        articles, told = {**articles, article.id: article}, told + more
        taken, found = _timed(partial(chronology.events, told, articles, log, memory=memory))
        added.append(taken)
        judged = Reviewed((ref(told[number]),), Review.ACCEPTED)
        log = [*log, Decision(number, number, "2024-01-01T00:00:00+00:00", "you", judged)]
        taken, found = _timed(partial(chronology.events, told, articles, log, memory=memory))
        accepted.append(taken)
    relating, relations = _timed(partial(chronology.relations, found))
    gathering, _ = _timed(partial(chronology.series, found))
    tabling, _ = _timed(partial(build, found, relations))
    return {
        "mentions": count,
        "events": len(found),
        "nothing_s": nothing,
        "article_added_s": median(added),
        "accepted_s": median(accepted),
        "relations_s": relating,
        "series_s": gathering,
        "table_s": tabling,
    }


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    begin = time.process_time()
    result = work()
    return round(time.process_time() - begin, 3), result
