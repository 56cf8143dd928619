"""The words that date expressions are made of, as concepts: read once from `resources/dates/`.

A concept is a named set of words with meanings (MONTH: "april" means 4). Numbers are put into concepts by
their looks (DAY, YEAR, DIGITS ...). All words that share the same concepts share one letter; a text becomes a
string of such letters, and a pattern over concepts becomes a regular expression over letters.
It must not know what patterns exist.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from explorer import resources

OTHER = " "  # a token without concepts
BREAK = "\n"  # a blank line: nothing reaches across it
_FIRST_LETTER = 0x21
_FIGURES = frozenset("0123456789")  # a token with a number begins or ends with one
_LONGEST = 40  # characters of a number
_REMEMBERED = 50_000  # words without concepts that are known when they are met again

NUMBER_CONCEPTS: dict[str, re.Pattern[str]] = {
    "DIGITS": re.compile(r"\d{1,6}|\d{1,3}(?:,\d{3})+|\d{1,4}\.\d{1,2}"),
    "DAY": re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª)?"),
    "BIGDAY": re.compile(r"(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)?|0?0"),
    "NTH_ABROAD": re.compile(r"\d{1,2}(?:er|re|ère|e|ème|è|º|ª|°)"),
    "NTH": re.compile(r"\d{1,4}(?:st|nd|rd|th)"),
    "HOUR": re.compile(r"0?\d|1\d|2[0-4]"),
    "YEAR": re.compile(r"[12]\d{3}"),
    "YEAR_ANY": re.compile(r"\d{4,5}"),
    "YEAR2": re.compile(r"\d\d"),
    "YEAR3": re.compile(r"[1-9]\d{1,2}"),
    "YEAR5": re.compile(r"[1-9]\d{4}|[1-9]\d?,\d{3}"),
    "YEARS_S": re.compile(r"[1-9]\d?\d?0s"),
    "DECADE_ER": re.compile(r"(?:1\d|20)?\d0ern?"),
    "TIME_H": re.compile(r"(?:[01]?\d|2[0-4])h(?:[0-5]\d)?(?:min)?"),
    "DECADE2": re.compile(r"[1-9]0s"),
    "TIME": re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
    "BAD_TIME": re.compile(r"(?:2[5-9]|[3-9]\d):\d\d(?::\d\d)?|\d{1,2}:[6-9]\d(?::\d\d)?"),
    "TIME_M": re.compile(r"(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[ap]m"),
    "ISO": re.compile(r"-?\d{4}-\d\d-\d\d(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?"),
    "YMONTH": re.compile(r"\d{4}/\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])"),
    "NUMERIC": re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([/.])\d{1,2}\2\d{1,2}"),
    "QUARTER_CODE": re.compile(r"q[1-4]|[1-4]q"),
    "QUARTER_YEAR": re.compile(r"(?:q[1-4]|[1-4]q)(?:fy)?(?:\d\d|\d{4})"),
    "HALF_CODE": re.compile(r"h[12]|[12]h"),
    "HALF_YEAR": re.compile(r"(?:h[12]|[12]h)(?:\d\d|\d{4})"),
    "BAD_QUARTER": re.compile(r"q[05-9]"),
    "FISCAL_YEAR": re.compile(r"[cf]y(?:\d\d|\d{4})"),
    "ESTIMATE": re.compile(r"20\d\d[aefp]"),
    "WEEK_CODE": re.compile(r"w[0-5]?\d"),
    "WEEK_YEAR": re.compile(r"(?:19|20)\d\dw[0-5]\d"),
    "CODED_DAY": re.compile(r"\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\d{4}|\d\d)"),
    "COMPACT": re.compile(r"(?:19|20)\d{6}"),
    "CJK_DATE": re.compile(r"\d{2,4}[年년].*|\d{1,2}[月월].*"),
}

# One token of every mixture of number concepts: what is like none of these is no part of a date.
EXAMPLES = (
    "0 1 10 25 32 100 1000 00 01 0th 1st 32nd 1er 3000 12345 100000 2,000 1.5 470s 90s 7:15 7pm 2019-04-15 "
    "2019/04 3/4/21 20190415 q3 q319 h1 h119 fy19 19年 q5 w12 2019w12 2019e 15mar2019 25:00 10,000 "
    "1e 10er 40er 1990er 1h 7h 1h30"
).split()


class Lexicon:
    """The concepts of one language and the letters of its words."""

    def __init__(self, tables: dict[str, Any], literals: Iterable[str]) -> None:
        self.phrases: dict[str, dict[str, str]] = tables.get("phrases", {})
        self.tables: dict[str, dict[str, Any]] = {
            name: table for name, table in tables.items() if name.isupper()
        }
        concepts: dict[str, set[str]] = {}
        for name, table in self.tables.items():
            for word in table:
                concepts.setdefault(word, set()).add(name)
        for word in literals:
            concepts.setdefault(word, set()).add(f"={word}")
        alphabet: dict[frozenset[str], str] = {}
        known = {word: _letter(frozenset(names), alphabet) for word, names in concepts.items()}
        for number in EXAMPLES:
            _letter(number_concepts(number), alphabet)
        self.letters = Letters(known, alphabet)
        self._letters_of: dict[str, str] = {"ANY": OTHER}
        for names, letter in alphabet.items():
            for concept in names:
                self._letters_of[concept] = self._letters_of.get(concept, "") + letter

    def letters_of(self, concept: str) -> str:
        """Give all letters whose words belong to a concept; `=word` is the concept of one literal word."""
        return self._letters_of.get(concept, "")

    def meaning(self, concept: str, word: str) -> Any:
        """Give what a word means in a concept, None where it is not in it."""
        return self.tables[concept].get(word)


class Letters(dict[str, str]):
    """The letter of every token in lower case; what no table knows is looked at when it is first met."""

    def __init__(self, known: dict[str, str], alphabet: dict[frozenset[str], str]) -> None:
        curled = {word.replace("'", "’"): letter for word, letter in known.items()}
        super().__init__({**curled, **known, "": BREAK})  # a blank line is a token of space alone
        self._alphabet = alphabet
        self._most = len(self) + _REMEMBERED

    def __missing__(self, word: str) -> str:
        """Give the letter of a number, and no concepts to all else."""
        letter = OTHER
        if len(word) <= _LONGEST and (word[0] in _FIGURES or word[-1] in _FIGURES):
            letter = self._alphabet.get(number_concepts(word), OTHER)
        if len(self) < self._most:
            self[word] = letter
        return letter


def number_concepts(word: str) -> frozenset[str]:
    """Give the concepts that a token belongs to by its looks."""
    return frozenset(name for name, looks in NUMBER_CONCEPTS.items() if looks.fullmatch(word))


def _letter(concepts: frozenset[str], alphabet: dict[frozenset[str], str]) -> str:
    return alphabet.setdefault(concepts, chr(_FIRST_LETTER + len(alphabet)))


# What other languages take over from English: months and eras are borrowed words, the rest is not.
_SHARED = ("MONTH", "MONTH_SHORT", "OF", "DASH", "APOSTROPHE", "ERA", "ZONE")


@cache
def tables(language: str) -> dict[str, Any]:
    """Give the tables of a language; where we have none, those that English shares with others."""
    english = resources.toml("dates/en.toml")
    if language == "en":
        return english
    path = f"dates/{language}.toml"
    own = resources.toml(path) if language.isalpha() and resources.path(path).is_file() else {}
    merged: dict[str, Any] = {name: {} for name, table in english.items() if name.isupper()}
    merged |= {name: english[name] for name in _SHARED}
    for name, table in own.items():
        merged[name] = {**merged.get(name, {}), **table} if name.isupper() else table
    return merged
