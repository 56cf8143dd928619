"""The publication date that a text gives, and the stretches that are no part of the story."""

import pytest

from explorer.extract import published
from explorer.model.article import DateSource


@pytest.mark.parametrize(
    ("text", "edtf", "why"),
    [
        ("Tram strike ends\nPublished 3 May 2019\n\nThe strike ended.", "2019-05-03", "Published 3 May 2019"),
        ("News  via:desk  time:2020/9/16 10:01:40  read:58\n\nText.", "2020-09-16", "time:2020/9/16"),
        ("OSLO, 5 March 2019 — The ferry sank.", "2019-03-05", "dateline"),
        ("GENEVA, Jan. 12, 2018 /PRNewswire/ -- Marlow said so.", "2018-01-12", "dateline"),
        ("Ferry sinks\nBy Ada Berg | 3 May 2019\nThe ferry sank.", "2019-05-03", "byline"),
        ("Ferry sinks\n\nMarch 3, 2019\n\nThe ferry sank.", "2019-03-03", "line"),
        ("Ferry sinks\n\nThe ferry sank.\n\nLast updated on 7 June 2021", "2021-06-07", "updated"),
    ],
)
def test_a_stated_date_is_found_and_named(text: str, edtf: str, why: str) -> None:
    found = published.infer(text)
    assert (found.edtf, found.source) == (edtf, DateSource.TEXT)
    assert why.lower() in found.why.lower()
    assert found.span is not None
    assert text[found.span.start : found.span.end].strip()


def test_the_date_of_publication_counts_more_than_that_of_an_update() -> None:
    assert published.infer("Updated 9 May 2019\nPublished 3 May 2019\n\nText.").edtf == "2019-05-03"


def test_an_address_with_a_date_gives_it() -> None:
    assert published.infer("Text.", "https://example.org/2017/11/30/ferry").edtf == "2017-11-30"


def test_a_lead_that_is_the_latest_news_gives_its_month_only() -> None:
    assert published.infer("On 4 March 2021 the mill burned down. It had opened in 1998.").edtf == "2021-03"


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned down this year.",
        "On 4 July 1901 the mill opened. In May 1950 it burned down.",
        "The mill was founded in 1998.",
        "",
    ],
)
def test_vague_hints_are_not_enough(text: str) -> None:
    found = published.infer(text)
    assert (found.edtf, found.source) == (None, DateSource.UNKNOWN)


def test_datelines_and_stamps_are_no_part_of_the_story() -> None:
    text = "BERN (Agency) - On Monday the dam broke."
    (span,) = published.boilerplate(text)
    assert text[span.end :] == "On Monday the dam broke."
