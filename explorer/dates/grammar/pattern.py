"""The pattern language: concepts in a row, compiled for two readers of the letters of a text.

    MONTH:month DAY:day (,? YEAR:year)?      capitals are concepts of the lexicon, `:name` captures the token
    <n DIGITS | TENS (DASH? ONES)?>          `<name ...>` captures several tokens
    the? end of                              small letters and punctuation stand for themselves
    ( | ) ? {0,2}                            mean what they mean in regular expressions

ANY is any one word that the lexicon does not know. Nothing is unbounded, so that no text can make matching
slow. A pattern becomes a regular expression, which knows what was captured, and steps, with which many
patterns are tried at once (see `automaton`). This module knows letters only, not what they mean.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

_PIECE = re.compile(
    r"(?P<concept>[A-Z][A-Z_0-9]+)(?::(?P<name>[a-z]\w*))?|<(?P<open>[a-z]\w*)|(?P<close>[>)])|(?P<group>\()"
    r"|(?P<times>\?|\{\d,\d\})|(?P<bar>\|)|(?P<literal>'s|[^\W\d_]+|[^\w\s])"
)
LettersOf = Callable[[str], str]


class Step:
    """One letter of `letters`, and what may come after it; a number stands for the end of that rule."""

    __slots__ = ("after", "letters")

    def __init__(self, letters: str, after: "After") -> None:
        self.letters, self.after = letters, after


After = tuple[Step | int, ...]


class _Piece(NamedTuple):
    """A piece of a pattern: its expression, what comes first where it stands before something, its length."""

    regex: str
    before: Callable[[After], After]
    longest: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression, the names of its groups in their order, the most letters it takes."""

    regex: str
    names: tuple[str, ...]
    before: Callable[[After], After]
    longest: int

    def steps(self, rule: int) -> After:
        """Give the steps that a text can begin with, down to the end of the rule of this number."""
        return self.before((rule,))


def literals(pattern: str) -> set[str]:
    """Give the words that stand for themselves in a pattern."""
    return {match["literal"] for match in _PIECE.finditer(pattern) if match["literal"]}


def compiled(pattern: str, letters_of: LettersOf) -> Compiled:
    """Compile a pattern; `letters_of` gives the letters of a concept, or of a literal word as `=word`.

    Alternatives may share the name of a capture.
    """
    parser = _Parser(_PIECE.finditer(pattern), letters_of)
    piece = parser.alternatives()
    return Compiled(piece.regex, tuple(parser.names), piece.before, piece.longest)


class _Parser:
    """Reads one pattern from left to right."""

    def __init__(self, pieces: Iterator[re.Match[str]], letters_of: LettersOf) -> None:
        self.pieces, self.letters_of = pieces, letters_of
        self.names: list[str] = []

    def alternatives(self) -> _Piece:
        """Compile up to the closing bracket, or to the end."""
        options: list[list[_Piece]] = [[]]
        for match in self.pieces:
            kind, text = match.lastgroup, match[0]
            if kind == "close":
                break
            if kind == "bar":
                options.append([])
            elif kind == "times":
                options[-1].append(_repeated(options[-1].pop(), text))
            else:
                options[-1].append(self._one(match))
        rows = [_row(option) for option in options]
        if len(rows) == 1:
            return rows[0]
        heads = [row.before for row in rows]
        return _Piece(
            "|".join(row.regex for row in rows),
            lambda after: tuple(step for head in heads for step in head(after)),
            max(row.longest for row in rows),
        )

    def _one(self, match: re.Match[str]) -> _Piece:
        name = match["name"] or match["open"]
        if name:
            self.names.append(name)
        if match["open"] or match["group"]:
            inner = self.alternatives()
            return inner._replace(regex=f"({inner.regex})" if name else f"(?:{inner.regex})")
        letters = self.letters_of(match["concept"] or f"={match['literal']}")
        one = f"[{re.escape(letters)}]" if letters else "(?!)"
        return _Piece(f"({one})" if name else one, lambda after: (Step(letters, after),), 1)


def _repeated(one: _Piece, times: str) -> _Piece:
    least, most = (0, 1) if times == "?" else (int(times[1]), int(times[3]))

    def before(after: After) -> After:
        rest = after
        for left in range(most, 0, -1):
            rest = one.before(rest) + (after if left > least else ())
        return rest

    return _Piece(f"(?:{one.regex}){times}", before, one.longest * most)


def _row(parts: list[_Piece]) -> _Piece:
    if len(parts) == 1:
        return parts[0]
    heads = [part.before for part in reversed(parts)]
    return _Piece(
        "".join(part.regex for part in parts),
        lambda after: reduce(lambda rest, head: head(rest), heads, after),
        sum(part.longest for part in parts),
    )
