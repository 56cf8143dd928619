"""Plain text and Markdown: the text stays as given, front matter is taken off and used."""

import re

from explorer.reading import encoding, metadata
from explorer.reading.document import Document, Harvest, alone, keyed
from explorer.text.clean import clean

_FENCE = "---"
_LINE = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?$")
_MOST_LINES = 100


def read(data: bytes, media_type: str, declared: str | None = None) -> Harvest:
    """Read a text file."""
    decoded = encoding.decode(data, declared)
    return alone(document(decoded.text, media_type, decoded.warnings))


def document(raw: str, media_type: str = "text/plain", warnings: tuple[str, ...] = ()) -> Document:
    """Make a document of a text, with the metadata of its front matter."""
    fields, text = front_matter(clean(raw))
    return Document(text, metadata.given(keyed(fields), "the front matter"), media_type, warnings=warnings)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split a cleaned text into the fields of its front matter and the rest; no fields where it has none.

    The block stands between two lines `---` and holds `key: value` lines; anything else makes it text.
    """
    if not text.startswith(_FENCE + "\n"):
        return {}, text
    fields: dict[str, str] = {}
    at = len(_FENCE) + 1
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        at = end + 1 if end >= 0 else len(text)
        if line.rstrip() in (_FENCE, "..."):
            return (fields, text[at:]) if fields else ({}, text)
        if not _take(line, fields) or at >= len(text):
            break
    return {}, text


def _take(line: str, fields: dict[str, str]) -> bool:
    """Take a line of front matter in; False for one that cannot belong to it."""
    if not line.strip() or line[0] in "# \t-":  # comments, and the nested lines of YAML
        return True
    match = _LINE.match(line.rstrip())
    if match is None:
        return False
    value = (match["value"] or "").strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    fields.setdefault(match["key"].lower(), value)
    return True
