"""Words on two lines: broken where the lines become most alike, cut only where two do not hold them."""

import pytest

from explorer.timeline.breaking import in_two, pieces_of
from tests.timeline.scenes import width

TITLE = "Court blocks the order against the app hours before it takes effect"


def test_a_title_is_broken_into_lines_of_about_one_length():
    first, second, is_whole = in_two(TITLE, 300, 300, width)
    assert f"{first} {second}" == TITLE
    assert is_whole
    assert abs(len(first) - len(second)) < 10


def test_each_line_keeps_to_its_own_room():
    first, second, is_whole = in_two(TITLE, 150, 330, width)
    assert width(first, False) <= 150
    assert width(second, False) <= 330
    assert is_whole


def test_what_two_lines_do_not_hold_is_cut_at_a_word():
    first, second, is_whole = in_two(TITLE, 120, 120, width)
    assert not is_whole
    assert first == "Court blocks the"
    assert second.endswith("…")
    assert second.removesuffix("…") in TITLE


def test_a_word_without_an_end_stays_on_one_line():
    assert in_two("Donaudampfschifffahrt", 80, 80, width) == ("Donaudampfs…", "", False)


@pytest.mark.parametrize("text", ["字节跳动于北京推出新的短视频应用程序", "TikTok在北京推出新的应用程序了"])
def test_scripts_without_spaces_break_between_letters(text):
    first, second, is_whole = in_two(text, 90, 90, width)
    assert first + second == text
    assert is_whole


def test_no_line_begins_with_a_sign_that_closes_or_ends_with_one_that_opens():
    pieces = pieces_of("港口关闭，“灯塔”（旧）重开。")
    assert "".join(pieces) == "港口关闭，“灯塔”（旧）重开。"
    assert not any(piece[0] in "，。”）" for piece in pieces)
    assert not any(piece[-1] in "“（" for piece in pieces)
