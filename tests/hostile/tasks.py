"""What workers are asked to do in tests: things that end badly. Functions only; workers import them by name."""

import os
import signal
from pathlib import Path
from typing import Any

_warmed: list[bool] = []


def warm_up() -> None:
    """Leave a trace."""
    _warmed.append(True)


def misbehave(task: tuple[str, Any]) -> Any:
    """Echo, or hang, die, eat memory or fail, as the task says."""
    verb, value = task
    match verb:
        case "echo":
            return value
        case "hang":
            while True:
                pass
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leave":
            os._exit(3)
        case "eat":
            return len(bytearray(value))
        case "dig":
            return misbehave(task)
        case "print":
            print(value)  # noqa: T201 - as libraries do
        case "pid":
            return os.getpid()
        case "is warm":
            return bool(_warmed)
    raise ValueError(f"no idea how to {verb}")


def read(task: tuple[type, Any]) -> Any:
    """Do the work of `explorer.ingest`, but come to harm at the words of the text."""
    from explorer import ingest

    _, of = task
    for one in of:
        if isinstance(one, os.PathLike):  # a stream comes to harm at its articles
            text = "" if str(one).endswith(".jsonl") else Path(one).read_text("utf-8", "replace")
        else:
            text = one[1].text
        for verb in ("hang", "die", "eat"):
            if f"[{verb}]" in text:
                misbehave((verb, 4 << 30))
    return ingest.work(task)
