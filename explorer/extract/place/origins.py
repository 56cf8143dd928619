"""What the words behind a country's name make of it: "Chinese phone maker", "Chinese bank regulators".

The noun that the name qualifies decides: authorities act and markets are a scene, a firm or a person only comes
from there. It must not know the names.
"""

import re
from enum import Enum
from functools import cache

from explorer.extract.lexicon import table
from explorer.model.mention import Span


class Noun(Enum):
    """What the noun behind a name is; `OPEN` where the words break off before one."""

    AUTHORITY = "authorities"
    SCENE = "scenes"
    PART = "parts"
    FIRM = "firms"
    PERSON = "persons"
    GOODS = "goods"
    OTHER = "other"
    OPEN = "open"

    @property
    def is_origin(self) -> bool:
        """Tell whether the name only says where somebody or something comes from."""
        return self in (Noun.FIRM, Noun.PERSON, Noun.GOODS)

    @property
    def is_of_the_state(self) -> bool:
        """Tell whether it names who acts for the place or what lies there."""
        return self in (Noun.AUTHORITY, Noun.SCENE)


_WORD = re.compile(r"\s([^\W_][\w&-]*(?:['’](?=\w)[\w&-]*)*)")
_OPEN = re.compile(r"[,.;:)\]”\"]|\s(?:and|or|but)\b|\s*$|\n")
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_JOINED = re.compile(r"-([a-z]+)")
_OWNED = re.compile(r"(?:\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Ww]hose)|['’]s?) (?:\w+ )?$")
_VERBAL = re.compile(r"[a-z-]+(?:ed|s)")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|May"
)
_MOST = 6  # words looked at


@cache
def _nouns() -> dict[str, Noun]:
    words = _words()
    found = dict.fromkeys(str(table("cues.toml")["firms"]).split(), Noun.FIRM)
    found |= {word: noun for noun in Noun if noun.value in words for word in words[noun.value].split()}
    return {_plural(word): noun for word, noun in found.items()} | found


@cache
def _words() -> dict[str, str]:
    words = table("countries.toml")["nouns"]
    assert isinstance(words, dict)
    return {name: str(listed) for name, listed in words.items()}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_words()[name].split())


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def noun_of(word: str) -> Noun:
    """Give what a word by itself names."""
    return _nouns().get(word.lower(), Noun.OTHER)


def is_verb(word: str) -> bool:
    """Tell whether a word is a past form that nothing in its spelling shows: "took"."""
    return word in _set("verbs")


def noun_after(text: str, span: Span, *, is_adjective: bool) -> Noun:
    """Tell what the words behind a name make it qualify; a name that is no adjective may be a subject."""
    joined = _JOINED.match(text, span.end)
    if joined:
        is_authority = _head(text, joined.end(), may_run_on=True)[0] is Noun.AUTHORITY
        return Noun.FIRM if joined[1] in _set("joined") and not is_authority else Noun.OTHER
    if is_adjective and (_OPEN.match(text, span.end) or _is_stop(text, span.end)):
        return Noun.OPEN
    owner = _POSSESSIVE.match(text, span.end)
    noun, end = _head(text, owner.end() if owner else span.end, may_run_on=is_adjective or owner is not None)
    if noun is not Noun.PART:
        return noun
    is_owned = text.startswith(" of ", end) or _OWNED.search(text[max(0, span.start - 20) : span.start])
    return Noun.SCENE if is_owned else Noun.FIRM


def _is_stop(text: str, end: int) -> bool:
    following = _WORD.match(text, end)
    return following is not None and following[1] in _set("stops")


def _head(text: str, at: int, *, may_run_on: bool) -> tuple[Noun, int]:
    """Give the head of a noun phrase, the last of its telling words, with its end."""
    found, before = Noun.OTHER, ""
    for _ in range(_MOST):
        match = _WORD.match(text, at)
        if match is None:
            break
        said = match[1].lower()
        word = said.removesuffix("'s").removesuffix("’s")
        noun = _compound(before, word, found)
        if noun is not None:
            found = noun
        elif match[1][0].isupper() and before.islower() and not _DAY.fullmatch(match[1]):
            return (Noun.FIRM if _names_who(found, before, may_run_on=may_run_on) else found), at
        elif found is not Noun.OTHER or word in _set("stops") or not (may_run_on or _may_pass(word, before)):
            break
        before, at = match[1], match.end()
        if word != said:  # it owns what follows
            break
    return found, at


def _may_pass(word: str, before: str) -> bool:
    """Tell whether a word behind a bare name may be no verb: "Hong Kong property developer"."""
    return not (word in _set("verbs") or word in _set("numbers") or _VERBAL.fullmatch(word))


def _names_who(found: Noun, before: str, *, may_run_on: bool) -> bool:
    """Tell whether a name follows that the words before only describe: "Norwegian salmon farmer Havbruk"."""
    if found is Noun.OTHER:
        return may_run_on
    return found is Noun.SCENE and before.endswith(("er", "or", "ist"))


def _compound(before: str, word: str, found: Noun) -> Noun | None:
    """Give what a word makes of the words before it: a central bank and a news agency are not what they say."""
    noun, before = _nouns().get(word), before.lower()
    if word in ("bank", "banks", "banker", "bankers") and before == "central":
        return Noun.AUTHORITY
    if noun is Noun.AUTHORITY and (before in _set("trades") or (found.is_origin and word in _set("officers"))):
        return Noun.FIRM
    if noun is Noun.SCENE and found is Noun.AUTHORITY:
        return found
    return noun
