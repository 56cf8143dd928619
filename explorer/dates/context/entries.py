"""The entries of a chronicle: paragraphs that begin with their date, "12 May: The mill opens."

An entry is dated by the date at its head, and the next head counts from it, whatever years are told between.
"""

from bisect import bisect_right

from explorer.dates.context.sentences import ends_sentence
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate

_FEWEST = 3  # paragraphs that make a chronicle
_MARKERS = frozenset((*"*•-–—.)#", "(", "[", "]"))
_DASHES = frozenset(("-", "–", "—"))


def heads(candidates: list[Candidate], tokens: Tokens, ends: list[int]) -> frozenset[int]:
    """Give where the dates start that stand at the head of entries, if there are several of them.

    `ends` are the ends of the paragraphs.
    """
    found: list[int] = []
    paragraph, is_dated = -1, False
    for candidate in candidates:
        start = tokens.starts[candidate.first]
        at = bisect_right(ends, start)
        if at == paragraph:
            continue
        paragraph = at
        if _is_head(candidate, tokens, ends[at - 1] if at else 0):
            found.append(start)
            is_dated = is_dated or (isinstance(candidate.spec, Calendar) and candidate.spec.year is not None)
    return frozenset(found if is_dated and len(found) >= _FEWEST else ())


def _is_head(candidate: Candidate, tokens: Tokens, begin: int) -> bool:
    """Tell whether a date begins its paragraph, behind marks or a number, and a colon, dash or stop follows."""
    spec = candidate.spec
    if not isinstance(spec, Calendar) or spec.step is not None or (spec.month is None and spec.year is None):
        return False
    mark = tokens.word(candidate.last)
    if mark == ".":
        is_marked = ends_sentence(tokens, candidate.last)
    else:
        is_marked = mark == ":" or (mark in _DASHES and not tokens.is_glued(candidate.last))
    return is_marked and _is_first(candidate.first, tokens, begin)


def _is_first(first: int, tokens: Tokens, begin: int) -> bool:
    """Tell whether between the beginning of a paragraph and a token stand marks or a number at most."""
    index = first - 1
    while index >= 0 and tokens.starts[index] >= begin:
        is_number = tokens.word(index).isdigit() and tokens.word(index + 1) in (".", ")")
        if not is_number and tokens.word(index) not in _MARKERS:
            return False
        index -= 1
    return True
