"""What relative dates count from: publication, the story, headings, or nothing."""

import pytest

from explorer.dates import find


def values(text: str, published: str | None = "2020-09-16") -> list[str | None]:
    return [one.when.edtf if one.when else None for one in find(text, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 the firm was founded. A year later it moved.", ["2016", "2017"]),
        ("In 2016 it was founded. The following year it grew. That year it moved.", ["2016", "2017", "2017"]),
        ("On 2 August 2018 they merged. The next day they parted.", ["2018-08-02", "2018-08-03"]),
        ("On 2 August 2018 they merged. Two days earlier they had met.", ["2018-08-02", "2018-07-31"]),
        ("On 2 August 2018 they merged. Later that month they parted.", ["2018-08-02", "2018-08"]),
        ("On 2 August 2018 they merged. The same day they parted.", ["2018-08-02", "2018-08-02"]),
        ("In March 2017 it grew. By September it had doubled.", ["2017-03", "2017-09"]),
        ("In November 2017 it grew. By January it had doubled.", ["2017-11", "2018-01"]),
        ("In April it was banned. On the 15th it was removed.", ["2020-04", "2020-04-15"]),
        ("Sales were 5 in July 2019, up from 3 a year earlier.", ["2019-07", "2018-07"]),
        ("It left two days after April 15, 2019.", ["2019-04-17"]),
    ],
)
def test_a_story_goes_on_from_the_date_told_before(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_news_return_to_the_publication_date_after_the_paragraph() -> None:
    text = "In March 2017 it grew. In September it fell.\n\nThe firm said on Monday that sales rose in April."
    assert values(text) == ["2017-03", "2017-09", "2020-09-14", "2020-04"]


def test_a_heading_of_a_year_holds_for_the_list_below_it() -> None:
    text = "The firm said on Monday it was sold.\n\n2008\n\nOn November 5, it left.\n\nOn July 9, it came."
    assert values(text) == ["2020-09-14", "2008", "2008-11-05", "2008-07-09"]


def test_an_aside_in_brackets_does_not_move_the_story() -> None:
    text = "In 1940 the bridge (first planned in 1911) was built. In May it opened. In 1941 and 1942 it closed."
    assert values(text)[:3] == ["1940", "1911", "1940-05"]


def test_a_year_earlier_beside_a_quarter_is_a_quarter() -> None:
    assert values("Profit in the third quarter rose from a year earlier.") == ["2020-35", "2019-35"]


@pytest.mark.parametrize(
    "text", ["It grew last year.", "It grew on Monday.", "It grew in April.", "It left today."]
)
def test_without_a_publication_date_and_a_story_relative_dates_stay_open_and_say_so(text: str) -> None:
    (found,) = find(text)
    assert found.when is None
    assert found.value is not None
    assert "publication date is unknown" in found.why[0]


def test_without_a_publication_date_the_story_is_the_anchor() -> None:
    text = "In August 2017 it was founded. In September it grew. On the 15th it moved."
    assert values(text, None) == ["2017-08", "2017-09", "2017-09-15"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020", "It grew last year.", "2019"),
        ("2020", "It grew two years ago.", "2018"),
        ("2020", "It grew last month.", None),
        ("2020", "It grew on Monday.", None),
        ("2020-09", "It grew last month.", "2020-08"),
        ("2020-09", "It grew last week.", None),
        ("2020-09", "It grew in April.", "2020-04"),
        ("not a date", "It grew last year.", None),
        ("../2019", "It grew last year.", None),
    ],
)
def test_a_coarse_publication_date_gives_coarse_dates_or_none(
    published: str, text: str, expected: str | None
) -> None:
    assert values(text, published) == [expected]
