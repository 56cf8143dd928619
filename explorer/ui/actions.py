"""Every deed of the window, declared once: name, words, keys and tip. Menus, palette, buttons and tests use it.

Nothing is done here; the window says which function does which deed, and which are possible now.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person can do. `keys` are portable texts, the first one is shown."""

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    is_checkable: bool = False


_LIST = (
    Deed("add", "Add articles…", "Read files or a folder into this library", ("Ctrl+O",)),
    Deed("add_folder", "Add a folder…", "Read all articles in a folder", ("Ctrl+Shift+A",)),
    Deed("paste", "Paste as article", "Add the text in the clipboard as an article", ("Ctrl+V",)),
    Deed(
        "articles",
        "Articles…",
        "List the articles of the library: open, correct, take out and put back",
        ("Ctrl+Shift+L",),
    ),
    Deed(
        "remove_article",
        "Take the article out of the library",
        "Take out the article in front with all that only it tells; undo brings it back",
    ),
    Deed("new_library", "New library…", "Begin an empty library file", ("Ctrl+N",)),
    Deed("open_library", "Open library…", "Open a library file", ("Ctrl+Shift+O",)),
    Deed(
        "libraries",
        "Libraries…",
        "List the libraries that were open last: open, rename, put away, and put copies back",
        ("Ctrl+R",),
    ),
    Deed("rename_library", "Rename the library…", "Give the library that is open another name"),
    Deed("save_as", "Save library as…", "Write a copy of the library and go on in it", ("Ctrl+Shift+S",)),
    Deed("open_samples", "Open the samples", "Show the sample articles"),
    Deed(
        "reset_samples",
        "Reset the samples…",
        "Read the sample articles anew and forget what was changed in them",
    ),
    Deed("export", "Export…", "Write a picture or a table of the events", ("Ctrl+E",)),
    Deed("copy_picture", "Copy as picture", "Copy what is on screen as a picture", ("Ctrl+Shift+C",)),
    Deed("quit", "Quit", "Close the window; everything is saved already", ("Ctrl+Q",)),
    Deed("undo", "Undo", "Take back the last decision", ("Ctrl+Z",)),
    Deed("redo", "Redo", "Do it again", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Deed("accept", "Accept", "The event is right as it stands", ("A",)),
    Deed("reject", "Reject", "This is no event; it stays in the library, hidden", ("R", "Del")),
    Deed("put_back", "Mark as unreviewed", "Take the review of the event back"),
    Deed("edit", "Edit…", "Correct what was read", ("E",)),
    Deed("edit_here", "Edit in place", "Type into the fields of the event where they stand", ("F2",)),
    Deed("merge", "Merge…", "Say that these events are one", ("M",)),
    Deed("split", "Split…", "Take a source of the event for another event"),
    Deed("star", "Star", "Mark the event, or unmark it", ("S",)),
    Deed("note", "Note…", "Write a note on the event", ("Shift+N",)),
    Deed("tags", "Tags…", "Put tags on the event", ("T",)),
    Deed("names", "Names…", "Say what the names of the event stand for, in the whole library", ("P",)),
    Deed(
        "new_event", "New event from selection…", "Make an event of the words selected in the article", ("N",)
    ),
    Deed("clause", "Use the selected words as its clause", "Say which words state the current event", ("W",)),
    Deed(
        "anchor",
        "Dates here count from…",
        "Say from which date the selected passage counts its relative dates",
        ("Shift+D",),
    ),
    Deed("next_source", "Next source", "Show the next source of the current event", ("]", "Ctrl+.")),
    Deed("previous_source", "Source before", "Show the source before of the current event", ("[", "Ctrl+,")),
    Deed("compare", "Compare sources", "Show two sources of the event beside each other", ("C",)),
    Deed(
        "left_out",
        "Unused dates",
        "Show the dates and statements of the article that were not used, and why",
        ("U",),
    ),
    Deed("pages", "Text or pages", "Show a PDF as pages, or as text again", ("G",)),
    Deed("history", "History", "Show who set each field of the event, and when", ("H",), is_checkable=True),
    Deed("open_source", "Show the words", "Bring the words that state the event into view", ("O",)),
    Deed("article", "Correct the article…", "Correct title, publisher and publication date", ("Ctrl+I",)),
    Deed("original", "Show the original", "Open the file that the article in front was read from"),
    Deed("fit", "Fit", "Show the selected event, or everything that passes the filter", ("F",)),
    Deed("fit_all", "Fit everything", "Show everything that passes the filter", ("Ctrl+0",)),
    Deed("next", "Next event", "Select the next event that passes the filter", ("J", "Alt+Down")),
    Deed("previous", "Previous event", "Select the event before", ("K", "Alt+Up")),
    Deed(
        "review", "Review", "Go through what waits for a look, one after the other", ("Q",), is_checkable=True
    ),
    Deed("later", "Later", "Leave the event for the end of the queue, and go on", ("L",)),
    Deed("todo", "To do…", "What waits in this library, and where it is silent", ("Shift+Q",)),
    Deed("select_all", "Select all", "Select all events that pass the filter", ("Ctrl+A",)),
    Deed("back", "Earlier view", "Go back to the filter and span before", ("Alt+Left",)),
    Deed("forward", "Later view", "Go forward again", ("Alt+Right",)),
    Deed("next_pane", "Next pane", "Go to the facets, the timeline, the article, the details in turn", ("F6",)),
    Deed("previous_pane", "Pane before", "Go to the pane before", ("Shift+F6",)),
    Deed("table", "Table", "Show the events as a table instead of a timeline", ("Ctrl+T",), is_checkable=True),
    Deed("facets", "Facets", "Show or hide the facets", ("Ctrl+B",), is_checkable=True),
    Deed(
        "details",
        "Source and details",
        "Show or hide the article and the details",
        ("Ctrl+D",),
        is_checkable=True,
    ),
    Deed("search", "Search and filter", "Go to the search box", ("/", "Ctrl+K")),
    Deed("everywhere", "Find everywhere…", "Find words in all events and articles", ("Ctrl+Shift+F",)),
    Deed("find", "Find in the article", "Search the words of the article", ("Ctrl+F",)),
    Deed("find_next", "Find next", "Go to the next place found", ("F3",)),
    Deed("find_previous", "Find previous", "Go to the place found before", ("Shift+F3",)),
    Deed("edit_filter", "Edit the filter as text", "Write the whole filter in the search box", ("Ctrl+L",)),
    Deed("clear_filter", "Clear the filter", "Show all events again", ("Ctrl+Shift+X",)),
    Deed(
        "save_view",
        "Save this view…",
        "Keep the filter, the lanes and the span under a name",
        ("Ctrl+Shift+D",),
    ),
    Deed("views", "Saved views…", "Rename or delete saved views"),
    Deed("filter_view", "Filter by the visible span", "Keep only what lies in the span on screen"),
    Deed("step_out", "Step out", "Close what is open, then the search, then the selection", ("Esc",)),
    Deed("larger_text", "Larger text", "Show all text of the window larger", ("Ctrl++", "Ctrl+=")),
    Deed("smaller_text", "Smaller text", "Show all text of the window smaller", ("Ctrl+-",)),
    Deed("usual_text", "Usual text size", "Show text as large as the system does", ("Alt+0",)),
    Deed("light", "Light", "Use the light theme", is_checkable=True),
    Deed("dark", "Dark", "Use the dark theme", is_checkable=True),
    Deed("system", "Like the system", "Use the theme of the system", is_checkable=True),
    Deed("reduced_motion", "Reduce motion", "Jump instead of gliding", is_checkable=True),
    Deed(
        "wheel_scrolls", "Wheel scrolls lanes", "The plain wheel scrolls, Ctrl+wheel zooms", is_checkable=True
    ),
    Deed("palette", "All commands…", "Search and run a command", ("Ctrl+Shift+P",)),
    Deed("keys", "Keys", "Show all keys", ("?", "F1")),
    Deed("again", "Read again…", "Read what an older engine has read once more, and see what would change"),
    Deed(
        "decisions", "Decisions…", "List all that was decided in this library, by whom and when", ("Shift+H",)
    ),
    Deed("lost", "Lost decisions…", "List the decisions whose words are not found any more"),
    Deed("account", "Reading account…", "What became of every file, and which dates were not used"),
    Deed("about", "About", "Version, licence and where things are kept"),
)
DEEDS: Mapping[str, Deed] = {deed.id: deed for deed in _LIST}

# The window's menu: a heading and its deeds, "" for a line between them.
MENUS: Mapping[str, tuple[str, ...]] = {
    "Library": (
        "add", "add_folder", "paste", "", "articles", "remove_article", "", "new_library", "open_library",
        "libraries", "save_as", "rename_library", "", "open_samples", "reset_samples", "", "account",
        "decisions", "lost", "again", "", "quit",
    ),
    "Event": (
        "accept", "reject", "put_back", "", "edit", "edit_here", "names", "note", "tags", "star", "", "merge",
        "split", "", "history", "open_source", "next_source", "previous_source", "compare", "", "new_event",
        "clause", "anchor", "article", "original",
    ),
    "Review": ("review", "later", "todo", "", "select_all"),
    "View": (
        "fit", "fit_all", "next", "previous", "back", "forward", "", "table", "facets", "details",
        "next_pane", "previous_pane", "",
        "left_out", "pages", "copy_picture", "",
        "filter_view", "edit_filter", "clear_filter", "", "save_view", "views", "", "larger_text",
        "smaller_text", "usual_text", "", "reduced_motion", "wheel_scrolls",
    ),
    "Find": ("search", "everywhere", "find", "find_next", "find_previous"),
    "Theme": ("light", "dark", "system"),
    "Help": ("palette", "keys", "about"),
}  # fmt: skip
# Deeds that need an event; they are greyed without one.
OF_EVENTS = (
    "accept", "reject", "put_back", "edit", "edit_here", "names", "merge", "split", "star", "note", "tags",
    "open_source",
)  # fmt: skip


class Actions(QObject):
    """The deeds as Qt actions of a window, connected to what does them."""

    def __init__(self, window: QWidget, does: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        for deed in DEEDS.values():
            action = QAction(deed.text, window)
            action.setObjectName(deed.id)
            action.setShortcuts([QKeySequence(key) for key in deed.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setToolTip(tip_of(deed.id))
            action.setCheckable(deed.is_checkable)
            action.triggered.connect(_without_state(does[deed.id]))
            window.addAction(action)
            self._by_id[deed.id] = action

    def __getitem__(self, id_: str) -> QAction:
        return self._by_id[id_]

    def enable(self, ids: tuple[str, ...], is_enabled: bool) -> None:
        """Make deeds possible or grey, together."""
        for id_ in ids:
            self._by_id[id_].setEnabled(is_enabled)

    def menu(self, parent: QWidget, headings: tuple[str, ...] = tuple(MENUS)) -> QMenu:
        """Build the menu; with one heading its deeds stand at the top level."""
        whole = QMenu(parent)
        for heading in headings:
            part = whole if len(headings) == 1 else whole.addMenu(heading)
            for id_ in MENUS[heading]:
                if id_:
                    part.addAction(self._by_id[id_])
                else:
                    part.addSeparator()
        return whole


def _without_state(does: Callable[[], object]) -> Callable[..., object]:
    return lambda *_: does()


def shown_key(id_: str) -> str:
    """Give the first key of a deed as this system writes it; "" for none."""
    keys = DEEDS[id_].keys
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def tip_of(id_: str) -> str:
    """Give the tip of a deed, with its key."""
    key = shown_key(id_)
    return f"{DEEDS[id_].tip} ({key})" if key else DEEDS[id_].tip
