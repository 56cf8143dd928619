"""Chains of capitals in a text, in which names are looked for: cut where another name begins.

It must not know which of them are names.
"""

import re
from collections.abc import Iterator
from functools import cache

from explorer.extract.lexicon import CAPITAL, LETTER, table
from explorer.model.mention import Span

_REST = r"[\w&+]*(?:[.’'-]+[\w&+]+)*"
_DIGITS = r"(?:\d{1,3}[A-Z][\w.]*\w)"  # 8Lanterns
_JOINT = r"(?:of|de|del|della|di|do|da|dos|das|du|des|van|von|la|le|el|y|e)(?=\s[A-ZÀ-Þ])"
_CHAIN = re.compile(rf"(?:{CAPITAL}{_REST}|{_DIGITS})(?:\s+(?:{CAPITAL}{_REST}|&|{_JOINT})){{0,7}}")
_PLAIN_CHAIN = re.compile(rf"{LETTER}{_REST}(?:\s+(?:{LETTER}{_REST}|&|{_JOINT})){{0,7}}")  # much faster
# capitals at which only `_CHAIN` finds names
_ODD = re.compile(r"[A-Z](?<=\w.)(?:(?<=\d.)|(?<=\b[a-z].)|(?<=\b[a-z][a-z].))")
_ODD_HEAD = 3  # characters before an odd capital with which a name may begin
_CAPITAL = re.compile(LETTER)
_WORDS = re.compile(r"\S+")
_ROLES = frozenset(
    "CEO CFO COO CTO Chairman Chairwoman President Chief Executive Founder Director Spokesman Analyst "
    "Plaintiff Defendant Appellant Petitioner".split()
)


_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_TIMES = _MONTHS | _WEEKDAYS
_BEFORE_TIMES = frozenset("On In Since Until By From Before After During Last This Next Late Early".split())
_OPENERS = _TIMES | _BEFORE_TIMES
_DATED = re.compile(
    r"(?:\b(?:in|on|since|until|last|this|next|late|early)|\d(?:st|nd|rd|th)?)\s$", re.IGNORECASE
)
_DATED_REACH = 7


@cache
def _legal() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["legal"]).split())


@cache
def _cuts() -> frozenset[str]:
    return _ROLES | _legal()


def pieces(text: str) -> list[Span]:
    """Find the chains of capitals of a text, cut where another name begins."""
    cuts = _cuts()
    found: list[Span] = []
    for match in _odd_chains(text) if _ODD.search(text) else _PLAIN_CHAIN.finditer(text):
        words = match.group()
        if not words.isalpha() and ("\n" in words or not cuts.isdisjoint(words.split())):
            found += [_behind_date(text, piece) for piece in _pieces(text, match)]
        elif words not in _ROLES:
            found.append(_behind_date(text, Span(*match.span())))
    return found


def _behind_date(text: str, span: Span) -> Span:
    """Leave out the day or month before a name: "On Monday Acme", "In June Acme", "Last Friday Acme"."""
    start, end = span
    first, space, rest = text[start:end].partition(" ")
    if first not in _OPENERS or not rest:
        return span
    if first in _BEFORE_TIMES:
        second, more, _ = rest.partition(" ")
        return Span(start + len(first) + len(second) + 2, end) if second in _TIMES and more else span
    is_date = _DATED.search(text, max(0, start - _DATED_REACH), start)
    return Span(start + len(first) + len(space), end) if is_date else span


def _odd_chains(text: str) -> Iterator[re.Match[str]]:
    """Find the chains of a text with odd capitals, tried at all capitals and right before the odd ones."""
    starts = {match.start() for match in _CAPITAL.finditer(text)}
    starts.update(match.start() - back for match in _ODD.finditer(text) for back in range(1, _ODD_HEAD + 1))
    end = 0
    for start in sorted(starts):
        match = _CHAIN.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _pieces(text: str, match: re.Match[str]) -> Iterator[Span]:
    """Cut a chain at offices, behind legal forms and at headings: "Acme CEO Ada Lovelace" has two names."""
    start, end = match.start(), match.start()
    for word in _WORDS.finditer(match.group()):
        at = match.start() + word.start()
        if word.group() in _ROLES:
            if end > start:
                yield Span(start, end)
            start = end = match.start() + word.end() + 1
        elif end > start and "\n" in text[end:at] and _is_line(text, start, end, at):
            yield Span(start, end)
            start, end = at, match.start() + word.end()
        elif end > start and word.group().rstrip(".,") in _legal():
            yield Span(start, match.start() + word.end())
            start = end = match.start() + word.end() + 1
        else:
            start = start if end > start else at
            end = match.start() + word.end()
    if end > start:
        yield Span(start, end)


def _is_line(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether words fill their line, so that what stands on the next one is no part of them."""
    return text[max(0, start - 1) : start] in ("", "\n") or text.count("\n", end, at) > 1
