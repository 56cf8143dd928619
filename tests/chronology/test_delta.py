from dataclasses import replace

from explorer.chronology import Added, added, events, moves
from explorer.model.decision import Linked, Review, Reviewed, ref
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


ARTICLES = {name: article(name) for name in "abc"}


def test_later_articles_bring_what_is_new_confirm_and_contradict() -> None:
    ban = mention("Norway bans Kestrel.", "2020-05-04", kind="ban", companies=("Kestrel",), countries=("NO",))
    fine = mention("Kestrel pays.", "2019", at=50, kind="settlement", companies=("Kestrel",))
    again = replace(ban, id="again", article="b")
    otherwise = replace(fine, id="otherwise", article="b", dates=mention(date="2017").dates)
    launch = mention("Osprey opens.", "2012", article="b", at=90, kind="launch")
    before = {event.id: event for event in events([ban, fine], ARTICLES)}
    linked = log(Linked((ref(fine), ref(otherwise))))
    after = {e.id: e for e in events([ban, fine, again, otherwise, launch], ARTICLES, linked)}
    found = added(before, after, ["b"])
    assert found == Added((launch.id,), (ban.id,), (fine.id,))


def test_an_article_that_tells_nothing_adds_nothing() -> None:
    told = mention()
    once = {event.id: event for event in events([told], ARTICLES)}
    assert added(once, once, ["b"]) == Added()
