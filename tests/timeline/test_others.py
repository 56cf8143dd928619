"""Which other dates are shown: those of a disagreement that nobody has decided."""

from dataclasses import replace

from explorer.index import build
from explorer.model.calendar import seconds
from explorer.model.event import Conflict, ConflictField, ConflictValue
from explorer.timeline import others
from tests.builders import event, mention

OLDER = mention("One came about.", "2019-04-15", article="a")
NEWER = mention("It came about.", "2019-04-17", article="b")
VAGUE = mention("It came about then.", "2018/..", article="c")
DATES = Conflict(
    ConflictField.DATE,
    (ConflictValue("15 April 2019", (OLDER.id,)), ConflictValue("17 April 2019", (NEWER.id, VAGUE.id))),
)


def found(conflict):
    one = event("One came about.", event_mentions=(OLDER, NEWER, VAGUE), event_conflicts=(conflict,))
    return others.of(build([one]), {one.id: one})


def test_the_date_that_does_not_stand_is_an_other():
    assert found(DATES) == {0: ((seconds(2019, 4, 17), seconds(2019, 4, 18)),)}


def test_a_settled_conflict_has_no_others():
    assert found(replace(DATES, is_settled=True, chosen=0)) == {}


def test_amounts_that_differ_are_no_dates():
    assert found(replace(DATES, field=ConflictField.AMOUNT)) == {}
