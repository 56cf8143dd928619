"""The words of `resources/extract/`, read once: gazetteers as look-up tables, verbs with their inflections.

It must not know what is done with them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from explorer import resources
from explorer.extract.kept import of_text
from explorer.model.mention import PartyType, Span

FOLDER = "extract/"
_PART = r"[.'’-](?=\w)[\w&+]*"  # of a word, behind a mark
WORD = re.compile(rf"[^\W_][\w&+]*(?:{_PART}(?:{_PART})*|)")  # as "(?:…)*", but faster
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w+")
LETTER = "[A-ZÀ-ÞŠŽŁŚ]"
CAPITAL = rf"(?:{LETTER}|(?<!\w)(?:[ie](?=[A-Z])|[a-z]{{1,2}}(?=[A-Z][a-z]{{2}})))"


def rows(name: str) -> Iterator[list[str]]:
    """Give the lines of a table as lists of fields; comments and blank lines are left out."""
    for line in resources.text(FOLDER + name).splitlines():
        if line and line[0] != "#" and not line.isspace():
            yield line.split("\t")


def table(name: str) -> dict[str, object]:
    """Read a TOML file of the lexicon."""
    return resources.toml(FOLDER + name)


def lowered(text: str) -> str:
    """Give a text in small letters, each in its place: the only one that is two in lower case is put aside."""
    return text.replace("İ", "I").lower()


small = of_text(lowered)  # the same text is asked for sentence by sentence


class Entry(NamedTuple):  # thousands are made at the start, which a frozen dataclass makes slow
    """A name of a gazetteer: what it stands for, and what must be known to trust it."""

    name: str
    type: PartyType
    country: str = ""
    flags: frozenset[str] = frozenset()


# a word, with the small words before it that stand between spaces: most of a text is passed over so (no
# possessive "*+": Python 3.11.2, which Debian 12 has, loses the group behind it)
_AFTER_SMALL = re.compile(rf"(?:(?<= )[a-z]+ )*({WORD.pattern})")


@of_text
def places(text: str) -> dict[str, list[int]]:
    """Give the places of each word of a text, for all tables of names; `_spaced` small words are left out."""
    index: dict[str, list[int]] = defaultdict(list)
    for match in _AFTER_SMALL.finditer(text):
        index[match[1]].append(match.start(1))
    return index


@of_text
def _spaced(text: str) -> list[str]:
    """Give what stands between spaces in a text; the small words among it are left out of `places`."""
    return text.split(" ")


def _all_places(text: str, words: set[str]) -> dict[str, list[int]]:
    """Give the places of some words, also of those between spaces."""
    index: dict[str, list[int]] = {word: [] for word in words}
    for match in WORD.finditer(text):
        if match.group() in index:
            index[match.group()].append(match.start())
    return index


class _Forms(NamedTuple):
    """The words of a text that may be heads of names in another form, each by that form."""

    written: list[str]  # those that are not all small letters
    marked: list[str]  # those with more than letters: "Acme's", "U.S"
    by_stem: dict[str, list[str]]  # the marked ones: "Acme"
    by_low: dict[str, list[str]]  # all that have more than small letters, in small letters


@of_text
def _forms(text: str) -> _Forms:
    forms = _Forms([], [], {}, {})
    for word in places(text):
        if word.isalpha():
            if not word.islower():
                forms.written.append(word)
                forms.by_low.setdefault(word.lower(), []).append(word)
            continue
        forms.written.append(word)
        if not word.isdigit():
            forms.marked.append(word)
            for stem in _stems(word):
                forms.by_stem.setdefault(stem, []).append(word)
                forms.by_low.setdefault(stem.lower(), []).append(word)
    return forms


def marked(text: str) -> list[str]:
    """Give the words of a text that have more than letters, each once; numbers are left out."""
    return _forms(text).marked


class Names:
    """A table of names that finds them in a text, the longest first, at word boundaries."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        self._by_word: dict[str, list[tuple[str, Entry]]] = {}
        self._camel: dict[str, list[tuple[str, Entry]]] = {}
        for pair in names:
            head = pair[0].partition(" ")[0]
            word = head if head.isalpha() else _first_word(head)  # the pattern only where it is needed
            bucket = self._by_word.get(word)
            if bucket is None:
                self._by_word[word] = [pair]
            else:
                bucket.append(pair)
            if not head.istitle() and _CAMEL.fullmatch(pair[0]):
                self._camel.setdefault(word.lower(), []).append(pair)
        for bucket in (*self._by_word.values(), *self._camel.values()):
            if len(bucket) > 1:
                bucket.sort(key=lambda pair: -len(pair[0]))
        self._names: dict[str, tuple[str, ...]] = {}  # by head, of the heads that were asked for
        self._low = {word for word in self._by_word if word.isalpha() and word.islower()}
        self._small = self._low | self._camel.keys()

    def known(self) -> Iterator[str]:
        """Give all names of the table."""
        return (name for bucket in self._by_word.values() for name, _ in bucket)

    def find(self, text: str) -> Iterator[tuple[Span, Entry]]:
        """Give the names that stand in a text, in order, without overlaps."""
        heads, small = self._heads(text), self._spaced_heads(text)
        index = _all_places(text, heads | small) if small else places(text)
        done = 0
        for start, head in sorted([(at, word) for word in heads | small for at in index[word]]):
            if start < done:
                continue
            found = self._at(text, start, head)
            if found is not None:
                done = found[0].end
                yield found

    def _heads(self, text: str) -> set[str]:
        """Give the words of a text that may be heads of names, also in other letters or before a mark.

        Small words ("the") head many names, but mostly none at the few places that `places` gives.
        """
        at, forms = places(text), _forms(text)
        words = at.keys()
        heads = self._by_word.keys() & forms.written
        for word in self._low & words:
            if any(self._at(text, start, word) for start in at[word]):
                heads.add(word)
        for stem in forms.by_stem.keys() & self._by_word.keys():
            heads.update(forms.by_stem[stem])
        if self._camel:
            heads |= words & self._camel.keys()
            for low in forms.by_low.keys() & self._camel.keys():
                heads.update(forms.by_low[low])
        return heads

    def _spaced_heads(self, text: str) -> set[str]:
        """Give the small words between spaces that may be heads of names."""
        words = self._small.intersection(_spaced(text))
        return {word for word in words if word in self._camel or self._stands(text, word)}

    def _stands(self, text: str, head: str) -> bool:
        """Tell whether a name with a head stands in a text: "the" is everywhere, but no name that begins so."""
        return any(name in text for name, _ in self._by_word[head])

    def _begins(self, text: str, start: int, head: str) -> bool:
        """Tell whether any name with a head begins at a place: mostly none does, as one call tells."""
        names = self._names.get(head)
        if names is None:
            names = self._names[head] = tuple(name for name, _ in self._by_word.get(head, ()))
        return text.startswith(names, start)

    def _at(self, text: str, start: int, word: str) -> tuple[Span, Entry] | None:
        stems = (word,) if word.isalpha() else _stems(word)
        for stem in stems:
            for name, entry in self._by_word[stem] if self._begins(text, start, stem) else ():
                end = start + len(name)
                if text.startswith(name, start) and not _goes_on(text, end):
                    return Span(start, end), entry
            for name, entry in self._camel.get(stem.lower(), ()) if self._camel else ():
                end = start + len(name)
                if text[start:end].lower() == name.lower() and not _goes_on(text, end):
                    return Span(start, end), entry
        return None


def _first_word(name: str) -> str:
    match = WORD.search(name)
    return match.group() if match else name


def _stems(word: str) -> Iterator[str]:
    yield word
    for tail in ("'s", "’s", ".s"):
        if word.endswith(tail):
            yield word[: -len(tail)]
    for mark in "-/'’.":
        head, found, _ = word.partition(mark)
        if found and head:
            yield head


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def _split(field: str) -> list[str]:
    return [part for part in field.split("|") if part]


@cache
def companies() -> Names:
    """Give the companies, products and brands, with the press and the shops among them."""
    return Names(_companies())


def _companies() -> Iterator[tuple[str, Entry]]:
    flags_of: dict[str, frozenset[str]] = {}
    for name, aliases, flags, country, owner in rows("companies.tsv"):
        flag_set = flags_of.get(flags)
        if flag_set is None:
            flag_set = flags_of[flags] = frozenset(_split(flags))
        entry = Entry(owner if "product" in flag_set else name, PartyType.COMPANY, country, flag_set)
        yield name, entry
        if aliases:
            for alias in aliases.split("|"):
                yield alias, entry


@cache
def owners() -> dict[str, str]:
    """Give the owner of each product, brand or subsidiary."""
    lines = resources.text(FOLDER + "companies.tsv").splitlines()
    # Of most lines the last field, which is this, is empty: they are not cut into their fields.
    told = (line.split("\t") for line in lines if line and line[0] != "#" and line[-1] != "\t")
    return {fields[0]: fields[4] for fields in told if len(fields) > 4 and fields[4]}


@cache
def sections() -> dict[str, str]:
    """Give the trade of each company of the gazetteer: the heading of the section in which it stands."""
    heading = ""
    found: dict[str, str] = {}
    for line in resources.text(FOLDER + "companies.tsv").splitlines():
        if line.startswith("# --- "):
            heading = line.removeprefix("# --- ")
        elif heading and line:
            found.setdefault(line.partition("\t")[0], heading)
    return found


@cache
def agencies() -> Names:
    """Give the agencies, courts and governments."""
    return Names(
        (known, Entry(name, PartyType(kind), country))
        for name, aliases, kind, country in ([*fields, ""][:4] for fields in rows("agencies.tsv"))
        for known in (name, *_split(aliases))
    )


_LITERAL = re.compile(r"(?:[a-z ](?![?(]))*")  # of a pattern, the letters that stand in all that it matches


@dataclass(frozen=True, slots=True)
class Translated:
    """A form that machine translation makes of a name, in small letters; `head` is in all that it matches."""

    pattern: re.Pattern[str]
    name: str
    head: str


def _head_of(form: str) -> str:
    match = _LITERAL.match(form)
    return match.group() if match else ""


@cache
def translated() -> tuple[Translated, ...]:
    """Give the forms that machine translation makes of names."""
    return tuple(
        Translated(re.compile(rf"\b(?:{form})\b"), name, _head_of(form))
        for form, name, *_ in rows("translated.tsv")
    )


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Give the inflections that spelling rules do not give."""
    return {base: tuple(str(forms).split()) for base, forms in table("inflections.toml").items()}


@cache
def inflections(base: str) -> frozenset[str]:
    """Give all forms of an English verb, itself among them."""
    if base in irregular():
        return frozenset((base, *irregular()[base]))
    if base.endswith("e"):
        return frozenset((base, base + "s", base + "d", base[:-1] + "ing"))
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return frozenset((base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"))
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return frozenset((base, third, base + "ed", base + "ing"))


@cache
def plain() -> frozenset[str]:
    """Give ordinary English words: those that stand in small letters in our own clauses."""
    return frozenset(resources.text(FOLDER + "plain.txt").split())


@cache
def brief_agencies() -> dict[str, str]:
    """Give the short form of each agency that has one ("FTC")."""
    brief: dict[str, str] = {}
    for name, aliases, *_ in rows("agencies.tsv"):
        short = next((alias for alias in _split(aliases) if re.fullmatch(r"[A-Z][A-Za-z]{1,6}", alias)), None)
        if short:
            brief[name] = short
    return brief
