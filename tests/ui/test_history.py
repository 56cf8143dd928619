"""Undo says what it would undo."""

from explorer.model.decision import Linked, Review, Reviewed, Undone
from explorer.ui.history import labels
from tests.builders import log


def test_labels_say_the_last_step_and_the_undone_one() -> None:
    done = Reviewed((), Review.ACCEPTED)
    assert labels(log(done, Linked(()))) == ("merge", "")
    assert labels(log(done, Linked(()), Undone(2))) == ("accept", "merge")
    assert labels(log([done, done])) == ("accept (2)", "")
    assert labels([]) == ("", "")
