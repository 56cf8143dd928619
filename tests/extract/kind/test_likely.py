"""The model of wording: how likely each kind is by the words of a clause, and what it says of its reasons."""

import pytest

from explorer import resources
from explorer.extract.kind import kinds, likely, network
from explorer.model.mention import Span
from tests.extract.judging import choice_of


def clause(text: str) -> likely.Clause:
    """A clause of which no rule knows anything."""
    return kinds.evidence(text, Span(0, len(text)), [], (), is_planned=False)[0]


def chances(text: str) -> dict[str, float]:
    return likely.likely([clause(text)])[0].chances


def likeliest(text: str) -> str:
    told = chances(text)
    return max(told, key=told.__getitem__)


def test_the_kinds_of_the_model_are_those_of_the_program() -> None:
    assert set(network.network().kinds) == set(resources.kinds())


@pytest.mark.parametrize(
    "text", ["", "…", "Kestravia", "the lake was calm", "It reneged on the covenant.", "a " * 500]
)
def test_chances_of_any_clause_add_up_to_one(text: str) -> None:
    assert sum(chances(text).values()) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the magistrate remanded the smuggler", "legal"),
        ("rainstorms and landslides cut off the villages", "other"),
    ],
)
def test_words_that_no_frame_knows_speak_by_their_neighbours(text: str, kind: str) -> None:
    assert likeliest(text) == kind


def test_the_same_words_in_another_order_tell_of_another_kind() -> None:
    deed = "The judge who had blocked the takeover resigned on Friday."
    other = "The judge who had resigned blocked the takeover on Friday."
    assert chances(deed)["leadership"] > chances(other)["leadership"]


def test_the_reason_names_the_words_that_decided() -> None:
    text = "the magistrate remanded the smuggler until the hearing"
    without = kinds.choose(text, Span(0, len(text)), [], (), is_planned=False)
    choice = choice_of(text)
    assert (without.kind, choice.kind) == ("other", "legal")
    assert "“" in choice.why
    assert choice.chance > 0.5


def test_clauses_of_one_article_tell_of_each_other() -> None:
    one, trial = clause("It began in May."), clause("the magistrate remanded the smuggler")
    [beside, _] = likely.likely([one, trial])
    assert beside.chances["legal"] > chances("It began in May.")["legal"]


def test_what_is_clear_tells_of_its_neighbours_and_is_not_asked_itself() -> None:
    one = clause("It began in May.")
    [after_trial], [after_profit] = likely.likely(["legal", one]), likely.likely(["finance", one])
    assert after_trial.chances["legal"] > after_profit.chances["legal"]
    assert likely.likely(["legal", "finance"]) == likely.likely([]) == []
