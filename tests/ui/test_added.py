"""Adding later: what came is told in numbers that open its events, and what was decided is left alone."""

import time
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.model.decision import EventField, Review
from explorer.model.query import Facet, Query, Trait
from explorer.paint import theme
from explorer.ui import changes, lately
from explorer.ui.filter_bar import FilterBar
from explorer.ui.session import Session
from explorer.ui.since import SincePopup
from explorer.ui.strips import AddedStrip
from tests.ui.conftest import COAST, HARBOUR, MENTIONS, button, named


def later(qtbot: QtBot) -> Session:
    """A session on the first paper alone."""
    library = Library.in_memory()
    library.add(HARBOUR, MENTIONS["harbour"])
    made = Session(theme.load("light"))
    made.open(library, "Ferries")
    return made


def add_the_second(session: Session) -> None:
    """Let the second paper come: it confirms the ban and tells of Osprey."""
    before, known = dict(session.events), set(session.articles)
    session.library.add(COAST, MENTIONS["coast"])
    session.refresh()
    session.tell_added(before, known)


def numbers(strip: AddedStrip) -> list[str]:
    return [button.text() for button in strip.buttons.values()]


def test_what_came_is_told_in_numbers(qtbot: QtBot) -> None:
    session = later(qtbot)
    strip = AddedStrip(session)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    add_the_second(session)
    assert not strip.isHidden()
    assert strip.label.text() == "1 article added:"
    assert numbers(strip) == ["1 new", "1 confirmed", "0 contradicted"]
    assert not strip.buttons[Trait.CONTRADICTED].isEnabled()
    strip.close_button.click()
    assert strip.isHidden()


def test_a_number_opens_its_events_and_lets_go_again(qtbot: QtBot) -> None:
    session = later(qtbot)
    strip = AddedStrip(session)
    qtbot.addWidget(strip)
    add_the_second(session)
    session.toggle(Facet.KIND, "settlement")  # whatever was filtered, the number holds
    qtbot.mouseClick(strip.buttons[Trait.ADDED], Qt.MouseButton.LeftButton)
    assert session.visible() == [named(session, "Osprey")]
    qtbot.mouseClick(strip.buttons[Trait.CONFIRMED], Qt.MouseButton.LeftButton)
    assert session.visible() == [named(session, "banned")]
    assert not strip.buttons[Trait.ADDED].isChecked()
    qtbot.mouseClick(strip.buttons[Trait.CONFIRMED], Qt.MouseButton.LeftButton)
    assert session.query == Query()


def test_what_contradicts_is_counted_for_itself(qtbot: QtBot) -> None:
    session = later(qtbot)
    other = replace(
        MENTIONS["harbour"][0],
        id="other",
        article="coast",
        dates=(replace(MENTIONS["coast"][0].dates[0], when=MENTIONS["harbour"][2].when),),
    )
    before, known = dict(session.events), set(session.articles)
    session.library.add(COAST, [other])
    session.refresh()
    session.merge([session.events[named(session, "🚢")], session.events["other"]])
    session.tell_added(before, known)
    assert session.total_of(Facet.IS, Trait.CONTRADICTED.value) == 1


def test_the_first_articles_of_a_library_are_no_news(qtbot: QtBot) -> None:
    session = Session(theme.load("light"))
    strip = AddedStrip(session)
    qtbot.addWidget(strip)
    session.open(Library.in_memory(), "Empty")
    add_the_second(session)
    assert strip.isHidden()
    assert session.lately == {}


def test_what_was_decided_is_left_alone(qtbot: QtBot) -> None:
    session = later(qtbot)
    ban, fine = (named(session, word) for word in ("banned", "fine"))
    session.accept([session.events[ban]])
    session.decide(changes.edited(session.events[ban], EventField.TITLE, ("Norway stops the ferry app",)))
    session.reject([session.events[fine]])
    log = list(session.decisions)
    add_the_second(session)
    event = session.events[ban]
    assert (event.title, event.review) == ("Norway stops the ferry app", Review.ACCEPTED)
    assert len(event.mentions) == 2
    assert event.changed == ()
    assert session.events[fine].review is Review.REJECTED
    assert session.decisions == log


def test_what_was_added_last_is_known_when_the_library_is_opened_again() -> None:
    library = Library.in_memory()
    lately.keep(library, {"a": Trait.ADDED, "b": Trait.CONTRADICTED})
    assert lately.kept(library) == {"a": Trait.ADDED, "b": Trait.CONTRADICTED}
    for nonsense in ("[]", "{", '{"a": 3, "b": "starred"}'):
        library.set_state("added", nonsense)
        assert lately.kept(library) == {}


def test_it_is_known_when_somebody_looked_at_the_library_last() -> None:
    library = Library.in_memory()
    assert lately.left_s(library) is None
    lately.leave(library)
    left_s = lately.left_s(library)
    assert left_s is not None
    assert abs(time.time() - left_s) < 60


def test_new_since_is_offered_in_the_filter_bar(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    bar.resize(1400, 37)
    button(bar, "+ new").click()
    popup = bar.findChild(SincePopup)
    assert isinstance(popup, SincePopup)
    popup.yesterday.click()
    assert session.query.new_since_s is not None
    assert len(session.visible()) == 5
    assert any(text.startswith("new since") for text in bar.chips())


def test_since_last_time_is_offered_to_who_was_here_before(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    first, again = SincePopup(bar, None), SincePopup(bar, 1_700_000_000)
    assert not first.last.isEnabled()
    with qtbot.waitSignal(again.chosen) as chosen:
        again.last.click()
    assert chosen.args == [1_700_000_000]


def test_a_date_since_which_is_typed_like_any_other(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    popup = SincePopup(bar, None)
    popup.field.setText("3 May 2016")
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert chosen.args == [1_462_233_600]
