"""The text of an article: what is marked, clicked, highlighted, found; and nothing of it is taken for HTML."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.library.rows import Unused
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.paint import theme
from explorer.ui import source_marks
from explorer.ui.find_bar import FindBar
from explorer.ui.session import Session
from explorer.ui.source_marks import Sort
from explorer.ui.source_pane import SourcePane
from explorer.ui.source_text import SourceText
from tests.ui.conftest import HARBOUR, named
from tests.ui.places import is_in_view, place_of


def shown(session: Session, qtbot: QtBot) -> SourcePane:
    pane = SourcePane(session)
    qtbot.addWidget(pane)
    pane.resize(480, 420)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def click(
    qtbot: QtBot, text: SourceText, span: Span, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = place_of(text, span).toPoint()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_the_text_stands_as_it_is_behind_an_emoji_too(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    assert pane.text.toPlainText() == HARBOUR.text
    session.select([named(session, "In June")])
    assert pane.text.highlighted() == ["In June 2016 the court let it sail again."]


def test_clicking_marked_words_selects_their_event(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    for quote in ("In June 2016", "Kestrel paid", "A new route"):
        start = HARBOUR.text.index(quote)
        click(qtbot, pane.text, Span(start, start + 4))
        assert session.current is not None
        assert session.current.mentions[0].quote.startswith(quote)


def test_ctrl_click_adds_to_the_selection(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    session.select([named(session, "fine")])
    start = HARBOUR.text.index("In June")
    click(qtbot, pane.text, Span(start, start + 2), Qt.KeyboardModifier.ControlModifier)
    assert session.selection == (named(session, "fine"), named(session, "In June"))


def test_a_click_beside_marked_words_selects_nothing(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    qtbot.mouseClick(
        pane.text.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPointF(470, 400).toPoint(),
    )
    assert session.selection == ()


def test_pointing_at_words_previews_their_event(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    start = HARBOUR.text.index("Kestrel paid")
    # From elsewhere: a pointer that is there already does not move.
    for place in (QPointF(2, 2), place_of(pane.text, Span(start, start + 3))):
        qtbot.mouseMove(pane.text.viewport(), place.toPoint())
    qtbot.waitUntil(lambda: session.preview == named(session, "fine"))


def test_selecting_an_event_scrolls_its_words_into_view(session: Session, qtbot: QtBot) -> None:
    long = replace(HARBOUR, text=HARBOUR.text + "\n\nNothing here." * 400)
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show_article(long, session.stated_in("harbour"))
    text.show()
    last = Span(len(long.text) - 5, len(long.text))
    assert not is_in_view(text, last)
    text.reveal(last)
    assert is_in_view(text, last)
    text.reveal(Span(0, 5))
    assert is_in_view(text, Span(0, 5))


@pytest.mark.parametrize("start", [600, 1500, 2400, 3300, 5000])
def test_words_brought_into_view_before_the_text_is_shown_stand_there_then(qtbot: QtBot, start: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    text = SourceText(theme.load("light"), page)
    QVBoxLayout(page).addWidget(text)
    text.resize(100, 30)
    text.show_article(replace(HARBOUR, text="A long way to go before it ends. " * 200), [])
    text.reveal(Span(start, start + 10))
    page.resize(380, 130)
    page.show()
    qtbot.waitExposed(page)
    assert is_in_view(text, Span(start, start + 10))
    text.reveal(Span(0, 5))
    page.hide()
    page.show()
    assert is_in_view(text, Span(0, 5))


@pytest.mark.parametrize("size", [(300, 420), (300, 200), (800, 420)])
def test_who_reads_keeps_the_place_when_the_window_changes_its_size(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    lines = [
        f"Paragraph {at} tells of ferries, of harbours and of the weather on the coast." for at in range(300)
    ]
    paper = replace(HARBOUR, text="\n\n".join(lines))
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(520, 420)
    text.show()
    text.show_article(paper, [])
    start = paper.text.index("Paragraph 150")
    read = Span(start, start + 13)
    text.reveal(read)
    text.verticalScrollBar().setValue(text.verticalScrollBar().value() + text.viewport().height() // 4)
    assert is_in_view(text, read)
    text.resize(*size)
    assert is_in_view(text, read)
    text.resize(520, 420)
    assert is_in_view(text, read)


def test_shared_words_select_one_event_after_the_other(session: Session, qtbot: QtBot) -> None:
    stated = session.stated_in("harbour")
    twin = replace(stated[0][1], id="twin")
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show_article(HARBOUR, [stated[0], (stated[0][0], twin)])
    text.show()
    place = place_of(text, Span(4, 9))
    first = text.event_at(place)
    text.set_selected([str(first)])
    assert {first, text.event_at(place)} == {stated[0][1].id, "twin"}


def test_html_in_an_article_stays_text_and_nothing_is_loaded(session: Session, qtbot: QtBot) -> None:
    hostile = replace(HARBOUR, text='<img src="file:///etc/passwd"><b>bold</b>')
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.show_article(hostile, [])
    assert text.toPlainText() == hostile.text
    picture = text.loadResource(2, QUrl("file:///etc/passwd"))
    assert picture.width() == picture.height() == 1  # type: ignore[attr-defined]


def test_titles_are_shown_as_they_stand(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    assert pane.head.title.text() == "Ferries & <b>bans</b>"
    assert pane.head.title.textFormat() is Qt.TextFormat.PlainText
    assert pane.head.published.text() == "February 2018"
    assert pane.head.published_source.text() == "stated by the source"
    session.open_article("coast")
    assert pane.head.published.text() == "unknown"


def test_tabs_open_and_close_articles(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    assert [pane.tabs.tabData(at) for at in range(pane.tabs.count())] == ["harbour", "coast"]
    pane.tabs.setCurrentIndex(1)
    assert session.article == "coast"
    pane.tabs.tabCloseRequested.emit(1)
    assert session.tabs == ("harbour",)
    assert pane.others.text() == "1 more ▾"


def test_finding_goes_round_and_counts(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    pane.open_find()
    pane.find_bar.field.setText("kestrel")
    assert pane.find_bar.count.text() == "1 of 2"
    pane.find_bar.next()
    pane.find_bar.next()
    assert pane.find_bar.count.text() == "1 of 2"
    pane.find_bar.previous()
    assert pane.find_bar.count.text() == "2 of 2"
    pane.find_bar.field.setText("osprey")
    assert pane.find_bar.count.text() == "no match"


def test_selected_words_are_given_as_a_span_of_the_article(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    pane.open_find()
    pane.find_bar.field.setText("sail again")
    span = pane.selected_words()
    assert span is not None
    assert HARBOUR.text[span.start : span.end] == "sail again"


def test_filtered_events_lose_their_marks(session: Session, qtbot: QtBot) -> None:
    from explorer.model.query import Facet

    pane = shown(session, qtbot)
    session.toggle(Facet.KIND, "settlement")
    assert {mark.kind for mark in pane.text.marks} == {"settlement"}


def test_a_text_of_two_megabytes_shows_its_two_thousand_marks(session: Session, qtbot: QtBot) -> None:
    mention, event = session.stated_in("harbour")[2]
    line = HARBOUR.text[mention.span.start : mention.span.end]
    long = replace(HARBOUR, text="\n".join([line + " " + "and so on " * 90] * 2000))
    step = len(long.text) // 2000 + 1
    moved = [
        (replace(mention, span=Span(at, at + len(line)), dates=()), event)
        for at in range(0, len(long.text) - len(line), step)
    ]
    assert len(long.text) > 1_800_000
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(480, 600)
    text.show_article(long, moved)
    text.show()
    before = text.grab().toImage()
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert text.grab().toImage() != before


def test_every_place_is_found_counted_and_marked(session: Session, qtbot: QtBot) -> None:
    many = replace(HARBOUR, text="quay and key. " * 1_500)
    text = SourceText(theme.load("light"))
    bar = FindBar(text)
    for widget in (text, bar):
        qtbot.addWidget(widget)
    text.show_article(many, [])
    text.show()
    bar.open_bar()
    bar.field.setText("key")
    assert bar.count.text() == "1 of 1,500"
    assert len(text.look.found) == 1_500
    bar.previous()
    assert bar.count.text() == "1,500 of 1,500"
    bar.close_bar()
    assert text.look.found == []


def test_finding_can_ask_for_whole_words_and_capitals(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    pane.open_find()
    pane.find_bar.field.setText("it")
    assert pane.find_bar.count.text() == "1 of 1"
    pane.find_bar.field.setText("in")
    before = len(pane.text.look.found)
    pane.find_bar.whole_words.click()
    assert 0 < len(pane.text.look.found) < before
    pane.find_bar.match_case.click()
    assert [HARBOUR.text[start - 1 : end - 1] for start, end in pane.text.look.found] == ["in", "in"]


def test_f3_opens_the_find_bar_where_it_is_closed(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    pane.find_bar.next()
    assert pane.find_bar.isVisible()


def test_the_margin_leads_to_where_events_are_stated(session: Session, qtbot: QtBot) -> None:
    long = replace(HARBOUR, text=HARBOUR.text + "\n\nNothing here." * 400)
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show_article(long, session.stated_in("harbour"))
    text.show()
    bottom = text.margin.rect().bottom() - 1
    qtbot.mouseClick(text.margin, Qt.MouseButton.LeftButton, pos=QPointF(4, bottom).toPoint())
    assert text.verticalScrollBar().value() > 0
    qtbot.mouseClick(text.margin, Qt.MouseButton.LeftButton, pos=QPointF(4, 1).toPoint())
    assert is_in_view(text, session.stated_in("harbour")[0][0].span)


def test_a_click_close_to_a_tick_of_the_margin_means_its_words(session: Session, qtbot: QtBot) -> None:
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(300, 400)
    text.show_article(HARBOUR, session.stated_in("harbour"))
    text.show()
    starts = [mark.start for mark in text.marks if mark.sort is Sort.CLAUSE]
    row = text.margin._row(starts[2])
    assert text.margin.position_at(row + 1) == starts[2]
    text.set_found([Span(90, 95)])
    assert text.margin.position_at(text.margin._row(91) - 1) == text.look.found[0][0]


def test_unused_dates_and_rejected_statements_are_shown_on_demand(session: Session, qtbot: QtBot) -> None:
    start = HARBOUR.text.index("$2 million")
    session.library.replace_mentions(
        session.library.article("harbour"),
        session.library.mentions("harbour"),
        [Unused(Span(start, start + 2), "$2", "an amount")],
    )
    session.reject([session.events[named(session, "A new route")]])
    pane = shown(session, qtbot)
    pane.tools.left_out.click()
    rows = [pane.left_out.list.item(row).text() for row in range(pane.left_out.list.count())]
    assert [row.split("’  ")[1] for row in rows] == ["an amount", "rejected by you"]
    place = place_of(pane.text, Span(start, start + 2))
    assert source_marks.tip_of(pane.text.marks_at(place)).startswith("Not used: an amount")
    pane.left_out.list.setCurrentRow(1)
    assert session.selection == (named(session, "A new route"),)
    pane.tools.left_out.click()
    assert pane.left_out.isHidden()
    assert {mark.sort for mark in pane.text.marks_at(place)} <= {Sort.CLAUSE, Sort.DATE}


def drag_its_end(pane: SourcePane, qtbot: QtBot, start: int, to: int) -> None:
    pane.text.grab()  # only what was painted has handles
    end, target = pane.text.caret_of(start), pane.text.caret_of(to)
    view, button = pane.text.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, button, pos=QPointF(end.x(), end.bottom()).toPoint())
    qtbot.mouseMove(view, QPointF(target.x(), target.center().y()).toPoint())
    qtbot.mouseRelease(view, button, pos=QPointF(target.x(), target.center().y()).toPoint())


def test_dragging_the_end_of_the_selected_clause_changes_it_and_undo_puts_it_back(
    session: Session, qtbot: QtBot
) -> None:
    pane = shown(session, qtbot)
    session.select([named(session, "In June")])
    (mention,) = session.events[session.selection[0]].mentions
    drag_its_end(pane, qtbot, mention.span.end, HARBOUR.text.index("let it sail") + 2)
    assert session.events[session.selection[0]].mentions[0].quote == "In June 2016 the court let"
    assert pane.text.highlighted() == ["In June 2016 the court let"]
    assert session.undo_label == "change of the clause"
    session.undo()
    assert session.events[session.selection[0]].mentions[0] == mention


def test_a_clause_that_cannot_be_written_is_told_and_stays(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ExplorerError("The disk is full.")

    pane = shown(session, qtbot)
    session.select([named(session, "In June")])
    (mention,) = session.events[session.selection[0]].mentions
    monkeypatch.setattr(session.library, "decide", refuse)
    with qtbot.waitSignal(session.noticed) as told:
        drag_its_end(pane, qtbot, mention.span.end, HARBOUR.text.index("let it sail") + 2)
    assert told.args == ["The disk is full.", True]
    assert pane.text.highlighted() == [mention.quote]


def test_the_place_among_the_sources_is_told_and_arrows_go_round(session: Session, qtbot: QtBot) -> None:
    pane = shown(session, qtbot)
    session.select([named(session, "In June")])
    assert pane.tools.place.isHidden()
    session.select([named(session, "was banned in Norway")])
    assert (pane.tools.place.text(), session.article) == ("1 of 2", "harbour")
    pane.tools.later.click()
    assert (pane.tools.place.text(), session.article) == ("2 of 2", "coast")
    assert pane.text.highlighted() == ["Norway banned Kestrel on 3 May 2016."]
    pane.tools.later.click()
    assert (pane.tools.place.text(), session.article) == ("1 of 2", "harbour")
    pane.tabs.setCurrentIndex(1)
    assert pane.tools.place.text() == "2 of 2"
