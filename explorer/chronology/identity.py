"""Which mention is which: their order, and the mentions that a decision names by words and offsets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from explorer.model.article import Article
from explorer.model.decision import MentionRef
from explorer.model.mention import Mention, Span


def ordered(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> list[Mention]:
    """Sort mentions from the oldest: by the order of their articles in the library, then by their place."""
    place = {article: at for at, article in enumerate(articles)}
    last = len(place)
    return sorted(mentions, key=lambda m: (place.get(m.article, last), m.article, m.span, _date_start(m), m.id))


def _date_start(mention: Mention) -> int:
    return mention.date.span.start if mention.date else -1


class Register:
    """The mentions at hand, found by the references of decisions, also after their articles were read again.

    The text of an article never changes, so that the same words at another place are another statement.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._ids = {mention.id for mention in mentions}
        self._by_article: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._by_article[mention.article].append(mention)

    def find(self, ref: MentionRef) -> str | None:
        """Give the id of the mention that a reference means; None when it is not there any more.

        An unknown id is looked for by its article, its place, and the words that dated it.
        """
        if ref.id in self._ids:
            return ref.id
        alike = [mention for mention in self._by_article.get(ref.article, ()) if _is_alike(mention, ref)]
        if not alike:
            return None
        return max(alike, key=lambda m: (m.quote == ref.quote, _shared(m.span, ref.span), m.id)).id

    def find_all(self, refs: Iterable[MentionRef]) -> tuple[str, ...]:
        """Give the ids of those references that are found, in their order and once each."""
        return tuple(dict.fromkeys(id_ for ref in refs if (id_ := self.find(ref)) is not None))


def _is_alike(mention: Mention, ref: MentionRef) -> bool:
    if ref.date_text != (mention.date.text if mention.date else ""):
        return False
    return mention.span.overlaps(ref.span)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
