"""A theme as Qt wants it: colours, a palette, one style sheet. No literal colour stands here or in a widget.

All sizes are written for the usual size of text and grow with that of the theme: `px` for those of a widget,
`sheet` for those of the style sheet.
"""

import re
from dataclasses import replace

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from explorer import resources
from explorer.paint.colour import mixed
from explorer.paint.fonts import font
from explorer.paint.theme import Theme

# Asked for when the QApplication is made: `setStyle` would first make all names of QStyle in Python.
OF_QT = "Fusion"
USUAL_PX = 12.0  # the `size_px` of a theme for which all sizes are written
LEAST_PERCENT, MOST_PERCENT = 80, 200
STEPS = (80, 90, 100, 110, 125, 150, 175, 200)  # percent
_SYSTEM_PX = 15.0  # up to here the font of a system is no wish for larger text
_FACTOR = "textFactor"  # the property of the application that holds how large text is
BASE_PX = 12.5
SMALL_PX = 12.0


def colour(theme: Theme, role: str) -> QColor:
    """Give the colour of a role."""
    return QColor(getattr(theme, role))


def kind_colour(theme: Theme, kind: str) -> QColor:
    """Give the colour of a kind's family."""
    return QColor(theme.of_kind(kind))


def plain_tip(text: str) -> str:
    """Make a tool tip that Qt shows as it stands, even if the text looks like HTML."""
    import html  # its table of signs is long, and the first paint has no such tip

    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text


def ui_font(theme: Theme, size_px: float = BASE_PX, *, bold: bool = False, italic: bool = False) -> QFont:
    """Give the window's font; `size_px` is for text of the usual size."""
    return font(theme, size_px * factor(theme), bold=bold, italic=italic)


def factor(theme: Theme) -> float:
    """Give how much larger than usual the text of a theme is."""
    return theme.size_px / USUAL_PX


def sized(theme: Theme, percent: int) -> Theme:
    """Give a theme with its text at so many percent of its size."""
    return replace(theme, size_px=theme.size_px * percent / 100)


def system_percent() -> int:
    """Give the size of text that the system asks for: 100, or more where its own font is large."""
    asked = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    px = float(asked.pixelSize())
    if px <= 0:
        px = asked.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
    return min(max(round(100 * px / _SYSTEM_PX), 100), MOST_PERCENT)


def stepped(percent: int, steps: int) -> int:
    """Give the next larger (1) or smaller (-1) size of text, staying at either end."""
    beyond = [step for step in STEPS if (step > percent if steps > 0 else step < percent)]
    return percent if not beyond else beyond[0] if steps > 0 else beyond[-1]


def px(size: float) -> int:
    """Give a size for the text as large as it is now; `size` is that for text of the usual size, in pixels."""
    return round(size * grown())


def grown() -> float:
    """Give how much larger than usual the text is now."""
    app = QApplication.instance()
    held = app.property(_FACTOR) if app is not None else None
    return held if isinstance(held, float) else 1.0


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in a theme."""
    app.setProperty(_FACTOR, factor(theme))
    # Each of these goes through all widgets, so that nothing is set that is so already.
    dressing = palette(theme)
    if app.palette() != dressing:
        app.setPalette(dressing)
    if app.font() != ui_font(theme, 13):
        app.setFont(ui_font(theme, 13))
    if app.styleSheet() != (rules := sheet(theme)):
        app.setStyleSheet(rules)


def restyle(widget: QWidget) -> None:
    """Dress a widget anew after a property that the style sheet asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """Give the palette, for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in {
        role.Window: "ground",
        role.Base: "ground",
        role.AlternateBase: "band",
        role.Button: "ground",
        role.WindowText: "ink",
        role.Text: "ink",
        role.ButtonText: "ink",
        role.PlaceholderText: "muted",
        role.ToolTipBase: "field",
        role.ToolTipText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "ground",
        role.Midlight: "line",
        role.Mid: "line_strong",
        role.Dark: "line_strong",
        role.Accent: "accent",
    }.items():
        made.setColor(where, colour(theme, name))
    faint = QColor(disabled(theme))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, faint)
    return made


def disabled(theme: Theme) -> str:
    """Give the colour of words that cannot be chosen now: fainter than quiet ones, and still to be read."""
    return mixed(theme.muted, theme.ground, 0.77)


def sheet(theme: Theme) -> str:
    """Give the style sheet; widgets are named by `objectName`, states by properties."""
    roles = {name: getattr(theme, name) for name in Theme.__slots__ if isinstance(getattr(theme, name), str)}
    roles["disabled"] = disabled(theme)
    text = _SHEET.replace("@icons", resources.path("icons").as_posix())
    text = text.replace("@check", "check-dark" if theme.is_dark else "check-light")
    for name in sorted(roles, key=len, reverse=True):
        text = text.replace(f"@{name}", roles[name])
    return _grown(text, factor(theme)) + _of_bars(theme)


def _grown(text: str, by: float) -> str:
    """Let the sizes of a style sheet grow with its text; lines and gaps of a pixel or two stay."""
    soft = min(by, (1 + by) / 2)  # room around words grows half as much: where text is large, room is dear

    def grow(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        times = soft if name.startswith(_ROOM) else by
        return f"{name}:" + _PIXELS.sub(
            lambda px: f"{round(int(px[1]) * times) if int(px[1]) > 2 else px[1]}px", value
        )

    return _ENTRY.sub(grow, text)


_ENTRY = re.compile(r"([a-z-]+):([^;{}]+)")
_PIXELS = re.compile(r"(\d+)px")
_ROOM = ("padding", "margin", "spacing", "border")


def _of_bars(theme: Theme) -> str:
    """Give the rules of the scroll bars, which are no text."""
    return _BARS.replace("@line_strong", theme.line_strong).replace("@muted", theme.muted)


_SHEET = """
* { font-size: 13px; }
QMainWindow, QDialog, QWidget#page { background: @ground; }
QToolTip { background: @field; color: @ink; border: 1px solid @line_strong; padding: 4px 6px; }
QWidget#header { background: @ground; border-bottom: 1px solid @line; }
QWidget#filterBar { background: @panel; border-bottom: 1px solid @line; }
QWidget#side, QWidget#inspector, QWidget#source { background: @ground; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; font-size: 12px; padding: 0 8px; }
QLabel#libraryTitle { font-size: 15px; font-weight: 600; color: @ink; }
QLabel#quiet, QLabel#saved { color: @muted; font-size: 12px; }
QLabel#facetTitle { color: @muted; font-size: 12px; font-weight: 600; }
QLabel#articleTitle { font-size: 17px; font-weight: 600; }
QLabel#sideTitle { font-weight: 600; }
QLabel#eventTitle { font-size: 15px; font-weight: 600; }
QLabel#eventDate { font-size: 15px; font-weight: 600; }
QLabel#quote { color: @muted; font-size: 12px; font-style: italic; }
QLabel#emptyTitle { font-size: 17px; font-weight: 600; color: @ink; }
QLabel#emptyText { color: @muted; }
QLabel#dialogTitle { font-size: 17px; font-weight: 600; }
QLabel#problem { color: @warning; }
QLabel#undone { color: @muted; }
QFrame#editable { border: 1px solid transparent; border-radius: 4px; background: transparent; }
QFrame#editable:hover { background: @panel; }
QFrame#editable:focus { border-color: @focus; }
QFrame#editable QLabel[empty="true"] { color: @muted; font-weight: 400; }

QPushButton, QToolButton#button {
  background: @ground; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 5px 11px;
  min-height: 16px;
}
QPushButton:hover, QToolButton#button:hover { background: @panel; border-color: @line_strong; }
QPushButton:pressed, QToolButton#button:pressed { background: @field; }
QPushButton:focus, QToolButton#button:focus { border: 1px solid @focus; }
QPushButton:disabled, QToolButton#button:disabled { color: @disabled; }
QLineEdit:disabled, QCheckBox:disabled, QPlainTextEdit:disabled { color: @disabled; }
QPushButton#primary { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600; }
QPushButton#primary:hover { border-color: @ink; }
QPushButton#primary:focus { border: 2px solid @ink; padding: 4px 10px; }
QPushButton#primary:disabled { background: @field; color: @disabled; border-color: @line; }
QPushButton#leading { border: 2px solid @accent; font-weight: 600; padding: 4px 10px; }
QPushButton#verdict { padding: 5px 8px; }
QPushButton#leading { padding: 4px 7px; }
QPushButton#leading:focus { border-color: @ink; }
QPushButton#chip, QToolButton#chip {
  background: @ground; color: @muted; border: 1px solid @line; border-radius: 11px;
  padding: 1px 10px; min-height: 18px;
  font-size: 12px;
}
QPushButton#chip:hover, QToolButton#chip:hover { color: @ink; border-color: @line_strong; }
QPushButton#chip[on="true"] { background: @accent_soft; color: @ink; border-color: @accent; }
QPushButton#chip[on="out"] { background: @ground; color: @warning; border-color: @warning; }
QPushButton#chip:focus, QToolButton#chip:focus { border-color: @focus; }
QPushButton#link, QToolButton#link {
  background: transparent; border: none; border-radius: 3px; color: @accent; padding: 1px 2px;
  font-size: 12px;
  text-align: left; min-height: 0;
}
QPushButton#link[quiet="true"] { color: @muted; }
QPushButton#link[tall="true"] { min-height: 17px; }
QPushButton#link:hover, QToolButton#link:hover { text-decoration: underline; }
QPushButton#link:focus, QToolButton#link:focus { border: 1px solid @focus; padding: 0 1px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px; }
QToolButton:hover { background: @panel; }
QToolButton:focus { border-color: @focus; }
QToolButton#switch { color: @muted; font-size: 12px; padding: 2px 6px; }
QToolButton#switch:hover { color: @ink; }
QToolButton#switch:checked { background: @accent_soft; color: @ink; border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton#segment { border-radius: 0; padding: 3px 10px; color: @muted; font-size: 12px; min-height: 14px; }
QPushButton#segment:checked { background: @field; color: @ink; font-weight: 600; }
QPushButton#segment:focus { border-color: @focus; }

QLineEdit, QPlainTextEdit#field {
  background: @ground; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
  min-height: 18px;
  selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit:focus, QPlainTextEdit#field:focus { border: 1px solid @focus; }
QLineEdit#search { background: @field; border: 1px solid @field; }
QLineEdit#search:focus { background: @ground; border: 1px solid @focus; }
QLineEdit[wrong="true"], QLineEdit#search[wrong="true"] { border: 1px solid @warning; }
QComboBox, QSpinBox {
  background: @ground; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
  min-height: 18px;
}
QComboBox:focus, QSpinBox:focus { border: 1px solid @focus; }
QComboBox:disabled, QSpinBox:disabled, QCheckBox:disabled { color: @disabled; }
QSpinBox QLineEdit { background: transparent; border: none; min-height: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QSpinBox::down-arrow { image: url("@icons/down.svg"); width: 12px; height: 12px; }
QSpinBox::up-arrow { image: url("@icons/up.svg"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QComboBox QAbstractItemView {
  background: @ground; color: @ink; border: 1px solid @line_strong; selection-background-color: @accent_soft;
  selection-color: @ink; outline: none;
}
QMenu { background: @ground; color: @ink; border: 1px solid @line_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; color: @ink; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }

QTextEdit#sourceText { background: @ground; color: @ink; border: none; selection-background-color: @accent;
  selection-color: @on_accent; font-size: 14px; }
QTextEdit#sourceText:focus { border: 1px solid @focus; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: @muted; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 10px;
  margin: 7px 2px; font-size: 12px;
}
QTabBar::tab:selected { background: @field; color: @ink; font-weight: 600; }
QTabBar::tab:hover:!selected { color: @ink; }
QTabBar::tab:selected:focus { border-color: @focus; }
QTabBar QToolButton { background: @ground; border: 1px solid @line; }
QFrame#rule { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame#conflict { border: 1px solid @warning; border-radius: 6px; background: @ground; }
QLabel#conflictSign { color: @warning; font-size: 15px; font-weight: 600; }
QFrame#notice { background: @accent_soft; border: 1px solid @line_strong; border-radius: 8px; }
QFrame#notice[warning="true"] { background: @highlight; border-color: @warning; }
QFrame#strip { background: @accent_soft; border: none; border-bottom: 1px solid @line; }
QFrame#strip QProgressBar { background: @line_strong; }
QFrame#strip QPushButton#link:checked { font-weight: 600; text-decoration: underline; }
QFrame#strip QPushButton#link:disabled { color: @muted; }
QFrame#card { background: @ground; border: 1px solid @line; border-radius: 8px; }
QPushButton#badge, QLabel#badge { border: none; min-height: 0;
  background: @field; color: @ink; border-radius: 5px; padding: 2px 8px; font-size: 12px;
}
QPushButton#badge:focus { border: 1px solid @focus; padding: 1px 7px; }
QPushButton#badge:hover { border: 1px solid @line_strong; padding: 1px 7px; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#page { background: @ground; }
QTableView, QListView, QTreeView {
  background: @ground; alternate-background-color: @band; color: @ink; border: none; gridline-color: @line;
  selection-background-color: @accent_soft; selection-color: @ink; outline: none;
}
QTableView { border: 1px solid @ground; }
QListView#framed, QTableView#framed, QPlainTextEdit#framed { border: 1px solid @line; border-radius: 6px; }
QTableView:focus, QListView#framed:focus, QTableView#framed:focus, QPlainTextEdit#framed:focus {
  border: 1px solid @focus;
}
QTableView::item { padding: 0 6px; border: none; }
QListView::item { padding: 3px 4px; }
QListView::item:focus { border: 1px solid @focus; }
QListView::item:selected:focus { background: @accent_soft; color: @ink; }
QHeaderView::section {
  background: @ground; color: @muted; border: none; border-bottom: 1px solid @line;
  padding: 6px 8px; font-size: 12px;
  font-weight: 600;
}
QHeaderView { background: @ground; border: none; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QCheckBox::indicator, QListView::indicator {
  width: 13px; height: 13px; border: 1px solid @muted; border-radius: 3px; background: @ground;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: @accent; border-color: @accent; image: url("@icons/@check.svg");
}
QCheckBox::indicator:disabled { border-color: @line_strong; }
QCheckBox::indicator:checked:disabled { background: @line_strong; border-color: @line_strong; }
QCheckBox, QRadioButton { color: @ink; spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0;
}
"""
