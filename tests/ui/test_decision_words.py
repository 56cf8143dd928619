"""Every decision is said as a deed to undo, and as what was decided."""

import pytest

from explorer.model.decision import (
    Anchored,
    ArticleEdited,
    ArticleField,
    Change,
    DateOrdered,
    Edited,
    EventField,
    Linked,
    MentionRef,
    Named,
    Noted,
    Removed,
    Review,
    Reviewed,
    Settled,
    Starred,
    Tagged,
)
from explorer.model.mention import Span
from explorer.ui.decision_words import deed, told

SOME = (MentionRef("m", "harbour", Span(0, 4), "some words"),)


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
    assert deed(change) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Reviewed(SOME, Review.ACCEPTED), "Accepted"),
        (Reviewed(SOME, Review.UNREVIEWED), "Marked as unreviewed"),
        (Edited(SOME, EventField.WHEN, ("2019-04", "")), "Date set to April 2019"),
        (Edited(SOME, EventField.COUNTRIES, ("NO", "IN")), "Where set to Norway, India"),
        (Edited(SOME, EventField.KIND, None), "Kind as it was read"),
        (Edited(SOME, EventField.PARTIES, ()), "Who removed"),
        (
            ArticleEdited("harbour", ArticleField.PUBLISHED, "2018-02-03"),
            "Publication date set to 3 February 2018",
        ),
        (ArticleEdited("harbour", ArticleField.PUBLISHER, None), "Publisher as it was read"),
        (Noted(SOME, "See\n page 3"), "Note: See page 3"),
        (Noted(SOME, ""), "Note removed"),
        (Tagged(SOME, "key", False), "Tag “key” taken off"),
        (Starred(SOME, True), "Starred"),
        (Settled(SOME, "when", SOME[0]), "Date of one source chosen"),
        (Settled(SOME, "quantities", None), "Amounts of all sources kept"),
        (Named("Kestrel", "Kestrel Ferries"), "“Kestrel” stands for Kestrel Ferries"),
        (Named("Kestrel", "Kestrel"), "“Kestrel” confirmed"),
        (Named("Norway", ""), "“Norway” is no company"),
        (Anchored("harbour", Span(0, 9), "2016"), "Dates count from 2016"),
        (DateOrdered("harbour", "DMY"), "Numeric dates read with the day first"),
        (Removed("harbour"), "Article taken out"),
        (Linked(SOME), "Merged"),
    ],
)
def test_every_change_is_told_with_its_value(change: Change, said: str) -> None:
    assert told(change) == said
