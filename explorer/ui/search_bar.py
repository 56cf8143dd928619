"""The search box: words, and `facet:value` or years among them, become a `Query`.

`company:TikTok country:IN -kind:statement 2019..2020 fine` is a filter by three facets, a span and a word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.model import calendar
from explorer.model.query import Facet, Query, Tick

_TOKEN = re.compile(r'(?P<out>-)?(?P<facet>[a-z]+):(?:"(?P<quoted>[^"]*)"|(?P<value>\S+))')
_YEARS = re.compile(r"(?<!\S)(?P<first>\d{4})\.\.(?P<last>\d{4})?(?!\S)|(?<!\S)\.\.(?P<until>\d{4})(?!\S)")
_FACETS: Mapping[str, Facet] = {facet.value: facet for facet in Facet}
HINT = "Search events and articles:  company:TikTok country:IN 2019"

Resolve = Callable[[Facet, str], str | None]


def parse(text: str, base: Query, resolve: Resolve) -> Query:
    """Read what was typed: ticks and spans are added to a query, words replace its text.

    `resolve` turns what a person calls a value into the value, None where there is none such; those words
    are then searched as words.
    """
    ticked: set[Tick] = set(base.ticked)
    excluded: set[Tick] = set(base.excluded)
    lo_s, hi_s = base.lo_s, base.hi_s

    def take_tick(match: re.Match[str]) -> str:
        facet = _FACETS.get(match["facet"])
        said = match["quoted"] if match["quoted"] is not None else match["value"]
        value = resolve(facet, said) if facet else None
        if facet is None or value is None:
            return match[0]
        (excluded if match["out"] else ticked).add((facet, value))
        return " "

    rest = _TOKEN.sub(take_tick, text)
    for match in _YEARS.finditer(rest):
        if match["first"]:
            lo_s = calendar.seconds(int(match["first"]))
        last = match["until"] or match["last"]
        hi_s = calendar.seconds(int(last) + 1) if last else hi_s
    words = " ".join(_YEARS.sub(" ", rest).split())
    return replace(
        base, ticked=frozenset(ticked), excluded=frozenset(excluded - ticked), lo_s=lo_s, hi_s=hi_s, text=words
    )


def is_unfinished(text: str) -> bool:
    """Tell whether a facet or span is being typed, which counts from Enter on only."""
    return ":" in text or ".." in text


def resolver(values: Mapping[Facet, Sequence[str]], label: Callable[[Facet, str], str]) -> Resolve:
    """Make a `Resolve` for the values at hand: by id or name, without regard to case."""

    def resolve(facet: Facet, said: str) -> str | None:
        wanted = said.casefold().replace("_", " ")
        known = [(value, label(facet, value).casefold()) for value in values.get(facet, ())]
        exact = [value for value, name in known if wanted in (value.casefold(), name)]
        begun = sorted((len(name), value) for value, name in known if name.startswith(wanted))
        return exact[0] if exact else begun[0][1] if begun else None

    return resolve


class SearchBar(QLineEdit):
    """The search box of the header. Words filter as they are typed, facets on Enter."""

    edited = Signal(str, bool)  # the text, and whether Enter was pressed
    left = Signal()  # Esc on an empty box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(HINT)
        self.setAccessibleName("Search events and articles")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.textEdited.connect(self._relay_typing)
        self.returnPressed.connect(self._relay_enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.empty()
        else:
            self.left.emit()

    def empty(self) -> None:
        """Take the words away, as if a person had."""
        self.clear()
        self.edited.emit("", True)

    def _relay_typing(self, text: str) -> None:
        self.edited.emit(text, False)

    def _relay_enter(self) -> None:
        self.edited.emit(self.text(), True)
