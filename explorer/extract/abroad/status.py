"""Whether what a clause tells took place: by its words, where the language's are known, and by its date."""

import re
from functools import cache

from explorer.extract.abroad.pattern import any_of
from explorer.extract.abroad.words import tongue
from explorer.model.mention import Span, Status
from explorer.model.when import When


def of(text: str, span: Span, when: When | None, published: When | None, kind: str, code: str) -> Status:
    """Judge a clause."""
    if _says("denied", text, span, code) and not _says("not_denied", text, span, code):
        return Status.DENIED
    if _says("alleged", text, span, code) and not _says("not_alleged", text, span, code):
        return Status.ALLEGED
    if when is not None and published is not None and when.lo_s >= published.hi_s and not when.is_open_start:
        return Status.PLANNED
    is_past = when is not None and published is not None and when.hi_s <= published.lo_s
    if is_planned(text, span, code) or (kind == "target" and not is_past):
        return Status.PLANNED
    return Status.HAPPENED


def is_planned(text: str, span: Span, code: str) -> bool:
    """Tell whether a clause speaks of what is to come."""
    return _says("planned", text, span, code)


def _says(name: str, text: str, span: Span, code: str) -> bool:
    pattern = _pattern(name, code)
    return pattern is not None and bool(pattern.search(text, span.start, span.end))


@cache
def _pattern(name: str, code: str) -> re.Pattern[str] | None:
    words = tongue(code)
    return any_of(words.patterns("status", name), is_spaced=words.is_spaced)
