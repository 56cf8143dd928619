"""Whether what a clause tells took place: by its words, where the language's are known, and by its date."""

from functools import cache

from explorer.extract.abroad.pattern import Finder
from explorer.extract.abroad.words import tongue
from explorer.model.mention import Span, Status
from explorer.model.when import When

Said = frozenset[str]  # which lists of the language's [status] have a word in a clause


def said(text: str, span: Span, code: str) -> Said:
    """Find what the words of a clause say of its status, once for all that ask."""
    return _finder(code).values(text, span)


def of(words: Said, when: When | None, published: When | None, kind: str) -> Status:
    """Judge a clause."""
    if "denied" in words and "not_denied" not in words:
        return Status.DENIED
    if "alleged" in words and "not_alleged" not in words:
        return Status.ALLEGED
    if when is not None and published is not None and when.lo_s >= published.hi_s and not when.is_open_start:
        return Status.PLANNED
    if is_planned(words, when, published) or (kind == "target" and not _is_past(when, published)):
        return Status.PLANNED
    return Status.HAPPENED


def is_planned(words: Said, when: When | None, published: When | None) -> bool:
    """Tell whether a clause speaks of what is to come: by plans, or a future its date does not belie."""
    if "planned" in words:
        return True
    if _is_past(when, published) and "announced" not in words:
        return False
    return "ahead" in words


def _is_past(when: When | None, published: When | None) -> bool:
    return when is not None and published is not None and when.hi_s <= published.lo_s


@cache
def _finder(code: str) -> Finder[str]:
    words = tongue(code)
    listed = ((pattern, name) for name, patterns in words.section("status").items() for pattern in patterns)
    return Finder(listed, is_spaced=words.is_spaced)
