"""What a web page says about itself: title, publisher, address, language, publication date.

The date is given with the place where it stood: structured data (JSON-LD), a meta element, a time element, the
byline, the address.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from explorer.reading import metadata
from explorer.reading.metadata import Meta

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "article.published",
    "publish-date",
    "publish_date",
    "publishdate",
    "published-date",
    "pubdate",
    "publication_date",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "displaydate",
    "date",
    "created",
    "timestamp",
)
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline")
_SITES = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name")
_ARTICLES = ("article", "posting", "report", "review", "webpage")
_BYLINES = ("date", "publish", "posted", "byline", "timestamp", "dateline", "pubtime")
_MOST_NODES = 2_000


def meta(root: Any) -> Meta:
    """Gather the metadata of a page."""
    fields = _fields(root)
    data = _structured(root)
    url = _address(root, fields, data)
    title = _first(fields, _TITLES) or _text_of(data.get("headline")) or _heading(root, "title", "h1")
    publisher = _publisher(data) or _first(fields, _SITES)
    title, publisher = _parted(title, publisher or metadata.host(url), _heading(root, "h1"))
    published, why = _published(root, fields, data, url)
    return Meta(
        title=title,
        publisher=publisher,
        url=url,
        language=metadata.language(root.get("lang") or _text_of(data.get("inLanguage")) or ""),
        published=published,
        why=why,
    )


def _fields(root: Any) -> dict[str, str]:
    """Give the meta elements by name, property or itemprop; the first of a name wins."""
    fields: dict[str, str] = {}
    for node in islice(root.iter("meta"), _MOST_NODES):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = " ".join((node.get("content") or "").split())
        if name and content:
            fields.setdefault(name.lower(), content)
    return fields


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _structured(root: Any) -> dict[str, Any]:
    """Give the object of the page's JSON-LD that describes an article, else a dated one, or nothing."""
    found: list[dict[str, Any]] = []
    for node in islice(root.iter("script"), _MOST_NODES):
        if (node.get("type") or "").lower().startswith("application/ld+json"):
            try:
                found += islice(_objects(json.loads(node.text or "")), _MOST_NODES)
            except (ValueError, RecursionError):
                continue  # broken structured data are common; the page has other signs
    ranked = [item for kind in _ARTICLES for item in found if kind in _kind(item)]
    dated = [item for item in ranked or found if _text_of(item.get("datePublished"))]
    return next(iter(dated or ranked), {})


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting += [value for value in item.values() if isinstance(value, dict | list)]
        elif isinstance(item, list):
            waiting += item[:_MOST_NODES]


def _kind(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    return " ".join(map(str, kind)).lower() if isinstance(kind, list) else str(kind).lower()


def _text_of(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _publisher(data: dict[str, Any]) -> str:
    return _text_of(data.get("publisher")) or _text_of(data.get("sourceOrganization"))


def _address(root: Any, fields: dict[str, str], data: dict[str, Any]) -> str:
    links = (
        node.get("href") or "" for node in root.iter("link") if (node.get("rel") or "").lower() == "canonical"
    )
    candidates = [
        *links,
        fields.get("og:url", ""),
        _text_of(data.get("url")),
        _text_of(data.get("mainEntityOfPage")),
    ]
    return next((url for url in candidates if url.startswith(("http://", "https://"))), "")


def _heading(root: Any, *tags: str) -> str:
    for tag in tags:
        for node in root.iter(tag):
            words = " ".join("".join(node.itertext()).split())
            if words:
                return words
    return ""


def _parted(title: str, publisher: str, heading: str) -> tuple[str, str]:
    """Take the publisher off a title ("Acme sold | The Daily"); it is the publisher where none is known.

    The first heading of the page shows where the title ends.
    """
    for bar in (" | ", " – ", " — ", " - ", " · "):
        head, found, tail = title.rpartition(bar)
        if not found or not head:
            continue
        is_name = len(tail.split()) <= 5 and (bar == " | " or head.strip() == heading)
        if _alike(tail, publisher) or (is_name and not publisher):
            return head.strip(), publisher or tail.strip()
    return title, publisher


def _alike(tail: str, publisher: str) -> bool:
    left, right = ("".join(filter(str.isalnum, words.casefold())) for words in (tail, publisher))
    return bool(left and right) and (left in right or right in left)


def _published(root: Any, fields: dict[str, str], data: dict[str, Any], url: str) -> tuple[str, str]:
    """Give the publication date as written, and where it stood; the first that is a date wins."""
    stated = [(_text_of(data.get("datePublished")), "in the page's structured data (JSON-LD)")]
    stated += [(fields[name], f"in the page's metadata ({name})") for name in _DATES if name in fields]
    stated += list(_time_elements(root)) + list(_bylines(root))
    for written, why in stated:
        date = metadata.published(written)
        if date:
            return date, why
    day = metadata.in_url(url)
    return (day, "in the address of the page") if day else ("", "")


def _time_elements(root: Any) -> Iterator[tuple[str, str]]:
    for node in islice(root.iter("time"), 20):
        around = {parent.tag for parent in node.iterancestors()}
        if not around & {"aside", "footer", "nav"}:
            yield node.get("datetime") or "".join(node.itertext()), "in a time element of the page"


def _bylines(root: Any) -> Iterator[tuple[str, str]]:
    for node in islice(root.iter("p", "span", "div", "li", "small", "address", "td"), _MOST_NODES):
        name = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}".lower()
        if not any(word in name for word in _BYLINES):
            continue
        words = " ".join(" ".join(islice(node.itertext(), 40)).split())
        day = metadata.in_words(words) if 6 <= len(words) <= 160 else None
        if day:
            yield day, f"in the byline: “{words[:60]}”"
