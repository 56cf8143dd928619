"""Open articles: tabs, the one in front, and the tab that passing articles share."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.desk import Desk, place_of, stated_in_front, words_to_show
from tests.builders import event, mention

ARTICLES = st.sampled_from("abcde")
STEPS = st.lists(st.tuples(ARTICLES, st.sampled_from(["open", "pass", "close"])), max_size=30)


def walked(steps: list[tuple[str, str]]) -> Desk:
    desk = Desk()
    for article, step in steps:
        desk = desk.closed(article) if step == "close" else desk.opened(article, is_passing=step == "pass")
    return desk


@given(STEPS)
def test_one_of_the_open_articles_is_in_front_and_each_has_one_tab(steps: list[tuple[str, str]]) -> None:
    desk = walked(steps)

    assert (desk.front in desk.tabs) == bool(desk.tabs)
    assert len(set(desk.tabs)) == len(desk.tabs)


@given(STEPS)
def test_an_article_just_opened_is_in_front(steps: list[tuple[str, str]]) -> None:
    assert walked([*steps, ("a", "open")]).front == "a"
    assert walked([*steps, ("a", "pass")]).front == "a"


def test_passing_articles_share_one_tab_until_one_is_opened_to_stay() -> None:
    assert walked([("a", "open"), ("b", "pass"), ("c", "pass")]).tabs == ("a", "c")
    assert walked([("a", "open"), ("b", "pass"), ("b", "open"), ("c", "pass")]).tabs == ("a", "b", "c")


def test_the_neighbour_of_a_closed_tab_comes_to_the_front() -> None:
    desk = walked([("a", "open"), ("b", "open"), ("c", "open")])

    assert desk.closed("c").front == "b"
    assert desk.opened("a").closed("a").front == "b"
    assert desk.closed("a").front == "c"


def test_what_was_left_open_opens_again_as_far_as_it_is_there() -> None:
    assert Desk.left(["a", "gone", "b"], "b", {"a", "b"}) == Desk(("a", "b"), "b")
    assert Desk.left(["a", "b"], "gone", {"a", "b"}).front == "a"
    assert Desk.left(["gone"], "gone", {"a"}) == Desk()
    assert Desk.at_first(["a", "b", "c"]) == Desk(("a", "b"), "a")


def test_a_passing_article_passes_on_until_it_is_opened_for_itself() -> None:
    assert walked([("a", "open"), ("b", "pass"), ("a", "open"), ("c", "pass")]).tabs == ("a", "c")
    assert walked([("a", "open"), ("b", "pass"), ("b", "pass"), ("c", "pass")]).tabs == ("a", "c")


def test_articles_that_are_gone_give_their_place_to_neighbours() -> None:
    desk = Desk(("a", "b", "c"), "b", passing="b")

    assert desk.following({"a", "b", "c"}, ["a", "c"]) == Desk(("a", "c"), "c")
    assert desk.following({"a", "b", "c"}, ["a", "b", "c"]) == desk
    assert desk.following({"a", "b", "c", "d"}, ["d"]) == Desk(("d",), "d")
    assert Desk().following({"a"}, []) == Desk()


def test_an_article_that_has_come_back_is_in_front() -> None:
    assert Desk(("a",), "a").following({"a"}, ["a", "b"]) == Desk(("a", "b"), "b")


def test_the_words_in_the_article_in_front_are_those_shown_last_or_its_first() -> None:
    told = event(
        event_mentions=tuple(mention(f"{id_} told so.", id=id_, article=id_[0]) for id_ in ("a1", "b1", "b2"))
    )

    assert stated_in_front(told, Desk(("b",), "b"), "b2") == told.mentions[2]
    assert stated_in_front(told, Desk(("b",), "b"), "a1") == told.mentions[1]
    assert stated_in_front(told, Desk(("c",), "c"), "a1") is None


def test_the_words_shown_are_the_asked_ones_then_those_at_hand() -> None:
    mentions = [mention(f"{id_} told so.", id=id_, article=id_[0]) for id_ in ("a1", "b1", "b2")]
    told = event(event_mentions=tuple(mentions))
    desk = Desk(("a", "b"), "b")

    assert words_to_show(told, desk, None).id == "b1"
    assert words_to_show(told, desk, "b2").id == "b2"
    assert words_to_show(told, desk, "b2", article="a").id == "a1"
    assert words_to_show(told, desk, "b2", mention="b1").id == "b1"
    assert words_to_show(told, Desk(), None).id == "a1"
    assert place_of(told, desk, None) == (2, 3)
    assert place_of(told, Desk(("a", "b"), "a"), "b2") == (1, 3)
