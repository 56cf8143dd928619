"""Paragraphs and sentences of a text, as spans without the white space around them.

A blank line, a heading and a list item begin a new paragraph; a single line break does where a line was
ended on purpose, not where it was full. It must not know what the sentences say.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from explorer import resources
from explorer.model.mention import Span

_WIDEST_WRAP = 200  # nobody wraps lines by hand that wide: longer lines are paragraphs
_MARKER = re.compile(r"[ \t]*(?:[-*•·‣▪–—+]\s|#{1,6}\s|>\s|\(?(?:\d{1,3}|[a-z])[.)]\s|\|)")
_HEADING = re.compile(r"[ \t]*#{1,6}\s")
_FENCE = re.compile(r"[ \t]*[-=*_~]{3,}[ \t]*$")
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_BULLETS = frozenset("*•‣▪·")  # a list that has lost its lines
_CLOSERS = "\"'”’»)]"

# Begins with the characters themselves, so that all between them is passed over fast. [12]: as Wikipedia refers
_END = re.compile(
    r"[.!?…。！？｡](?:"
    r"(?<=[.!?…])(?<![.!?…].)(?P<more>[.!?…]*)(?:\[\d{1,3}\]){0,9}[\"'”’»)\]]{0,9}(?=\s)"
    r"|(?<=[。！？｡])(?P<cjk>[。！？｡]*)[\"'”’』」）》]{0,9})"
)
_OPENING = re.compile(r"[\s\"“”‘(\[/—–]")
_NEXT = re.compile(r"\s+[\"'“‘«(\[¿¡]*(?P<word>\S{1,24})")

_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")  # U.S, p.m, J
_WITHOUT_ORDINALS = frozenset(("en", "es", "fr", "id", "it", "nl", "pt", "ru"))
_SMALL_NUMBER = re.compile(r"\d{1,2}$")
_ENGLISH_DAY = re.compile(  # "on June 30. The"
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6}\b|\b\.?)\s\d{1,2}\Z"
)


def paragraphs(text: str) -> list[Span]:
    """Cut a text into paragraphs: in order, disjoint, covering everything but white space."""
    return [span for block in _blocks(text) for span in _units(text, block)]


def sentences(text: str, language: str | None = None) -> list[Span]:
    """Cut a text into sentences: in order, disjoint, covering everything but white space.

    The language tells whether a stop may stand behind an ordinal ("5. April"); unknown, it may.
    """
    has_ordinals = language not in _WITHOUT_ORDINALS
    return [span for unit in paragraphs(text) for span in _split(text, unit, has_ordinals=has_ordinals)]


def _blocks(text: str) -> Iterator[list[Span]]:
    """Give the lines of each stretch between blank lines."""
    block: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            block.append(Span(start, end))
        elif block:
            yield block
            block = []
        start = end + 1
    if block:
        yield block


def _units(text: str, lines: list[Span]) -> Iterator[Span]:
    first = lines[0].start
    if len(lines) == 1:
        yield _trimmed(text, first, lines[0].end)
        return
    width = max(end - start for start, end in lines)
    for line, following in pairwise(lines):
        if _is_deliberate(text[slice(*line)], text[slice(*following)], width):
            yield _trimmed(text, first, line.end)
            first = following.start
    yield _trimmed(text, first, lines[-1].end)


def _is_deliberate(line: str, following: str, width: int) -> bool:
    """Tell whether a line ends where its writer wanted, not where it was full."""
    if width > _WIDEST_WRAP or _MARKER.match(following) or _HEADING.match(line):
        return True
    if _FENCE.match(line) or _FENCE.match(following):
        return True
    word = following.split(None, 1)[0]
    if word[0].islower():
        return False
    needed = len(line.rstrip()) + 1 + len(word)
    return needed < 0.75 * width or (needed <= width and line.rstrip().rstrip(_CLOSERS).endswith(_STOPS))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    if len(piece.strip()) == end - start:  # mostly
        return Span(start, end)
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _split(text: str, unit: Span, *, has_ordinals: bool) -> Iterator[Span]:
    start = unit.start
    marker = _MARKER.match(text, unit.start, unit.end)
    at = marker.end() if marker else unit.start
    for match in _END.finditer(text, at, unit.end):
        if match["cjk"] is not None or _ends(text, match, Span(start, unit.end), has_ordinals=has_ordinals):
            if match.end() > start:
                yield _trimmed(text, start, match.end())
            start = match.end()
    if text[start : unit.end].strip():
        yield _trimmed(text, start, unit.end)


def _ends(text: str, match: re.Match[str], rest: Span, *, has_ordinals: bool) -> bool:
    """Tell whether a stop ends a sentence, by the word before and the word after it.

    `rest` begins with the sentence. A small number before the stop may be an ordinal ("5. April") or of a step.
    """
    following = _NEXT.match(text, match.end(), rest.end)
    if following is None:
        return True
    word = following["word"]
    if word in _BULLETS:
        return True
    if word[0].islower() and not any(letter.isupper() for letter in word[1:3]):  # but iPhone, eBay
        return False
    begin = max(rest.start, match.start() - 24)
    before = _OPENING.split(text[begin : match.start()])[-1]
    mark = text[match.start()] if not match["more"] else ""
    if mark == ".":
        if before[-1:].isdigit() and _ENGLISH_DAY.search(text, begin, match.start()):
            return True
        is_first = not text[rest.start : match.start() - len(before)].strip()
        if _SMALL_NUMBER.match(before) and (has_ordinals or is_first):
            return _is_starter(word) or not word[0].isalpha()
        return _ends_after(before, word)
    return not (mark == "!" and before.lower() in _words("shouted") and not _is_starter(word))


def _ends_after(before: str, word: str) -> bool:
    key = before.lower().removeprefix("'").removeprefix("’")
    if key in _words("never"):
        return False
    if key in _words("numbering"):  # "no. 5", but "The bank said no. Its owner did not."
        return not word[0].isdigit()
    if key in _words("perhaps") or _ABBREVIATION.match(before) or (len(before) == 1 and before.isupper()):
        return _is_starter(word)
    return True


def _is_starter(word: str) -> bool:
    letters = word.rstrip(",;:'’\"”)")
    return letters.partition("'")[0].partition("’")[0].lower() in _words("starters")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(resources.toml("text/sentences.toml")[name].split())
