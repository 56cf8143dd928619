"""Bytes in, articles out: every format that articles come in, and what is told when one cannot be read.

`files` takes a file up safely, `formats` finds its reader; each reader makes `Document`s, which become
articles in one place. Nothing here looks for dates in the words, and nothing touches the network.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.reading.files import SUFFIXES, Intake, pasted, read, read_bytes, take_in

__all__ = ["SUFFIXES", "Intake", "pasted", "read", "read_bytes", "take_in"]


def __getattr__(name: str) -> Any:
    """Load the readers of all formats when one is first asked for: a window that only shows opens sooner."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from explorer.reading import files

    return getattr(files, name)
