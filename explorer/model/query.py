"""`Query`: a frozen filter over events. OR inside a facet, AND between facets; nothing ticked means all."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Facet(StrEnum):
    """The ways to sort events that people filter by. A source is an article's id, `IS` holds `Trait`s.

    A family is a company with all that it owns, a region a group of countries.
    """

    KIND = "kind"
    COMPANY = "company"
    FAMILY = "family"
    COUNTRY = "country"
    REGION = "region"
    SOURCE = "source"
    STATUS = "status"
    CERTAINTY = "certainty"
    REVIEW = "review"
    TAG = "tag"
    IS = "is"


class Trait(StrEnum):
    """What may be so of an event beside what it tells: mostly, why somebody should look at it."""

    CONFLICT = "conflict"  # its sources differ, and nobody has decided
    SINGLE_SOURCE = "single-source"  # nobody tells of it but one source and those who copy it
    AMBIGUOUS = "ambiguous"  # its date can be read in two ways
    NEW_NAME = "new-name"  # somebody in it is in no list, and nobody has confirmed the name
    CHANGED = "changed"  # it says something else than when it was accepted
    STARRED = "starred"
    NOTED = "noted"
    EDITED = "edited"
    ADDED = "added"  # told by the articles added last alone
    CONFIRMED = "confirmed"  # told before, and by the articles added last as well
    CONTRADICTED = "contradicted"  # told otherwise by the articles added last
    MET = "met"  # a target that a later measure reached
    MISSED = "missed"  # a target whose time is over, and the measure of that time is below it

    __hash__ = str.__hash__  # that of an enum is written in Python, and every event is asked for its traits


Tick = tuple[Facet, str]


@dataclass(frozen=True, slots=True)
class Query:
    """A filter: ticked and excluded facet values, words, and times in seconds.

    `text` is matched as words and "phrases", all of them, in titles, quotes, names and article texts; a minus
    before one refuses it. `lo_s..hi_s` keeps
    what overlaps it; `in_force_s` keeps the bans that held at that moment; `new_since_s` keeps what came into
    the library at that moment or later. Borderline mentions are left out unless `with_borderline`; rejected
    events are left out unless the review facet asks for them.
    """

    ticked: frozenset[Tick] = field(default_factory=frozenset)
    excluded: frozenset[Tick] = field(default_factory=frozenset)
    text: str = ""
    lo_s: int | None = None
    hi_s: int | None = None
    in_force_s: int | None = None
    new_since_s: int | None = None
    with_borderline: bool = False

    def values(self, facet: Facet) -> frozenset[str]:
        """Give the ticked values of a facet."""
        return frozenset(value for which, value in self.ticked if which is facet)

    def without(self, facet: Facet) -> frozenset[str]:
        """Give the excluded values of a facet."""
        return frozenset(value for which, value in self.excluded if which is facet)

    def toggled(self, facet: Facet, value: str, *, exclude: bool = False) -> "Query":
        """Tick or untick a value (or exclude it); ticking what is excluded moves it over."""
        tick = (facet, value)
        mine, other = (self.excluded, self.ticked) if exclude else (self.ticked, self.excluded)
        mine, other = mine ^ {tick}, other - {tick}
        ticked, excluded = (other, mine) if exclude else (mine, other)
        return replace(self, ticked=ticked, excluded=excluded)

    def forgetting(self, facet: Facet, values: Iterable[str]) -> "Query":
        """Forget values of a facet, ticked or excluded, which are not there any more."""
        gone = {(facet, value) for value in values}
        return replace(self, ticked=self.ticked - gone, excluded=self.excluded - gone)

    def renaming(self, facet: Facet, value: str, name: str) -> "Query":
        """Put another value of a facet in the place of one, ticked or excluded; none for ""."""

        def renamed(ticks: frozenset[Tick]) -> frozenset[Tick]:
            rest = ticks - {(facet, value)}
            return rest | {(facet, name)} if name and rest != ticks else rest

        return replace(self, ticked=renamed(self.ticked), excluded=renamed(self.excluded))

    def under(self, other: "Query") -> "Query":
        """Lay another filter over this one: its ticks are added, its words and times go before those here."""
        return replace(
            other,
            ticked=(self.ticked - other.excluded) | other.ticked,
            excluded=(self.excluded - other.ticked) | other.excluded,
            lo_s=self.lo_s if (other.lo_s, other.hi_s) == (None, None) else other.lo_s,
            hi_s=self.hi_s if (other.lo_s, other.hi_s) == (None, None) else other.hi_s,
            in_force_s=self.in_force_s if other.in_force_s is None else other.in_force_s,
            new_since_s=self.new_since_s if other.new_since_s is None else other.new_since_s,
            with_borderline=self.with_borderline or other.with_borderline,
        )

    def within(self, lo_s: int, hi_s: int) -> "Query":
        """Keep only what overlaps a span of time too."""
        return replace(
            self,
            lo_s=lo_s if self.lo_s is None else max(lo_s, self.lo_s),
            hi_s=hi_s if self.hi_s is None else min(hi_s, self.hi_s),
        )

    def cleared(self, facet: Facet) -> "Query":
        """Untick everything in one facet."""
        return replace(
            self,
            ticked=frozenset(tick for tick in self.ticked if tick[0] is not facet),
            excluded=frozenset(tick for tick in self.excluded if tick[0] is not facet),
        )

    @property
    def is_everything(self) -> bool:
        """Tell whether it filters nothing."""
        return self == self.unfiltered

    @property
    def unfiltered(self) -> "Query":
        """Give the query without filters; to show borderline events is none, and stays."""
        return Query(with_borderline=self.with_borderline)
