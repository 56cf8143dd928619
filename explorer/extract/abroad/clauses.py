"""Sentences of other languages cut into candidates: one for each date that stands in a clause of its own.

A sentence with several dates is cut between them, at a semicolon, at a comma with a word that joins clauses, at
such a word alone, or at a comma; dates that nothing parts share the first one's clause.
"""

import re
from functools import cache

from explorer.dates.timex import Expression, TimexType
from explorer.extract.abroad.pattern import any_of
from explorer.extract.abroad.words import tongue
from explorer.extract.records import Candidate, Found, Unused, inside
from explorer.model import edtf
from explorer.model.mention import Role, Span
from explorer.model.when import When

_MARKS = (r"[;；]", r"[,，]\s*(?:{joins})", r"{joins}|\s[–—]\s", r"[,，、]")
_FEWEST = 8  # letters between a cut and the dates around it, in spaced writing
_FEWEST_WIDE = 3


def candidates(found: Found, sentence: Span, code: str) -> tuple[list[Candidate], list[Unused]]:
    """Give what a sentence may tell of, each with its date; and the expressions that date nothing."""
    dated: list[tuple[Span, When, Expression]] = []
    unused: list[Unused] = []
    for expression in inside(found.expressions, sentence):
        span = expression.interval_span or expression.span
        when = expression.interval or expression.when
        if why := _refusal(found, sentence, expression, when):
            unused.append(Unused(expression.span, expression.text, why))
        elif when is not None and not (dated and dated[-1][0] == span):
            dated.append((span, _closed(when), expression))
    for one in [one for one in dated if len(dated) > 1 and _is_compared(found, one[0], code)]:
        unused.append(Unused(one[2].span, one[2].text, "a time that is only compared with"))
        dated.remove(one)
    spans = _cut(found, sentence, [span for span, _, _ in dated], code)
    made: list[Candidate] = []
    for (date, when, expression), span in zip(dated, spans, strict=True):
        if made and made[-1].span == span:
            unused.append(Unused(date, expression.text, "it shares its clause with another date"))
            continue
        made.append(Candidate(span, sentence, expression, when, _role(found, span, date, code), date_span=date))
    return made, unused


def _refusal(found: Found, sentence: Span, expression: Expression, when: When | None) -> str:
    if expression.type is TimexType.SET:
        return "a repeated time"
    if when is None:
        return "it names no date of its own"
    if expression.value == "PRESENT_REF" and not any(q.unit for q in inside(found.quantities, sentence)):
        return "a word for the present, without a measured value"
    return ""


def _is_compared(found: Found, date: Span, code: str) -> bool:
    """Tell whether a date only says what something is measured against: "ein Prozent weniger als 2018"."""
    pattern = _comparing(code)
    return pattern is not None and bool(pattern.search(found.text[max(0, date.start - 20) : date.start]))


@cache
def _comparing(code: str) -> re.Pattern[str] | None:
    words = tongue(code)
    before = any_of(words.patterns("clauses", "compared"), is_spaced=words.is_spaced)
    return re.compile(rf"(?:{before.pattern})\s*$", re.IGNORECASE) if before is not None else None


def _closed(when: When) -> When:
    """Give the end of "until X", by which such a date is placed."""
    return edtf.parse(when.edtf[3:]) if when.edtf.startswith("../") and when.modifier is None else when


def _role(found: Found, span: Span, date: Span, code: str) -> Role:
    words = tongue(code)
    before = any_of(words.patterns("clauses", "deadline"), is_spaced=words.is_spaced)
    head = found.text[max(span.start, date.start - 20) : date.start]
    return Role.DEADLINE if before and re.search(rf"(?:{before.pattern})\s*$", head, re.I) else Role.HAPPENED


def _cut(found: Found, sentence: Span, dates: list[Span], code: str) -> list[Span]:
    """Give the clause of each date."""
    spans: list[Span] = []
    start, first = sentence.start, 0
    for index in range(1, len(dates)):
        cut = _place(found, sentence, dates[index - 1].end, dates[index].start, code)
        if cut is not None:
            spans += [Span(start, cut)] * (index - first)
            start, first = cut, index
    return spans + [Span(start, sentence.end)] * (len(dates) - first)


def _place(found: Found, sentence: Span, low: int, high: int, code: str) -> int | None:
    """Give where to cut between two dates, None where nothing parts them."""
    between = found.text[low:high]
    fewest = _FEWEST if tongue(code).is_spaced else _FEWEST_WIDE
    if len(between.strip(" ,;，；、")) < fewest:
        return None
    held = [q.span for q in inside(found.quantities, sentence)] + [
        h.span for h in inside(found.names, sentence)
    ]
    for pattern in _marks(code):
        for match in pattern.finditer(between):
            at = low + match.start()
            if not any(span.start < at < span.end for span in held):
                return at
    return None


@cache
def _marks(code: str) -> tuple[re.Pattern[str], ...]:
    words = tongue(code)
    joins = any_of(words.patterns("clauses", "joins"), is_spaced=words.is_spaced)
    joined = f"(?:{joins.pattern})" if joins is not None else "(?!)"
    return tuple(re.compile(mark.format(joins=joined), re.IGNORECASE) for mark in _MARKS)
