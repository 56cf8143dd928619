"""The size of text leads all other sizes, and stays within its bounds."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from explorer.paint import theme
from explorer.paint.colour import contrast
from explorer.ui import style
from tests.ui.conftest import undressed

LIGHT = theme.load("light")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, undressed afterwards."""
    with undressed(qapp):
        yield qapp


def sizes(sheet: str, of: str) -> list[int]:
    return [int(px) for px in re.findall(rf"{of}: (\d+)px", sheet)]


def test_letters_of_the_style_sheet_grow_with_the_theme() -> None:
    usual, large = style.sheet(LIGHT), style.sheet(style.sized(LIGHT, 200))
    assert sizes(large, "font-size") == [2 * px for px in sizes(usual, "font-size")]
    assert min(sizes(usual, "font-size")) >= 12


def test_room_around_words_grows_less_and_lines_stay_thin() -> None:
    large = style.sheet(style.sized(LIGHT, 200))
    assert "padding: 8px 16px" in large  # 5px 11px
    assert "border: 1px solid" in large
    assert "border: 2px solid" in large
    assert "border: 4px" not in large


@pytest.mark.parametrize(("now", "steps", "then"), [(100, 1, 110), (100, -1, 90), (200, 1, 200), (80, -1, 80)])
def test_text_grows_in_steps_and_stops_at_the_ends(now: int, steps: int, then: int) -> None:
    assert style.stepped(now, steps) == then


def test_a_size_between_two_steps_goes_to_the_next_one() -> None:
    assert style.stepped(117, 1) == 125
    assert style.stepped(117, -1) == 110


@pytest.mark.parametrize(("points", "percent"), [(9.0, 100), (11.0, 100), (16.0, 142), (60.0, 200)])
def test_large_text_of_the_system_is_taken_over(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, points: float, percent: int
) -> None:
    asked = QFont()
    asked.setPointSizeF(points)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: asked)
    assert style.system_percent() == percent


def test_widgets_ask_for_sizes_as_text_is_now(app: QApplication) -> None:
    assert style.px(20) == 20
    style.apply(app, style.sized(LIGHT, 150))
    assert style.px(20) == 30
    assert app.font().pixelSize() == round(13 * 1.5)
    assert style.ui_font(style.sized(LIGHT, 150), 12).pixelSize() == 18


@pytest.mark.parametrize("name", theme.OURS)
def test_what_cannot_be_chosen_now_can_still_be_read(name: str) -> None:
    shown = theme.load(name)
    for ground in (shown.ground, shown.panel, shown.field):
        assert contrast(style.disabled(shown), ground) >= 3
        assert contrast(style.disabled(shown), ground) < contrast(shown.muted, ground)
    assert style.disabled(shown) in style.sheet(shown)
