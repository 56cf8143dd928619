"""A library remembers what the dates of its articles stand on."""

from explorer.library import Library
from explorer.model.decision import Guidance
from explorer.model.mention import Span
from explorer.ui import basis


def test_the_date_an_article_was_read_with_is_remembered() -> None:
    with Library.in_memory() as library:
        assert basis.kept(library) == {}
        basis.keep(library, "a", "2019")
        basis.keep(library, "b", None)
        assert basis.kept(library) == {"a": "2019", "b": None}


def test_without_a_word_of_a_person_dates_stand_on_the_publication_date_alone() -> None:
    assert basis.of("2019", Guidance()) == "2019"
    assert basis.of(None, Guidance()) is None


def test_every_word_of_a_person_makes_another_basis_that_comes_back_from_the_library() -> None:
    said = (Guidance("DMY"), Guidance("MDY"), Guidance(anchors=((Span(0, 4), "2016"),)))
    with Library.in_memory() as library:
        for id_, guidance in zip("abc", said, strict=True):
            basis.keep(library, id_, basis.of("2019", guidance))
        kept = basis.kept(library)
    assert [kept[id_] for id_ in "abc"] == [basis.of("2019", guidance) for guidance in said]
    assert len({str(one) for one in kept.values()}) == 3
