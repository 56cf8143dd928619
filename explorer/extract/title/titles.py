"""Titles: a short readable fact per mention, at most 70 characters, never cut inside a word.

A template where actor, deed and amount are known ("FTC fines TikTok $5.7 M"); else the clause, compressed. What
reads badly to a reader without the article gives way to other titles, of which the best is taken.
"""

import re

from explorer.extract.records import Told
from explorer.extract.steps import Steps
from explorer.extract.title import deeds, judging, repairs
from explorer.extract.title.compress import LIMIT, compressed

_DIGIT = re.compile(r"\d")


def of(told: Told) -> Steps[str]:
    """Give the title of a mention."""
    title = yield from _first(told)
    yield
    worst = judging.cost(title, told)
    yield
    if worst:
        for other in repairs.of(title, told, worst):
            cost = judging.cost(other, told)
            if cost < worst:
                title, worst = other, cost
            if not worst:
                break
    return title


def _first(told: Told) -> Steps[str]:
    title = deeds.of(told)
    if title is not None and len(title) <= LIMIT:
        return title
    yield
    title = yield from compressed(told)
    if title.endswith("…") or (told.quantities and not _DIGIT.search(title)):
        instead = deeds.instead(told)
        if instead is not None and len(instead) <= LIMIT:
            return instead
    return title
