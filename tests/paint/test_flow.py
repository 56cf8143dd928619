"""Blocks on pages: nothing is lost, nothing runs over the foot, no heading stands alone, nor a line."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.paint.flow import LITTLE, Block, Flow, even, pages_of, wrapped

heights = st.lists(st.tuples(st.integers(10, 120), st.booleans()), min_size=1, max_size=40)


def width(text, bold=False):
    return 7.0 * len(text)


def made(drawn):
    return [Block(float(height), lambda *_: None, is_heading=heading) for height, heading in drawn]


def flow(page_height):
    return Flow(left=10, top=20, width=500, page_height=page_height, foot=40)


@given(heights, st.sampled_from([None, 400.0]), st.integers(1, 3))
def test_every_block_is_placed_once_and_above_the_foot(drawn, page_height, columns):
    page = flow(page_height)
    page.add(Block(30.0, lambda *_: None))
    blocks = made(drawn)
    page.add_columns(blocks, columns, 20)
    placed = [place for one in page.pages for place in one]
    assert len(placed) == len(blocks) + 1
    heights_of = {id(block.draw): block.height for block in blocks}
    for _, y, draw in placed:
        if page_height is not None and id(draw) in heights_of:
            assert y + heights_of[id(draw)] <= page_height - 40 + 1 or y == 20


def test_a_block_that_does_not_fit_begins_a_page():
    page = flow(200.0)
    for _ in range(3):
        page.add(Block(100.0, lambda *_: None))
    assert [len(one) for one in page.pages] == [1, 1, 1]


def test_one_endless_page_is_as_high_as_its_content():
    page = flow(None)
    for _ in range(30):
        page.add(Block(100.0, lambda *_: None))
    assert len(page.pages) == 1
    assert page.height == 20 + 3000 + 40


def test_a_heading_goes_with_what_follows():
    page = flow(220.0)
    blocks = made([(100, False), (50, True), (100, False)])
    page.add_columns(blocks, 1, 0)
    assert [len(one) for one in page.pages] == [1, 2]


def test_a_heading_over_columns_goes_with_the_first_of_them():
    page = flow(220.0)
    page.add(Block(100.0, lambda *_: None))
    (block,) = made([(40, False)])
    page.add_headed(Block(30.0, lambda *_: None), block)
    page.add_columns([block], 2, 0)
    assert [len(one) for one in page.pages] == [1, 2]


def test_what_goes_on_in_a_column_stands_below_its_heading_again():
    heading = Block(20.0, lambda *_: None, is_heading=True)
    again = Block(20.0, lambda *_: None)
    blocks = [heading, *(Block(50.0, lambda *_: None, again=again if at else None) for at in range(9))]
    page = flow(220.0)  # with room for 160
    page.add_columns(blocks, 2, 0)
    for one in page.pages:
        for left in {x for x, _, _ in one}:
            column = [(y, draw) for x, y, draw in one if x == left]
            assert min(column)[1] in (heading.draw, again.draw)
            assert max(y for y, _ in column) <= 180 - 50


@given(st.integers(1, 60), st.integers(1, 3))
def test_the_last_of_many_pages_has_more_than_a_little_on_it(count, columns):
    page = flow(400.0)
    page.add_columns([Block(20.0, lambda *_: None) for _ in range(count)], columns, 10)
    if len(page.pages) > 1:
        lines = len({y for _, y, _ in page.pages[-1]})
        assert lines * 20 >= LITTLE * 340 - 20


@given(heights, st.integers(1, 3), st.integers(0, 340))
def test_pages_are_counted_as_they_are_filled(drawn, columns, used):
    blocks, page = made(drawn), flow(400.0)
    page.add(Block(float(used), lambda *_: None))
    count, last = pages_of(blocks, columns, page.room, page.next_room)
    page.add_columns(blocks, columns, 0)
    assert len(page.pages) == count
    assert last <= max(340.0, max(height for height, _ in drawn)) + 2


def test_lines_of_a_name_are_about_as_long_as_one_another():
    assert even("one two three four five", 7.0 * 19, width) == ["one two three", "four five"]
    assert even("one two", 60, width) == ["one two"]


@given(st.text(alphabet="abc ", max_size=200), st.integers(30, 300), st.integers(1, 5))
def test_lines_fit_and_are_not_too_many(text, room, most):
    lines = wrapped(text, room, width, most=most)
    assert len(lines) <= most
    assert all(width(line) <= room or len(line) == 1 for line in lines)


def test_text_is_broken_at_words():
    assert wrapped("one two three four", 60, width) == ["one two", "three", "four"]
    assert wrapped("one two three four", 60, width, most=2) == ["one two", "three…"]
    assert wrapped("", 60, width) == []


def test_a_script_without_spaces_is_broken_between_its_letters_and_nothing_is_lost():
    text = "港口管理委员会宣布，自四月起关闭北岸的全部渡口。TikTok 除外"
    lines = wrapped(text, 70, width, most=9)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) > 3
    assert all(width(line) <= 77 for line in lines)


def test_spaces_that_break_become_one_and_those_that_do_not_are_kept():
    assert wrapped("on  12\u00a0May\n2019", 49, width) == ["on", "12\u00a0May", "2019"]
