"""The model of wording: how likely each kind is by the words of a clause, and what it says of its reasons."""

import pytest

from explorer import resources
from explorer.extract.kind import kinds, likely, network, wording
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


def around(text: str, clause_: str, title: str = "") -> dict[str, float]:
    """Give the chances of a clause of a text, of which no rule knows anything."""
    start = text.index(clause_)
    asked, _ = kinds.evidence(text, Span(start, start + len(clause_)), [], (), is_planned=False, title=title)
    return likely.likely([asked])[0].chances


def test_what_stands_before_a_clause_tells_of_it() -> None:
    one = "It followed in May."
    trial = around(f"The magistrate remanded the smuggler. {one}", one)
    profit = around(f"Profit and turnover fell by a tenth. {one}", one)
    assert trial["legal"] > profit["legal"]
    assert profit["finance"] > trial["finance"]


def test_the_title_tells_of_a_clause() -> None:
    one = "It followed in May."
    assert around(one, one, "Brewer sued by growers")["legal"] > around(one, one)["legal"]


def test_clauses_are_told_together_as_one_by_one() -> None:
    texts = [
        "It followed in May.",
        "the magistrate remanded the smuggler",
        "…",
        "word " * 90,
        "Profit fell.",
    ] * 9
    titles = ["", "Brewer sued", "Brewer sued"] * 15
    clauses = [clause(text)._replace(title=title) for text, title in zip(texts, titles, strict=True)]
    together = likely.likely(clauses)
    for one, its in zip(clauses, together, strict=True):
        [alone] = likely.likely([one])
        assert alone.chances == pytest.approx(its.chances, abs=1e-5)
    assert likely.likely([]) == []


def test_what_the_words_of_a_clause_add_is_what_it_lacks_without_them() -> None:
    """The odds are what the words add, by the neurons that are awake, and what is always there."""
    text = "the magistrate remanded the smuggler until the hearing"
    [told] = likely.likely([clause(text)])
    fitted = network.network()
    kind = fitted.kinds.index("legal")
    pooled, neurons = len(fitted.hidden), len(fitted.threshold)
    awake = told.done.neurons > 0
    always = fitted.out[-1, kind] + fitted.threshold[awake] @ fitted.out[pooled : pooled + neurons, kind][awake]
    flags = likely.inputs(clause(text), wording.passage(text, Span(0, len(text))), fitted.kinds).named
    always += flags @ fitted.out[pooled + neurons : -1, kind]
    assert told.done.telling(kind).sum() + always == pytest.approx(told.done.odds[kind], abs=1e-3)
