import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import reading
from explorer.model.article import Article, DateSource
from explorer.model.errors import ExplorerError
from explorer.reading.plain import front_matter


def read(data: bytes | str, name: str = "harbour.txt", media_type: str | None = None) -> Article:
    (article,) = reading.read_bytes(data.encode() if isinstance(data, str) else data, name, media_type)
    return article


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1))
def test_a_valid_text_stays_as_it_is(text: str) -> None:
    text = f"a{text}"
    assert read(text).text == text


def test_front_matter_is_taken_off_and_used() -> None:
    article = read(
        '---\nid: h-7\ntitle: "A quay: sold"\npublisher: The Anchor\n# a comment\n\npublished: 2020-09\n'
        "language: en-GB\nurl: https://anchor.example/quay\nauthors:\n  - Ida\n---\n\nThe quay was sold.\n"
    )
    assert article.text == "\nThe quay was sold.\n"
    assert (article.name, article.title, article.publisher) == ("h-7", "A quay: sold", "The Anchor")
    assert (article.language, article.url) == ("en", "https://anchor.example/quay")
    assert (article.published, article.published_source) == ("2020-09", DateSource.GIVEN)
    assert article.published_why == "the front matter"


@pytest.mark.parametrize(
    "text",
    [
        "---\nThis is a line of text under a rule.\n---\nMore.",
        "---\n---\nNo fields.",
        "---\ntitle: never closed\n",
        "--- \ntitle: a space behind the rule\n---\n",
        "Text first.\n---\ntitle: x\n---\n",
        "---\ntitle: x\n---",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    fields, rest = front_matter(text)
    assert (fields, rest) == ({}, text) or (rest == "" and fields)


def test_a_publication_date_that_is_none_is_told() -> None:
    article = read("---\npublished: 30 February 2020\n---\nText.")
    assert article.published is None
    assert article.published_source is DateSource.UNKNOWN
    assert "30 February 2020" in article.warnings[0]


@pytest.mark.parametrize(
    ("encoding", "text", "guess"),
    [
        ("utf-8-sig", "Zürich – naïve", False),
        ("utf-16", "Zürich – naïve", False),
        ("utf-32", "Zürich – naïve", False),
        ("utf-16-le", "Zürich and its naïve banks", True),
        ("utf-16-be", "Zürich and its naïve banks", True),
        ("cp1252", "Die Züricher Börse schloß am Freitag höher, “größer” als zuvor für die Anleger.", True),
        (
            "cp1251",
            "Во вторник компания сообщила, что закроет два завода и перенесёт производство в другой город.",
            True,
        ),
        (
            "gb18030",
            "该公司周二表示，将关闭两家工厂，并把生产转移到其他地方。分析人士认为，这一决定并不令人意外。",
            True,
        ),
        (
            "cp932",
            "同社は火曜日、二つの工場を閉鎖し、生産を移転すると発表した。アナリストは驚いていない。",
            True,
        ),
    ],
)
def test_the_encoding_is_found_and_a_guess_is_told(encoding: str, text: str, guess: bool) -> None:
    article = read(text.encode(encoding))
    assert article.text == text
    assert any("guess" in warning for warning in article.warnings) is guess


def test_a_declared_encoding_is_believed_unless_the_bytes_disprove_it() -> None:
    assert read("Zürich".encode("cp1252"), media_type="text/plain; charset=iso-8859-1").text == "Zürich"
    wrong = read("Zürich".encode(), media_type="text/plain; charset=windows-1252")
    assert wrong.text == "Zürich"
    assert "UTF-8" in wrong.warnings[0]
    assert read("Zürich".encode("cp1252"), media_type="text/plain; charset=utf-8").text == "Zürich"


def test_a_damaged_utf8_text_keeps_the_rest() -> None:
    article = read("Zürich, München, Köln, Düsseldorf, Nürnberg, Würzburg ".encode() + b"\xff end")
    assert article.text.endswith("Würzburg \ufffd end")
    assert "1 unreadable" in article.warnings[0]


def test_a_nul_is_replaced_and_told() -> None:
    article = read("one\0two, and then more words")
    assert article.text == "one\ufffdtwo, and then more words"
    assert "NUL" in article.warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t ", "it is empty"),
        (b"\xef\xbb\xbf\n", "no text"),
        (bytes(range(256)) * 20, "binary"),
        (b"\0" * 500, "binary"),
        (b"\x89PNG\r\n\x1a\n123", "picture"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"PK\x03\x04 an archive", "archive"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ExplorerError, match=rf"^harbour\.txt: .*{reason}.*\.$"):
        read(data)


def test_pasted_text_is_named_by_its_first_words() -> None:
    article = reading.pasted("The quay of the old harbour was sold on Monday to nobody.\r\nReally.")
    assert article.name == "The quay of the old harbour was sold on…"
    assert article.text.endswith("nobody.\nReally.")
    assert article.origin == ""
    with pytest.raises(ExplorerError, match="pasted"):
        reading.pasted(" \n")


def test_ids_last_and_tell_papers_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    for path in (first, second):
        path.write_text("One wire story.")
    (one,), (again,), (other,) = reading.read(first), reading.read(first), reading.read(second)
    assert one == again
    assert one.id != other.id
    assert one.text_hash == other.text_hash


@given(
    st.binary(max_size=400),
    st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv", ".json", ".eml", ".pdf", ".docx", ""]),
)
def test_bytes_give_articles_or_one_error_that_names_them(data: bytes, suffix: str) -> None:
    with contextlib.suppress(ExplorerError), renamed(f"odd{suffix}"):
        assert all(article.text.strip() for article in reading.read_bytes(data, f"odd{suffix}"))


@contextlib.contextmanager
def renamed(name: str) -> Iterator[None]:
    """Hold an error against its law: it begins with the name of the file."""
    try:
        yield
    except ExplorerError as error:
        if not str(error).startswith(f"{name}: "):
            raise AssertionError(str(error)) from error
        raise
