"""The program against a plain model: whatever a person does in whatever order, both say the same.

Articles come in, go out and come back, events are judged, edited, merged and split, steps are undone and
redone, the library is closed, or the process dies and the file is opened as it was left. The model is a list of
states, one a step; its statements share no words, names or times, so that nothing is merged but by a person.
"""

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pytestqt.qtbot import QtBot

from explorer.chronology import removal
from explorer.library import Library
from explorer.model.decision import Change, EventField, Review
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.paint import theme
from explorer.ui import changes
from explorer.ui.session import Session
from tests.builders import article, mention

_MOST_ARTICLES = 3  # few, so that one event is often touched twice
_NOUNS = "barge cable dairy engine ferry glove hotel ink jumper kiln lamp mine".split()
TITLES = ("A title of my own", "Another title", "–")
TAGS = ("east", "west")

pick = st.integers(0, 5)


@dataclass
class Said:
    """What a person said of one mention, each with the number of the step."""

    review: Review = Review.UNREVIEWED
    star: tuple[int, bool] = (0, False)
    tags: dict[str, tuple[int, bool]] = field(default_factory=dict)


@dataclass
class State:
    """The groups of mentions, by id, and what was said of each mention; a new one stands alone.

    A title is of the first of its mentions that is there. `gone` are the articles that are taken out.
    """

    groups: list[frozenset[str]] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    titles: list[tuple[list[str], str]] = field(default_factory=list)
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shown:
    """What is compared: an event as the window has it, or as it should."""

    review: Review
    is_starred: bool
    title: str | None
    tags: tuple[str, ...]


class Program(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.session = Session(theme.load("light"))
        self.session.open(Library.create(self.folder / "p.timeline"), "p")
        self.told: list[Mention] = []
        self.done = [State()]
        self.undone: list[State] = []
        self.step = 0

    # What a person does

    @precondition(lambda self: len(self.session.library.articles()) < _MOST_ARTICLES)
    @rule(count=st.integers(0, 2))
    def add_an_article(self, count: int) -> None:
        name = f"a{len(self.session.library.articles())}"
        made = [self._statement(name, at) for at in range(count)]
        self.session.library.add(article(name), made)
        self.session.refresh()
        self.told += made

    def _statement(self, name: str, at: int) -> Mention:
        number = len(self.told) + at
        noun = _NOUNS[number % len(_NOUNS)]
        return mention(
            f"{noun}{number} {noun * 2}{number}",
            str(1700 + 11 * number),
            article=name,
            at=at * 100,
            companies=[f"{noun.title()} {number}"],
        )

    @rule(at=pick, review=st.sampled_from(Review))
    def judge(self, at: int, review: Review) -> None:
        def judged(state: State, event: Event) -> None:
            for one in event.mentions:
                state.said[one.id].review = review

        self._do(at, lambda event: changes.reviewed([event], review), judged)

    @rule(at=pick, title=st.sampled_from(TITLES))
    def retitle(self, at: int, title: str) -> None:
        def retitled(state: State, event: Event) -> None:
            state.titles.append(([one.id for one in event.mentions], title))

        self._do(at, lambda event: changes.edited(event, EventField.TITLE, (title,)), retitled)

    @rule(at=pick, tag=st.sampled_from(TAGS))
    def tag_or_untag(self, at: int, tag: str) -> None:
        def tagged(state: State, event: Event) -> None:
            for one in event.mentions:
                state.said[one.id].tags[tag] = (self.step, tag not in event.tags)

        self._do(at, lambda event: changes.tagged([event], tag, tag not in event.tags), tagged)

    @rule(at=pick)
    def star_or_unstar(self, at: int) -> None:
        def starred(state: State, event: Event) -> None:
            for one in event.mentions:
                state.said[one.id].star = (self.step, not event.is_starred)

        self._do(at, lambda event: changes.starred([event], not event.is_starred), starred)

    # Which mentions make one event is decided while all of them are there.
    @precondition(lambda self: not self.done[-1].gone)
    @rule(one=pick, other=pick)
    def merge(self, one: int, other: int) -> None:
        with_it = self._event(other)

        def merged(state: State, event: Event) -> None:
            both = (event, with_it) if with_it else (event,)
            joined = frozenset(m.id for each in both for m in each.mentions)
            state.groups = [*(group for group in state.groups if group.isdisjoint(joined)), joined]

        self._do(one, lambda event: changes.merged(_once(event, with_it)), merged)

    @precondition(lambda self: not self.done[-1].gone)
    @rule(at=pick, first=pick)
    def split(self, at: int, first: int) -> None:
        def split(state: State, event: Event) -> None:
            apart = frozenset({event.mentions[first % len(event.mentions)].id})
            whole = frozenset(m.id for m in event.mentions)
            state.groups = [*(group for group in state.groups if group != whole), whole - apart, apart]

        self._do(at, lambda event: changes.split(event, [event.mentions[first % len(event.mentions)]]), split)

    @precondition(lambda self: self.session.articles)
    @rule(at=pick)
    def take_out_an_article(self, at: int) -> None:
        name = sorted(self.session.articles)[at % len(self.session.articles)]
        assert self.session.decide(removal.taken_out([name], self.session.events.values()))
        self._turn(self.done[-1].gone | {name})

    @precondition(lambda self: self.done[-1].gone)
    @rule(at=pick)
    def put_an_article_back(self, at: int) -> None:
        gone = self.done[-1].gone
        name = sorted(gone)[at % len(gone)]
        assert self.session.decide(removal.put_back([name], self.session.decisions))
        self._turn(gone - {name})

    def _turn(self, gone: frozenset[str]) -> None:
        state = deepcopy(self._known())
        state.gone = gone
        self.done.append(state)
        self.undone.clear()

    def _do(
        self,
        at: int,
        made: Callable[[Event], list[Change]],
        then: Callable[[State, Event], None],
    ) -> None:
        """Write the changes of a deed on one of the events, and do the same to the model."""
        event = self._event(at)
        if event is None:
            return
        self.step += 1
        if self.session.decide(made(event)):
            state = deepcopy(self._known())
            then(state, event)
            self.done.append(state)
            self.undone.clear()

    def _event(self, at: int) -> Event | None:
        events = list(self.session.events.values())
        return events[at % len(events)] if events else None

    @rule()
    def undo(self) -> None:
        self.session.undo()
        if len(self.done) > 1:
            self.undone.append(self.done.pop())

    @rule()
    def redo(self) -> None:
        self.session.redo()
        if self.undone:
            self.done.append(self.undone.pop())

    @rule()
    def close_and_reopen(self) -> None:
        path = self.session.library.path
        assert path is not None
        self.session.leave()
        self.session.open(Library.open(path), "p")

    @rule()
    def die_and_reopen(self) -> None:
        """Open what lies on the disk now, as after a power cut; the old process is not asked to close."""
        path = self.session.library.path
        assert path is not None
        there = Path(tempfile.mkdtemp(dir=self.folder)) / path.name
        for file in path.parent.glob(f"{path.name}*"):
            shutil.copy(file, there.with_name(file.name))
        self.session.open(Library.open(there), "p")

    # What must be so

    def _known(self) -> State:
        """Give the state that should be shown now: mentions that came later stand alone and unjudged."""
        state = self.done[-1]
        grouped = {id_ for group in state.groups for id_ in group}
        for one in self.told:
            state.said.setdefault(one.id, Said())
            if one.id not in grouped:
                state.groups.append(frozenset({one.id}))
        return state

    @invariant()
    def both_say_the_same(self) -> None:
        state = self._known()
        there = {one.id for one in self.told if one.article not in state.gone}
        titles: dict[str, str] = {}  # by mention; the latest comes last
        for ids, title in state.titles:
            holders = [id_ for id_ in ids if id_ in there]
            titles.pop(next(iter(holders), ""), None)
            titles.update((id_, title) for id_ in holders[:1])
        expected = {
            told: _shown(
                [state.said[id_] for id_ in sorted(told)], [t for id_, t in titles.items() if id_ in told]
            )
            for group in state.groups
            if (told := group & there)
        }
        assert set(self.session.removed) == state.gone
        found = {
            frozenset(m.id for m in event.mentions): Shown(
                event.review,
                event.is_starred,
                event.title if EventField.TITLE.value in event.edited else None,
                event.tags,
            )
            for event in self.session.events.values()
        }
        assert found == expected
        assert bool(self.session.undo_label) == (len(self.done) > 1)
        assert bool(self.session.redo_label) == bool(self.undone)

    def teardown(self) -> None:
        assert self.session.library.verify() == []
        self.session.library.close()
        shutil.rmtree(self.folder)


def _once(event: Event, other: Event | None) -> list[Event]:
    return [event] if other is None or other.id == event.id else [event, other]


def _shown(said: list[Said], titles: list[str]) -> Shown:
    """Say what an event shows of which these things were said, and these titles given, the latest last."""
    reviews = {one.review for one in said}
    review = Review.REJECTED if reviews == {Review.REJECTED} else Review.UNREVIEWED
    tags = {tag for one in said for tag in one.tags}
    latest = {tag: max(one.tags[tag] for one in said if tag in one.tags)[1] for tag in tags}
    return Shown(
        Review.ACCEPTED if Review.ACCEPTED in reviews else review,
        max(one.star for one in said)[1],
        titles[-1] if titles else None,
        tuple(sorted(tag for tag, is_on in latest.items() if is_on)),
    )


TestProgram = Program.TestCase
TestProgram.settings = settings(
    max_examples=100,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Signals need an application."""
