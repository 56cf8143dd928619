"""Finding, as the manual tells it: typing a filter, finding everywhere, and going from place to place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer import views
from explorer.model.query import Facet, Query
from explorer.ui.dialogs.everywhere import EverywhereDialog
from explorer.ui.dialogs.views import SaveViewDialog
from explorer.ui.search_bar import SearchBar
from tests.e2e.driver import Driver

ARTICLES = ("india-59-apps.txt", "three-weeks-in-april.txt", "jakarta-shop.txt")


def box(drive: Driver) -> SearchBar:
    field = drive.window.header.search
    field.setFocus()
    return field


def test_a_value_is_typed_completed_and_stands_as_a_chip(drive: Driver, qtbot: QtBot) -> None:
    field = box(drive)
    qtbot.keyClicks(field, "reg")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClicks(field, '"south a')
    assert field.offers()[0].startswith("South Asia · ")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert drive.session.query == Query(frozenset({(Facet.REGION, "South Asia")}))
    visible = [drive.session.events[id_] for id_ in drive.session.visible()]
    assert visible
    assert all(set(event.countries) & {"IN", "PK", "BD", "NP", "LK", "AF", "BT", "MV"} for event in visible)


def test_a_slip_of_the_pen_is_told_and_mended(drive: Driver, qtbot: QtBot) -> None:
    drive.type_search("company:TikTik ban")
    field = drive.window.header.search
    assert "Did you mean “TikTok”?" in field.problem()
    assert not drive.session.query.ticked
    drive.press("step_out")
    assert field.problem() == ""
    assert field.text() == "company:TikTik ban"
    drive.type_search("company:TikTok ban")
    assert drive.session.query == Query(frozenset({(Facet.COMPANY, "TikTok")}), text="ban")


def test_the_filter_is_edited_as_text(drive: Driver, qtbot: QtBot) -> None:
    drive.type_search('company:TikTok -kind:ban 2019..2020 "high court"')
    before = drive.session.query
    drive.press("edit_filter")
    field = drive.window.header.search
    assert field.text() == 'company:TikTok -kind:Ban 2019..2020 "high court" '
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert drive.session.query == before


def test_what_is_found_everywhere_opens_even_if_it_is_filtered_away(drive: Driver, qtbot: QtBot) -> None:
    drive.tick(Facet.COUNTRY, "ID")
    drive.press("everywhere")
    dialog = drive.dialog()
    assert isinstance(dialog, EverywhereDialog)
    qtbot.keyClicks(dialog.field, '"madras high court"')
    dialog.fill()
    row = dialog.current
    assert row is not None
    assert "filtered away" in row.aside
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert drive.session.current is not None
    assert drive.session.current.id == row.event
    assert drive.session.is_visible(row.event)
    assert drive.are_words_in_view(drive.session.current)


def test_f3_goes_through_all_places_of_all_articles(drive: Driver) -> None:
    drive.type_search("TikTok")
    bar = drive.space.source.hit_bar
    total = sum(bar.count_in(article) for article in drive.session.articles.values())
    seen: list[tuple[str | None, str]] = []
    for _ in range(total):
        drive.press("find_next")
        seen.append((drive.session.article, bar.told.text()))
    assert len(set(seen)) == total
    assert {article for article, _ in seen} == {
        one.id for one in drive.session.articles.values() if bar.count_in(one)
    }
    drive.press("find_next")
    assert (drive.session.article, bar.told.text()) == seen[0]


def test_a_view_is_saved_and_shown_again(drive: Driver, qtbot: QtBot) -> None:
    drive.type_search("company:TikTok ban")
    query = drive.session.query
    drive.press("save_view")
    dialog = drive.dialog()
    assert isinstance(dialog, SaveViewDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Bans of TikTok")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    drive.press("clear_filter")
    [view] = views.load(drive.session.library)
    assert view.name == "Bans of TikTok"
    command = next(one for one in drive._program.deeds._finding.views_to_show() if view.name in one.text())
    command.trigger()
    assert drive.session.query == query
