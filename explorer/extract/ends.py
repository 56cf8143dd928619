"""Where a stretch of text begins and ends: what is no part of it is taken off.

It must not know dates or kinds.
"""

import re
from collections.abc import Iterator, Sequence

from explorer.model.mention import Span

_LONGEST = 1_500  # characters: what is longer is a table without full stops, and is read in pieces


def pieces(text: str, sentence: Span) -> Iterator[Span]:
    """Cut a sentence that is too long to be one at spaces."""
    start, end = sentence
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield Span(start, cut)
        start = cut
    if start < end:
        yield sentence if start == sentence.start else Span(start, end)


def without(stamps: Sequence[Span], sentence: Span) -> Span:
    """Take a dateline off the head of a sentence."""
    first, end = sentence
    ends = [s.end for s in stamps if s.start <= first < s.end < end]
    return Span(max(ends), end) if ends else sentence


_HEAD_MARKS = " \t\n,;:*•·–—-"
_JOINT = re.compile(r"(?:and|but|or)\s+")
_LOOSE_END = re.compile(r"(?:[,;–—]\s*(?:and|but|or|up|down|of|in|from|to|with|by)|\s(?:and|or))$")
_LONGEST_END = 10  # characters


def tidied(text: str, span: Span) -> Span:
    """Take white space, marks and the small words of a neighbouring clause off the ends of a span."""
    start, end = span
    while start < end and text[start] in _HEAD_MARKS:
        start += 1
    while end > start and text[end - 1] in " \t\n,;":
        end -= 1
    joint = _JOINT.match(text, start, end)
    loose = _LOOSE_END.search(text, max(start, end - _LONGEST_END), end)
    return Span(joint.end() if joint else start, loose.start() if loose else end)
