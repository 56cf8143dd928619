"""The articles of a topic as the program reads them, laid beside the mentions that are known to stand there.

A mention read stands for a known one whose words it shares, first of all where their dates agree; what stands
for none is merged all the same, and a known one that nothing stands for is alone.
"""

from collections.abc import Iterator, Sequence

from explorer.chronology.agreement import dates_agree
from explorer.extract import read_article
from explorer.model.article import Article
from explorer.model.mention import Mention


def read(articles: Sequence[Article]) -> list[Mention]:
    """Read all articles."""
    return [mention for article in articles for mention in read_article(article).mentions]


def laid_beside(known: Sequence[Mention], found: Sequence[Mention]) -> dict[str, str]:
    """Give the found mention, by id, that stands for each of the known ones, by theirs; each for one only."""
    pairs = sorted(_pairs(known, found), reverse=True)
    stands: dict[str, str] = {}
    used: set[str] = set()
    for _, _, one, other in pairs:
        if one not in stands and other not in used:
            stands[one] = other
            used.add(other)
    return stands


def _pairs(known: Sequence[Mention], found: Sequence[Mention]) -> Iterator[tuple[bool, float, str, str]]:
    """Give the pairs that share words: if their dates agree, how much is shared, and both ids."""
    for one in known:
        for other in found:
            if one.article != other.article or not one.span.overlaps(other.span):
                continue
            shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
            both = one.span.end - one.span.start + other.span.end - other.span.start
            yield _is_dated_alike(one, other), 2 * shared / both, one.id, other.id


def _is_dated_alike(one: Mention, other: Mention) -> bool:
    return one.when is not None and other.when is not None and dates_agree(one.when, other.when)
