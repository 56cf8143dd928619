"""What the shape of a chain of capitals says by itself: "Harrow & Sons", "iVerra", "PetroVega", "Banco Arroyo".

It must not know the words of cues around a name, beyond whether the name acts.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import plain, table
from explorer.extract.place import countries
from explorer.model.mention import Span

_HOUSE = re.compile(
    r"\S+ & (?:Sons?|Daughters?|Brothers|Bros|Sisters|Cie|Fils|Söhne|Hijos|Figli|Associates|Partners)$"
)
_BANK = re.compile(
    r"(?!(?:Central|Reserve|Federal|National|World|State)\b)(?:\S+ ){0,3}"
    r"(?:Bank|Banco|Trust) (?:of|de) (?P<place>[A-Z].*)$"
)
_PAIR = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,} & [A-ZÀ-Þ][\w’'-]{2,}$")
_LOW_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]{2,}\w*$")
# "PetroVega", but neither "McArthur" nor "DeSoto": those are persons
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z])[A-Z][a-z]{2,}[A-Z][a-z]{2,}$")
_DESCRIBED = re.compile(
    r",\s(?:which|the|an?|made|founded|started|born|now|once|set|spun|run|owned|based|bought|built)\s"
)
_REACH = 5_000  # characters in which a person is introduced
_SAID = re.compile(r",\s$")
_SAYS = re.compile(r"\ssaid\b")
_FIRST_NAME = re.compile(r"[A-Z][\w.]*\s$")
_LONGEST_NAME = 40  # characters of a first name
_ARTICLES = (" a ", " an ", " the ", " The ", " A ", " An ")
_EDGE = re.compile(r"\b")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(str(table("cues.toml")["acts"]))


# between a name and its verb: "Acme on Monday said", "Acme last week also cut"
_WHEN = re.compile(
    r"\s(?:on|in|last|late|early|earlier|this)\s(?:[a-z]+\s)?(?:[A-Z][a-z]+|week|month|year)(?=\s[a-z])"
)
_AUXILIARY = frozenset("is are was were be has had have do does did can could may might must".split())
_WHEN_HEADS = ("o", "i", "l", "e", "t")
_NEXT = re.compile(r"\s(?:also\s|then\s|later\s|now\s)?(?P<verb>[a-z]+)\b")


def acts(text: str, end: int) -> bool:
    """Tell whether a name that ends at a place is the subject of a verb, also after a word of when."""
    if _acts().match(text, end):
        return True
    verb = _NEXT.match(text, when(text, end))
    return verb is not None and clauses.is_finite(verb["verb"])


def does(text: str, end: int) -> bool:
    """Tell whether a name that ends at a place is the subject of a verb other than "is" and "has"."""
    verb = _NEXT.match(text, when(text, end))
    return verb is not None and verb["verb"] not in _AUXILIARY and clauses.is_finite(verb["verb"])


def when(text: str, end: int) -> int:
    """Give where words of when behind a name end, "on Monday"; the place itself without any."""
    if text[end + 1 : end + 2] not in _WHEN_HEADS:
        return end
    told = _WHEN.match(text, end)
    return told.end() if told is not None else end


@cache
def _first() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["first"]).split())


def is_opened(name: str) -> bool:
    """Tell whether a name begins with a word that only firms' names begin with: "Banco Arroyo"."""
    return name.partition(" ")[0] in _first()


def strength(text: str, span: Span, name: str) -> int:
    """Tell how much the shape of a name speaks for a company: 2 proves one, 1 hints at one."""
    if " " in name:
        if is_opened(name) or _HOUSE.search(name):
            return 2
        return int(_PAIR.match(name) is not None and _acts().match(text, span.end) is not None)
    if is_mixed(name):
        owns = text[span.end - 2 : span.end] in ("'s", "’s")
        return int(owns or acts(text, span.end) or _DESCRIBED.match(text, span.end) is not None)
    if is_compound(name):
        return int(acts(text, span.end))
    return int(_is_who_said(text, span, name))


def is_bank(name: str) -> bool:
    """Tell whether a name is a bank's of a place, "Bank of Otter Creek"; a country's is a central bank."""
    match = _BANK.match(name)
    return match is not None and match["place"] not in countries.names_by_code().values()


def is_mixed(name: str) -> bool:
    """Tell whether one word has a capital inside among small letters."""
    return not (name[1:].islower() or name.isupper()) and bool(_LOW_CAMEL.match(name) or _CAMEL.match(name))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending.capitalize() for ending in str(table("cues.toml")["endings"]).split())


def is_compound(name: str) -> bool:
    """Tell whether one word is letters before a noun of firms: "GTBank"."""
    return name.endswith(_endings()) and name[1:2].isupper() and " " not in name


@cache
def _regions() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(str(table("cues.toml")[name]).split()) for name in ("regions", "compass", "wide"))


def is_region(name: str) -> bool:
    """Tell whether a name is a part of the world: "Africa", "Latin America"."""
    regions, compass, wide = _regions()
    words = name.replace("-", " ").split()
    return (
        words[-1] in regions
        and words[-1] not in wide
        and all(word in regions or word in compass for word in words)
    )


def is_plain(text: str, span: Span, name: str) -> bool:
    """Tell whether a name is an ordinary word that stands as one: "Adjusted profit", "in a Box"."""
    if " " in name or name.lower() not in plain():
        return False
    return at_head(text, span.start) or text[: span.start].endswith(_ARTICLES)


def is_money(text: str, span: Span) -> bool:
    """Tell whether letters are those of a currency, with an amount behind: "CHF 40 million"."""
    return text[span.end + 1 : span.end + 2].isdigit() and text[span.start : span.end].isupper()


def _is_who_said(text: str, span: Span, name: str) -> bool:
    """Tell whether one word says something, as firms do: persons are told of with a first name before."""
    if text[span.start - 2 : span.start - 1] != ",":
        return False
    if not (_SAID.search(text, max(0, span.start - 2), span.start) and _SAYS.match(text, span.end)):
        return False
    floor, end = max(0, span.start - _REACH), span.start
    at = text.find(name, floor, end)
    while at >= 0:  # a pattern with the name in it would have to be made for each name
        is_whole = _EDGE.match(text, at + len(name)) is not None
        if is_whole and _FIRST_NAME.search(text, max(floor, at - _LONGEST_NAME), at):
            return False
        at = text.find(name, at + 1, end)
    return True


def at_head(text: str, start: int) -> bool:
    """Tell whether a word opens its sentence, where any word has a capital."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘(*•-–—")
    return not before or before[-1] in ".!?:\n…"


@cache
def _heads() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["heads"]).split())


def is_headed(name: str) -> bool:
    """Tell whether a name ends in a noun of firms, also with a region behind: "Acme Partners Worldwide"."""
    words = name.split()
    if len(words) > 2 and words[-1] in _regions()[0]:
        words.pop()
    return len(words) > 1 and cased(words[-1]) in _heads()


def cased(word: str) -> str:
    """Give a word of a heading in capitals as a name writes it."""
    return word.capitalize() if word.isupper() and len(word) > 3 else word
