"""Work in steps: it stops (`yield`) between two of them, so that many works go through each one together.

The processor keeps the code and the words of a step at hand while all works do it, which spares a fifth of all
time. It must not know what is worked at.
"""

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]  # work that stops between its steps, and what comes of it


def abreast(works: Iterable[Steps[T]]) -> Steps[list[T]]:
    """Do works together, each step in all of them before the next; gives what comes of each, in order."""
    going = list(enumerate(works))
    done: dict[int, T] = {}
    count = len(going)
    while going:
        left: list[tuple[int, Steps[T]]] = []
        for one in going:
            number, work = one
            try:
                next(work)
                left.append(one)
            except StopIteration as end:
                done[number] = end.value
        going = left
        yield
    return [done[number] for number in range(count)]


def finished(work: Steps[T]) -> T:
    """Do a work by itself, to its end; gives what comes of it."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value
