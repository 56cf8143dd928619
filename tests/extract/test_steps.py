"""Works that are done in steps: each step in all of them before the next."""

from explorer.extract.steps import Steps, abreast, finished


def _work(name: str, steps: int, seen: list[str]) -> Steps[str]:
    for step in range(steps):
        seen.append(f"{name}{step}")
        yield
    return name


def test_each_step_is_done_in_all_works_before_the_next() -> None:
    seen: list[str] = []
    assert finished(abreast(_work(name, 2, seen) for name in "ab")) == ["a", "b"]
    assert seen == ["a0", "b0", "a1", "b1"]


def test_works_of_more_and_fewer_steps_give_what_comes_of_them_in_order() -> None:
    seen: list[str] = []
    works = [_work(name, steps, seen) for name, steps in (("a", 3), ("b", 0), ("c", 1))]
    assert finished(abreast(works)) == ["a", "b", "c"]
    assert seen == ["a0", "c0", "a1", "a2"]


def test_works_within_works_go_on_step_by_step_together() -> None:
    seen: list[str] = []

    def both(names: str) -> Steps[list[str]]:
        return (yield from abreast([_work(name, 2, seen) for name in names]))

    assert finished(abreast(map(both, ("ab", "cd")))) == [["a", "b"], ["c", "d"]]
    assert seen == ["a0", "b0", "c0", "d0", "a1", "b1", "c1", "d1"]


def test_no_works_give_nothing() -> None:
    assert finished(abreast([])) == []
