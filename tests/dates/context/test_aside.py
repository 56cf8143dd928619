"""Dates told in passing: they hold for their own sentence, and the story goes on from where it was."""

import pytest

from tests.dates.context.told import resolved, values


def test_an_aside_in_brackets_does_not_move_the_story() -> None:
    text = "In 1940 the bridge (first planned in 1911) was built. In May it opened. In 1941 and 1942 it closed."
    assert values(text)[:3] == ["1940", "1911", "1940-05"]


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("In 1975 it stopped.", "1975-09"),
        ("It had stopped for a day, in 1931.", "1964-09"),
        ("In 1931 it had stopped before.", "1964-09"),
        ("It met the engineer, who had come to the city in 1931.", "1964-09"),
        ("A month earlier it had stopped.", "1964-09"),
        ("Two years earlier it stopped.", "1964-09"),
        ("It stopped less than in 1975.", "1964-09"),
        ("It had been the best year since 1931.", "1964-09"),
        ("It planned a second line for 1969.", "1964-09"),
        ("It will stop in 1969, they wrote.", "1964-09"),
        ("It quoted the treaty of 1931 and stopped.", "1964-09"),
        ("It quoted the 1931 treaty and stopped.", "1964-09"),
        ("It stopped (as in 1931).", "1964-09"),
        ("It stopped [Smith, 12 May 1998].", "1964-09"),
        ("It was fuller than at its peak in 1931.", "1964-09"),
        ("It followed the railway strike in March 1931.", "1964-09"),
        ("It had nine trains, as against 3 in May 1931.", "1964-09"),
        ("The U.S. engineers envisioned an end by 1975.", "1964-09"),
        ("It ran until 1966.", "1966-09"),
        ("By 1966 ten stations had been built.", "1966-09"),
    ],
)
def test_what_is_told_in_passing_holds_for_its_sentence(aside: str, expected: str) -> None:
    text = f"In August 1964 the line was opened. {aside} In September it was full."
    assert resolved(text, None)[-1] == ("September", expected)


def test_a_year_that_the_text_leaves_again_was_told_in_passing() -> None:
    text = (
        "On 2 August 1964 shots were fired. Papers released in 2005 showed that none hit. "
        "On 4 August the senate met. In March 1965 it voted."
    )
    assert ("4 August", "1964-08-04") in resolved(text, None)


def test_the_year_of_a_date_leaves_the_story_where_it_was() -> None:
    text = "In 1941 talks began. On 7 December (8 December there), 1941, war came. In January ten nations met."
    assert resolved(text, None)[-1] == ("January", "1942-01")


@pytest.mark.parametrize(
    "again", ["That year it was short.", "In August of that year it froze.", "That same year it rained."]
)
def test_that_year_is_the_one_last_spoken_of(again: str) -> None:
    text = f"On 11 May 1941 the raids ended. Bread had been scarce in 1940. {again} In 1941 it got better."
    assert (resolved(text, None)[2][1] or "")[:4] == "1940"


def test_a_date_told_in_passing_is_the_base_in_its_own_sentence() -> None:
    text = "In 1943 he was sent to Naples. He had joined in 1931 and left that year. In May he was wounded."
    assert resolved(text, None) == [
        ("1943", "1943"),
        ("1931", "1931"),
        ("that year", "1931"),
        ("May", "1943-05"),
    ]


def test_news_that_glance_back_and_then_ahead_count_from_publication() -> None:
    text = "The fire broke out in March 2010. It faces claims due to be heard at a trial starting on {}."
    assert values(text.format("February 25")) == ["2010-03", "2021-02-25"]
    assert values(text.replace("It faces claims due to be", "Claims were").format("June 25")) == [
        "2010-03",
        "2010-06-25",
    ]


def test_a_date_in_a_name_moves_no_news() -> None:
    text = "They replace two men charged in the Dec. 21, 2012, bombing. They left after a deal in April."
    assert values(text) == ["2012-12-21", "2020-04"]


def test_a_flashback_in_news_is_the_base_of_its_sentence_alone() -> None:
    text = "The firm said on Monday it closes. It had begun in March 2003 and in May it moved. In June it grew."
    assert [edtf for _, edtf in resolved(text)] == ["2020-09-14", "2003-03", "2003-05", "2020-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 August 2018 he signed. On 9 June 2019 they revoked the order of 6 August.", "2018-08-06"),
        ("On 6 August 2018 he signed. On 9 June 2019 they met. On 6 August they parted.", "2019-08-06"),
        (
            "On 6 August 1964 they voted. Papers released in 2005 tell of 6 August. It was in May 1964.",
            "1964-08-06",
        ),
        ("On 9 June 2019 they revoked the order of 6 August.", "2019-08-06"),
    ],
)
def test_a_day_told_before_may_be_named_once_more(text: str, expected: str) -> None:
    assert ("6 August", expected) in resolved(text)


def test_that_year_is_the_year_told_in_the_same_sentence() -> None:
    text = "He spoke on Monday.\n\nIt rained.\n\nHe had fled in June 1998 and come back later that year."
    assert resolved(text)[-1] == ("later that year", "1998")


def test_what_is_named_after_a_holiday_has_its_year_behind() -> None:
    text = "In 1915 he fled. The Easter Rising of 1916 failed. In May it was over."
    assert resolved(text, None)[1:] == [("Easter", "1916-04-23"), ("1916", "1916"), ("May", "1916-05")]
