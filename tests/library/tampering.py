"""Another program that writes into a library file."""

import sqlite3
from contextlib import closing

from explorer.library import Library


def tamper(library: Library, statement: str) -> None:
    """Change the file of an open library behind its back."""
    assert library.path is not None
    with closing(sqlite3.connect(library.path)) as other, other:
        other.execute(statement)
