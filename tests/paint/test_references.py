"""Who says so, numbered."""

import pytest

from explorer.model.article import DateSource
from explorer.model.event import Conflict, ConflictField, ConflictValue
from explorer.paint import references
from tests.builders import article, event, mention


def test_articles_are_numbered_as_they_come_up_and_statements_lettered():
    first = event("One came about.", article="b", event_id="e1")
    second = event("Two came about.", article="a", event_id="e2")
    third = event("Three came about.", article="b", at=50, event_id="e3")
    said = references.number(
        [first, second, third], {"a": article("a", title="Alpha"), "b": article("b", title="Beta")}
    )
    assert [(source.number, source.heading) for source in said.sources] == [(1, "Beta"), (2, "Alpha")]
    assert [one.code for one in said.sources[0].statements] == ["1a", "1b"]
    assert said.notes == {"e1": "1a", "e2": "2a", "e3": "1b"}


def test_an_event_told_twice_names_both():
    told = (mention("One came about.", article="a"), mention("It came about.", article="b"))
    one = event("One came about.", event_id="e1", event_mentions=told)
    assert references.number([one], {}).notes == {"e1": "1a · 2a"}


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")]
)
def test_letters_never_end(index, letters):
    assert references._letters(index) == letters


def test_a_source_tells_who_published_it_and_when():
    one = article(
        "a", title="Alpha", publisher="The Post", published="2020-01", published_source=DateSource.TEXT
    )
    said = references.number([event("One came about.")], {"a": one})
    assert said.sources[0].heading == "Alpha, The Post, January\u00a02020 (inferred)"
    assert references.number([event("One came about.")], {}).sources[0].heading == "a"


def test_a_statement_tells_its_speaker_page_and_disagreement():
    told = mention("One came about.", attribution="a minister", page=3)
    values = (ConflictValue("15 April 2019", ("x",)), ConflictValue("17 April 2019", (told.id,)))
    one = event(
        "One came about.", event_mentions=(told,), event_conflicts=(Conflict(ConflictField.DATE, values),)
    )
    statement = references.number([one], {}).sources[0].statements[0]
    assert statement.quote == "“One came about.”"
    assert statement.remark == "said by a minister, page 3, ≠ gives 17 April 2019"


def test_a_long_quote_is_cut_at_a_word():
    statement = references.number([event("word " * 200)], {}).sources[0].statements[0]
    assert len(statement.quote) < 330
    assert statement.quote.endswith("word …”")
