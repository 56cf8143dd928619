"""Persons behind "he" and "she": whose name may be meant, and of whom an article tells most.

It must not know where in a title a pronoun stands.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from explorer.extract import clauses, lexicon
from explorer.extract.place import countries
from explorer.extract.records import NameHit, Told
from explorer.extract.title import wording
from explorer.model.mention import PartyType

OTHER = {"he": "she", "his": "she", "she": "he", "her": "he"}
_FORMS = {"he": "he", "his": "he", "she": "she", "her": "she"}
_SAME = {
    "he": re.compile(r"\b(?:he|his)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
_SURNAME = r"[A-ZÀ-Þ][a-zà-ÿ’'-]{2,}"
_CAPITAL = re.compile(rf"(?<![\w’'-]){_SURNAME}(?![\w-])")
_OFTEN = 4  # times that the name of one person stands in an article about that one
_MORE = 3  # times as often as the other one stands the pronoun of the person
_OWN_NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?:\s(?:van|von|de|der|al|bin|[A-Z][\w.’'-]*)){0,3}")
_NO_PERSON = re.compile(
    r"(?:The|A|An|[A-Z][a-z]*ly|Two|Three|Four|Most|Many|Some|No|Its|Their|It|They|He|She|We|You|I|This|That|These|"
    r"Those|There|Who|What|Which|Both|All|None|One|Others?|Another|Here|So|Such|Nothing|Nobody|Everyone|Each)\b"
)


def hero(told: Told, at: int, pronoun: str) -> str:
    """Give the person of whom an article tells most by far, if the name has fallen before an offset."""
    name, sex = _most_named(told.text), _FORMS[pronoun]
    return _named_most(told, at, name, sex) or _portrayed_before(told, at, sex)


def _named_most(told: Told, at: int, name: str, sex: str) -> str:
    if not name or name not in told.text[:at] or _has_title(told.text, name, OTHER[sex]):
        return ""
    is_titled = _has_title(told.text, name, sex)
    if not is_titled and any(name in hit.name for hit in told.names if hit.type is not PartyType.PERSON):
        return ""
    if _count(told.text, sex) < _MORE * _count(told.text, OTHER[sex]):
        return ""
    full = {hit.name for hit in told.names if hit.type is PartyType.PERSON and hit.name.endswith(name)}
    return name if not full else full.pop() if len(full) == 1 else ""


def _portrayed_before(told: Told, at: int, sex: str) -> str:
    """Give the person whom a portrait is of, if the name has fallen before an offset."""
    name = _portrayed(told.text, sex)
    if not name or name not in told.text[:at]:
        return ""
    others = {hit.name for hit in told.names if hit.type is not PartyType.PERSON}
    return "" if name in others or name.split()[0] in countries.known() else name


_FULL_NAME = re.compile(rf"{_SURNAME}(?:\s(?:de|van|von|[A-Z]\.|{_SURNAME})){{1,3}}(?![\w-])")
_PORTRAIT = 6  # times that "he" or "she" stands in an article about one person
_FIRST = 60  # letters in which a text names the person of whom alone it tells
_OPENING = 700  # letters in which a portrait names its person


@lru_cache(maxsize=4)
def _portrayed(text: str, sex: str) -> str:
    """Give the first full name of a text that says "she" all the time, if its last name stands again."""
    if _count(text, sex) < _PORTRAIT or _count(text, sex) < _MORE * _count(text, OTHER[sex]):
        return ""
    for match in _FULL_NAME.finditer(text, 0, _OPENING):
        words = match.group().split()
        while words and is_plain(words[0]) and words[0] not in _titles(sex):
            del words[0]
        last = words[-1] if words else ""
        if (
            len(words) < len(("first", "last"))
            or any(map(is_plain, words[1:]))
            or words[0] in _titles(OTHER[sex])
        ):
            continue
        is_first = match.start() < _FIRST
        if (is_first or text.count(last) > 1) and not _NO_PERSON.match(words[0]):
            return " ".join(words)
    return ""


@lru_cache(maxsize=2)
def _most_named(text: str) -> str:
    """Give the last name that persons bear and that stands in a text twice as often as any other such."""
    first, most = "", 0
    for name, count in Counter(_CAPITAL.findall(text)).most_common():
        if (not first and count < _OFTEN) or 2 * count <= most:
            break
        if _is_person(text, name):
            if first:
                return ""
            first, most = name, count
    return first


def _is_person(text: str, name: str) -> bool:
    """Tell whether an article lets a name do what only persons do, or gives it a title."""
    if is_plain(name) or name in countries.known():
        return False
    deeds = wording.words("done_by_persons")
    return any(f"{name} {deed} " in text or f" {deed} {name}" in text for deed in deeds) or any(
        _has_title(text, name, sex) for sex in _SAME
    )


@lru_cache(maxsize=4)
def _count(text: str, sex: str) -> int:
    return len(_SAME[sex].findall(text))


def is_own_name(subject: str, told: Told, pronoun: str) -> bool:
    """Tell whether a subject is a name alone, of someone whom no word introduced."""
    first, _, more = subject.partition(" ")
    return (
        _OWN_NAME.fullmatch(subject) is not None
        and _NO_PERSON.match(subject) is None
        and first not in _titles(OTHER[pronoun])
        and (more != "" or not is_plain(subject))
        and subject not in countries.known()
        and not any(subject in hit.name for hit in told.names if hit.type is not PartyType.PERSON)
    )


def is_plain(word: str) -> bool:
    """Tell whether a word is one of the language, and no name."""
    return word.lower() in lexicon.plain() or clauses.is_finite(word.lower())


def is_other_sex(told: Told, hit: NameHit, pronoun: str) -> bool:
    """Tell whether a person bears a title of the other sex, where the name stands or else anywhere."""
    other, last = OTHER[pronoun], hit.name.split()[-1]
    before = told.text[max(0, hit.span.start - 10) : hit.span.start].rstrip(" .").rpartition(" ")[2]
    if before in _titles(other) or hit.name.split()[0] in _titles(other):
        return True
    return _has_title(told.text, last, other) and not _has_title(told.text, last, _FORMS[pronoun])


def _titles(sex: str) -> Iterable[str]:
    return wording.words("titles_of_men" if sex == "he" else "titles_of_women")


def _has_title(text: str, last: str, sex: str) -> bool:
    return any(f"{title} {last}" in text or f"{title}. {last}" in text for title in _titles(sex))
