"""The columns of the work area: the timeline is the largest by itself, and what a person drags stays."""

from itertools import product

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui import columns
from explorer.ui.columns import Columns, Wish, suited

WIDTHS = (1000, 1100, 1300, 1600, 1920, 2560, 3840)
FACTORS = (0.8, 1.0, 1.25, 1.5, 1.75, 2.0)


@pytest.mark.parametrize(("width", "factor"), list(product(WIDTHS, FACTORS)))
def test_the_timeline_is_the_largest_by_itself(width: int, factor: float) -> None:
    both = not columns.is_slim(width, factor)
    for has_facets, has_side in {(both, True), (True, both), (False, True), (True, False)}:
        facets, middle, side = suited(width, factor, Wish(), has_facets=has_facets, has_side=has_side)
        assert middle > max(facets, side)
        assert middle >= width * (0.5 if has_facets and has_side else 0.52) - 1
        assert (facets > 0, side > 0) == (has_facets, has_side)
        assert facets + middle + side == width


def test_what_a_side_needs_grows_with_the_text_and_never_falls_below_its_least() -> None:
    for width, factor in product(WIDTHS, FACTORS):
        facets, _, side = suited(width, factor, Wish(), has_facets=not columns.is_slim(width, factor))
        assert facets == 0 or facets >= columns.LEAST_FACETS_PX * factor - 1
        assert side >= columns.LEAST_SIDE_PX * factor - 1


def test_facets_give_way_before_the_side_as_far_as_their_names_stay_whole() -> None:
    assert suited(1600, 1.0, Wish()) == (232, 888, 480)
    assert suited(1400, 1.0, Wish()) == (220, 700, 480)
    assert suited(1100, 1.0, Wish()) == (204, 550, 346)


def test_a_dragged_side_keeps_its_width_while_the_timeline_keeps_its_least() -> None:
    assert suited(1600, 1.0, Wish(side=900)) == (180, 520, 900)
    assert suited(1600, 1.0, Wish(facets=400)) == (400, 800, 400)
    facets, middle, side = suited(1200, 1.0, Wish(side=900))
    assert middle == columns.LEAST_MIDDLE_PX
    assert (facets, side) == (180, 640)


def test_in_a_narrower_window_what_was_dragged_gives_way_with_the_timeline() -> None:
    wish = Wish(facets=240, side=720, of=1600)
    assert suited(1600, 1.0, wish) == (240, 640, 720)
    assert suited(1200, 1.0, wish) == (180, 480, 540)
    assert suited(2000, 1.0, wish) == (240, 1040, 720)


def test_larger_text_does_not_widen_what_was_dragged_more_than_its_words_need() -> None:
    assert suited(1600, 1.5, Wish(side=420))[2] == 420
    assert suited(1600, 1.5, Wish(side=300))[2] == 360


@pytest.fixture
def three(qtbot: QtBot) -> Columns:
    """Three columns on the screen, 1,600 pixels wide."""
    made = Columns()
    made.hold(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1600, 400)
    made.show()
    made.fit()
    return made


def test_what_a_hand_drags_is_remembered_for_that_side_alone(three: Columns) -> None:
    three.moveSplitter(1000, 2)
    wide = three.sizes()[2]
    assert wide > 560
    assert three.dragged() == [0, wide, 1600]
    three.resize(2000, 400)
    three.fit()
    assert three.sizes()[2] == wide
    three.moveSplitter(300, 1)
    assert three.dragged() == [300, wide, 2000]


def test_what_was_dragged_comes_back_the_next_time(three: Columns) -> None:
    three.restore([250, 620, 1600])
    three.fit()
    assert (three.sizes()[0], three.sizes()[2]) == (250, 620)
    for broken in ([1], [-5, 300, 1600], []):
        three.restore(broken)
        assert three.dragged() == [0, 0, 0]


def test_a_double_click_on_an_edge_gives_the_usual_width_back(three: Columns) -> None:
    usual = three.sizes()
    three.moveSplitter(350, 1)
    three.moveSplitter(900, 2)
    for handle in (three.handle(1), three.handle(2)):
        place = QPointF(handle.rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = QPointF(handle.mapToGlobal(QPoint(0, 0)))
        QApplication.sendEvent(
            handle, QMouseEvent(QEvent.Type.MouseButtonDblClick, place, at, left, left, none)
        )
    assert three.sizes() == usual
    assert three.dragged()[:2] == [0, 0]


def test_room_for_two_texts_is_lent_and_given_back(three: Columns) -> None:
    usual = three.sizes()
    three.show_wide(True)
    assert three.sizes()[2] == 760
    three.show_wide(False)
    assert three.sizes() == usual
    assert three.dragged() == [0, 0, 0]
