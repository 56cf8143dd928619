import pytest

from explorer.chronology.stretches import stretches, within
from explorer.model.mention import Mention, MentionDate, Quantity, Span
from tests.builders import mention, when


def told(quote: str, dates: list[str], amounts: list[str], at: int = 40) -> list[Mention]:
    """The mentions of a sentence, one for each date, all with the whole of it."""

    def span(words: str) -> Span:
        start = at + quote.index(words)
        return Span(start, start + len(words))

    quantities = tuple(Quantity(words, 1.0, "users", span(words)) for words in amounts)
    return [
        mention(
            quote,
            at=at,
            id=words,
            quantities=quantities,
            dates=(MentionDate(when("2019"), words, span(words)),),
        )
        for words in dates
    ]


@pytest.mark.parametrize(
    ("quote", "dates", "amounts", "own"),
    [
        (
            "In June Nimbus had 2 million users, in July 3 million and in August 4 million.",
            ["June", "July", "August"],
            ["2 million", "3 million", "4 million"],
            [["2 million"], ["3 million"], ["4 million"]],
        ),
        (
            "Nimbus had 2 million users in June, 3 million in July and 4 million in August.",
            ["June", "July", "August"],
            ["2 million", "3 million", "4 million"],
            [["2 million"], ["3 million"], ["4 million"]],
        ),
        (
            "Nimbus paid 9 million on Monday, the end of a plan that cost the founder his job last month.",
            ["Monday", "last month"],
            ["9 million"],
            [["9 million"], []],
        ),
        ("On Monday Nimbus had 2 million users and 5 million guests.", ["Monday"], ["2 million", "5 million"],
         [["2 million", "5 million"]]),
    ],
)  # fmt: skip
def test_amounts_go_with_the_date_they_stand_with(
    quote: str, dates: list[str], amounts: list[str], own: list[list[str]]
) -> None:
    mentions = told(quote, dates, amounts)
    found = stretches(mentions)
    assert [[q.text for q in within(m, found[m.id])[1]] for m in mentions] == own


def test_a_clause_with_one_date_is_all_its_own() -> None:
    (only,) = told("On Monday it opened.", ["Monday"], [])
    assert stretches([only]) == {only.id: only.span}
    undated = mention("It opened.", None)
    assert stretches([undated]) == {undated.id: undated.span}


def test_a_clause_inside_another_and_beside_its_date_takes_nothing_from_it() -> None:
    (outer,) = told("On Monday Nimbus paid 9 million for the fire of 2010, 5 million at once.", ["Monday"],
                    ["9 million", "5 million"])  # fmt: skip
    at = outer.span.start + outer.quote.index("the fire")
    inner = mention("the fire of 2010", at=at, id="inner",
                    dates=(MentionDate(when("2010"), "2010", Span(at + 12, at + 16)),))  # fmt: skip
    assert stretches([outer, inner])[outer.id] == outer.span


def test_dates_of_another_sentence_or_article_cut_nothing() -> None:
    (first,) = told("On Monday it opened.", ["Monday"], [])
    (second,) = told("On Friday it closed.", ["Friday"], [], at=90)
    other = mention("On Friday it closed.", at=42, article="b")
    found = stretches([first, second, other])
    assert found[first.id] == first.span
