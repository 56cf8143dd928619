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


BODY = "\n\nThe ferry sank on Monday, officials said. It was built in 1998 and repaired in May 2015.\n"


@pytest.mark.parametrize(
    "head",
    [
        "LONDON, Sept. 16, 2020 (Reuters) – The ferry sank.",
        "LONDON (Reuters) - Sept. 16, 2020 - The ferry sank.",
        "SAN JOSE, Calif., Sept. 16, 2020 (GLOBE NEWSWIRE) -- The ferry sank.",
        "NEW YORK--(BUSINESS WIRE)--September 16, 2020--The ferry sank.",
        "Brussels, 16 September 2020 - The ferry sank.",
        "Brussels, 16 September 2020",
        "Published: 16 Sep 2020, 10:03 BST",
        "Published Wed 16 Sep 2020 10.03 BST\nLast modified on Thu 17 Sep 2020 08.00 BST",
        "PUBLISHED WED, SEP 16 2020 10:03 AM EDT UPDATED THU, SEP 17 2020 9:00 AM EDT",
        "Posted: Sep 16, 2020 / 10:03 AM EDT / Updated: Sep 17, 2020",
        "Posted on September 16, 2020 by admin",
        "Wed 16 Sep 2020 10.03 BST",
        "Sept. 16, 2020, 10:03 a.m. ET",
        "Sept. 16, 2020 Updated 10:03 a.m. ET",
        "Updated 10:03 AM ET, Wed September 16, 2020",
        "By Ada Berg\nUpdated 1003 GMT (1803 HKT) September 16, 2020",
        "Ada Berg\n10:03 AM EDT September 16, 2020",
        "By Ada Berg\nPublished\n16 September 2020",
        "By Ada Berg | 16 September 2020",
        "Sep 16, 2020 · 5 min read",
        "Ferry sinks | 16.09.2020",
        "16/09/2020",
        "09/16/2020 10:03 AM EDT",
        "2020-09-16T10:03:00Z",
        "FOR IMMEDIATE RELEASE: September 16, 2020",
        "Date of release: September 16, 2020",
        "Press release | 16 September 2020 | Brussels",
        "The Daily, Wednesday, September 16, 2020",
        "Dated: September 16, 2020",
        "Case 1:20-cv-02658-CJN Document 2 Filed 09/16/20 Page 1 of 33",
    ],
)
def test_the_stamps_of_the_press_are_read_to_the_day(head: str) -> None:
    found = published.infer(f"Ferry sinks\n{head}{BODY}")
    assert (found.edtf, found.source) == ("2020-09-16", DateSource.TEXT)
    assert found.why.startswith("from ")


@pytest.mark.parametrize(
    ("end", "edtf"),
    [
        ("(Reporting by Ada Berg) Published 16 September 2020", "2020-09-16"),
        ("This article was first published on 16 September 2020.", "2020-09-16"),
        ("A version of this article appears in print on Sept. 17, 2020, Section A.", "2020-09-17"),
    ],
)
def test_the_end_of_a_text_may_tell(end: str, edtf: str) -> None:
    assert published.infer(f"Ferry sinks{BODY * 20}\n{end}").edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was published 3 May 1919 in Paris.",
        "The report, published on 3 May 2009, says little.",
        "He posted on 3 May 2009 that the ferry sank.",
        "The album was released on 3 May 2009.",
        "Released on 3 May 2009, the album sold well.",
        "Oslo, 3 May 1909\nA picture of the harbour.",
        "Ferry sinks\nRetrieved 16 September 2020\nThe ferry sank.",
        "On 3 May 2009 the ferry sank. Ten years later divers found it.",
        "On 3 May 2009 the ferry sank. The town remembers it every year.",
        "Ada Berg, born 3 May 1959, writes.",
    ],
)
def test_what_the_text_tells_is_not_its_own_date(text: str) -> None:
    assert published.infer(f"{text}{BODY}").edtf is None


def test_the_date_of_publication_counts_more_than_that_of_an_update() -> None:
    assert published.infer("Updated 9 May 2019\nPublished 3 May 2019\n\nText.").edtf == "2019-05-03"


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        ("2017/11/30/ferry", "2017-11-30"),
        ("2017/11/ferry", "2017-11"),
        ("2017/nov/30/ferry", "2017-11-30"),
        ("news/20171130/ferry.html", "2017-11-30"),
        ("news/2017-11-30-ferry.html", "2017-11-30"),
        ("news/ferry-2017-11-30", "2017-11-30"),
        ("2017/13/30/ferry", None),
        ("2017/02/30/ferry", None),
        ("2017/abc/30/ferry", None),
        ("archive/1998/ferry-2001", None),
        ("history/war-1914-18-ends", None),
    ],
)
def test_an_address_with_a_date_gives_it(path: str, edtf: str | None) -> None:
    assert published.infer("Text.", f"https://example.org/{path}").edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 4 March 2021 the mill burned down. It had opened in 1998.", "2021-03"),
        ("On 4 March 2021 the mill burned down. Two months ago it was insured.", "2021-03"),
        ("On 4 March 2021 the mill burned down. Two years later it was rebuilt.", None),
    ],
)
def test_a_lead_that_is_the_latest_news_gives_its_month_only(text: str, edtf: str | None) -> None:
    assert published.infer(text).edtf == edtf


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


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\nBy Ada Berg\n\n"])
def test_a_paper_and_a_date_under_the_title_are_the_papers_own(between: str) -> None:
    text = f"Ferry sinks{between}The Harbour Post, 12 March 2021\n\nA new one is planned for 2030. Divers wait."
    assert published.infer(text).edtf == "2021-03-12"
    assert [text[span.start : span.end] for span in published.boilerplate(text)] == [
        "The Harbour Post, 12 March 2021"
    ]


def test_a_place_and_a_date_further_down_are_a_caption() -> None:
    text = f"Ferry sinks\n{BODY}\nOslo, 3 May 1909\nThe old harbour. In 1950 it was filled in."
    assert published.infer(text).edtf is None
    assert published.boilerplate(text) == []
