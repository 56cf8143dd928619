from explorer.chronology.identity import Register, by_age, place
from explorer.model.decision import ref
from explorer.model.mention import Span
from tests.builders import mention


def test_the_order_is_that_of_articles_then_of_words() -> None:
    assert by_age(["b", "silent", "a"], ["zebra", "gone", "a", "b"]) == ["b", "a", "gone", "zebra"]
    first, second = mention(at=50), mention(at=90)
    assert sorted([second, first], key=place) == [first, second]
    assert place(second)[1] == 90
    assert place(mention(date=None))[1] == -1


def test_a_mention_is_found_by_its_id() -> None:
    told = mention()
    assert Register([told]).find(ref(told)) == told.id


def test_a_mention_read_again_with_another_clause_is_found_by_its_place() -> None:
    before = mention("On Monday the harbour closed.", at=100)
    after = mention("On Monday the harbour closed", at=100)
    assert before.id != after.id
    assert Register([after, mention("On Monday", at=400)]).find(ref(before)) == after.id


def test_the_same_words_at_another_place_are_another_statement() -> None:
    before, after = (
        mention("On Monday the harbour closed.", at=100),
        mention("On Monday the harbour closed.", at=900),
    )
    assert Register([after]).find(ref(before)) is None


def test_the_best_of_several_alike_is_taken_and_none_of_another_article() -> None:
    before = mention("On Monday the harbour closed.", at=100)
    little = mention("On Monday", at=92)
    much = mention("On Monday the harbour", at=100)
    elsewhere = mention("On Monday the harbour closed.", at=100, article="b")
    assert Register([little, elsewhere, much]).find(ref(before)) == much.id
    assert Register([elsewhere]).find(ref(before)) is None


def test_words_that_are_dated_otherwise_are_another_mention() -> None:
    before = mention("On Monday the harbour closed.", at=100)
    other = mention("In April the harbour closed.", at=100)
    assert Register([other]).find(ref(before)) is None


def test_references_to_one_mention_count_once() -> None:
    told = mention()
    reference = ref(told)
    moved = ref(mention(at=2))
    assert moved.span == Span(2, 2 + len(told.quote))
    assert Register([told]).find_all([reference, moved, reference]) == (told.id,)
