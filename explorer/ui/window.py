"""The window: a shell that can be painted at once, and that the rest of the program fills afterwards.

It knows no library and no event. What is dropped or pasted on it is handed on. `Qt` with its thousand names is
reached through `QtCore`: making them costs a tenth of the first paint.
"""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.ui import style
from explorer.ui.header import Header

LEAST_PX = (1000, 640)
FIRST_PX = (1600, 1000)
_NOTICE_MS = 12_000
_TOLD_PX = 620
_BAR_PX, _STATUS_PX = 37, 27


class Card(QFrame):
    """A box that tells when it comes and goes."""

    changed = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.changed.emit()


class Notice(Card):
    """One sentence over the work area, which goes by itself unless it warns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.details = QPushButton("Reading account")
        self.details.setObjectName("link")
        self.offered = QPushButton()
        self.offered.setObjectName("link")
        self.offered.clicked.connect(self._take_offer)
        self._does: Callable[[], object] | None = None
        close = QPushButton("✕")
        close.setObjectName("link")
        close.setAccessibleName("Close the notice")
        close.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 12, 6)
        box.addWidget(self.label, 1)
        box.addWidget(self.offered)
        box.addWidget(self.details)
        box.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, sentence: str, *, is_warning: bool = False, has_details: bool = False) -> None:
        """Show a sentence; one that warns stays until it is closed."""
        self.label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.label.setText(sentence)
        self.setProperty("warning", is_warning)
        style.restyle(self)
        self.details.setVisible(has_details)
        self.offered.hide()
        self._does = None
        self.show()
        self.changed.emit()
        if is_warning:
            self._timer.stop()
        else:
            self._timer.start(_NOTICE_MS)

    def offer(self, text: str, does: Callable[[], object]) -> None:
        """Offer something to do beside the sentence that is told; it goes with that."""
        self._does = does
        self.offered.setText(text)
        self.offered.show()
        self.details.hide()
        self.changed.emit()

    def end_offer(self) -> None:
        """Take back the sentence with its offer, where there is one."""
        if self._does is not None:
            self._does = None
            self.hide()

    def _take_offer(self) -> None:
        does = self._does
        self.end_offer()
        if does is not None:
            does()


class Working(Card):
    """A line that says how far the reading is, with a way to stop it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of reading")
        stop = QPushButton("Stop")
        stop.setObjectName("link")
        stop.setToolTip("Stop reading; what is read already stays")
        stop.clicked.connect(self.cancelled)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 5, 12, 5)
        box.setSpacing(12)
        box.addWidget(self.label)
        box.addWidget(self.bar, 1)
        box.addWidget(stop)
        self.hide()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Say how many of how many are done."""
        self.label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.label.setText(f"Reading {min(done + 1, total):,} of {total:,}{f' · {name}' if name else ''}")
        self.show()
        self.changed.emit()


class Window(QMainWindow):
    """The shell: header, filter bar, work area, status bar; and where things are dropped."""

    first_painted = Signal()
    dropped = Signal(list, str)  # local paths, or a text
    closing = Signal()
    resized = Signal(int)  # the width

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Timeline Explorer")
        self.setMinimumSize(*LEAST_PX)
        self.setAcceptDrops(True)
        self.header = Header()
        self.notice = Notice()
        self.working = Working()
        self._filter_bar: QWidget = QFrame()
        self._filter_bar.setObjectName("filterBar")
        self._filter_bar.setFixedHeight(style.px(_BAR_PX))
        self._work: QWidget = QWidget()
        self.page = QWidget()  # what holds the bars and the work area
        self.page.setObjectName("page")
        self._box = QVBoxLayout(self.page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for widget in (self.header, self._filter_bar):
            self._box.addWidget(widget)
        self._box.addWidget(self._work, 1)
        self.setCentralWidget(self.page)
        # What is told floats over the work area, so that nothing jumps when it comes and goes.
        self._over: QWidget | None = None
        self._told = QWidget(self.page)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._column = column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._cards: list[Card] = []
        for card in (self.working, self.notice):
            self.add_card(card)
        self._told.hide()
        self.shown = QLabel("Opening…")
        self.span = QLabel()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.shown)
        bar.addPermanentWidget(self.span)
        self._is_painted = False
        self.fit_text()

    def fit_text(self) -> None:
        """Suit the size of the text."""
        self.header.fit()
        self.statusBar().setFixedHeight(style.px(_STATUS_PX))
        self._place_told()

    def fill(self, filter_bar: QWidget, work: QWidget) -> None:
        """Put the program into the shell."""
        for before, after in ((self._filter_bar, filter_bar), (self._work, work)):
            self._box.replaceWidget(before, after)
            before.hide()
            before.deleteLater()
        self._filter_bar, self._work = filter_bar, work

    def float_over(self, pane: QWidget) -> None:
        """Let cards float over a pane, so that they cover no button beside it."""
        self._over = pane
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pane that the cards float over, wherever its neighbours push it."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self._place_told)
        return super().eventFilter(watched, event)

    def add_card(self, card: Card) -> None:
        """Let a card float over the work area while it is shown."""
        self._cards.append(card)
        self._column.addWidget(card)
        card.changed.connect(self._place_told)

    def restore(self, geometry: str) -> None:
        """Take the place and size it had, as far as the screen allows; else a size that suits the screen."""
        if geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            return
        room = QApplication.primaryScreen().availableGeometry()
        self.resize(min(FIRST_PX[0], room.width()), min(FIRST_PX[1], room.height()))

    def geometry_text(self) -> str:
        """Give the place and size as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def _place_told(self) -> None:
        is_any = not all(card.isHidden() for card in self._cards)
        self._told.setVisible(is_any)
        if is_any:
            room, left = self.page.size(), 0
            if self._over is not None and self._over.isVisible():
                left = self._over.mapTo(self.page, QPoint(0, 0)).x()
                room.setWidth(self._over.width())
            width = min(style.px(_TOLD_PX), room.width() - 40)
            wrapped = self._column.totalHeightForWidth(width)
            height = wrapped if wrapped > 0 else self._told.sizeHint().height()
            self._told.setGeometry(
                left + (room.width() - width) // 2, room.height() - height - 16, width, height
            )
            self._told.raise_()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest and not self._is_painted and self.isVisible():
            self._is_painted = True
            self.first_painted.emit()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The pane under the cards takes its new place only after this.
        QTimer.singleShot(0, self, self._place_told)
        self.resized.emit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # The source of the drag waits until this returns, so that nothing long may begin here.
        text = "" if paths else data.text()
        QTimer.singleShot(0, self, lambda: self.dropped.emit(paths, text))
