"""What was told before a place: the companies of sentences, the items of lists, and what an article is about.

It must not know what words mean a company.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from explorer.extract.records import Found, NameHit, inside
from explorer.model.mention import PartyType, Span

SENTENCES_BACK = 3  # in which what a word means is looked for


class Spoken(NamedTuple):
    """A name told before some words, with the weight that it has there."""

    weight: float
    hit: NameHit


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: its companies by weight, the heaviest first, and what it calls them."""

    companies: tuple[str, ...]
    is_certain: bool = False  # one company clearly leads
    is_pair: bool = False  # two companies lead all others
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # "airline", by name
    # where the names stand that may be meant by other words, what each weighs there, and the number of its
    # sentence: all in order of place, filled when it is first asked for
    named: list[tuple[int, Spoken, int]] = field(default_factory=list, compare=False, repr=False)
    # whom the subject of each sentence means that names none: filled as it is asked for, from the first on
    meant: list[Spoken | None] = field(default_factory=list, compare=False, repr=False)
    # who is spoken of before each place that was asked for: the clauses of a sentence ask for the same ones
    spoken: dict[int, list[Spoken]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def main(self) -> str | None:
        """Give the company that an article without a better hint means."""
        return self.companies[0] if self.companies else None


# a line of a list, of a chronicle or of briefs: "- ", "2) ", "May 2007 -- ", "Acme - "
_ITEM = re.compile(
    r"[ \t]*(?:[-*•·–—]|\d{1,2}[.)]|[A-Z0-9][\w ,.]{0,24}\d{4}\s?(?:[-–—]{1,2}|:)"
    r"|[A-Z][a-zà-ÿ][\w&.’' ]{1,30}\s[-–—])\s"
)


def item_start(text: str, at: int) -> int:
    """Give where the item of a list begins in which a place lies, 0 outside of lists."""
    line = text.rfind("\n", 0, at) + 1
    return line if _ITEM.match(text, line) else 0


def is_in_other_item(found: Found, about: Topic, at: int) -> bool:
    """Tell whether a place lies in the item of a list or brief that does not name what the article is about."""
    start = item_start(found.text, at)
    end = found.text.find("\n", at)
    names = inside(found.names, Span(start, end if end >= 0 else len(found.text)))
    return start > 0 and all(hit.name != about.main for hit in names)


def sentence_at(found: Found, at: int) -> int:
    """Give the number of the sentence in which a place lies."""
    return max(0, bisect_left(found.sentences, (at + 1,)) - 1)  # a span is a tuple that begins with its start


def companies_in(found: Found, span: Span) -> list[NameHit]:
    """Give the companies told of in a span, each by its first place; sources, shops and products are none."""
    first: dict[str, NameHit] = {}
    for hit in inside(found.names, span):
        if hit.type is PartyType.COMPANY and not (hit.is_source or hit.is_venue or hit.is_product):
            first.setdefault(hit.name, hit)
    return list(first.values())


def back(found: Found, at: int) -> Iterator[list[NameHit]]:
    """Give the companies of the sentence at a place, as far as they stand before it, then of those before."""
    now = sentence_at(found, at)
    for index in range(now, max(-1, now - 1 - SENTENCES_BACK), -1):
        hits = companies_in(found, Span(found.sentences[index].start, min(at, found.sentences[index].end)))
        if hits:
            yield hits
