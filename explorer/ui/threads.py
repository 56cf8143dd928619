"""Threads that wait beside the window for worker processes: stopped at any time, held until they are through.

Qt ends the whole program when a running thread is destroyed, and Python destroys one whose last name is gone:
threads are let go of by `let_end` alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from explorer.workers import StoppedError

_WAIT_MS = 5_000
_ending: list[QThread] = []


class Waiting(QThread):
    """Runs `work`, whose signals carry the thread: one that was stopped may still have a word under way."""

    ended = Signal(object)  # the thread itself, after all that it told

    def run(self) -> None:
        try:
            self.work()
        except StoppedError:
            pass  # nobody waits for the rest
        finally:
            self.ended.emit(self)

    def work(self) -> None:
        """Do the work; `is_stopped` is to be asked between two steps of it."""
        raise NotImplementedError

    @property
    def is_stopped(self) -> Callable[[], bool]:
        """Tell, when called in the thread, whether the work is wanted no more."""
        return self.isInterruptionRequested


def let_end(thread: QThread) -> None:
    """Ask a thread to end, and hold it until it has; this does not wait."""
    thread.requestInterruption()
    _ending[:] = [one for one in _ending if not one.isFinished()]
    _ending.append(thread)


def wait_for_ends() -> None:
    """Wait for all that were let go, before the program ends."""
    for thread in _ending:
        thread.wait(_WAIT_MS)
    _ending[:] = [thread for thread in _ending if not thread.isFinished()]
