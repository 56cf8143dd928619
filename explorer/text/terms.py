"""What a person searches: words and phrases that must all stand in a text, or must not; and where they do.

`fine "app store" -rumour` wants the word fine and the phrase, and refuses texts with rumour. The last word is a
prefix, because it may still be being typed. Case and the accents of Latin letters do not count. A run of
Chinese, Japanese or Korean is found anywhere, since nothing divides its words. The text index of the library
keeps to the same law, and a test compares the two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from explorer.model.mention import Span

CJK = (
    r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
_LETTER = rf"[^\W_{CJK}]"
_TERM = re.compile(r'(?P<out>-)?(?:"(?P<phrase>(?:[^"\\]|\\.)*)"?|(?P<word>\S+))')
_SNIPPET = 160


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that is wanted, or refused (`is_out`); the end of a prefix may still be missing."""

    words: str
    is_out: bool = False
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A short piece of a text on one line, and the spans of it that were searched."""

    text: str
    spans: tuple[Span, ...]


@cache
def _token() -> re.Pattern[str]:
    """Compile what a word is when the first is looked for: sets of so many letters take milliseconds."""
    return re.compile(f"(?P<run>[{CJK}]+)|{_LETTER}+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{CJK}]+")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Find the words of a text, and the runs of characters that nothing divides (`run`)."""
    return _token().finditer(text)


def terms(typed: str) -> list[Term]:
    """Tell apart what was typed; what holds neither letter nor digit is left out."""
    found = list(_TERM.finditer(typed))
    read: list[Term] = []
    for match in found:
        is_quoted = match["phrase"] is not None
        said = re.sub(r"\\(.)", r"\1", match["phrase"]) if is_quoted else match["word"]
        if _token().search(said):
            is_last = match is found[-1] and not is_quoted and not match["out"]
            read.append(Term(said, bool(match["out"]), is_last))
    return read


def folded(text: str) -> str:
    """Write a text without case and without the accents of Latin letters, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    character = base if base.isascii() else character
    bare = character.casefold()
    return bare if len(bare) == 1 else character


def holds(text: str, wanted: Iterable[Term]) -> bool:
    """Tell whether a text holds every term that is wanted and none that is refused."""
    plain = folded(text)
    return all((_pattern(term).search(plain) is not None) is not term.is_out for term in wanted)


def places(text: str, wanted: Iterable[Term]) -> list[Span]:
    """Give where the wanted terms stand in a text, in its order; places that overlap are one."""
    patterns = [_pattern(term) for term in wanted if not term.is_out]
    plain = folded(text) if patterns else ""
    found: list[Span] = []
    for start, end in sorted(match.span() for pattern in patterns for match in pattern.finditer(plain)):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def snippet(text: str, found: Iterable[Span], most: int = _SNIPPET) -> Snippet:
    """Cut the piece of a text around the first place found, at most so many characters, on one line."""
    spans = list(found)
    first = spans[0].start if spans else 0
    start = 0 if len(text) <= most else max(0, min(first - most // 3, len(text) - most))
    end = min(len(text), start + most)
    if start and (gap := text.find(" ", start, first)) >= 0:
        start = gap + 1
    if end < len(text) and (gap := text.rfind(" ", max(first, start), end)) > 0:
        end = gap
    before, after = "…" * (start > 0), "…" * (end < len(text))
    shift = len(before) - start
    inside = (Span(one.start + shift, min(one.end, end) + shift) for one in spans if start <= one.start < end)
    # A line break takes one place, as the space that stands for it does.
    line = re.sub(r"\s", " ", text[start:end])
    return Snippet(f"{before}{line}{after}", tuple(inside))


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    found = list(tokens(folded(term.words)))
    parts: list[str] = []
    for before, token in zip([None, *found], found, strict=False):
        if before is not None:
            # Two words need something between them; a run is divided from a word by itself.
            is_same = (before["run"] is None) == (token["run"] is None)
            parts.append(r"[\W_]+" if is_same else r"[\W_]*")
        parts.append(re.escape(token[0]))
    first, last = found[0], found[-1]
    head = "" if first["run"] else f"(?<!{_LETTER})"
    tail = "" if last["run"] else f"{_LETTER}*" if term.is_prefix else f"(?!{_LETTER})"
    return re.compile(head + "".join(parts) + tail)


def grams(text: str) -> str:
    """Write what an index by words must be told besides: the pairs of characters of each run, and its last one.

    The words of a text with a run are written too, because nothing need divide the two ("App-Store禁止"). In
    this form the tokens of a phrase follow each other as they do in the text.
    """
    if not _run().search(text):
        return ""
    told: list[str] = []
    for token in tokens(text):
        run = token["run"]
        told += [run[i : i + 2] for i in range(len(run))] if run else [token[0]]
    return " ".join(told)
