"""Articles taken out of a library: they tell nothing more, and come back to the letter."""

from dataclasses import replace

import pytest

from explorer.chronology import articles_as_decided, articles_removed, events, history, lost, removal
from explorer.model.article import Article
from explorer.model.decision import (
    Added,
    ArticleEdited,
    ArticleField,
    Change,
    Decision,
    Edited,
    EventField,
    Linked,
    Noted,
    Removed,
    Review,
    Reviewed,
    Undone,
    ref,
    removed,
)
from explorer.model.event import Event
from explorer.model.mention import Mention
from tests.builders import article, log, mention

POST, MAIL, ECHO = (article(name, title=f"The {name}") for name in ("Post", "Mail", "Echo"))
ARTICLES = {one.id: one for one in (POST, MAIL, ECHO)}
FINE = mention("Olaf Lines was fined.", "2019-04-15", article="Post", companies=("Olaf Lines",))
FERRY = mention("Olaf Lines ran a ferry.", "2020", article="Post", at=40, companies=("Olaf Lines",))
SAME = mention("A court fined Olaf Lines.", "2019-04-15", article="Mail", companies=("Olaf Lines",))
YARD = mention("Nimbus bought a yard.", "2018", article="Echo", companies=("Nimbus",))
MENTIONS = [FINE, FERRY, SAME, YARD]
DECIDED: tuple[Change, ...] = (
    Linked((ref(FINE), ref(SAME))),
    Reviewed((ref(FINE), ref(SAME)), Review.ACCEPTED),
    Edited((ref(FINE), ref(SAME)), EventField.TITLE, ("Olaf Lines is fined",)),
    Noted((ref(FERRY),), "ask the harbour"),
    Added(mention("Seen by a person.", "2021", article="Post", at=90)),
)


def told(*changes: Change) -> list[Event]:
    decisions = log(*DECIDED, *changes)
    return events(MENTIONS, articles_as_decided(list(ARTICLES.values()), decisions), decisions)


def quotes(found: list[Event]) -> list[list[str]]:
    return [[one.quote for one in event.mentions] for event in found]


def test_an_article_taken_out_tells_nothing_more_not_even_what_a_person_marked_in_it() -> None:
    assert quotes(told(Removed("Post"))) == [[SAME.quote], [YARD.quote]]


def test_an_event_with_other_sources_stays_with_what_was_decided_of_it() -> None:
    (kept, _) = told(Removed("Post"))
    assert (kept.title, kept.review) == ("Olaf Lines is fined", Review.ACCEPTED)


@pytest.mark.parametrize("back", [Undone(6), Removed("Post", False)])
def test_put_back_or_undone_all_is_as_before_to_the_letter(back: Change) -> None:
    assert told(Removed("Post"), back) == told()


def test_the_list_of_articles_and_that_of_the_ones_taken_out_share_the_library() -> None:
    decisions = log(ArticleEdited("Mail", ArticleField.TITLE, "Mine"), Removed("Mail"))
    known = list(ARTICLES.values())
    assert list(articles_as_decided(known, decisions)) == ["Post", "Echo"]
    assert articles_removed(known, decisions) == {"Mail": replace(MAIL, title="Mine")}
    assert removed(decisions) == {"Mail"}


def test_what_was_decided_of_an_article_taken_out_is_not_lost() -> None:
    assert lost(log(*DECIDED, Removed("Post"), Removed("Mail")), MENTIONS) == []


def test_the_effect_counts_events_that_go_and_events_that_keep_sources() -> None:
    assert removal.effect(["Post"], told()) == (2, 1)
    assert removal.effect(["Post", "Mail"], told()) == (3, 0)
    assert removal.effect(["Gazette"], told()) == (0, 0)


def test_the_change_names_the_statements_that_stayed_beside_the_article() -> None:
    assert removal.taken_out(["Post", "Post", "Echo"], told()) == [
        Removed("Post", beside=(ref(SAME),)),
        Removed("Echo"),
    ]


def test_only_what_is_taken_out_is_put_back() -> None:
    decisions = log(Removed("Post", beside=(ref(SAME),)))
    assert removal.put_back(["Mail", "Post"], decisions) == [Removed("Post", False, (ref(SAME),))]


@pytest.mark.parametrize("mentions", [[SAME], [FINE]])
def test_the_history_of_an_event_tells_that_a_source_was_taken_out_and_put_back(
    mentions: list[Mention],
) -> None:
    def said(decisions: list[Decision], articles: dict[str, Article]) -> list[tuple[str, ...]]:
        found = history(mentions, decisions, articles)
        return [(*entry.after, *entry.why) for entry in found if entry.field == "sources"]

    beside = (ref(SAME),)
    assert said(log(Removed("Post", beside=beside), Removed("Post", False, beside)), ARTICLES) == [
        ("an article was taken out of the library", "The Post"),
        ("an article was put back", "The Post"),
    ]
    assert said(log(Removed("Echo")), ARTICLES) == []
