"""Which mentions tell of one event: candidates by what they share, the strongest pairs first, people above all.

The outcome depends on the mentions and decisions alone, not on the order of articles. Candidates share a
party, a country, an amount or words in the same year; keys that too many mentions share are dropped, because
finer keys still find the pairs that matter, and because all pairs of a large library are too many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.chronology import evidence
from explorer.chronology.features import Features, features
from explorer.chronology.overlay import Overlay, pair
from explorer.model.calendar import DAY_S, civil_of_seconds
from explorer.model.decision import Review
from explorer.model.mention import Mention

_CROWD = 24  # a key shared by more mentions than this tells nothing
_LONGEST_YEARS = 12  # an interval longer than this stands under its first years only


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one event by id, and for each link the two mentions and why they were joined."""

    mentions: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...] = ()


def merge(mentions: Sequence[Mention], laid: Overlay) -> list[Group]:
    """Sort mentions into groups that each tell of one event; every mention is in exactly one."""
    known = {mention.id: features(mention) for mention in sorted(mentions, key=lambda m: m.id)}
    groups = _Groups(known, laid)
    groups.link_as_decided()
    for one, other in _ranked_pairs(known, laid):
        groups.join(one, other)
    return groups.result()


def _ranked_pairs(known: Mapping[str, Features], laid: Overlay) -> Iterator[tuple[str, str]]:
    """Give the pairs for which enough speaks, the strongest first."""
    ranked = []
    for one, other in _candidates(known.values()):
        if _is_rejected(laid, one) != _is_rejected(laid, other):
            continue
        found = evidence.weigh(known[one], known[other])
        if found is not None and found.is_enough:
            ranked.append((-found.points, one, other))
    ranked.sort()
    return ((one, other) for _, one, other in ranked)


def _is_rejected(laid: Overlay, id_: str) -> bool:
    """Tell whether a person rejected a mention: what is rejected takes nothing unreviewed with it."""
    return laid.reviews.get(id_) is Review.REJECTED


def _candidates(everything: Iterable[Features]) -> set[tuple[str, str]]:
    holders: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for one in everything:
        for key in _keys(one):
            holders[key].append(one.mention.id)
    return {
        pair(ids[i], ids[j])
        for ids in holders.values()
        if 1 < len(ids) <= _CROWD
        for i in range(len(ids))
        for j in range(i)
    }


def _keys(one: Features) -> set[tuple[object, ...]]:
    """Give the keys under which a mention is looked up; two mentions with a common key are compared."""
    times = _times(one)
    names = sorted(one.companies | one.others)
    keys: set[tuple[object, ...]] = {(time, name) for time in times for name in (*names, *one.countries)}
    keys |= {(time, one.family, name) for time in times for name in names}
    keys |= {(time, a, b) for time in times for i, a in enumerate(names) for b in names[:i]}
    years = [time for time in times if len(time) == 1]
    keys |= {(time, quantity.unit, f"{quantity.value:.1e}") for time in years for quantity in one.amounts}
    longest = sorted(one.words, key=lambda word: (-len(word), word))[:6]
    keys |= {(time, a, b) for time in years for i, a in enumerate(longest) for b in longest[:i]}
    keys |= {(time, name, word) for time in years for name in names[:3] for word in longest}
    return keys


def _times(one: Features) -> list[tuple[int, ...]]:
    """Give the years that the dates touch, and the days of exact ones with their neighbours."""
    times: set[tuple[int, ...]] = set()
    for when in one.whens:
        lo_s = when.hi_s - 1 if when.is_open_start else when.lo_s
        hi_s = when.lo_s if when.is_open_end else when.hi_s - 1
        first, last = civil_of_seconds(lo_s).year, civil_of_seconds(hi_s).year
        times.update((year,) for year in range(first, min(last, first + _LONGEST_YEARS) + 1))
        if when.hi_s - when.lo_s <= DAY_S:
            day = when.lo_s // DAY_S
            times.update((first, day + step) for step in (0, 1))
    return sorted(times) or [(0,)]


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
        return [Group(tuple(ids), tuple(self._links[head])) for head, ids in self._members.items()]

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
