"""Write a picture or a table of the events: which ones, in what form, and how it will look."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.exchange import tables
from explorer.index import mask
from explorer.index.table import Mask
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.query import Facet, Query, Trait
from explorer.paint import image
from explorer.paint.image import Picture
from explorer.paint.recipe import LEAST_WIDTH, MOST_HEIGHT, MOST_WIDTH, SHEETS, Band, Paging, Recipe, pixels
from explorer.timeline.arrangement import Arrangement
from explorer.ui import style, timers, words
from explorer.ui.dialogs import choose
from explorer.ui.dialogs.base import Dialog, form, told
from explorer.ui.dialogs.picture_labels import LabelsDialog
from explorer.ui.dialogs.preview import PageTurner, Preview
from explorer.ui.dialogs.replace import ReplaceDialog
from explorer.ui.picture_copy import copy
from explorer.ui.session import Session

FORMATS = {
    ".png": "Picture, PNG",
    ".svg": "Drawing, SVG",
    ".pdf": "Pages, PDF",
    ".csv": "Table, CSV",
    ".measures.csv": "Measures as table, CSV",
    ".json": "Records, JSON",
    ".jsonl": "Records, JSON Lines",
}
RANGES = {
    "filter": "What passes the filter",
    "view": "What is on screen now",
    "starred": "What has a star",
    "all": "Everything",
}
PAGES = {
    Paging.ONE: "One page; the rest is counted",
    Paging.PAGES: "As many pages as it takes",
    Paging.GROW: "One picture, as high as it takes",
}
BANDS = {Band.WITH: "With measures", Band.WITHOUT: "Without measures", Band.ONLY: "Measures alone"}
_OWN_STYLE = "own"
_WIDTH_PX = 900
_FORM_PX = 380
_PREVIEW_PX = QSize(500, 380)
_PREVIEW_WIDTH_PX = 1_400
_FIELD_MARGIN_PX = 6
_TYPING_MS = 300

_dragged: list[TemporaryDirectory[str]] = []  # kept until the program ends: who takes a drop may read it later


class ExportDialog(Dialog):
    """Asks for form, range, sheet, style and words; the preview is made by the same painter."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "Export", "Export…", width_px=640)
        least = self._within(_WIDTH_PX, 0).width()
        self.setMinimumWidth(least)
        self._session = session
        self.labels: dict[str, str] = {}
        self._style: Path | None = None
        self.form, self.range, self.sheet = _box(FORMATS), _box(RANGES), _box({"pixels": "Pixels"})
        for sheet in SHEETS.values():
            self.sheet.addItem(sheet.label, sheet.id)
        self.paging, self.band = _box(PAGES), _box(BANDS)
        self.theme = _box({"light": "Light", "dark": "Dark", _OWN_STYLE: "House style…"})
        self.theme.setCurrentIndex(int(session.theme.is_dark))
        self.title = QLineEdit(session.title)
        self.width_px = self._size_box(1600, LEAST_WIDTH, MOST_WIDTH)
        self.height_px = self._size_box(900, 100, MOST_HEIGHT)
        self.references = QCheckBox("Who says so")
        self.references.setChecked(True)
        self.relabel = QPushButton("Labels…")
        self.relabel.clicked.connect(self._ask_labels)
        self.alt = QPlainTextEdit()
        self.alt.setObjectName("field")
        self.alt.setFixedHeight(style.px(64))
        self.alt.setTabChangesFocus(True)
        # Words need their room: where they are large, the preview has less.
        narrow = min(max(least - style.px(_FORM_PX), _PREVIEW_PX.width() // 2), _PREVIEW_PX.width())
        self.preview = Preview(self._made_for_drag, _PREVIEW_PX * (narrow / _PREVIEW_PX.width()))
        self.pages = PageTurner()
        self._shown: Picture | None = None
        self.summary, self.problem = told("", "quiet"), told("", "problem")
        self.copy = QPushButton("Copy picture")
        self.copy.clicked.connect(self.copy_picture)
        self.buttons.insertWidget(0, self.copy)
        self._later = timers.once(self, _TYPING_MS, self.show_preview)
        self._lay_out()
        self._connect()
        self._changed()

    def _size_box(self, value: int, least: int, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setSingleStep(100)
        box.setValue(value)
        box.setSuffix(" px")
        box.lineEdit().setTextMargins(style.px(_FIELD_MARGIN_PX), 0, 0, 0)  # the style sheet cannot reach it
        return box

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        for widget in (self.preview, self.pages, self.summary, self.problem):
            right.addWidget(widget)
        right.addStretch(1)
        has_room = self.minimumWidth() >= style.px(_FORM_PX) + self.preview.width()
        directions = QBoxLayout.Direction
        whole = QBoxLayout(directions.LeftToRight if has_room else directions.TopToBottom)
        whole.setSpacing(20)
        whole.addLayout(self._form(), 1)
        whole.addLayout(right)
        self.body.addLayout(whole)
        # Export asks for the place before it closes, so that a refused place is told in the dialog.
        self.ok.clicked.disconnect()
        self.ok.clicked.connect(self._ask_place)

    def _form(self) -> QGridLayout:
        size = QHBoxLayout()
        size.setSpacing(style.px(8))
        size.addWidget(self.width_px)
        size.addWidget(self.height_px)
        more = QHBoxLayout()
        more.addWidget(self.references, 1)
        more.addWidget(self.relabel)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            ("As", self.form),
            ("What", self.range),
            ("Title", self.title),
            ("Sheet", self.sheet),
            ("Size", size),
            ("Pages", self.paging),
            ("Style", self.theme),
            ("Measures", self.band),
            ("Sources", more),
            ("Alt text", self.alt),
        )
        grid = form(rows)
        grid.setRowStretch(len(rows), 1)
        self.width_px.setAccessibleName("Width")
        self.height_px.setAccessibleName("Height")
        self.references.setToolTip("Numbered references: the words of every statement, with page and speaker")
        self.alt.setAccessibleName("What the picture shows, for people who cannot see it")
        self.alt.setToolTip("Stands in the file, for people who cannot see the picture")
        return grid

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(self._suit_sheet)
        self.theme.activated.connect(self._ask_style)
        for box in (self.form, self.range, self.paging, self.theme, self.band):
            box.currentIndexChanged.connect(self._changed)
        for spin in (self.width_px, self.height_px):
            spin.valueChanged.connect(self._changed)
        self.title.textChanged.connect(self._changed)
        self.references.toggled.connect(self._changed)
        self.pages.turned.connect(self._show_page)
        choose_paging(self.paging, Paging.GROW)

    @property
    def suffix(self) -> str:
        """Give the suffix of the file to write."""
        return "." + str(self.form.currentData()).rpartition(".")[2]

    @property
    def query(self) -> Query:
        """Give the filter of what is to be written."""
        session = self._session
        match self.range.currentData():
            case "all":
                return Query()
            case "starred":
                return Query(ticked=frozenset({(Facet.IS, Trait.STARRED.value)}))
            case "view":
                return session.query.within(*session.viewport)
            case _:
                return session.query

    @property
    def _arrangement(self) -> Arrangement:
        """Give how the lanes stand on screen; of everything none is left out."""
        standing = self._session.arrangement
        return standing.show_all() if self.range.currentData() == "all" else standing

    @property
    def recipe(self) -> Recipe:
        """Give how the picture is to look; raises `ExplorerError` for a size out of bounds."""
        session, chosen = self._session, self.sheet.currentData()
        is_view = self.range.currentData() == "view"
        theme = str(self.theme.currentData())
        return Recipe(
            sheet=SHEETS.get(chosen) or pixels(self.width_px.value(), self.height_px.value()),
            paging=Paging(self.paging.currentData()),
            theme=self._style if theme == _OWN_STYLE and self._style else theme.replace(_OWN_STYLE, "light"),
            lanes=session.lanes,
            arrangement=self._arrangement,
            chart=session.chart,
            title=self.title.text().strip() or session.title,
            lo_s=session.viewport[0] if is_view else None,
            hi_s=session.viewport[1] if is_view else None,
            measures=Band(self.band.currentData()),
            references=self.references.isChecked(),
            labels=self.labels,
            alt=self._own_alt(),
        )

    def picture(self, recipe: Recipe | None = None, suffix: str = "") -> Picture:
        """Lay out the picture as it would be written."""
        session, query = self._session, self.query
        settled = (recipe or self.recipe).for_file(suffix or self.suffix)
        known, rows = list(session.events.values()), self._rows(query)
        # The view's own times bound the axis and are no filter that a reader has to be told.
        shown = session.query if self.range.currentData() == "view" else query
        return image.picture(
            session.table, known, session.articles, shown, settled, mask=rows, series=session.series
        )

    def write(self, target: Path) -> int:
        """Write the file and give the number of events or values in it; raises `ExplorerError` on failure."""
        session, rows = self._session, self._rows(self.query)
        if target.suffix.lower() in image.SUFFIXES:
            made = self.picture(suffix=target.suffix.lower())
            image.write(made, target)
            return int(made.content.mask.sum())
        chosen = [session.events[session.table.ids[row]] for row in rows.nonzero()[0]]
        if self.form.currentData() == ".measures.csv":
            return tables.write_measures(chosen, session.articles, target)
        tables.write(chosen, session.articles, target)
        return int(rows.sum())

    def show_preview(self) -> None:
        """Draw the picture small, as it would be written, and tell what found no room in it."""
        self._shown = None
        is_picture = self.suffix in image.SUFFIXES
        if is_picture and self._rows(self.query).any():
            try:
                self._shown = self.picture()
            except ExplorerError as error:
                self.problem.setText(str(error))
        made = self._shown
        self.pages.set_count(len(made.page.pages) if made else 1)
        if made is None:
            self.preview.clear_image("" if is_picture else "A table has no preview.")
            return
        self._show_page(self.pages.number)
        self.summary.setText(_told(made))
        if not self._own_alt():
            self.alt.setPlaceholderText(made.alt)

    def _show_page(self, number: int) -> None:
        if self._shown is not None:
            self.preview.show_image(self._shown.image(number, _PREVIEW_WIDTH_PX / self._shown.page.width))

    def copy_picture(self) -> None:
        """Put the picture into the clipboard."""
        try:
            copy(self.picture(suffix=".png"))
        except ExplorerError as error:
            self.problem.setText(str(error))
            return
        self._session.notice("The picture is in the clipboard.")

    def _own_alt(self) -> str:
        return self.alt.toPlainText().strip()

    def _made_for_drag(self) -> Path | None:
        """Write the picture where a drop can take it; None where it cannot be made."""
        if not _dragged:
            _dragged.append(TemporaryDirectory(prefix="timeline-explorer-"))
        target = Path(_dragged[0].name) / f"{self._file_name()}{self.suffix}"
        try:
            self.write(target)
        except ExplorerError as error:
            self.problem.setText(str(error))
            return None
        return target

    def _file_name(self) -> str:
        name = re.sub(r"[^\w .()-]+", "-", self.title.text().strip() or self._session.title).strip(" .-")
        return name[:80] or "timeline"

    def _rows(self, query: Query) -> Mask:
        session = self._session
        return mask(session.table, query, session.text_rows() if query.text else None)

    def _events(self) -> list[Event]:
        session = self._session
        return [session.events[session.table.ids[row]] for row in self._rows(self.query).nonzero()[0]]

    def _suit_sheet(self) -> None:
        """Turn to what suits a sheet that was chosen: a slide is one page and has no room for sources."""
        sheet = SHEETS.get(self.sheet.currentData())
        choose_paging(self.paging, sheet.paging if sheet else Paging.GROW)
        self.references.setChecked(sheet is None or sheet.unit_pt is not None)
        self._changed()

    def _changed(self) -> None:
        is_picture = self.suffix in image.SUFFIXES
        for field in (self.title, self.sheet, self.paging, self.theme, self.band, self.references, self.alt):
            field.setEnabled(is_picture)
        for button in (self.relabel, self.copy):
            button.setEnabled(is_picture)
        is_free = self.sheet.currentData() == "pixels" and self.suffix != ".pdf"
        for spin in (self.width_px, self.height_px):
            spin.setEnabled(is_picture and is_free)
        count = int(self._rows(self.query).sum())
        self.summary.setText(f"{words.count(count, 'event')} will be written.")
        self.problem.setText("" if count else "There is no event to write.")
        self.ok.setEnabled(count > 0)
        self.relabel.setText(f"Labels ({len(self.labels)})…" if self.labels else "Labels…")
        self._later.start()

    def _ask_labels(self) -> None:
        dialog = LabelsDialog(self, self._events(), self.labels)
        choose.ask(dialog, lambda: self._take_labels(dialog.labels))

    def _take_labels(self, labels: dict[str, str]) -> None:
        self.labels = labels
        self._changed()

    def _ask_style(self) -> None:
        if self.theme.currentData() == _OWN_STYLE:
            dialog = QFileDialog(self, "House style")
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter("House style (*.toml)")
            dialog.fileSelected.connect(self.take_style)
            dialog.rejected.connect(self._forget_style)
            dialog.open()

    def take_style(self, path: str) -> None:
        """Use the house style in a file."""
        self._style = Path(path)
        self.theme.setItemText(self.theme.findData(_OWN_STYLE), f"House style: {self._style.name}")
        self.theme.setCurrentIndex(self.theme.findData(_OWN_STYLE))
        self._changed()

    def _forget_style(self) -> None:
        if self._style is None:
            self.theme.setCurrentIndex(int(self._session.theme.is_dark))

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, "Export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(self.suffix.removeprefix("."))
        dialog.setNameFilter(f"{self.form.currentText()} (*{self.suffix})")
        dialog.selectFile(f"{self._file_name()}{self.suffix}")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Write where a person chose; ask once before files that they did not name are written over."""
        target = Path(path)
        try:
            suffix = target.suffix.lower()
            taken = image.taken(self.picture(suffix=suffix), target) if suffix in image.SUFFIXES else []
        except ExplorerError as error:
            self.problem.setText(str(error))
            return
        if taken:
            choose.ask(ReplaceDialog(self, taken), lambda: self._write_now(target))
        else:
            self._write_now(target)

    def _write_now(self, target: Path) -> None:
        try:
            count = self.write(target)
        except ExplorerError as error:
            self.problem.setText(str(error))
            return
        noun = "value" if self.form.currentData() == ".measures.csv" else "event"
        self._session.notice(f"{words.count(count, noun)} written to {target}.")
        self.accept()


def choose_paging(box: QComboBox, paging: Paging) -> None:
    """Turn a box to a way of paging."""
    box.setCurrentIndex(box.findData(paging.value))


def _box(entries: "dict[str, str] | dict[Paging, str] | dict[Band, str]") -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for key, name in entries.items():
        box.addItem(name, str(key))
    return box


def _told(made: Picture) -> str:
    """Say how large the picture is, and what found no room."""
    page = made.page
    parts = [f"{words.count(len(page.drawn), 'event')} on {words.count(len(page.pages), 'page')}"]
    if made.content.left_out.lanes:
        parts.append(f"{words.count(len(made.content.left_out.lanes), 'lane')} hidden as on screen")
    if page.hidden:
        parts.append(f"{page.hidden:,} only counted")
    if page.wordless:
        parts.append(f"{words.count(page.wordless, 'mark')} without words")
    if page.cut:
        parts.append(f"{words.count(page.cut, 'label')} cut short")
    if page.unlisted:
        parts.append(f"the statements of {page.unlisted:,} not listed")
    if page.unnamed:
        parts.append(f"{words.count(page.unnamed, 'name')} of lanes cut short")
    if page.merged:
        parts.append(f"{page.merged:,} lanes in one")
    if not page.has_lanes:
        parts.append("too low for lanes")
    if not page.has_band:
        parts.append("too low for measures")
    return " · ".join(parts) + "."
