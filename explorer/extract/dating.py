"""Which dates date which clause: from date expressions and segments to candidates of events.

One candidate per date and happening. Stretches without a date join the dated one they belong to, unless they
tell of something else. It must not know parties or titles.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from explorer.dates.timex import Expression, TimexType
from explorer.extract import clauses, kinds
from explorer.extract.clauses import Segment
from explorer.extract.lexicon import table
from explorer.extract.records import Candidate, Found, Trigger, Unused, inside
from explorer.model import edtf
from explorer.model.mention import MentionDate, Role, Span
from explorer.model.when import Precision, When

_SPLIT_LINKS = ("relative", "sub", "join", "mark", "comma", "said")  # a participle tells of what it hangs on


_NEGATION = re.compile(r"\b(?:not|never|no longer|no)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dated:
    """An expression that can date, with what it means and the words around it."""

    expression: Expression
    when: When
    span: Span


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(table("clauses.toml")[name]), re.IGNORECASE)


def candidates(found: Found, sentence: Span) -> tuple[list[Candidate], list[Unused]]:
    """Give what a sentence may tell of, each with its date; and the date expressions that date nothing."""
    dated, unused = _usable(found, sentence)
    if not dated:
        return [], unused
    protected = [
        *(d.span for d in dated),
        *(hit.span for hit in inside(found.names, sentence)),
        *(q.span for q in inside(found.quantities, sentence)),
    ]
    parts = clauses.segments(found.text, sentence, protected)
    made = _Maker(found, sentence, parts, dated).make()
    return made[0], unused + made[1]


def _usable(found: Found, sentence: Span) -> tuple[list[_Dated], list[Unused]]:
    """Sort the expressions of a sentence into those that can date and those that cannot, with the reason."""
    usable: list[_Dated] = []
    unused: list[Unused] = []
    for expression in inside(found.expressions, sentence):
        why = _refusal(found, sentence, expression)
        if why:
            unused.append(Unused(expression.span, expression.text, why))
            continue
        if expression.interval is not None and expression.interval_span is not None:
            if usable and usable[-1].span == expression.interval_span:
                continue
            usable.append(_Dated(expression, expression.interval, expression.interval_span))
        elif expression.when is not None:
            usable.append(_Dated(expression, _closed(expression.when), expression.span))
    return _joined(found.text, usable), unused


def _closed(when: When) -> When:
    """Give the end of "until X", by which such a date is placed."""
    if when.is_open_start and when.modifier is None and when.edtf.startswith("../"):
        return edtf.parse(when.edtf[3:])
    return when


def _joined(text: str, dated: list[_Dated]) -> list[_Dated]:
    """Join neighbours that follow each other in time: "in the first and second quarters"."""
    joined: list[_Dated] = []
    for item in dated:
        last = joined[-1] if joined else None
        is_next = (
            last is not None and last.when.hi_s == item.when.lo_s and "/" not in last.when.edtf + item.when.edtf
        )
        if (
            last is not None
            and is_next
            and re.fullmatch(r"\s+and\s+(?:the\s+)?", text[last.span.end : item.span.start])
        ):
            when = edtf.interval(last.when, item.when)
            joined[-1] = _Dated(last.expression, when, Span(last.span.start, item.span.end))
        else:
            joined.append(item)
    return joined


def _refusal(found: Found, sentence: Span, expression: Expression) -> str:
    if expression.type is TimexType.SET:
        return "a repeated time"
    if expression.when is None and expression.interval is None:
        return "it names no date of its own"
    if expression.value == "PRESENT_REF" and not _measured(found, sentence, expression):
        return "a word for the present, without a measured value"
    before = found.text[sentence.start : expression.span.start]
    if _pattern("comparison").search(before):
        follows = found.text[expression.span.end : expression.span.end + 30]
        if not _has_own_value(found, sentence, expression, before) and not re.match(
            r"\s+(?:was|were|had)\b", follows
        ):
            return "only compared with"
    return ""


def _measured(found: Found, sentence: Span, expression: Expression) -> bool:
    parts = clauses.segments(found.text, sentence, [q.span for q in inside(found.quantities, sentence)])
    own = next((p.span for p in parts if p.span.start <= expression.span.start < p.span.end), sentence)
    return any(quantity.unit for quantity in inside(found.quantities, own))


def _has_own_value(found: Found, sentence: Span, expression: Expression, before: str) -> bool:
    """Tell whether what is compared with has its own number: "from $233 million a year earlier"."""
    matches = list(_pattern("contrast").finditer(before))
    if not matches:
        return False
    start = sentence.start + matches[-1].end()
    return bool(inside(found.quantities, Span(start, expression.span.start)))


class _Maker:
    """Makes the candidates of one sentence."""

    def __init__(self, found: Found, sentence: Span, parts: list[Segment], dated: list[_Dated]) -> None:
        self.found, self.sentence, self.parts, self.dated = found, sentence, parts, dated
        self.triggers = [inside(found.triggers, part.span) for part in parts]
        self.owner = [self._owner_of(d) for d in dated]

    def _owner_of(self, dated: _Dated) -> int:
        for index, part in enumerate(self.parts):
            if dated.span.start < part.span.end:
                return index
        return len(self.parts) - 1

    def make(self) -> tuple[list[Candidate], list[Unused]]:
        """Give the candidates and the expressions left over."""
        result: list[Candidate] = []
        unused: list[Unused] = []
        said = self._said_at()
        for index in range(len(self.dated)):
            if self._repeats(index):
                unused.append(
                    Unused(
                        self.dated[index].span,
                        self.dated[index].expression.text,
                        "says the same as the date beside it",
                    )
                )
                continue
            result += self._of(index, said)
        return result, unused

    def _repeats(self, index: int) -> bool:
        """Tell whether a date only rewords its neighbour: "three months earlier, on June 15, 2008"."""
        for other in range(len(self.dated)):
            mine, its = self.dated[index], self.dated[other]
            if other == index or self.owner[other] != self.owner[index]:
                continue
            if mine.when == its.when:
                return index > other
            near = found_between(self.found.text, mine.span, its.span)
            if not re.fullmatch(r"\s*[,(]?\s*(?:on |in |at )?", near):
                continue
            meets = mine.when.lo_s < its.when.hi_s and its.when.lo_s < mine.when.hi_s
            if meets and (mine.when.hi_s - mine.when.lo_s, index) > (its.when.hi_s - its.when.lo_s, other):
                return True
        return False

    def _said_at(self) -> int | None:
        return next((i for i, part in enumerate(self.parts) if part.link == "said"), None)

    def _of(self, index: int, said: int | None) -> list[Candidate]:
        dated, at = self.dated[index], self.owner[index]
        if said is not None and at < said and self._dates_saying(index, said):
            return self._announced(index, said)
        span = self._reach(index, said)
        main = self._candidate(span, dated, self._role(dated))
        if said is not None and self._is_said(said, at):
            announced = [
                self._as_date(self.dated[i], Role.ANNOUNCED)
                for i in range(len(self.dated))
                if self.owner[i] < said
            ]
            main = replace(main, also=tuple(announced))
        return [main, *self._inherited(index, span)]

    def _dates_saying(self, index: int, said: int) -> bool:
        """Tell whether a date dates the saying: right behind the verb, or at the sentence's head."""
        span = self.dated[index].span
        segment = self.parts[said - 1].span
        behind = self.found.text[span.end : segment.end]
        lead = self.found.text[self.sentence.start : span.start]
        return len(behind) < 25 or len(lead) < 12 or said - 1 == 0

    def _announced(self, index: int, said: int) -> list[Candidate]:
        """Give what was said if the saying has the only date; else the saying, as a statement."""
        dated = self.dated[index]
        own = [i for i in range(len(self.dated)) if self._is_said(said, self.owner[i])]
        whole = Span(self.sentence.start, self._end_of_said(said) if not own else self.sentence.end)
        if own:
            return [
                self._candidate(whole, dated, Role.HAPPENED, "the saying has its own date", is_statement=True)
            ]
        return [
            self._candidate(whole, dated, Role.ANNOUNCED, "dated by the saying"),
            *self._inherited(index, whole),
        ]

    def _is_said(self, said: int, part: int) -> bool:
        """Tell whether a stretch belongs to the main clause of what was said, not to what hangs on it."""
        links = [self.parts[i].link for i in range(said + 1, part + 1)]
        return part >= said and not any(link in ("sub", "relative", "part", "mark") for link in links)

    def _end_of_said(self, said: int) -> int:
        end = self.parts[said].span.end
        for index in range(said + 1, len(self.parts)):
            if index in self.owner or self._breaks_off(said, index):
                break
            end = self.parts[index].span.end
        return end

    def _reach(self, index: int, said: int | None) -> Span:
        """Give the stretch that a date dates: its own, and undated neighbours that tell nothing else."""
        at = self.owner[index]
        owners = set(self.owner)
        first, last = at, at
        leads = not self._has_words(at) or self._is_lead(index)
        while (
            last + 1 < len(self.parts)
            and last + 1 not in owners
            and ((leads and last == at and not self.triggers[at]) or not self._breaks_off(at, last + 1))
        ):
            last += 1
        floor = said if said is not None and at >= said else 0
        while (
            first - 1 >= floor
            and first - 1 not in owners
            and self._hangs_together(first)
            and not self._breaks_off(first - 1, first)
            and not self._strong_other(first - 1, at)
        ):
            first -= 1
        return self._shared(index, Span(self.parts[first].span.start, self.parts[last].span.end))

    def _shared(self, index: int, span: Span) -> Span:
        """Cut a stretch that several dates share at its comparison: "… to $2.58, up from $2.09 in Q4 2018"."""
        dated = self.dated[index]
        others = [i for i in range(len(self.dated)) if i != index and self.owner[i] == self.owner[index]]
        if not others:
            return span
        noun = self._attributive(index)
        if noun is not None:
            return Span(noun, span.end)
        nouns = [
            start for i in others if (start := self._attributive(i)) is not None and start > dated.span.end
        ]
        if nouns:
            return Span(span.start, min(nouns))
        before = self.found.text[span.start : dated.span.start]
        matches = list(_pattern("contrast").finditer(before))
        if matches and _has_own_value(self.found, Span(span.start, span.end), dated.expression, before):
            return Span(
                span.start + matches[-1].start() + (1 if before[matches[-1].start()] in ", " else 0),
                max(dated.span.end, span.start + matches[-1].end()),
            )
        return span

    def _attributive(self, index: int) -> int | None:
        """Give where the noun phrase of "a 2004 landmark decision" begins, if that is what a year stands in."""
        dated = self.dated[index]
        match = re.search(
            r"\b(?:an?|the|its|his|her|their)\s+$", self.found.text[self.sentence.start : dated.span.start]
        )
        if (
            match is None
            or dated.when.precision is not Precision.YEAR
            or not re.match(r"\s+[a-z]", self.found.text[dated.span.end :])
        ):
            return None
        return self.sentence.start + match.start()

    def _hangs_together(self, part: int) -> bool:
        """Tell whether a stretch goes with the one before it even where only it has a date."""
        link, word = self.parts[part].link, self.parts[part].word
        if link == "sub":
            return len(set(self.owner)) == 1 and word.split()[0] in ("after", "as", "when", "since")
        return link not in ("relative", "mark")

    def _has_words(self, part: int) -> bool:
        return clauses.has_verb(self.found.text, *self.parts[part].span)

    def _is_lead(self, index: int) -> bool:
        return self.dated[index].span.start - self.sentence.start < 12

    def _breaks_off(self, left: int, right: int) -> bool:
        """Tell whether a stretch tells of something else than the one before it."""
        part = self.parts[right]
        if part.link not in _SPLIT_LINKS:
            return False
        mine, its = self._strongest(right), self._strongest(left)
        if mine is None or its is None:
            return False
        return mine.kind != its.kind or (
            part.word == "but" and self._is_negated(right) != self._is_negated(left)
        )

    def _is_negated(self, part: int) -> bool:
        return bool(_NEGATION.search(self.found.text, *self.parts[part].span))

    def _strong_other(self, part: int, at: int) -> bool:
        mine, its = self._strongest(part), self._strongest(at)
        return mine is not None and its is not None and mine.kind != its.kind

    def _strongest(self, part: int) -> Trigger | None:
        strong = [t for t in self.triggers[part] if t.weight >= kinds.STRONG and t.kind != "statement"]
        return max(strong, key=lambda t: t.weight, default=None)

    def _inherited(self, index: int, span: Span) -> list[Candidate]:
        """Give stretches that tell of something else at the same time: "…, which ended with a settlement"."""
        result = []
        owners = set(self.owner)
        for number, part in enumerate(self.parts):
            if number in owners or part.span.start < span.end or not self._follows(index, number):
                continue
            if self._strongest(number) is None or not self._goes_with(part):
                continue
            result.append(
                replace(
                    self._candidate(
                        part.span, self.dated[index], Role.HAPPENED, "dated by the clause before it"
                    ),
                    is_inherited=True,
                )
            )
        return result

    def _follows(self, index: int, part: int) -> bool:
        earlier = [i for i in range(len(self.dated)) if self.owner[i] < part]
        return bool(earlier) and earlier[-1] == index

    def _goes_with(self, part: Segment) -> bool:
        if part.link == "sub":
            return part.word.split()[0] in ("when", "as", "while")
        return part.link in ("relative", "join", "comma") and part.word.split()[:1] not in (["or"], ["who"])

    def _candidate(
        self, span: Span, dated: _Dated, role: Role, why: str = "", *, is_statement: bool = False
    ) -> Candidate:
        return Candidate(
            span,
            self.sentence,
            dated.expression,
            dated.when,
            role,
            why=(why,) if why else (),
            is_statement=is_statement,
            date_span=dated.span,
        )

    def _as_date(self, dated: _Dated, role: Role) -> MentionDate:
        return MentionDate(
            dated.when,
            self.found.text[dated.span.start : dated.span.end],
            dated.span,
            role,
            dated.expression.why,
        )

    def _role(self, dated: _Dated) -> Role:
        before = self.found.text[self.sentence.start : dated.span.start]
        if _pattern("effective").search(before):
            return Role.EFFECTIVE
        return Role.DEADLINE if _pattern("deadline").search(before) else Role.HAPPENED


def found_between(text: str, one: Span, two: Span) -> str:
    """Give the words between two spans, in whichever order they stand."""
    first, second = sorted((one, two))
    return text[first.end : second.start]
