"""Views under a name: kept in the library, shown again, renamed and deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer import views
from explorer.library import Library
from explorer.model.errors import ExplorerError
from explorer.model.query import Facet, Query
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from explorer.ui import saved_views
from explorer.ui.dialogs.views import SaveViewDialog, ViewsDialog
from explorer.ui.session import Session
from explorer.views import SavedView

NORWAY = Query(frozenset({(Facet.COUNTRY, "NO")}), text='"fine"', lo_s=0)
VIEWS = [SavedView("Fines", NORWAY, "company", (0, 10**9)), SavedView("Zebra", Query(), "kind", None)]


def test_a_view_is_kept_and_shown_again(session: Session) -> None:
    session.set_query(NORWAY)
    session.set_lanes("company")
    session.show_range(0, 10**9)
    saved_views.save(session, "  Fines in\nNorway ")
    session.set_query(Query())
    session.set_lanes("kind")
    session.show_range(10**9, 2 * 10**9)
    [view] = views.load(session.library)
    assert view.name == "Fines in Norway"
    assert saved_views.current(session, [view]) is None
    saved_views.show(session, view)
    assert (session.query, session.lanes, session.viewport) == (NORWAY, "company", (0, 10**9))
    assert saved_views.current(session, [view]) == view


def test_a_view_keeps_how_lanes_and_measures_stand(session: Session) -> None:
    standing = Arrangement(("launch", "ban"), frozenset({"ban"}), frozenset({"other"}), frozenset({"legal"}))
    chart = Chart("riders", is_log=True, height_px=200.0)
    session.arrange(standing)
    session.set_chart(chart)
    saved_views.save(session, "Mine")
    session.arrange(Arrangement())
    session.set_chart(Chart())
    [view] = views.load(session.library)
    saved_views.show(session, view)
    assert (session.arrangement, session.chart) == (standing, chart)


def test_a_view_of_before_leaves_lanes_and_measures_as_they_are(session: Session) -> None:
    session.library.set_state(views.KEY, '[{"name": "Old", "lanes": "kind", "viewport": [0, 99999]}]')
    session.arrange(Arrangement(hidden=frozenset({"ban"})))
    [view] = views.load(session.library)
    saved_views.show(session, view)
    assert session.arrangement.hidden == {"ban"}
    assert session.viewport == (0, 99999)
    assert saved_views.current(session, [view]) == view


def test_of_two_views_of_one_filter_the_one_is_shown_whose_lanes_stand_so(session: Session) -> None:
    plain = saved_views.save(session, "A")
    session.arrange(Arrangement(hidden=frozenset({"ban"})))
    hidden = saved_views.save(session, "B")
    assert saved_views.current(session, [plain, hidden]) == hidden
    session.arrange(Arrangement())
    assert saved_views.current(session, [plain, hidden]) == plain


def test_a_name_is_there_once_and_written_over(session: Session) -> None:
    saved_views.save(session, "Mine")
    session.set_query(NORWAY)
    saved_views.save(session, "mine")
    assert [(view.name, view.query) for view in views.load(session.library)] == [("mine", NORWAY)]
    with pytest.raises(ExplorerError, match="needs a name"):
        saved_views.save(session, " ")


def test_a_view_gets_no_name_of_another() -> None:
    assert [one.name for one in views.renamed(VIEWS, "Zebra", "Ants")] == ["Ants", "Fines"]
    assert [one.name for one in views.renamed(VIEWS, "Zebra", "ZEBRA")] == ["Fines", "ZEBRA"]
    with pytest.raises(ExplorerError, match="“fines” already"):
        views.renamed(VIEWS, "Zebra", "fines")


@pytest.mark.parametrize("text", ["", "no json", "{}", '[1, {"lanes": 3}, {"name": "  "}]'])
def test_what_cannot_be_read_is_no_view(text: str) -> None:
    with Library.in_memory() as library:
        library.set_state(views.KEY, text)
        assert views.load(library) == []


def test_the_dialog_warns_before_it_replaces(qtbot: QtBot) -> None:
    dialog = SaveViewDialog(None, "country: Norway", VIEWS, "")
    qtbot.addWidget(dialog)
    name = dialog.findChild(QLineEdit)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(name, "fines")
    assert dialog.ok.text() == "Replace"
    qtbot.keyClicks(name, " 2")
    assert (dialog.ok.text(), dialog.name) == ("Save", "fines 2")


def test_views_are_renamed_and_deleted_in_their_list(qtbot: QtBot) -> None:
    dialog = ViewsDialog(None, VIEWS)
    qtbot.addWidget(dialog)
    dialog.list.item(1).setText("Fines")
    assert dialog.problem.text() == "There is a view “Fines” already."
    assert dialog.list.item(1).text() == "Zebra"
    dialog.list.item(1).setText("Ants")
    assert [one.name for one in dialog.views] == ["Ants", "Fines"]
    dialog.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert [one.name for one in dialog.views] == ["Ants"]
    assert dialog.nothing.isHidden()
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert not dialog.nothing.isHidden()
