"""Trigger frames: the small pattern language of `frames.toml`, compiled and found in a text.

A trigger within a longer and no weaker one of another kind is swallowed ("ban" in "lifted the ban"), as
is one within an idiom of the section `none` ("stock" in "stock exchange"). It must not know dates or
parties: it says only which words speak for which kind, and how loudly.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from explorer.extract.lexicon import inflections, small, table
from explorer.extract.records import Trigger
from explorer.model.mention import Span

_WEIGHTS = {"strong": 6.0, "fair": 4.8, "medium": 3.5, "weak": 2.0}
_PER_WORD = 0.6
_IDIOM = "none"
_DEED = "deed"  # where the verb of a frame stands that begins with who acts
_NEAR = 12  # triggers on either side among which a longer one is looked for
_SCALE = r"(?:\s?(?:million|billion|trillion|thousand|crore|lakh|hundred|[mkb]n?)\b)?"
_FEW = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds|"
    r"thousands)\b"
)
_NUMBER = rf"(?:\d[\d.,]*\d|\d){_SCALE}"
_SIGN = r"(?:us|hk|a|c|s|nt|r|nz)?[$€£¥₹₩]|(?:usd|eur|gbp|rmb|cny|jpy|inr|rs\.?|chf)\s?"
_CURRENCY = (
    r"(?:euros?|dollars?|pounds?|yen|yuan|rupees?|won|roubles?|rubles?|francs?|reais|pesos?|lira|rand|crowns?"
    r"|kron[aeo]r?|ringgit|baht|zloty|forint|shillings?|naira|cedis?|kwacha|dirhams?|ri[ya]als?|dinars?|rupiah|shekels?|marks?"
    r"|guilders?)"
)
_LEAD = (
    r"(?:(?:more|less|fewer|over|about|nearly|almost|some|than|up|to|as|much|many|around|least|at|a|an|the|its|"
    r"record|estimated|total|of|roughly|approximately|just|another|under|around|first|further|"
    r"additional)\s+){0,4}"
)
_MONEY = (
    rf"{_LEAD}(?:(?:{_SIGN})\s?{_NUMBER}|{_NUMBER}\s+(?:u\.?s\.? |swiss |hong kong |canadian )?{_CURRENCY})"
)
_ANY_NUMBER = rf"{_LEAD}(?:(?:{_SIGN})?{_NUMBER}|{_FEW})"
_PERCENT = rf"{_LEAD}{_NUMBER}\s?(?:%|percent|per cent|pct)"
_NUMBERS = {  # where a frame begins with one, at its digits
    sign: re.compile(like.removeprefix(_LEAD))
    for sign, like in (("#", _ANY_NUMBER), ("$", _MONEY), ("%", _PERCENT))
}
_BETWEEN = r"(?:\s+(?:\d[\d,.]*|(?:[a-z]\.)+|[^\s;:.!?,]+))"
_GAPS = {"..": _BETWEEN + "{0,4}?", "...": _BETWEEN + "{0,8}?"}
_PLAIN = re.compile(r"[a-z]+")
_NEXT = re.compile(r"\s+[“\"‘'(]?([a-z]+)")
_PART = r"-\w[\w'’&$]*"
_FIRST = re.compile(rf"(?:[$€£¥₹₩]|)\w[\w'’&$]*(?:{_PART}(?:{_PART})*|)")  # "…|)" is tried faster than "…)*"


class _Frame(NamedTuple):
    kind: str
    weight: float
    rest: str  # what follows the first word, as a pattern; most are never met, so they are compiled on demand
    is_cased: bool  # asks for a capital; all else is looked for in small letters, which is twice as fast
    needs: frozenset[str]  # one of these words must stand in the sentence; nothing: any will do
    follows: frozenset[str]  # one of these words must come next; nothing: any may


class _Head(NamedTuple):
    """The frames of one first word by number: to try always, or if a word of the sentence or the next calls."""

    always: tuple[int, ...]
    called: dict[str, tuple[int, ...]]
    following: dict[str, tuple[int, ...]]
    calling: frozenset[str]  # the words of `called`: as a set, for a set meets a dict word by word of the dict
    next_words: frozenset[str]  # those of `following`, as a set too

    def may_open(self, words: frozenset[str]) -> bool:
        """Tell whether a sentence of such words may hold any of the frames."""
        return bool(self.always) or not (self.calling.isdisjoint(words) and self.next_words.isdisjoint(words))

    def of(self, words: frozenset[str], following: str) -> Sequence[int]:
        """Give the frames that a sentence of such words may hold before a word, in order."""
        numbers = self.always
        if following in self.following:
            numbers += self.following[following]
        if self.called and not self.calling.isdisjoint(words):
            numbers += tuple({number for word in self.calling & words for number in self.called[word]})
        return sorted(numbers) if len(numbers) > 1 else numbers


_Opening = tuple[_Head, int, str]  # what a first word opens, where what follows begins, and its first word


@cache
def _pattern(number: int) -> re.Pattern[str]:
    frame = _frames()[0][number]
    return re.compile(frame.rest, re.IGNORECASE if frame.is_cased else 0)


def find(text: str, start: int, end: int) -> list[Trigger]:
    """Find the triggers of all kinds between two offsets, in order of place."""
    frames, heads = _frames()
    found: list[Trigger] = []
    low = small(text)
    words = _asked_for().intersection(_PLAIN.findall(low, start, end))  # spares most frames their patterns
    firsts = list(_FIRST.finditer(low, start, end))
    written = [first.group() for first in firsts]
    for at, word in enumerate(written):
        head = heads.get(word)
        if head is not None:
            following = _letters(written[at + 1]) if head.following and at + 1 < len(written) else ""
            openings: Sequence[_Opening] = ((head, firsts[at].end(), following),)
        elif word.isalpha():
            continue
        else:
            openings = _openings(low, firsts[at], words, end)
        for opened, behind, following in openings:
            for number in opened.of(words, following):
                kind, weight, rest, is_cased, needs, _ = frames[number]
                if needs and needs.isdisjoint(words):
                    continue
                begin = firsts[at].start()
                if not rest:
                    whole = Span(begin, max(behind, firsts[at].end()))
                    found.append(Trigger(kind, weight, whole, whole))
                elif hit := _pattern(number).match(text if is_cased else low, behind, end):
                    whole = Span(begin, hit.end())
                    deed = Span(hit.start(_DEED), hit.end()) if _DEED in hit.re.groupindex else whole
                    found.append(Trigger(kind, weight, deed, whole))
    return _heard(found) if found else found


def _letters(word: str) -> str:
    """Give the letters that a word begins with, as far as frames ask for them."""
    if word.isalpha() and word.isascii():
        return word
    plain = _PLAIN.match(word)
    return plain.group() if plain else ""


def _openings(low: str, match: re.Match[str], words: frozenset[str], end: int) -> list[_Opening]:
    """Give what a number or a hyphened word opens: an amount goes on behind its digits."""
    heads, word = _frames()[1], match.group()
    if word[0].isalpha():
        last = heads.get(word.rpartition("-")[2])
        return [(last, match.end(), _following(low, match.end(), end))] if last else []
    found: list[_Opening] = []
    for sign, number in _NUMBERS.items():
        hit = number.match(low, match.start(), end) if heads[sign].may_open(words) else None
        if hit is not None:
            found.append((heads[sign], hit.end(), _following(low, hit.end(), end)))
    return found


def _following(low: str, behind: int, end: int) -> str:
    """Give the letters of the word behind a place, "" where a mark parts it from there."""
    following = _NEXT.match(low, behind, end)
    return following[1] if following else ""


def _heard(found: list[Trigger]) -> list[Trigger]:
    """Leave out what is swallowed by longer triggers of another kind, and the idioms themselves."""
    near = (found[max(0, at - _NEAR) : at + _NEAR] for at in range(len(found)))
    both = zip(found, near, strict=True)
    return [one for one, others in both if one.kind != _IDIOM and not _is_swallowed(one, others)]


def _is_swallowed(one: Trigger, others: Sequence[Trigger]) -> bool:
    start, end = one.whole
    for other in others:
        begin, finish = other.whole
        is_longer = begin <= start and end <= finish and finish - begin > end - start
        if is_longer and other.kind != one.kind and other.weight >= one.weight:
            return True
    return False


@cache
def _frames() -> tuple[Sequence[_Frame], dict[str, _Head]]:
    """Read all frames, and which of them a first word may open."""
    frames: list[_Frame] = []
    opened: dict[str, list[int]] = {}
    for kind, groups in table("frames.toml").items():
        assert isinstance(groups, dict)
        for strength, patterns in groups.items():
            for pattern in patterns:
                frame, heads = _compiled(kind, _WEIGHTS[strength], pattern)
                for head in heads:
                    opened.setdefault(head, []).append(len(frames))
                frames.append(frame)
    gathered: dict[tuple[int, ...], _Head] = {}  # the forms of a verb or of a class of nouns share theirs
    for numbers in map(tuple, opened.values()):
        if numbers not in gathered:
            gathered[numbers] = _gathered(frames, numbers)
    return frames, {head: gathered[tuple(numbers)] for head, numbers in opened.items()}


@cache
def _asked_for() -> frozenset[str]:
    """Give the words of a sentence that any frame asks for: most words are of no concern."""
    frames, heads = _frames()
    needed = (frame.needs for frame in frames)
    return frozenset().union(*needed, *(heads[sign].next_words for sign in _NUMBERS))


def _gathered(frames: Sequence[_Frame], numbers: Sequence[int]) -> _Head:
    called: dict[str, list[int]] = {}
    following: dict[str, list[int]] = {}
    for number in numbers:
        frame = frames[number]
        for word in frame.follows or frame.needs:
            (following if frame.follows else called).setdefault(word, []).append(number)
    always = tuple(number for number in numbers if not (frames[number].needs or frames[number].follows))
    by_word, by_next = ({word: tuple(some) for word, some in found.items()} for found in (called, following))
    return _Head(always, by_word, by_next, frozenset(called), frozenset(following))


def _compiled(kind: str, weight: float, pattern: str) -> tuple[_Frame, list[str]]:
    """Give the frame of a pattern, and the words that may open it."""
    head, *rest = pattern.split()
    weight += _PER_WORD * sum(word not in _GAPS for word in rest)
    deed = -1 if head.startswith("~") else next((i for i, word in enumerate(rest) if word.startswith("~")), -1)
    body = "".join(_step(word, rest[i - 1] if i else "", i == deed) for i, word in enumerate(rest))
    follows = _needed(rest[0]) if rest else frozenset[str]()
    others = rest[1:] if follows else rest
    needs = min((forms for word in others if (forms := _needed(word))), key=len, default=frozenset[str]())
    frame = _Frame(kind, weight, body, "^" in rest, needs, follows)
    return frame, [head] if head in _NUMBERS else sorted(_forms(head))


def _needed(word: str) -> frozenset[str]:
    """Give the words, or their first letters up to a mark, of which a step asks for one; nothing for any."""
    if word in _GAPS or word[0] in "?#$%^_":
        return frozenset()
    openings = [_PLAIN.match(form.lower()) for form in _forms(word)]
    return frozenset(opening.group() for opening in openings if opening) if all(openings) else frozenset()


def _step(word: str, before: str, is_deed: bool) -> str:
    gap = _GAPS.get(before, "")
    if word in _GAPS:
        return ""
    if word.startswith("?"):
        return rf"(?:\s+{_alternatives(word[1:])})?"
    special = {"#": _ANY_NUMBER, "$": _MONEY, "%": _PERCENT, "^": r"(?-i:[A-Z])", "_": r"\S+"}
    mark = f"(?P<{_DEED}>)" if is_deed else ""
    return rf"{gap}\s+{mark}{special[word] if word in special else _alternatives(word)}"


def _alternatives(word: str) -> str:
    return rf"[“\"‘'(]?(?:{'|'.join(map(re.escape, sorted(_forms(word), key=len, reverse=True)))})(?!\w)"


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
