"""What a person does with libraries and what comes into them: open, make, copy, add files, folders and text."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from explorer.model.errors import ExplorerError
from explorer.ui import opening, outside
from explorer.ui.attempts import attempt, attempting
from explorer.ui.dialogs import choose
from explorer.ui.keeper import Keeper
from explorer.ui.session import Session
from explorer.ui.window import Window


class LibraryDeeds(QObject):
    """The functions behind the actions of libraries."""

    def __init__(self, window: Window, session: Session, keeper: Keeper) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._keeper = keeper

    def functions(self) -> Mapping[str, Callable[[], object]]:
        """Give the function of each deed."""
        return {
            "add": self.add,
            "add_folder": self.add_folder,
            "paste": self.paste,
            "new_library": self.new_library,
            "open_library": self.open_library,
            "libraries": self.show_libraries,
            "rename_library": self.rename_library,
            "save_as": self.save_as,
            "open_samples": self._keeper.open_samples,
            "reset_samples": self.reset_samples,
        }

    def add(self) -> None:
        """Ask for files and read them."""
        dialog = self._file_dialog("Add articles", QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_paths)
        dialog.open()

    def add_folder(self) -> None:
        """Ask for a folder and read what is in it."""
        dialog = self._file_dialog("Add a folder of articles", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._add_paths)
        dialog.open()

    def take_dropped(self, paths: list[str], text: str) -> None:
        """Read what was dropped on the window."""
        if paths:
            attempt(self._session, self._keeper.add, [Path(one) for one in paths])
        else:
            attempt(self._session, self._take_text, text)

    def paste(self) -> None:
        """Read the files or the text in the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        self.take_dropped(paths, "" if paths else data.text())

    def _take_text(self, text: str) -> None:
        if not text.strip():
            raise ExplorerError("There is no text in the clipboard to add as an article.")
        self._keeper.add_text(text)

    def _add_paths(self, paths: list[str]) -> None:
        self.take_dropped(paths, "")

    def new_library(self) -> None:
        """Ask where to make an empty library."""
        self._ask_target("New library", self._keeper.create)

    def save_as(self) -> None:
        """Ask where to write the library."""
        self._ask_target("Save library as", self._keeper.save_as)

    def open_library(self) -> None:
        """Ask for a library file."""
        dialog = self._file_dialog("Open a library", QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"Timeline Explorer libraries (*{opening.SUFFIX})")
        dialog.fileSelected.connect(lambda path: attempt(self._session, self._keeper.open_file, Path(path)))
        dialog.open()

    def show_libraries(self) -> None:
        """List the libraries that were open last: to open, rename and put away; and their copies."""
        from explorer.ui.dialogs.libraries import LibrariesDialog

        session, keeper = self._session, self._keeper
        if not keeper.recent():
            session.notice("No other library was open before")
            return
        dialog = LibrariesDialog(self._window, keeper.recent(), keeper.path)

        def renew(chosen: Path | None = None) -> None:
            dialog.fill(keeper.recent(), keeper.path, chosen)

        def put_away(path: Path) -> None:
            keeper.put_away(path)
            renew()

        def put_back(copy: Path, path: Path) -> None:
            keeper.put_back(copy, path)
            renew(path)

        def open_chosen() -> None:
            if dialog.chosen is not None:
                keeper.open_file(dialog.chosen)

        dialog.rename_asked.connect(lambda path: self._ask_name(path, renew))
        dialog.folder_asked.connect(lambda path: attempt(session, outside.show, path.parent))
        dialog.trash_asked.connect(lambda path: attempt(session, put_away, path))
        dialog.return_asked.connect(lambda copy, path: attempt(session, put_back, copy, path))
        choose.ask(dialog, attempting(session, open_chosen))

    def rename_library(self) -> None:
        """Ask for another name of the library that is open."""
        if self._session.is_sample or self._keeper.path is None:
            raise ExplorerError("The samples keep their name. Save them under another with “Save library as”.")
        self._ask_name(self._keeper.path, lambda _: None)

    def _ask_name(self, path: Path, then: Callable[[Path], None]) -> None:
        hint = f"The name of its file in {path.parent}; copies of it are renamed too."
        dialog = choose.TextDialog(self._window, f"Rename {path.stem}", hint, path.stem, is_long=False)
        choose.ask(dialog, attempting(self._session, lambda: then(self._keeper.rename(path, dialog.text))))

    def _ask_target(self, title: str, does: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"Timeline Explorer libraries (*{opening.SUFFIX})")
        dialog.setDefaultSuffix(opening.SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda path: attempt(self._session, does, Path(path)))
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        return dialog

    def reset_samples(self) -> None:
        """Ask, then read the samples anew."""
        box = QMessageBox(self._window)
        box.setWindowTitle("Reset the samples")
        box.setText("Read the sample articles anew and forget what you changed in them?")
        box.setStandardButtons(QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Reset)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        reset = box.button(QMessageBox.StandardButton.Reset)
        reset.clicked.connect(attempting(self._session, self._keeper.reset_samples))
        box.open()
