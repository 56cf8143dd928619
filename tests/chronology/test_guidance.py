"""What a person said of how the dates of an article are read."""

from explorer.chronology import guidance
from explorer.model.decision import Anchored, DateOrdered, Guidance, Undone
from explorer.model.mention import Span
from tests.builders import log

HERE, THERE = Span(0, 10), Span(20, 30)


def test_the_last_order_and_the_last_anchor_of_a_passage_hold() -> None:
    said = log(
        DateOrdered("a", "DMY"),
        Anchored("a", HERE, "2016"),
        Anchored("a", THERE, "2018"),
        DateOrdered("a", "MDY"),
        Anchored("a", HERE, "2017"),
    )
    assert guidance(said) == {"a": Guidance("MDY", ((THERE, "2018"), (HERE, "2017")))}


def test_what_is_given_back_or_undone_is_not_said() -> None:
    said = log(
        DateOrdered("a", "DMY"), DateOrdered("a", ""), Anchored("b", HERE, "2016"), Anchored("b", HERE, "")
    )
    assert guidance(said) == {}
    assert guidance(log(DateOrdered("a", "DMY"), Undone(1))) == {}


def test_each_article_has_its_own() -> None:
    said = log([DateOrdered("a", "DMY"), DateOrdered("b", "MDY")])
    assert guidance(said) == {"a": Guidance("DMY"), "b": Guidance("MDY")}
