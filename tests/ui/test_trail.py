"""The trail of views goes back and forth."""

from explorer.model.query import Query
from explorer.ui.trail import Trail, View


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


def test_where_no_view_was_noted_none_can_be_gone_back_to() -> None:
    trail = Trail()
    assert (trail.move(-1), trail.move(1)) == (None, None)
    trail.note(view(1))
    assert (trail.move(-1), trail.move(1), trail.move(0)) == (None, None, view(1))
