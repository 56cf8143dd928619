"""Small windows under a button stay on the screen, and take the keys where a person would type."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.popups import Choice, ChoicePopup, Popup, SpanPopup
from explorer.ui.since import SincePopup

FRAME_PX = 4  # that the screen of the tests draws around every window


def _choices(count: int) -> list[Choice]:
    return [Choice(str(at), f"number {at}") for at in range(count)]


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: ChoicePopup(_choices(3), parent),
        lambda parent: ChoicePopup(_choices(30), parent),
        SpanPopup,
        lambda parent: SincePopup(parent, None),
    ],
    ids=["few choices", "many choices", "span", "since"],
)
def test_a_popup_opens_inside_the_screen_and_takes_the_keys(
    qtbot: QtBot, make: Callable[[QWidget], Popup]
) -> None:
    button = QPushButton("at the edge")
    qtbot.addWidget(button)
    screen = button.screen().availableGeometry()
    button.move(screen.bottomRight())
    button.show()
    popup = make(button)
    popup.open_under(button)
    assert screen.adjusted(0, 0, FRAME_PX, FRAME_PX).contains(popup.geometry())
    assert popup.entry.isVisible()
    assert popup.focusWidget() is popup.entry
