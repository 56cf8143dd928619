"""Rules, and the scan that applies them: a pattern (see `pattern`) with a function that says what it means.

Rules are tried in the order in which they are registered; the first that fits at a place wins, and a function
may decline with None. The grammar must not know what a pattern means: it hands over the captured words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from explorer.dates.grammar.automaton import Automaton
from explorer.dates.grammar.lexicon import Lexicon
from explorer.dates.grammar.pattern import compiled
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Candidate, Spec


@dataclass(slots=True)
class Match:
    """The tokens that a pattern took, by the names of its captures."""

    tokens: Tokens
    lexicon: Lexicon
    groups: dict[str, tuple[int, int]]
    first: int
    last: int

    @property
    def words(self) -> list[str]:
        """Give the tokens of the whole match, in lower case."""
        return self.tokens.words[self.first : self.last]

    @property
    def before(self) -> str:
        """Give the token before the match, in lower case."""
        return self.tokens.word(self.first - 1)

    @property
    def after(self) -> str:
        """Give the token after the match, in lower case."""
        return self.tokens.word(self.last)

    def has(self, name: str) -> bool:
        """Tell whether a capture took part."""
        return name in self.groups

    def word(self, name: str) -> str:
        """Give the captured words in lower case, "" where the capture took no part."""
        if name not in self.groups:
            return ""
        first, last = self.groups[name]
        words = self.tokens.words
        return words[first] if last - first == 1 else " ".join(words[first:last])

    def meaning(self, name: str, *concepts: str) -> Any:
        """Give what the captured word means in the first of the concepts that knows it."""
        word = self.word(name).replace("’", "'")
        for concept in concepts:
            meaning = self.lexicon.meaning(concept, word)
            if meaning is not None:
                return meaning
        return None

    def candidate(self, spec: Spec, mod: str | None = None, first: str = "", last: str = "") -> Candidate:
        """Make a candidate of the whole match, or of the stretch from one capture to another."""
        begin = self.groups[first][0] if first else self.first
        end = self.groups[last][1] if last else self.last
        return Candidate(begin, end, spec, "", mod)


Meaning = Callable[[Match], Spec | list[Candidate] | None]


@dataclass(slots=True)
class Rule:
    """A pattern with what it means; None from the function says that it does not fit after all.

    `is_universal` marks figures and codes, which every language of spaced words takes over: 2019-04, Q3 2019.
    """

    name: str
    pattern: str
    meaning: Meaning
    mod: str | None = None
    is_universal: bool = False


class Rules:
    """A list of rules, filled by decorating functions: `@rules.add("MONTH:month YEAR:year")`."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(
        self, *patterns: str, mod: str | None = None, is_universal: bool = False
    ) -> Callable[[Meaning], Meaning]:
        """Register a function under one or more patterns."""

        def register(meaning: Meaning) -> Meaning:
            name = getattr(meaning, "__name__", "rule").replace("_", " ")
            self.rules.extend(Rule(name, pattern, meaning, mod, is_universal) for pattern in patterns)
            return meaning

        return register


class Grammar:
    """All rules of a language, ready to scan."""

    def __init__(self, rules: list[Rule], lexicon: Lexicon) -> None:
        self.rules, self.lexicon = rules, lexicon
        self._patterns = [compiled(rule.pattern, lexicon.letters_of) for rule in rules]
        steps = [pattern.steps(index) for index, pattern in enumerate(self._patterns)]
        self._automaton = Automaton(steps, max((pattern.longest for pattern in self._patterns), default=0))
        self._expressions: dict[int, re.Pattern[str]] = {}  # of the rules that a text has needed

    def candidates(self, tokens: Tokens) -> Iterator[Candidate]:
        """Find the candidates of a text, in its order, without overlaps."""
        end = 0
        for at in self._automaton.starts(tokens.letters):
            if at >= end:
                for candidate in self._made(tokens, at):
                    end = max(end, candidate.last)
                    yield candidate

    def _made(self, tokens: Tokens, at: int) -> list[Candidate]:
        for index in self._automaton.rules(tokens.letters, at):
            match, rule = self._match(index, tokens, at), self.rules[index]
            meant = rule.meaning(match)
            if isinstance(meant, list):
                return [replace(one, rule=rule.name) for one in meant]
            if meant is not None:
                return [Candidate(at, match.last, meant, rule.name, rule.mod)]
        return []

    def _match(self, index: int, tokens: Tokens, at: int) -> Match:
        """Read what a pattern that fits has captured."""
        pattern, expression = self._patterns[index], self._expressions.get(index)
        if expression is None:
            expression = self._expressions[index] = re.compile(pattern.regex)
        found = expression.match(tokens.letters, at)
        if found is None:
            raise AssertionError(f"the two readings of {self.rules[index].pattern!r} differ")
        spans = found.regs
        groups = {name: span for name, span in zip(pattern.names, spans[1:], strict=True) if span[0] < span[1]}
        return Match(tokens, self.lexicon, groups, at, spans[0][1])
