"""Events like one that was corrected: by name, by telling words, by the order of dates in figures."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.chronology import events
from explorer.chronology.alike import Alike, Reason, alike
from explorer.model.article import Article
from explorer.model.decision import Change, DateOrdered, Edited, EventField, Named, Review, Reviewed, ref
from explorer.model.mention import Mention, MentionDate, Span
from explorer.model.when import When
from tests.builders import article, log, mention, party, when


def told(number: int, words: str = "called on", **fields: object) -> Mention:
    fields = {"kind": "statement", "why": (f"statement: “{words}”",), "at": number * 100, **fields}
    return mention(f"Number {number} took place.", f"{2001 + number}", **fields)  # type: ignore[arg-type]


def corrected(
    mentions: Sequence[Mention],
    field: EventField,
    *value: str,
    before: Sequence[Change] = (),
    articles: Sequence[Article] = (),
) -> Alike | None:
    """Correct the first mention's event, and ask what is like it."""
    change = Edited((ref(mentions[0]),), field, value)
    known = {one.id: one for one in articles or [article("a")]}
    found = events(mentions, known, log(*before, change))
    return alike([change], {one.id: one for one in found}, known)


def ids(found: Alike | None) -> list[str]:
    return [like.event for like in found.likes] if found else []


class TestAKind:
    def test_fits_what_was_told_with_the_same_words(self) -> None:
        mentions = [told(0), told(1), told(2, "Called on"), told(3, "said")]
        found = corrected(mentions, EventField.KIND, "legal")
        assert found is not None
        assert (found.reason, found.said, found.now) == (Reason.KIND, "called on", "legal")
        assert ids(found) == [mentions[1].id, mentions[2].id]
        assert found.likes[0].change == Edited((ref(mentions[1]),), EventField.KIND, ("legal",))

    def test_fits_other_numbers_with_the_same_words(self) -> None:
        mentions = [told(0, "had 200 million users"), told(1, "had 5.7 million users"), told(2, "had users")]
        found = corrected(mentions, EventField.KIND, "finance")
        assert ids(found) == [mentions[1].id]

    def test_leaves_those_that_a_person_has_judged_or_edited(self) -> None:
        mentions = [told(at) for at in range(4)]
        judged = [
            Reviewed((ref(mentions[1]),), Review.ACCEPTED),
            Edited((ref(mentions[2]),), EventField.KIND, ("ban",)),
        ]
        assert ids(corrected(mentions, EventField.KIND, "legal", before=judged)) == [mentions[3].id]

    def test_of_which_the_program_named_no_words_says_nothing_of_others(self) -> None:
        mentions = [replace(told(at), why=("statement: by its wording, x",)) for at in range(2)]
        assert corrected(mentions, EventField.KIND, "legal") is None

    def test_given_back_says_nothing(self) -> None:
        assert corrected([told(0), told(1)], EventField.KIND, "statement") is None
        assert corrected([told(0), told(1)], EventField.KIND) is None


class TestAName:
    MENTIONS = (
        told(0, parties=(party("Kestrel"), party("Osprey"))),
        told(1, parties=(party("Gull"), party("Kestrel"))),
        told(2, parties=(party("Gull"),)),
    )

    def test_that_stands_for_another_does_so_in_all_events_that_have_it(self) -> None:
        found = corrected(self.MENTIONS, EventField.PARTIES, "Kestrel Ltd", "Osprey")
        assert found is not None
        assert (found.said, found.now) == ("Kestrel", "Kestrel Ltd")
        (like,) = found.likes
        assert like.change == Edited((ref(self.MENTIONS[1]),), EventField.PARTIES, ("Gull", "Kestrel Ltd"))

    def test_is_said_once_for_the_library_where_all_are_meant(self) -> None:
        found = corrected(self.MENTIONS, EventField.PARTIES, "Kestrel Ltd", "Osprey")
        assert found is not None
        assert found.chosen(frozenset(ids(found))) == (Named("Kestrel", "Kestrel Ltd"),)
        assert found.chosen(frozenset()) == ()

    def test_that_is_only_added_or_taken_off_says_nothing_of_others(self) -> None:
        assert corrected(self.MENTIONS, EventField.PARTIES, "Osprey") is None
        assert corrected(self.MENTIONS, EventField.PARTIES, "Kestrel", "Osprey", "Gull") is None


def dated(number: int, figures: str, first: str, other: str, home: str = "a") -> Mention:
    """A mention dated in figures that can be read in two ways."""
    read: When = replace(when(first), readings=(when(first), when(other)))
    date = MentionDate(read, figures, Span(number * 100, number * 100 + len(figures)))
    return mention(f"{figures}: number {number}.", None, dates=(date,), at=number * 100, article=home)


class TestAnOrder:
    MENTIONS = (
        dated(0, "03/04/2021", "2021-03-04", "2021-04-03"),
        dated(1, "05/06/2021", "2021-05-06", "2021-06-05"),
        dated(2, "07/08/2021", "2021-08-07", "2021-07-08"),
        dated(3, "01/02/2019", "2019-01-02", "2019-02-01", home="b"),
        dated(4, "01/03/2019", "2019-01-03", "2019-03-01", home="c"),
    )
    ARTICLES = (
        article("a", publisher="The Post"),
        article("b", publisher="The Post"),
        article("c", publisher="The Mail"),
    )

    def test_chosen_for_one_date_fits_those_of_its_article_and_publisher(self) -> None:
        found = corrected(self.MENTIONS, EventField.WHEN, "2021-04-03", "", articles=self.ARTICLES)
        assert found is not None
        assert (found.reason, found.said, found.now) == (Reason.ORDER, "03/04/2021", "DMY")
        assert ids(found) == [self.MENTIONS[1].id, self.MENTIONS[2].id, self.MENTIONS[3].id]
        assert found.likes[0].change == Edited((ref(self.MENTIONS[1]),), EventField.WHEN, ("2021-06-05", ""))
        settled = found.likes[1].change  # it is read day first already, and open no more
        assert settled == Edited((ref(self.MENTIONS[2]),), EventField.WHEN, ("2021-08-07", ""))
        assert found.whole == (DateOrdered("a", "DMY"), DateOrdered("b", "DMY"))

    def test_is_not_told_by_a_date_that_is_neither_reading(self) -> None:
        assert corrected(self.MENTIONS, EventField.WHEN, "2021-09-01", "", articles=self.ARTICLES) is None

    def test_of_a_date_in_words_is_none(self) -> None:
        assert corrected([told(0), told(1)], EventField.WHEN, "2021-04-03", "") is None


def counted(number: int, words: str, read: str, home: str = "a") -> Mention:
    """A mention whose date was counted from another."""
    date = MentionDate(when(read), words, Span(number * 100, number * 100 + len(words)))
    return mention(f"{words} number {number}.", None, dates=(date,), at=number * 100, article=home)


class TestAYear:
    MENTIONS = (
        counted(0, "In April", "2020-04"),
        counted(1, "On 5 May", "2020-05-05"),
        counted(2, "On 29 February", "2020-02-29"),
        counted(3, "In May 2020", "2020-05"),
        counted(4, "In June", "2019-06"),
        counted(5, "Last week", "2020-04-06/2020-04-12"),
        counted(6, "In April", "2020-04", home="b"),
    )

    def test_of_a_date_that_names_none_fits_those_of_its_article_counted_alike(self) -> None:
        found = corrected(self.MENTIONS, EventField.WHEN, "2017-04", "")
        assert found is not None
        assert (found.reason, found.said, found.now) == (Reason.YEAR, "In April", "2017")
        assert [like.change for like in found.likes] == [
            Edited((ref(self.MENTIONS[1]),), EventField.WHEN, ("2017-05-05", ""))
        ]

    def test_is_not_told_by_another_month(self) -> None:
        assert corrected(self.MENTIONS, EventField.WHEN, "2017-08", "") is None
        assert corrected(self.MENTIONS, EventField.WHEN, "2017", "") is None

    def test_that_the_words_name_says_nothing_of_others(self) -> None:
        assert corrected(self.MENTIONS[3:], EventField.WHEN, "2017-05", "") is None
