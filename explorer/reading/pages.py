"""The pages of a PDF as pictures, and where on them the words of its article stand.

The text of the article was joined and cleaned when it was read, so that its characters are looked up among
those of the page anew; a page whose characters are others is said to have changed. One document is used by one
thread at a time: pdfium keeps its state in the process.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span

_LEAST_ALIKE = 0.97  # of the characters of a page, else it is another page
_MOST_PIXELS = 24_000_000  # of one picture; beyond it a page is drawn less sharp
_GRID = 100_000  # pdfium tells places in whole pixels: a fine grid keeps them exact
_SKIPPED = frozenset("\x02\ufffe\u00ad-\0\ufffd\ufeff")  # what joining lines and cleaning take away
_LOCK = threading.RLock()

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, as shares of its width and height from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: RGB, three bytes each, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def has_pages(article: Article) -> bool:
    """Tell whether an article was read from a PDF that may still be there."""
    return article.media_type == MEDIA_TYPE and bool(article.pages) and bool(article.origin)


class Pages:
    """The pages of the PDF that an article was read from; close it when done.

    Raises `ExplorerError` when the file is missing, cannot be opened, or is not the one that was read.
    """

    def __init__(self, article: Article) -> None:
        import pypdfium2  # a library of 8 MB that only PDF pays for

        self._article = article
        path = Path(article.origin)
        if not path.is_file():
            raise ExplorerError(f"{path.name} is not where it was read ({path.parent}); its text is kept.")
        try:
            with _LOCK:
                self._pdf = pypdfium2.PdfDocument(path)
                self.sizes = [self._size(number) for number in range(min(len(self._pdf), len(article.pages)))]
                count = len(self._pdf)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise ExplorerError(f"{path.name} cannot be shown as pages: {error}.") from error
        self._places: dict[int, list[int]] = {}
        if count < len(article.pages) or not self._is_as_read(0):
            self.close()
            raise ExplorerError(f"{path.name} has changed since it was read; its text is kept as it was.")

    def close(self) -> None:
        """Let go of the file."""
        with _LOCK:
            self._pdf.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, number: int, width_px: int) -> Picture:
        """Draw a page, counted from 0, so many pixels wide."""
        across, down = self.sizes[number]
        scale = min(width_px / across, (_MOST_PIXELS / (across * down)) ** 0.5)
        with _LOCK:
            page = self._pdf[number]
            bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_BGR)
            made = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return made

    def page_of(self, span: Span) -> int:
        """Give the page, counted from 0, on which a span begins."""
        return max((self._article.page_of(span.start) or 1) - 1, 0)

    def words_of(self, number: int) -> Span:
        """Give the stretch of the article that stands on a page."""
        start = self._start(number)
        return Span(start, start + len(self._text(number)))

    def boxes(self, number: int, spans: Sequence[Span]) -> list[list[Box]]:
        """Give for each span of the article the boxes of its words on a page, one a line.

        Raises `ExplorerError` when the page is not the one that was read.
        """
        if not self._is_as_read(number):
            raise ExplorerError(f"Page {number + 1} has changed since it was read.")
        places, start = self._places[number], self._start(number)
        with _LOCK:
            page = self._pdf[number]
            words = page.get_textpage()
            found = []
            for span in spans:
                inside = places[max(span.start - start, 0) : max(span.end - start, 0)]
                found.append(_lines([self._box(page, words, at) for at in inside if at >= 0]))
            words.close()
            page.close()
        return found

    def _size(self, number: int) -> tuple[float, float]:
        size = self._pdf.get_page_size(number)
        return max(float(size[0]), 1.0), max(float(size[1]), 1.0)

    def _start(self, number: int) -> int:
        return self._article.pages[number]

    def _text(self, number: int) -> str:
        ends = (*self._article.pages[1:], len(self._article.text))
        return self._article.text[self._start(number) : ends[number]]

    def _is_as_read(self, number: int) -> bool:
        """Tell whether a page holds the characters that were read, and remember where they stand."""
        text = self._text(number)
        if number not in self._places:
            self._places[number] = places(text, self._characters(number))
        solid = [at for char, at in zip(text, self._places[number], strict=True) if not char.isspace()]
        return not solid or sum(at >= 0 for at in solid) >= _LEAST_ALIKE * len(solid)

    def _characters(self, number: int) -> str:
        """Give the characters of a page by pdfium's own numbers."""
        import pypdfium2.raw as pdfium

        with _LOCK:
            page = self._pdf[number]
            words = page.get_textpage()
            codes = [pdfium.FPDFText_GetUnicode(words.raw, at) for at in range(words.count_chars())]
            words.close()
            page.close()
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)

    def _box(self, page: Any, words: Any, at: int) -> Box:
        left, bottom, right, top = words.get_charbox(at, loose=True)
        (x1, y1), (x2, y2) = _on_screen(page, left, top), _on_screen(page, right, bottom)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


_BGR = 2  # FPDFBitmap_BGR: three bytes a pixel, whatever a page is made of


def _on_screen(page: Any, x: float, y: float) -> tuple[float, float]:
    """Turn a place on a page into shares of what is shown of it, with its crop and rotation."""
    from ctypes import byref, c_int

    import pypdfium2.raw as pdfium

    across, down = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, _GRID, _GRID, 0, x, y, byref(across), byref(down))
    return across.value / _GRID, down.value / _GRID


def places(text: str, characters: str) -> list[int]:
    """Give for each character of a page's text its number among those of the page; -1 where it has none.

    White space and hyphens may differ; where anything else does, the nearest place at which both go on alike
    is looked for.
    """
    found = [-1] * len(text)
    at = 0
    for n, char in enumerate(text):
        if char.isspace():
            continue
        there = _next(characters, at, char)
        if there is None and char not in _SKIPPED:
            ahead = characters.find(text[n : n + _SURE], at, at + _REACH)
            there = ahead if ahead >= 0 else None
        if there is not None:
            found[n] = there
            at = there + 1
    return found


_SURE = 8  # so many equal characters are no accident
_REACH = 400


def _next(characters: str, at: int, char: str) -> int | None:
    while at < len(characters):
        if characters[at] == char:
            return at
        if not characters[at].isspace() and characters[at] not in _SKIPPED:
            return None
        at += 1
    return None


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Join the boxes of characters that stand side by side."""
    made: list[Box] = []
    for box in boxes:
        if box.right <= box.left or box.bottom <= box.top:
            continue
        last = made[-1] if made else None
        middle = (box.top + box.bottom) / 2
        if last and last.top <= middle <= last.bottom and box.left >= last.left:
            made[-1] = Box(
                last.left, min(last.top, box.top), max(last.right, box.right), max(last.bottom, box.bottom)
            )
        else:
            made.append(box)
    return made
