"""Which of the mentions that are tied to each other tell of one event: strongest pairs first, people above all.

The outcome depends on the mentions and decisions alone, not on the order of articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explorer.chronology import evidence
from explorer.chronology.features import Features
from explorer.chronology.overlay import Pair


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that were joined, why, and the points that speak for it (None: a person said so)."""

    one: str
    other: str
    why: str
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one event, and the links by which they came together."""

    mentions: tuple[Features, ...]
    links: tuple[Link, ...] = ()


def merge(
    members: Mapping[str, Features],
    ranked: Iterable[tuple[float, str, str]],
    linked: Iterable[Pair],
    parted: Mapping[str, set[str]],
) -> list[Group]:
    """Sort mentions into groups that each tell of one event; every mention is in exactly one.

    `ranked` are the pairs for which enough speaks, with their points, `linked` those that a person linked, the
    latest first, `parted` says from which others a person parted a mention.
    """
    groups = _Groups(members, parted)
    for pair in linked:
        groups.link(*pair)
    for points, one, other in sorted(ranked, key=lambda found: (-found[0], found[1:])):
        groups.join(one, other, points)
    return groups.result()


class _Groups:
    """Groups of mentions that grow by joining; a group forgets nothing of what forbids its mentions."""

    def __init__(self, members: Mapping[str, Features], parted: Mapping[str, set[str]]) -> None:
        self._known = members
        self._parted = parted
        self._members: dict[str, list[str]] = {id_: [id_] for id_ in members}
        self._head: dict[str, str] = {id_: id_ for id_ in members}
        self._links: dict[str, list[Link]] = defaultdict(list)

    def link(self, one: str, other: str) -> None:
        """Join what a person linked; no link joins what a person parted."""
        head, other_head = self._head[one], self._head[other]
        if head != other_head and not self._are_parted(head, other_head):
            self._unite(Link(one, other, "you linked them"))

    def join(self, one: str, other: str, points: float) -> None:
        """Join the groups of two mentions unless a person parted them or something forbids it."""
        head, other_head = self._head[one], self._head[other]
        if head == other_head or self._are_parted(head, other_head):
            return
        if self._is_forbidden(head, other_head):
            return
        self._unite(Link(one, other, evidence.reason(self._known[one], self._known[other]), points))

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

    def _unite(self, link: Link) -> None:
        head, other_head = self._head[link.one], self._head[link.other]
        self._links[head].append(link)
        moved = self._members.pop(other_head)
        self._members[head] += moved
        self._links[head] += self._links.pop(other_head, [])
        self._head.update(dict.fromkeys(moved, head))
