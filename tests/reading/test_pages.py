"""The pages of a PDF: pictures, and where the words of its article stand on them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import resources
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.reading import read
from explorer.reading.pages import Pages, has_pages, places
from tests.builders import article
from tests.hostile import files

FIRST = "The ferry was banned in May 2019.\nIt was sold after-\nwards for good."
SECOND = "The harbour was closed in June 2020."


@pytest.fixture
def quay(tmp_path: Path) -> Article:
    """An article of two pages."""
    (tmp_path / "quay.pdf").write_bytes(files.pdf(FIRST, SECOND))
    return read(tmp_path / "quay.pdf")[0]


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def test_only_what_was_read_from_a_pdf_file_has_pages(quay: Article) -> None:
    assert has_pages(quay)
    assert not has_pages(article("a"))


def test_a_page_is_drawn_as_wide_as_is_asked(quay: Article) -> None:
    pages = Pages(quay)
    picture = pages.picture(0, 300)
    assert len(pages) == 2
    assert abs(picture.width - 300) <= 1
    assert len(picture.pixels) == picture.stride * picture.height
    # Black letters on white paper.
    assert min(picture.pixels) < 128
    assert picture.pixels[:3] == b"\xff\xff\xff"
    pages.close()


def test_words_are_found_on_their_page_where_they_stand(quay: Article) -> None:
    pages = Pages(quay)
    early, late = span_of(quay, "ferry"), span_of(quay, "May 2019")
    one, other = pages.boxes(0, [early, late])
    assert len(one) == len(other) == 1
    assert one[0].right < other[0].left
    assert abs(one[0].top - other[0].top) < 0.01
    assert 0.05 < one[0].top < 0.1  # 780 of 842 points up
    assert pages.page_of(span_of(quay, "harbour")) == 1
    assert pages.boxes(1, [span_of(quay, "harbour")])[0]
    assert pages.boxes(1, [early]) == [[]]
    pages.close()


def test_words_over_two_lines_have_two_boxes_and_a_broken_word_too(quay: Article) -> None:
    pages = Pages(quay)
    (two,) = pages.boxes(0, [span_of(quay, "2019.\nIt was")])
    assert len(two) == 2
    assert two[0].top < two[1].top
    (broken,) = pages.boxes(0, [span_of(quay, "afterwards")])
    assert len(broken) == 2
    pages.close()


def test_all_words_of_a_real_document_have_places() -> None:
    sample = read(resources.samples() / "price-of-data.pdf")[0]
    pages = Pages(sample)
    for number in range(len(pages)):
        start, end = pages.words_of(number)
        words = [Span(at, at + 1) for at in range(start, end) if sample.text[at].isalnum()]
        assert all(pages.boxes(number, words))
    pages.close()


def test_a_file_that_is_gone_or_changed_or_none_is_told(quay: Article) -> None:
    path = Path(quay.origin)
    path.write_bytes(files.pdf("Something else stands here now.", SECOND))
    with pytest.raises(ExplorerError, match=r"quay\.pdf has changed since it was read"):
        Pages(quay)
    path.write_bytes(files.pdf(FIRST))
    with pytest.raises(ExplorerError, match="has changed"):
        Pages(quay)
    path.write_bytes(b"no PDF")
    with pytest.raises(ExplorerError, match="cannot be shown as pages"):
        Pages(quay)
    path.unlink()
    with pytest.raises(ExplorerError, match="is not where it was read"):
        Pages(quay)


def test_a_later_page_that_changed_says_so_by_itself(quay: Article) -> None:
    Path(quay.origin).write_bytes(files.pdf(FIRST, "Nothing of the kind."))
    pages = Pages(quay)
    assert pages.boxes(0, [span_of(quay, "ferry")])[0]
    with pytest.raises(ExplorerError, match="Page 2 has changed"):
        pages.boxes(1, [span_of(quay, "harbour")])
    pages.close()


@given(st.text("abcdefgh ", min_size=1, max_size=60), st.integers(1, 9))
def test_places_follow_the_characters_however_lines_are_broken(text: str, width: int) -> None:
    page = "\r\n".join(text[at : at + width] for at in range(0, len(text), width))
    found = places(text, page)
    assert all(page[at] == char for char, at in zip(text, found, strict=True) if at >= 0)
    assert all(at >= 0 for char, at in zip(text, found, strict=True) if char != " ")
