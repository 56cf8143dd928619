"""Mentions and decisions become events, and what was found out is kept: a change costs what it touches.

The outcome is that of starting from nothing, whichever way led to the mentions and decisions at hand. A memory
may be given the pairs that an earlier one has found (`recall`): mentions are compared only once one changes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from itertools import chain
from operator import is_

from explorer.chronology import evidence
from explorer.chronology.candidates import Candidates
from explorer.chronology.clauses import with_clauses
from explorer.chronology.compose import compose
from explorer.chronology.conflicts import conflicts
from explorer.chronology.features import Features, all_features
from explorer.chronology.identity import by_age, place
from explorer.chronology.merge import Group, Link, merge
from explorer.chronology.overlay import Overlay, as_decided, differences, overlay, shaping
from explorer.chronology.recall import Rated
from explorer.garbage import uncollected
from explorer.model.article import Article
from explorer.model.decision import Change, Decision, Review
from explorer.model.event import Conflict, Event
from explorer.model.mention import Mention

_MANY = 5_000  # mentions that come at once
_MUCH = 0.3  # a change of more than this share of a library is quicker from nothing


def events(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    decisions: Sequence[Decision] = (),
    *,
    memory: "Memory | None" = None,
) -> list[Event]:
    """Turn mentions and decisions into events, in the order of their oldest mentions.

    The order of `articles` says which mention is the oldest and gives the event its id; which mentions make
    one event does not depend on it. Rejected events are among them, with their review. A `memory` kept
    between calls spares finding out again what has not changed; events that are the same stay the same objects.
    """
    return (memory or Memory()).update(mentions, articles, decisions)


class Memory:
    """The mentions of a library, how they bear on each other, and the events made of them.

    It follows one library from call to call, and may be thrown away at any time. `recalled` are the `pairs` of
    another memory for the mentions of the first call and what was decided of them.
    """

    def __init__(self, recalled: Sequence[Rated] | None = None) -> None:
        self._recalled = recalled
        self._unseen: set[str] = set()  # the articles whose pairs are recalled, and whose mentions wait
        self._given: list[Mention] = []  # as they were handed in
        self._shaped: list[Change] = []  # what a person changed of mentions, not only of events
        self._decided: dict[str, Mention] = {}  # as decided, by id
        self._told: dict[str, dict[str, Mention]] = defaultdict(dict)  # the same, by article and id
        self._known: dict[str, Features] = {}
        self._candidates = Candidates()
        self._ranked: dict[str, dict[str, float]] = {}  # for whom enough speaks, and the points, both ways
        self._laid = Overlay()
        self._linked: dict[str, dict[str, int]] = {}  # whom a person linked, and the number of the decision
        self._parted: dict[str, set[str]] = {}
        self._titles: dict[str, str] = {}
        self._age: dict[str, int] = {}  # of the articles that state something; 0 is the oldest
        self._events: dict[str, Event] = {}
        self._event_of: dict[str, str] = {}
        self._by_article: dict[str, list[Event]] = {}  # by that of their oldest mention

    def update(
        self, mentions: Sequence[Mention], articles: Mapping[str, Article], decisions: Sequence[Decision]
    ) -> list[Event]:
        """Give the events of mentions and decisions as they are now; `events` says more."""
        with uncollected() if len(mentions) - len(self._given) > _MANY else nullcontext():
            return self._updated(mentions, articles, decisions)

    def _updated(
        self, mentions: Sequence[Mention], articles: Mapping[str, Article], decisions: Sequence[Decision]
    ) -> list[Event]:
        changed = self._take(mentions, decisions)
        recalled, self._recalled = self._recalled, None
        dirty = (self._recall(recalled) if recalled is not None else None) or self._compare(*changed)
        laid = overlay(self._decided, decisions)
        dirty |= differences(self._laid, laid)
        self._lay(laid)
        dirty |= self._arrange(articles)
        self._regroup(dirty)
        return list(chain.from_iterable(self._by_article.get(article, ()) for article in self._age))

    def pairs(self) -> list[Rated]:
        """Give the pairs of mentions for which enough speaks, for `recall`."""
        return [
            Rated(points, one, other)
            for one, others in self._ranked.items()
            for other, points in others.items()
            if one < other
        ]

    def catch_up(self, most: int | None = None) -> bool:
        """Take in the mentions whose pairs were recalled, as if they had been compared here; tell if all are.

        So many are taken in at a time, with their articles, or all. What is left is taken in when one changes.
        """
        taken = 0
        while self._unseen and (most is None or taken < most):
            told = self._told[self._unseen.pop()]
            known = all_features(list(told.values()))
            self._candidates.add([self._known.setdefault(id_, one) for id_, one in known.items()])
            taken += len(told)
        return not self._unseen

    def _take(self, mentions: Sequence[Mention], decisions: Sequence[Decision]) -> tuple[set[str], list[str]]:
        """Take in the mentions; give the articles of which some have changed, and the ids that are gone."""
        shaped = shaping(decisions)
        # After nearly every decision the mentions are those of before, which is quickly seen.
        if (
            len(mentions) == len(self._given)
            and all(map(is_, mentions, self._given))
            and shaped == self._shaped
        ):
            return set(), []
        stated = as_decided(*with_clauses(mentions, decisions))
        before, after = self._decided, {mention.id: mention for mention in stated}
        changed = [m for id_, m in after.items() if (old := before.get(id_)) is not m and old != m]
        gone = [mention for id_, mention in before.items() if id_ not in after]
        if self._unseen and (changed or gone):
            self.catch_up()
        for mention in gone:
            del self._told[mention.article][mention.id]
        for mention in changed:
            self._told[mention.article][mention.id] = mention
        self._given, self._shaped, self._decided = list(mentions), shaped, after
        return {mention.article for mention in chain(changed, gone)}, [mention.id for mention in gone]

    def _recall(self, pairs: Sequence[Rated]) -> set[str]:
        """Take over pairs instead of comparing, and name all mentions; none where the pairs are of others."""
        if not all(one in self._decided and other in self._decided for _, one, other in pairs):
            return set()
        for points, one, other in pairs:
            self._ranked.setdefault(one, {})[other] = points
            self._ranked.setdefault(other, {})[one] = points
        self._unseen = set(self._told)
        self._seen(self._ranked)  # in one go, because those of an article share its sentences
        return set(self._decided)

    def _compare(self, articles: Iterable[str], left: Sequence[str]) -> set[str]:
        """Look anew at what articles tell, and name the mentions that it ties otherwise than before."""
        told = {id_: m for article in articles for id_, m in self._told[article].items()}
        come = [one for id_, one in all_features(list(told.values())).items() if not self._is_known(id_, one)]
        again = [one.mention.id for one in come if one.mention.id in self._known]
        self._known.update((one.mention.id, one) for one in come)
        dirty = {*left, *(one.mention.id for one in come)}
        for id_ in (*left, *again):
            for other in self._ranked.pop(id_, ()):
                del self._ranked[other][id_]
                dirty.add(other)
        for id_ in left:
            del self._known[id_]
        if len(dirty) > _MUCH * len(self._known):
            self._candidates, self._ranked = Candidates(), {}
            dirty |= self._known.keys()
            come, left, again = list(self._known.values()), [], []
        compared = self._candidates.change([*left, *again], come)
        for ids in compared.untied:
            dirty |= self._untie(ids)
        for pair in compared.pairs:
            found = evidence.weigh(*pair)
            if found is not None and found.is_enough:
                one, other = (features.mention.id for features in pair)
                self._ranked.setdefault(one, {})[other] = found.points
                self._ranked.setdefault(other, {})[one] = found.points
                dirty |= {one, other}
        return dirty

    def _is_known(self, id_: str, one: Features) -> bool:
        known = self._known.get(id_)
        return known is not None and known.is_like(one)

    def _untie(self, ids: Iterable[str]) -> set[str]:
        """Forget the pairs among mentions that no key ties any more, and name those."""
        found = set()
        for one in ids:
            for other in [other for other in ids if other in self._ranked.get(one, ())]:
                if not self._candidates.are_tied(self._known[one], self._known[other]):
                    del self._ranked[one][other], self._ranked[other][one]
                    found |= {one, other}
        return found

    def _lay(self, laid: Overlay) -> None:
        self._laid = laid
        self._linked, self._parted = {}, {}
        for (one, other), (number, is_linked) in laid.verdicts.items():
            if is_linked:
                self._linked.setdefault(one, {})[other] = number
                self._linked.setdefault(other, {})[one] = number
            else:
                self._parted.setdefault(one, set()).add(other)
                self._parted.setdefault(other, set()).add(one)

    def _arrange(self, articles: Mapping[str, Article]) -> set[str]:
        """Take in the order and the titles of the articles; name the mentions in whose events they show."""
        for article in [article for article, told in self._told.items() if not told]:
            del self._told[article]
            self._by_article.pop(article, None)
        order = by_age(articles, self._told)
        before = [article for article in self._age if article in self._told]
        stayed = [article for article in order if article in self._age]
        titles = {article.id: article.title or article.name for article in articles.values()}
        retold = {article for article in order if titles.get(article) != self._titles.get(article)}
        self._age = {article: at for at, article in enumerate(order)}
        self._titles = titles
        shown = self._told if before != stayed else retold
        tied = self._ranked.keys() | self._linked.keys()
        return {id_ for article in shown for id_ in self._told[article] if id_ in tied}

    def _regroup(self, dirty: Iterable[str]) -> None:
        """Make anew the events of some mentions and of all that are tied to them."""
        moved: set[str] = set()  # the articles whose lists of events change
        done: set[str] = set()
        for id_ in dirty:
            if id_ in done:
                continue
            if id_ not in self._decided:
                self._forget(id_, moved)
                continue
            members = self._component(id_)
            done |= members
            for member in members:
                self._forget(member, moved)
            if len(members) == 1:
                self._remember([self._told[self._decided[id_].article][id_]], (), (), moved)
                continue
            for group in self._groups(members):
                ordered = sorted(group.mentions, key=self._rank)
                found = conflicts(ordered, self._laid.settled)
                self._remember([one.mention for one in ordered], found, group.links, moved)
        for article in moved & self._told.keys():
            told = sorted(self._told[article].values(), key=place)
            self._by_article[article] = [self._events[m.id] for m in told if m.id in self._events]

    def _forget(self, id_: str, moved: set[str]) -> None:
        event = self._events.pop(self._event_of.get(id_, ""), None)
        if event is not None:
            moved.add(event.mentions[0].article)
            for mention in event.mentions:
                del self._event_of[mention.id]

    def _remember(
        self, mentions: Sequence[Mention], found: Sequence[Conflict], links: Sequence[Link], moved: set[str]
    ) -> None:
        event = compose(mentions, found, links, self._laid, self._titles)
        self._events[event.id] = event
        self._event_of.update((mention.id, event.id) for mention in mentions)
        moved.add(mentions[0].article)

    def _rank(self, one: Features) -> tuple[object, ...]:
        return self._age[one.mention.article], *place(one.mention)

    def _component(self, id_: str) -> set[str]:
        """Give the mentions that pairs or links of a person tie to one, near or far."""
        found, waiting = {id_}, [id_]
        while waiting:
            at = waiting.pop()
            fresh = {*self._ranked.get(at, ()), *self._linked.get(at, ())} - found
            found |= fresh
            waiting += fresh
        return found

    def _seen(self, ids: Collection[str]) -> dict[str, Features]:
        """Give mentions as merging sees them; of those not seen yet only these are looked at."""
        unseen = {self._decided[id_].article for id_ in ids if id_ not in self._known}
        for article in unseen:
            self._known.update(all_features(list(self._told[article].values()), ids))
        return {id_: self._known[id_] for id_ in ids}

    def _groups(self, members: set[str]) -> list[Group]:
        known = self._seen(members)
        rejected = {id_ for id_ in members if self._laid.reviews.get(id_) is Review.REJECTED}
        ranked = [
            (points, one, other)
            for one in members
            for other, points in self._ranked.get(one, {}).items()
            # What was rejected takes nothing with it that nobody has looked at.
            if one < other and (one in rejected) == (other in rejected)
        ]
        linked = sorted(
            (-number, one, other)
            for one in members
            for other, number in self._linked.get(one, {}).items()
            if one < other
        )
        return merge(known, ranked, [pair[1:] for pair in linked], self._parted)
