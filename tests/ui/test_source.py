"""The text of an article: what is marked, clicked, highlighted, found; and nothing of it is taken for HTML."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, QUrl
from pytestqt.qtbot import QtBot

from explorer.model.mention import Span
from explorer.paint import theme
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane
from explorer.ui.source_text import SourceText
from tests.ui.conftest import HARBOUR, named


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
    place = text.position_of(span).toPoint()
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
    qtbot.mouseMove(pane.text.viewport(), pane.text.position_of(Span(start, start + 3)).toPoint())
    qtbot.waitUntil(lambda: session.preview == named(session, "fine"))


def test_selecting_an_event_scrolls_its_words_into_view(session: Session, qtbot: QtBot) -> None:
    long = replace(HARBOUR, text=HARBOUR.text + "\n\nNothing here." * 400)
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show_article(long, session.stated_in("harbour"))
    text.show()
    last = Span(len(long.text) - 5, len(long.text))
    assert not text.is_in_view(last)
    text.reveal(last)
    assert text.is_in_view(last)
    text.reveal(Span(0, 5))
    assert text.is_in_view(Span(0, 5))


def test_shared_words_select_one_event_after_the_other(session: Session, qtbot: QtBot) -> None:
    stated = session.stated_in("harbour")
    twin = replace(stated[0][1], id="twin")
    text = SourceText(theme.load("light"))
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show_article(HARBOUR, [stated[0], (stated[0][0], twin)])
    text.show()
    place = text.position_of(Span(4, 9))
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
