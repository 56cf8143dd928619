"""The session: a verb compares, stores, then tells; equal is silence; decisions can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from explorer.extract import read_article
from explorer.library import Library
from explorer.model.article import Article, DateSource
from explorer.model.decision import Anchored, ArticleField, Change, DateOrdered, EventField, Review
from explorer.model.edtf import display
from explorer.model.mention import Span
from explorer.model.query import Facet, Query
from explorer.paint import theme
from explorer.ui import changes
from explorer.ui.session import Session
from tests.ui.conftest import HARBOUR, fill, named


@contextmanager
def heard(session: Session) -> Iterator[list[str]]:
    """Note the signals in the order in which they come."""
    told: list[str] = []
    names = "library events filter selection preview viewport lanes theme article history".split()
    for name in names:
        getattr(session, f"{name}_changed").connect(lambda name=name: told.append(name))
    yield told


def test_a_library_is_shown_with_everything_in_it(session: Session) -> None:
    assert session.total == 5  # two statements of the ban are one event
    assert session.mask.sum() == 5
    assert session.tabs == ("harbour", "coast")
    assert session.total_of(Facet.COMPANY, "Kestrel") == 2


def test_an_equal_value_is_silence(session: Session) -> None:
    with heard(session) as told:
        session.set_query(session.query)
        session.select(session.selection)
        session.show_range(*session.viewport)
        session.set_lanes(session.lanes)
        session.set_theme(session.theme)
        session.show_preview(None)
        session.open_article(str(session.article))
    assert told == []


def test_every_verb_tells_what_it_changed_and_nothing_else(session: Session) -> None:
    with heard(session) as told:
        session.show_range(0, 10**8)
        session.set_lanes("country")
        session.set_theme(theme.load("dark"))
        session.open_article("coast")
        session.show_preview("x")
        session.toggle(Facet.KIND, "ban")
    assert told == ["viewport", "lanes", "theme", "article", "preview", "filter"]


def test_a_new_filter_prunes_the_selection_once(session: Session) -> None:
    ban, fine = named(session, "banned"), named(session, "fine")
    session.select([ban, fine])
    with heard(session) as told:
        session.toggle(Facet.KIND, "ban")
    assert session.selection == (ban,)
    assert told == ["filter", "selection"]


def test_selecting_brings_the_words_into_view(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.source_requested) as asked:
        session.select([named(session, "Osprey")])
    assert asked.args == [named(session, "Osprey")]
    assert session.article == "coast"


def test_unknown_events_are_not_selected(session: Session) -> None:
    session.select(["nothing", named(session, "fine"), "nothing"])
    assert session.selection == (named(session, "fine"),)


def test_an_article_opened_in_passing_gives_its_tab_to_the_next(session: Session) -> None:
    session.close_article("coast")
    session.close_article("harbour")
    assert session.article is None
    session.select([named(session, "Osprey")])
    session.select([named(session, "fine")])
    assert session.tabs == ("harbour",)
    session.open_article("harbour")
    session.select([named(session, "Osprey")])
    assert session.tabs == ("harbour", "coast")


def test_stepping_goes_through_the_filtered_events_and_stays_at_the_ends(session: Session) -> None:
    order = session.visible()
    session.step(1)
    assert session.selection == (order[0],)
    for _ in range(9):
        session.step(1)
    assert session.selection == (order[-1],)
    session.step(-1)
    assert session.selection == (order[-2],)


def test_accept_undo_and_redo_are_one_step_each(session: Session) -> None:
    ban = named(session, "banned")
    session.select([ban])
    assert session.accept()
    assert session.events[ban].review is Review.ACCEPTED
    assert (session.undo_label, session.redo_label) == ("accept", "")
    assert not session.accept()
    session.undo()
    assert session.events[ban].review is Review.UNREVIEWED
    assert (session.undo_label, session.redo_label) == ("", "accept")
    session.redo()
    assert session.events[ban].review is Review.ACCEPTED


def test_a_rejected_event_is_hidden_and_the_next_one_is_selected(session: Session) -> None:
    order = session.visible()
    session.select([order[1]])
    session.reject()
    assert session.visible() == [order[0], *order[2:]]
    assert session.selection == (order[2],)
    session.undo()
    assert session.visible() == order


def test_an_edit_stands_until_it_is_given_back(session: Session) -> None:
    fine = named(session, "fine")
    session.decide(changes.edited(session.events[fine], EventField.TITLE, ("Kestrel pays",)))
    assert session.events[fine].title == "Kestrel pays"
    assert session.events[fine].edited == {"title"}
    session.decide(changes.given_back(session.events[fine]))
    assert session.events[fine].title.startswith("Kestrel paid")


def test_merging_selects_the_one_event_and_splitting_parts_it_again(session: Session) -> None:
    ban, fine = (session.events[named(session, words)] for words in ("banned", "fine"))
    session.merge([ban, fine])
    assert session.total == 4
    merged = session.current
    assert merged is not None
    assert {mention.kind for mention in merged.mentions} == {"ban", "settlement"}
    session.decide(
        changes.split(merged, [mention for mention in merged.mentions if mention.kind == "settlement"])
    )
    assert session.total == 5


def test_another_publication_date_shows_what_moves_before_and_undo_puts_it_back(qtbot: QtBot) -> None:
    read = read_article(replaced("The board met last week. Kestrel was banned in April.", "2018-05-10"))
    made = Session(theme.load("light"))
    library = Library.in_memory()
    library.add(read.article, read.mentions, read.unused)
    made.open(library, "One")
    before = {event.id: event.when for event in made.events.values()}
    article, published = made.articles[read.article.id], [(ArticleField.PUBLISHED, "2019-05-10")]
    moves = made.moves_if(article.id, changes.article_corrected(article, published))
    assert moves
    assert {display(move.after) for move in moves if move.after} != {
        display(move.before) for move in moves if move.before
    }
    assert {event.id: event.when for event in made.events.values()} == before
    made.decide(changes.article_corrected(article, published))
    assert {event.id: event.when for event in made.events.values()} != before
    assert not made.decide(changes.article_corrected(made.articles[article.id], published))
    made.undo()
    assert {event.id: event.when for event in made.events.values()} == before
    made.library.close()


@pytest.mark.parametrize(
    ("text", "made_of", "before", "after"),
    [
        (
            "Kestrel was banned on 03/04/2016.",
            lambda id_, _: DateOrdered(id_, "DMY"),
            "2016-03-04",
            "2016-04-03",
        ),
        (
            "Kestrel was banned in April.",
            lambda id_, length: Anchored(id_, Span(0, length), "2016-06-10"),
            "2018-04",
            "2016-04",
        ),
    ],
)
def test_the_order_of_dates_and_the_anchor_of_a_passage_act_at_once_and_can_be_taken_back(
    text: str, made_of: Callable[[str, int], Change], before: str, after: str, qtbot: QtBot, tmp_path: Path
) -> None:
    read = read_article(replaced(text, "2018-05-10"))
    path = tmp_path / "mine.timeline"
    with Library.create(path) as library:
        library.add(read.article, read.mentions, read.unused)
    made = Session(theme.load("light"))
    made.open(Library.open(path), "One")

    def dates(of: Session) -> list[str]:
        return [event.when.edtf for event in of.events.values() if event.when]

    change = made_of(read.article.id, len(text))
    assert dates(made) == [before]
    (event,) = made.events.values()
    made.accept([event])
    (move,) = made.moves_if(read.article.id, [change])
    assert (move.before and move.before.edtf, move.after and move.after.edtf) == (before, after)
    assert move.is_accepted
    assert dates(made) == [before]
    made.decide([change])
    assert dates(made) == [after]
    assert next(iter(made.events.values())).changed
    made.close()
    again = Session(theme.load("light"))
    again.open(Library.open(path), "One")
    assert dates(again) == [after]
    again.undo()
    assert dates(again) == [before]
    again.close()


def replaced(text: str, published: str) -> Article:
    return replace(HARBOUR, text=text, published=published, published_source=DateSource.GIVEN)


def test_words_are_found_in_events_and_else_in_articles(session: Session) -> None:
    session.set_query(Query(text="court sail"))
    assert [session.events[id_].kind for id_ in session.visible()] == ["reinstatement"]
    session.set_query(Query(text="nowhere"))
    assert session.visible() == []
    session.set_query(Query(text="Coast watch"))
    assert {session.events[id_].articles[-1] for id_ in session.visible()} == {"coast"}


def test_the_window_reopens_where_it_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "ferries.timeline"
    made = Session(theme.load("light"))
    made.open(fill(Library.create(file)), "Ferries")
    made.toggle(Facet.KIND, "ban")
    made.show_range(10, 10**9)
    made.select([named(made, "banned")])
    made.close_article("coast")
    made.accept()
    made.set_lanes("country")
    made.close()
    again = Session(theme.load("light"))
    again.open(Library.open(file), "Ferries")
    assert (again.query, again.viewport, again.selection) == (made.query, made.viewport, made.selection)
    assert (again.tabs, again.lanes) == (made.tabs, "country")
    assert again.current is not None
    assert again.current.review is Review.ACCEPTED
    again.close()


def test_going_back_restores_filter_span_and_selection(session: Session) -> None:
    from explorer.ui.trail import View

    first = View(session.query, session.viewport, session.selection)
    session.trail.note(first)
    session.toggle(Facet.KIND, "ban")
    session.show_range(0, 10**8)
    session.trail.note(View(session.query, session.viewport, session.selection))
    session.go(-1)
    assert View(session.query, session.viewport, session.selection) == first
    session.go(-1)
    session.go(1)
    assert session.query.values(Facet.KIND) == {"ban"}


def test_what_is_added_later_widens_a_view_that_nobody_has_moved(qtbot: QtBot) -> None:
    from tests.ui.conftest import COAST, MENTIONS

    made = Session(theme.load("light"))
    library = Library.in_memory()
    made.open(library, "Growing")
    library.add(COAST, MENTIONS["coast"])
    made.refresh()
    narrow = made.viewport
    library.add(HARBOUR, MENTIONS["harbour"])
    made.refresh()
    assert made.viewport[1] > narrow[1]
    made.show_range(0, 10**8)
    made.refresh()
    assert made.viewport == (0, 10**8)
    library.close()


@pytest.mark.parametrize("value", ["2018-02", None])
def test_a_field_that_stays_as_it_is_is_no_decision(session: Session, value: str | None) -> None:
    article = session.articles["coast" if value is None else "harbour"]
    assert not session.decide(changes.article_corrected(article, [(ArticleField.PUBLISHED, value)]))
    assert session.decisions == []


def test_many_events_are_judged_starred_and_tagged_as_one_step(session: Session) -> None:
    session.select(session.visible()[:3])
    chosen = session.selected
    session.decide(changes.retagged(chosen, ("sea", "north")))
    assert all(set(event.tags) == {"sea", "north"} for event in session.selected)
    session.accept()
    assert all(event.review is Review.ACCEPTED for event in session.selected)
    session.undo()
    session.undo()
    assert not any(event.tags or event.review is Review.ACCEPTED for event in session.events.values())


def test_tags_that_only_some_of_many_events_have_stay_theirs(session: Session) -> None:
    first, second = (session.events[id_] for id_ in session.visible()[:2])
    session.decide([*changes.tagged([first], "own", True), *changes.tagged([first, second], "both", True)])
    chosen = [session.events[first.id], session.events[second.id]]
    assert changes.shared_tags(chosen) == ("both",)
    session.decide(changes.retagged(chosen, ("new",)))
    assert set(session.events[first.id].tags) == {"own", "new"}
    assert set(session.events[second.id].tags) == {"new"}


def test_a_tag_is_renamed_in_all_events_and_the_filter_follows(session: Session) -> None:
    first, second, third = (session.events[id_] for id_ in session.visible()[:3])
    session.decide(
        [*changes.tagged([first, second], "nrth", True), *changes.tagged([second, third], "north", True)]
    )
    session.toggle(Facet.TAG, "nrth")
    session.rename_tag("nrth", " north ")
    assert [session.events[one.id].tags for one in (first, second, third)] == [("north",)] * 3
    assert session.query.values(Facet.TAG) == {"north"}
    session.undo()
    assert session.events[first.id].tags == ("nrth",)
    assert set(session.events[second.id].tags) == {"nrth", "north"}


def test_a_tag_is_taken_off_all_events_and_out_of_the_filter(session: Session) -> None:
    chosen = [session.events[id_] for id_ in session.visible()[:2]]
    session.decide(changes.tagged(chosen, "draft", True))
    session.toggle(Facet.TAG, "draft", exclude=True)
    session.rename_tag("draft", "")
    assert not any(event.tags for event in session.events.values())
    assert session.query.is_everything
    before = len(session.decisions)
    session.rename_tag("unknown", "other")
    assert len(session.decisions) == before


def test_what_opening_put_off_is_done_in_idle_time(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.ui.session._STANDS_MS", 0)
    left = [False, False, True]
    monkeypatch.setattr("explorer.ui.holdings.Holdings.catch_up", lambda _: left.pop(0))
    session.open(Library.create(tmp_path / "a.timeline"), "A")
    qtbot.waitUntil(lambda: not left)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in session.findChildren(QTimer)))
