"""PDF, Word and e-mail: their text in order, their metadata, and what of them cannot be read."""

import io
import zipfile

import pytest

from explorer import reading
from explorer.model.article import Article, DateSource
from explorer.model.errors import ExplorerError
from explorer.reading import metadata
from tests.hostile import files


def read(data: bytes, name: str) -> Article:
    (article,) = reading.read_bytes(data, name)
    return article


def test_pages_of_a_pdf_follow_each_other_with_their_offsets() -> None:
    data = files.pdf(
        "The quay was sold in\nMay 2019.", "It burnt a year\nlater.", title="Quay", made="D:20200916120000Z"
    )
    article = read(data, "quay.pdf")
    assert article.text == "The quay was sold in\nMay 2019.\n\nIt burnt a year\nlater."
    assert [article.text[at:][:2] for at in article.pages] == ["Th", "It"]
    assert article.page_of(article.text.index("burnt")) == 2
    assert (article.title, article.published, article.published_why) == ("Quay", "2020-09-16", metadata.WEAK)


def test_words_broken_at_the_end_of_a_line_are_joined_where_that_is_sure() -> None:
    data = files.pdf(
        "It was known that the har-\nbour did well. It is a well-\nknown boat-\nyard, Anglo-\nSwedish."
    )
    expected = "It was known that the harbour did well. It is a well-known boatyard, Anglo-Swedish."
    assert read(data, "quay.pdf").text == expected


def test_a_sentence_goes_on_over_the_page() -> None:
    assert read(files.pdf("It was sold in", "May 2019."), "quay.pdf").text == "It was sold in\nMay 2019."


def test_pages_without_text_are_told() -> None:
    article = read(files.pdf("It was sold.", "", ""), "quay.pdf")
    assert article.warnings == ("pages 2, 3 without text",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (files.pdf("", ""), "scanned or empty: 2 pages without text"),
        (files.pdf("It was sold.", password="open sesame"), "needs a password"),
        (b"%PDF-1.4\nnothing more", "damaged"),
    ],
)
def test_a_pdf_without_text_to_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ExplorerError, match=reason):
        read(data, "quay.pdf")


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert read(files.pdf("It was sold."), "quay.txt").media_type == "application/pdf"


def test_paragraphs_and_tables_of_a_word_file_come_in_order() -> None:
    data = files.docx(
        "The quay was sold.", "It burnt.", title="Quay", table=[["2019", "sold"], ["2020", "burnt"]]
    )
    article = read(data, "quay.docx")
    assert article.text == "The quay was sold.\n\nIt burnt.\n\n2019 | sold\n2020 | burnt"
    assert article.title == "Quay"


def test_the_date_of_a_template_is_not_that_of_a_file() -> None:
    article = read(files.docx("The quay was sold."), "quay.docx")
    assert (article.published, article.published_source) == (None, DateSource.UNKNOWN)


def test_a_word_file_that_tells_nothing_about_itself_is_called_like_its_file() -> None:
    with zipfile.ZipFile(io.BytesIO(files.docx("The quay was sold."))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if name != "docProps/core.xml"}
    rows = parts["_rels/.rels"].decode().split("<Relationship ")
    parts["_rels/.rels"] = "<Relationship ".join(row for row in rows if "core.xml" not in row).encode()
    article = read(files.archive(parts), "quay.docx")
    assert (article.title, article.name, article.published) == ("", "quay", None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            files.archive({"[Content_Types].xml": b"<x", "word/document.xml": b"<y"}),
            "damaged or not a Word file",
        ),
        (files.docx("It was sold.")[:-200], "damaged"),
        (files.archive({"a.txt": b"text"}), "archive"),
        (files.docx(), "no text"),
    ],
)
def test_a_broken_word_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ExplorerError, match=reason):
        read(data, "quay.docx")


MAIL = b"""From: =?utf-8?q?Ida_H=C3=B6lm?= <ida@anchor.example>
To: you@example
Subject: The quay,
 sold
Date: Wed, 16 Sep 2020 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="c"

--c
Content-Type: text/html; charset=utf-8

<p>The quay was <b>sold</b>.</p>
--c
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The quay in Z=FCrich was sold.
--c--
--b
Content-Type: application/x-thing
Content-Disposition: attachment; filename="bill.exe"

MZ
--b--
"""


def test_an_email_is_its_text_with_its_headers() -> None:
    article = read(MAIL, "quay.eml")
    assert article.text.strip() == "The quay in Zürich was sold."
    assert (article.title, article.publisher, article.published) == ("The quay, sold", "Ida Hölm", "2020-09-16")
    assert "bill.exe" in article.warnings[0]


def test_an_email_of_html_only_is_read_as_a_page() -> None:
    article = read(MAIL.replace(b"text/plain", b"text/other"), "quay.eml")
    assert article.text == "The quay was sold."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no headers here\n\ntext", "no headers"),
        (b"Subject: x\n\n", "no text"),
        (b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\ntext", "too long"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1500)),
            "deep|many|no text",
        ),
    ],
)
def test_a_hostile_email_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ExplorerError, match=reason):
        read(data, "quay.eml")
