"""What relative dates count from: the publication date, and the date that the text last spoke of.

A story has a front, the date that it has reached. Dates in order move it; a date told in passing (see `aside`)
holds for its own sentence, and then the story goes on from the front.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from explorer.dates.arithmetic import begin_of, last_of
from explorer.dates.specs import Base, Calendar
from explorer.model.calendar import Day
from explorer.model.edtf import display
from explorer.model.when import Precision, When

# A text counts from the same few dates again and again.
_shown = lru_cache(maxsize=1024)(display)


_JUST_PASSED = 3  # months that a story goes back without a word


class Reported(NamedTuple):
    """What a business report is about: how many months, which quarter or half, and when they ended, if told."""

    length: int
    when: When | None = None
    end: When | None = None


@dataclass(slots=True)
class Anchor:
    """The running anchor of one text.

    `is_story`, `is_news`, `paragraph` and `sentence` tell where the text is; `ahead` is the next date that
    names its year, `front_sentence` the sentence that told the front, `news_sentence` the last of a story that
    spoke of today; `is_letter` tells that the text bears a date in full at its head.
    `entry` is the paragraph of the last entry of a chronicle, "12 May: The mill opens".
    `is_set` tells that a person said what this passage counts from.
    `looks_back`, `refers_back` and `in_quotation` are asked late: most dates do not need them.
    """

    published: When | None
    is_story: bool = False
    paragraph: int = 0
    sentence: int = 0
    ahead: Calendar | None = None
    looks_back: Callable[[], bool] = lambda: False
    refers_back: Callable[[], bool] = lambda: False
    in_quotation: Callable[[], bool] = lambda: False
    is_news: bool = False
    is_set: bool = False
    entry: int = -1
    news_sentence: int = -1
    is_letter: bool = False
    front: When | None = None
    story_paragraph: int = -1
    is_explicit: bool = False
    quarter: Reported | None = None
    months: Reported | None = None
    heading: When | None = None
    front_sentence: int = -1
    _year: When | None = None
    _begin: When | None = None
    _head: When | None = None
    _days: dict[tuple[int, int], int] = field(default_factory=dict)
    _passing: When | None = None
    _passing_sentence: int = -2
    _is_passing_explicit: bool = False

    @classmethod
    def set_to(cls, when: When) -> "Anchor":
        """Give the anchor of a passage for which a person said what it counts from.

        A day or month is like a publication date, a year or more like the heading of a section.
        """
        if when.precision.rank <= Precision.MONTH.rank and not when.is_interval:
            return cls(when, is_set=True)
        anchor = cls(None, is_set=True)
        anchor.head(when, is_year=True)
        return anchor

    @property
    def story(self) -> When | None:
        """Give the date that the text last spoke of: the one told in passing in this sentence, or the front."""
        return self._passing if self._passing_sentence == self.sentence else self.front

    @property
    def here(self) -> When | None:
        """Give the date last spoken of in this sentence, None where it is the first."""
        return self.story if self.sentence in (self._passing_sentence, self.front_sentence) else None

    @property
    def last(self) -> When | None:
        """Give the date last spoken of, as "that year" means it: also the one in passing a sentence ago."""
        return self._passing if self.sentence - self._passing_sentence <= 1 else self.front

    @property
    def last_past(self) -> When | None:
        """Give the date last spoken of, None where it is still to come."""
        told = self.last
        is_ahead = told is not None and self.published is not None and told.lo_s >= self.published.hi_s
        return None if is_ahead else told

    @property
    def dated(self) -> When | None:
        """Give the date last spoken of that is no longer than a year: what a month is next to."""
        story = self.story
        is_coarse = story is not None and story.precision.rank > Precision.YEAR.rank
        return self._year if is_coarse else story

    def note(
        self, when: When, *, is_explicit: bool, in_passing: bool = False, begin: When | None = None
    ) -> None:
        """Remember a date that the text spoke of; the end of a range has a begin."""
        if when.is_open_start or when.is_open_end:
            return
        if when.precision is Precision.DAY and not when.is_interval:
            at = begin_of(when)
            self._days[at.month, at.day] = at.year
        if in_passing:
            self._passing, self._passing_sentence, self._is_passing_explicit = when, self.sentence, is_explicit
            return
        if self.heading is not None and when.lo_s >= self.heading.hi_s:
            self.heading = None
        if when.precision.rank <= Precision.YEAR.rank:
            self._year = when
        self._begin = begin
        self.front, self.story_paragraph, self.is_explicit = when, self.paragraph, is_explicit
        self.front_sentence = self.sentence
        self._passing_sentence = -2

    def head(self, when: When, *, is_year: bool) -> None:
        """Begin a section with a date in its heading; a year holds until the story leaves it."""
        self.note(when, is_explicit=True)
        self.heading = when if is_year else None

    def begin_entry(self) -> None:
        """Begin an entry of a chronicle: its date counts from that of the entry before."""
        self.entry, self._passing_sentence = self.paragraph, -2
        if self._head is not None:
            self.front = self._head

    def head_entry(self, when: When) -> None:
        """Remember the date at the head of an entry; a year holds for the months in it."""
        self._head = when
        if when.precision is Precision.YEAR and not when.is_interval:
            self.head(when, is_year=True)
        else:
            self.note(when, is_explicit=True)

    def leave_entry(self) -> None:
        """Go on behind the entries of a chronicle, whose heads date nothing there."""
        if self.heading is self._head:
            self.heading = None

    @property
    def is_entry(self) -> bool:
        """Tell whether the text is in an entry of a chronicle."""
        return self.entry == self.paragraph

    @property
    def is_quoted(self) -> bool:
        """Tell whether someone of the story speaks."""
        return self.in_story() and self.in_quotation()

    @property
    def nothing(self) -> str:
        """Say why there is nothing to count from."""
        if self.is_quoted:
            return "nothing to count from: said in a quotation, on a day that is not told"
        return "nothing to count from: the publication date is unknown"

    def name(self, base: When | None) -> str:
        """Say in words what an expression was counted from."""
        if base is None:
            return "nothing"
        if self.is_set and base in (self.published, self.heading):
            return f"{_shown(base)}, set for this passage"
        if base is self.published:
            return f"publication {'on' if base.precision.rank <= Precision.DAY.rank else 'in'} {_shown(base)}"
        if base is self.heading:
            return f"“{_shown(base)}”, the heading"
        return f"“{_shown(base)}”, told before" if base in (self.story, self.last) else _shown(base)

    @property
    def is_dated_by_itself(self) -> bool:
        """Tell whether a text of unknown day counts from the dates in it, which news do not."""
        return self.published is None and (self.is_letter or not self.is_news)

    def is_behind(self) -> bool:
        """Tell whether the past that news last spoke of is that of another sentence, which a plan may leave."""
        is_news = self.published is not None and self.heading is None and not self.is_story
        return is_news and self.front_sentence != self.sentence != self._passing_sentence

    def in_story(self) -> bool:
        """Tell whether dates without a year continue the story here, and do not count from publication."""
        story = self.story
        if story is None or (self.published is not None and self._has_reached(self.published)):
            return False
        if self.news_sentence == self.sentence:
            return False  # "this year it turned 150, with a feast in January"
        if self.is_story or self.heading is not None or self.is_dated_by_itself:
            return True
        is_here = self.story_paragraph == self.paragraph and self.is_explicit
        if self._passing_sentence == self.sentence:
            is_here = self._is_passing_explicit
        if not is_here or story.precision.rank > Precision.MONTH.rank:
            return False
        return self.published is None or begin_of(story).year < begin_of(self.published).year

    def _has_reached(self, published: When) -> bool:
        """Tell whether the story has come to the day of publication: from there on it is news."""
        return self.front is not None and self.front is self.story and self.front.lo_s >= published.lo_s

    def year_of(self, month: int, story: When) -> int:
        """Give the year in which a story that has reached a date means a month.

        A story goes onwards: a month that has passed is that of the next year, unless it has only just passed,
        the next date of the text comes before it, or the clause looks back.
        """
        at = begin_of(story)
        if story.precision.rank >= Precision.HALF.rank:
            return last_of(story).year if story.is_interval else at.year
        if story is self.front and self._begin is not None and story.precision.rank <= Precision.MONTH.rank:
            at = begin_of(self._begin)  # a month within the range that was told is that of its year
        months_back = at.month - month
        if story is self.front and self.looks_back():
            return at.year - (months_back < 0)
        return at.year + (months_back > _JUST_PASSED and not self._is_told_before(month, at))

    def _is_told_before(self, month: int, at: Day) -> bool:
        """Tell whether the story goes on to a date that names its year, before the month of the next year."""
        if self.ahead is None or self.ahead.year is None:
            return False
        ahead = (self.ahead.year, self.ahead.month or 12)
        least = (at.year, 0) if self.is_story else (at.year, at.month)  # news go back for a word more often
        return least < ahead < (at.year + 1, month)

    def told_year(self, month: int, day: int) -> int | None:
        """Give the year of a day told before, if the words name it once more: "the order of 6 August"."""
        is_other = self.story is not self.front  # "papers released in 2005 tell of 4 August"
        return self._days.get((month, day)) if is_other or self.refers_back() else None

    def base(self, base: Base) -> When | None:
        """Give the date that an expression counts from."""
        story = self.story
        if base is Base.PUBLISHED:
            if self.is_quoted:
                return story if self.story_paragraph == self.paragraph else None
            if self.published is not None:
                return self.published
            return story if self.is_dated_by_itself or self.in_story() else None
        is_near = story is not self.front or self.paragraph - self.story_paragraph <= 1
        if story is not None and (self.is_story or is_near):
            return story
        return self.published if self.published is not None else story
