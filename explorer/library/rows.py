"""What the rows of a library hold: records as JSON text with their hashes, and the words that find them."""

import dataclasses
import hashlib
from typing import NamedTuple, Protocol

from explorer.library import codec, search
from explorer.library.search import storable
from explorer.model.article import Article
from explorer.model.decision import Change, Decision
from explorer.model.mention import Mention, Span
from explorer.text.terms import grams

SEAL_BYTES = hashlib.sha256().digest_size


class Unused(NamedTuple):
    """Words that looked like a date and made no mention, with the reason."""

    span: Span
    text: str
    why: str


class UnusedLike(Protocol):
    """Anything that tells which words were not used and why."""

    @property
    def span(self) -> Span:
        """Where the words stand."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def why(self) -> str:
        """The reason."""


def hash_of(*parts: str) -> str:
    """Hash texts; what a damaged disk or another program changed does not match it any more."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def seal(stamp: str, value: bytes) -> bytes:
    """Hash a value with what it was computed from: one that is damaged or of another stamp has another seal."""
    return hashlib.sha256(stamp.encode("utf-8", "surrogatepass") + b"\0" + value).digest()


def same_place(one: Article, other: Article) -> bool:
    """Tell whether two articles came from one file, and in a stream from one address."""
    return bool(one.origin) and (one.origin, one.url, one.publisher) == (
        other.origin,
        other.url,
        other.publisher,
    )


def article_record(article: Article) -> tuple[str, str]:
    """Give the record of an article without its text, unless the text column cannot hold that as it is."""
    text = storable(article.text)
    record = codec.dumps(article if text != article.text else dataclasses.replace(article, text=""))
    return record, hash_of(text, record)


def mention_row(mention: Mention) -> tuple[str, ...]:
    """Give the row of a mention without its number."""
    words, record = search.words_of(mention), codec.dumps(mention)
    return (
        storable(mention.id), storable(mention.article), words, grams(words), record, hash_of("", record)
    )  # fmt: skip


def decision_row(decision: Decision) -> tuple[int, int, str, str, str, str]:
    """Give the row of a decision; its hash is over who said it and when as well."""
    record = codec.dumps(decision.change, Change)
    key = f"{decision.id}|{decision.step}|{decision.at}|{decision.who}|"
    return decision.id, decision.step, decision.at, decision.who, record, hash_of(key, record)
