"""Which mention is which: their order, and the mentions that a decision names by words and offsets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from explorer.model.decision import MentionRef
from explorer.model.mention import Mention, Span


def by_age(articles: Iterable[str], stating: Iterable[str]) -> list[str]:
    """Give the articles that state something, the oldest first: in the order of the library, strangers last."""
    unplaced = set(stating)
    known = []
    for article in articles:
        if article in unplaced:
            unplaced.remove(article)
            known.append(article)
    return known + sorted(unplaced)


def place(mention: Mention) -> tuple[Span, int, str]:
    """Give what orders the mentions of one article."""
    return mention.span, mention.date.span.start if mention.date else -1, mention.id


class Register:
    """The mentions at hand, found by the references of decisions, also after their articles were read again.

    The text of an article never changes, so that the same words at another place are another statement.
    """

    def __init__(self, mentions: Sequence[Mention] | Mapping[str, Mention]) -> None:
        self._mentions: Mapping[str, Mention] = (
            mentions if isinstance(mentions, Mapping) else {mention.id: mention for mention in mentions}
        )

    @cached_property
    def _by_article(self) -> dict[str, list[Mention]]:
        """Give the mentions by article: asked for only where an id is not known any more."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._mentions.values():
            found[mention.article].append(mention)
        return found

    def find(self, ref: MentionRef) -> str | None:
        """Give the id of the mention that a reference means; None when it is not there any more.

        An unknown id is looked for by its article, its place, and the words that dated it.
        """
        if ref.id in self._mentions:
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
