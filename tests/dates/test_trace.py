"""The trace in words: what words were read as, from which date they were counted, and why others are none."""

import pytest

from explorer.dates import explain, find

PUBLISHED = "2020-09-16"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It closed on 15 April 2019.", ("written in full", "read as a day")),
        ("It closed in 2019.", ("written in full", "read as a year")),
        (
            "It closed on Monday.",
            ("the nearest Monday on or before publication on 16 September 2020", "read as a weekday"),
        ),
        (
            "It closed in April.",
            (
                "month of the nearest April before publication on 16 September 2020",
                "read as a month without a year",
            ),
        ),
        (
            "It closed last year.",
            ("the year before publication on 16 September 2020", "read as a year told from another date"),
        ),
        (
            "It closed ten days ago.",
            ("10 days before publication on 16 September 2020", "read as a distance from another date"),
        ),
        ("It took two years.", ("a duration, without a beginning or an end", "read as a length of time")),
        ("It closed in early 2019.", ("written in full", "read as the beginning of a year")),
        ("It closed around 2011.", ("written in full", "read as about a year")),
        (
            "It meets every Friday.",
            ("a repeated time, without a date of its own", "read as a time that comes again and again"),
        ),
        (
            "It closed in the second week of May 2019.",
            ("the 2nd seven days of May 2019, about", "written in full", "read as a week of a period"),
        ),
        ("It closed in week 12 of 2020.", ("the week of that day", "written in full", "read as a week")),
        (
            "It closed in fiscal 2019.",
            ("a fiscal year, taken for the calendar year", "written in full", "read as a fiscal year"),
        ),
        ("It has grown since 2012.", ("since: without an end", "written in full", "read as a year")),
        (
            "It closed at Easter.",
            ("the holiday nearest to publication on 16 September 2020", "read as a holiday without a year"),
        ),
    ],
)
def test_every_date_says_what_it_was_read_as_and_from_where(text: str, why: tuple[str, ...]) -> None:
    (one,) = find(text, published=PUBLISHED)
    assert one.why == why


def test_a_date_that_cannot_be_placed_says_so() -> None:
    (one,) = find("It closed last week.")
    assert one.when is None
    assert one.why[0] == "nothing to count from: the publication date is unknown"


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("It closed on 29 February.", "29 February", "there is no 29 February 2019"),
        ("It was a quiet morning in town.", "morning", "a part of a day that is not named"),
    ],
)
def test_nothing_that_looks_like_a_date_is_lost_without_a_word(text: str, words: str, why: str) -> None:
    found, rejected = explain(text, published="2019-06-03")
    assert found == []
    assert [(one.text, one.why) for one in rejected] == [(words, why)]


HEAD = "Marlow v. Vale 14 June 2019 Page {}"


def test_a_date_on_every_page_dates_the_paper() -> None:
    pages = [f"{HEAD.format(page)}\nThe mill burned down on 3 May 2018." for page in (4, 5, 6)]
    found, rejected = explain("\n".join(pages))
    assert [one.value for one in found] == ["2018-05-03"] * 3
    assert [one.why for one in rejected] == ["a line that stands on every page"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["14 June 2019", "14 June 2019", "14 June 2019"],
        ["Day 1, 14 June 2019", "Day 2, 15 June 2019", "Day 3, 16 June 2019"],
        ["Updated 14 June 2019 at 10:03", "Updated 14 June 2019 at 10:01", "Updated 14 June 2019 at 9:58"],
        [HEAD.format(1), HEAD.format(2)],
    ],
)
def test_lines_that_do_not_count_pages_are_no_running_heads(lines: list[str]) -> None:
    found, _ = explain("\n".join(f"{line}\nThe mill burned down." for line in lines))
    assert len([one for one in found if "June" in one.text]) == len(lines)
