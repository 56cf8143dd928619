"""Dating: which date dates which stretch of a sentence, and which dates nothing."""

import pytest

from explorer.model.mention import Role
from tests.extract.reading import amounts, quotes, read, start, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2013 the bank was fined $2 million over a fire in 2009.",
            [("2013", "settlement"), ("2009", "other")],
        ),
        (
            "Marlow Ltd delivered 27 aircraft in March 2013, compared with 28 in March 2012.",
            [("2013-03", "milestone"), ("2012-03", "milestone")],
        ),
        (
            "Volvo recalled 1,300 cars in May 2013 and 1,500 trucks in June 2013.",
            [("2013-05", "other"), ("2013-06", "other")],
        ),
        (
            "Marlow Ltd, which was founded in 1950, closed its mill on 3 May 2013.",
            [("1950", "launch"), ("2013-05-03", "launch")],
        ),
    ],
)
def test_each_date_dates_its_own_stretch(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_end_of_a_period_is_accounted_for_and_dates_nothing() -> None:
    extraction = read("Profit of Marlow Ltd rose 9 percent in the third quarter of 2013 ended 31 July 2013.")
    assert [start(mention) for mention in extraction.mentions] == ["2013-05"]
    assert any("end of the period" in item.why for item in extraction.unused)


def test_a_period_known_by_its_end_alone_has_the_months_before_it() -> None:
    (mention,) = read("Profit of Marlow Ltd rose 9 percent in the quarter ended 31 July 2013.").mentions
    assert mention.when is not None
    assert mention.when.edtf == "2013-05/2013-07"
    assert mention.dates[0].text == "the quarter ended 31 July 2013"


def test_the_day_figures_were_told_is_their_announcement() -> None:
    (mention,) = read("On 5 May 2013 Marlow Ltd reported fourth-quarter 2012 profit of $3 million.").mentions
    assert [date.role for date in mention.dates] == [Role.HAPPENED, Role.ANNOUNCED]
    assert start(mention) == "2012-10"


def test_a_saying_behind_what_it_says_is_its_announcement() -> None:
    (mention,) = read("Marlow Ltd will close its mill in 2016, the company said on 4 March 2014.").mentions
    assert start(mention) == "2016"
    assert mention.dates[1].role is Role.ANNOUNCED


def test_a_deadline_is_dated_by_its_end() -> None:
    (mention,) = read("Marlow Ltd must sell its ferry unit by 9 July 2014.").mentions
    assert (start(mention), mention.dates[0].role) == ("2014-07-09", Role.DEADLINE)


def test_vague_recency_is_borderline() -> None:
    assert all(m.is_borderline for m in read("Marlow Ltd recently closed its mill.").mentions)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("At the same time, it lost 3 million users.", ["2013-07", "2013-07"]),
        ("In the same period it sold 40 planes.", ["2013-07", "2013-07"]),
        ("At the same time, it lost its chief.", ["2013-07"]),
        ("It has 3 million users.", ["2013-07"]),
    ],
)
def test_a_figure_bound_to_the_one_before_has_its_time(second: str, expected: list[str]) -> None:
    mentions = read(f"In July 2013 Acme Corp. earned $50 million. {second}").mentions
    assert [one.when.edtf for one in mentions if one.when] == expected


def test_a_figure_of_another_paragraph_is_bound_to_nothing() -> None:
    text = "In July 2013 Acme Corp. earned $50 million.\n\nAt the same time, it lost 3 million users."
    assert len(read(text).mentions) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("With the current 110 million users, Acme Corp. leads the market.", 1),
        ("The current chief of Acme Corp. paid $5 million.", 0),
    ],
)
def test_what_is_current_is_measured_or_no_event(text: str, count: int) -> None:
    assert len(read(text).mentions) == count


def test_who_was_told_to_do_something_was_ordered() -> None:
    (mention,) = read("On 4 April 2013 the High Court told the government to prohibit downloads.").mentions
    assert mention.dates[0].role is Role.HAPPENED


def test_when_goods_were_made_that_are_called_back_is_no_event() -> None:
    assert told("Volvo recalled 1,300 cars in May 2013. The models were built between 2001 and 2002.") == [
        ("2013-05", "other")
    ]
    assert told("Volvo sold 1,300 cars in May 2013. The plant was built in 2001.")[-1][0] == "2001"


def test_a_heading_without_a_verb_is_no_event() -> None:
    assert told("The Compliance Monthly, May 2013\n\nVolvo recalled 1,300 cars on 3 May 2013.") == [
        ("2013-05-03", "other")
    ]
    assert told("Takeover of Volvo, May 2013") == [("2013-05", "acquisition")]


@pytest.mark.parametrize("verb", ["said", "ruled", "found"])
def test_who_decided_it_when_behind_what_was_decided_only_dates_it(verb: str) -> None:
    text = f"Marlow Ltd must pay a fine of $2 million, the High Court {verb} on 3 May 2013."
    assert told(text) == [("2013-05-03", "settlement")]
    assert (
        told("The owners met, and the High Court decided on 3 May 2013 to close the mill.")[-1][1]
        != "settlement"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Downloads of the Marlow app fell in May 2013 as the Federal Trade Commission accused it of fraud.",
            [("2013-05", "milestone"), ("2013-05", "legal")],
        ),
        (
            "Sales of Marlow Ltd fell in May 2013 as a court banned its drinks.",
            [("2013-05", "finance"), ("2013-05", "ban")],
        ),
        ("Marlow Ltd was sold in May 2013 as the bank that had paid a fine.", [("2013-05", "acquisition")]),
        ("Marlow Ltd was renamed as Adyen in May 2013.", [("2013-05", "launch")]),
    ],
)
def test_what_happened_meanwhile_is_told_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_to_take_something_over_is_one_deed() -> None:
    quotes = [m.quote for m in read("In 2013 Marlow Ltd took over the mill of 1950.").mentions]
    assert any("took over the mill" in quote for quote in quotes)


def test_a_figure_told_on_a_day_is_only_announced_then() -> None:
    text = "Marlow Ltd told its owners on 5 May 2013. It earned $6 million, up from $5 million a year earlier."
    (figure,) = [m for m in read(text).mentions if "$6" in m.quote]
    assert figure.dates[0].role is Role.ANNOUNCED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlow Ltd had 51 million users in May 2013, up from 43 million in May 2012.",
            "Marlow Ltd had 51 million users in May 2013",
        ),
        (
            "Marlow Ltd sold two mills in May 2013, the last of which it bought in June 2012.",
            "Marlow Ltd sold two mills in May 2013",
        ),
    ],
)
def test_no_small_word_of_the_next_clause_hangs_on_at_the_end(text: str, expected: str) -> None:
    assert quotes(text)[0] == expected


def test_no_joining_word_stands_at_the_head() -> None:
    text = "Marlow Ltd sold its mill in May 2013, and in June 2013 it bought a ferry."
    assert quotes(text)[-1] == "in June 2013 it bought a ferry."


@pytest.mark.parametrize(
    "text",
    [
        "What did Marlow Ltd change in March 2013?",
        "And in 2013?",
        "Was the mill sold in 2013?",
        "Outlook for 2013",
        "2013: going public",
    ],
)
def test_questions_and_headings_tell_nothing(text: str) -> None:
    assert told(f"Marlow Ltd is a bank.\n\n{text}\n\nIt is a very old one.") == []


def test_what_a_long_question_takes_for_granted_is_told() -> None:
    text = "Who says that a mill which Marlow Ltd bought in 1993 is a thing that can only be closed?"
    assert [when for when, _ in told(text)] == ["1993"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlow Ltd, whose shares lost half of their value in 2012, said its loss fell 18% in 2013.",
            [
                ("2012", "Marlow Ltd, whose shares lost half of their value in 2012"),
                ("2013", "its loss fell 18% in 2013."),
            ],
        ),
        (
            "Jo Berg, who joined Marlow Ltd in 2012, replaced its founder.",
            [("2012", "Jo Berg, who joined Marlow Ltd in 2012")],
        ),
        (
            "Marlow Ltd, in a filing on 5 May 2013, said it had sold the mill.",
            [("2013-05-05", "Marlow Ltd, in a filing on 5 May 2013, said it had sold the mill.")],
        ),
        (
            "On 5 May 2013, three days after owners had voted for it, Marlow Ltd sold the mill.",
            [
                (
                    "2013-05-05",
                    "On 5 May 2013, three days after owners had voted for it, Marlow Ltd sold the mill.",
                )
            ],
        ),
        (
            "The state took the mines on which Marlow Ltd relied in 2013.",
            [("2013", "The state took the mines on which Marlow Ltd relied in 2013.")],
        ),
    ],
)
def test_what_is_told_by_the_way_has_its_own_stretch_and_time(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(start(m), m.quote) for m in read(text).mentions] == expected
    assert all(len(m.dates) == 1 for m in read(text).mentions)


def test_claims_are_of_their_own_time() -> None:
    text = "Marlow Ltd agreed on 3 May 2013 to pay $6 million to settle claims that it hid a leak in 2010."
    assert [(start(m), m.quote) for m in read(text).mentions] == [
        ("2013-05-03", "Marlow Ltd agreed on 3 May 2013 to pay $6 million"),
        ("2010", "it hid a leak in 2010."),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ten days later, on 21 August 2013, it closed its mill.", "says the same as the date beside it"),
        ("The mill opened on 21 August 2013, a year earlier than planned.", "only compared with"),
        ("It sold 3 mills on 21 August 2013, twice as many as the year before.", "only compared with"),
        ("It sold 3 mills on 21 August 2013, four times the number in 2012.", "only compared with"),
        ("It closed a mill on 21 August 2013, the third loss for the town this year.", "only compared with"),
        ("According to a report published on 3 May, it fell on 21 August 2013.", "which paper is meant"),
    ],
)
def test_what_rewords_a_date_or_measures_by_it_dates_nothing(text: str, why: str) -> None:
    extraction = read(text)
    assert [start(m) for m in extraction.mentions] == ["2013-08-21"]
    assert [one.why for one in extraction.unused] == [why]


def test_what_is_said_besides_has_its_own_time() -> None:
    text = "Marlow Ltd said its loss fell to $2 million from $4 million, and that it expects a profit in 2015."
    assert quotes(text)[-1] == "that it expects a profit in 2015."


def test_a_paper_that_something_is_said_in_is_no_event() -> None:
    text = "Marlow Ltd will close its mill, it said in a statement dated 14 March 2013."
    assert quotes(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May 2013 Marlow Ltd, founded in 1988 and listed in Oslo, was sold to Adyen.",
            [("2013-05", "acquisition"), ("1988", "launch")],
        ),
        (
            "On 3 May 2013 Marlow Ltd, which had bought Adyen for $4 billion in 2012, closed two plants.",
            [("2013-05-03", "launch"), ("2012", "acquisition")],
        ),
        (
            "In May 2013 Marlow Ltd, which had bought Adyen, closed two plants.",
            [("2013-05", "launch")],
        ),
        (
            "On 3 May 2013 the court, ruling on a suit of 2012, fined Marlow Ltd.",
            [("2013-05-03", "settlement"), ("2012", "legal")],
        ),
    ],
)
def test_a_date_before_an_aside_dates_the_verb_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    by_date = {start(m): m for m in read(text).mentions}
    assert {when: m.kind for when, m in by_date.items()} == dict(expected)
    assert by_date[expected[0][0]].quote == text


def test_what_is_told_of_a_speaker_aside_lends_no_amounts_to_what_is_said() -> None:
    text = "Marlow Ltd, which lost 9 million users in 2012, said on 3 May 2013 that it had closed its mill."
    assert dict(amounts(text)) == {"2012": ["9 million users"], "2013-05-03": []}


def test_what_is_told_aside_lends_neither_companies_nor_amounts() -> None:
    text = "On 3 May 2013 Marlow Ltd, which bought Adyen for $4 billion in 2012, closed two plants."
    (told,) = [m for m in read(text).mentions if start(m) == "2013-05-03"]
    assert [party.name for party in told.parties] == ["Marlow"]
    assert [quantity.text for quantity in told.quantities] == ["two plants"]


def test_what_the_subject_is_between_commas_is_told_apart_from_what_it_does() -> None:
    text = "Jo Berg, head of Marlow Ltd since 2009, took over the mill for all owners in May 2013."
    assert quotes(text) == ["Jo Berg, head of Marlow Ltd since 2009", text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pell Motors ends a dispute that began when Orme Foods sued in March 2009.",
            ["Orme Foods sued in March 2009."],
        ),
        (
            "Pell Motors has 300 shops and plans to enter Algeria by the end of 2016.",
            ["plans to enter Algeria by the end of 2016."],
        ),
        (
            "Pell Motors cut costs when Orme Foods sued in March 2009.",
            ["Pell Motors cut costs when Orme Foods sued in March 2009."],
        ),
    ],
)
def test_a_date_tells_nothing_of_what_only_hangs_beside_it(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pell Motors put off the start to 2016 from 2015.", ["2016"]),
        (
            "A court threw out an appeal of Pell Motors in May 2013 against a 2011 order barring it.",
            ["2013-05", "2011"],
        ),
        ("2011: Pell Motors opens. 2012: It grows. 2013: It is sold in June.", ["2011", "2012", "2013-06"]),
        (
            "Pell Motors, first opened in Leeds in 1931 and in York three years later, was sold in 1950.",
            ["1931", "1934", "1950"],
        ),
        ("A watchdog fined Pell Motors after finding that it had hidden losses in 2011.", ["2011"]),
    ],
)
def test_each_date_is_used_for_what_it_tells(text: str, expected: list[str]) -> None:
    assert [start(mention) for mention in read(text).mentions if mention.when] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pell Motors will cut 300 jobs and sell its dairy unit in 2016.",
            ["Pell Motors will cut 300 jobs", "sell its dairy unit in 2016."],
        ),
        (
            "Pell Motors closed 20 shops and laid off 300 people in March 2013.",
            ["Pell Motors closed 20 shops", "laid off 300 people in March 2013."],
        ),
        (
            "Pell Motors has sold its mill and will open a shop in June 2014.",
            ["will open a shop in June 2014."],
        ),
    ],
)
def test_a_date_at_the_end_dates_what_shares_its_tense(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected
