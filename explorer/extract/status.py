"""Whether what a clause tells took place: happened, planned, alleged or denied, by its words and its date."""

import re
from functools import cache

from explorer.extract import subjects
from explorer.extract.lexicon import table
from explorer.model.mention import Span, Status
from explorer.model.when import When


@cache
def _any_of(name: str) -> re.Pattern[str]:
    value = table("status.toml")[name]
    patterns = value if isinstance(value, list) else [value]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def is_planned_by_words(text: str, span: Span) -> bool:
    """Tell whether a clause speaks of what is to come."""
    return bool(_any_of("planned").search(text, span.start, span.end))


def of(
    text: str,
    span: Span,
    sentence: Span,
    when: When | None,
    published: When | None,
    kind: str,
    trigger: Span | None = None,
) -> Status:
    """Judge a clause; the sentence around it is asked for who says so."""
    if _any_of("denied").search(text, span.start, span.end) and not _any_of("not_denied").search(
        text, span.start, span.end
    ):
        return Status.DENIED
    if _is_alleged(text, span, sentence, kind, trigger):
        return Status.ALLEGED
    if _is_ahead(when, published):
        return Status.PLANNED
    if span.start > sentence.start and subjects.is_base(text[span.start : span.end]):
        span = Span(sentence.start, span.end)  # "would buy … and discontinue …": the auxiliary stands before
    if kind == "target" and (
        when is None or published is None or when.hi_s > published.lo_s or _future(text, span)
    ):
        return Status.PLANNED
    if _future(text, span) and not _is_long_past(text, span, when, published):
        return Status.PLANNED
    return Status.HAPPENED


def _is_alleged(text: str, span: Span, sentence: Span, kind: str, trigger: Span | None) -> bool:
    words = _any_of("hearsay" if kind == "legal" else "alleged")
    match = words.search(text, span.start, span.end)
    if match and (trigger is None or match.start() <= trigger.end):
        return kind not in ("milestone", "finance") or match.group().lower() != "reportedly"
    if kind == "legal":
        return False
    lead = _any_of("alleged").search(text, sentence.start, min(span.start + 1, sentence.end))
    return lead is not None and span.start - lead.end() < 12


def _future(text: str, span: Span) -> bool:
    return bool(_any_of("future").search(text, span.start, span.end))


def _is_ahead(when: When | None, published: When | None) -> bool:
    return when is not None and published is not None and when.lo_s >= published.hi_s and not when.is_open_start


def _is_long_past(text: str, span: Span, when: When | None, published: When | None) -> bool:
    """Tell whether a future was spoken of in a past clause that also tells what was done."""
    return bool(_any_of("done").search(text, span.start, span.end)) and not re.search(
        r"\b(?:said|says|announced|told)\b", text[span.start : span.end]
    )
