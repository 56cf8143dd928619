"""The place that an English article gives before its first words: "LAGOS, June 14 (Reuters) - "."""

import re

from explorer.extract.place import countries

_DATELINE = re.compile(
    r"(?m)^\s*(?P<place>[A-Z][A-Z.’' -]{2,24}?)(?:,\s?(?P<rest>[^\n(]{0,40}?))?\s"
    r"(?:\([^)\n]{2,30}\)\s)?[-–—]+\s"
)
_HEAD = 1_500  # characters in which a dateline is looked for


def code(text: str) -> str | None:
    """Give the country of the dateline of a text, nothing without one."""
    dateline = _DATELINE.search(text, 0, _HEAD)
    return countries.code_of_dateline(dateline["place"].strip(), dateline["rest"] or "") if dateline else None
