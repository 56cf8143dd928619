"""Which mentions tell of one event: candidates by what they share, the strongest pairs first, people above all.

The outcome depends on the mentions and decisions alone, not on the order of articles. Candidates share a
party, a country, an amount or words in the same year; keys that too many mentions share are dropped, because
finer keys still find the pairs that matter, and because all pairs of a large library are too many.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.chronology import evidence
from explorer.chronology.features import Features, all_features
from explorer.chronology.overlay import Overlay, pair
from explorer.model.calendar import DAY_S, civil_of_seconds
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import Mention

Key = Hashable

_CROWD = 24  # a key shared by more mentions than this tells nothing
_WORDS = 4  # a mention is looked up by so many of its longest words
_NAMES = 3
_LONGEST_YEARS = 12  # an interval longer than this stands under its first years only


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one event, and for each link the two mentions and why they were joined."""

    mentions: tuple[Features, ...]
    links: tuple[tuple[str, str, str], ...] = ()


Ranked = tuple[float, str, str]


class Memory:
    """What was found out about mentions, for whoever merges the same ones again after every decision.

    Decisions change no mention, so that the second time only groups are formed. It may be thrown away.
    """

    def __init__(self) -> None:
        self._mentions: list[Mention] = []
        self._known: dict[str, Features] = {}
        self._ranked: list[Ranked] = []
        self.alone: dict[str, Event] = {}  # the events of one mention that nobody has touched

    def recall(self, mentions: list[Mention]) -> tuple[Mapping[str, Features], Sequence[Ranked]]:
        """Give what merging looks at in mentions, and the pairs for which enough speaks, strongest first."""
        if mentions != self._mentions:
            self._known = all_features(mentions)
            self._ranked = _ranked_pairs(list(self._known.values()))
            self._mentions = mentions
            self.alone = {}
        return self._known, self._ranked


def merge(mentions: Sequence[Mention], laid: Overlay, memory: Memory | None = None) -> list[Group]:
    """Sort mentions into groups that each tell of one event; every mention is in exactly one."""
    known, ranked = (memory or Memory()).recall(sorted(mentions, key=lambda m: m.id))
    rejected = {id_ for id_, review in laid.reviews.items() if review is Review.REJECTED}
    groups = _Groups(known, laid)
    groups.link_as_decided()
    for _, one, other in ranked:
        # What was rejected takes nothing with it that nobody has looked at.
        if (one in rejected) == (other in rejected):
            groups.join(one, other)
    return groups.result()


def _ranked_pairs(everything: Sequence[Features]) -> list[Ranked]:
    ranked = []
    for i, j in _candidates(everything):
        one, other = everything[i], everything[j]
        found = evidence.weigh(one, other)
        if found is not None and found.is_enough:
            ranked.append((-found.points, *pair(one.mention.id, other.mention.id)))
    return sorted(ranked)


def _candidates(everything: Sequence[Features]) -> Iterable[tuple[int, int]]:
    """Give the pairs, by their places, that share a key and lie within each other's reach."""
    holders: dict[Key, list[int]] = defaultdict(list)
    for place, one in enumerate(everything):
        for key in _keys(one):
            holders[key].append(place)
    lows, highs = [one.reach[0] for one in everything], [one.reach[1] for one in everything]
    size = len(everything)
    found: set[int] = set()
    for places in holders.values():
        if 1 < len(places) <= _CROWD:
            for n, j in enumerate(places):
                low, high, base = lows[j], highs[j], j * size
                found.update([base + i for i in places[:n] if lows[i] <= high and low <= highs[i]])
    return (divmod(code, size) for code in found)


def _keys(one: Features) -> list[Key]:
    """Give the keys under which a mention is looked up; two mentions with a common key are compared."""
    names = sorted(one.companies | one.others)
    longest = sorted(one.words, key=lambda word: (-len(word), word))[:_WORDS]
    marks: list[Key] = [*names, *one.countries]
    marks += [(one.family, name) for name in names]
    marks += [(a, b) for i, a in enumerate(names) for b in names[:i]]
    years, days = _times(one)
    keys: list[Key] = [(time, mark) for time in (*years, *days) for mark in marks]
    words: list[Key] = [(quantity.unit, f"{quantity.value:.1e}") for quantity in one.amounts]
    words += [(a, b) for i, a in enumerate(longest) for b in longest[:i]]
    words += [(name, word) for name in names[:_NAMES] for word in longest]
    return keys + [(year, word) for year in years for word in words]


def _times(one: Features) -> tuple[list[Key], list[Key]]:
    """Give the years that the dates touch, and the days of exact ones with their neighbours."""
    years: set[int] = set()
    days: set[Key] = set()
    for when in one.readings:
        first = civil_of_seconds(when.hi_s - 1 if when.is_open_start else when.lo_s).year
        last = civil_of_seconds(when.lo_s if when.is_open_end else when.hi_s - 1).year
        years.update(range(first, min(last, first + _LONGEST_YEARS) + 1))
        if when.hi_s - when.lo_s <= DAY_S:
            day = when.lo_s // DAY_S
            days.update(("day", day + step) for step in (0, 1))
    return list(years) or [None], list(days)


class _Groups:
    """Groups of mentions that grow by joining; a group forgets nothing of what forbids its mentions."""

    def __init__(self, known: Mapping[str, Features], laid: Overlay) -> None:
        self._known = known
        self._laid = laid
        self._members: dict[str, list[str]] = {id_: [id_] for id_ in known}
        self._head: dict[str, str] = {id_: id_ for id_ in known}
        self._links: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._parted: dict[str, set[str]] = defaultdict(set)
        for (one, other), (_, is_linked) in laid.verdicts.items():
            if not is_linked:
                self._parted[one].add(other)
                self._parted[other].add(one)

    def link_as_decided(self) -> None:
        """Join what a person linked, the latest decision first; no link joins what a person parted."""
        latest = sorted(
            (
                (-number, one, other)
                for (one, other), (number, is_linked) in self._laid.verdicts.items()
                if is_linked
            )
        )
        for _, one, other in latest:
            head, other_head = self._head[one], self._head[other]
            if head != other_head and not self._are_parted(head, other_head):
                self._unite(one, other, "you linked them")

    def join(self, one: str, other: str) -> None:
        """Join the groups of two mentions unless a person parted them or something forbids it."""
        head, other_head = self._head[one], self._head[other]
        if head == other_head or self._are_parted(head, other_head):
            return
        if self._is_forbidden(head, other_head):
            return
        self._unite(one, other, evidence.reason(self._known[one], self._known[other]))

    def result(self) -> list[Group]:
        """Give the groups as they are now."""
        return [
            Group(tuple(self._known[id_] for id_ in ids), tuple(self._links.get(head, ())))
            for head, ids in self._members.items()
        ]

    def _are_parted(self, head: str, other_head: str) -> bool:
        others = set(self._members[other_head])
        return any(
            not self._parted[id_].isdisjoint(others) for id_ in self._members[head] if id_ in self._parted
        )

    def _is_forbidden(self, head: str, other_head: str) -> bool:
        return any(
            evidence.forbids(self._known[a], self._known[b])
            for a in self._members[head]
            for b in self._members[other_head]
        )

    def _unite(self, one: str, other: str, why: str) -> None:
        head, other_head = self._head[one], self._head[other]
        self._links[head].append((one, other, why))
        moved = self._members.pop(other_head)
        self._members[head] += moved
        self._links[head] += self._links.pop(other_head, [])
        self._head.update(dict.fromkeys(moved, head))
