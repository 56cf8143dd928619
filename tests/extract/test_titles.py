"""Titles: short facts, or the clause compressed."""

import pytest

from explorer.extract import brief
from explorer.extract.compress import LIMIT
from explorer.model.mention import Quantity, Span
from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 4 March 2014 the FTC fined Nike $5.7 million over its labels.", "FTC fines Nike $5.7 M"),
        (
            "Zalando bought Asos Outlet Ltd for €90 million on 4 March 2014.",
            "Zalando buys Asos Outlet for €90 M",
        ),
        ("On 4 March 2014 India banned Spotify.", "India bans Spotify"),
        (
            "On 4 March 2014 Spotify passed 400 million monthly active users.",
            "Spotify passes 400 M monthly users",
        ),
        ("Volvo recalled 31,000 vehicles on 4 March 2014.", "Volvo recalls 31,000 vehicles"),
        ("On 4 March 2014 Klarna raised $80 million.", "Klarna raises $80 M"),
        ("Nestle shares fell 4.5 percent on 4 March 2014.", "Nestle shares down 4.5 %"),
        ("On 4 March 2014 Siemens will buy Alstom for $12 billion.", "Siemens to buy Alstom for $12 bn"),
    ],
)
def test_a_known_deed_is_told_in_few_words(text: str, title: str) -> None:
    assert [mention.title for mention in read(text).mentions] == [title]


def test_a_title_is_never_too_long_and_never_cut_inside_a_word() -> None:
    text = (
        "On 4 March 2014 the extraordinarily complicated and painstakingly negotiated restructuring of the "
        "northern fishing cooperatives collapsed before a bewildered audience of shareholders."
    )
    (mention,) = read(text).mentions
    assert len(mention.title) <= LIMIT
    assert all(word.strip("…,") in text or word[:1].isupper() for word in mention.title.split())


def test_a_title_is_not_the_title_of_the_article() -> None:
    headline = "Volvo recalls 31,000 vehicles"
    text = f"{headline}\n\nVolvo recalled 31,000 vehicles on 4 March 2014."
    titles_ = [mention.title for mention in read(text, title=headline).mentions]
    assert titles_
    assert headline not in titles_


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (5.7e6, "USD", "$5.7 M"),
        (1.2e9, "CNY", "1.2 bn CNY"),
        (4e8, "daily users", "400 M daily users"),
        (20, "%", "20 %"),
        (18.2, "USD/share", "$18.2 a share"),
        (-9e7, "USD", "−$90 M"),
        (31_000, "vehicles", "31,000 vehicles"),
    ],
)
def test_amounts_are_written_briefly(value: float, unit: str, words: str) -> None:
    assert brief.amount(Quantity("", value, unit, Span(0, 1))) == words


@pytest.mark.parametrize(
    "text",
    ["On Monday the mayor spoke. Yesterday’s ruling carries a condition.", "| May 2011 | the ferry sank |"],
)
def test_nothing_of_a_date_or_a_table_is_left_at_the_head_of_a_title(text: str) -> None:
    told = [mention.title for mention in read(text, published="2014-03-06").mentions]
    assert told
    assert all(title[0].isalnum() and title[0].isupper() for title in told), told


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The ban of Spotify, passed by Montana on 4 March 2014, holds.", "China"),
        ("On 4 March 2014 Canada banned Spotify from its devices and France praised it.", "France"),
        ("One comedian said on 4 March 2014 that three million followers know him.", "Spotify"),
    ],
)
def test_no_actor_is_made_up_or_taken_from_another_clause(text: str, wrong: str) -> None:
    told = [mention.title for mention in read(text, title="Spotify").mentions]
    assert told
    assert not any(title.startswith(wrong) for title in told), told
