"""`Article`: one document as it came, with its text cleaned once and its metadata.

Two papers that print one wire story stay two articles; `text_hash` shows that their texts are the same.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class DateSource(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"  # by the stream, the front matter or the caller
    METADATA = "metadata"  # of the page or file
    TEXT = "text"  # inferred from the words
    PERSON = "person"  # set by the user
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A text with metadata. Offsets anywhere count Unicode code points in `text`.

    `id` is unique in a library and lasts; `name` is what people and outputs call it. `published` is EDTF;
    `published_why` says in words where it was found. `pages` are the offsets at which pages begin, where the
    document has pages. `warnings` say what of the document could not be read. `origin` is the absolute path
    it came from, "" for pasted text.
    """

    id: str
    name: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: str | None = None
    published_source: DateSource = DateSource.UNKNOWN
    published_why: str = ""
    media_type: str = "text/plain"
    origin: str = ""
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """Give the SHA-256 of the text, in hexadecimal."""
        return text_hash(self.text)

    def page_of(self, offset: int) -> int | None:
        """Give the page, counted from 1, on which an offset lies; None without pages."""
        return sum(start <= offset for start in self.pages) or None

    def line_of(self, offset: int) -> int:
        """Give the line, counted from 1, on which an offset lies."""
        return self.text.count("\n", 0, offset) + 1


def text_hash(text: str) -> str:
    """Hash a text; lone surrogates, which some decoders leave behind, are hashed as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
