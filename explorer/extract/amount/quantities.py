"""Quantities: sums of money, counts, shares and multiples, with their bounds and the unit that is meant.

It must not know dates (their places are handed in, so that "2019" is no count) or kinds of events. The two
ends of a range are two quantities that both carry `low` and `high`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from explorer.extract.amount import bounds, counted, meant, numbers, parts, prices, ranges, tables
from explorer.extract.amount.currencies import Currencies, Sign, negative_start, sign_before
from explorer.extract.amount.numbers import Figure
from explorer.extract.amount.ranges import Read
from explorer.model.mention import Quantity, Span

_RATIO = re.compile(
    r"[\s-]?(?:(?P<points>(?:percentage|per\s?cent)[\s-]points?|%[\s-]points?)"
    r"|(?P<percent>%|％|per[\s-]?cent|pct|pc))(?!\w)",
    re.IGNORECASE,
)
_MOST_POINTS = 20  # more are those of an index
_ONE_IN = re.compile(r"\b(?:one|two|three|four|nine|\d)\s(?:in|out\sof)\s(?:every\s)?$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?:^|[\s(“\"])(?P<word>[A-Za-z&]+)\.?[\s-]$")
_SIGN_BEHIND = re.compile(r"\s?(?:(?P<sign>€|₽|₴|₸|zł)(?!\d)|(?P<wide>[\u3040-\u30ff\u4e00-\u9fff]+))")
_NO_NAME = 1e5  # no model bears such a number: "R1 200 000"
_LONGEST_WIDE = 3  # characters of a currency's name
_TOUCHING = frozenset("_.#№§@$€£¥₹")
_CONVERTS = re.compile(r"\s*(?:[(;]|,\s(?=or\s))\s?(?:or |about |around |roughly |some |approximately |US)*\s*")


class _Unit(NamedTuple):
    """The unit of a number, "" for none told; where it ends, and what the value is multiplied by."""

    unit: str
    end: int
    factor: float = 1.0


def find(text: str, sentences: Sequence[Span], blocked: Sequence[Span] = ()) -> list[Quantity]:
    """Find the quantities of a text; nothing is taken from the `blocked` spans (dates)."""
    found: list[Quantity] = []
    reader = _Reader(text, blocked)
    for sentence in sentences:
        told = reader.sentence(sentence)
        if told:
            found.extend(meant.beside(text, sentence, told, found))
    return meant.of_text(found)


@cache
def _openers() -> tuple[str, ...]:
    """Give the words that begin a quantity; one that begins with another of them is found by that."""
    words = {*numbers.openers(), *parts.openers()}
    return tuple(word for word in words if not any(word[:length] in words for length in range(3, len(word))))


class _Reader:
    """Reads the sentences of one text."""

    def __init__(self, text: str, blocked: Sequence[Span]) -> None:
        self._text = text
        self._money = Currencies(text)
        self._blocked, self._ends = _merged(blocked)
        self._tables = tables.find(text)
        self._openings = numbers.openings(text, _openers())

    def sentence(self, sentence: Span) -> list[Quantity]:
        """Read the quantities of a sentence, with what neighbours share."""
        found: list[Read] = []
        at = sentence.start
        first = bisect_left(self._openings, sentence.start)
        for start in self._openings[first : bisect_left(self._openings, sentence.end)]:
            if start < at or self._is_blocked(start, start + 1):
                continue
            read = None if self._text[start].isdigit() else self._part(sentence, start, found)
            if read is None and (figure := numbers.read(self._text, start, sentence.end)):
                at = figure.end
                read = None if self._is_blocked(start, at) else self._read(sentence, figure, found)
            if read is not None:
                found.append(read)
                at = max(at, read.quantity.span.end)
        return self._meant(sentence, ranges.joined(self._text, found)) if found else []

    def _is_blocked(self, start: int, end: int) -> bool:
        i = bisect_left(self._blocked, end)
        return i > 0 and start < self._ends[i - 1]

    def _part(self, sentence: Span, start: int, before: Sequence[Read]) -> Read | None:
        floor = before[-1].quantity.span.end if before else sentence.start
        part = parts.read(self._text, sentence.start, start, sentence.end)
        if part is None:
            return None
        bound, start = bounds.before(self._text, floor, part.span.start)
        span = Span(start, part.span.end)
        return Read(replace(part, text=self._text[start : span.end], span=span, bound=bound))

    def _read(self, sentence: Span, figure: Figure, before: list[Read]) -> Read | None:
        text = self._text
        floor = before[-1].quantity.span.end if before else sentence.start
        sign = sign_before(text, floor, figure.start)
        if sign and not self._money.is_sign(sign, is_scaled=figure.scale > 1 or figure.value >= _NO_NAME):
            sign = None
        if sign is None and not self._is_free(figure.start, before):
            return None
        start = sign.start if sign else figure.start
        told = self._unit(sentence, figure, sign, before)
        if told is None:
            return None
        minus = negative_start(text, floor, start) if told.unit else None
        value = numbers.scaled(figure.value, -told.factor if minus is not None else told.factor)
        start = start if minus is None else minus
        quantity = Quantity("", value, told.unit, Span(start, told.end))
        told = self._told(sentence, figure, quantity, before[-1].quantity if before else None)
        bound, start = bounds.before(text, floor, start)
        quantity = Quantity(text[start : told.end], value, told.unit, Span(start, told.end), bound)
        return Read(_converted(text, quantity, before), figure.scale)

    def _told(self, sentence: Span, figure: Figure, quantity: Quantity, last: Quantity | None) -> _Unit:
        """Refine a unit by what stands around it: a price of a share, users of a month."""
        unit, end = quantity.unit, quantity.span.end
        if meant.is_money(unit):
            money = _Unit(*prices.unit(self._text, sentence, quantity, is_scaled=figure.scale > 1))
            is_same = last and money.unit == unit and figure.scale == 1 and last.unit.startswith(f"{unit}/")
            is_compared = is_same and meant.is_compared(self._text, quantity.span.start)
            return _Unit(last.unit, money.end) if last and is_compared else money
        if unit == "users":
            return _Unit(meant.users(self._text, sentence, quantity.span), end)
        if unit[:1].isupper() and unit.endswith("s"):
            return _Unit(meant.named(self._text, sentence, quantity), end)
        return _Unit(unit, end)

    def _meant(self, sentence: Span, found: Sequence[Read]) -> list[Quantity]:
        """Give bare numbers the unit that the sentence means by them; small ones that measure nothing go."""
        known: list[Quantity] = []
        for quantity, scale in found:
            if not quantity.unit:
                unit = meant.bare(self._text, sentence, quantity, known, is_scaled=scale > 1)
                if not unit and scale == 1:
                    continue
                quantity = replace(quantity, unit=unit)
            known.append(quantity)
        return known

    def _is_free(self, start: int, before: list[Read]) -> bool:
        """Tell whether a number stands by itself: no part of a name, a time, a telephone number."""
        if start == 0:
            return True
        mark, ahead = self._text[start - 1], self._text[start - 2 : start - 1]
        if mark.isalnum() or mark in _TOUCHING or (mark in ",/:" and ahead.isdigit()):
            return False
        follows = bool(before) and before[-1].quantity.span.end == start - 1
        return mark != "-" or follows or not ahead.isalpha()

    def _unit(self, sentence: Span, figure: Figure, sign: Sign | None, before: Sequence[Read]) -> _Unit | None:
        """Give the unit of a number; None for no quantity."""
        text, end, limit = self._text, figure.end, sentence.end
        if sign:
            return _Unit(self._money.code("before", sign.word), end)
        if ratio := _RATIO.match(text, end, limit):
            return _Unit("percentage points" if ratio["points"] else "%", ratio.end())
        if (times := parts.times(text, sentence, figure)) is not None:
            return _Unit(*times) if times[0] else None
        if self._is_percentage_points(figure, before):
            return _Unit("percentage points", end + len(" points"))
        if in_table := self._of_table(figure):
            return in_table
        words = counted.ahead(text, end, limit)
        is_scaled = figure.scale > 1
        if money := self._money.behind(sentence.start, figure.start, words, figure.value, is_scaled=is_scaled):
            return _Unit(*money)
        if (behind := _SIGN_BEHIND.match(text, end, limit)) and (code := self._behind(behind)):
            return _Unit(*code)
        if not is_scaled and self._is_label(sentence.start, figure):
            return None
        if words and words[0].is_tied and words[0].text[0].isdigit():
            return _Unit("", end)
        if figure.is_year and words and words[0].text[0].isupper():
            return None  # a model's year: "a 2015 Model S"
        if figure.value <= 1 and not figure.digits:
            return _Unit("", end)  # "one share"; "one to two" takes its unit from the next
        noun = counted.read(text, sentence.start, end, words, figure.value, is_bare=figure.is_year)
        if noun.unit is None or (not noun.unit and figure.is_year):
            return None
        return _Unit(noun.unit, noun.end)

    def _is_percentage_points(self, figure: Figure, before: Sequence[Read]) -> bool:
        """Tell points of a share from those of an index: "81 percent, up 1.2 points"."""
        if not self._text.startswith(" points", figure.end) or figure.value > _MOST_POINTS or not before:
            return False
        last = before[-1].quantity
        return last.unit == "%" and " or " not in self._text[last.span.end : figure.start]

    def _of_table(self, figure: Figure) -> _Unit | None:
        """Read a bare figure below a head that tells currency and scale."""
        if not self._tables or "." not in figure.digits or figure.scale > 1:
            return None
        spans = (t for t in self._tables if t.span.start <= figure.start < t.span.end)
        under = next(spans, None)
        return _Unit(under.currency or meant.SUM, figure.end, under.scale) if under else None

    def _behind(self, behind: re.Match[str]) -> tuple[str, int] | None:
        """Read a sign or a word of Chinese or Japanese behind a number: "500 €", "3亿元"."""
        if behind["sign"]:
            return self._money.code("before", behind["sign"]), behind.end()
        for length in range(min(_LONGEST_WIDE, len(behind["wide"])), 0, -1):
            if code := self._money.code("after", behind["wide"][:length]):
                return code, behind.start("wide") + length
        return None

    def _is_label(self, floor: int, figure: Figure) -> bool:
        """Tell whether a number is a name or a part of a ratio: "page 12", "one in five"."""
        if counted.model_numbers().match(self._text, figure.start):
            return True
        floor = max(floor, figure.start - 20)
        if _ONE_IN.search(self._text, floor, figure.start):
            return True
        word = _WORD_BEFORE.search(self._text, floor, figure.start) if figure.digits else None
        return word is not None and word["word"].lower() in counted.labels()


def _merged(spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Give where spans start and end, in order, those that overlap as one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _converted(text: str, quantity: Quantity, before: Sequence[Read]) -> Quantity:
    """Link an amount in brackets, or behind "or", to the amount of another currency that it converts."""
    last = before[-1].quantity if before else None
    if last is None or not _CONVERTS.fullmatch(text[last.span.end : quantity.span.start]):
        return quantity
    (code, _, per), (known, _, known_per) = last.unit.partition("/"), quantity.unit.partition("/")
    if (
        not (meant.is_money(code) and meant.is_money(known))
        or code == known
        or (known_per and per != known_per)
    ):
        return quantity
    unit = f"{known}/{per}" if per else known
    return replace(quantity, unit=unit, equivalent_of=last.equivalent_of or last.text)
