"""How these tests read a text."""

from typing import Any

from explorer.extract import Extraction, read_article
from explorer.model.article import DateSource
from tests.builders import article


def read(text: str, published: str | None = "2014-03-20", **fields: Any) -> Extraction:
    """Read a text as an English article of a given day."""
    source = DateSource.GIVEN if published else DateSource.UNKNOWN
    fields.setdefault("language", "en")
    return read_article(article(text=text, published=published, published_source=source, **fields))


def titles(text: str) -> list[str]:
    """Read a text and give the titles of its mentions."""
    return [mention.title for mention in read(text).mentions]
