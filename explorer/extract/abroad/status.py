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
    if is_planned(text, span, when, published, code) or (kind == "target" and not _is_past(when, published)):
        return Status.PLANNED
    return Status.HAPPENED


def is_planned(text: str, span: Span, when: When | None, published: When | None, code: str) -> bool:
    """Tell whether a clause speaks of what is to come: by plans, or a future its date does not belie."""
    if _says("planned", text, span, code):
        return True
    if _is_past(when, published) and not _says("announced", text, span, code):
        return False
    return _says("ahead", text, span, code)


def _is_past(when: When | None, published: When | None) -> bool:
    return when is not None and published is not None and when.hi_s <= published.lo_s


def _says(name: str, text: str, span: Span, code: str) -> bool:
    pattern = _pattern(name, code)
    return pattern is not None and bool(pattern.search(text, span.start, span.end))


@cache
def _pattern(name: str, code: str) -> re.Pattern[str] | None:
    words = tongue(code)
    return any_of(words.patterns("status", name), is_spaced=words.is_spaced)
