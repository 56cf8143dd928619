"""The pattern language: concepts in a row, compiled to a regular expression over the letters of a text.

    MONTH:month DAY:day (,? YEAR:year)?      capitals are concepts of the lexicon, `:name` captures the token
    <n DIGITS | TENS (DASH? ONES)?>          `<name ...>` captures several tokens
    the? end of                              small letters and punctuation stand for themselves
    ( | ) ? {0,2}                            mean what they mean in regular expressions

ANY is any one word that the lexicon does not know. Nothing is unbounded, so that no text can make matching
slow. This module knows letters only, not what they mean.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?P<concept>[A-Z][A-Z_0-9]+)(?::(?P<name>[a-z]\w*))?|<(?P<open>[a-z]\w*)|(?P<close>[>)])|(?P<group>\()"
    r"|(?P<times>\?|\{\d,\d\})|(?P<bar>\|)|(?P<literal>'s|[^\W\d_]+|[^\w\s])"
)
LettersOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A piece of a pattern as a regular expression, the letters it can begin with, whether it can be empty."""

    regex: str
    firsts: frozenset[str]
    is_empty: bool


def literals(pattern: str) -> set[str]:
    """Give the words that stand for themselves in a pattern."""
    return {match["literal"] for match in _PIECE.finditer(pattern) if match["literal"]}


def compiled(pattern: str, letters_of: LettersOf) -> Compiled:
    """Compile a pattern; `letters_of` gives the letters of a concept, or of a literal word as `=word`.

    The place of a capture becomes part of its group's name, so that alternatives may share a name
    (`capture_name` takes it off again).
    """
    pieces = _PIECE.finditer(pattern)
    return _alternatives(pieces, letters_of)


def capture_name(group: str) -> str:
    """Give the name of a capture as the pattern writes it."""
    return group.partition("__")[0]


def _alternatives(pieces: Iterator[re.Match[str]], letters_of: LettersOf) -> Compiled:
    """Compile up to the closing bracket, or to the end."""
    options: list[list[Compiled]] = [[]]
    for piece in pieces:
        if piece["close"]:
            break
        if piece["bar"]:
            options.append([])
        elif piece["times"]:
            options[-1].append(_repeated(options[-1].pop(), piece["times"]))
        else:
            options[-1].append(_one(piece, pieces, letters_of))
    rows = [_row(option) for option in options]
    firsts = frozenset[str]().union(*(row.firsts for row in rows))
    return Compiled("|".join(row.regex for row in rows), firsts, any(row.is_empty for row in rows))


def _one(piece: re.Match[str], pieces: Iterator[re.Match[str]], letters_of: LettersOf) -> Compiled:
    if piece["open"] or piece["group"]:
        inner = _alternatives(pieces, letters_of)
        head = f"(?P<{piece['open']}__{piece.start()}>" if piece["open"] else "(?:"
        return Compiled(f"{head}{inner.regex})", inner.firsts, inner.is_empty)
    letters = letters_of(piece["concept"] or f"={piece['literal']}")
    one = f"[{re.escape(letters)}]" if letters else "(?!)"
    regex = f"(?P<{piece['name']}__{piece.start()}>{one})" if piece["name"] else one
    return Compiled(regex, frozenset(letters), False)


def _repeated(one: Compiled, times: str) -> Compiled:
    is_empty = one.is_empty or times == "?" or times.startswith("{0")
    return Compiled(f"(?:{one.regex}){times}", one.firsts, is_empty)


def _row(parts: list[Compiled]) -> Compiled:
    firsts: set[str] = set()
    for part in parts:
        firsts |= part.firsts
        if not part.is_empty:
            break
    return Compiled(
        "".join(part.regex for part in parts), frozenset(firsts), all(part.is_empty for part in parts)
    )
