"""How these tests read a text."""

from typing import Any

from explorer.extract import Extraction, read_article
from explorer.model.article import DateSource
from explorer.model.edtf import bounds
from explorer.model.mention import Mention
from tests.builders import article


def read(text: str, published: str | None = "2014-03-20", **fields: Any) -> Extraction:
    """Read a text as an English article of a given day."""
    source = DateSource.GIVEN if published else DateSource.UNKNOWN
    fields.setdefault("language", "en")
    return read_article(article(text=text, published=published, published_source=source, **fields))


def titles(text: str) -> list[str]:
    """Read a text and give the titles of its mentions."""
    return [mention.title for mention in read(text).mentions]


def quotes(text: str) -> list[str]:
    """Read a text and give what its mentions quote."""
    return [m.quote for m in read(text).mentions if not m.is_borderline]


def told(text: str) -> list[tuple[str | None, str]]:
    """Read a text and give when its mentions begin and of which kind they are."""
    return [(start(mention), mention.kind) for mention in read(text).mentions if not mention.is_borderline]


def start(mention: Mention) -> str | None:
    """Give when a mention begins, as exactly as it is dated."""
    return bounds(mention.when)[0] if mention.when else None


def amounts(text: str) -> list[tuple[str | None, list[str]]]:
    """Read a text and give when its mentions begin, and the words of their amounts."""
    return [(start(m), [q.text for q in m.quantities]) for m in read(text).mentions if not m.is_borderline]
