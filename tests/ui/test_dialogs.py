"""Dialogs say what will happen and hand back what was asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QStyle
from pytestqt.qtbot import QtBot

from explorer import cli
from explorer.chronology import Move
from explorer.library import Unused
from explorer.model.decision import ArticleField, EventField
from explorer.model.edtf import parse
from explorer.model.mention import Span, Status
from explorer.model.progress import Outcome, Report
from explorer.model.query import Facet
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from explorer.ui import changes, saved_views, style
from explorer.ui.dialogs import about, choose, edit
from explorer.ui.dialogs.article import ArticleDialog
from explorer.ui.dialogs.export import ExportDialog
from explorer.ui.dialogs.moves import line_of, summary
from explorer.ui.dialogs.picture_labels import LabelsDialog
from explorer.ui.dialogs.replace import ReplaceDialog
from explorer.ui.picture_copy import copy_view
from explorer.ui.popups import Choice, ChoicePopup, DateField, SpanPopup
from explorer.ui.session import Session
from tests.ui.conftest import COAST, HARBOUR, button, named


@pytest.mark.parametrize(
    ("typed", "edtf", "said"),
    [
        ("15 April 2019", "2019-04-15", "= 15 April 2019"),
        ("mid-2021", "2021~", "= mid-2021"),
        ("Q3 2020", "2020-35", "= Q3 2020"),
        ("before 2019", "../2019", "= before 2019"),
        ("2019-04", "2019-04", "= April 2019"),
        ("soonish", None, "“soonish” is not a date."),
        ("30 February 2019", None, "February 2019 has no day 30."),
        ("", None, ""),
    ],
)
def test_a_date_is_typed_as_people_write_it(qtbot: QtBot, typed: str, edtf: str | None, said: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert (field.when.edtf if field.when else None) == edtf
    assert field.said.text() == said
    assert field.is_wrong is (edtf is None and bool(typed))


def test_an_edit_gives_only_what_was_changed(session: Session, qtbot: QtBot) -> None:
    before = edit.fields_of(session.events[named(session, "banned")])
    dialog = edit.EditDialog(None, before)
    qtbot.addWidget(dialog)
    assert edit.differences(before, dialog.fields) == []
    dialog.title.setText("Norway bans Kestrel")
    dialog.date.setText("early May 2016")
    dialog.kind.setCurrentIndex(dialog.kind.findData("legal"))
    dialog.status.setCurrentIndex(list(Status).index(Status.ALLEGED))
    dialog.parties.setText("Kestrel, Ferry Board,  ")
    dialog.countries.setText("norway, IN")
    assert edit.differences(before, dialog.fields) == [
        (EventField.TITLE, ("Norway bans Kestrel",)),
        (EventField.WHEN, ("2016-05~", "early")),
        (EventField.KIND, ("legal",)),
        (EventField.STATUS, ("alleged",)),
        (EventField.PARTIES, ("Kestrel", "Ferry Board")),
        (EventField.COUNTRIES, ("NO", "IN")),
    ]


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        ("title", "  ", "An event needs a title."),
        ("date", "soonish", "“soonish” is not a date."),
        ("countries", "Atlantis", "No country is called “Atlantis”."),
    ],
)
def test_what_cannot_be_read_cannot_be_saved(
    session: Session, qtbot: QtBot, field: str, text: str, problem: str
) -> None:
    dialog = edit.EditDialog(None, edit.fields_of(session.events[named(session, "banned")]))
    qtbot.addWidget(dialog)
    getattr(dialog, field).setText(text)
    assert dialog.problem.text() == problem
    assert not dialog.ok.isEnabled()


def test_an_event_can_be_made_of_selected_words(session: Session) -> None:
    fields = edit.Fields("A route", parse("2030"), "launch", Status.PLANNED, ("Kestrel",), ("NO",))
    start = HARBOUR.text.index("A new route")
    made = edit.new_mention(HARBOUR, Span(start, start + 11), fields, None)
    assert made.quote == "A new route"
    assert made.line == 5
    assert [party.name for party in made.parties] == ["Kestrel"]


MOVES = [
    Move("m", "Norway bans Kestrel", parse("2016-05"), parse("2017-05"), True),
    Move("n", "Kestrel pays", parse("2016"), None, False),
]


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ([], "No date moves."),
        (MOVES, "2 dates move, 1 of them accepted"),
        (MOVES[1:], "1 date moves"),
    ],
)
def test_moves_are_counted_in_words(moves: list[Move], said: str) -> None:
    assert summary(moves) == said


def test_a_move_says_from_where_to_where() -> None:
    assert line_of(MOVES[0]) == "✓ Norway bans Kestrel:  May 2016 → May 2017"
    assert line_of(MOVES[1]) == "Kestrel pays:  2016 → undated"


def test_a_new_publication_date_shows_what_moves_before_it_is_saved(qtbot: QtBot) -> None:
    asked: list[str | None] = []

    def moves_if(published: str | None) -> list[Move]:
        asked.append(published)
        return MOVES

    dialog = ArticleDialog(None, HARBOUR, moves_if)
    qtbot.addWidget(dialog)
    assert dialog.corrections == []
    dialog.date.setText("March 2019")
    dialog.show_moves()
    assert asked == ["2019-03"]
    assert dialog.summary.text() == "2 dates move, 1 of them accepted"
    assert dialog.moves.count() == 2
    dialog.publisher.setText("The Post")
    assert dialog.corrections == [(ArticleField.PUBLISHER, "The Post"), (ArticleField.PUBLISHED, "2019-03")]
    dialog.date.setText("never")
    assert not dialog.ok.isEnabled()


def test_merging_chooses_by_search_and_tick(session: Session, qtbot: QtBot) -> None:
    lead, other = (session.events[named(session, words)] for words in ("banned", "fine"))
    near = [event for event in session.events.values() if event is not lead]
    dialog = choose.MergeDialog(None, lead, near, [])
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    dialog.search.setText("2017")
    assert dialog.list.count() == 1
    from PySide6.QtCore import Qt

    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.search.setText("")
    assert dialog.chosen == [lead, other]
    assert dialog.ok.isEnabled()


def test_splitting_keeps_at_least_one_statement(session: Session, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    event = session.events[named(session, "banned")]
    dialog = choose.SplitDialog(None, event, {HARBOUR.id: HARBOUR, COAST.id: COAST})
    qtbot.addWidget(dialog)
    assert dialog.chosen == [event.mentions[-1]]
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Checked)
    assert not dialog.ok.isEnabled()


def test_statements_to_split_are_shown_whole_at_any_width(session: Session, qtbot: QtBot) -> None:
    event = session.events[named(session, "banned")]
    quotes = " ".join(f"{at} ferries were sold." for at in range(10))
    long = [replace(one, id=f"m{at}", quote=quotes[: 90 + 9 * at]) for at, one in enumerate(event.mentions * 3)]
    dialog = choose.SplitDialog(None, replace(event, mentions=tuple(long)), {})
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style.sheet(session.theme))
    dialog.show()
    for width in range(420, 640, 12):
        dialog.resize(width, 400)
        QApplication.processEvents()
        made = dialog.list
        for item in map(made.item, range(made.count())):
            tick = made.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 24
            box = made.fontMetrics().boundingRect(
                0, 0, made.viewport().width() - tick, 9_999, Qt.TextFlag.TextWordWrap.value, item.text()
            )
            assert made.visualItemRect(item).height() >= box.height(), width


def test_the_account_lists_files_and_unused_words(qtbot: QtBot) -> None:
    dialog = about.AccountDialog(
        None,
        [Report("a.txt", Outcome.READ, "", 3), Report("b.pdf", Outcome.REFUSED, "it is encrypted.")],
        [("A", Unused(Span(0, 3), "may", "a verb here"))],
    )
    qtbot.addWidget(dialog)
    rows = [[dialog.files.item(row, column).text() for column in range(4)] for row in range(2)]
    assert rows == [["a.txt", "read", "3", ""], ["b.pdf", "refused", "", "it is encrypted."]]
    assert dialog.unused.item(0, 2).text() == "a verb here"


def test_the_account_leaves_the_folder_of_all_files_to_the_tip(qtbot: QtBot) -> None:
    names = ["/case/papers/a.txt", "/case/papers/old/b.pdf", "a pasted text"]
    dialog = about.AccountDialog(None, [Report(name, Outcome.READ, "", 1) for name in names], [])
    qtbot.addWidget(dialog)
    items = [dialog.files.item(row, 0) for row in range(3)]
    assert [item.text() for item in items] == ["a.txt", "old/b.pdf", "a pasted text"]
    assert [item.toolTip() for item in items] == names
    assert about.within_common_folder(["/case/a.txt"]) == ["a.txt"]
    assert about.within_common_folder([]) == []


def test_the_keys_are_all_told(qtbot: QtBot) -> None:
    dialog = about.KeysDialog(None)
    qtbot.addWidget(dialog)
    told = {dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())}
    assert {"Accept", "Reject", "Undo", "Fit"} <= told


def test_a_choice_is_found_by_typing(qtbot: QtBot) -> None:
    popup = ChoicePopup([Choice(str(at), f"number {at}") for at in range(30)], None)  # type: ignore[arg-type]
    qtbot.addWidget(popup)
    qtbot.keyClicks(popup.entry, "27")
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert chosen.args == ["27"]


@pytest.mark.parametrize(
    ("first", "last", "possible"),
    [
        ("2019", "2020", True),
        ("2019", "", True),
        ("", "2020", True),
        ("2020", "2019", False),
        ("", "", False),
        ("x", "", False),
    ],
)
def test_a_span_needs_two_dates_in_order(qtbot: QtBot, first: str, last: str, possible: bool) -> None:
    popup = SpanPopup(None)  # type: ignore[arg-type]
    qtbot.addWidget(popup)
    popup.first.setText(first)
    popup.last.setText(last)
    assert button(popup, "Filter").isEnabled() is possible


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".csv", ".json", ".jsonl"])
def test_every_form_is_written(session: Session, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    dialog.form.setCurrentIndex(dialog.form.findData(suffix))
    target = tmp_path / f"out{suffix}"
    assert dialog.write(target) == 5
    assert target.stat().st_size > 500


def turn(dialog: ExportDialog, **chosen: str) -> None:
    for name, value in chosen.items():
        box = getattr(dialog, name)
        box.setCurrentIndex(box.findData(value))


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_window_and_command_line_give_the_same_picture(
    session: Session, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    session.library.copy_to(tmp_path / "x.timeline")
    house = tmp_path / "house.toml"
    house.write_text('base = "light"\nlanguage = "de"\n[families]\nlaw = "#123456"\n')
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, form=suffix, sheet="slide", range="all")
    dialog.take_style(str(house))
    first = next(iter(session.events))
    dialog.labels = {first: "Said shorter"}
    dialog.title.setText("Ferries")
    (tmp_path / "labels.toml").write_text(f'"{first}" = "Said shorter"\n')
    mine, theirs = tmp_path / f"mine{suffix}", tmp_path / f"theirs{suffix}"
    dialog.write(mine)
    call = ["export", str(tmp_path / "x.timeline"), "-o", str(theirs), "--sheet", "slide", "--title", "Ferries"]
    assert cli.main([*call, "--theme", str(house), "--labels", str(tmp_path / "labels.toml")]) == 0
    assert mine.read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_saved_view_is_the_same_picture_in_the_window_and_on_the_command_line(
    session: Session, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    kinds = [event.kind for event in session.events.values()]
    standing = Arrangement(
        order=tuple(reversed(kinds)), hidden=frozenset({kinds[0]}), collapsed=frozenset({kinds[1]})
    )
    session.arrange(standing)
    session.set_chart(Chart(is_log=True, height_px=180.0))
    session.show_range(*(moment + 86_400 for moment in session.viewport))
    saved_views.save(session, "Mine")
    session.library.copy_to(tmp_path / "x.timeline")
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, form=suffix, sheet="a4", range="view")
    dialog.title.setText("Ferries")
    mine, theirs = tmp_path / f"mine{suffix}", tmp_path / f"theirs{suffix}"
    dialog.write(mine)
    call = ["export", str(tmp_path / "x.timeline"), "-o", str(theirs), "--view", "mine", "--title", "Ferries"]
    assert cli.main([*call, "--sheet", "a4"]) == 0
    assert mine.read_bytes() == theirs.read_bytes()


def test_files_of_further_pages_are_asked_for_once(session: Session, tmp_path: Path) -> None:
    dialog = ExportDialog(None, session)  # it goes by itself once it has written
    turn(dialog, form=".svg", sheet="card", paging="pages")
    dialog.references.setChecked(True)
    target, second = tmp_path / "x.svg", tmp_path / "x-2.svg"
    second.write_text("old")
    dialog.write_to(str(target))
    question = dialog.findChild(ReplaceDialog)
    assert question is not None
    assert "x-2.svg" in " ".join(label.text() for label in question.findChildren(QLabel))
    assert not target.exists()
    question.reject()
    assert second.read_text() == "old"
    dialog.write_to(str(target))
    [*_, question] = dialog.findChildren(ReplaceDialog)
    question.accept()
    assert target.exists()
    assert second.read_text() != "old"


def test_everything_leaves_no_lane_out(session: Session, qtbot: QtBot) -> None:
    session.arrange(Arrangement(hidden=frozenset(event.kind for event in session.events.values())))
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, range="all")
    assert not dialog.picture().content.left_out.lanes
    turn(dialog, range="filter")
    assert dialog.picture().content.left_out.lanes


def test_a_slide_is_one_page_and_the_preview_tells_what_is_in_it(session: Session, qtbot: QtBot) -> None:
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, sheet="slide")
    assert not dialog.references.isChecked()
    assert dialog.paging.currentData() == "one"
    dialog.show_preview()
    assert dialog.summary.text().startswith("5 events on 1 page")
    assert not dialog.preview.pixmap().isNull()
    assert dialog.alt.placeholderText().startswith("Timeline: ")


def test_the_preview_turns_its_pages(session: Session, qtbot: QtBot) -> None:
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, form=".pdf", sheet="card", paging="pages")
    dialog.references.setChecked(True)
    dialog.show_preview()
    first = dialog.preview.pixmap().toImage()
    assert not dialog.pages.isHidden()
    assert not dialog.pages.back.isEnabled()
    qtbot.mouseClick(dialog.pages.onward, Qt.MouseButton.LeftButton)
    assert dialog.preview.pixmap().toImage() != first
    turn(dialog, paging="one")
    dialog.show_preview()
    assert dialog.pages.isHidden()
    assert dialog.pages.number == 0
    turn(dialog, form=".csv")
    dialog.show_preview()
    assert dialog.preview.text() == "A table has no preview."


def test_what_has_a_star_can_be_written_alone(session: Session, qtbot: QtBot) -> None:
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, range="starred")
    assert not dialog.ok.isEnabled()
    session.decide(changes.starred([next(iter(session.events.values()))], is_on=True))
    turn(dialog, range="all")
    turn(dialog, range="starred")
    assert dialog.summary.text() == "1 event will be written."


def test_a_picture_is_copied_and_dragged_out_as_a_file(session: Session, qtbot: QtBot) -> None:
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    turn(dialog, sheet="card")
    dialog.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 2 * 1200
    dragged = dialog.preview.mime_data()
    assert dragged is not None
    assert dragged.hasImage()
    assert Path(dragged.urls()[0].toLocalFile()).read_bytes().startswith(b"\x89PNG")
    copy_view(session)
    assert QGuiApplication.clipboard().image().width() == 2 * 1920


def test_labels_are_typed_for_one_picture(session: Session, qtbot: QtBot) -> None:
    events = list(session.events.values())
    dialog = LabelsDialog(None, events, {events[1].id: "Other words"})
    qtbot.addWidget(dialog)
    dialog.table.item(0, 1).setText("Short")
    assert dialog.labels == {events[0].id: "Short", events[1].id: "Other words"}
    dialog.table.item(1, 1).setText("  ")
    assert dialog.labels == {events[0].id: "Short"}
    assert session.events[events[0].id].title == events[0].title


def test_the_range_says_how_many_events_are_written(session: Session, qtbot: QtBot) -> None:
    session.toggle(Facet.KIND, "ban")
    dialog = ExportDialog(None, session)
    qtbot.addWidget(dialog)
    assert dialog.summary.text() == "1 event will be written."
    dialog.range.setCurrentIndex(dialog.range.findData("all"))
    assert dialog.summary.text() == "5 events will be written."
    session.show_range(0, 10**6)
    dialog.range.setCurrentIndex(dialog.range.findData("view"))
    assert dialog.problem.text() == "There is no event to write."
    assert not dialog.ok.isEnabled()
