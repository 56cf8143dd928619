"""Undo says what it would undo; the trail of views goes back and forth."""

import pytest

from explorer.model.decision import (
    ArticleEdited,
    ArticleField,
    Change,
    Edited,
    EventField,
    Linked,
    Noted,
    Review,
    Reviewed,
    Starred,
    Tagged,
    Undone,
)
from explorer.model.query import Query
from explorer.ui.history import Trail, View, labels, verb_of
from tests.builders import log


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Reviewed((), Review.ACCEPTED), "accept"),
        (Reviewed((), Review.REJECTED), "reject"),
        (Edited((), EventField.WHEN, ("2019", "")), "edit of the date"),
        (Edited((), EventField.TITLE, ("A",)), "edit of the title"),
        (ArticleEdited("a", ArticleField.PUBLISHED, "2019"), "change of the publication date"),
        (Starred((), False), "removal of a star"),
        (Tagged((), "key", True), "tag “key”"),
        (Linked(()), "merge"),
        (Noted((), "x"), "note"),
    ],
)
def test_a_change_is_said_in_a_few_words(change: Change, said: str) -> None:
    assert verb_of(change) == said


def test_labels_say_the_last_step_and_the_undone_one() -> None:
    done = Reviewed((), Review.ACCEPTED)
    assert labels(log(done, Linked(()))) == ("merge", "")
    assert labels(log(done, Linked(()), Undone(2))) == ("accept", "merge")
    assert labels(log([done, done])) == ("accept (2)", "")
    assert labels([]) == ("", "")


def view(at: int) -> View:
    return View(Query(), (at, at + 10))


def test_the_trail_leads_back_and_forward() -> None:
    trail = Trail()
    for at in (1, 2, 3):
        trail.note(view(at))
    assert [trail.move(-1), trail.move(-1), trail.move(-1)] == [view(2), view(1), None]
    assert [trail.move(1), trail.move(1), trail.move(1)] == [view(2), view(3), None]


def test_a_new_view_forgets_what_lay_ahead_and_a_repeated_one_changes_nothing() -> None:
    trail = Trail()
    for at in (1, 2, 2, 3):
        trail.note(view(at))
    trail.move(-1)
    trail.note(view(9))
    assert trail.move(1) is None
    assert trail.move(-1) == view(2)
