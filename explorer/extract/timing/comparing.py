"""Figures with which others are compared: "profit rose to $40 million from $31 million a year earlier".

It tells what is compared with what, and of which time each is. It must not know parties or titles.
"""

import re

from explorer.dates.timex import Expression
from explorer.extract.records import inside
from explorer.extract.timing.anatomy import Anatomy
from explorer.extract.timing.usable import Dated, contrast, has_own_value, pattern
from explorer.model import edtf
from explorer.model.mention import Span
from explorer.model.when import Certainty

_CLAUSE = re.compile(r";|,\s(?:and|but|while|which)\s|\sand that\s")
_ON = re.compile(r",?\s+(?:and\s+(?:to\s+)?|to\s+|or\s+)(?=\S)")


class Comparisons:
    """What is compared in one sentence."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy, self.found, self.sentence = anatomy, anatomy.found, anatomy.sentence
        self.parts, self.dated, self.owner = anatomy.parts, anatomy.dated, anatomy.owner

    def contrast(self, dated: Dated, span: Span) -> Span | None:
        """Give the stretch of a comparison that has its own number: "up from $2.09 in Q4 2018"."""
        before = self.found.text[span.start : dated.span.start]
        match = contrast(before)
        if match is None or not has_own_value(self.found, span.start + match.end(), dated.expression):
            return None
        if _CLAUSE.search(before, match.end()):
            return None  # "narrowed from 48 million, and it expects a profit in 2024"
        last = max((d.span.end for d in self.dated if d.span.end <= dated.span.start), default=0)
        if last > span.start + match.end():  # "from 36 million in 2019 to 48 million in 2022"
            return self._behind(last, dated, span)
        marks = len(match.group()) - len(match.group().lstrip(", "))
        return Span(span.start + match.start() + marks, max(dated.span.end, span.start + match.end()))

    def _behind(self, last: int, dated: Dated, span: Span) -> Span | None:
        """Give the stretch of a date behind the one that is compared with: "… and to 48 million in 2022"."""
        joint = _ON.match(self.found.text, last, dated.span.start)
        if joint:
            return Span(joint.end(), dated.span.end)
        comma = self.found.text.find(", ", last, dated.span.start)
        return Span(comma + 2, span.end) if comma >= 0 else None

    def within(self, index: int, span: Span) -> tuple[Span, ...]:
        """Give the comparisons within a stretch that are events of their own: their amounts are not its."""
        others = [(self.dated[i], self.parts[self.owner[i]].span) for i in self.anatomy.beside(index)]
        contrasts = (self.contrast(other, part) for other, part in others if other.span.start > span.start)
        return tuple(c for c in contrasts if c is not None and span.start < c.start < span.end)

    def is_figure(self, dated: Dated, span: Span) -> bool:
        """Tell whether a stretch is one that is compared with: "from $2.09 in Q4 2018"."""
        start = max(self.sentence.start, span.start - 2)
        match = pattern("contrast").match(self.found.text, start, dated.span.start) or pattern(
            "contrast"
        ).match(self.found.text, span.start - 1, dated.span.start)
        return match is not None and match.end() > span.start

    def is_measured_alike(self, one: Span, other: Span) -> bool:
        """Tell whether a stretch holds an amount of the unit that the first of another has, if it has any."""
        mine, its = inside(self.found.quantities, one), inside(self.found.quantities, other)
        return bool(its) and any(quantity.unit == its[0].unit or not its[0].unit for quantity in mine)

    def told_before(self, index: int) -> Expression | None:
        """Give the time told before a date that it counts from.

        For one that counts from none, the one before it in its sentence, else a period after it that was told
        last: what is told of a day is of another time than a figure.
        """
        dated = self.dated[index]
        told = [one for one in inside(self.found.expressions, Span(0, dated.span.start)) if one.when]
        if dated.expression.anchor is not None:
            asked = edtf.bounds(edtf.parse(dated.expression.anchor))
            return next((one for one in reversed(told) if one.when and edtf.bounds(one.when) == asked), None)
        if index > 0:
            return self.dated[index - 1].expression
        told = [one for one in told if one.span.end <= self.sentence.start]  # what it refuses is no time of its
        last = told[-1] if told else None
        if last is None or last.when is None or last.when.certainty is Certainty.DAY:
            return None
        return last if last.when.lo_s >= dated.when.hi_s else None

    def said_on(self, index: int) -> Expression | None:
        """Give the day on which a figure was told, by the saying behind it."""
        at = self.owner[index]
        behind = (
            i for i in range(len(self.dated)) if self.owner[i] > at and self.anatomy.trails(self.owner[i])
        )
        return next((self.dated[i].expression for i in behind), None)
