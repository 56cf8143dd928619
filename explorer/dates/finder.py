"""The way from a text to its date expressions: tokens, candidates, neighbours, guards, ranges, dates."""

from dataclasses import dataclass, replace
from functools import partial
from re import split

from explorer.dates.arithmetic import begin_of, nearest_weekday
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.aside import dates_ahead, is_apart, is_caption, is_flashback, is_reference, passing
from explorer.dates.context.furniture import RUNNING_HEAD, furniture
from explorer.dates.context.join import joined
from explorer.dates.context.order import ordered
from explorer.dates.context.passages import Passages, heading, is_new_sentence, passages
from explorer.dates.context.ranges import goes_on, lent, pairs
from explorer.dates.context.tense import UNKNOWN
from explorer.dates.english.year_guards import told_decades
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.languages import Language, language_of
from explorer.dates.placing.fiscal import ENDED, ended, note
from explorer.dates.placing.positions import edge_of, period_to
from explorer.dates.placing.resolve import resolve
from explorer.dates.placing.resolved import Resolved
from explorer.dates.placing.values import date_value
from explorer.dates.placing.wording import read_as
from explorer.dates.specs import Calendar, Candidate, Length, Shift, Spec
from explorer.dates.timex import Expression, Rejected, TimexType
from explorer.model.calendar import DAY_S, is_valid
from explorer.model.decision import Guidance
from explorer.model.edtf import interval, modified, of_day, of_day_number, of_month, of_year, parse
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.model.when import Modifier, Precision, When

NO_GUIDANCE = Guidance()
_MODIFIERS = {"START": Modifier.EARLY, "MID": Modifier.MID, "END": Modifier.LATE, "APPROX": Modifier.ABOUT}
_ENDED = ENDED | {"to", "through"}


def explain(
    text: str,
    *,
    published: str | None = None,
    language: str = "en",
    day_first: bool | None = None,
    guidance: Guidance = NO_GUIDANCE,
) -> tuple[list[Expression], list[Rejected]]:
    """Find the date expressions of a text, and what looked like one with the reason why it is none.

    `guidance` is what a person decided for this text; it goes before everything that the text tells.
    """
    known = language_of(split("[-_]", language)[0].lower() or "en")
    tokens = known.tokenise(text)
    kept: list[Candidate] = []
    rejected: list[Rejected] = []
    candidates = joined(list(known.grammar.candidates(tokens)), tokens)
    decades = told_decades(candidates)
    for candidate in candidates:
        why = known.objection(candidate, tokens, decades)
        if why is None:
            kept.append(candidate)
        else:
            rejected.append(Rejected(_span(candidate, tokens), _words(candidate, tokens), why))
    found = _Reading(tokens, kept, rejected, _published(published), known, day_first, guidance).expressions()
    heads = furniture(tokens.text, found)
    rejected += [Rejected(one.span, one.text, RUNNING_HEAD) for one in found if one.span in heads]
    rejected.sort(key=lambda one: one.span)
    found = [one for one in found if one.span not in heads]
    if tokens.text is not text:  # folded: as long as the text, with other characters
        found = [replace(one, text=text[one.span.start : one.span.end]) for one in found]
        rejected = [replace(one, text=text[one.span.start : one.span.end]) for one in rejected]
    return found, rejected


def find(
    text: str, *, published: str | None = None, language: str = "en", day_first: bool | None = None
) -> list[Expression]:
    """Find the date expressions of a text, sorted by their place.

    `published` is EDTF, as coarse as known; None leaves relative dates to the text's own dates. `day_first`
    tells how the publisher writes 03/04/2021, where that is known.
    """
    return explain(text, published=published, language=language, day_first=day_first)[0]


def _published(text: str | None) -> When | None:
    if not text:
        return None
    try:
        when = parse(text)
    except ExplorerError:
        return None
    # An object of its own: the anchor tells publication from the same day told in the text by identity.
    return None if when.is_open_start or when.is_open_end else replace(when)


def _span(candidate: Candidate, tokens: Tokens) -> Span:
    return Span(tokens.starts[candidate.first], tokens.ends[candidate.last - 1])


def _words(candidate: Candidate, tokens: Tokens) -> str:
    return tokens.between(candidate.first, candidate.last)


@dataclass(slots=True)
class _Reading:
    """One pass over the candidates of a text, with the anchor moving along."""

    tokens: Tokens
    candidates: list[Candidate]
    rejected: list[Rejected]
    published: When | None
    language: Language
    day_first: bool | None
    guidance: Guidance
    is_head: bool = False  # whether the candidate at hand is at the head of an entry

    def expressions(self) -> list[Expression]:
        context = self.language.context
        ends = pairs(self.candidates, self.tokens, context)
        candidates = ordered(
            lent(self.candidates, self.tokens, ends, context),
            self.tokens,
            is_month_first=self.language.is_month_first,
            day_first=self.day_first,
            published=self.published,
            decided=self.guidance.order,
        )
        own, parts = Anchor(self.published), passages(candidates, self.tokens, self.published)
        # A passage whose anchor a person set is a story of its own, and the text goes on after it.
        set_ones = [
            (span, Anchor.set_to(when)) for span, text in self.guidance.anchors if (when := _published(text))
        ]
        both, rights = ends.keys() | set(ends.values()), set(ends.values())
        made: dict[int, Expression] = {}
        last = 0
        for index, (candidate, ahead) in enumerate(zip(candidates, dates_ahead(candidates), strict=True)):
            start = self.tokens.starts[candidate.first]
            anchor = next((one for span, one in reversed(set_ones) if span.start <= start < span.end), own)
            anchor.ahead = ahead
            anchor.sentence += is_new_sentence(self.tokens, last, candidate.first)
            self._arrive(candidate, anchor, parts)
            last = candidate.last - 1
            expression = self._resolved(candidate, anchor, is_end=index in both, is_right=index in rights)
            if expression is not None:
                made[index] = expression
            if expression is not None and index - 1 in made:
                gap = self.tokens.text[made[index - 1].span.end : expression.span.start]
                made[index - 1] = ended(candidates[index - 1].spec, made[index - 1], expression, gap, anchor)
        for left, right in ends.items():
            if left in made and right in made:
                begin = _led(made[left], made[right], candidates[left].spec)
                made[left], made[right] = _ranged(begin, made[right])
        for index in made.keys() & {index - 1 for index in made}:
            made[index], made[index + 1] = self._spanned(candidates[index], made[index], made[index + 1])
        return list(made.values())

    def _arrive(self, candidate: Candidate, anchor: Anchor, parts: Passages) -> None:
        """Tell the anchor where in the text a candidate stands, and what it may ask about its words."""
        start = self.tokens.starts[candidate.first]
        anchor.paragraph = parts.paragraph(start)
        anchor.is_story, anchor.is_news = parts.stories[anchor.paragraph], parts.news[anchor.paragraph]
        self.is_head = start in parts.heads
        if self.is_head:
            anchor.begin_entry()
        elif start > parts.last_head and not anchor.is_entry:
            anchor.leave_entry()
        anchor.looks_back = partial(is_flashback, candidate, self.tokens)
        anchor.refers_back = partial(is_reference, candidate, self.tokens)
        anchor.in_quotation = partial(parts.is_quoted, start)

    def _spanned(
        self, candidate: Candidate, length: Expression, date: Expression
    ) -> tuple[Expression, Expression]:
        """Give both words of "the first nine months of 2015" or "the year ended June 30" the whole."""
        if date.when is None or not isinstance(candidate.spec, Length | Shift):
            return length, date
        gap = self.tokens.text[length.span.end : date.span.start].strip().lower()
        whole = _whole(candidate.spec, gap, date.when)
        if whole is None:
            return length, date
        if gap in _ENDED:  # the other word is its end, and a date of its own
            return replace(length, when=whole, why=(f"it ends with “{date.text}”", *length.why)), date
        span = Span(length.span.start, date.span.end)
        return (
            replace(length, when=whole, interval=whole, interval_span=span),
            replace(date, interval=whole, interval_span=span),
        )

    def _resolved(
        self, candidate: Candidate, anchor: Anchor, *, is_end: bool, is_right: bool
    ) -> Expression | None:
        span = _span(candidate, self.tokens)
        got = resolve(
            candidate.spec,
            anchor,
            lambda: self._tense(candidate),
        )
        if got.type is TimexType.DATE and got.value is None and got.when is None:
            self.rejected.append(Rejected(span, _words(candidate, self.tokens), got.why[0]))
            return None
        if got.when is not None and got.is_told:
            self._note(candidate, anchor, got, got.when, is_right=is_right)
        note(candidate, got, anchor, self.tokens)
        mod = candidate.mod
        when = got.when
        if when is not None and mod in _MODIFIERS:
            when = modified(when, _MODIFIERS[mod])
        when, side = (when, ()) if is_end else self._sided(candidate, when)
        why = (*side, *got.why, read_as(candidate.spec, mod))
        return Expression(span, _words(candidate, self.tokens), got.type, got.value, mod, when, got.anchor, why)

    def _note(self, candidate: Candidate, anchor: Anchor, got: Resolved, when: When, *, is_right: bool) -> None:
        """Let the story go on from a date, or pass over it."""
        if anchor.is_story and self.published is not None and got.anchor == self.published.edtf:
            anchor.news_sentence = anchor.sentence  # "today" in a history
            return
        if self.is_head:
            anchor.head_entry(when)
            return
        line = heading(self.tokens.text, *_span(candidate, self.tokens)) if got.is_explicit else None
        anchor.is_letter = anchor.is_letter or line is not None
        if line is not None and when.precision.rank >= Precision.MONTH.rank:
            if not is_right and (line.is_date_alone or not is_caption(candidate, anchor)):
                anchor.head(when, is_year=line.is_date_alone)
            return
        is_aside = is_apart(candidate, self.tokens) or self._side(candidate) == "since"
        if is_aside or (is_right and _is_next_year(anchor.front, when)):
            return
        why = passing(candidate, self.tokens, when, anchor)
        is_counted = self.published is None or got.anchor != self.published.edtf
        anchor.note(
            when,
            is_explicit=got.is_explicit or is_counted,
            in_passing=why is not None,
            begin=anchor.front if is_right else None,
        )

    def _tense(self, candidate: Candidate) -> int:
        """Tell the tense around a date; what something is done by may lie ahead without a sign of it."""
        tense = self.language.tense(self.tokens, candidate.first, candidate.last)
        is_open = tense < UNKNOWN and not self.language.tells_deadlines
        return UNKNOWN if is_open and self._side(candidate) in ("until", "before") else tense

    def _side(self, candidate: Candidate) -> str | None:
        return candidate.side or self.language.context.side(self.tokens, candidate.first)

    def _sided(self, candidate: Candidate, when: When | None) -> tuple[When | None, tuple[str, ...]]:
        """Open a date on the side that "since", "until", "before" or "after" in front of it says."""
        if when is None or when.is_interval or when.modifier is not None:
            return when, ()
        if goes_on(candidate, self.tokens):
            return interval(when, None), ("and since then",)
        match self._side(candidate):
            case "since":
                return interval(when, None), ("since: without an end",)
            case "until":
                return when, ("until: the end of something",)
            case "before":
                return modified(when, Modifier.BEFORE), ("before this date",)
            case "after":
                return modified(when, Modifier.AFTER), ("after this date",)
        return when, ()


def _whole(spec: Spec, gap: str, date: When) -> When | None:
    """Give the interval of a length and the date that it begins or ends with."""
    match spec:
        case Length() if gap in ("of", "in"):
            return edge_of(spec, date)
        case Length(int() | float() as count, unit) if gap in _ENDED and count == int(count):
            return period_to(int(count), unit, date)
        case Shift(unit, 0) if gap in _ENDED:
            return period_to(1, unit, date)
    return None


def _is_next_year(front: When | None, when: When) -> bool:
    """Tell whether a range ends with the year after its first, as seasons do: they begin in the first."""
    return front is not None and when == of_year(begin_of(front).year + 1) and front.precision is Precision.YEAR


def _ranged(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    if left.when is None or right.when is None or left.when.is_open_start or right.when.is_open_end:
        return left, right
    try:
        whole = interval(left.when, right.when)
    except (ExplorerError, ValueError):
        return left, right
    span = Span(left.span.start, right.span.end)
    return replace(left, interval=whole, interval_span=span), replace(right, interval=whole, interval_span=span)


def _beginning(spec: Calendar, left: When, right: When) -> When | None:
    """Give the nearest date before the end of a range that the words for its beginning can mean."""
    if spec.weekday is not None and spec.month is None:
        return of_day_number(nearest_weekday(right.lo_s // DAY_S, spec.weekday, -1))
    if spec.month is None or spec.year is not None or left.lo_s <= right.lo_s:
        return None
    year, month, day = begin_of(left)
    if spec.day is None:
        return of_month(year - 1, month)
    return of_day(year - 1, month, day) if is_valid(year - 1, month, day) else None


def _led(left: Expression, right: Expression, spec: Spec) -> Expression:
    """Place the Monday of "Monday to Thursday" in the week before its Thursday; so the month of a range too."""
    if not isinstance(spec, Calendar) or left.when is None or right.when is None:
        return left
    when = _beginning(spec, left.when, right.when)
    if when is None or when.edtf == left.when.edtf:
        return left
    return replace(
        left, value=date_value(when), when=when, why=("the day with which the range begins", *left.why)
    )
