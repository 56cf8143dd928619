"""What is typed into the search box becomes a filter."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.calendar import seconds
from explorer.model.query import Facet, Query
from explorer.ui import words
from explorer.ui.search_bar import SearchBar, is_unfinished, parse, resolver

VALUES = {
    Facet.COMPANY: ("Kestrel", "Kestrel Marine", "New Osprey"),
    Facet.COUNTRY: ("NO", "IN"),
    Facet.KIND: ("ban", "launch"),
}
resolve = resolver(VALUES, lambda facet, value: words.value(facet, value))

ASKED = [
    ("fine harbour", Query(text="fine harbour")),
    ("company:kestrel", Query(frozenset({(Facet.COMPANY, "Kestrel")}))),
    ('company:"new osprey" fine', Query(frozenset({(Facet.COMPANY, "New Osprey")}), text="fine")),
    ("company:new_osprey", Query(frozenset({(Facet.COMPANY, "New Osprey")}))),
    ("country:IN country:norway", Query(frozenset({(Facet.COUNTRY, "IN"), (Facet.COUNTRY, "NO")}))),
    ("-kind:ban", Query(excluded=frozenset({(Facet.KIND, "ban")}))),
    ("2019..2020 fine", Query(text="fine", lo_s=seconds(2019), hi_s=seconds(2021))),
    ("2019..", Query(lo_s=seconds(2019))),
    ("..2019", Query(hi_s=seconds(2020))),
    ("company:nobody ship", Query(text="company:nobody ship")),
    ("colour:red", Query(text="colour:red")),
    ("at 12:30", Query(text="at 12:30")),
    ("", Query()),
]


@pytest.mark.parametrize(("typed", "query"), ASKED)
def test_words_facets_and_years_are_told_apart(typed: str, query: Query) -> None:
    assert parse(typed, Query(), resolve) == query


def test_ticks_are_added_to_those_that_are_there_and_words_are_replaced() -> None:
    base = Query(frozenset({(Facet.KIND, "ban")}), text="old")
    assert parse("company:Kestrel new", base, resolve) == Query(
        frozenset({(Facet.KIND, "ban"), (Facet.COMPANY, "Kestrel")}), text="new"
    )


@pytest.mark.parametrize(("typed", "unfinished"), [("ki", False), ("kind:", True), ("2019..", True)])
def test_a_facet_counts_from_enter_on(typed: str, unfinished: bool) -> None:
    assert is_unfinished(typed) is unfinished


def test_typing_enter_and_escape_are_told(qtbot: QtBot) -> None:
    bar = SearchBar()
    qtbot.addWidget(bar)
    told: list[tuple[str, bool]] = []
    bar.edited.connect(lambda text, is_final: told.append((text, is_final)))
    qtbot.keyClicks(bar, "ab")
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert told == [("a", False), ("ab", False), ("ab", True), ("", True)]
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
