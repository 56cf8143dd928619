"""What every dialog has: a title, a body, one leading button, and nothing that keeps it alive once closed."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.ui import style
from explorer.ui.parts import plain
from explorer.ui.tab_order import as_laid_out, chain

_ROW_PX = 28  # of a table
_EDGE_PX = 40  # of the screen that a dialog leaves free
_SIDES_PX = 40  # beside the column
_CHROME_PX = 130  # how high heading and buttons are, with the room around them


class Body(QScrollArea):
    """The column of a dialog; it scrolls where the screen is too low for it."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._page.setLayout(column)
        self._column = column
        self._told = (QSize(), 0)
        self._page.installEventFilter(self)
        self.setWidget(self._page)

    def sizeHint(self) -> QSize:
        """Give the room of the column, where its words wrap at the width of the dialog."""
        hint = self._page.sizeHint()
        width = max(hint.width(), self.window().minimumWidth() - _SIDES_PX)
        return QSize(hint.width(), max(hint.height(), self._column.totalHeightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """Give the least room of the column, as far as a screen has it."""
        least = self._page.minimumSizeHint()
        width = max(
            least.width(), self.width() if self.isVisible() else self.window().minimumWidth() - _SIDES_PX
        )
        high = QSize(least.width(), max(least.height(), self._column.totalMinimumHeightForWidth(width)))
        return high.boundedTo(
            self.screen().availableSize() - QSize(2 * _EDGE_PX, style.px(_CHROME_PX) + _EDGE_PX)
        )

    def _wanted(self) -> tuple[QSize, int]:
        page = self._page
        return page.sizeHint(), self._column.totalHeightForWidth(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the dialog: what has the keyboard comes into view by itself."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the column has grown or shrunk."""
        if event.type() is QEvent.Type.LayoutRequest and self._told != (told := self._wanted()):
            self._told = told  # only then, or dialog and column would ask each other for ever
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Dialog(QDialog):
    """A dialog with a heading, a column to fill (`body`), and its buttons. Sizes grow with the text."""

    def __init__(self, parent: QWidget | None, title: str, does: str = "", *, width_px: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(self._within(min(width_px, 640), 0).width())
        heading = plain(title, "dialogTitle")
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.ok = QPushButton(does)
        self.ok.setObjectName("primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        self.ok.setVisible(bool(does))
        self.cancel = QPushButton("Cancel" if does else "Close")
        self.cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.ok)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(heading)
        self.body.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Body(self.body), 1)
        whole.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab begin with what is to be filled in; the buttons come last, though they were made first."""
        order = list(as_laid_out(self))
        chain(order)
        if self.focusWidget() in (None, self.ok, self.cancel) and order:
            order[0].setFocus()
        super().showEvent(event)

    def take_size(self, width_px: int, height_px: int) -> None:
        """Be so large at first, for text of the usual size."""
        self.resize(self._within(width_px, height_px))

    def _within(self, width_px: int, height_px: int) -> QSize:
        room = self.screen().availableSize() - QSize(_EDGE_PX, _EDGE_PX)
        return QSize(style.px(width_px), style.px(height_px)).boundedTo(room)


def caption(text: str) -> QLabel:
    """Make the small label that stands above or beside a field."""
    return plain(text, "quiet")


def told(text: str = "", name: str = "") -> QLabel:
    """Make a label for words that may come from a document: plain text, wrapped."""
    label = plain(text, name)
    label.setWordWrap(True)
    return label


def form(rows: Iterable[tuple[str, QWidget | QLayout]]) -> QGridLayout:
    """Lay fields out below each other, with their names beside them; one without belongs to that above."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for at, (name, field) in enumerate(rows):
        label = caption(name) if name else None
        if label is not None:
            grid.addWidget(label, at, 0)
        if isinstance(field, QLayout):
            grid.addLayout(field, at, 1)
            continue
        grid.addWidget(field, at, 1)
        if label is not None:
            label.setBuddy(field)
            field.setAccessibleName(name)
    return grid


def find_field(hint: str, name: str, find: Callable[..., object]) -> QLineEdit:
    """Make the line above a list in which words are typed; `find` is called as they change."""
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.textChanged.connect(find)
    return field


def holds(said: str, typed: str) -> bool:
    """Tell whether a line of a list holds all words that are typed, in any case and order."""
    folded = said.casefold()
    return all(word in folded for word in typed.casefold().split())


def listing(name: str, of: QListWidget | None = None) -> QListWidget:
    """Make a list, or dress one, in which what is too long is cut, not scrolled sideways."""
    made = of if of is not None else QListWidget()
    made.setObjectName("framed")
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def as_list(table: QTableView, name: str, widths_px: Sequence[int]) -> None:
    """Make a table look and act as the lists of dialogs do: whole rows, one at a time, no grid.

    Widths are those of columns for text of the usual size; the column of 0 takes what room is left.
    """
    table.setObjectName("framed")
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(style.px(_ROW_PX))
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setMinimumHeight(style.px(160))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(widths_px):
        if width:
            header.resizeSection(column, style.px(width))
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
