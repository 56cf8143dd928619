"""Write a picture or a table of the events: which ones, in what form, and how it will look."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from explorer.exchange import tables
from explorer.index import mask
from explorer.index.table import Mask
from explorer.model.errors import ExplorerError
from explorer.model.query import Query
from explorer.paint.image import export_picture
from explorer.ui import words
from explorer.ui.dialogs.base import Dialog, caption, told
from explorer.ui.session import Session

FORMATS = {
    ".png": "Picture, PNG",
    ".svg": "Drawing, SVG",
    ".pdf": "Page, PDF",
    ".csv": "Table, CSV",
    ".json": "Records, JSON",
    ".jsonl": "Records, JSON Lines",
}
PICTURES = (".png", ".svg", ".pdf")
RANGES = {"filter": "What passes the filter", "view": "What is on screen now", "all": "Everything"}
_PREVIEW_PX = QSize(420, 250)
_TYPING_MS = 300


class ExportDialog(Dialog):
    """Asks for form, range, size, theme and title; the preview is made by the same painter."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "Export", "Export…", width_px=520)
        self._session = session
        self.form, self.range, self.theme = QComboBox(), QComboBox(), QComboBox()
        for suffix, name in FORMATS.items():
            self.form.addItem(name, suffix)
        for key, name in RANGES.items():
            self.range.addItem(name, key)
        for key in ("light", "dark"):
            self.theme.addItem(key.capitalize(), key)
        self.theme.setCurrentIndex(int(session.theme.is_dark))
        self.title = QLineEdit(session.title)
        self.width_px, self.height_px = self._size_box(1600), self._size_box(900)
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW_PX)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName("Preview of the picture")
        self.summary = told("", "quiet")
        self.problem = told("", "problem")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING_MS)
        self._later.timeout.connect(self.show_preview)
        self._lay_out()
        for box in (self.form, self.range, self.theme):
            box.currentIndexChanged.connect(self._changed)
        for spin in (self.width_px, self.height_px):
            spin.valueChanged.connect(self._changed)
        self.title.textChanged.connect(self._changed)
        self._changed()

    def _size_box(self, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(400, 20_000)
        box.setSingleStep(100)
        box.setValue(value)
        box.setSuffix(" px")
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("As", self.form),
            ("What", self.range),
            ("Title", self.title),
            ("Width", self.width_px),
            ("Height", self.height_px),
            ("Theme", self.theme),
        )
        for at, (name, field) in enumerate(rows):
            field.setAccessibleName(name)
            grid.addWidget(caption(name), at, 0)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.problem)
        # Export asks for the place before it closes, so that a refused place is told in the dialog.
        self.ok.clicked.disconnect()
        self.ok.clicked.connect(self._ask_place)

    @property
    def suffix(self) -> str:
        """Give the suffix that says the form."""
        return str(self.form.currentData())

    @property
    def query(self) -> Query:
        """Give the filter of what is to be written."""
        session = self._session
        match self.range.currentData():
            case "all":
                return Query()
            case "view":
                lo_s, hi_s = session.viewport
                lo_s = max(lo_s, session.query.lo_s) if session.query.lo_s is not None else lo_s
                hi_s = min(hi_s, session.query.hi_s) if session.query.hi_s is not None else hi_s
                return replace(session.query, lo_s=lo_s, hi_s=hi_s)
            case _:
                return session.query

    def write(self, target: Path, *, size: tuple[int, int] | None = None, scale: float = 2.0) -> int:
        """Write the file and give the number of events in it; raises `ExplorerError` where it cannot be."""
        session, query = self._session, self.query
        rows = self._rows(query)
        is_view = self.range.currentData() == "view"
        lo_s, hi_s = session.viewport if is_view else (None, None)
        if target.suffix.lower() in PICTURES:
            export_picture(
                session.table,
                list(session.events.values()),
                session.articles,
                query,
                target,
                mask=rows,
                size=size or (self.width_px.value(), self.height_px.value()),
                scale=scale,
                theme=str(self.theme.currentData()),
                lanes=session.lanes,
                title=self.title.text().strip() or session.title,
                lo_s=lo_s,
                hi_s=hi_s,
            )
        else:
            chosen = [session.events[session.table.ids[row]] for row in rows.nonzero()[0]]
            tables.write(chosen, session.articles, target)
        return int(rows.sum())

    def show_preview(self) -> None:
        """Draw the picture small, as it would be written."""
        if self.suffix not in PICTURES or not self._rows(self.query).any():
            self.preview.clear()
            return
        size = (self.width_px.value(), self.height_px.value())
        with TemporaryDirectory() as folder:
            target = Path(folder) / "preview.png"
            try:
                self.write(target, size=size, scale=1.0)
            except ExplorerError as error:
                self.problem.setText(str(error))
                return
            picture = QPixmap(str(target))
        ratio = self.devicePixelRatioF()
        room = QSize(round(_PREVIEW_PX.width() * ratio), round(_PREVIEW_PX.height() * ratio))
        # The picture grows downwards by its references; its upper part is what one wants to see.
        wide = picture.scaledToWidth(room.width(), Qt.TransformationMode.SmoothTransformation)
        small = wide.copy(0, 0, room.width(), min(wide.height(), room.height()))
        small.setDevicePixelRatio(ratio)
        self.preview.setPixmap(small)

    def _rows(self, query: Query) -> Mask:
        session = self._session
        return mask(session.table, query, session.text_rows() if query.text else None)

    def _changed(self) -> None:
        is_picture = self.suffix in PICTURES
        for field in (self.title, self.width_px, self.height_px, self.theme):
            field.setEnabled(is_picture)
        self.preview.setVisible(is_picture)
        count = int(self._rows(self.query).sum())
        self.summary.setText(f"{words.count(count, 'event')} will be written.")
        self.problem.setText("" if count else "There is no event to write.")
        self.ok.setEnabled(count > 0)
        self._later.start()

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, "Export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(self.suffix.removeprefix("."))
        dialog.setNameFilter(f"{self.form.currentText()} (*{self.suffix})")
        dialog.selectFile(f"{self._session.title or 'timeline'}{self.suffix}")
        dialog.fileSelected.connect(self._write_to)
        dialog.open()

    def _write_to(self, path: str) -> None:
        target = Path(path)
        try:
            count = self.write(target)
        except ExplorerError as error:
            self.problem.setText(str(error))
            return
        self._session.notice(f"{words.count(count, 'event')} written to {target}.")
        self.accept()
