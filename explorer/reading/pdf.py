"""PDF: the text of its pages in order, with the offsets at which they begin. No pictures are read (no OCR)."""

import re
from contextlib import closing
from typing import Any

from explorer.model import edtf
from explorer.model.errors import ExplorerError
from explorer.reading import metadata
from explorer.reading.document import MAX_TEXT, Document, Harvest, Refused, alone
from explorer.text.clean import clean

_MOST_PAGES = 5_000
# pdfium writes U+0002 or U+FFFE for a hyphen at the end of a line, whether it breaks a word or joins two.
_HYPHEN = re.compile(r"[\x02\ufffe\u00ad]\n?|(?<=\w)-\n(?=\w)")
_WORD = re.compile(r"\b[^\W\d_]{2,40}\b(?![\x02\ufffe\u00ad-])")
_LAST = re.compile(r"\w+\Z")
_FIRST = re.compile(r"\w+")
_LONGEST_WORD = 40
_MADE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def read(data: bytes) -> Harvest:
    """Read the text of a PDF."""
    import pypdfium2  # a library of 8 MB that only PDF pays for

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("it is encrypted and needs a password") from error
        raise Refused("it is damaged or not a PDF") from error
    with closing(pdf):
        count = len(pdf)
        texts = [_page(pdf, number) for number in range(min(count, _MOST_PAGES))]
        meta = _meta(pdf)
    empty = [number for number, text in enumerate(texts, 1) if text is not None and not text.strip()]
    broken = [number for number, text in enumerate(texts, 1) if text is None]
    if not any(text and text.strip() for text in texts):
        pages = "1 page" if count == 1 else f"{count} pages"
        raise Refused(f"it is scanned or empty: {pages} without text (text in pictures is not read)")
    warnings = _told(empty, "without text") + _told(broken, "that cannot be read")
    if count > _MOST_PAGES:
        warnings += (f"only the first {_MOST_PAGES} of {count} pages were read",)
    text, offsets = _joined([text or "" for text in texts])
    return alone(Document(text, meta, "application/pdf", offsets, warnings))


def _page(pdf: Any, number: int) -> str | None:
    from pypdfium2 import PdfiumError

    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as words:
            return clean(words.get_text_range())
    except PdfiumError:
        return None


def _told(pages: list[int], what: str) -> tuple[str, ...]:
    if not pages:
        return ()
    shown = ", ".join(map(str, pages[:10])) + (" and others" if len(pages) > 10 else "")
    return (f"{'page' if len(pages) == 1 else 'pages'} {shown} {what}",)


def _joined(texts: list[str]) -> tuple[str, tuple[int, ...]]:
    """Join pages; a page that ends within a sentence goes on without a blank line."""
    known = {word.lower() for text in texts for word in _WORD.findall(text)}
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for raw in texts:
        page = _unbroken(raw, known).strip()
        if parts:
            gap = "\n" if parts[-1][-1:].isalnum() or parts[-1].endswith((",", ";", "-")) else "\n\n"
            parts.append(gap)
            at += len(gap)
        offsets.append(at)
        parts.append(page)
        at += len(page)
        if at >= MAX_TEXT:
            break
    return "".join(parts), tuple(offsets)


def _unbroken(text: str, known: set[str]) -> str:
    """Join words broken at the end of a line; the hyphen stays where both halves are words of the text."""

    def join(match: re.Match[str]) -> str:
        left = _LAST.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        right = _FIRST.match(text[match.end() : match.end() + _LONGEST_WORD])
        head, tail = left[0] if left else "", right[0] if right else ""
        if match[0][0] == "\u00ad" or (head + tail).lower() in known:
            return ""
        are_words = head.lower() in known and tail.lower() in known
        return "-" if are_words or not (head.isalpha() and tail.islower()) else ""

    return _HYPHEN.sub(join, text)


def _meta(pdf: Any) -> metadata.Meta:
    made = _MADE.match(pdf.get_metadata_value("CreationDate") or "")
    date = "-".join(part for part in made.groups() if part) if made else ""
    try:
        date = edtf.parse(date).edtf if date else ""
    except ExplorerError:
        date = ""
    return metadata.Meta(
        title=" ".join((pdf.get_metadata_value("Title") or "").split()),
        published=date,
        why=metadata.WEAK,
    )
