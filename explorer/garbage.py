"""Python's look for garbage that refers to itself, put off while a piece of work makes many lasting values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage: values that refer to each other in a ring stay meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """Leave all that lives by now out of every look for garbage, as words and patterns stay for ever."""
    gc.collect()
    gc.freeze()
