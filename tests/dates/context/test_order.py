"""03/04/2021: what tells whether the day or the month comes first, and that both readings are kept."""

import pytest

from explorer.dates import find

MONTH_FIRST, DAY_FIRST = ["2021-03-04", "2021-04-03"], ["2021-04-03", "2021-03-04"]


@pytest.mark.parametrize(
    ("text", "readings", "why"),
    [
        ("It was signed on 03/04/2021.", MONTH_FIRST, "read month first, as American texts are"),
        (
            "It was signed on 03/04/2021 and sealed on 25/04/2021.",
            DAY_FIRST,
            "read day first, like “25/04/2021”",
        ),
        (
            "It was signed on 03/04/2021 and sealed on 4/25/2021.",
            MONTH_FIRST,
            "read month first, like “4/25/2021”",
        ),
        (
            "It was signed on 03/04/2021 and sealed on 25/04/2021 at 3 p.m.",
            DAY_FIRST,
            "read day first, like “25/04/2021 at 3 p.m.”",
        ),
        ("It was signed on Saturday, 03/04/2021.", DAY_FIRST, "read day first, as its weekday says"),
        (
            "It was signed on 03/04/2021 and sealed on 25 April 2021.",
            DAY_FIRST,
            "read day first, like “25 April 2021”",
        ),
        (
            "It was signed on 03/04/2021 and sealed on April 25, 2021.",
            MONTH_FIRST,
            "read month first, like “April 25, 2021”",
        ),
        (
            "It was signed on 03/04/2021; both 25 April and April 26 were fine.",
            MONTH_FIRST,
            "read month first, as American texts are",
        ),
    ],
)
def test_the_text_tells_the_order_of_day_and_month(text: str, readings: list[str], why: str) -> None:
    when = find(text)[0].when
    assert when is not None
    assert [reading.edtf for reading in when.readings] == readings
    assert find(text)[0].why[0].startswith(why)


@pytest.mark.parametrize(
    ("published", "readings", "why"),
    [
        ("2021-04-03", DAY_FIRST, "as the day of publication is written"),
        ("2021-03-20", MONTH_FIRST, "because it was published before the other"),
        ("2021-06-01", MONTH_FIRST, "as American texts are"),
        ("2021", MONTH_FIRST, "as American texts are"),
        (None, MONTH_FIRST, "as American texts are"),
    ],
)
def test_the_day_of_publication_tells_too(published: str | None, readings: list[str], why: str) -> None:
    (one,) = find("It was signed on 03/04/2021.", published=published)
    assert one.when is not None
    assert [reading.edtf for reading in one.when.readings] == readings
    assert why in one.why[0]


def test_the_publisher_tells_where_the_text_does_not() -> None:
    (one,) = find("It was signed on 03/04/2021.", day_first=True)
    assert one.when is not None
    assert [reading.edtf for reading in one.when.readings] == DAY_FIRST
    first, _ = find("It was signed on 03/04/2021 and sealed on 4/25/2021.", day_first=True)
    assert first.when is not None
    assert [reading.edtf for reading in first.when.readings] == MONTH_FIRST


@pytest.mark.parametrize(
    "text", ["It was 25/04/2021.", "It was 04/25/2021.", "It was 2021-04-03.", "It was 4/4/2021."]
)
def test_a_date_with_one_reading_has_no_other(text: str) -> None:
    (one,) = find(text)
    assert one.when is not None
    assert one.when.readings == ()
