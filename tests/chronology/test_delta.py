from explorer.chronology import events, moves
from explorer.model.decision import Review, Reviewed, ref
from tests.builders import article, log, mention, when


def test_only_what_moves_is_told_with_both_dates_and_whether_it_was_accepted() -> None:
    stays = mention("It opened in 2019.", "2019")
    moved = mention("It closed on Monday.", "2020-05-04", at=50)
    other = mention("It sank on Tuesday.", "2020-05-05", at=90)
    old = [stays, moved, other]
    new = [
        stays,
        mention("It closed on Monday.", "2021-05-03", at=50),
        mention("It sank on Tuesday.", "2021-05-04", at=90),
    ]
    decided = events(old, {"a": article("a")}, log(Reviewed((ref(moved),), Review.ACCEPTED)))
    first, second = moves(old, new, decided)
    assert (first.mention_id, first.before, first.after) == (moved.id, when("2020-05-04"), when("2021-05-03"))
    assert (first.is_accepted, second.is_accepted) == (True, False)


def test_what_appears_and_what_goes_is_told() -> None:
    gone, fresh = mention("It sank in May.", "2020-05"), mention("It rose in June.", "2020-06", at=70)
    found = moves([gone], [fresh], events([gone], {"a": article("a")}))
    assert [(move.before, move.after) for move in found] == [(when("2020-05"), None), (None, when("2020-06"))]


def test_a_clause_cut_otherwise_does_not_move() -> None:
    before, after = mention("It sank in May.", "2020-05"), mention("It sank in May", "2020-05")
    assert moves([before], [after], []) == []
