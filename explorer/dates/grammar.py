"""The pattern language: concepts in a row, compiled to one regular expression over the letters of a text.

A pattern is written in words:

    MONTH:month DAY:day (,? YEAR:year)?      capitals are concepts of the lexicon, `:name` captures the token
    <n DIGITS | NUMBER (-? NUMBER){0,2}>     `<name ...>` captures several tokens
    the? end of                              small letters and punctuation stand for themselves
    ( | ) ? {0,2}                            mean what they mean in regular expressions; nothing is unbounded

Patterns are tried in the order in which they are registered; the first that fits at a place wins. The
grammar must not know what a pattern means: it hands the captured words to the pattern's function.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from explorer.dates.lexicon import Lexicon
from explorer.dates.specs import Candidate, Spec
from explorer.dates.tokens import Tokens

_PIECE = re.compile(
    r"(?P<concept>[A-Z][A-Z_0-9]+)(?::(?P<name>[a-z]\w*))?|<(?P<open>[a-z]\w*)|(?P<close>>)"
    r"|(?P<group>\()|(?P<regex>[)?|]|\{\d,\d\})|(?P<literal>'s|[a-z]+|[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens that a pattern took, by the names of its captures."""

    tokens: Tokens
    lexicon: Lexicon
    groups: dict[str, tuple[int, int]]
    first: int
    last: int

    def has(self, name: str) -> bool:
        """Tell whether a capture took part."""
        return name in self.groups

    def word(self, name: str) -> str:
        """Give the captured words in lower case, "" where the capture took no part."""
        if name not in self.groups:
            return ""
        first, last = self.groups[name]
        return " ".join(self.tokens.word(index) for index in range(first, last))

    def meaning(self, name: str, *concepts: str) -> Any:
        """Give what the captured word means in the first of the concepts that knows it."""
        word = self.word(name).replace("’", "'")
        found = (self.lexicon.meaning(concept, word) for concept in concepts)
        return next((meaning for meaning in found if meaning is not None), None)

    def candidate(self, spec: Spec, mod: str | None = None, first: str = "", last: str = "") -> Candidate:
        """Make a candidate of the whole match, or of the stretch from one capture to another."""
        begin = self.groups[first][0] if first else self.first
        end = self.groups[last][1] if last else self.last
        return Candidate(begin, end, spec, "", mod)


Meaning = Callable[[Match], Spec | list[Candidate] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with what it means; None from the function says that it does not fit after all."""

    name: str
    pattern: str
    meaning: Meaning
    mod: str | None = None


class Rules:
    """A list of rules, filled by decorating functions: `@rules.add("MONTH:month YEAR:year")`."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(self, *patterns: str, mod: str | None = None) -> Callable[[Meaning], Meaning]:
        """Register a function under one or more patterns."""

        def register(meaning: Meaning) -> Meaning:
            name = getattr(meaning, "__name__", "rule").replace("_", " ")
            self.rules.extend(Rule(name, pattern, meaning, mod) for pattern in patterns)
            return meaning

        return register


def literals(pattern: str) -> set[str]:
    """Give the words that stand for themselves in a pattern."""
    return {match["literal"] for match in _PIECE.finditer(pattern) if match["literal"]}


def compiled(pattern: str, lexicon: Lexicon, *, is_capturing: bool) -> str:
    """Turn a pattern into a regular expression over letters.

    A capture's place in the pattern becomes part of its name, so that alternatives may share a name.
    """
    parts: list[str] = []
    for piece in _PIECE.finditer(pattern):
        kind = piece.lastgroup
        if piece["concept"] or kind == "literal":
            letters = lexicon.letters_of(piece["concept"] or f"={piece['literal']}")
            one = f"[{re.escape(letters)}]" if letters else r"(?!)"
            parts.append(f"(?P<{piece['name']}__{piece.start()}>{one})" if piece["name"] and is_capturing else one)
        elif piece["open"]:
            parts.append(f"(?P<{piece['open']}__{piece.start()}>" if is_capturing else "(?:")
        elif piece["group"]:
            parts.append("(?:")
        else:
            parts.append(")" if piece["close"] else piece.group())
    return "".join(parts)


class Grammar:
    """All rules of a language, ready to scan."""

    def __init__(self, rules: list[Rule], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.rules = rules
        bodies = [compiled(rule.pattern, lexicon, is_capturing=False) for rule in rules]
        self._scan = re.compile("|".join(f"(?P<r{i}>{body})" for i, body in enumerate(bodies)))
        self._single = [re.compile(compiled(rule.pattern, lexicon, is_capturing=True)) for rule in rules]

    def candidates(self, tokens: Tokens) -> Iterator[Candidate]:
        """Find the candidates of a text, in its order, without overlaps."""
        at = 0
        while (found := self._scan.search(tokens.letters, at)) is not None:
            made = self._make(found, tokens)
            yield from made
            at = max((candidate.last for candidate in made), default=found.start() + 1)

    def _make(self, found: re.Match[str], tokens: Tokens) -> list[Candidate]:
        begin = found.start()
        for index in range(int((found.lastgroup or "r0")[1:]), len(self.rules)):
            match = self._single[index].match(tokens.letters, begin)
            if match is None:
                continue
            names = {
                name.partition("__")[0]: match.span(name) for name, text in match.groupdict().items() if text
            }
            rule = self.rules[index]
            meant = rule.meaning(Match(tokens, self.lexicon, names, begin, match.end()))
            if meant is None:
                continue
            if isinstance(meant, list):
                return [replace(one, rule=rule.name) for one in meant]
            return [Candidate(begin, match.end(), meant, rule.name, rule.mod)]
        return []
