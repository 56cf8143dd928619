import os
import signal
import time
from typing import Any

import pytest

from explorer.workers import Crew, Failure, Limits, StoppedError

FUNCTION = "tests.hostile.tasks:misbehave"
SHORT = Limits(seconds=2.0, memory=1 << 30)


def results(*tasks: tuple[str, Any], size: int = 1) -> list[Any]:
    with Crew(FUNCTION, size, SHORT) as crew:
        tickets = [crew.submit(task) for task in tasks]
        found = dict(crew.results())
    return [found[ticket] for ticket in tickets]


def test_each_task_has_its_result() -> None:
    assert results(*(("echo", n) for n in range(30)), size=2) == list(range(30))


def test_a_worker_serves_many_tasks() -> None:
    assert len(set(results(("pid", None), ("pid", None), ("pid", None)))) == 1


@pytest.mark.parametrize(
    ("verb", "value", "reason"),
    [
        ("hang", None, "took longer than 2 s"),
        ("die", None, "stopped by signal 9 (SIGKILL)"),
        ("leave", None, "ended unexpectedly"),
        ("eat", 2 << 30, "needs more than 1024 MB"),
        ("dig", None, "nested too deeply"),
        ("dance", None, "ValueError: no idea how to dance"),
    ],
)
def test_what_ends_badly_costs_its_own_task_and_says_why(verb: str, value: object, reason: str) -> None:
    first, bad, last = results(("echo", 1), (verb, value), ("echo", 2))
    assert (first, last) == (1, 2)
    assert isinstance(bad, Failure)
    assert reason in bad.reason


def test_what_a_worker_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    results(("print", "a library talks"))
    assert capfd.readouterr() == ("", "")


def test_a_missing_function_is_told_as_a_failure() -> None:
    with Crew("tests.hostile.tasks:nothing", 1, SHORT) as crew:
        crew.submit(("echo", 1))
        ((_, result),) = crew.results()
    assert isinstance(result, Failure)


def test_a_worker_is_warm_before_its_first_task() -> None:
    with Crew(FUNCTION, 1, SHORT, warm_up="tests.hostile.tasks:warm_up") as crew:
        crew.submit(("is warm", None))
        ((_, result),) = crew.results()
    assert result is True


def test_tasks_may_be_added_while_results_come_and_go_first() -> None:
    order = []
    with Crew(FUNCTION, 1, SHORT) as crew:
        crew.submit(("echo", "a"))
        crew.submit(("echo", "b"))
        for _, result in crew.results():
            order.append(result)
            if result == "a":
                crew.submit(("echo", "a1"), first=True)
    assert order == ["a", "a1", "b"]


def test_leaving_ends_the_workers() -> None:
    with Crew(FUNCTION, 1, SHORT) as crew:
        crew.submit(("pid", None))
        crew.submit(("hang", None))
        _, pid = next(crew.results())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIG_DFL)


def test_a_stop_is_seen_while_a_worker_is_busy() -> None:
    asked: list[float] = []

    def is_stopped() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 2

    begun = time.monotonic()
    with Crew(FUNCTION, 1, Limits(seconds=60.0, memory=1 << 30), is_stopped=is_stopped) as crew:
        crew.submit(("hang", None))
        with pytest.raises(StoppedError):
            list(crew.results())
    assert time.monotonic() - begun < 10
