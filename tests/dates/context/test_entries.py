"""The entries of a chronicle: paragraphs that begin with their date."""

import pytest

from tests.dates.context.told import values

PUBLISHED = "2021-06-10"


@pytest.mark.parametrize("mark", [":", ".", " -", " –", " --"])
def test_an_entry_goes_on_from_the_entry_before(mark: str) -> None:
    text = (
        f"6 August 2020{mark} The ban is signed.\n\n"
        f"11 August{mark} Twelve firms warn of it.\n\n"
        f"9 January{mark} It never comes into force."
    )
    assert values(text, PUBLISHED) == ["2020-08-06", "2020-08-11", "2021-01-09"]


def test_the_dates_of_an_entry_count_from_its_head() -> None:
    text = (
        "1996: Parliament splits the post office. A second licence is won in December.\n\n"
        "2003: The state takes over the shell in March. Its managers had been sent home the year before.\n\n"
        "2016: The regulator gives the firm until 30 September."
    )
    assert values(text, PUBLISHED) == ["1996", "1996-12", "2003", "2003-03", "2002", "2016", "2016-09-30"]


def test_what_is_told_between_moves_no_head() -> None:
    text = (
        "4 May 2015: The mill opens. It will be sold in 2019.\n\n"
        "2 June: The first order comes in.\n\n"
        "5 July: It is dismissed."
    )
    assert values(text, PUBLISHED) == ["2015-05-04", "2019", "2015-06-02", "2015-07-05"]


def test_numbers_and_marks_may_stand_before_the_head() -> None:
    text = (
        "1. 6 August 2019. The ban is signed.\n\n"
        "2. 11 September. Firms warn of it.\n\n"
        "3. 12 October. It comes into force."
    )
    assert values(text, PUBLISHED) == ["2019-08-06", "2019-09-11", "2019-10-12"]


def test_paragraphs_of_news_that_begin_with_a_date_are_no_entries() -> None:
    text = "In May 2019 the ban was signed.\n\nOn 3 June firms warned of it.\n\nOn 4 May it came into force."
    assert values(text, PUBLISHED) == ["2019-05", "2021-06-03", "2021-05-04"]


def test_what_follows_the_entries_is_not_of_their_time() -> None:
    text = (
        "2014: The mill opens.\n\n2015: It grows in May.\n\n2016: It is sold in June.\n\n"
        "A branch will open in September."
    )
    assert values(text, PUBLISHED) == ["2014", "2015", "2015-05", "2016", "2016-06", "2021-09"]
