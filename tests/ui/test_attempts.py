"""What cannot be done is told in the window; what goes wrong in the program itself is not hidden by it."""

import pytest

from explorer.model.errors import ExplorerError
from explorer.ui.attempts import attempt, attempting
from explorer.ui.session import Session


@pytest.fixture
def told(session: Session) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    session.noticed.connect(lambda sentence, is_warning: heard.append((sentence, is_warning)))
    return heard


def refuse(*what: str) -> None:
    raise ExplorerError(f"{', '.join(what) or 'It'} cannot be written.")


def test_what_cannot_be_done_is_told_as_a_warning(session: Session, told: list[tuple[str, bool]]) -> None:
    attempt(session, refuse, "This", "that")
    attempting(session, refuse)()
    assert told == [("This, that cannot be written.", True), ("It cannot be written.", True)]


def test_what_can_is_done_in_silence(session: Session, told: list[tuple[str, bool]]) -> None:
    done: list[int] = []
    attempt(session, done.append, 1)
    attempting(session, lambda: done.append(2))()
    assert (done, told) == ([1, 2], [])


def test_other_errors_are_raised(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(session, lambda: 1 // 0)
