"""Two statements are compared by their words; figures that are not the same stand out."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.mention import Span
from explorer.text.difference import differences


def differing(left: str, right: str, **how: object) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    found = differences(left, right, **how)  # type: ignore[arg-type]
    return tuple(
        [(text[one.span.start : one.span.end], one.is_figure) for one in side]
        for text, side in zip((left, right), found, strict=True)
    )  # type: ignore[return-value]


def test_equal_statements_do_not_differ() -> None:
    assert differing("It paid $5.7 million.", "It paid $5.7 million.") == ([], [])


def test_a_number_that_differs_is_a_figure() -> None:
    assert differing("TikTok paid $5.7 million.", "TikTok paid $5.9 million.") == (
        [("5.7", True)],
        [("5.9", True)],
    )


def test_the_words_of_a_date_are_figures_where_they_differ() -> None:
    left, right = "It was banned on 3 May.", "It was banned on 3 June."
    dates = ([Span(17, 22)], [Span(17, 23)])
    assert differing(left, right, dates=dates) == ([("May", True)], [("June", True)])


def test_other_words_are_marked_as_such_and_neighbours_together() -> None:
    assert differing("A court banned the app in 2019.", "A high court lifted the app in 2019.") == (
        [("banned", False)],
        [("high", False), ("lifted", False)],
    )


def test_words_that_only_moved_do_not_differ() -> None:
    left = "In Norway the court banned the ferry app at once."
    assert differing(left, "The court banned the ferry app at once in Norway.") == ([], [])


def test_of_statements_with_little_in_common_only_figures_are_marked() -> None:
    left, right = "He resigned on 27 August.", "In a letter of 26 August the chief executive told his staff."
    assert differing(left, right) == ([("27", True)], [("26", True)])


@given(st.text(max_size=60), st.text(max_size=60))
def test_differences_lie_in_their_texts_in_order(left: str, right: str) -> None:
    for text, side in zip((left, right), differences(left, right), strict=True):
        ends = [end for one in side for end in one.span]
        assert ends == sorted(ends)
        assert all(0 <= end <= len(text) for end in ends)
