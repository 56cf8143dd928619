import pytest

from explorer import reading
from explorer.model.article import Article, DateSource
from explorer.model.errors import ExplorerError

BODY = (
    "<h1>Quay sold</h1><p>The harbour company said on Monday that it had sold its oldest quay for five "
    "million crowns to a buyer from the north.</p><p>The quay was built in 1887 and has not been used since "
    "the fire of 1994, which took the roof and most of the cranes.</p>"
    "<ul><li>Built in 1887</li><li>Burnt in 1994</li></ul>"
    "<p>Nobody knows what the buyer will do with it, and the mayor would not say.</p>"
)
AROUND = "<nav><a href='/'>Home of all news</a></nav>{}<footer>Copyright of the paper</footer>"


def page(head: str = "", body: str = BODY, lang: str = "en-GB") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{AROUND.format(body)}</body></html>'


def read(source: str | bytes) -> Article:
    (article,) = reading.read_bytes(source.encode() if isinstance(source, str) else source, "quay.html")
    return article


def test_the_main_text_comes_in_paragraphs_without_what_is_around() -> None:
    text = read(page()).text
    assert "crowns to a buyer from the north.\n\nThe quay was built in 1887" in text
    assert "- Built in 1887\n- Burnt in 1994" in text
    assert "Home of all news" not in text
    assert "Copyright" not in text


def test_structured_data_give_date_publisher_and_title() -> None:
    article = read(
        page(
            '<title>Quay sold | The Anchor</title><script type="application/ld+json">{"@graph": [{"@type": '
            '"WebPage", "datePublished": "2001-01-01"}, {"@type": ["NewsArticle"], "headline": "Quay sold at '
            'last", "datePublished": "2020-09-16T08:00:00+02:00", "publisher": {"@type": "Organization", '
            '"name": "The Anchor"}}]}</script>'
        )
    )
    assert (article.title, article.publisher) == ("Quay sold at last", "The Anchor")
    assert (article.published, article.published_source) == ("2020-09-16", DateSource.METADATA)
    assert "JSON-LD" in article.published_why
    assert article.language == "en"


def test_meta_elements_are_next() -> None:
    article = read(
        page(
            '<title>Quay sold - The Anchor</title><meta property="og:site_name" content="The Anchor">'
            '<meta property="article:published_time" content="2020-09-16"><link rel="canonical" '
            'href="https://www.anchor.example/quay"><script type="application/ld+json">{broken</script>'
        )
    )
    assert (article.title, article.publisher) == ("Quay sold", "The Anchor")
    assert article.url == "https://www.anchor.example/quay"
    assert article.published == "2020-09-16"
    assert "article:published_time" in article.published_why


def test_then_a_time_element_and_the_byline_and_the_address() -> None:
    timed = read(page(body=f'<article><time datetime="2020-09-16">16.9.</time>{BODY}</article>'))
    assert (timed.published, timed.published_why) == ("2020-09-16", "in a time element of the page")
    byline = read(
        page(body=f'<p class="article-byline">By <b>Ida Holm</b><span>Sept. 16, 2020</span></p>{BODY}')
    )
    assert byline.published == "2020-09-16"
    assert "byline" in byline.published_why
    address = read(page('<link rel="canonical" href="https://anchor.example/2020/09/16/quay">'))
    assert (address.published, address.publisher) == ("2020-09-16", "anchor.example")


def test_a_page_without_a_date_has_none() -> None:
    article = read(page('<meta name="date" content="soon"><title>Quay sold</title>'))
    assert article.published is None
    assert article.published_source is DateSource.UNKNOWN


def test_the_first_heading_shows_where_the_title_ends() -> None:
    assert read(page("<title>Quay sold - The Anchor</title>")).publisher == "The Anchor"
    assert (
        read(page("<title>Quay sold - a story</title>", BODY.replace("Quay sold", "Another"))).publisher == ""
    )


def test_a_page_without_paragraphs_is_read_as_it_is_seen() -> None:
    text = read("<html><body><div>It opened in May 2019.<br>It closed in June.</div><script>no()</script>").text
    assert text == "It opened in May 2019.\n\nIt closed in June."


def test_a_declared_encoding_is_used() -> None:
    source = page(
        '<meta charset="iso-8859-1"><title>Kai verkauft</title>', BODY + "<p>Für Zürich zu teuer.</p>"
    )
    assert "Für Zürich" in read(source.encode("cp1252")).text


def test_a_page_with_no_words_is_refused() -> None:
    with pytest.raises(ExplorerError, match="no text"):
        read("<html><body><img src='file:///etc/passwd'><script>alert(1)</script></body></html>")
