"""Words that mean a company told of elsewhere: pronouns, "the carrier", "both banks", "its parent", "the deal".

It finds them and must not know whom they mean.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.lexicon import small, table
from explorer.extract.party import trades
from explorer.extract.place import countries
from explorer.model.mention import Span


class Anaphor(NamedTuple):
    """Words that mean a company told of elsewhere.

    `form` is it, they, many, other, owner, buyer, rival or noun.
    """

    span: Span
    form: str
    noun: str
    country: str | None


# the words that such words begin with; they are found much faster than the whole pattern, which is tried there
_HEAD = re.compile(
    r"[tiwouneba](?<!\w.)(?:he(?:y|ir|m|se)?|his|hat|t(?:s|self)?|e|ur|s(?<!as)|either|ither|oth|(?<=a)ll)\b"
)

_COUNTED_AS = "names|majors|rivals|competitors|peers|brands|players|suitors"  # what counted firms are called


@cache
def _anaphor() -> re.Pattern[str]:
    firms = {*trades.by_noun(), *str(table("cues.toml")["any_firm"]).split()}
    noun, nouns = _any_of(firms), _any_of(map(_plural, firms))
    forms = (
        r"(?P<they>they)",
        r"(?P<owner>(?:its|the [\w-]+['’]s) (?:[\w-]+ ){0,2}(?:parent|owner))",
        r"(?P<buyer>(?:the|its|their) (?:new (?:owners?|parent)|buyers?|acquirers?|purchasers?))",
        r"(?P<rival>its (?:\w+ )?rival)",
        r"(?P<it>it|its|itself|their|them|we|our|us)",
        r"(?P<many>n?either (?:company|firm|bank|airline|side|group|party)|(?:the|both) (?:parties|sides)"
        rf"|both(?: of them| (?:{nouns})| (?:had|have|were|are|will|said|would|agreed))"
        r"|(?:the|these) (?:combined|merged|enlarged) [\w-]+"
        rf"|(?:the|these) (?:two|three|four)(?: (?:[\w-]+ )?(?:{nouns}|{_COUNTED_AS}))?"
        rf"|(?:the|these) (?:[\w-]+ )?(?:{nouns})"
        r"|all (?:of )?(?:the )?(?:two|three|four|five))",
        r"the (?P<other>former|latter)(?= (?!chief|head|boss|presid|chair|direct|minist|execut)\w)",
        rf"(?:the|this|that) (?P<words>(?:[\w-]+ ){{0,2}}?)(?P<noun>{noun}|[a-z]{{3,}}-?makers?)",
    )
    return re.compile(rf"(?:{'|'.join(forms)})\b(?! of\b|['’]?-)")


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}es" if noun.endswith("s") else f"{noun}s"


def _any_of(words: Iterable[str]) -> str:
    """Give a pattern of words in small letters, the longest first, parted by first letter: tried faster so."""
    by_first: dict[str, list[str]] = {}
    for word in map(str.lower, sorted(words, key=len, reverse=True)):
        by_first.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())


_EMPTY_IT = re.compile(
    r"it\s(?:is|was|has been|had been|would be|will be|seems?|seemed|appears?|turned out|emerged)\s"
    r"(?:not\s|also\s)?(?:\w+ly\s)?(?:clear|unclear|likely|unlikely|possible|impossible|learned|expected|reported|announced|time|"
    r"known|believed|thought|hoped|feared|decided|agreed|revealed|said|too|that|as if|hard|easy|difficult|"
    r"the (?:\w+est|first|second|most|last))\b|"
    r"it\stook\s(?:an?|one|two|three|more|less|until|only|months|years|\d)"
)


_NAMED = re.compile(r",?\s[A-Z][\w&]")  # "the carrier Acme", "its owner, Acme": it is named


def find(text: str, span: Span) -> Iterator[Anaphor]:
    """Find the words of a clause that mean a company told of elsewhere, in order."""
    for match in _matches(_anaphor(), text, span):
        form = match.lastgroup or "it"
        if form == "it" and _EMPTY_IT.match(match.string, match.start()):
            continue
        if form == "many" and _COUNTED.match(match.group()) and not _is_alone(text, match.end()):
            continue
        if form in ("noun", "owner", "buyer", "rival") and _NAMED.match(text, match.end()):
            continue
        noun = match["noun"] or ""
        start, end = match.span("words") if noun else match.span() if form == "owner" else (0, 0)
        words = text[start:end].split()  # as written
        codes = [code for word in words if word[0].isupper() and (code := countries.code_of(word))]
        yield Anaphor(Span(*match.span()), form, noun, codes[0] if codes else None)


_COUNTED = re.compile(r"(?:the|these) (?:two|three|four)$")
_FOLLOWING = re.compile(r"\s(?P<word>[\w-]+)")
_NO_NOUNS = frozenset("had have were are will would could may might must of in on at for and or to".split())


def _is_alone(text: str, end: int) -> bool:
    """Tell whether a number stands for all that it counts: "the two agreed", not "the two sisters"."""
    following = _FOLLOWING.match(text, end)
    return following is None or following["word"] in _NO_NOUNS or clauses.is_finite(following["word"])


def _matches(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """Find a pattern of small letters that begins with one of the first words, in order, without overlaps."""
    end, low = span.start, small(text)
    for head in _HEAD.finditer(low, span.start, span.end):
        match = pattern.match(low, head.start(), span.end) if head.start() >= end else None
        if match is not None:
            end = match.end()
            yield match


@cache
def _joint(name: str = "joint") -> re.Pattern[str]:
    nouns = _any_of(str(table("cues.toml")[name]).split())
    return re.compile(rf"(?:the|this|that|their) (?:[\w-]+ ){{0,2}}?(?:{nouns})\b")


def is_joint(text: str, span: Span) -> bool:
    """Tell whether a clause has a noun for what several companies do together: "the deal", "the case"."""
    return any(_matches(_joint(), text, span))


def is_between(text: str, span: Span) -> bool:
    """Tell whether it is something that firms do with each other: "the merger", and no case or contract."""
    return any(_matches(_joint("between"), text, span))


def begins_joint(text: str, span: Span) -> bool:
    """Tell whether a clause speaks of what several companies do together: "The deal was signed"."""
    return _joint().match(small(text), *span) is not None
