"""Whether the words around a date look back or ahead."""

import pytest

from explorer.dates import find
from explorer.dates.context.tense import AHEAD, BACK, LEANS_AHEAD, LEANS_BACK, PLANNED, UNKNOWN, tense
from explorer.dates.grammar.tokens import tokenise
from explorer.dates.languages import grammar


def told(sentence: str) -> int:
    """Ask for the tense at the word DATE."""
    tokens = tokenise(sentence, grammar("en").lexicon)
    at = next(index for index in range(len(tokens.starts)) if tokens.raw(index) == "DATE")
    return tense(tokens, at, at + 1)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was sold on DATE.", BACK),
        ("It said on DATE that it will grow.", BACK),
        ("It tore a roof off on DATE.", LEANS_BACK),
        ("It will be sold on DATE.", AHEAD),
        ("It won't be formally sold on DATE.", AHEAD),
        ("They won the final on DATE.", LEANS_BACK),
        ("It could be sold on DATE.", LEANS_AHEAD),
        ("It will open on DATE.", AHEAD),
        ("The dividend is payable DATE.", AHEAD),
        ("The case is heard on DATE.", UNKNOWN),
        ("They are holding a vote on DATE.", LEANS_AHEAD),
        ("They were holding a vote on DATE.", LEANS_BACK),
        ("The ministers meet in Lima on DATE.", PLANNED),
        ("The last meet in Lima on DATE", UNKNOWN),
        ("The trial, which began in May, resumes DATE.", PLANNED),
        ("Mr. Bean will open the fair on DATE.", AHEAD),
        ("It was late. On DATE it will open.", AHEAD),
        ("It will open. On DATE it closed.", LEANS_BACK),
        ("It will buy an unlisted firm on DATE.", AHEAD),
        ("A feed of speed on DATE.", UNKNOWN),
        ("When Bell cut prices on DATE, sales rose.", LEANS_BACK),
        ("She set aside her holiday on DATE.", LEANS_BACK),
        ("The banks cut prices on DATE.", UNKNOWN),
        ("They were likely to buy as soon as trading opened DATE.", LEANS_AHEAD),
        ("They bought as soon as trading opened DATE.", LEANS_BACK),
        ("The court ordered that she stay until DATE.", PLANNED),
        ("He bought a tenth of Next on DATE.", LEANS_BACK),
        ("Hyundai opened its plant next door on DATE.", LEANS_BACK),
        ("It came back ahead of time on DATE.", LEANS_BACK),
        ("The sale falls through in DATE when he fails the test.", UNKNOWN),
        ("He says in DATE that sales will fall.", UNKNOWN),
        ("The central bank raised them on DATE and once more.", BACK),
        ("The rate, put up to 9 percent on DATE, will be decided on again.", LEANS_BACK),
        ("As set out on DATE, it will return the money.", LEANS_BACK),
        ("The work was to have been over by DATE.", LEANS_BACK),
        ("The app should have come out on DATE.", LEANS_BACK),
        ("DATE", UNKNOWN),
    ],
)
def test_the_nearest_verb_of_the_sentence_decides(sentence: str, expected: int) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He said that on DATE the jury will meet.", AHEAD),
        ("He resigned, but on DATE he will be back.", AHEAD),
        ("She will run, and on DATE told her staff.", LEANS_BACK),
        ("He told reporters the vote on DATE will decide.", AHEAD),
        ("He said DATE's vote will decide.", AHEAD),
        ("If approved on DATE, the plan will cost more.", AHEAD),
        ("Once it was approved on DATE, the plan cost more.", BACK),
        ("He attended DATE's vote, which will decide.", BACK),
        ("They will meet in Lima, Peru, on DATE.", AHEAD),
        ("Ahead of the talks, the ministry on DATE issued a warning.", LEANS_BACK),
        ("The plan took effect DATE.", LEANS_BACK),
        ("The plan takes effect DATE.", AHEAD),
    ],
)
def test_a_verb_on_the_right_decides_where_the_date_begins_a_clause(sentence: str, expected: int) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It plans to open on DATE.", AHEAD),
        ("It is to open on DATE.", AHEAD),
        ("Talks to resume on DATE", LEANS_AHEAD),
        ("It went to court on DATE.", LEANS_BACK),
        ("They managed to sell it on DATE.", LEANS_BACK),
        ("They agreed to sell it on DATE.", UNKNOWN),
        ("They have agreed to sell it on DATE.", LEANS_AHEAD),
        ("They agreed to meet on DATE.", LEANS_AHEAD),
        ("They agreed on a truce starting DATE.", LEANS_AHEAD),
        ("They held a vote starting on DATE.", LEANS_BACK),
        ("It is due to be heard at a trial starting on DATE.", AHEAD),
        ("A strike starting DATE", LEANS_AHEAD),
        ("It was expected to open on DATE.", LEANS_AHEAD),
        ("It had been expected to open on DATE.", LEANS_BACK),
        ("It grew less than expected on DATE.", LEANS_BACK),
    ],
)
def test_an_infinitive_and_a_plan_take_the_tense_they_are_told_in(sentence: str, expected: int) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It must be paid by DATE.", AHEAD),
        ("They were ordered out by DATE.", PLANNED),
        ("The water had fallen by DATE.", LEANS_BACK),
        ("The hearing was postponed until DATE.", PLANNED),
        ("The shop is shut until DATE.", AHEAD),
        ("The hearing was put off until DATE.", PLANNED),
        ("The hearing was moved to DATE.", PLANNED),
        ("He was given until DATE to answer.", PLANNED),
        ("He was given a watch for DATE.", LEANS_BACK),
        ("They did not know until DATE.", LEANS_BACK),
        ("Until DATE, no one had asked.", LEANS_BACK),
        ("It will grow since DATE.", BACK),
        ("He told the owners to leave by DATE.", PLANNED),
        ("They counted seven bids by the deadline of DATE.", LEANS_AHEAD),
    ],
)
def test_an_end_lies_ahead_unless_it_is_told_as_past(sentence: str, expected: int) -> None:
    assert told(sentence) == expected


def test_who_takes_over_on_a_day_does_so_within_half_a_year() -> None:
    assert [one.value for one in find("She takes over on 1 August.", published="2022-04-05")] == ["2022-08-01"]
    assert [one.value for one in find("She smiles on 1 August.", published="2022-04-05")] == ["2021-08-01"]


def test_what_lasted_until_something_is_over() -> None:
    def read(text: str) -> list[str]:
        return [one.value for one in find(text, published="2003-11-20")]

    assert read("He ran it until his arrest in March.") == ["2003-03"]
    assert read("He will run it until his trial in March.") == ["2004-03"]
    assert read("The bank was closed until a vote in March.") == ["2004-03"]


def test_a_plan_that_is_a_thing_and_a_name_look_neither_back_nor_ahead() -> None:
    def read(text: str) -> list[str]:
        return [one.value for one in find(text, published="1991-04-18")]

    assert read("It scrapped plans for a terminal on Monday.") == ["1991-04-15"]
    assert read("It plans for a terminal on Monday.") == ["1991-04-22"]
    assert read("It will close its Broken Bay smelter on June 30.") == ["1991-06-30"]
