"""Titles name whom a pronoun means, as far as the words before tell it, and else keep it."""

import pytest

from explorer import reading, resources
from explorer.extract import read_article
from tests.extract.reading import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Anna Ek, chief executive of Klarna, spoke in Lund. She will resign in May 2015.",
            "Anna Ek to resign",
        ),
        (
            "Chief executive Anna Ek ran the mill. She sold it. She resigned on 3 June 2013.",
            "Anna Ek resigns",
        ),
        (
            "Mrs. Lindgren met the founder, Jo Berg. She resigned on 3 June 2013.",
            "Lindgren resigns",
        ),
        (
            "The mine at Kiruna had trouble. It was flooded on 3 June 2013.",
            "The mine at Kiruna is flooded",
        ),
        (
            "Two pension funds hold the mill. They protested in a letter on 3 June 2013.",
            "Two pension funds protest in a letter",
        ),
        (
            "The council asked whether Klarna broke the rules in 2011, when it opened its shop in June 2013.",
            "Klarna opens its shop",
        ),
        (
            '"I sold my last share in June 2013," said chief executive Anna Ek.',
            "Anna Ek: I sell my last share",
        ),
    ],
)
def test_a_pronoun_gives_way_to_whom_it_means(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # another sentence has come between, with a subject of its own
        ("Minister Jo Berg spoke. The price of hair rose. She paid her loan on 3 June 2013.", "Jo Berg"),
        # more than one could be meant
        ("The lawyers of Jo Berg and of Anna Ek met in Lund. She resigned on 3 June 2013.", "Anna Ek"),
        # a time is no subject
        ("Last October it rained. On Monday it closed at 7.07 on 3 June 2013.", "Monday"),
        # what stands in a quotation is told by its speaker
        ('The shares of Nestle fell. "They told me to wait on 3 June 2013," said a nurse.', "Nestle"),
    ],
)
def test_nobody_is_made_to_act_whom_the_words_do_not_surely_mean(text: str, wrong: str) -> None:
    told = titles(text)
    assert told
    assert not any(title.startswith(wrong) for title in told), told


_LIFE = (
    "Mrs. Lindgren grew up in Lund. Lindgren said she was poor. Lindgren liked boats. Her aunt told Lindgren. "
    "The town has a harbour. Prices were low. She sold her first boat on 3 June 2013."
)


def test_the_person_of_whom_an_article_tells_most_is_meant_far_from_the_name() -> None:
    assert titles(_LIFE) == ["Lindgren sells her first boat"]


def test_nobody_is_taken_for_one_of_the_other_sex() -> None:
    assert titles(_LIFE.replace("Mrs.", "Mr.")) == ["She sells her first boat"]


_PORTRAIT = (
    "Carmen Lund does not sing at home. She was born in Bergen and she learned from her aunt. "
    "Her voice was low. All choirs wanted her. She has a dog. The town has a stage. It is old. "
    "She left the opera on 3 June 2013."
)


def test_a_portrait_tells_of_the_person_whom_it_names_first() -> None:
    assert titles(_PORTRAIT) == ["Carmen Lund leaves the opera"]


def test_an_article_in_which_others_are_as_many_is_no_portrait() -> None:
    text = _PORTRAIT.replace("The town has a stage.", "His brother said that he paid for his own stage.")
    assert titles(text) == ["She leaves the opera"]


def test_an_object_is_named_too_where_only_one_can_be_meant() -> None:
    text = "Zalando bought Asos in 2011 and merged it into its Berlin shop on 3 June 2013."
    assert "Zalando merges Asos into its Berlin shop" in titles(text)


def test_a_court_that_takes_no_part_is_not_meant() -> None:
    (article,) = reading.read(resources.samples() / "three-weeks-in-april.txt")
    titles = [mention.title for mention in read_article(article).mentions]
    assert "TikTok has gone from Google's store" in titles
