"""Chronicles: lines that are nothing but a date, entries that begin with theirs, and what stands under them.

It must not know clauses or parties.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from explorer.dates.timex import Expression
from explorer.extract.kind import kinds
from explorer.extract.records import Candidate, Found, inside
from explorer.model.mention import Span

_RULES = " \n#*=_:.–—-"  # what headings are written with
_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s")  # of a station of a chronicle
_ENTRY = re.compile(r"[ \t]*(?:[:–—]|--?)\s+(?=\S)")  # between the date of an entry and what it tells
_FEWEST_HEADINGS = 2  # one line with a date may as well date the article
_FEWEST_ENTRIES = 3


def headings(text: str, sentences: Sequence[Span], expressions: Sequence[Expression]) -> dict[Span, Expression]:
    """Give the lines that are nothing but a date, if there are several: the headings of a chronicle."""
    lines = {}
    for expression in expressions:
        at = _sentence_at(sentences, expression)
        if at < 0 or expression.when is None or expression.span.end > sentences[at].end:
            continue
        sentence, span = sentences[at], expression.span
        if _is_bare(text, sentence.start, span.start) and not text[span.end : sentence.end].strip(_RULES):
            lines[sentence] = expression
    return lines if len(lines) >= _FEWEST_HEADINGS else {}


def entries(text: str, sentences: Sequence[Span], expressions: Sequence[Expression]) -> dict[Span, Expression]:
    """Give the sentences with which, and with their date, a paragraph begins, if there are several.

    "12 May: The mill opens."
    """
    heads = {}
    for expression in expressions:
        at = _sentence_at(sentences, expression)
        if at < 0 or expression.when is None or sentences[at] in heads:
            continue
        sentence, span = sentences[at], expression.span
        if not _ENTRY.match(text, span.end, sentence.end) or not _is_bare(text, sentence.start, span.start):
            continue  # nearly all dates
        before = text[max(0, text.rfind("\n", 0, sentence.start)) : sentence.start]
        if sentence.start == 0 or before.rstrip(" \t") == "\n":
            heads[sentence] = expression
    return heads if len(heads) >= _FEWEST_ENTRIES else {}


def _sentence_at(sentences: Sequence[Span], expression: Expression) -> int:
    """Give the number of the sentence in which an expression begins, -1 before the first."""
    behind = (expression.span.start + 1,)  # a span is a tuple that begins with its start
    return bisect_left(sentences, behind) - 1


def _is_bare(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but marks or a number stands between two places."""
    number = _NUMBER.match(text, start, end)
    return not text[number.end() if number else start : end].strip(_RULES)


def goes_beyond(told: Sequence[Candidate], over: Expression) -> bool:
    """Tell whether a sentence tells what came after the time of the heading above it, and leaves it."""
    end = over.when.hi_s if over.when is not None else 0
    return any(one.when is not None and one.when.lo_s >= end for one in told)


def headed(found: Found, sentence: Span, over: Expression) -> list[Candidate]:
    """Date a sentence without a date by the heading above it: the first below it, and others that tell much."""
    between = found.text[over.span.end : sentence.start]
    is_first = not between.strip(_RULES)
    strong = [t for t in inside(found.triggers, sentence) if t.weight >= kinds.STRONG]
    if over.when is None or "\n\n" in between.strip() or not (is_first or strong):
        return []
    why = f"under the heading “{over.text}”"
    return [Candidate(sentence, sentence, over, over.when, is_inherited=True, why=(why,), date_span=over.span)]
