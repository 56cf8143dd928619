"""Which words before a date lead it: those that a pattern matches must end as the table of ends says."""

import pytest

from explorer.extract.timing import usable
from tests.extract.reading import read

LEADS = [
    ("comparison", "rose more than in"),
    ("comparison", "up 3 percent compared with"),
    ("comparison", "fell vs."),
    ("comparison", "from the same quarter of"),
    (
        "comparison",
        "unlike the year before, and against that of the same period a year earlier, than it was in the",
    ),
    ("effective", "resigned effective"),
    ("effective", "resigned, effective as of"),
    ("effective", "which took effect on"),
    ("effective", "has been in force since"),
    ("deadline", "must sell it no later than"),
    ("deadline", "a deadline of"),
    ("deadline", "by the end of"),
    ("deadline", "its licence expires on"),
    ("period_end", "in the quarter that ended on"),
    ("period_end", "the six months to"),
    ("period_end", "over the period ended"),
    ("made", "cars built between 2001 and"),
    ("made", "toys sold up to"),
    ("last_time", "its biggest loss since the"),
    ("paper", "a breach of their treaty of"),
    ("change", "the fare rose by $4 from"),
]


@pytest.mark.parametrize(("name", "words"), LEADS)
def test_words_lead_a_date_in_any_case_and_across_a_line(name: str, words: str) -> None:
    lead = usable.lead(name)
    for before in (f"{words} ", f"{words.upper()} ", f"{words}\n"):
        assert lead.pattern.search(before)
        assert lead.leads(before)


def test_other_words_lead_none() -> None:
    assert not any(usable.lead(name).leads("The mill was sold on ") for name, _ in LEADS)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "On 24 July 2019 the agency said Corvane would pay for having broken the order of 2011.",
            ["2019-07-24"],
        ),
        ("They signed the treaty of 1992 in May 1995.", ["1995-05"]),
        ("The agreement of 2008 ended the strike.", ["2008"]),
        ("The mill was sold in the spring of 2011.", ["2011-21"]),
    ],
)
def test_a_date_that_says_which_paper_is_meant_dates_nothing_beside_another(
    text: str, dates: list[str]
) -> None:
    found = [date.when.edtf for mention in read(text, "2012-06-01").mentions for date in mention.dates]
    assert found == dates
