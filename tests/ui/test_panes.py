"""Facets, filter bar, inspector and table show the session and hand deeds back to it."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.model.decision import EventField, Review
from explorer.model.query import Facet, Query
from explorer.paint import theme
from explorer.ui import changes, words
from explorer.ui.actions import DEEDS, MENUS, Actions, tip_of
from explorer.ui.event_list import EventList, EventModel
from explorer.ui.facet_row import Row, bar_place
from explorer.ui.facets import Facets
from explorer.ui.filter_bar import FilterBar
from explorer.ui.inspector import Inspector
from explorer.ui.session import Session
from tests.builders import article
from tests.ui.conftest import button, named, told


def facets(session: Session, qtbot: QtBot) -> Facets:
    pane = Facets(session)
    qtbot.addWidget(pane)
    pane.resize(232, 700)
    pane.show()
    return pane


def row(pane: Facets, facet: Facet, value: str) -> Row:
    return next(row for row in pane.section(facet).rows() if row.value == value)


def counted(pane: Facets, facet: Facet) -> dict[str, int]:
    return {row.text(): row.count for row in pane.section(facet).rows()}


def test_facets_count_the_events_of_each_value(session: Session, qtbot: QtBot) -> None:
    pane = facets(session, qtbot)
    assert counted(pane, Facet.KIND) == {"Launch": 2, "Ban": 1, "Reinstatement": 1, "Settlement": 1}
    assert counted(pane, Facet.COUNTRY) == {"Norway": 1}
    assert counted(pane, Facet.COMPANY) == {"Kestrel": 2, "Osprey": 1}
    assert pane.section(Facet.TAG).isHidden()


def test_a_click_ticks_and_the_other_facets_follow(session: Session, qtbot: QtBot) -> None:
    pane = facets(session, qtbot)
    qtbot.mouseClick(row(pane, Facet.COMPANY, "Kestrel"), Qt.MouseButton.LeftButton)
    assert session.query.values(Facet.COMPANY) == {"Kestrel"}
    assert row(pane, Facet.COMPANY, "Kestrel").isChecked()
    assert counted(pane, Facet.KIND) == {"Launch": 0, "Ban": 1, "Reinstatement": 0, "Settlement": 1}
    assert counted(pane, Facet.COMPANY) == {"Kestrel": 2, "Osprey": 1}  # a facet does not narrow itself
    qtbot.mouseClick(row(pane, Facet.COMPANY, "Kestrel"), Qt.MouseButton.LeftButton)
    assert session.query == Query()


def test_space_ticks_too(session: Session, qtbot: QtBot) -> None:
    pane = facets(session, qtbot)
    qtbot.keyClick(row(pane, Facet.KIND, "ban"), Qt.Key.Key_Space)
    assert session.query.values(Facet.KIND) == {"ban"}


def test_an_excluded_value_is_shown_as_such(session: Session, qtbot: QtBot) -> None:
    pane = facets(session, qtbot)
    row(pane, Facet.KIND, "ban").toggle_asked.emit("ban", True)
    assert session.query.without(Facet.KIND) == {"ban"}
    excluded = row(pane, Facet.KIND, "ban")
    assert excluded.is_excluded
    assert not excluded.isChecked()
    assert excluded.accessibleName() == "Ban: 1 event, excluded"


@pytest.mark.parametrize("grown", [1.0, 1.5])
@pytest.mark.parametrize("width", [180, 232, 400])
def test_a_bar_ends_before_the_longest_count_and_goes_where_too_little_is_left(
    width: int, grown: float
) -> None:
    for count_px in (10.0, 26.0, 37.0, 60.0, 90.0):
        left, bar_px = bar_place(width - 12, count_px * grown, width, grown)
        assert left + bar_px <= width - 12 - count_px * grown
        assert bar_px == 0 or bar_px >= 22 * grown
    assert bar_place(220, 26.0, 232, 1.0) == (150.0, 44.0)


def test_the_menu_of_a_tag_renames_it_or_takes_it_off(session: Session, qtbot: QtBot) -> None:
    session.decide(changes.tagged(list(session.events.values()), "key", True))
    pane = facets(session, qtbot)
    tag = row(pane, Facet.TAG, "key")
    told: list[str] = []

    def choose_last() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        told.extend(action.text() for action in menu.actions() if action.text())
        qtbot.keyClick(menu, Qt.Key.Key_Up)  # the last one
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose_last)
    with qtbot.waitSignal(pane.deed_asked) as asked:
        place = tag.rect().center()
        QApplication.sendEvent(
            tag, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tag.mapToGlobal(place))
        )
    assert told == ["Tick", "Exclude", "Rename the tag…", "Take the tag off all events"]
    assert asked.args == ["remove_tag", "key"]


def test_a_new_theme_repaints_the_facets(session: Session, qtbot: QtBot) -> None:
    pane = facets(session, qtbot)
    before = pane.grab().toImage()
    session.set_theme(theme.load("dark"))
    assert pane.grab().toImage() != before


def test_the_dates_that_articles_write_and_all_kinds_have_room_in_the_table(
    session: Session, qtbot: QtBot
) -> None:
    table = EventList(session)
    qtbot.addWidget(table)
    table.resize(1200, 400)
    room, metrics = table.view.columnWidth, table.view.fontMetrics()
    for date in ("27 September 2023", "late September 2023", "since November 2023"):
        assert metrics.horizontalAdvance(date) <= room(0) - 16
    assert metrics.horizontalAdvance(words.kind("reinstatement")) <= room(2) - 40
    where = table.model.index(0, 3)
    assert table.model.data(where, Qt.ItemDataRole.ToolTipRole) == table.model.data(where)


def test_an_empty_library_has_no_events_yet(qtbot: QtBot) -> None:
    empty = Session(theme.load("light"))
    empty.open(Library.in_memory(), "Empty")
    bar = FilterBar(empty)
    qtbot.addWidget(bar)
    bar.fill()
    assert bar.sentence.text() == "No events yet"
    empty.library.close()


def test_the_filter_is_said_in_words_and_chips(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    bar.resize(1500, 37)
    bar.show()
    assert bar.sentence.text() == "Showing all 5 dated events of 2 articles"
    session.toggle(Facet.COUNTRY, "NO")
    session.toggle(Facet.KIND, "launch", exclude=True)
    assert bar.sentence.text() == "Showing 1 of 5 events"
    assert bar.chips() == ["Norway  ✕", "not Launch  ✕"]
    chip = next(button for button in bar.findChildren(QPushButton) if button.text() == "Norway  ✕")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert session.query.values(Facet.COUNTRY) == set()
    qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert session.query == Query()


def test_chips_that_do_not_fit_wait_in_one(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    bar.resize(760, 37)
    bar.show()
    for kind in ("ban", "launch", "settlement", "reinstatement"):
        session.toggle(Facet.KIND, kind)
    shown = [chip for chip in bar.findChildren(QPushButton) if "✕" in chip.text() and not chip.isHidden()]
    more = next(chip for chip in bar.findChildren(QPushButton) if chip.text().endswith("more…"))
    assert len(shown) < 4
    assert not more.isHidden()
    assert more.text() == f"{4 - len(shown)} more…"


def test_ways_to_filter_that_do_not_fit_wait_behind_one_button(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    bar.show()
    adders = [button(bar, f"+ {what}") for what in ("company", "country", "kind", "dates", "new")]
    all_in_one = button(bar, "+ filter")
    for width, is_whole in ((1600, True), (800, False)):
        bar.resize(width, bar.height())
        assert [adder.isVisible() for adder in adders] == [is_whole] * len(adders)
        assert all_in_one.isVisible() is not is_whole
        shown = [one for one in (*adders, all_in_one) if one.isVisible()]
        QApplication.processEvents()
        assert all(one.width() >= one.sizeHint().width() for one in shown)


def test_links_filter_what_waits_and_let_go_again(session: Session, qtbot: QtBot) -> None:
    bar = FilterBar(session)
    qtbot.addWidget(bar)
    session.accept([session.events[named(session, "fine")]])
    assert bar.to_review.text() == "4 to review"
    bar.to_review.click()
    assert len(session.visible()) == 4
    bar.to_review.click()
    assert session.query == Query()
    assert not bar.conflicts.isEnabled()


def inert() -> Mapping[str, Callable[[], object]]:
    return {id_: lambda: None for id_ in DEEDS}


def inspector(
    session: Session, qtbot: QtBot, does: Mapping[str, Callable[[], object]] | None = None
) -> Inspector:
    window = QWidget()
    qtbot.addWidget(window)
    pane = Inspector(session, Actions(window, {**inert(), **(does or {})}), window)
    pane.resize(460, 480)
    window.show()
    pane.window_kept = window  # type: ignore[attr-defined]  # lives as long as its pane
    return pane


def said(pane: Inspector) -> set[str]:
    return {label.text() for label in pane.findChildren(QLabel)}


def test_the_inspector_says_what_when_why_who_and_where(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    session.select([named(session, "banned")])
    texts = said(pane)
    assert {
        "3 May 2016",
        "exact day",
        "‘3 May 2016’: written in full",
        "Kestrel",
        "Norway",
        "Ban",
        "happened",
    } <= texts
    assert "2 articles, 2 independent" in texts
    assert any(text.startswith("“") and "Norway" in text for text in texts)


def test_a_date_of_another_article_than_the_quoted_one_says_of_which(session: Session, qtbot: QtBot) -> None:
    library = Library.in_memory()
    for id_, text, date, edtf in (
        ("log", "In May 2016 Kestrel was sold.", "May 2016", "2016-05"),
        ("post", "On 8 May 2016 Kestrel was sold.", "8 May 2016", "2016-05-08"),
    ):
        paper = article(id_, text, title=f"The {id_}")
        library.add(paper, [told(paper, text, date, edtf, "acquisition")])
    session.open(library, "Sale")
    session.decide(changes.merged(list(session.events.values())))
    pane = inspector(session, qtbot)
    (event,) = session.events.values()
    session.select([event.id])
    assert event.mentions[0].article == "log"
    assert "8 May 2016" in said(pane)
    assert "‘8 May 2016’ in “The post”: written in full" in said(pane)


def test_labels_never_take_a_text_for_html(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    fine = named(session, "fine")
    session.decide(changes.edited(session.events[fine], EventField.TITLE, ("<b>bold</b>",)))
    session.select([fine])
    assert pane.title.label.text() == "<b>bold</b>"
    rich = [label for label in pane.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    assert all(label.text() == "" for label in rich)  # only the sign of the kind, a picture


def test_a_source_is_a_link_to_its_words(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    session.select([named(session, "banned")])
    session.open_article("harbour")
    link = next(button for button in pane.findChildren(QPushButton) if button.text() == "Coast watch")
    with qtbot.waitSignal(session.source_requested):
        link.click()
    assert session.article == "coast"


def test_the_title_is_edited_in_place(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    fine = named(session, "fine")
    session.select([fine])
    qtbot.mouseClick(pane.title, Qt.MouseButton.LeftButton)
    pane.title.field.setText("Kestrel pays up")
    qtbot.keyClick(pane.title.field, Qt.Key.Key_Return)
    assert session.events[fine].title == "Kestrel pays up"
    assert {"Edited", "title"} <= said(pane)


def test_accepting_is_shown_on_the_button(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot, {"accept": session.accept})
    session.select([named(session, "fine")])
    pane.buttons["accept"].click()
    assert session.current is not None
    assert session.current.review is Review.ACCEPTED
    assert pane.buttons["accept"].text() == "Accepted"


def test_a_verdict_on_several_events_says_on_how_many(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    session.select(session.visible()[:3])
    assert pane.buttons["accept"].text() == "Accept 3  A"
    assert pane.buttons["reject"].text() == "Reject 3  R"
    session.select(session.visible()[:1])
    assert pane.buttons["accept"].text() == "Accept  A"


def test_verdicts_stand_in_one_row_and_merging_only_where_it_has_room(session: Session, qtbot: QtBot) -> None:
    pane = inspector(session, qtbot)
    session.select(session.visible()[:1])
    pane.show()
    pane.resize(380, 500)
    buttons = [*pane.buttons.values(), pane._more]
    least = sum(button.sizeHint().width() + 6 for button in buttons) + 34
    merging = []
    for width in range(least - 90, least + 60, 10):
        pane.resize(width, 500)
        shown = [button for button in buttons if button.isVisible()]
        assert len({button.y() for button in shown}) == 1, width
        merging.append(pane.buttons["merge"].isVisible())
    assert merging == sorted(merging)
    assert {*merging} == {False, True}


def test_the_table_model_keeps_the_rules_of_qt(session: Session, qtbot: QtBot) -> None:
    model = EventModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session.toggle(Facet.KIND, "ban")
    model.refill()
    assert model.rowCount() == 1


def test_the_table_shows_what_passes_and_sorts_by_value(session: Session, qtbot: QtBot) -> None:
    table = EventList(session)
    qtbot.addWidget(table)
    by_date = table.titles()
    assert by_date == [session.events[id_].title for id_ in session.visible()]
    table.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.titles() == by_date[::-1]
    table.view.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    assert table.titles()[0] == session.events[named(session, "banned")].title
    session.toggle(Facet.KIND, "launch")
    assert len(table.titles()) == 2


def test_table_and_session_share_the_selection(session: Session, qtbot: QtBot) -> None:
    table = EventList(session)
    qtbot.addWidget(table)
    fine = named(session, "fine")
    session.select([fine])
    rows = [index.row() for index in table.view.selectionModel().selectedRows()]
    assert rows == [session.visible().index(fine)]
    table.view.selectRow(0)
    assert session.selection == (session.visible()[0],)


def test_a_narrow_table_leaves_columns_out_but_never_the_event(session: Session, qtbot: QtBot) -> None:
    table = EventList(session)
    qtbot.addWidget(table)
    for width in (380, 700, 1200):
        table.resize(width, 400)
        table.show()
        assert not table.view.isColumnHidden(1)
        assert not table.view.isColumnHidden(0)
    assert not any(table.view.isColumnHidden(column) for column in range(8))


def test_every_deed_is_in_the_menu_or_a_pane_and_no_key_means_two_deeds() -> None:
    listed = {id_ for deeds in MENUS.values() for id_ in deeds if id_}
    assert set(DEEDS) - listed <= {"export", "undo", "redo", "step_out"}  # buttons of the header, and Esc
    keys = [key for deed in DEEDS.values() for key in deed.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("id_", list(DEEDS))
def test_a_tip_says_what_the_deed_does_and_its_key(id_: str, qapp: QApplication) -> None:
    assert tip_of(id_).startswith(DEEDS[id_].tip)
    assert ("(" in tip_of(id_)) is bool(DEEDS[id_].keys)
