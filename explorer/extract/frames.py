"""Trigger frames: the small pattern language of `frames.toml`, compiled and found in a text.

A trigger within a longer and no weaker one of another kind is swallowed ("ban" in "lifted the ban"), as
is one within an idiom of the section `none` ("stock" in "stock exchange"). It must not know dates or
parties: it says only which words speak for which kind, and how loudly.
"""

import re
from dataclasses import dataclass
from functools import cache

from explorer.extract.lexicon import inflections, table
from explorer.extract.records import Trigger
from explorer.model.mention import Span

_WEIGHTS = {"strong": 6.0, "fair": 4.8, "medium": 3.5, "weak": 2.0}
_PER_WORD = 0.6
_IDIOM = "none"
_NEAR = 12  # triggers on either side among which a longer one is looked for
_SCALE = r"(?:\s?(?:million|billion|trillion|thousand|crore|lakh|hundred|[mkb]n?)\b)?"
_NUMBER = rf"(?:\d[\d.,]*\d|\d){_SCALE}"
_SIGN = r"(?:US|HK|A|C|S|NT|R|NZ)?[$€£¥₹₩]|(?:USD|EUR|GBP|RMB|CNY|JPY|INR|Rs\.?|CHF)\s?"
_CURRENCY = (
    r"(?:euros?|dollars?|pounds?|yen|yuan|rupees?|won|roubles?|rubles?|francs?|reais|pesos?|lira|rand|crowns?|kron[aeo]r?|"
    r"ringgit|baht|zloty|forint|shillings?|naira|cedis?|kwacha|dirhams?|ri[ya]als?|dinars?|rupiah|shekels?|marks?|guilders?)"
)
_LEAD = (
    r"(?:(?:more|less|fewer|over|about|nearly|almost|some|than|up|to|as|much|many|around|least|at|a|an|the|its|"
    r"record|estimated|total|of|roughly|approximately|just|another|under|around|first|further|"
    r"additional)\s+){0,4}"
)
_MONEY = (
    rf"{_LEAD}(?:(?:{_SIGN})\s?{_NUMBER}|{_NUMBER}\s+(?:U\.?S\.? |Swiss |Hong Kong |Canadian )?{_CURRENCY})"
)
_ANY_NUMBER = rf"{_LEAD}(?:{_SIGN})?{_NUMBER}"
_PERCENT = rf"{_LEAD}{_NUMBER}\s?(?:%|percent|per cent|pct)"
_GAP = r"(?:\s+(?:\d[\d,.]*|(?:[A-Z]\.)+|[^\s;:.!?,]+)){0,4}?"
_PLAIN = re.compile(r"[a-z]+")
_FIRST = re.compile(r"[$€£¥₹₩]?\w(?:[\w'’&$]|-(?=\w))*")


@dataclass(frozen=True, slots=True)
class _Frame:
    kind: str
    weight: float
    rest: str  # what follows the first word, as a pattern; most are never met, so they are compiled on demand
    needs: frozenset[str] = frozenset()  # one of these words must stand in the sentence; nothing: any will do


def _heads(word: str) -> tuple[str, ...]:
    """Give the words by which frames know a number or a hyphened word."""
    if word[0].isdigit() or word[0] in "$€£¥₹₩":
        return ("#",)
    return (word, word.rpartition("-")[2]) if "-" in word else (word,)


@cache
def _pattern(rest: str) -> re.Pattern[str]:
    return re.compile(rest, re.IGNORECASE)


def find(text: str, start: int, end: int) -> list[Trigger]:
    """Find the triggers of all kinds between two offsets, in order of place."""
    frames, found = _frames(), []
    words = frozenset(_PLAIN.findall(text[start:end].lower()))  # spares most frames their patterns
    for match in _FIRST.finditer(text, start, end):
        word = match.group().lower()
        for head in (word,) if word.isalpha() else _heads(word):
            for frame in frames.get(head, ()):
                if frame.needs and frame.needs.isdisjoint(words):
                    continue
                begin = match.start() if head == "#" else match.end()
                hit = _pattern(frame.rest).match(text, begin, end) if frame.rest else match
                if hit:
                    found.append(
                        Trigger(frame.kind, frame.weight, Span(match.start(), max(hit.end(), match.end())))
                    )
    return _heard(found)


def _heard(found: list[Trigger]) -> list[Trigger]:
    """Leave out what is swallowed by longer triggers of another kind, and the idioms themselves."""
    heard: list[Trigger] = []
    for at, trigger in enumerate(found):
        start, end = trigger.span
        if trigger.kind == _IDIOM:
            continue
        swallowed = False
        for other in found[max(0, at - _NEAR) : at + _NEAR]:
            begin, finish = other.span
            if begin <= start and end <= finish and finish - begin > end - start and other.kind != trigger.kind:
                swallowed = swallowed or other.weight >= trigger.weight
        if not swallowed:
            heard.append(trigger)
    return heard


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    by_head: dict[str, list[_Frame]] = {}
    for kind, groups in table("frames.toml").items():
        assert isinstance(groups, dict)
        for strength, patterns in groups.items():
            for pattern in patterns:
                for head, frame in _compiled(kind, _WEIGHTS[strength], pattern):
                    by_head.setdefault(head, []).append(frame)
    return {head: tuple(frames) for head, frames in by_head.items()}


def _compiled(kind: str, weight: float, pattern: str) -> list[tuple[str, _Frame]]:
    head, *rest = pattern.split()
    weight += _PER_WORD * sum(word not in ("..",) for word in rest)
    body = "".join(_step(word, rest[i - 1] if i else "") for i, word in enumerate(rest))
    needs = min((forms for word in rest if (forms := _needed(word))), key=len, default=frozenset[str]())
    if head in "#$%":
        number = {"#": _ANY_NUMBER, "$": _MONEY, "%": _PERCENT}[head]
        return [("#", _Frame(kind, weight, number + body, needs))]
    return [(form, _Frame(kind, weight, body, needs)) for form in sorted(_forms(head))]


def _needed(word: str) -> frozenset[str]:
    """Give the plain words of which a step of a frame asks for one; nothing where it may ask for others."""
    if word == ".." or word[0] in "?#$%^_":
        return frozenset()
    forms = frozenset(_forms(word))
    return forms if all(_PLAIN.fullmatch(form) for form in forms) else frozenset()


def _step(word: str, before: str) -> str:
    gap = _GAP if before == ".." else ""
    if word == "..":
        return ""
    if word.startswith("?"):
        return rf"(?:\s+{_alternatives(word[1:])})?"
    special = {"#": _ANY_NUMBER, "$": _MONEY, "%": _PERCENT, "^": r"(?-i:[A-Z])", "_": r"\S+"}
    return rf"{gap}\s+{special[word] if word in special else _alternatives(word)}"


def _alternatives(word: str) -> str:
    return rf"[“\"‘'(]?(?:{'|'.join(map(re.escape, sorted(_forms(word), key=len, reverse=True)))})(?![\w])"


def _forms(word: str) -> set[str]:
    forms: set[str] = set()
    for part in word.split("|"):
        if part.startswith("@"):
            forms |= _nouns(part[1:])
        else:
            forms |= inflections(part[1:]) if part.startswith("~") else {part}
    return forms


@cache
def _nouns(name: str) -> frozenset[str]:
    nouns = table("nouns.toml")[name]
    assert isinstance(nouns, list)
    return frozenset(map(str, nouns))
