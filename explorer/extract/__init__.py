"""Article in, mentions out: what happened when, to whom, how much and by whose word. Pure: no files, no Qt.

`pipeline.read_article` is the way in, `read_articles` the faster one for several. The rules are general and
small; the words they know are data files in `resources/extract/`. Nothing here knows of libraries, decisions or
windows.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.extract.pipeline import completed, read_article, read_articles
    from explorer.extract.records import Extraction, Unused

ENGINE = 7  # raise it when articles are read otherwise than before: libraries then offer to read them again
_ROOMS = {
    "completed": "pipeline",
    "read_article": "pipeline",
    "read_articles": "pipeline",
    "Extraction": "records",
    "Unused": "records",
}

__all__ = ["ENGINE", "Extraction", "Unused", "completed", "read_article", "read_articles"]


def __getattr__(name: str) -> Any:
    """Load what reads articles when it is first asked for: a window that only shows them opens sooner."""
    if name in _ROOMS:
        return getattr(import_module(f"explorer.extract.{_ROOMS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
