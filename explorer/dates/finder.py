"""The way from a text to its date expressions: tokens, candidates, neighbours, guards, ranges, dates."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from explorer.dates import (
    calendar_rules,
    duration_rules,
    foreign_rules,
    numeric_rules,
    period_rules,
    relative_rules,
    vague_rules,
    year_rules,
)
from explorer.dates.anchor import Anchor, is_story
from explorer.dates.grammar import Grammar, Rule
from explorer.dates.guards import objection
from explorer.dates.join import joined
from explorer.dates.lexicon import Lexicon, tables
from explorer.dates.order import ordered
from explorer.dates.pattern import literals
from explorer.dates.ranges import lent, pairs
from explorer.dates.relative import opening
from explorer.dates.resolve import resolve
from explorer.dates.resolved import Resolved
from explorer.dates.specs import Candidate, Length
from explorer.dates.tense import tense
from explorer.dates.timex import Expression, Rejected, TimexType
from explorer.dates.tokens import Tokens, tokenise
from explorer.model.edtf import interval, modified, parse
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.model.when import Modifier, Precision, When

_PARAGRAPH = re.compile(r"[.!?”\"’)][^\S\n]*+\n(?:[^\S\n]*+\n)?|\n[^\S\n]*+\n")
_MODIFIERS = {"START": Modifier.EARLY, "MID": Modifier.MID, "END": Modifier.LATE, "APPROX": Modifier.ABOUT}
_BRACKET_REACH = 60  # how far back an opening bracket is looked for


@cache
def grammar(language: str) -> Grammar:
    """Give the rules of a language, compiled once."""
    words = tables(language)
    phrases = vague_rules.phrase_rules(words.get("phrases", {}), words.get("present", {}).get("words", []))
    rules: list[Rule] = [
        *numeric_rules.rules.rules,
        *[rule for rule in phrases if rule.name == "holiday"],
        *relative_rules.rules.rules,
        *calendar_rules.rules.rules,
        *period_rules.rules.rules,
        *year_rules.rules.rules,
        *duration_rules.rules.rules,
        *[rule for rule in phrases if rule.name != "holiday"],
        *vague_rules.rules.rules,
    ]
    if language != "en":
        rules = [*foreign_rules.rules(words.get("written", [])), *rules]
    return Grammar(rules, Lexicon(words, set().union(*(literals(rule.pattern) for rule in rules))))


def explain(
    text: str, *, published: str | None = None, language: str = "en"
) -> tuple[list[Expression], list[Rejected]]:
    """Find the date expressions of a text, and what looked like one with the reason why it is none."""
    rules = grammar(language.partition("-")[0].lower() or "en")
    tokens = tokenise(text, rules.lexicon)
    kept: list[Candidate] = []
    rejected: list[Rejected] = []
    for candidate in joined(list(rules.candidates(tokens)), tokens):
        why = objection(candidate, tokens)
        if why is None:
            kept.append(candidate)
        else:
            rejected.append(Rejected(_span(candidate, tokens), _words(candidate, tokens), why))
    return _Reading(tokens, kept, _published(published), language).expressions(), rejected


def find(text: str, *, published: str | None = None, language: str = "en") -> list[Expression]:
    """Find the date expressions of a text, sorted by their place.

    `published` is EDTF, as coarse as known; None leaves relative dates to the text's own dates.
    """
    return explain(text, published=published, language=language)[0]


def _published(text: str | None) -> When | None:
    if not text:
        return None
    try:
        when = parse(text)
    except ExplorerError:
        return None
    return None if when.is_open_start or when.is_open_end else when


def _span(candidate: Candidate, tokens: Tokens) -> Span:
    return Span(tokens.starts[candidate.first], tokens.ends[candidate.last - 1])


def _words(candidate: Candidate, tokens: Tokens) -> str:
    return tokens.between(candidate.first, candidate.last)


@dataclass(slots=True)
class _Reading:
    """One pass over the candidates of a text, with the anchor moving along."""

    tokens: Tokens
    candidates: list[Candidate]
    published: When | None
    language: str

    def expressions(self) -> list[Expression]:
        ends = pairs(self.candidates, self.tokens)
        candidates = ordered(lent(self.candidates, self.tokens, ends), self.language)
        anchor = Anchor(self.published, is_story(candidates, self.published))
        paragraphs = [match.end() for match in _PARAGRAPH.finditer(self.tokens.text)]
        both = ends.keys() | set(ends.values())
        made: dict[int, Expression] = {}
        for index, candidate in enumerate(candidates):
            anchor.paragraph = bisect_right(paragraphs, self.tokens.starts[candidate.first])
            expression = self._resolved(candidate, anchor, is_end=index in both)
            if expression is not None:
                made[index] = expression
        for left, right in ends.items():
            if left in made and right in made:
                made[left], made[right] = _ranged(made[left], made[right])
        for index in made.keys() & {index - 1 for index in made}:
            made[index], made[index + 1] = self._opened(candidates[index], made[index], made[index + 1])
        return list(made.values())

    def _opened(
        self, candidate: Candidate, length: Expression, year: Expression
    ) -> tuple[Expression, Expression]:
        """Give both "the first nine months" and "2015" the months that they mean together."""
        gap = self.tokens.text[length.span.end : year.span.start].strip().lower()
        spec = candidate.spec
        if not isinstance(spec, Length) or gap not in ("of", "in") or year.when is None:
            return length, year
        whole = opening(spec, year.when)
        if whole is None:
            return length, year
        span = Span(length.span.start, year.span.end)
        return (
            replace(length, when=whole, interval=whole, interval_span=span),
            replace(year, interval=whole, interval_span=span),
        )

    def _resolved(self, candidate: Candidate, anchor: Anchor, *, is_end: bool) -> Expression | None:
        span = _span(candidate, self.tokens)
        got = resolve(
            candidate.spec, anchor, lambda: tense(self.tokens, candidate.first, candidate.last), self.language
        )
        if got.type is TimexType.DATE and got.value is None and got.when is None:
            return None
        if got.when is not None and got.is_told and self._goes_on(candidate, anchor, got):
            anchor.note(got.when, is_explicit=got.is_explicit, is_heading=self._is_heading(candidate, got.when))
        mod = candidate.mod
        when = got.when
        if when is not None and mod in _MODIFIERS:
            when = modified(when, _MODIFIERS[mod])
        when, side = (when, ()) if is_end else self._sided(candidate, when)
        why = (*side, *got.why, f"pattern: {candidate.rule}")
        return Expression(span, _words(candidate, self.tokens), got.type, got.value, mod, when, got.anchor, why)

    def _goes_on(self, candidate: Candidate, anchor: Anchor, got: Resolved) -> bool:
        """Tell whether a story goes on from this date: not from an aside in brackets, nor from "since 1995"."""
        if self.tokens.word(candidate.first - 1) in ("since", "until"):
            return False
        if anchor.is_story and self.published is not None and got.anchor == self.published.edtf:
            return False  # "today" in a history
        start = self.tokens.starts[candidate.first]
        left = self.tokens.text[max(0, start - _BRACKET_REACH) : start]
        return left.rfind("(") <= left.rfind(")")

    def _is_heading(self, candidate: Candidate, when: When) -> bool:
        """Tell whether a month or a year stands alone on its line, or before the bullets of a list."""
        if when.precision.rank < Precision.MONTH.rank:
            return False  # the date of the page
        text, span = self.tokens.text, _span(candidate, self.tokens)
        before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
        begins = (
            not before or before[-1] == "\n" or (before[0] in ".!?" and before[-1].isspace()) or before == "# "
        )
        return begins and (after[:1] in ("\n", "") or after in (" *", " •")) and span.start > 0

    def _sided(self, candidate: Candidate, when: When | None) -> tuple[When | None, tuple[str, ...]]:
        """Open a date on the side that "since", "until", "before" or "after" in front of it says."""
        if when is None or when.is_interval or when.modifier is not None:
            return when, ()
        before = self.tokens.word(candidate.first - 1)
        match before:
            case "since":
                return interval(when, None), ("since: without an end",)
            case "until" | "till":
                return when, ("until: the end of something",)
            case "before":
                return modified(when, Modifier.BEFORE), ("before this date",)
            case "after":
                return modified(when, Modifier.AFTER), ("after this date",)
        return when, ()


def _ranged(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    if left.when is None or right.when is None or left.when.is_open_start or right.when.is_open_end:
        return left, right
    try:
        whole = interval(left.when, right.when)
    except (ExplorerError, ValueError):
        return left, right
    span = Span(left.span.start, right.span.end)
    return replace(left, interval=whole, interval_span=span), replace(right, interval=whole, interval_span=span)
