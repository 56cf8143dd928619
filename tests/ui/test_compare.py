"""Two sources of an event beside each other: which ones, what differs, and how it ends."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.errors import ExplorerError
from explorer.model.event import Conflict, ConflictField, ConflictValue
from explorer.ui import changes, compare
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane
from tests.builders import event, mention
from tests.ui.conftest import named
from tests.ui.places import is_in_view


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> SourcePane:
    """The pane with the ban selected, of which both papers tell."""
    made = SourcePane(session)
    qtbot.addWidget(made)
    made.resize(480, 600)
    made.show()
    session.select([named(session, "was banned in Norway")])
    return made


def titles(pane: SourcePane) -> list[str]:
    return [side.title.text() for side in pane.compared.sides]


def test_both_texts_show_their_stating_words(pane: SourcePane) -> None:
    pane.tools.compare.click()
    assert titles(pane) == ["Ferries & <b>bans</b>", "Coast watch"]
    assert [side.text.highlighted() for side in pane.compared.sides] == [
        ["The ferry app 🚢 Kestrel was banned in Norway on 3 May 2016."],
        ["Norway banned Kestrel on 3 May 2016."],
    ]
    for side in pane.compared.sides:
        assert side.mention is not None
        assert is_in_view(side.text, side.mention.span)
    assert pane.compared.summary.text() == "Both say 3 May 2016"


def test_differing_words_are_marked_in_each(pane: SourcePane) -> None:
    pane.tools.compare.click()
    left, right = pane.compared.sides
    text = left.text.toPlainText().encode("utf-16-le")
    marked = [text[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in left.text.look.differing]
    assert marked == ["The ferry app", "was", "in"]
    assert right.text.look.differing == []


def test_figures_that_differ_are_told_apart_from_other_words() -> None:
    one = mention("TikTok paid $5 million.", None, at=10, kind="settlement")
    other = mention("TikTok paid out $6 million.", None, at=100, kind="settlement")
    left, right = compare.differing(one, other)
    assert [(tuple(found.span), found.is_figure) for found in left] == [((23, 24), True)]
    assert [found.is_figure for found in right] == [False, True]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("2019-04-15", "2019-04-17", "15 April 2019 ≠ 17 April 2019"),
        ("2019-04-15", "2019-04", "15 April 2019 and April 2019 agree"),
        ("2019-04-15", "2019-04-15", "Both say 15 April 2019; figures differ"),
        ("2019-04-15", None, "15 April 2019 · undated"),
    ],
)
def test_a_coarser_date_is_no_disagreement(left: str, right: str | None, told: str) -> None:
    assert compare.summary(mention(date=left), mention(date=right), 1) == told


def test_it_ends_by_its_button_and_with_another_event(pane: SourcePane, session: Session) -> None:
    pane.tools.compare.click()
    pane.compared.done.click()
    assert pane.text.isVisible()
    pane.tools.compare.click()
    session.select([named(session, "In June")])
    assert pane.text.isVisible()
    assert not pane.compared.is_open


def test_it_follows_decisions_on_its_event(pane: SourcePane, session: Session) -> None:
    pane.tools.compare.click()
    session.accept()
    assert pane.compared.isVisible()
    assert session.current is not None
    session.decide(changes.split(session.current, session.current.mentions[1:]))
    assert not pane.compared.is_open


def test_an_event_with_one_source_has_nothing_to_compare(pane: SourcePane, session: Session) -> None:
    with pytest.raises(ExplorerError, match="one source only"):
        pane.compare(named(session, "In June"))


def test_texts_stand_beside_each_other_where_there_is_room(pane: SourcePane) -> None:
    pane.tools.compare.click()
    assert pane.compared.halves.orientation() is Qt.Orientation.Vertical
    pane.resize(900, 600)
    assert pane.compared.halves.orientation() is Qt.Orientation.Horizontal


def test_the_sides_of_a_conflict_come_first_else_the_shown_source_and_one_of_another_article() -> None:
    mentions = tuple(mention(f"Source {n}.", article=name, at=20 * n) for n, name in enumerate("aabc"))
    plain = replace(event(), mentions=mentions)
    assert compare.sides_of(plain, None) == (mentions[0], mentions[2])
    assert compare.sides_of(plain, mentions[2].id) == (mentions[2], mentions[3])
    assert compare.sides_of(plain, mentions[3].id) == (mentions[0], mentions[3])
    values = (ConflictValue("1", (mentions[1].id,)), ConflictValue("2", (mentions[3].id,)))
    in_conflict = replace(plain, conflicts=(Conflict(ConflictField.DATE, values),))
    assert compare.sides_of(in_conflict, mentions[2].id) == (mentions[1], mentions[3])
    asked = [[mentions[0].id], [mentions[2].id]]
    assert compare.sides_of(in_conflict, None, asked) == (mentions[0], mentions[2])


def test_another_source_can_be_shown_at_either_side(session: Session, qtbot: QtBot) -> None:
    session.merge([session.events[named(session, words)] for words in ("was banned", "In June", "Osprey")])
    pane = SourcePane(session)
    qtbot.addWidget(pane)
    pane.show()
    assert session.current is not None
    pane.compare(session.current.id)
    left, right = pane.compared.sides
    before = left.mention
    right.arrows[1].click()
    assert left.mention == before
    seen = set()
    for _ in range(3):
        right.arrows[1].click()
        assert right.mention is not None
        seen.add(right.mention.id)
    assert before is not None
    assert seen == {one.id for one in session.current.mentions} - {before.id}


def test_a_conflict_is_compared_by_its_two_values(pane: SourcePane, session: Session) -> None:
    event = session.current
    assert event is not None
    sides = tuple(ConflictValue(one.quote, (one.id,)) for one in reversed(event.mentions))
    session.compare(event, Conflict(ConflictField.AMOUNT, sides))
    assert titles(pane) == ["Coast watch", "Ferries & <b>bans</b>"]
