"""The parts of a text: paragraphs, which of them tell a story, headings, quotations.

News count from the day they are printed, histories from the date before. Which of the two a paragraph is, its
words tell: years of the past make it a story, deictic words (today, Friday, last week) make it news. The
paragraphs around it count too, the less the farther away, so that a background section is a story
within an article, and a paragraph about today is news within a history.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from explorer import resources
from explorer.dates.arithmetic import begin_of
from explorer.dates.context.entries import heads
from explorer.dates.context.sentences import SENTENCE_ENDS, ends_sentence
from explorer.dates.grammar.tokens import BLANK, Tokens
from explorer.dates.specs import Base, Calendar, Candidate, Clock, Offset, Shift
from explorer.model.when import When

_PARAGRAPH = re.compile(r"[.!?”\"’)\n][^\S\n]*+\n\s*+")  # a line that ends a sentence, or blank lines
_DEICTIC_WEIGHT = 3  # how many past years make up for one deictic word
_STORY = 1.5  # the balance beyond which a paragraph tells a story
_NEWS = -3  # the balance below which a paragraph is news whatever stands around it
_LONG_AGO = 20  # years, after which news rarely compare
_FULL = 2  # years that make a paragraph full of them
_HEAVIEST = 6  # what one paragraph counts at most
_FADE = 0.9  # what a paragraph counts for the next one
_QUOTATION = 1_500  # how far back in its paragraph a quotation may have begun
_LEADS = frozenset(resources.toml("dates/asides.toml")["leads"].split())
_STOPS = frozenset((*".;:()!?—•*", BLANK))
_MARKS = _STOPS | frozenset('"“”')
_LONGEST_HEADING = 90
_SHORTEST_BODY = 4  # words in the line below a heading


@dataclass(frozen=True, slots=True)
class Passages:
    """The paragraphs of a text: where each ends, and whether it tells a story or news.

    `heads` are where the dates start that stand at the head of entries of a chronicle, which are stories;
    `last_head` is the last of them, -1 where there is none.
    """

    text: str
    ends: list[int]
    stories: list[bool]
    news: list[bool]
    heads: frozenset[int] = frozenset()
    last_head: int = -1

    def paragraph(self, at: int) -> int:
        """Give the number of the paragraph at a place."""
        return bisect_right(self.ends, at)

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place stands between quotation marks."""
        return _is_quoted(self.text, self.ends, at)


def passages(candidates: list[Candidate], tokens: Tokens, published: When | None) -> Passages:
    """Cut a text into paragraphs and weigh each."""
    text = tokens.text
    ends = [match.end() for match in _PARAGRAPH.finditer(text)]
    years, deictics = [0.0] * (len(ends) + 1), [0] * (len(ends) + 1)
    is_dated = published is None  # whether a year was told: news begin with days that name none
    for candidate in candidates:
        at = tokens.starts[candidate.first]
        if past := _past_year(candidate, published):
            years[bisect_right(ends, at)] += past
        elif _is_deictic(candidate, is_dated=is_dated) and not _is_quoted(text, ends, at):
            deictics[bisect_right(ends, at)] += 1 + is_topic(tokens, candidate.first)
        is_dated = is_dated or _year_of(candidate) is not None
    # However many years a list of them holds, it weighs no more than a story.
    balances = [min(past, _HEAVIEST) - _DEICTIC_WEIGHT * now for past, now in zip(years, deictics, strict=True)]
    stories, news = story_paragraphs(balances), news_paragraphs(balances)
    entries = heads(candidates, tokens, ends)
    for start in entries:
        at = bisect_right(ends, start)
        stories[at], news[at] = True, False
    return Passages(text, ends, stories, news, entries, max(entries, default=-1))


def story_paragraphs(balances: list[float]) -> list[bool]:
    """Tell of each paragraph whether its balance, and those around it, make it a story."""
    return [_is_story(*sums) for sums in _sums(balances)]


def news_paragraphs(balances: list[float]) -> list[bool]:
    """Tell of each paragraph whether its balance, and those around it, make it news."""
    return [before + after - own < 0 for own, before, after in _sums(balances)]


def _sums(balances: list[float]) -> list[tuple[float, float, float]]:
    """Give for each paragraph its balance, and the sums of those up to it and from it on."""
    held = [max(-_HEAVIEST, min(_HEAVIEST, balance)) for balance in balances]
    after = _faded(reversed(held))[::-1]
    return list(zip(held, _faded(held), after, strict=True))


def _is_story(own: float, before: float, after: float) -> bool:
    """Weigh a paragraph; one full of years goes with whichever neighbours are a story."""
    balance = max(before, after) if own >= _FULL else before + after - own
    return own >= _NEWS and balance > _STORY


def _faded(balances: Iterable[float]) -> list[float]:
    sums: list[float] = []
    for balance in balances:
        sums.append(balance + (_FADE * sums[-1] if sums else 0))
    return sums


def _is_quoted(text: str, ends: list[int], at: int) -> bool:
    paragraph = bisect_right(ends, at)
    begin = max(ends[paragraph - 1] if paragraph else 0, at - _QUOTATION)
    return text.count('"', begin, at) % 2 == 1 or text.rfind("“", begin, at) > text.rfind("”", begin, at)


def is_topic(tokens: Tokens, first: int) -> bool:
    """Tell whether a date begins its sentence: "In June 1942 they left"."""
    index = first - 1
    while index >= 0 and first - index <= 4 and tokens.word(index) in _LEADS:
        index -= 1
    return index < 0 or is_stop(tokens, index) or tokens.word(index) in _MARKS


def is_stop(tokens: Tokens, index: int) -> bool:
    """Tell whether a clause ends with a token; an abbreviation ("U.S.") ends none."""
    word = tokens.words[index]
    if word not in _STOPS:
        return False
    return word == BLANK or not (tokens.is_glued(index) and len(tokens.word(index - 1)) == 1)


def next_stop(tokens: Tokens, first: int, last: int) -> int:
    """Give the first token of a stretch that ends a clause, and the end of the stretch where none does."""
    words = tokens.words[first:last]
    if _STOPS.isdisjoint(words):
        return last
    marks = [first + at for at, word in enumerate(words) if word in _STOPS]
    return next((mark for mark in marks if is_stop(tokens, mark)), last)


def _is_deictic(candidate: Candidate, *, is_dated: bool) -> bool:
    """Tell whether an expression counts from publication; so does a day before any year is told."""
    spec = candidate.spec
    if isinstance(spec, Calendar):
        is_weekday = spec.weekday is not None and spec.month is None
        is_bare_day = spec.month is not None and spec.day is not None and spec.year is None and not is_dated
        is_within = spec.within is not None and spec.within.base is Base.PUBLISHED
        is_stepped = spec.step is not None and spec.base is Base.PUBLISHED
        return is_weekday or is_bare_day or is_within or is_stepped
    return isinstance(spec, Shift | Offset | Clock) and spec.base is Base.PUBLISHED


def _year_of(candidate: Candidate) -> int | None:
    return candidate.spec.year if isinstance(candidate.spec, Calendar) else None


def _past_year(candidate: Candidate, published: When | None) -> float:
    """Weigh a year of the past: with last year news compare as a matter of course, hardly with one long ago."""
    year = _year_of(candidate)
    if year is None:
        return 0.0
    years = begin_of(published).year - year if published is not None else 2
    return 0.0 if years <= 0 else 0.5 if years == 1 else 1.0 if years < _LONG_AGO else 2.0


def is_new_sentence(tokens: Tokens, last: int, first: int) -> bool:
    """Tell whether a sentence ends between two tokens."""
    words = tokens.words[last:first]
    if SENTENCE_ENDS.isdisjoint(words):
        return False
    marks = [last + at for at, word in enumerate(words) if word in SENTENCE_ENDS]
    return any(ends_sentence(tokens, mark) for mark in marks)


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a heading, and whether an expression is all of it."""

    first: int
    last: int
    is_date_alone: bool


def heading(text: str, start: int, end: int) -> Line | None:
    """Give the heading that an expression stands in: a short line by itself, with a text below it."""
    if start and text[end : end + 2] in (" *", " •") and text[start - 1].isspace():
        return Line(start, end, True)
    first = text.rfind("\n", max(0, start - _LONGEST_HEADING), start) + 1
    if first == 0 and start > _LONGEST_HEADING:
        return None
    last = text.find("\n", end, end + _LONGEST_HEADING)
    if last < 0 or last - first > _LONGEST_HEADING:
        return None
    line = text[first:last].strip().lstrip("# ")
    if line[-1:] in ".!?,;":
        return None
    if len(text[last : last + 200].lstrip().partition("\n")[0].split()) < _SHORTEST_BODY:
        return None
    return Line(first, last, line.rstrip(":") == text[start:end])
