"""The history of an event: what was read at first, then what people said, undone steps included."""

from collections.abc import Sequence

from explorer.chronology import Entry, history
from explorer.model.amounts import written
from explorer.model.decision import (
    Added,
    ArticleEdited,
    ArticleField,
    Change,
    Edited,
    EventField,
    Linked,
    Named,
    Noted,
    Parted,
    Review,
    Reviewed,
    Spanned,
    Starred,
    Tagged,
    Undone,
    ref,
)
from explorer.model.mention import Mention, Span
from tests.builders import article, log, mention, quantity


def told(*mentions: Mention, decisions: Sequence[Change] = ()) -> list[Entry]:
    articles = {one.article: article(one.article) for one in mentions}
    return history(mentions, log(*decisions), articles)


def said(entries: Sequence[Entry]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(entry.field, entry.before, entry.after) for entry in entries if entry.who]


def test_what_the_program_read_comes_first_with_its_words_and_trace() -> None:
    one = mention("On Monday it sank.", "2019-04-15", kind="ban", why=("‘sank’ tells of a ban",))
    entries = told(one)
    assert {entry.field for entry in entries} == {"title", "when", "kind", "status"}
    assert all(entry.who == "" and entry.mention == one.id and entry.before == () for entry in entries)
    date, kind = (next(entry for entry in entries if entry.field == name) for name in ("when", "kind"))
    assert (date.after, date.why) == (("2019-04-15",), ("‘On M’",))
    assert (kind.after, kind.why) == (("ban",), ("‘sank’ tells of a ban",))


def test_a_field_is_told_from_the_statement_that_gave_it() -> None:
    vague = mention("It sank in 2019.", "2019", article="a", kind="ban")
    exact = mention("It sank on 15 April.", "2019-04-15", article="b", kind="ban")
    date = next(entry for entry in told(vague, exact) if entry.field == "when")
    assert (date.after, date.mention) == (("2019-04-15",), exact.id)


def test_an_edit_tells_before_and_after_and_giving_back_what_was_read() -> None:
    one = mention(quantities=(quantity(5, text="$5"),))
    refs = (ref(one),)
    entries = told(
        one,
        decisions=[
            Edited(refs, EventField.WHEN, ("2019~", "mid")),
            Edited(refs, EventField.WHEN, ("2020", "")),
            Edited(refs, EventField.WHEN, None),
            Edited(refs, EventField.QUANTITIES, written([quantity(6, text="$6")])),
        ],
    )
    assert said(entries) == [
        ("when", ("2019-04-15",), ("2019~", "mid")),
        ("when", ("2019~", "mid"), ("2020",)),
        ("when", ("2020",), ("2019-04-15",)),
        ("quantities", ("$5",), ("$6",)),
    ]
    assert entries[-2].why == ("as it was read",)
    assert (entries[-1].who, entries[-1].at) == ("you", "2024-01-01T00:00:00+00:00")


def test_an_undone_step_is_told_and_changes_nothing() -> None:
    one = mention()
    refs = (ref(one),)
    entries = told(
        one,
        decisions=[
            Edited(refs, EventField.KIND, ("ban",)),
            Undone(1),
            Edited(refs, EventField.KIND, ("legal",)),
        ],
    )
    assert said(entries) == [("kind", ("other",), ("ban",)), ("kind", ("other",), ("legal",))]
    assert [entry.is_undone for entry in entries if entry.who] == [True, False]


def test_every_sort_of_decision_about_the_event_is_told_and_none_about_another() -> None:
    one, twin = mention(companies=("Byte",)), mention(article="b")
    other = mention("It rose.", at=90)
    refs, both = (ref(one),), (ref(one), ref(twin))
    entries = told(
        one,
        decisions=[
            Reviewed(refs, Review.ACCEPTED),
            Noted(refs, "Call them."),
            Tagged(refs, "hot", True),
            Tagged(refs, "hot", False),
            Starred(refs, True),
            Linked(both),
            Parted(refs, (ref(twin),)),
            Spanned(ref(one), Span(0, 9), "Something"),
            Named("Byte", "ByteDance"),
            ArticleEdited("a", ArticleField.PUBLISHED, "2019-05"),
            Reviewed((ref(other),), Review.REJECTED),
            Named("Osprey", ""),
            ArticleEdited("b", ArticleField.PUBLISHED, "2019-06"),
        ],
    )
    assert said(entries) == [
        ("review", (), ("accepted",)),
        ("note", (), ("Call them.",)),
        ("tag", (), ("hot",)),
        ("tag", ("hot",), ()),
        ("star", (), ("starred",)),
        ("sources", (), ("merged",)),
        ("sources", ("merged",), ("split off",)),
        ("clause", ("Something took place.",), ("Something",)),
        ("parties", ("Byte",), ("ByteDance",)),
        ("published", (), ("2019-05",)),
    ]


def test_what_a_person_marked_was_set_by_that_person() -> None:
    marked = mention("It sank.")
    entries = history([marked], log(Added(marked)), {})
    assert {(entry.who, entry.mention) for entry in entries} == {("you", "")}


def test_nothing_has_no_history() -> None:
    assert history([], [], {}) == []
