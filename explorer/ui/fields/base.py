"""A value that is read as words and becomes an editor: a line, a few lines, or a menu.

A click, or Enter on the field that has the keyboard, opens it; Enter takes what is typed, Tab takes it and goes
on, Esc gives it up. What cannot be read is not taken: the field stays open and says why.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QFocusEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.ui import roles
from explorer.ui import style as look
from explorer.ui.fields.reading import Typed, with_keys
from explorer.ui.overrides import guarded
from explorer.ui.parts import plain

_NOTE_PX = 84
_SHORT_PX = 240
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Line(QLineEdit):
    """A line whose Esc, Enter and Tab are its own and not the window's."""

    asked = Signal(int)  # take it, and go on by this many fields
    left = Signal()  # take it: the keyboard is elsewhere already
    given_up = Signal()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(0)
        else:
            super().keyPressEvent(event)

    @guarded(False)
    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.asked.emit(1 if is_next else -1)
        return True

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class Lines(QPlainTextEdit):
    """A few lines: Enter takes them, Shift+Enter begins another one."""

    asked = Signal(int)
    left = Signal()
    given_up = Signal()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_shifted:
            self.asked.emit(0)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.asked.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


def _is_own(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.ShortcutOverride
        and event.key() in _OWN_KEYS
    )


class Field(QFrame):
    """Words that can be edited; what is shown is plain text, whatever an article has written into it."""

    opened = Signal()
    closed = Signal()
    left = Signal(int)  # the keyboard is to go on by this many fields, 0 for this one

    def __init__(self, name: str, style: str = "value", hint: str = "add") -> None:
        super().__init__()
        roles.give(self, QAccessible.Role.Button)
        self.name = name
        self._hint = hint
        self.setObjectName("editable")
        self.setAccessibleName(name)
        self.setAccessibleDescription("Press Enter to change")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"Click, or press Enter, to change: {name.lower()}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label = plain("", style)
        self.label.setWordWrap(True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self.label)
        self.editor: QWidget | None = None
        self.is_open = False

    def show_words(self, text: str) -> None:
        """Show a value; what was being typed is given up."""
        self.label.setText(text or self._hint)
        self.label.setProperty("empty", not text)
        look.restyle(self.label)
        self.setAccessibleName(f"{self.name}: {text or 'nothing'}")
        self._turn(is_open=False)

    def _turn(self, *, is_open: bool) -> None:
        """Show the editor or the words."""
        self.is_open = is_open
        if self.editor is not None:
            self.label.setVisible(not is_open)
            self.editor.setVisible(is_open)

    def begin(self) -> None:
        """Open the editor."""
        raise NotImplementedError

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.is_open and event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not self.is_open and event.key() in keys:
            self.begin()
        else:
            super().keyPressEvent(event)


class TextField(Field):
    """Words that are typed anew; `reads` says what they mean while they are typed.

    A field of several `lines` is for notes; a short one is as wide as its words.
    """

    edited = Signal(object)  # Typed
    typing = Signal(object)  # Typed, at each letter; None when it ends

    def __init__(
        self,
        name: str,
        reads: Callable[[str], Typed],
        *,
        style: str = "value",
        hint: str = "add",
        lines: bool = False,
        is_short: bool = False,
    ) -> None:
        super().__init__(name, style, hint)
        if is_short:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self.label.setWordWrap(False)
        self._reads = reads
        self._text = ""
        self.field: Line | Lines = Lines() if lines else Line()
        self.field.setAccessibleName(name)
        if isinstance(self.field, Lines):
            self.field.setObjectName("field")
            self.field.setFixedHeight(look.px(_NOTE_PX))
        if is_short:
            self.field.setMinimumWidth(look.px(_SHORT_PX))
        self.said = plain("", "quiet")
        self.said.setWordWrap(True)
        self.said.hide()
        editor = QWidget()
        box = QVBoxLayout(editor)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.field)
        box.addWidget(self.said)
        editor.hide()
        self.box.addWidget(editor)
        self.editor = editor
        self.field.textChanged.connect(self._typed)
        self.field.asked.connect(self._go_on)
        self.field.left.connect(self._take)
        self.field.given_up.connect(self.give_up)

    def show_value(self, text: str, typed_as: str | None = None) -> None:
        """Show a value; `typed_as` is what stands in the line when it is opened, if that is other words."""
        self.drop()
        self._text = text if typed_as is None else typed_as
        self.show_words(text)

    def text(self) -> str:
        """Give what is typed."""
        field = self.field
        return field.toPlainText() if isinstance(field, Lines) else field.text()

    def begin(self) -> None:
        if self.is_open:
            return
        self.field.blockSignals(True)
        if isinstance(self.field, Lines):
            self.field.setPlainText(self._text)
        else:
            self.field.setText(self._text)
        self.field.blockSignals(False)
        self._turn(is_open=True)
        self._show_typed(Typed(()))
        self.field.setFocus()
        self.field.selectAll()
        self.opened.emit()

    def give_up(self) -> None:
        """Close the editor and leave the value as it was."""
        if self.is_open:
            self._close()
            self.setFocus()

    def drop(self) -> None:
        """Close the editor without a value, wherever the keyboard is."""
        if self.is_open:
            self._close()

    def _typed(self) -> None:
        typed = self._reads(self.text())
        self._show_typed(typed)
        self.typing.emit(typed)

    def _show_typed(self, typed: Typed) -> None:
        self.said.setText(typed.said)
        self.said.setVisible(bool(typed.said))
        self.said.setObjectName("problem" if typed.is_wrong else "quiet")
        for widget in (self.said, self.field):
            widget.setProperty("wrong", typed.is_wrong)
            look.restyle(widget)

    def _go_on(self, steps: int) -> None:
        self._take()
        if not self.is_open:
            self.left.emit(steps)

    def _take(self) -> None:
        if not self.is_open:
            return
        text = self.text().strip()
        if text == self._text.strip():
            self._close()
        else:
            typed = self._reads(text)
            if typed.is_wrong:
                self._show_typed(typed)
                return
            self._close()
            self.edited.emit(typed)

    def _close(self) -> None:
        self._turn(is_open=False)
        self.typing.emit(None)
        self.closed.emit()


class Option(NamedTuple):
    """A line of a menu: its value, its words, its sign."""

    value: str
    label: str
    icon: QIcon | None = None


class MenuField(Field):
    """A value chosen from a small menu, in which each line has a letter."""

    edited = Signal(str)

    def __init__(self, name: str, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__(name)
        self._options = options
        self._value = ""

    def show_value(self, value: str, text: str) -> None:
        """Show a value by its words."""
        self._value = value
        self.show_words(text)

    def begin(self) -> None:
        menu = self.menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu(self) -> QMenu:
        """Make the menu; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        options = self._options()
        for option, label in zip(options, with_keys([one.label for one in options]), strict=True):
            action = menu.addAction(label)
            action.setCheckable(option.icon is None)
            action.setChecked(option.value == self._value)
            action.setData(option.value)
            if option.icon is not None:
                action.setIcon(option.icon)
            action.triggered.connect(_teller(self.edited, option.value, self._value))
            if option.value == self._value:
                menu.setActiveAction(action)
        return menu


def _teller(signal: SignalInstance, value: str, before: str) -> Callable[..., None]:
    def tell(*_: object) -> None:
        if value != before:
            signal.emit(value)

    return tell
