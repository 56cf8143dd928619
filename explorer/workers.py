"""Watched worker processes: a function is called with tasks in processes of its own, each with limits.

A worker that hangs, is killed or runs out of memory costs the task it was at, which comes back as a `Failure`
that says why; a fresh worker takes its place. Workers stay warm: each serves many tasks. It must not know what
the tasks are about.
"""

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, NamedTuple, Self

_START_S = 60.0  # a cold disk loads a hundred megabytes of libraries
_READY = "ready"
_LOOK_S = 0.1  # how soon a stop is seen


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may take: seconds of the clock and bytes of address space (0: no limit)."""

    seconds: float = 20.0
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task came to nothing, in words without a subject ("took longer than 20 s")."""

    reason: str


class StoppedError(Exception):
    """The results are wanted no more."""


class _Order(NamedTuple):
    ticket: int
    task: Any
    seconds: float


class _Worker:
    """One process with its pipe, the task it is at, and until when it may take."""

    def __init__(self, function: str, warm_up: str, limits: Limits) -> None:
        # spawn: a forked child would inherit the window's threads and locks.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, function, warm_up, limits), daemon=True
        )
        self.process.start()
        theirs.close()
        self.is_ready = False
        self.order: _Order | None = None
        self.deadline = time.monotonic() + _START_S

    def give(self, order: _Order) -> None:
        """Hand over a task; a worker that is still starting finds it when it is ready."""
        self.order = order
        if self.is_ready:
            self.deadline = time.monotonic() + order.seconds
        with contextlib.suppress(OSError):  # a dead worker is found out when its answer is asked for
            self.pipe.send((order.task, order.seconds))

    def answer(self) -> Any:
        """Take what the worker sent; a `Failure` where it is dead."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(5)
            code = self.process.exitcode or 0
            if code < 0:
                return Failure(f"its reader was stopped by signal {-code} ({_signal_name(-code)})")
            return Failure("its reader ended unexpectedly")

    def kill(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"


class Crew:
    """Workers that call one function, named "module:function" so that only they import it.

    `warm_up` is called in each before its first task, whose time would otherwise pay for what is loaded once.
    Once `is_stopped` says so, `results` raises `StoppedError` within a tenth of a second, whatever is going on.
    Use it as a context manager: leaving it, also by an exception or a closed generator, ends all workers.
    """

    def __init__(
        self,
        function: str,
        size: int | None = None,
        limits: Limits | None = None,
        warm_up: str = "",
        is_stopped: Callable[[], bool] | None = None,
    ) -> None:
        self._function, self._warm_up, self._limits = function, warm_up, limits or Limits()
        self._size = max(1, size if size is not None else default_size())
        self._is_stopped = is_stopped
        self._workers: list[_Worker] = []
        self._waiting: deque[_Order] = deque()
        self._next = 0

    def submit(self, task: Any, *, first: bool = False, extra_s: float = 0.0) -> int:
        """Queue a task, at the front if it is to be `first`; gives the ticket its result will carry.

        `extra_s` is time beyond the limit that a big task may take.
        """
        ticket, self._next = self._next, self._next + 1
        (self._waiting.appendleft if first else self._waiting.append)(
            _Order(ticket, task, self._limits.seconds + extra_s)
        )
        return ticket

    def results(self) -> Iterator[tuple[int, Any]]:
        """Give tickets with results or `Failure`s as they come, until no task is left.

        Tasks may be added meanwhile.
        """
        while True:
            if self._is_stopped is not None and self._is_stopped():
                raise StoppedError
            self._staff()
            busy = [worker for worker in self._workers if worker.order is not None]
            if not busy:
                return
            pause = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
            if self._is_stopped is not None:
                pause = min(pause, _LOOK_S)
            answered = wait([worker.pipe for worker in busy], pause)
            for worker in busy:
                yield from self._news(worker, is_heard=worker.pipe in answered)

    def _staff(self) -> None:
        """Give waiting tasks to idle workers, and hire where all are busy."""
        while self._waiting:
            worker = next((one for one in self._workers if one.order is None), None)
            if worker is None:
                if len(self._workers) >= self._size:
                    return
                worker = _Worker(self._function, self._warm_up, self._limits)
                self._workers.append(worker)
            worker.give(self._waiting.popleft())

    def _news(self, worker: _Worker, *, is_heard: bool) -> Iterator[tuple[int, Any]]:
        order = worker.order
        if order is None:
            return
        if is_heard:
            result = worker.answer()
            if result == _READY:
                worker.is_ready = True
                worker.deadline = time.monotonic() + order.seconds
                return
        elif time.monotonic() >= worker.deadline:
            result = Failure(f"took longer than {order.seconds:.0f} s")
        else:
            return
        worker.order = None
        if isinstance(result, Failure):
            # What went wrong may have left something behind; the next task gets a fresh process.
            self._workers.remove(worker)
            worker.kill()
        yield order.ticket, result

    def close(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.kill()
        self._workers.clear()
        self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def default_size() -> int:
    """Give the number of workers that suits the machine."""
    with contextlib.suppress(AttributeError):  # not on every system
        return max(1, min(8, len(os.sched_getaffinity(0))))
    return max(1, min(8, os.cpu_count() or 1))


def _serve(pipe: Connection, function: str, warm_up: str, limits: Limits) -> None:
    """Run in the worker: answer each task with the function's result or a `Failure`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    _silence()
    _limit_memory(limits.memory)
    try:
        call = _imported(function)
        if warm_up:
            _imported(warm_up)()
        pipe.send(_READY)
        while True:
            task, seconds = pipe.recv()
            pipe.send(_attempt(call, task, seconds, limits.memory))
    except (EOFError, OSError):
        return  # the parent is gone, or does not want the answer any more


def _imported(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    call: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return call


def _attempt(call: Callable[[Any], Any], task: Any, seconds: float, memory: int) -> Any:
    # The parent watches the clock. This alarm is for the day when the parent itself was killed.
    alarm = getattr(signal, "alarm", lambda _seconds: 0)
    alarm(int(seconds) + 10)
    try:
        return call(task)
    except MemoryError:
        return Failure(f"needs more than {memory >> 20} MB of memory")
    except RecursionError:
        return Failure("is nested too deeply")
    except Exception as error:  # noqa: BLE001 - whatever a document causes costs that document only
        return Failure(f"cannot be read ({type(error).__name__}: {str(error)[:200]})")
    finally:
        alarm(0)


def _silence() -> None:
    """Send what libraries print to nowhere: results go through the pipe, and stdout is the caller's."""
    sink = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(sink, stream)
    os.close(sink)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as it lives


def _limit_memory(size: int) -> None:
    if not size:
        return
    try:
        import resource  # not on Windows
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
