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
NUMBERLIKE = frozenset("0123456789qhf-")  # how tokens with a number can begin
_LONGEST = 40

NUMBER_CONCEPTS: dict[str, re.Pattern[str]] = {
    "DIGITS": re.compile(r"\d{1,6}|\d{1,3}(?:,\d{3})+|\d{1,4}\.\d{1,2}"),
    "DAY": re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª)?"),
    "BIGDAY": re.compile(r"(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)?|0?0"),
    "NTH": re.compile(r"\d{1,4}(?:st|nd|rd|th)"),
    "HOUR": re.compile(r"0?\d|1\d|2[0-4]"),
    "YEAR": re.compile(r"[12]\d{3}"),
    "YEAR_ANY": re.compile(r"\d{4,5}"),
    "YEAR2": re.compile(r"\d\d"),
    "YEAR3": re.compile(r"[1-9]\d{1,2}"),
    "YEAR5": re.compile(r"[1-9]\d{4}"),
    "YEARS_S": re.compile(r"[1-9]\d?\d?0s"),
    "DECADE2": re.compile(r"[1-9]0s"),
    "TIME": re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
    "TIME_M": re.compile(r"(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[ap]m"),
    "ISO": re.compile(r"-?\d{4}-\d\d-\d\d(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?"),
    "YMONTH": re.compile(r"\d{4}/\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])"),
    "NUMERIC": re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([/.])\d{1,2}\2\d{1,2}"),
    "QUARTER_CODE": re.compile(r"q[1-4]|[1-4]q"),
    "QUARTER_YEAR": re.compile(r"(?:q[1-4]|[1-4]q)(?:fy)?(?:\d\d|\d{4})"),
    "HALF_CODE": re.compile(r"h[12]|[12]h"),
    "HALF_YEAR": re.compile(r"(?:h[12]|[12]h)(?:\d\d|\d{4})"),
    "FISCAL_YEAR": re.compile(r"fy(?:\d\d|\d{4})"),
    "COMPACT": re.compile(r"(?:19|20)\d{6}"),
    "CJK_DATE": re.compile(r"\d{2,4}年.*|\d{1,2}月.*"),
}

# One token of every mixture of number concepts: what is like none of these is no part of a date.
EXAMPLES = (
    *(str(number) for number in range(2200)),
    *(f"{number:02d}" for number in range(10)),
    *(f"{number}{suffix}" for number in range(100) for suffix in ("st", "nd", "rd", "th")),
    *"1er 1º 1ª 100th 0044 2500 3000 12345 01234 100000 2,000 75,000 1.5 12.30 12.5 100.5".split(),
    *"1990s 470s 90s 7:15 17:15 23:15:59 7:15pm 7pm 7.15pm 2019-04-15 2019-04-15t15:30".split(),
    *"2019-04-15t15:30:00z 2019-04-15t15:30+02:00 2019/04 2500/04 2019-04".split(),
    *"03/04/2021 3/4/21 31.12.2019 2021/4/3 20190415 20121212".split(),
    *"q3 3q q319 3q19 q3fy19 3qfy2019 h1 1h h119 1h19 1h2019 fy19 fy2019".split(),
    *"2019年 2019年4月15日 4月15日 19年".split(),
)


class Lexicon:
    """The concepts of one language and the letters of its words. Built once; not changed afterwards."""

    def __init__(self, tables: dict[str, Any], literals: Iterable[str]) -> None:
        self.phrases: dict[str, dict[str, str]] = tables.get("phrases", {})
        self.tables: dict[str, dict[str, Any]] = {
            name: table for name, table in tables.items() if name.isupper()
        }
        self._letters: dict[frozenset[str], str] = {}
        concepts: dict[str, set[str]] = {}
        for name, table in self.tables.items():
            for word in table:
                concepts.setdefault(word, set()).add(name)
        for word in literals:
            concepts.setdefault(word, set()).add(f"={word}")
        self.letters: dict[str, str] = {
            word: self._letter(frozenset(names)) for word, names in concepts.items()
        }
        for number in EXAMPLES:
            self.letters[number] = self._letter(self._number_concepts(number))

    def _letter(self, concepts: frozenset[str]) -> str:
        letter = self._letters.get(concepts)
        if letter is None:
            letter = self._letters[concepts] = chr(_FIRST_LETTER + len(self._letters))
        return letter

    @staticmethod
    def _number_concepts(word: str) -> frozenset[str]:
        return frozenset(name for name, looks in NUMBER_CONCEPTS.items() if looks.fullmatch(word))

    def letter(self, word: str) -> str:
        """Give the letter of a token in lower case that is known or begins like a number."""
        known = self.letters.get(word)
        if known is not None:
            return known
        if len(word) > _LONGEST:
            return OTHER
        return self._letters.get(self._number_concepts(word), OTHER)

    def letters_of(self, concept: str) -> str:
        """Give all letters whose words belong to a concept; `=word` is the concept of one literal word."""
        if concept == "ANY":
            return OTHER
        return "".join(letter for names, letter in self._letters.items() if concept in names)

    def meaning(self, concept: str, word: str) -> Any:
        """Give what a word means in a concept, None where it is not in it."""
        return self.tables[concept].get(word)


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
