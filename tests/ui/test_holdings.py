"""What a library holds, as decided: the same whether it was found out just now or kept from before."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import chronology
from explorer.chronology import candidates
from explorer.library import Library
from explorer.model.decision import (
    Named,
    Removed,
    Review,
    Reviewed,
    ref,
)
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.ui.holdings import Holdings
from tests.builders import article, mention, quantity
from tests.chronology.steps import decision

NAMES = ("Olaf Lines", "Norfolk Foods", "Nimbus")
QUOTES = ("agreed to pay a fine over spoilt milk in schools", "bought a yard in Bergen for its night ferry")


class World:
    """A library that is read into, decided about, closed and opened again."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.library = Library.in_memory()
        self.held = Holdings(self.library)
        self.held.renew()

    def told(self, name: str) -> list[Mention]:
        found, at = [], 0
        for _ in range(self.dice.randint(1, 3)):
            company = self.dice.choice(NAMES)
            quote = f"{company} {self.dice.choice(QUOTES)}."
            day = self.dice.choice(("2019-04-15", "2019-04-16", "2019", None))
            sums = (quantity(self.dice.choice((4.5e6, 6e6))),) if self.dice.random() < 0.5 else ()
            found.append(mention(quote, day, article=name, at=at, companies=(company,), quantities=sums))
            at += len(quote) + 1
        return found

    def add(self) -> None:
        name = f"paper {self.dice.randint(0, 9)}"
        if any(known.id == name for known in self.library.articles()):  # those taken out too
            self.library.replace_mentions(article(name), self.told(name))
        else:
            self.library.add(article(name), self.told(name))
        self.held.renew()

    def drop(self) -> None:
        if self.held.articles:
            self.library.decide([Removed(self.dice.choice(sorted(self.held.articles)))])
            self.held.renew()

    def decide(self) -> None:
        mentions = self.library.mentions()
        if len(mentions) < 2:
            return
        self.library.decide([decision(self.dice, mentions, NAMES)])
        self.held.renew()

    def undo(self) -> None:
        self.library.undo()
        self.held.renew()

    def redo(self) -> None:
        self.library.redo()
        self.held.renew()

    def leave(self) -> None:
        self.held.keep_pairs()

    def reopen(self) -> None:
        self.held = Holdings(self.library)
        self.held.renew()

    def from_nothing(self) -> list[Event]:
        return chronology.events(self.library.mentions(), self.held.articles, self.library.decisions())


STEPS = ("add", "add", "add", "drop", "decide", "decide", "undo", "redo", "leave", "leave", "reopen", "reopen")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(STEPS), max_size=30), st.randoms(use_true_random=False))
def test_a_library_opens_with_the_events_made_from_nothing(
    monkeypatch: pytest.MonkeyPatch, steps: list[str], dice: random.Random
) -> None:
    monkeypatch.setattr(candidates, "_CROWD", 3)
    world = World(dice)
    for step in (*steps, "leave", "reopen"):
        getattr(world, step)()
        assert list(world.held.events.values()) == world.from_nothing()


@pytest.fixture
def library() -> Library:
    made = Library.in_memory()
    for name in "ab":
        told = mention("Nimbus was fined over milk.", "2019", article=name, companies=("Nimbus",),
                       quantities=(quantity(4.5e6),))  # fmt: skip
        made.add(article(name), [told])
    return made


def weighed(library: Library, monkeypatch: pytest.MonkeyPatch) -> int:
    """Open a library, and count the pairs of mentions that are weighed for it."""
    count = 0
    weigh = chronology.memory.evidence.weigh

    def counted(*pair: object) -> object:
        nonlocal count
        count += 1
        return weigh(*pair)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(chronology.memory.evidence, "weigh", counted)
        held = Holdings(library)
        held.renew()
    assert [len(event.mentions) for event in held.events.values()] == [2]
    return count


def left(library: Library) -> None:
    held = Holdings(library)
    held.renew()
    held.keep_pairs()


def test_what_was_found_out_is_not_found_out_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert weighed(library, monkeypatch)
    left(library)
    assert not weighed(library, monkeypatch)
    library.decide([Reviewed((ref(library.mentions()[0]),), Review.ACCEPTED)])
    assert not weighed(library, monkeypatch)


def test_another_program_finds_out_by_itself(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    left(library)
    monkeypatch.setattr(chronology.recall, "_program", lambda: "a newer one")
    assert weighed(library, monkeypatch)


def test_mentions_that_came_in_without_the_window_are_looked_at(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(library)
    told = library.mentions()[0]
    library.replace_mentions(article(told.article), [])
    library.replace_mentions(article(told.article), [mention("Olaf Lines sank.", "1999", article=told.article)])
    held = Holdings(library)
    held.renew()
    assert [len(event.mentions) for event in held.events.values()] == [1, 1]


@pytest.mark.parametrize("kept", [b"", b"[]", b"[[9.5]]", b'[[9.5,"a","b"]]'])
def test_pairs_of_nobody_are_passed_over(
    library: Library, monkeypatch: pytest.MonkeyPatch, kept: bytes
) -> None:
    """Even under the right stamp, which only a program made for it would write, nothing breaks."""
    left(library)
    stamp = chronology.recall.stamp(library.mentions_hash(), library.decisions())
    library.set_cached("pairs", stamp, kept)
    held = Holdings(library)
    held.renew()
    assert sum(len(event.mentions) for event in held.events.values()) == 2


def test_only_what_has_changed_is_left_again(library: Library) -> None:
    held = Holdings(library)
    held.renew()
    held.keep_pairs()
    stamp = chronology.recall.stamp(library.mentions_hash(), library.decisions())
    library.set_cached("pairs", stamp, b"mine")
    held.keep_pairs()
    assert library.cached("pairs", stamp) == b"mine"
    library.decide([Named("Nimbus", "Nimbus Ltd")])
    held.renew()
    held.keep_pairs()
    assert library.cached("pairs", stamp) is None
