"""Say once, for the whole library, what the names of an event stand for: themselves, another, or nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from explorer.model.mention import Party
from explorer.ui import style, words
from explorer.ui.dialogs.base import Dialog, caption, told
from explorer.ui.parts import plain

_KEEP, _RIGHT, _MEANS, _NONE = "keep", "right", "means", "none"
_LONGEST_NAME = 30
_FIELD_PX = 170


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a person says a name stands for; `canonical` "" says that it is no party's name."""

    name: str
    canonical: str


class NamesDialog(Dialog):
    """A row for each party of an event: what its name means, and the name that it stands for.

    `uses` counts the events of the library that have a name; its names are offered while one is typed.
    """

    def __init__(self, parent: QWidget | None, parties: Sequence[Party], uses: Mapping[str, int]) -> None:
        super().__init__(parent, "Names", "Save", width_px=620)
        self._parties = parties
        self._uses = uses
        self.choices = [self._choice(party) for party in parties]
        self.fields = [self._field(party) for party in parties]
        self.problem = told("", "problem")
        self.body.addWidget(
            told("What you say holds in all articles of the library, also in those added later.", "quiet")
        )
        self.body.addLayout(self._rows())
        self.body.addWidget(self.problem)
        for choice, field in zip(self.choices, self.fields, strict=True):
            choice.currentIndexChanged.connect(self._check)
            field.textChanged.connect(self._check)
        self._check()

    @property
    def meanings(self) -> list[Meaning]:
        """Give what a person said of the names, those left alone apart."""
        said = []
        for party, choice, field in zip(self._parties, self.choices, self.fields, strict=True):
            match choice.currentData():
                case "right":
                    said.append(Meaning(party.name, party.name))
                case "none":
                    said.append(Meaning(party.name, ""))
                case "means":
                    said.append(Meaning(party.name, " ".join(field.text().split())))
        return said

    def _choice(self, party: Party) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(f"What {party.name} is")
        if party.is_new:
            choice.addItem("new, not decided", _KEEP)
            choice.addItem("is right", _RIGHT)
        else:
            choice.addItem("stays as it is", _KEEP)
        choice.addItem("stands for …", _MEANS)
        choice.addItem("is no party", _NONE)
        return choice

    def _field(self, party: Party) -> QLineEdit:
        field = QLineEdit()
        field.setMinimumWidth(style.px(_FIELD_PX))
        field.setAccessibleName(f"What {party.name} stands for")
        field.setPlaceholderText("Name of the party")
        completer = QCompleter(sorted(self._uses.keys() - {party.name}, key=str.casefold), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        return field

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(3, 1)
        for row, party in enumerate(self._parties):
            name = plain(words.elided(party.name, _LONGEST_NAME))
            name.setToolTip(party.name)
            grid.addWidget(name, row, 0)
            grid.addWidget(caption(f"in {words.count(self._uses.get(party.name, 1), 'event')}"), row, 1)
            grid.addWidget(self.choices[row], row, 2)
            grid.addWidget(self.fields[row], row, 3)
        return grid

    def _check(self) -> None:
        """Show the fields that are asked for, and let be saved what can be."""
        is_open = False
        for choice, field in zip(self.choices, self.fields, strict=True):
            is_asked = choice.currentData() == _MEANS
            field.setVisible(is_asked)
            is_open = is_open or (is_asked and not field.text().strip())
        self.problem.setText("Say which party the name stands for." if is_open else "")
        self.ok.setEnabled(bool(self.meanings) and not is_open)
