"""What relative dates count from: the publication date, and the date that the text last spoke of.

News count from the day they are printed; histories count from the date before. Which of the two a passage
does is decided passage by passage: a text without deictic words (today, Friday, last week) that is full of
years is a story throughout; elsewhere a paragraph becomes one with the first date that names a past year.
"""

from dataclasses import dataclass

from explorer.dates.arithmetic import begin_of
from explorer.dates.specs import Base, Calendar, Candidate, Clock, Offset, Shift
from explorer.model.edtf import display
from explorer.model.when import Precision, When

_DEICTIC_SHARE = 3  # a story has at least so many years for each deictic word


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

    def note(self, when: When, *, is_explicit: bool) -> None:
        """Remember a date that the text spoke of."""
        if when.is_open_start or when.is_open_end:
            return
        if when.precision in (Precision.QUARTER, Precision.HALF):
            self.quarter = when
        self.story, self.story_paragraph, self.is_explicit = when, self.paragraph, is_explicit

    def name(self, base: When | None) -> str:
        """Say in words what an expression was counted from."""
        if base is None:
            return "nothing"
        if base is self.published:
            return f"publication {'on' if base.precision.rank <= Precision.DAY.rank else 'in'} {display(base)}"
        return f"“{display(base)}”, told before" if base is self.story else display(base)

    def in_story(self) -> bool:
        """Tell whether dates without a year continue the story here, and do not count from publication."""
        if self.story is None:
            return False
        if self.published is None or self.is_story:
            return True
        if (
            self.story_paragraph != self.paragraph
            or not self.is_explicit
            or self.story.precision.rank > Precision.MONTH.rank
        ):
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
    deictic = years = 0
    for candidate in candidates:
        spec = candidate.spec
        if isinstance(spec, Shift | Offset | Clock):
            deictic += spec.base is Base.PUBLISHED
        elif isinstance(spec, Calendar):
            deictic += spec.weekday is not None and spec.month is None
            deictic += spec.step is not None and spec.base is Base.PUBLISHED
            if spec.year is not None and (published is None or spec.year < begin_of(published).year):
                years += 1
    return years >= 4 and years >= _DEICTIC_SHARE * deictic
