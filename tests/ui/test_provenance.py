"""A history in words."""

import pytest

from explorer.chronology import Entry
from explorer.ui import provenance
from explorer.ui.decision_words import heading
from tests.builders import article


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry("when", (), ("2019-04-15",), mention="m"), "Date: 15 April 2019"),
        (Entry("when", ("2019-04-15",), ("2019~", "mid"), "you"), "Date: 15 April 2019 → mid-2019"),
        (Entry("when", ("2019",), (), "you"), "Date: 2019 → undated"),
        (Entry("kind", ("other",), ("ban",), "you"), "Kind: Other → Ban"),
        (Entry("countries", (), ("IN", "US"), mention="m"), "Where: India, United States"),
        (Entry("review", (), ("accepted",), "you"), "Review: accepted"),
        (Entry("tag", ("hot",), (), "you"), "Tag: hot → nothing"),
        (Entry("sources", ("merged",), ("split off",), "you"), "Sources: split off"),
        (Entry("conflict", (), ("date", "both kept"), "you"), "Conflict: date: both kept"),
        (Entry("published", (), ("2019-05",), "you"), "Publication date of an article: unknown → May 2019"),
    ],
)
def test_an_entry_says_what_was_before_and_after(entry: Entry, said: str) -> None:
    assert f"{heading(entry.field)}: {provenance.change_of(entry)}" == said


def test_an_entry_says_who_when_and_from_what() -> None:
    articles = {"a": article("a", title="Coast watch")}
    read = Entry("kind", (), ("ban",), mention="m", why=("‘banned’ tells of a ban",))
    assert provenance.origin_of(read, articles, {"m": "a"}) == "read by the program, from “Coast watch”"
    assert provenance.why_of(read) == "‘banned’ tells of a ban"
    made = Entry("kind", (), ("ban",), "you", "2024-01-01T12:00:00+00:00", is_undone=True)
    assert provenance.origin_of(made, articles, {}).startswith("you, 1 Jan 2024, ")
    assert provenance.origin_of(made, articles, {}).endswith(" (undone)")
