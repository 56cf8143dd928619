"""The whole way from an article to its mentions."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import NO_GUIDANCE
from explorer.extract import Extraction, read_article, read_articles
from explorer.extract.title.compress import LIMIT
from explorer.model.article import DateSource
from explorer.model.edtf import bounds
from explorer.model.mention import BORDERLINE, Found, Mention, PartyType, Role, Status
from tests.builders import article
from tests.extract.reading import read


def dated(extraction: Extraction) -> list[Mention]:
    return [m for m in extraction.mentions if not m.is_borderline]


def start(mention: Mention) -> str | None:
    return bounds(mention.when)[0] if mention.when else None


def names(mention: Mention) -> set[str]:
    return {p.name for p in mention.parties if p.type is PartyType.COMPANY}


def test_a_mention_carries_its_words_date_parties_amounts_and_reasons() -> None:
    text = "On 4 March 2014 the Swedish government fined Ericsson $12 million, according to Dagens Kurir."
    (mention,) = read(text).mentions
    assert mention.quote == text[mention.span.start : mention.span.end]
    assert (start(mention), mention.kind, mention.status) == ("2014-03-04", "settlement", Status.HAPPENED)
    assert names(mention) == {"Ericsson"}
    assert mention.countries == ("SE",)
    assert [(q.value, q.unit) for q in mention.quantities] == [(12e6, "USD")]
    assert mention.attribution == "Dagens Kurir"
    assert mention.date is not None
    assert text[mention.date.span.start : mention.date.span.end] == mention.date.text
    assert mention.why
    assert mention.line == 1
    assert mention.confidence >= BORDERLINE


def test_one_mention_per_date_and_happening() -> None:
    text = "Marlow Ltd opened a plant in Ghana on 3 May 2012 and closed its mill in Perth on 9 June 2013."
    first, second = dated(read(text))
    assert [start(first), start(second)] == ["2012-05-03", "2013-06-09"]
    assert first.span.end <= second.span.start


def test_what_was_said_is_dated_by_the_saying_if_nothing_else_dates_it() -> None:
    (mention,) = dated(read("Renault said on 4 March 2014 it would recall 30,000 cars."))
    assert (mention.kind, mention.status) == ("other", Status.PLANNED)
    assert mention.dates[0].role is Role.ANNOUNCED


def test_a_saying_and_what_is_said_are_two_mentions_when_both_have_dates() -> None:
    said, told = dated(read("On 4 March 2014 Renault said its chairman will resign on 1 June 2014."))
    assert (start(said), said.kind) == ("2014-03-04", "statement")
    assert (start(told), told.kind, told.status) == ("2014-06-01", "leadership", Status.PLANNED)
    assert [date.role for date in told.dates] == [Role.HAPPENED, Role.ANNOUNCED]


def test_a_happening_without_a_date_of_its_own_shares_that_of_its_sentence() -> None:
    text = (
        "On 4 March 2014 shares of Marlow Ltd fell 9 percent, and prosecutors charged its founder with fraud."
    )
    assert [m.kind for m in dated(read(text))] == ["finance", "legal"]


def test_a_pronoun_means_the_company_spoken_of_before() -> None:
    text = "Ericsson is old. It was founded on 1 May 1876. The company entered Brazil on 3 June 1891."
    mentions = dated(read(text))
    assert [names(m) for m in mentions] == [{"Ericsson"}, {"Ericsson"}]
    assert {p.found for m in mentions for p in m.parties} == {Found.INFERRED}


def test_the_topic_of_the_article_stands_in_where_no_company_is_near() -> None:
    text = "Ericsson grew. Ericsson hired. Ericsson paid.\n\nOn 4 March 2014 a court upheld the fine."
    assert [names(m) for m in dated(read(text))] == [{"Ericsson"}]


@pytest.mark.parametrize(
    "text",
    [
        "The mill is open on Mondays.",
        "It lasted two years.",
        "The mill stands by the river now.",
        "Output was higher than in 2011.",
        "The mill is closed.",
    ],
)
def test_habits_durations_states_and_bare_comparisons_are_no_events(text: str) -> None:
    assert dated(read(text)) == []


@pytest.mark.parametrize(
    ("heading", "events"),
    [
        ("# Key dates for Marlow and its owner, 1998 to 2014", 0),
        ("The ferry wars: charges and answers, 2003-2013", 0),
        ("Marlow bans knives, May 2013", 1),
        ("Marlow sank 14 ships, 1998 to 2014", 1),
    ],
)
def test_a_heading_that_ends_with_a_long_time_names_what_is_told_below(heading: str, events: int) -> None:
    mentions = dated(read(f"{heading}\n\nMarlow sold its last ship on 3 March 2014."))
    assert len([one for one in mentions if not one.quote.startswith("Marlow sold")]) == events


def test_now_counts_with_a_measured_value() -> None:
    (mention,) = dated(read("Spotify now has 40 million subscribers."))
    assert (start(mention), mention.kind) == ("2014-03", "milestone")


def test_datelines_date_no_event_and_are_accounted_for() -> None:
    extraction = read("OSLO, 4 March 2014 (Agency) - Marlow Ltd sank two ships on 3 March 2014.", None)
    assert [start(m) for m in dated(extraction)] == ["2014-03-03"]
    assert dated(extraction)[0].quote.startswith("Marlow")
    assert any("the article itself" in item.why for item in extraction.unused)
    assert extraction.article.published == "2014-03-04"
    assert extraction.article.published_source is DateSource.TEXT


def test_a_given_publication_date_is_kept() -> None:
    extraction = read("Published 3 May 2019\n\nThe mill closed.", "2018-01-01")
    assert (extraction.article.published, extraction.article.published_source) == (
        "2018-01-01",
        DateSource.GIVEN,
    )


def test_missing_title_and_language_are_filled_in() -> None:
    extraction = read(
        "A mill closes for good\n\nThe old mill by the river was closed by its owner.", language=""
    )
    assert (extraction.article.title, extraction.article.language) == ("A mill closes for good", "en")


def test_a_strong_statement_without_a_date_waits_in_the_tray() -> None:
    (mention,) = read("Marlow Ltd acquired Pelican Freight Ltd.").mentions
    assert mention.dates == ()
    assert 0.3 <= mention.confidence < BORDERLINE


def test_the_same_article_gives_the_same_ids() -> None:
    text = "Marlow Ltd closed its mill on 3 May 2012. It opened a plant on 4 June 2013."
    one, two = read(text), read(text)
    assert [m.id for m in one.mentions] == [m.id for m in two.mentions]
    assert len({m.id for m in one.mentions}) == len(one.mentions)


@pytest.mark.parametrize(
    "text", ["", " \n", "。！？", "\ufffd" * 50, "(((", "1" * 500, "On " * 400, "a\u2028b\x00c"]
)
def test_odd_texts_give_nothing_and_no_error(text: str) -> None:
    assert dated(read(text)) == []


_WORDS = st.sampled_from(
    "Acme Ltd said on 4 March 2014 it would buy Foo for $3 million , and . The court fined which had been "
    "banned in India until 2015 ; more than 40 % users ( ) “ ” -- by the end of".split()
)


@given(st.lists(_WORDS, max_size=60).map(" ".join))
@settings(max_examples=80, deadline=None)
def test_whatever_is_read_points_at_the_words_that_say_it(text: str) -> None:
    extraction = read(text)
    for mention in extraction.mentions:
        assert mention.quote == text[mention.span.start : mention.span.end]
        assert mention.quote
        assert 0 < len(mention.title) <= LIMIT
        assert 0 < mention.confidence < 1
        for date in mention.dates:
            assert text[date.span.start : date.span.end] == date.text
        for quantity in mention.quantities:
            assert mention.span.start <= quantity.span.start < quantity.span.end <= mention.span.end
    assert all(a.span <= b.span for a, b in pairwise(extraction.mentions))


@pytest.mark.parametrize("words", ["on Monday ", "in 2018 and ", "5 million ", "X, which ", "Aaa "])
def test_a_text_without_full_stops_is_read_in_pieces(words: str) -> None:
    extraction = read(words * 600)
    assert all(len(mention.quote) <= 1_500 for mention in extraction.mentions)


def test_articles_that_are_read_together_are_read_as_alone() -> None:
    said = (
        "Acme bought Beta on 4 May 2019.",
        "",
        "Am 4. Mai 2019 kaufte die Acme AG die Beta GmbH.",
        "In 2018",
    )
    articles = [article(str(n), text=f"{text} {n}") for n, text in enumerate(said * 5)]
    together = read_articles([(one, NO_GUIDANCE) for one in articles])
    assert together == [read_article(one) for one in articles]
    assert any(one.mentions for one in together)
