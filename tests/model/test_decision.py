from hypothesis import given
from hypothesis import strategies as st

from explorer.model.decision import (
    Added,
    Change,
    Decision,
    Named,
    Noted,
    Parted,
    Redone,
    Removed,
    Spanned,
    Undone,
    as_if_decided,
    ref,
    refs_of,
    standing,
    undo_stacks,
)
from tests.builders import log, mention

NOTE = Noted((), "")
moves = st.lists(st.sampled_from(["do", "do twice", "undo", "redo"]), max_size=30)


def play(made: list[str]) -> tuple[list[Decision], list[int], list[int]]:
    """A log, and what an editor's two stacks hold after the same moves."""
    done: list[int] = []
    undone: list[int] = []
    steps: list[Change | list[Change]] = []
    for move in made:
        if move.startswith("do"):
            steps.append([NOTE, NOTE] if move == "do twice" else NOTE)
            done.append(len(steps))
            undone.clear()
        elif move == "undo" and done:
            undone.append(done.pop())
            steps.append(Undone(undone[-1]))
        elif move == "redo" and undone:
            done.append(undone.pop())
            steps.append(Redone(done[-1]))
    return log(*steps), done, undone


@given(moves)
def test_the_log_undoes_and_redoes_like_an_editor(made: list[str]) -> None:
    decisions, done, undone = play(made)
    assert undo_stacks(decisions) == (done, undone)


@given(moves)
def test_what_stands_is_what_was_done_and_not_undone_in_its_order(made: list[str]) -> None:
    decisions, done, _ = play(made)
    found = standing(decisions)
    assert {decision.step for decision in found} == set(done)
    assert [decision.id for decision in found] == sorted(decision.id for decision in found)
    assert all(decision.change is NOTE for decision in found)


@given(moves)
def test_undoing_everything_leaves_nothing_and_redoing_brings_all_back(made: list[str]) -> None:
    decisions, done, _ = play(made)
    before = standing(decisions)
    all_undone, _, _ = play([*made, *["undo"] * len(done)])
    assert standing(all_undone) == []
    again, _, _ = play([*made, *["undo"] * len(done), *["redo"] * len(done)])
    assert [decision.id for decision in standing(again)] == [decision.id for decision in before]


def test_a_step_of_several_changes_is_undone_as_one() -> None:
    assert standing(log([NOTE, NOTE, NOTE], NOTE, Undone(2), Undone(1))) == []


def test_an_undo_of_what_is_not_there_is_passed_over() -> None:
    decisions = log(Undone(7), NOTE, Redone(9))
    assert undo_stacks(decisions) == ([2], [])


def test_a_reference_holds_the_words_that_find_the_mention_again() -> None:
    told = mention("On Monday it opened.", at=30, article="x")
    named = ref(told)
    assert (named.id, named.article, named.quote, named.date_text) == (told.id, "x", told.quote, "On M")
    assert ref(mention(date=None)).date_text == ""


def test_a_change_speaks_of_the_mentions_that_it_names() -> None:
    one, other = mention("It opened."), mention("It closed.")
    both = (ref(one), ref(other))
    assert refs_of(Noted(both, "x")) == refs_of(Parted(both[:1], both[1:])) == both
    assert refs_of(Added(one)) == refs_of(Spanned(ref(one), one.span, "It")) == both[:1]
    assert refs_of(Named("A", "B")) == refs_of(Removed("a", beside=both)) == refs_of(Undone(1)) == ()


def test_looking_ahead_writes_nothing_and_makes_one_step() -> None:
    done = log(NOTE, NOTE)
    ahead = as_if_decided(done, [NOTE, NOTE])
    assert (len(done), ahead[:2]) == (2, done)
    assert [(one.id, one.step) for one in ahead[2:]] == [(3, 3), (4, 3)]
    assert [one.step for one in as_if_decided([], [NOTE])] == [1]
