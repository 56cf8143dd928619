"""Titles: short facts, or the clause compressed."""

import pytest

from explorer.extract.title import brief
from explorer.extract.title.compress import LIMIT
from explorer.model.mention import Quantity, Span
from tests.extract.reading import read, titles


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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Klarna was fined in May 2012. It closed its office in Oslo on 3 June 2013.",
            "Klarna closes its office in Oslo",
        ),
        (
            "Klarna grew fast. The company opened an office in Oslo on 3 June 2013.",
            "Klarna opens an office in Oslo",
        ),
        (
            "Klarna bought a mine. The mine cost 5 million dollars. It was flooded on 3 June 2013.",
            "Klarna: the mine is flooded",
        ),
        (
            "The court in Lyon said on 4 March 2014 that it would hear the case of Klarna in May 2014.",
            "The court in Lyon to hear the case of Klarna",
        ),
        ("Its chief executive, Anna Ek, resigned on 3 June 2013.", "Anna Ek resigns"),
        ("Klarna, which was founded in 2005, sold its tills on 3 June 2013.", "Klarna sells its tills"),
        ("The tills, sold in June 2013, were red.", "The tills are sold"),
    ],
)
def test_a_title_says_who_acts_as_far_as_the_text_does(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Klarna is reported to be in talks with Nike since May 2013.",
            "Klarna is reported to be in talks with Nike",
        ),
        (
            "Klarna bought a bank on 3 June 2013, two people familiar with the deal said.",
            "Reports: Klarna buys a bank",
        ),
        ("Klarna denied on 3 June 2013 that it had bought a bank.", "Klarna denies that it had bought a bank"),
        ("Klarna will close its office in Oslo in May 2015.", "Klarna to close its office in Oslo"),
        ("Klarna will not close its office in May 2015.", "Klarna will not close its office"),
        (
            "Prosecutors said on 3 June 2013 that Klarna had bribed two mayors.",
            "Prosecutors say Klarna had bribed two mayors",
        ),
    ],
)
def test_hearsay_denials_and_plans_are_told_as_such(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Its planned purchase of Asos was blocked by the watchdog on 3 June 2013, Klarna said.",
        "Klarna lost 2 million customers on 3 June 2013.",
        "It raised $45 million in a round led by Klarna on 3 June 2013.",
        "On 3 June 2013 Klarna bought 40 shops from Asos for $12 million.",
        "India banned exports of rice to Nike's canteens on 3 June 2013.",
        "The law provides for fines of $10,000 for each day on which Klarna broke it in 2013.",
    ],
)
def test_no_template_is_filled_with_what_did_not_happen(text: str) -> None:
    wrong = ("Klarna buys Asos", "Klarna has 2 M", "Klarna raises", "India bans Nike", "Klarna is fined")
    assert not any(title.startswith(wrong) for title in titles(text)), titles(text)


def test_each_date_of_a_list_has_its_own_amount() -> None:
    text = "In June 2012 Spotify had 150 million daily users, in January 2013 250 million."
    assert titles(text) == ["Spotify has 150 M daily users", "Spotify has 250 M daily users"]
