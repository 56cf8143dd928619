"""Which dates date which clause: from date expressions and stretches to candidates of events.

One candidate per date and happening. Stretches without a date join the dated one they belong to, unless they
tell of something else. It must not know parties or titles.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.records import Candidate, Found, Unused, inside
from explorer.extract.steps import Steps
from explorer.extract.timing import listing, reduced
from explorer.extract.timing.anatomy import Anatomy
from explorer.extract.timing.comparing import Comparisons
from explorer.extract.timing.listing import Member
from explorer.extract.timing.reduced import Reduced
from explorer.extract.timing.usable import Dated, lead, pattern, usable
from explorer.model.mention import MentionDate, Role, Span
from explorer.model.when import Certainty, Precision


def candidates(found: Found, sentence: Span) -> Steps[tuple[list[Candidate], list[Unused]]]:
    """Give what a sentence may tell of, each with its date; and the date expressions that date nothing."""
    dated, unused = usable(found, sentence)
    if not dated:
        return [], unused
    yield
    if is_question(found.text, sentence):
        return [], unused + [Unused(one.span, one.expression.text, "a question tells nothing") for one in dated]
    named = [hit.span for hit in inside(found.names, sentence)]
    measured = [quantity.span for quantity in inside(found.quantities, sentence)]
    by_the_way = _by_the_way(found, sentence, dated)
    dates = [one.span for one in dated]
    asides = [*reduced.undated(found.text, sentence, dates), *(one.aside for one in by_the_way.values())]
    parts = clauses.segments(found.text, sentence, dates, named + measured + asides)
    yield
    maker = _Maker(Anatomy(found, sentence, parts, dated), by_the_way, asides)
    yield
    made, left = maker.make()
    return made, unused + left


def _by_the_way(found: Found, sentence: Span, dated: Sequence[Dated]) -> dict[int, Reduced]:
    """Give what participles tell by the way; a day that stands alone in its sentence dates all of it.

    "Acme is to supply 30 trams under a contract signed on Monday."
    """
    told = reduced.find(found.text, sentence, [one.span for one in dated])
    has_other = len(told) < len(dated)
    return {
        number: one
        for number, one in told.items()
        if has_other or one.is_apart or dated[number].when.precision is Precision.YEAR
    }


_ASKING = re.compile(
    r"[\W_]*(?:(?:and|but|so|then)\s+)?(?:(?:what|who|whom|why|how|where|when|which)(?:['’]s)?|"
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|might|must)(?:n['’]t)?)\s",
    re.IGNORECASE,
)
_FEW_WORDS = 12  # what is asked in more tells something by the way: "But who says that a bank built in 1993 …?"


def is_question(text: str, sentence: Span) -> bool:
    """Tell whether a sentence only asks: "What changed in March?", "And this year?"."""
    words = text[sentence.start : sentence.end].rstrip("\"”’')")
    if not words.endswith("?") or len(words.split()) > _FEW_WORDS:
        return False
    return bool(_ASKING.match(words)) or not clauses.has_verb(text, *sentence)


def carried(found: Found, sentence: Span, before: list[Candidate]) -> list[Candidate]:
    """Give a figure without a date the time of the figure that the sentence before told, where words bind them.

    "In July 2019 it made $50 million. At the same time, it lost 3 million users."
    """
    last = before[-1] if before else None
    if last is None or last.date_span is None or not inside(found.quantities, last.sentence):
        return []
    between = found.text[last.sentence.end : sentence.start]
    words = found.text[sentence.start : sentence.end]
    if "\n\n" in between or not inside(found.quantities, sentence) or not pattern("carried").match(words):
        return []
    why = "of the time that the sentence before tells"
    own = replace(last, span=sentence, sentence=sentence, is_inherited=True, why=(why,))
    return [replace(own, also=(), basis=None, is_compared=False, beside=(), shown=None)]


_COUNTED = re.compile(r"\b(?:earlier|ago|before|previous)\b")
_AND = re.compile(r",?\s+and\s+")
_COMMA = re.compile(r",\s+")


class _Maker:
    """Makes the candidates of one sentence."""

    def __init__(
        self, anatomy: Anatomy, by_the_way: Mapping[int, Reduced], asides: Sequence[Span] = ()
    ) -> None:
        self.anatomy, self.by_the_way, self.asides = anatomy, by_the_way, asides
        self.found, self.sentence = anatomy.found, anatomy.sentence
        self.parts, self.dated, self.owner = anatomy.parts, anatomy.dated, anatomy.owner
        self.listed = self._listed_members()
        self.comparisons = Comparisons(anatomy)

    def _listed_members(self) -> dict[int, Member]:
        """Give the dates that members of lists have, each with its member."""
        found: dict[int, Member] = {}
        for at in sorted({at for at in self.owner if self.owner.count(at) > 1}):
            owned = (index for index, owner in enumerate(self.owner) if owner == at)
            numbers = [index for index in owned if index not in self.by_the_way]
            spans = [self.dated[index].span for index in numbers]
            told = listing.members(self.found.text, self.parts[at].span, spans)
            found |= {numbers[which]: member for which, member in told.items()}
        return found

    def make(self) -> tuple[list[Candidate], list[Unused]]:
        """Give the candidates and the expressions left over."""
        result: list[Candidate] = []
        unused: list[Unused] = []
        said = self.anatomy.said_at()
        for index in range(len(self.dated)):
            if index in self.by_the_way:
                result.append(self._told_by_the_way(index))
                continue
            if self.anatomy.is_reporting(index) or self.anatomy.is_of_figures(index):
                continue
            if self.anatomy.repeats(index):
                unused.append(
                    Unused(
                        self.dated[index].span,
                        self.dated[index].expression.text,
                        "says the same as the date beside it",
                    )
                )
                continue
            result += map(self._without_asides, self._of(index, said))
        return result, unused

    def _told_by_the_way(self, index: int) -> Candidate:
        """Give what a participle tells of its noun: "a contract signed in March"."""
        told, dated = self.by_the_way[index], self.dated[index]
        return replace(
            self._candidate(told.span, dated, self._role(dated)), basis=None, put=(told.joint, told.put)
        )

    def _without_asides(self, told: Candidate) -> Candidate:
        """Read a clause without what participles tell by the way."""
        inside_it = tuple(one for one in self.asides if told.span.start <= one.start < told.span.end)
        return replace(told, others=(*told.others, *inside_it)) if inside_it else told

    def _of(self, index: int, said: int | None) -> list[Candidate]:
        dated, at = self.dated[index], self.owner[index]
        if self.anatomy.trails(at):
            return self._said_behind(index)
        if said is not None and at < said and self.anatomy.dates_saying(index, said):
            return self._announced(index, said)
        if (parted := self._around_aside(index, said)) is not None:
            return parted
        span = self._reach(index, said)
        if index in self.listed:
            own = self._candidate(span, dated, self._role(dated), also=self._announcing(said, at))
            return [replace(own, others=self.listed[index].others, shown=self.listed[index].figure)]
        counted = self._counted_from(index, span)
        if counted:
            return counted
        before = Span(self.parts[at].span.start, span.start)
        if self.comparisons.is_figure(dated, span) and self.comparisons.is_measured_alike(before, span):
            return [self._figure(before, span, dated)]
        also, beside = self._announcing(said, at), self.comparisons.within(index, span)
        main = self._candidate(span, dated, self._role(dated), also=also, beside=beside)
        return [main, *self._inherited(index, span)]

    def _around_aside(self, index: int, said: int | None) -> list[Candidate] | None:
        """Part what is told of the subject by the way from what the verb behind it tells.

        "In May 2013 the bank, founded in 1988, was sold": each date has its own.
        """
        at, dated = self.owner[index], self.dated[index]
        aside, main = self.anatomy.aside(at), self.anatomy.resumed_at(at)
        if aside is None or main is None or (said is not None and said - 1 <= main):
            return None
        if dated.span.start > aside.start:
            before = [one.span.end for one in self.dated if one.span.end <= aside.start]
            first = max(
                [self.parts[at].span.start, *(end for end in before if end > self.parts[at].span.start)]
            )
            if index in self.listed:
                member = self.listed[index]
                told = self._candidate(Span(first, member.end), dated, self._role(dated))
                return [replace(told, others=member.others)]
            return [self._candidate(Span(first, aside.end), dated, self._role(dated))]
        last = main
        while (
            last + 1 < len(self.parts)
            and last + 1 not in self.owner
            and not self.anatomy.breaks_off(main, last + 1)
        ):
            last += 1
        deed = Span(self.parts[main].span.start, self.parts[last].span.end)
        told = self._candidate(deed, dated, self._role(dated))
        whole = Span(self.parts[at].span.start, deed.end)
        return [replace(told, basis=deed, shown=whole), *self._inherited(index, deed)]

    def _counted_from(self, index: int, span: Span) -> list[Candidate]:
        """Part a figure from the earlier one that it is compared with, where only that has a date.

        "[Sales in May …] Profit rose to $40 million from $31 million a year earlier": what the year is counted
        from, told in an earlier sentence, is the time of the first figure. Without any it has none.
        """
        dated = self.dated[index]
        is_day = dated.when.certainty is Certainty.DAY and not _COUNTED.search(dated.expression.text)
        if is_day or self.anatomy.beside(index):
            return []  # "raised its dividend to $0.22 from $0.18 on Tuesday" is dated as a whole
        compared = self.comparisons.contrast(dated, span)
        if compared is None or not self.comparisons.is_measured_alike(
            Span(span.start, compared.start), compared
        ):
            return []
        earlier = self._figure(Span(span.start, compared.start), compared, dated)
        now = self.comparisons.told_before(index) or self.comparisons.said_on(index)
        if now is None or now.when is None:
            return [earlier]
        goes_on = self.found.text[compared.end : span.end].strip(" .;")
        main = Candidate(
            Span(span.start, span.end if goes_on else compared.start),
            self.sentence,
            now,
            now.when,
            Role.ANNOUNCED if now.when.certainty is Certainty.DAY else Role.HAPPENED,
            is_inherited=True,
            date_span=now.span,
            beside=(compared,),
            why=(f"compared with “{dated.expression.text}”, it is of “{now.text}”",),
        )
        return [main, earlier]

    def _figure(self, main: Span, compared: Span, dated: Dated) -> Candidate:
        """Give the figure with which that of the main stretch is compared."""
        return replace(self._candidate(compared, dated, self._role(dated)), basis=main, is_compared=True)

    def _said_behind(self, index: int) -> list[Candidate]:
        """Give what was said, dated by the saying behind it, unless it has a date of its own."""
        at = self.owner[index]
        if any(owner < at for owner in self.owner):
            return []
        whole = Span(self.sentence.start, self.parts[at].span.end)
        return [self._candidate(whole, self.dated[index], Role.ANNOUNCED, "dated by the saying")]

    def _announcing(self, said: int | None, at: int) -> tuple[MentionDate, ...]:
        """Give the dates of the saying beside what is said in a stretch."""
        leading = [
            i
            for i in range(len(self.dated))
            if said is not None
            and self.owner[i] < said
            and self.anatomy.is_said(said, at)
            and self.anatomy.dates_saying(i, said)
        ]
        trailing = [
            i for i in range(len(self.dated)) if self.owner[i] > at and self.anatomy.trails(self.owner[i])
        ]
        reporting = [i for i in range(len(self.dated)) if self.owner[i] == at and self.anatomy.is_reporting(i)]
        return tuple(self._as_date(self.dated[i], Role.ANNOUNCED) for i in leading + trailing + reporting)

    def _announced(self, index: int, said: int) -> list[Candidate]:
        """Give what was said if the saying has the only date; else the saying, as a statement."""
        dated = self.dated[index]
        others = (i for i in range(len(self.dated)) if i not in self.by_the_way)
        own = [i for i in others if self.anatomy.is_said(said, self.owner[i])]
        whole = Span(self.sentence.start, self._end_of_said(said) if not own else self.sentence.end)
        asides = tuple(one for part in range(said) if (one := self.anatomy.aside(part)) is not None)
        if own:
            why = "the saying has its own date"
            return [
                self._candidate(whole, dated, Role.HAPPENED, why, beside=asides, is_statement=True),
            ]
        return [
            self._candidate(whole, dated, Role.ANNOUNCED, "dated by the saying", beside=asides),
            *self._inherited(index, whole),
        ]

    def _end_of_said(self, said: int) -> int:
        end = self.parts[said].span.end
        for index in range(said + 1, len(self.parts)):
            if index in self.owner or self.anatomy.breaks_off(said, index):
                break
            end = self.parts[index].span.end
        return end

    def _reach(self, index: int, said: int | None) -> Span:
        """Give the stretch that a date dates: its own, and undated neighbours that tell nothing else."""
        at = self.owner[index]
        owners = set(self.owner)
        first, last = at, at
        leads = self.anatomy.is_lead(index) or not self.anatomy.has_words(at)
        while (
            last + 1 < len(self.parts)
            and last + 1 not in owners
            and not (said is not None and at < said <= last + 2)
            and not self.anatomy.resumes(index, last + 1)
            and (
                (leads and last == at and not self.anatomy.triggers[at])
                or (last == at and self.anatomy.is_before_main(index))
                or not self.anatomy.breaks_off(at, last + 1)
            )
        ):
            last += 1
        floor = at if self.anatomy.is_resumed(at) else said if said is not None and at >= said else 0
        while (
            first - 1 >= floor
            and first - 1 not in owners
            and self.anatomy.hangs_together(first)
            and not self.anatomy.breaks_off(first - 1, first)
            and not self.anatomy.strong_other(first - 1, at)
        ):
            first -= 1
        return self._shared(index, Span(self.parts[first].span.start, self.parts[last].span.end))

    def _shared(self, index: int, span: Span) -> Span:
        """Cut a stretch that several dates share at its comparison: "… to $2.58, up from $2.09 in Q4 2018"."""
        dated = self.dated[index]
        others = [i for i in self.anatomy.beside(index) if i not in self.by_the_way]
        if not others:
            return span
        if index in self.listed:
            return Span(span.start, self.listed[index].end)
        noun = self.anatomy.attributive(index)
        if noun is not None:
            return Span(noun, span.end)
        nouns = [
            start
            for i in others
            if (start := self.anatomy.attributive(i)) is not None and start > dated.span.end
        ]
        if nouns:
            return Span(span.start, min(nouns))
        return self.comparisons.contrast(dated, span) or self._apart(index, span)

    def _apart(self, index: int, span: Span) -> Span:
        """Part what happened from its dated background: "fined in 2021 over crashes in 2018"."""
        text, mine = self.found.text, self.dated[index].span
        start, end = span
        for other in self.anatomy.beside(index):
            its = self.dated[other].span
            first, second = sorted((mine, its))
            if self._is_aside(span, first):  # "Berg, head of Asia since 2019, took over in May"
                end = min(end, first.end) if mine is first else end
                continue
            match = pattern("background").search(text, first.end, second.start) or self._listed(
                span, first, second
            )
            if match is None:
                continue
            if mine is second:
                start = max(start, match.end() if match.lastgroup == "claim" else match.start())
            else:
                end = min(end, match.start())
        return Span(start, end)

    def _is_aside(self, span: Span, date: Span) -> bool:
        """Tell whether a date ends what is told of the subject between commas, before its verb."""
        text = self.found.text
        is_closed = text.startswith(", ", date.end) and clauses.opens_with_verb(text, date.end + 2)
        return is_closed and text.find(", ", span.start, date.start) >= 0

    def _listed(self, span: Span, first: Span, second: Span) -> re.Match[str] | None:
        """Find the "and" between two dates that each have a number: "1,300 in May and 1,500 in June"."""
        match = _AND.search(self.found.text, first.end, second.start) or _COMMA.match(
            self.found.text, first.end, second.start
        )
        if match is None:
            return None
        cut = match.start()
        numbers = self.found.quantities
        is_list = bool(inside(numbers, Span(span.start, cut)) and inside(numbers, Span(cut, span.end)))
        return match if is_list else None

    def _inherited(self, index: int, span: Span) -> list[Candidate]:
        """Give stretches that tell of something else at the same time: "…, which ended with a settlement"."""
        result = []
        owners = set(self.owner)
        at = self.owner[index]
        if at > 0 and at - 1 not in owners and self.anatomy.shares_verb(at):
            before, dated = self.parts[at - 1].span, self.dated[index]
            why = "dated by the clause that it is joined to"
            told = self._candidate(before, dated, self._role(dated), why, is_inherited=True)
            result += [told] if before.end <= span.start else []
        for number, part in enumerate(self.parts):
            if number in owners or part.span.start < span.end or not self.anatomy.follows(index, number):
                continue
            if self.anatomy.strongest(number) is None or not self.anatomy.goes_with(part):
                continue
            result.append(
                self._candidate(
                    part.span,
                    self.dated[index],
                    Role.HAPPENED,
                    "dated by the clause before it",
                    is_inherited=True,
                )
            )
        return result

    def _candidate(
        self,
        span: Span,
        dated: Dated,
        role: Role,
        why: str = "",
        *,
        also: tuple[MentionDate, ...] = (),
        beside: tuple[Span, ...] = (),
        is_inherited: bool = False,
        is_statement: bool = False,
    ) -> Candidate:
        return Candidate(
            span,
            self.sentence,
            dated.expression,
            dated.when,
            role,
            also,
            is_inherited,
            is_statement,
            date_span=dated.span,
            basis=self._basis(span, dated),
            beside=beside,
            why=(why,) if why else (),
        )

    def _basis(self, span: Span, dated: Dated) -> Span:
        """Give the stretch whose words tell the kind: a bare comparison has none of its own."""
        part = self.parts[self.anatomy.owner_of(dated)].span
        return part if part.start < span.start and not inside(self.found.triggers, span) else span

    def _as_date(self, dated: Dated, role: Role) -> MentionDate:
        return MentionDate(
            dated.when,
            self.found.text[dated.span.start : dated.span.end],
            dated.span,
            role,
            dated.expression.why,
        )

    def _role(self, dated: Dated) -> Role:
        before = self.found.text[self.sentence.start : dated.span.start]
        if lead("effective").leads(before):
            return Role.EFFECTIVE
        return Role.DEADLINE if lead("deadline").leads(before) else Role.HAPPENED
