"""Moments are said in English and in the time of this place."""

from explorer.ui import moments


def test_a_moment_of_the_log_is_said_like_the_same_one_in_seconds() -> None:
    assert moments.of_log("2024-01-01T12:00:00+00:00") == moments.of_seconds(1_704_110_400)
    assert moments.of_seconds(1_704_110_400).startswith("1 Jan 2024, ")


def test_a_moment_that_is_none_is_said_as_it_stands() -> None:
    assert moments.of_log("long ago") == "long ago"
