"""Putting off the look for garbage: off meanwhile, and afterwards as it was; and what it never looks at."""

import gc
from collections.abc import Iterator

import pytest

from explorer.garbage import settle, uncollected


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_nothing_is_looked_for_meanwhile() -> None:
    gc.enable()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_look_goes_on_behind_work_that_failed() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="failed"), uncollected():
        raise ValueError("failed")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with uncollected(), uncollected():
        pass
    assert not gc.isenabled()


def test_what_is_settled_is_not_looked_at_again() -> None:
    words = [["a word"]]
    settle()
    later = [["garbage"]]
    assert any(one is later for one in gc.get_objects())
    assert not any(one is words for one in gc.get_objects())
