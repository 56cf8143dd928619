"""The model of wording: how likely each kind is by the words of a clause, and when that decides."""

import pytest

from explorer import resources
from explorer.extract.kind import kinds, likely
from explorer.model.mention import Span
from tests.extract.judging import choice_of

NOTHING = likely.Evidence({}, (), is_planned=False)


def chances(clause: str) -> dict[str, float]:
    return likely.chances(clause, Span(0, len(clause)), NOTHING)


def test_the_kinds_of_the_model_are_those_of_the_program() -> None:
    assert set(likely.model().kinds) == set(resources.kinds())


@pytest.mark.parametrize("clause", ["", "Kestravia", "the lake was calm", "It reneged on the covenant."])
def test_chances_of_any_clause_add_up_to_one(clause: str) -> None:
    assert sum(chances(clause).values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("the magistrate remanded the smuggler", "legal"),
        ("rainstorms and landslides cut off the villages", "other"),
    ],
)
def test_words_that_no_frame_knows_speak_by_their_neighbours(clause: str, kind: str) -> None:
    told = chances(clause)
    assert max(told, key=told.__getitem__) == kind


def test_names_say_nothing_and_capitals_only_in_common_words() -> None:
    def words(text: str) -> list[str]:
        return list(likely.words(text, Span(0, len(text))))

    assert words("Kestravia sued Quillfeather") == ["sued"]
    assert "court" in words("The Court sat")


def test_wording_goes_against_strong_frames_only_where_it_is_sure() -> None:
    assert likely.decides("legal", 0.6, {"launch": 3.5})
    assert not likely.decides("legal", 0.6, {"launch": 6.6})
    assert likely.decides("legal", 0.9, {"launch": 6.6})


def test_the_reason_names_the_words_that_decided() -> None:
    clause = "the magistrate remanded the smuggler until the hearing"
    without = kinds.choose(clause, Span(0, len(clause)), [], (), is_planned=False)
    choice = choice_of(clause)
    assert (without.kind, choice.kind) == ("other", "legal")
    assert "“" in choice.why
    assert choice.chance > 0.5
