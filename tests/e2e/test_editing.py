"""Correcting in place, adding later and looking at the history, in the real window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer import resources
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.query import Facet, Trait
from explorer.ui.dialogs.article import ArticleDialog
from tests.e2e.driver import Driver

ARTICLES = ("mayer-quits.txt", "india-59-apps.txt")
SIZE = (1600, 1000)


def first_mark(drive: Driver) -> Event:
    event = next(event for event in drive.marks() if event.when and len(event.mentions) == 1)
    drive.click_mark(event)
    return event


def test_a_date_is_corrected_where_it_stands_and_undone(drive: Driver, qtbot: QtBot) -> None:
    event = first_mark(drive)
    before = drive.said(event)
    date = drive.space.inspector.fields.date
    qtbot.mouseClick(date, Qt.MouseButton.LeftButton)
    date.field.clear()
    qtbot.keyClicks(date.field, "around March")
    plain = drive.space.timeline.grab().toImage()
    assert date.said.text() == "= about March 2020"
    assert drive.session.ghost is not None
    qtbot.keyClick(date.field, Qt.Key.Key_Return)
    assert drive.said(event) == "about March 2020"
    assert drive.session.ghost is None
    assert drive.space.timeline.grab().toImage() != plain  # the ghost has gone, the mark has come
    drive.press("undo")
    assert drive.said(event) == before


def test_all_fields_are_reached_by_keyboard(drive: Driver, qtbot: QtBot) -> None:
    first_mark(drive)
    fields = drive.space.inspector.fields
    drive.press("edit_here")
    qtbot.keyClicks(fields.title.field, "Mine")
    met = []
    for field in fields.all():
        assert field.hasFocus() or field.is_open
        met.append(field.name)
        qtbot.keyClick(getattr(field, "field", field) if field.is_open else field, Qt.Key.Key_Tab)
    assert met == ["Title", "Date", "Who", "Where", "Kind", "Status", "Amounts", "Tags", "Note"]
    assert drive.session.current is not None
    assert drive.session.current.title == "Mine"


def test_a_corrected_publication_date_moves_accepted_events_but_says_so(drive: Driver) -> None:
    article = next(id_ for id_, one in drive.session.articles.items() if "mayer" in one.name)
    stated = [event for _, event in drive.session.stated_in(article) if event.when]
    drive.session.accept(stated)
    drive.session.open_article(article)
    drive.press("article")
    dialog = drive.dialog()
    assert isinstance(dialog, ArticleDialog)
    dialog.date.setText("28 August 2015")
    dialog.show_moves()
    assert "accepted" in dialog.summary.text()
    assert "changed since accepted" in dialog.marking.text()
    dialog.accept()
    changed = [event for event in drive.session.events.values() if event.changed]
    assert changed
    assert all(event.review is Review.ACCEPTED for event in changed)
    assert drive.session.total_of(Facet.IS, Trait.CHANGED.value) == len(changed)
    drive.press("undo")
    assert not any(event.changed for event in drive.session.events.values())


def test_articles_added_later_are_told_in_numbers(drive: Driver, qtbot: QtBot) -> None:
    drive.session.accept(list(drive.session.events.values())[:5])
    decided = list(drive.session.decisions)
    strip = drive.space.added
    assert strip.isHidden()
    drive.window.dropped.emit([str(resources.samples() / "three-weeks-in-april.txt")], "")
    drive.wait_until(lambda: not strip.isHidden())
    new, confirmed, contradicted = strip.buttons.values()
    assert strip.label.text() == "1 article added:"
    assert new.text() != "0 new"
    count = int(new.text().split()[0])
    new.click()
    assert len(drive.session.visible()) == count
    assert all(len(drive.session.events[id_].articles) == 1 for id_ in drive.session.visible())
    strip.close_button.click()
    assert strip.isHidden()
    assert drive.session.decisions == decided
    assert confirmed.text().endswith("confirmed")
    assert contradicted.text().endswith("contradicted")


def test_the_history_of_an_event_opens_by_a_key(drive: Driver, qtbot: QtBot) -> None:
    from explorer.ui.provenance import History

    event = first_mark(drive)
    drive.press("accept")
    drive.press("undo")
    drive.window.activateWindow()
    drive.space.timeline.setFocus()
    qtbot.keyClick(drive.space.timeline, Qt.Key.Key_H)
    (shown,) = drive.space.inspector.findChildren(History)
    assert f"Date: {drive.said(event)}" in shown.lines()
    assert "Review: accepted" in shown.lines()
    assert any(line.endswith("(undone)") for line in shown.lines())
