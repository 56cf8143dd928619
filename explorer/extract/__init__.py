"""Article in, mentions out: what happened when, to whom, how much and by whose word. Pure: no files, no Qt.

`pipeline.read_article` is the way in. The rules are general and small; the words they know are data files in
`resources/extract/`. Nothing here knows of libraries, decisions or windows.
"""

from typing import TYPE_CHECKING, Any

from explorer.extract.records import ENGINE, Extraction, Unused

if TYPE_CHECKING:
    from explorer.extract.pipeline import completed, read_article

__all__ = ["ENGINE", "Extraction", "Unused", "completed", "read_article"]


def __getattr__(name: str) -> Any:
    """Load what reads articles when it is first asked for: a window that only shows them opens sooner."""
    if name in ("completed", "read_article"):
        from explorer.extract import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
