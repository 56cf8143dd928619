"""Metadata of a document: names of fields, and publication dates as files write them, turned into EDTF.

It reads dates that stand in a field of their own; dates within words are not its work.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from explorer.model import edtf
from explorer.model.article import DateSource
from explorer.model.calendar import is_valid
from explorer.model.errors import ExplorerError

KEYS = {
    "id": "id",
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "sitename": "publisher",
    "publication": "publisher",
    "url": "url",
    "link": "url",
    "published": "published",
    "date": "published",
    "published_at": "published",
    "date_published": "published",
    "pubdate": "published",
    "language": "language",
    "lang": "language",
}

# What a file says of its own making is the last resort: it may have been printed or converted years later.
WEAK = "when the file was made, which may be later than its publication"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself; `published` is as written, `why` says where it stood."""

    name: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    source: DateSource = DateSource.METADATA
    why: str = ""


def given(fields: Mapping[str, str], where: str) -> Meta:
    """Take the metadata that a person or program wrote beside a text; the first of two names wins."""
    known: dict[str, str] = {}
    for alias, key in KEYS.items():
        if fields.get(alias):
            known.setdefault(key, fields[alias])
    return Meta(
        name=_one_line(known.get("id", "")),
        title=_one_line(known.get("title", "")),
        publisher=_one_line(known.get("publisher", "")),
        url=known.get("url", ""),
        language=language(known.get("language", "")),
        published=known.get("published", ""),
        source=DateSource.GIVEN,
        why=where,
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def language(code: str) -> str:
    """Give ISO 639-1 of a language tag ("en-US", "pt_BR"); "" for what is none."""
    head = re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]
    return head if re.fullmatch(r"[a-z]{2}", head) else ""


_STAMP = re.compile(
    r"(?P<day>-?\d{4}-\d\d-\d\d)[T ]\d\d?(?::?\d\d){0,2}(?:[.,]\d+)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<y>\d{4})[/.年]\s?(?P<m>\d{1,2})[/.月]\s?(?P<d>\d{1,2})日?(?:[T ].*)?"
    r"|(?P<c>(?:19|20)\d{6})(?:T?\d{4,6}Z?)?"
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDS = (
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})", re.IGNORECASE),
)
_MONTHS = {name[:3].lower(): number for number, name in enumerate(edtf.MONTHS, 1)}


def published(written: str) -> str | None:
    """Read a publication date as EDTF: EDTF itself, a time stamp (its day), "16 Sept 2020"; None for others."""
    written = written.strip()
    stamp = _STAMP.fullmatch(written)
    text = stamp["day"] if stamp else written
    try:
        return edtf.parse(text).edtf
    except ExplorerError:
        return in_words(text, whole=True)


def in_words(text: str, *, whole: bool = False) -> str | None:
    """Find a day written in numbers or English words ("Posted on Sept. 16, 2020"); None where there is none."""
    text = " ".join(text.split())
    numbers = _NUMBERS.fullmatch(text)
    if numbers and numbers["c"]:
        return _day(int(numbers["c"][:4]), int(numbers["c"][4:6]), int(numbers["c"][6:]))
    if numbers:
        return _day(int(numbers["y"]), int(numbers["m"]), int(numbers["d"]))
    for pattern in _WORDS:
        match = pattern.search(text)
        if match and (not whole or len(text) <= 60):
            return _day(int(match["y"]), _MONTHS[match["month"].lower()], int(match["d"]))
    return None


def _day(year: int, month: int, day: int) -> str | None:
    return edtf.of_day(year, month, day).edtf if is_valid(year, month, day) else None


_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=\D|$)")


def in_url(url: str) -> str | None:
    """Find the day in an address such as …/2020/09/16/title; None where there is none."""
    match = _IN_PATH.search(url)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def host(url: str) -> str:
    """Give the host of an address without "www.", "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
