"""Which date expressions of a sentence can date something, and why the others cannot.

It must not know how a date reaches its clause.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from explorer.dates.timex import Expression, TimexType
from explorer.extract import clauses
from explorer.extract.lexicon import table
from explorer.extract.records import Found, Unused, inside
from explorer.model import edtf
from explorer.model.mention import Span
from explorer.model.when import When


@dataclass(slots=True)
class Dated:
    """An expression that can date, with what it means and the words around it."""

    expression: Expression
    when: When
    span: Span


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give a pattern of `clauses.toml`."""
    return re.compile(str(table("clauses.toml")[name]), re.IGNORECASE)


_LAST = 120  # characters before a date in which a pattern for them begins


class Lead(NamedTuple):
    """A pattern for the words right before a date.

    It is tried only where they end with one of a few words, and hold one of others.
    """

    pattern: re.Pattern[str]
    ends: tuple[str, ...]
    needs: tuple[str, ...]

    def leads(self, before: str) -> bool:
        """Tell whether it matches the words before a date."""
        last = _end(before)
        if not last.endswith(self.ends) or not any(map(last.__contains__, self.needs)):
            return False
        return self.pattern.search(before, max(0, len(before) - _LAST)) is not None


@lru_cache(maxsize=2)  # each pattern in turn asks it of the words before a date
def _end(before: str) -> str:
    """Give the last words before a date, in small letters."""
    return before[-_LAST:].rstrip().lower()


@cache
def lead(name: str) -> Lead:
    """Give the pattern of words before a date of a name in `clauses.toml`."""
    ends, needs = table("clauses.toml")["ends"], table("clauses.toml")["needs"]
    assert isinstance(ends, dict)
    assert isinstance(needs, dict)
    return Lead(pattern(name), tuple(str(ends[name]).split()), tuple(str(needs[name]).split()))


_ARTICLE, _NOUN = re.compile(r"\b(?:an?|the|its|their)\s$"), re.compile(r"\s[a-z]{3,}")
_BE = re.compile(r"\s+(?:was|were|had)\b")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_PERIOD_END = "the end of the period told beside it"


def usable(found: Found, sentence: Span) -> tuple[list[Dated], list[Unused]]:
    """Sort the expressions of a sentence into those that can date and those that cannot, with the reason."""
    dated: list[Dated] = []
    unused: list[Unused] = []
    for expression in inside(found.expressions, sentence):
        why = _refusal(found, sentence, expression)
        if why:
            unused.append(Unused(expression.span, expression.text, why))
            if why == _PERIOD_END and dated:
                dated[-1] = replace(dated[-1], span=Span(dated[-1].span.start, expression.span.end))
            continue
        if expression.interval is not None and expression.interval_span is not None:
            if dated and dated[-1].span == expression.interval_span:
                continue
            dated.append(Dated(expression, expression.interval, expression.interval_span))
        elif expression.when is not None:
            dated.append(Dated(expression, _closed(expression.when), expression.span))
    return _joined(found.text, _without_papers(found, sentence, dated, unused)), unused


def _without_papers(found: Found, sentence: Span, dated: list[Dated], unused: list[Unused]) -> list[Dated]:
    """Leave out dates that only say which order or law is meant, where the sentence has others."""
    papers = [one for one in dated if _is_of_paper(found.text[sentence.start : one.span.start])]
    if len(papers) == len(dated):
        return dated
    unused += (Unused(one.span, one.expression.text, "which paper is meant") for one in papers)
    return [one for one in dated if one not in papers]


def _is_of_paper(before: str) -> bool:
    """Tell whether the words before a date make it say which paper is meant, or when a source appeared."""
    return lead("paper").leads(before) or bool(before[:1] in "Aa" and pattern("source").fullmatch(before))


def _closed(when: When) -> When:
    """Give the end of "until X", by which such a date is placed."""
    if when.is_open_start and when.modifier is None and when.edtf.startswith("../"):
        return edtf.parse(when.edtf[3:])
    return when


def _joined(text: str, dated: list[Dated]) -> list[Dated]:
    """Join neighbours that follow each other in time: "in the first and second quarters"."""
    joined: list[Dated] = []
    for item in dated:
        last = joined[-1] if joined else None
        is_next = (
            last is not None and last.when.hi_s == item.when.lo_s and "/" not in last.when.edtf + item.when.edtf
        )
        if last is not None and is_next and _AND.fullmatch(text, last.span.end, item.span.start):
            when = edtf.interval(last.when, item.when)
            joined[-1] = Dated(last.expression, when, Span(last.span.start, item.span.end))
        else:
            joined.append(item)
    return joined


def _refusal(found: Found, sentence: Span, expression: Expression) -> str:
    if expression.type is TimexType.SET:
        return "a repeated time"
    if expression.when is None and expression.interval is None:
        return "it names no date of its own"
    if expression.text.endswith(("earlier", "later")) and _THAN.match(found.text, expression.span.end):
        return "only compared with"  # "a year earlier than planned"
    if expression.value == "PRESENT_REF" and not _measured(found, sentence, expression):
        return "a word for the present, without a measured value"
    before = found.text[sentence.start : expression.span.start]
    if _CLOSE.match(found.text, expression.span.end):
        return "only compared with"  # "a premium of 27 percent to Thursday's close"
    if _is_former(found, sentence, expression, before):
        return "only compared with"  # "put off to 2026 from 2025"
    if lead("period_end").leads(before) and _period_before(found, sentence, expression) is not None:
        return _PERIOD_END
    if lead("made").leads(before) and pattern("recalled").search(found.text):
        return "when what is called back was made"
    if _is_count(found, sentence, expression, before) or pattern("multiple").search(before):
        return "only compared with"
    if lead("last_time").leads(before) or _is_measure_of_change(found, expression, before):
        return "only compared with"
    if lead("comparison").leads(before):
        is_subject = _BE.match(found.text, expression.span.end) or (
            _ARTICLE.search(before) and _NOUN.match(found.text, expression.span.end)
        )  # "against a 2014 order"
        told = contrast(before)
        has_value = told and has_own_value(found, sentence.start + told.end(), expression)
        if not is_subject and not has_value:
            return "only compared with"
    return ""


_CLOSE = re.compile(r"['’]s\s(?:clos(?:e|ing)\b|(?:share|stock)\s(?:close|price))")
_PUT_OFF = re.compile(r"\b(?:push|delay|postpone|move|defer|put|reschedul|bring|brought|advance)\w*\b.*\bto\s")


def _is_former(found: Found, sentence: Span, expression: Expression, before: str) -> bool:
    """Tell whether a date is the one that was given up: "put off to 2026 from 2025"."""
    if not before.endswith(" from ") or not _PUT_OFF.search(before):
        return False
    end = expression.span.start - len(" from ")
    return any(other.span.end == end for other in inside(found.expressions, sentence))


_THAN = re.compile(r"\s+than\b")
_THIS = re.compile(r"(?:so far )?(?:this|last) (?:year|month|week|quarter|season)")


def _is_count(found: Found, sentence: Span, expression: Expression, before: str) -> bool:
    """Tell whether a date only says among what is counted: "on Friday, the third failure this year"."""
    is_period = _THIS.fullmatch(expression.text.lower()) is not None
    has_other = is_period and len(inside(found.expressions, sentence)) > 1
    return has_other and pattern("counted").search(before) is not None


_MORE_THAN = re.compile(r"(?:more|less|fewer|higher|lower) than\b", re.IGNORECASE)
_BESIDE_FIGURE, _NEAR = 3, 40  # characters before a date in which a figure ends, and lies


def _is_measure_of_change(found: Found, expression: Expression, before: str) -> bool:
    """Tell whether a date is what a change counts from: "9 percent more than a year ago", "up 9 from May"."""
    start = expression.span.start
    if _MORE_THAN.match(expression.text):
        near = Span(max(0, start - _NEAR), start)
        return any(q.span.end >= start - _BESIDE_FIGURE for q in inside(found.quantities, near))
    return expression.interval is None and lead("change").leads(before)


def _period_before(found: Found, sentence: Span, expression: Expression) -> Expression | None:
    """Give the dated expression before another: the quarter that "ended" it."""
    earlier = [e for e in inside(found.expressions, sentence) if e.span.end <= expression.span.start]
    return earlier[-1] if earlier and earlier[-1].when is not None else None


_BESIDE = 4  # characters between "current" and its number


def _measured(found: Found, sentence: Span, expression: Expression) -> bool:
    if expression.text.lower() == "current":  # "the current 110 million users", not "the current chief"
        end = expression.span.end
        return any(end <= q.span.start <= end + _BESIDE for q in inside(found.quantities, sentence))
    parts = clauses.segments(found.text, sentence, (), [q.span for q in inside(found.quantities, sentence)])
    own = next((p.span for p in parts if p.span.start <= expression.span.start < p.span.end), sentence)
    return any(quantity.unit for quantity in inside(found.quantities, own))


def contrast(before: str) -> re.Match[str] | None:
    """Give the last words before a date that compare: "from", "compared with"."""
    return next(reversed(list(pattern("contrast").finditer(before))), None)


def has_own_value(found: Found, start: int, expression: Expression) -> bool:
    """Tell whether what is compared with has its own number: "from $233 million a year earlier".

    `start` is the offset behind the words that compare.
    """
    return bool(inside(found.quantities, Span(start, expression.span.start)))
