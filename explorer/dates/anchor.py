"""What relative dates count from: the publication date, and the date that the text last spoke of.

News count from the day they are printed; histories count from the date before. Which of the two a passage
does is decided passage by passage: a text without deictic words (today, Friday, last week) that is full of
years is a story throughout; elsewhere a paragraph becomes one with the first date that names a past year.
"""

from dataclasses import dataclass
from functools import lru_cache

from explorer.dates.arithmetic import begin_of
from explorer.dates.specs import Base, Calendar, Candidate, Clock, Offset, Shift
from explorer.model.edtf import display
from explorer.model.when import Precision, When

_DEICTIC_SHARE = 3  # a story has at least so many years for each deictic word
_FEWEST_YEARS = 4
_LEAD = 3  # expressions that make the beginning of a text

# A text counts from the same few dates again and again.
_shown = lru_cache(maxsize=1024)(display)


@dataclass(slots=True)
class Anchor:
    """The running anchor of one text."""

    published: When | None
    is_story: bool = False
    story: When | None = None
    paragraph: int = 0
    story_paragraph: int = -1
    is_explicit: bool = False
    quarter: When | None = None
    heading: When | None = None

    def note(self, when: When, *, is_explicit: bool, is_heading: bool = False) -> None:
        """Remember a date that the text spoke of; a heading ("2008") holds until the next one."""
        if when.is_open_start or when.is_open_end:
            return
        if is_heading:
            self.heading = when
        if when.precision in (Precision.QUARTER, Precision.HALF):
            self.quarter = when
        self.story, self.story_paragraph, self.is_explicit = when, self.paragraph, is_explicit

    def name(self, base: When | None) -> str:
        """Say in words what an expression was counted from."""
        if base is None:
            return "nothing"
        if base is self.published:
            return f"publication {'on' if base.precision.rank <= Precision.DAY.rank else 'in'} {_shown(base)}"
        return f"“{_shown(base)}”, told before" if base is self.story else _shown(base)

    def in_story(self) -> bool:
        """Tell whether dates without a year continue the story here, and do not count from publication."""
        if self.story is None:
            return False
        if self.published is None or self.is_story or self.heading is not None:
            return True
        is_here = self.story_paragraph == self.paragraph and self.is_explicit
        if not is_here or self.story.precision.rank > Precision.MONTH.rank:
            return False
        return begin_of(self.story).year < begin_of(self.published).year

    def base(self, base: Base) -> When | None:
        """Give the date that an expression counts from."""
        if base is Base.PUBLISHED:
            if self.published is not None:
                return self.published
            return self.story
        if self.story is not None and (self.is_story or self.paragraph - self.story_paragraph <= 1):
            return self.story
        return self.published if self.published is not None else self.story


def is_story(candidates: list[Candidate], published: When | None) -> bool:
    """Tell whether a text tells a story of dates before it was printed, from start to end."""
    deictic = sum(_is_deictic(candidate) for candidate in candidates)
    years = sum(_names_past_year(candidate, published) for candidate in candidates)
    is_news = any(map(_is_deictic, candidates[:_LEAD]))  # "said on Thursday" is how news begin
    return not is_news and years >= _FEWEST_YEARS and years >= _DEICTIC_SHARE * deictic


def _is_deictic(candidate: Candidate) -> bool:
    spec = candidate.spec
    if isinstance(spec, Calendar):
        is_weekday = spec.weekday is not None and spec.month is None
        return is_weekday or (spec.step is not None and spec.base is Base.PUBLISHED)
    return isinstance(spec, Shift | Offset | Clock) and spec.base is Base.PUBLISHED


def _names_past_year(candidate: Candidate, published: When | None) -> bool:
    spec = candidate.spec
    if not isinstance(spec, Calendar) or spec.year is None:
        return False
    return published is None or spec.year < begin_of(published).year
