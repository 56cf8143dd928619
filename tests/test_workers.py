"""Workers that hang, die or eat memory cost one task, named with its cause; the rest is done."""

import os
import signal
import time

from explorer.workers import Crew, Failure, Limits


def double(task: int | str) -> int:
    """Double a number, or come to grief as told; runs in a worker process."""
    match task:
        case "hang":
            time.sleep(60)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "eat":
            return len(bytearray(4 << 30))
        case "raise":
            raise ValueError("no such number")
    assert isinstance(task, int)
    return 2 * task


def results(*tasks: int | str, size: int = 2) -> dict[int | str, object]:
    with Crew("tests.test_workers:double", size, Limits(seconds=2.0, memory=2 << 30)) as crew:
        tickets = {crew.submit(task): task for task in tasks}
        return {tickets[ticket]: result for ticket, result in crew.results()}


def test_every_task_is_answered_by_few_warm_workers() -> None:
    assert results(*range(20)) == {number: 2 * number for number in range(20)}


def test_each_grief_costs_its_own_task_and_says_why() -> None:
    found = results(1, "hang", 2, "die", 3, "eat", 4, "raise", 5)
    assert {task: result for task, result in found.items() if isinstance(task, int)} == {
        number: 2 * number for number in range(1, 6)
    }
    reasons = {task: result.reason for task, result in found.items() if isinstance(result, Failure)}
    assert set(reasons) == {"hang", "die", "eat", "raise"}
    assert "2 s" in reasons["hang"]
    assert "memory" in reasons["eat"]
