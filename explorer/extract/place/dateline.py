"""The publication date that a text in another language than English gives: its line, its words, its dateline.

Dates are found by the grammar of the language; only the words before them and the shape of the line are told
here. `published` asks for it.
"""

import re

from explorer import resources
from explorer.dates import find
from explorer.dates.timex import Expression
from explorer.model.mention import Span
from explorer.model.when import Precision

HEAD = 1_200  # characters in which a text says when it was published
_PLACE = re.compile(r"[^\W\d_a-zà-ÿа-я][\w.'’-]*(?: [\w.'’-]+){0,3}(?: \([^)\n]{2,30}\))?,\s*(?:\w{2,3}\s+)?")
_AFTER_PLACE = re.compile(r"\s*(?:\([^)\n]{2,40}\)\s*)?[.:–—-]")
_AFTER_LINE = re.compile(r"[\s,.|·•–-]*(?:\w{1,3}\s+)?(?:\d{1,2}[:.h]\d\d\s?\w{0,4})?[\s.|]*")


def stated(text: str, language: str) -> tuple[str, str, Span] | None:
    """Give the date as EDTF, in words where it stands, and the place of the words."""
    for one in find(text[:HEAD], language=language):
        if one.when is None or one.anchor is not None or one.when.precision.rank > Precision.DAY.rank:
            continue
        if one.when.is_interval or not re.search(r"\d{4}", one.text):
            continue
        where = _where(text, one, language)
        if where is not None:
            return one.when.edtf, f"from {where} “{one.text}”", one.span
    return None


def _where(text: str, one: Expression, language: str) -> str | None:
    begin = text.rfind("\n", 0, one.span.start) + 1
    end = text.find("\n", one.span.end)
    before, after = text[begin : one.span.start], text[one.span.end : len(text) if end < 0 else end]
    if not before.strip() and _AFTER_LINE.fullmatch(after):
        return "the line"
    lead = " ".join(before.lower().split()).rstrip(": |").rsplit("|", 1)[-1].strip()
    words = resources.toml("extract/publication.toml")["before"].get(language, ())
    if any(lead == word or re.fullmatch(rf"{re.escape(word)}:? \w{{1,3}}", lead) for word in words):
        return f"“{before.strip()}”"
    if _PLACE.fullmatch(before) and _AFTER_PLACE.match(after):
        return "the dateline"
    return None
