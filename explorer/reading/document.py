"""`Document`: what a reader found in a file, before it is an article; and how it becomes one.

The id of an article is made of where it came from, its place in a stream and its text: the same file added
twice is the same article, and two papers with one wire story stay two.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.model.article import Article, DateSource, text_hash
from explorer.reading import metadata
from explorer.text.clean import clean, printable

MAX_TEXT = 50_000_000  # characters of one article


class Refused(Exception):  # noqa: N818 - it is a verdict, not a fault; the edge of the room words the error
    """A file cannot be read; the message is the reason, without the file's name and without a full stop."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what its file says about it; `key` is its place in a stream, "" where it is alone."""

    text: str
    meta: metadata.Meta = field(default_factory=metadata.Meta)
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a reader brings in: documents, and what it could not read with the place ("line 3: not JSON")."""

    documents: tuple[Document, ...]
    refused: tuple[str, ...] = ()


def alone(document: Document) -> Harvest:
    """Bring in a single document."""
    return Harvest((document,))


def article(document: Document, name: str, origin: str) -> Article:
    """Make the article of a document; raises `Refused` where it holds no text or too much."""
    text = clean(document.text)
    if not text.strip():
        raise Refused("there is no text in it")
    if len(text) >= MAX_TEXT:
        raise Refused(f"{len(text) / 1e6:.0f} million characters are too many; the limit is 50 million")
    meta, warnings = document.meta, list(document.warnings)
    published = metadata.published(meta.published) if meta.published else None
    if meta.published and published is None:
        warnings.append(f"its publication date “{meta.published[:40]}” is not a date (write it as 2020-09-16)")
    return Article(
        id=_identity(origin or name, document.key, text),
        name=printable(meta.name or name),
        text=text,
        title=meta.title,
        publisher=meta.publisher,
        url=meta.url,
        language=meta.language,
        published=published,
        published_source=meta.source if published else DateSource.UNKNOWN,
        published_why=meta.why if published else "",
        media_type=document.media_type,
        origin=origin,
        pages=document.pages,
        warnings=tuple(warnings),
    )


def _identity(place: str, key: str, text: str) -> str:
    whole = f"{place}|{key}|{text_hash(text)}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:16]


def keyed(fields: Mapping[str, object]) -> dict[str, str]:
    """Give the fields of a record as trimmed texts by lower-case keys; what is no text is left out."""
    texts = {str(key).strip().lower(): value for key, value in fields.items()}
    return {
        key: str(value).strip()
        for key, value in texts.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }
