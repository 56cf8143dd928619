"""Words and numbers that look like dates and are none, with controls that are dates."""

import pytest

from explorer.dates import explain, find


@pytest.mark.parametrize(
    "text",
    [
        "The deal cost $75 billion, or 45% of sales.",
        "The minister told the Today programme so.",
        "The airline dropped six of its A350-1000s.",
        "An editor of the Sunday Times wrote it.",
        "For the whole year 4,000 sales are expected.",
        "It may rise, and it may 7 times.",
        "They march on, and the march went well.",
        "It was his last day of school.",
        "Sun Microsystems sat in court for the second time.",
        "The iPhone 2019 sold well.",
        "She runs Windows 2000.",
        "More than 2000 people came.",
        "Some 1950 units were sold.",
        "The hall seats 1850 guests.",
        "See page 1999 of the report.",
        "He lives in Room 2019.",
        "Call 1-800-555-1212.",
        "Help is there 24/7.",
        "It was decided in Doe v. Roe, 410 U.S. 113 (1973).",
        "© 2020 The Paper.",
        "Mr. May met April Smith.",
        "Few towns burnt along the March.",
        "They met at the Spring Festival.",
        "A March to the sea was planned.",
        "It has a spring in its step after the fall.",
        "She is on the 15th floor.",
        "He is a 12-year-old boy.",
        "Three quarters of the votes were counted.",
        "Version 3.10.2 is out.",
        "Write to desk2019@example.com.",
        "It happened in a second.",
        "They sang “White Christmas” and lit the Christmas tree.",
        "Easter Island is far.",
        "It is a day-to-day matter.",
        'He said so on CBS\'s "60 Minutes" and on This Week.',
        "He is 52 years old.",
        "It is a year-old firm.",
        "The 2000-employee firm has a 1950-seat hall.",
        "The quarter-to-quarter rate was flat.",
        "it may rain, and you may 5 times say no",
        "They lost their way in a hard winter.",
        "Theirs is the spring we draw our water from.",
        "It was put off at the last minute.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [one.text for one in find(text, published="2020-09-16")] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May, they met.", "May"),
        ("The May vote was close.", "May"),
        ("A March raid failed.", "March"),
        ("A spring offensive failed.", "spring"),
        ("After a brief fall campaign they rested.", "fall"),
        ("They fled at night.", "night"),
        ("At 5:34 AM Oslo time on March 20, 2003, it began.", "5:34 AM Oslo time on March 20, 2003"),
        ("They met on May 7.", "May 7"),
        ("They met in March.", "March"),
        ("They met in 2000.", "2000"),
        ("They met at Christmas.", "Christmas"),
        ("The Easter holidays were short.", "Easter"),
        ("The 2008 crisis was deep.", "2008"),
        ("They met on Sun., Mar. 1, 2020.", "Sun., Mar. 1, 2020"),
        ("see you on friday!", "friday"),
        ("They said in the past that it works.", "the past"),
        ("It bodes ill for coming quarters.", "coming quarters"),
        ("Firm Waits Two Years for Approval", "Two Years"),
        ("Its 2008-style crisis is over.", "2008"),
        ("The firm.\nMarch – Two friends begin.", "March"),
        ("The firm.\n• May: two friends begin.", "May"),
        ("they wed in june", "june"),
        ("we met in march", "march"),
        ("This March they met.", "This March"),
        ("Today's vote was close.", "Today"),
        ("The stars of tomorrow's show left.", "tomorrow"),
        ("they marry on march 5", "march 5"),
        ("They met in the winter.", "the winter"),
        ("They parted in the spring they had met in.", "the spring"),
        ("It has sold more in the last hour.", "the last hour"),
        ("A cooper begins.\n\n1847\n\nHe rents a cellar.", "1847"),
        ("Our history\n1847: He rents a cellar.", "1847"),
    ],
)
def test_controls_are_dates(text: str, words: str) -> None:
    assert [one.text for one in find(text, published="2020-09-16")] == [words]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The iPhone 2019 sold well.", "the number of a model"),
        ("She runs Windows 2000.", "the number of a model"),
        ("Over 2000 workers left.", "a number of workers"),
        ("He lives in Room 2019.", "a number after “Room”"),
        ("It was decided in Doe v. Roe, 410 U.S. 113 (1973).", "a citation of a court's decision"),
        ("© 2020 The Paper.", "a copyright notice"),
        ("He is a 12-year-old boy.", "an age"),
        ("It costs $2 million a year.", "a rate"),
        ("It pays 40 cents a day.", "a rate"),
        ("It cites Tax Law §§ 279-279h (2009).", "a citation of a statute"),
        ("It was our first quarter of growth.", "a count of quarters"),
        ("Today's youth is rich.", "our times or those to come, and not the day"),
        ("The leaders of tomorrow are young.", "our times or those to come, and not the day"),
        ('He spoke on CBS\'s "60 Minutes."', "the title of a work"),
        ("It was arrested at this march.", "not written as a date"),
        ("It won 2% so far this year.", "“so far” without a measured value, or of a period named"),
        (
            "All attention so far fell on him, aged 44.",
            "“so far” without a measured value, or of a period named",
        ),
    ],
)
def test_a_rejected_number_comes_with_the_reason(text: str, reason: str) -> None:
    assert [one.why for one in explain(text)[1]] == [reason]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Version 1.2.2022 of the driver is out.", [], "a number after “Version”"),
        ("A cyclist fell in the 1900 block of East 7th Street.", [], "the number of a house"),
        ("They looked for a silver 2015 Honda Accord.", [], "the year of a model"),
        ("The code on the lid is 0 21130 04 2018.", [], "part of a longer number"),
        ("We met on a grey Monday morning in March.", ["March"], "any one of the weekdays of a month"),
        ("They wed on a Tuesday in 2019.", ["2019"], "any one of the weekdays of a month"),
        ("The star lies 950 light years away.", [], "a distance in light years"),
    ],
)
def test_a_number_or_a_name_in_news_may_be_no_date(text: str, words: list[str], reason: str) -> None:
    found, rejected = explain(text, published="2022-09-16")
    assert [one.text for one in found] == words
    assert [one.why for one in rejected] == [reason]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The driver of 1.2.2022 is out.", ["1.2.2022"]),
        ("She owns a 1960 block of flats.", ["1960"]),
        ("The 2015 Honda recall was large.", ["2015"]),
        ("They met on Monday morning in Paris.", ["Monday morning"]),
        ("The firm told staff on a Tuesday call.", ["Tuesday"]),
        ("The star is 950 years away.", ["950 years"]),
    ],
)
def test_controls_of_those_in_news_are_dates(text: str, words: list[str]) -> None:
    assert [one.text for one in find(text, published="2022-09-16")] == words


@pytest.mark.parametrize(
    "text",
    [
        "Lines are open Monday to Friday, 8 a.m. to 5 p.m. ET.",
        "Call us Mon-Fri 9am-5pm.",
        "It opens Tuesday through Sunday from 10:00 to 18:00.",
        "The lot is open to visitors from Tuesday to Saturday.",
    ],
)
def test_opening_hours_are_those_of_every_week(text: str) -> None:
    found, rejected = explain(text, published="2022-05-23")
    assert found == []
    assert [one.why for one in rejected] == ["opening hours, of every week"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The hall stood open from Monday to Friday.", ["2022-05-16", "2022-05-20"]),
        ("The talks ran from Monday to Friday.", ["2022-05-16", "2022-05-20"]),
        ("It ran Monday to Friday, and ended at 5 p.m.", ["2022-05-16", "2022-05-20", "2022-05-20T17"]),
    ],
)
def test_days_of_one_week_are_dates(text: str, values: list[str]) -> None:
    assert [one.when.edtf if one.when else None for one in find(text, published="2022-05-23")] == values
