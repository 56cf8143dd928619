"""Whatever way led to the mentions and decisions at hand, the events are those made from nothing."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.chronology import Memory, candidates, events, memory, recall
from explorer.model.article import Article
from explorer.model.decision import (
    Change,
    Noted,
    Removed,
    Review,
    Reviewed,
    Settled,
    Undone,
    ref,
)
from explorer.model.event import Event
from explorer.model.mention import Mention
from tests.builders import article, log, mention, quantity
from tests.chronology.steps import decision

NAMES = ("Olaf Lines", "Norfolk Foods", "Nimbus")
QUOTES = (
    "agreed to pay a fine over mislabelled milk",
    "agreed to pay a fine over spoilt milk in schools",
    "ran its first night ferry to Bergen harbour",
    "bought a yard in Bergen harbour for its night ferry",
)
STEPS = (
    *("add",) * 3, "drop", "shuffle", "decide", "decide", "reopen", "catch_up", "take_out_and_undo"
)  # fmt: skip


@pytest.fixture(autouse=True)
def crowds_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few mentions are a crowd here, and no change is so great that it starts from nothing."""
    monkeypatch.setattr(candidates, "_CROWD", 3)
    monkeypatch.setattr(memory, "_MUCH", 1e9)


def told(name: str, dice: random.Random) -> list[Mention]:
    """What an article tells: companies, words, days and sums that others tell of, too."""
    found, at = [], 0
    for _ in range(dice.randint(1, 3)):
        company = dice.choice(NAMES)
        quote = f"{company} {dice.choice(QUOTES)}."
        day = dice.choice(("2019-04-15", "2019-04-16", "2019-04", "2019", None))
        sums = (quantity(dice.choice((4.5e6, 4.52e6, 6e6)), "USD"),) if dice.random() < 0.5 else ()
        kind = dice.choice(("settlement", "launch", "milestone"))
        found.append(mention(quote, day, article=name, at=at, kind=kind, companies=(company,), quantities=sums))
        at += len(quote) + 1
    return found


class World:
    """Articles that come and go and a log that grows, with a memory that follows."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.memory = Memory()
        self.articles: dict[str, Article] = {}
        self.mentions: dict[str, list[Mention]] = {}
        self.changes: list[Change] = []

    def add(self) -> None:
        name = f"paper {self.dice.randint(0, 11)}"
        self.articles[name] = article(name, title=self.dice.choice(("The Post", name)))
        self.mentions[name] = told(name, self.dice)

    def drop(self) -> None:
        if self.mentions:
            name = self.dice.choice(sorted(self.mentions))
            del self.mentions[name]
            del self.articles[name]

    def shuffle(self) -> None:
        names = self.dice.sample(sorted(self.articles), len(self.articles))
        self.articles = {name: self.articles[name] for name in names}

    def decide(self) -> None:
        everything = [m for told in self.mentions.values() for m in told]
        if len(everything) < 2:
            return
        one, other = (ref(m) for m in self.dice.sample(everything, 2))
        made = self.dice.choice(everything)
        others = (
            Noted((one, other), "ask"),
            Settled((one, other), "amount", one),
            Removed(made.article),
            Removed(made.article, False),
            Undone(self.dice.randint(1, max(1, len(self.changes)))),
        )
        self.changes.append(decision(self.dice, everything, NAMES, *others))

    def reopen(self) -> None:
        """Begin anew with the pairs of before."""
        self.kept()
        self.memory = Memory(recall.load(recall.dump(self.memory.pairs())))

    def catch_up(self) -> None:
        self.memory.catch_up(self.dice.choice((1, 2, 9, None)))

    def take_out_and_undo(self) -> None:
        before = self.kept()
        self.changes.append(Removed(f"paper {self.dice.randint(0, 11)}"))
        assert self.kept() == self.from_nothing()
        self.changes.append(Undone(len(self.changes)))
        assert self.kept() == before

    def flat(self) -> list[Mention]:
        return [m for told in self.mentions.values() for m in told]

    def kept(self) -> list[Event]:
        return events(self.flat(), self.articles, log(*self.changes), memory=self.memory)

    def from_nothing(self) -> list[Event]:
        return events(self.flat(), self.articles, log(*self.changes))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(STEPS), max_size=30),
    st.randoms(use_true_random=False),
)
def test_every_way_to_a_library_gives_the_events_made_from_nothing(
    steps: list[str], dice: random.Random
) -> None:
    world = World(dice)
    for step in steps:
        getattr(world, step)()
        assert world.kept() == world.from_nothing()


def crowd(count: int) -> Iterator[Mention]:
    for n in range(count):
        yield mention("Nimbus was fined over milk.", "2019", article=f"paper {n:02}", kind="settlement",
                      companies=("Nimbus",), quantities=(quantity(4.5e6),))  # fmt: skip


def test_a_key_that_becomes_crowded_ties_no_more_and_ties_again_when_some_leave() -> None:
    mentions, kept = list(crowd(5)), Memory()
    sizes = []
    for count in (3, 4, 5, 3):
        articles = {m.article: article(m.article) for m in mentions[:count]}
        found = events(mentions[:count], articles, memory=kept)
        assert found == events(mentions[:count], articles)
        sizes.append([len(event.mentions) for event in found])
    assert sizes == [[3], [1] * 4, [1] * 5, [3]]


def test_events_that_nothing_touched_stay_the_same_objects() -> None:
    first, second = mention("Olaf Lines sank.", article="a"), mention("Nimbus rose.", "2001", article="b")
    articles, kept = {name: article(name) for name in "ab"}, Memory()
    before = events([first, second], articles, memory=kept)
    accepted = log(Reviewed((ref(second),), Review.ACCEPTED))
    after = events([first, second], articles, accepted, memory=kept)
    assert after[0] is before[0]
    assert after[1].review is Review.ACCEPTED


def test_mentions_whose_pairs_are_recalled_are_not_compared_until_one_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mentions, before = list(crowd(3)), Memory()
    articles = {m.article: article(m.article) for m in mentions}
    found = events(mentions[:2], articles, memory=before)
    weighed: list[object] = []
    weigh = memory.evidence.weigh
    monkeypatch.setattr(memory.evidence, "weigh", lambda *pair: weighed.append(pair) or weigh(*pair))
    kept = Memory(before.pairs())
    assert events(mentions[:2], articles, memory=kept) == found
    accepted = log(Reviewed((ref(mentions[0]),), Review.ACCEPTED))
    assert events(mentions[:2], articles, accepted, memory=kept) == events(mentions[:2], articles, accepted)
    weighed.clear()
    assert events(mentions, articles, memory=kept) == events(mentions, articles, memory=before)
    assert weighed  # the third with the other two


def test_what_was_put_off_can_be_done_in_pieces() -> None:
    mentions, before = list(crowd(3)), Memory()
    articles = {m.article: article(m.article) for m in mentions}
    found = events(mentions, articles, memory=before)
    kept = Memory(before.pairs())
    assert kept.catch_up()
    assert events(mentions, articles, memory=kept) == found
    assert [kept.catch_up(1) for _ in range(4)] == [False, False, True, True]
    assert events(mentions[1:], articles, memory=kept) == events(mentions[1:], articles)


def test_pairs_of_other_mentions_are_not_taken_over() -> None:
    mentions, before = list(crowd(3)), Memory()
    articles = {m.article: article(m.article) for m in mentions}
    events(mentions, articles, memory=before)
    kept = Memory(before.pairs())
    assert events(mentions[:2], articles, memory=kept) == events(mentions[:2], articles)


def test_an_article_that_is_renamed_is_renamed_in_the_reasons() -> None:
    mentions, kept = list(crowd(2)), Memory()
    for title in ("Old name", "New name"):
        articles = {m.article: article(m.article, title=title) for m in mentions}
        (event,) = events(mentions, articles, memory=kept)
        assert title in event.links[0]
