"""A picture of events in a file: PNG, SVG or PDF by its suffix, from one page layout; needs no display."""

import math
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from explorer.chronology import measures
from explorer.chronology.measures import Series
from explorer.index import filter as filtering
from explorer.index.table import EventTable, Mask
from explorer.model import edtf
from explorer.model.article import Article
from explorer.model.calendar import DAY_S
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.query import Query
from explorer.paint import theme as themes
from explorer.paint.canvas import Measure, QtCanvas
from explorer.paint.page import TEXT_SHARE, Content, Page, compose, span_of
from explorer.paint.svg import SvgCanvas
from explorer.paint.theme import Theme
from explorer.settings import write_atomic
from explorer.timeline import charts

SUFFIXES = (".png", ".svg", ".pdf")
A4_PT = (841.89, 595.28)
_LEAST_WIDTH, _MOST_WIDTH = 600, 8_000
_MOST_PIXELS = 120e6
_PDF_DPI = 1_200

_made_app: list[QGuiApplication] = []  # kept, for Qt ends with the last reference


def export_picture(
    table: EventTable,
    events: Iterable[Event],
    articles: Mapping[str, Article] | Iterable[Article],
    query: Query,
    target: Path,
    *,
    mask: Mask | None = None,
    series: Sequence[Series] | None = None,
    size: tuple[int, int] = (1600, 900),
    scale: float = 2.0,
    theme: str | Path | Theme = "light",
    lanes: str = "kind",
    title: str | None = None,
    lo_s: float | None = None,
    hi_s: float | None = None,
) -> None:
    """Write a picture of the events that pass, and who says so, to a file.

    `size` is the width and the least height in pixels of the canvas; `scale` the pixels of a PNG to one of
    those. The height grows so that nothing is cut; a PDF has as many A4 pages as it takes. Raises
    `ExplorerError` for an unknown suffix, a size out of bounds, and a target that cannot be written.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExplorerError(f"{target.name}: a picture is written as {', '.join(SUFFIXES)}.")
    if not _LEAST_WIDTH <= size[0] <= _MOST_WIDTH or not 0.25 <= scale <= 8:
        raise ExplorerError(
            f"{target.name}: a picture is {_LEAST_WIDTH} to {_MOST_WIDTH} pixels wide, at a scale of 0.25 to 8."
        )
    _ensure_app()
    shown = theme if isinstance(theme, Theme) else themes.load(theme)
    kept = filtering.mask(table, query) if mask is None else mask
    known = list(events)
    span = span_of(table, kept, query)
    content = Content(
        table=table,
        mask=kept,
        events={event.id: event for event in known},
        articles=articles if isinstance(articles, Mapping) else {article.id: article for article in articles},
        query=query,
        series=_passing(table, kept, measures.series(known) if series is None else series),
        lanes=lanes,
        title=title or "Timeline",
        lo_s=span[0] if lo_s is None else lo_s,
        hi_s=span[1] if hi_s is None else hi_s,
        exported=edtf.display(edtf.of_day_number(int(time.time() // DAY_S))),
    )
    _write(target, _WRITERS[suffix](content, shown, size, scale))


def _passing(table: EventTable, mask: Mask, series: Sequence[Series]) -> list[Series]:
    return charts.passing(series, {table.ids[row] for row in np.flatnonzero(mask).tolist()})


def _ensure_app() -> None:
    """Make the application that fonts need; without one there is no window, so no display is asked for."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made_app.append(QGuiApplication(["timeline-explorer"]))


def _write(target: Path, data: bytes) -> None:
    try:
        write_atomic(target, data)
    except OSError as error:
        raise ExplorerError(f"{target} cannot be written: {error.strerror or error}.") from error


def _composed(
    content: Content, theme: Theme, size: tuple[int, int], page_height: float | None
) -> tuple[Page, Measure]:
    measure = Measure(theme, size[0] * TEXT_SHARE)
    return compose(content, theme, measure, float(size[0]), page_height, float(size[1])), measure


def _png(content: Content, theme: Theme, size: tuple[int, int], scale: float) -> bytes:
    page, _ = _composed(content, theme, size, None)
    # A picture of many lanes may be very high: rather coarser than out of memory.
    scale = min(scale, math.sqrt(_MOST_PIXELS / (page.width * page.height)))
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    page.draw(QtCanvas(painter, theme), theme, 0)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText("Title", content.title)
    writer.setText("Software", "Timeline Explorer")
    if not writer.write(image):
        raise ExplorerError(f"The picture cannot be written as PNG: {writer.errorString()}.")
    buffer.close()
    return bytes(data.data())


def _svg(content: Content, theme: Theme, size: tuple[int, int], scale: float) -> bytes:
    page, measure = _composed(content, theme, size, None)
    text_size = size[0] * TEXT_SHARE
    canvas = SvgCanvas(theme, page.width, page.height, content.title, measure, text_size)
    page.draw(canvas, theme, 0)
    return canvas.document().encode()


def _pdf(content: Content, theme: Theme, size: tuple[int, int], scale: float) -> bytes:
    width = float(size[0])
    page, _ = _composed(content, theme, size, width * A4_PT[1] / A4_PT[0])
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(content.title)
    writer.setCreator("Timeline Explorer")
    writer.setResolution(_PDF_DPI)
    paper = QPageSize(QSizeF(*A4_PT), QPageSize.Unit.Point, "A4", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    factor = _PDF_DPI / 72 * A4_PT[0] / width
    painter.scale(factor, factor)
    for number in range(len(page.pages)):
        if number:
            writer.newPage()
        page.draw(QtCanvas(painter, theme), theme, number)
    painter.end()
    buffer.close()
    return bytes(data.data())


_WRITERS: dict[str, Callable[[Content, Theme, tuple[int, int], float], bytes]] = {
    ".png": _png,
    ".svg": _svg,
    ".pdf": _pdf,
}
