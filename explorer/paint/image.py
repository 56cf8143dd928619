"""A picture of events in a file: PNG, SVG or PDF by its suffix, from one page layout; needs no display."""

import math
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)

from explorer.chronology import measures
from explorer.chronology.measures import Series
from explorer.folders import write_together
from explorer.index import filter as filtering
from explorer.index.table import EventTable, Mask
from explorer.model import edtf
from explorer.model.article import Article
from explorer.model.calendar import DAY_S
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.query import Query
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.paint import alt, embedding, standing, style
from explorer.paint.canvas import QtCanvas
from explorer.paint.page import Page, compose
from explorer.paint.parts import Content
from explorer.paint.recipe import Band, Recipe
from explorer.paint.style import HouseStyle
from explorer.paint.svg import SvgCanvas
from explorer.timeline import charts

SUFFIXES = (".png", ".svg", ".pdf")
_MOST_PIXELS = 120e6
_PDF_DPI = 1_200
_NAMED = 4  # files that an error names
_PNG_QUALITY = 78  # of 100, in which Qt counts how little a PNG is squeezed: twice as fast, hardly larger

_made_app: list[QGuiApplication] = []  # kept, for Qt ends with the last reference


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is laid out and can be drawn in any form; `alt` says in words what it shows."""

    content: Content
    style: HouseStyle
    recipe: Recipe
    page: Page
    alt: str

    def image(self, number: int, scale: float) -> QImage:
        """Draw one page, counted from 0, as pixels: so many to a unit."""
        page = self.page
        # A picture of many lanes may be very high: rather coarser than out of memory.
        scale = min(scale, math.sqrt(_MOST_PIXELS / (page.width * page.height)))
        image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
        if self.recipe.sheet.unit_pt:
            per_metre = round(scale / self.recipe.sheet.unit_pt * 72 / 0.0254)
            image.setDotsPerMeterX(per_metre)
            image.setDotsPerMeterY(per_metre)
        # Sheets have broken sizes: the last pixels are covered in part only.
        image.fill(QColor(self.style.theme.ground))
        with _painting(image) as painter:
            painter.scale(scale, scale)
            page.draw(QtCanvas(painter, self.style.theme), self.style.theme, number)
        return image

    def png(self, number: int) -> bytes:
        """Write one page as PNG."""
        image = self.image(number, self.recipe.scale)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"png"))
        writer.setQuality(_PNG_QUALITY)
        for key, told in (("Title", self.content.title), ("Description", self.alt)):
            writer.setText(key, told)
        writer.setText("Software", "Timeline Explorer")
        if not writer.write(image):
            raise ExplorerError(f"The picture cannot be written as PNG: {writer.errorString()}.")
        buffer.close()
        return bytes(data.data())

    def svg(self, number: int) -> bytes:
        """Write one page as SVG."""
        page, theme = self.page, self.style.theme
        assert page.measure is not None
        canvas = SvgCanvas(
            theme,
            page.width,
            page.height,
            self.content.title,
            page.measure,
            page.size,
            alt=self.alt,
            language=self.style.words.language,
            unit_pt=self.recipe.sheet.unit_pt,
        )
        page.draw(canvas, theme, number)
        return canvas.document(embedding.css(theme, canvas.texts)).encode()

    def pdf(self) -> bytes:
        """Write all pages as PDF."""
        page, unit = self.page, self.recipe.sheet.unit_pt or 0.75
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.content.title)
        writer.setCreator("Timeline Explorer")
        writer.setDocumentXmpMetadata(QByteArray(_xmp(self.content.title, self.alt, self.style.words.language)))
        writer.setResolution(_PDF_DPI)
        # Qt takes no sheet wider than it is high: landscape is said by the orientation.
        size = QSizeF(page.width * unit, page.height * unit)
        paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        with _painting(writer) as painter:
            painter.scale(_PDF_DPI / 72 * unit, _PDF_DPI / 72 * unit)
            for number in range(len(page.pages)):
                if number:
                    writer.newPage()
                page.draw(QtCanvas(painter, self.style.theme), self.style.theme, number)
        buffer.close()
        return bytes(data.data())


def picture(
    table: EventTable,
    events: Iterable[Event],
    articles: Mapping[str, Article] | Iterable[Article],
    query: Query,
    recipe: Recipe,
    *,
    mask: Mask | None = None,
    series: Sequence[Series] | None = None,
) -> Picture:
    """Lay out a picture of the events that pass, and who says so, as a settled recipe says."""
    _ensure_app()
    shown = style.load(recipe.theme)
    kept = filtering.mask(table, query) if mask is None else mask
    known = list(events)
    told = (
        ()
        if recipe.measures is Band.WITHOUT
        else _passing(table, kept, measures.series(known) if series is None else series)
    )
    if recipe.measures is Band.ONLY:
        drawn = charts.units(told)
        told = [one for one in told if one.unit in drawn]
        ids = {point.event_id for one in told for point in one.points}
        kept = np.array([id_ in ids for id_ in table.ids], np.bool_)
    known_articles = (
        articles if isinstance(articles, Mapping) else {article.id: article for article in articles}
    )
    naming = shown.words.naming(known_articles)
    kept, left_out = standing.without_hidden(table, kept, recipe.lanes, recipe.arrangement, naming, shown.words)
    span = _span_of(table, kept, query)
    labels = recipe.labels
    if labels:
        titles = (
            labels.get(id_, "").strip() or title for id_, title in zip(table.ids, table.titles, strict=True)
        )
        table = replace(table, titles=tuple(titles))
    today = edtf.display(edtf.of_day_number(int(time.time() // DAY_S)))
    content = Content(
        table=table,
        mask=kept,
        events={event.id: event for event in known},
        articles=known_articles,
        query=query,
        series=told,
        title=recipe.title or shown.words("timeline"),
        lo_s=span[0] if recipe.lo_s is None else recipe.lo_s,
        hi_s=span[1] if recipe.hi_s is None else recipe.hi_s,
        exported=shown.words.date(today),
        left_out=left_out,
    )
    page = compose(content, shown, recipe)
    return Picture(content, shown, recipe, page, recipe.alt or alt.text(content, page, shown.words))


def export_picture(
    table: EventTable,
    events: Iterable[Event],
    articles: Mapping[str, Article] | Iterable[Article],
    query: Query,
    target: Path,
    recipe: Recipe | None = None,
    *,
    mask: Mask | None = None,
    series: Sequence[Series] | None = None,
    replaces: bool = True,
) -> list[Path]:
    """Write a picture of the events that pass, and who says so; give the files written.

    A PDF holds all pages; as PNG or SVG each further page is a file of its own ("ships-2.png"). Raises
    `ExplorerError` for an unknown suffix, a size out of bounds, a target that cannot be written, and, unless it
    `replaces` them, for files of further pages that are there already.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExplorerError(f"{target.name}: a picture is written as {', '.join(SUFFIXES)}.")
    settled = (recipe or Recipe()).for_file(suffix)
    made = picture(table, events, articles, query, settled, mask=mask, series=series)
    if not replaces and (known := taken(made, target)):
        names = ", ".join(file.name for file in known[:_NAMED])
        more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
        raise ExplorerError(
            f"{target.parent / names}{more} would be written over: give --force, or another name."
        )
    return write(made, target)


def files(made: Picture, target: Path) -> list[Path]:
    """Name the files that a picture takes: one, or as PNG and SVG one for each page."""
    if target.suffix.lower() == ".pdf":
        return [target]
    return [target.with_stem(f"{target.stem}-{at}") if at > 1 else target for at in _numbers(made.page)]


def taken(made: Picture, target: Path) -> list[Path]:
    """Name the files of further pages that are there already: nobody has named them, so nobody expects it."""
    return [file for file in files(made, target)[1:] if file.exists()]


def write(made: Picture, target: Path) -> list[Path]:
    """Write a picture that is laid out to a file, by its suffix, all of its pages or none; give the files."""
    suffix, targets = target.suffix.lower(), files(made, target)
    if suffix == ".pdf":
        contents = {target: made.pdf()}
    else:
        draw = made.png if suffix == ".png" else made.svg
        contents = {file: draw(number) for number, file in enumerate(targets)}
    try:
        write_together(contents)
    except OSError as error:
        where = error.filename if error.filename in map(str, targets) else target
        raise ExplorerError(f"{where} cannot be written: {error.strerror or error}.") from error
    return targets


@contextmanager
def _painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Give a painter that ends before its device goes, whatever happens: Qt ends the process otherwise."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def _numbers(page: Page) -> range:
    return range(1, len(page.pages) + 1)


def _passing(table: EventTable, mask: Mask, series: Sequence[Series]) -> list[Series]:
    return charts.passing(series, {table.ids[row] for row in np.flatnonzero(mask).tolist()})


def _span_of(table: EventTable, mask: Mask, query: Query) -> tuple[float, float]:
    """Give the span of time to show: that of the filter, else that of the events with room for labels."""
    rows = mask & table.is_dated
    los, his = table.lo_s[rows], table.hi_s[rows]
    ends = np.concatenate([los[los > OPEN_LO], his[his < OPEN_HI]])
    lo_s, hi_s = (float(ends.min()), float(ends.max())) if len(ends) else (0.0, 86_400.0)
    margin = max((hi_s - lo_s) * 0.02, 86_400.0)
    lo_s, hi_s = lo_s - margin, hi_s + 5 * margin
    if query.lo_s is not None:
        lo_s = max(lo_s, float(query.lo_s)) if query.hi_s is None else float(query.lo_s)
    if query.hi_s is not None:
        hi_s = min(hi_s, float(query.hi_s)) if query.lo_s is None else float(query.hi_s)
    return (lo_s, hi_s) if lo_s < hi_s else (lo_s, lo_s + 86_400.0)


def _ensure_app() -> None:
    """Make the application that fonts need; without one there is no window, so no display is asked for."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made_app.append(QGuiApplication(["timeline-explorer"]))


def _xmp(title: str, description: str, language: str) -> bytes:
    """Write what a PDF says of itself: title, description for those who cannot see it, language."""

    def told(name: str, text: str) -> str:
        clean = escape("".join(letter if letter >= " " and letter.isprintable() else " " for letter in text))
        return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{clean}</rdf:li></rdf:Alt></dc:{name}>'

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f"{told('title', title)}{told('description', description)}"
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        "<xmp:CreatorTool>Timeline Explorer</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()
