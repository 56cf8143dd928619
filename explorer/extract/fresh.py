"""Names of companies that no gazetteer has: by legal suffix, ticker, a firm's noun, or cues beside them.

A text is read once for chains of capitals, and each is judged by what stands in it and around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from explorer.extract.lexicon import CAPITAL, table
from explorer.model.mention import Span

_WORD = rf"(?:{CAPITAL}[\w&.+’'-]*[\w&+]|{CAPITAL})"
_CHAIN = re.compile(rf"{_WORD}(?:\s+(?:{_WORD}|&|(?:of|de)(?=\s[A-Z]))){{0,7}}")
_TICKER = re.compile(
    r"\s*\(\s*(?:[A-Z0-9]{1,6}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKG|HKEX|TYO|BSE|NSE|Euronext)\s?:\s?[\w.]+)\s*\)"
    r"|\s[A-Z0-9]{2,6}\.(?:[A-Z]{1,2}|UL)\b"
)
_ABBREVIATION = re.compile(r"\s*,?\s*\(\s*[\"“]?(?P<short>[A-Z][\w&.-]{1,11})[\"”]?\s*\)")
_IS_TICKER = re.compile(r"\.[A-Z]{1,3}$")
_ROLES = frozenset(
    {
        "CEO",
        "CFO",
        "COO",
        "CTO",
        "Chairman",
        "Chairwoman",
        "President",
        "Chief",
        "Executive",
        "Founder",
        "Director",
        "Spokesman",
        "Analyst",
    }
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of capitals with the words around it judged: `strength` 2 proves a company, 1 hints at one."""

    span: Span
    name: str
    strength: int
    short: str | None = None


@cache
def common() -> frozenset[str]:
    """Give the words that begin no name although they may have a capital."""
    return frozenset(str(table("cues.toml")["common"]).split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    cues = table("cues.toml")
    legal = "|".join(re.escape(word) for word in sorted(_words("legal"), key=len, reverse=True))
    firms = "|".join(str(cues["firms"]).split())
    return {
        "legal": re.compile(rf",?\s+(?:{legal})(?![\w])\.?"),
        "legal_end": re.compile(rf"(?:,?\s+(?:{legal})\.?|,?\s+(?:& Co|and Co))+$"),
        "before": re.compile(rf"\b(?:{cues['before']}|{firms})\s$", re.IGNORECASE),
        "after": re.compile(
            rf"{cues['after']}|,\s(?:an?|the|which|whose)\s(?:[\w’'-]+\s){{0,6}}?(?:{firms})\b"
        ),
    }


def legal_suffix(text: str, at: int) -> int:
    """Give where a legal suffix that begins at an offset ends; the offset itself without one."""
    match = _cues()["legal"].match(text, at)
    return match.end() if match and not re.match(r"\s+[a-z]+\s*$", text[match.end() : match.end() + 30]) else at


def without_suffix(name: str) -> str:
    """Take the legal suffixes off a name."""
    return _cues()["legal_end"].sub("", name)


def chains(text: str) -> list[Chain]:
    """Find the chains of capitals that cues show to be companies."""
    return [
        chain
        for match in _CHAIN.finditer(text)
        for piece in _pieces(text, match)
        if (chain := _judged(text, piece))
    ]


def _pieces(text: str, match: re.Match[str]) -> Iterator[Span]:
    """Cut a chain at offices: "Acme CEO Ada Lovelace" has two names."""
    start, end = match.start(), match.start()
    for word in re.finditer(r"\S+", match.group()):
        at = match.start() + word.start()
        if word.group() in _ROLES:
            if end > start:
                yield Span(start, end)
            start = end = match.start() + word.end() + 1
        else:
            start = start if end > start else at
            end = match.start() + word.end()
    if end > start:
        yield Span(start, end)


def _judged(text: str, span: Span) -> Chain | None:
    end = legal_suffix(text, span.end)
    words = text[span.start : span.end].split()
    is_proved = (
        end > span.end
        or (len(words) > 1 and words[-1].rstrip(".") in _words("legal"))
        or bool(_TICKER.match(text, end))
    )
    start = _head(text, span, "openers" if is_proved else "common")
    name = without_suffix(re.sub(r"['’]s$", "", text[start : span.end].strip(" .,'’")))
    name = re.sub(r"\s(?:of|and|&|the)$", "", name)
    if not name or name.lower() in common() or name in _words("heads") or name.lower() in _words("firms"):
        return None
    strength = (
        2
        if is_proved or (len(name.split()) > 1 and name.split()[-1] in _words("heads"))
        else _hinted(text, Span(start, span.end))
    )
    if not strength or (
        strength == 1 and (len(name.split()) > 4 or not re.search(r"[a-z]{2}|^[A-Z&]{2,5}$", name))
    ):
        return None
    short = _ABBREVIATION.match(text, end)
    return Chain(
        Span(start, span.end),
        name,
        strength,
        short["short"] if short and not _IS_TICKER.search(short["short"]) else None,
    )


def _hinted(text: str, span: Span) -> int:
    end = span.end - 2 if text[span.end - 2 : span.end] in ("'s", "’s") else span.end
    before = _cues()["before"].search(text, max(0, span.start - 32), span.start)
    return int(bool(before) or bool(_cues()["after"].match(text, end)))


def _head(text: str, span: Span, refused: str) -> int:
    for word in re.finditer(r"\S+", text[span.start : span.end]):
        if word.group().lower().strip(".'’") not in _words(refused):
            return span.start + word.start()
    return span.end
