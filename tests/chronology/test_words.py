import pytest

from explorer.chronology.words import capitalised, counted

SCALES = {"million": 1e6}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Marta Oyarzo left Naviera Quellen.", [("Marta Oyarzo", False), ("Naviera Quellen", True)]),
        ("It fell. Pilots struck.", [("It", False), ("Pilots", False)]),
        ("the Coca-Cola plant of Éclair", [("Coca-Cola", True), ("Éclair", True)]),
        ("iPhone makers", []),
        ("字节跳动 bought Éclair", []),
    ],
)
def test_words_with_a_capital_that_follow_each_other_may_be_a_name(
    text: str, told: list[tuple[str, bool]]
) -> None:
    assert list(capitalised(text)) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("37 passengers were hurt", [(37.0, "passenger")]),
        ("3.4 million patients and 1,340 buses", [(3.4e6, "patient"), (1340.0, "bus")]),
        ("a 14-year plan", [(14.0, "year")]),
        ("in 2019 sales rose 45% by 10:30 on 1.2.2019", []),
        ("flight B737 landed", []),
    ],
)
def test_numbers_are_told_with_what_they_count(text: str, found: list[tuple[float, str]]) -> None:
    assert list(counted(text, SCALES)) == found
