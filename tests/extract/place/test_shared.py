"""A Senate or a Supreme Court is that of the country where the article plays."""

import pytest

from tests.extract.reading import read


def countries(text: str) -> list[tuple[str, ...]]:
    return [mention.countries for mention in read(text, "2019-06-20").mentions]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ABUJA, June 19 - The Senate passed a bill on tolls on Tuesday.", "NG"),
        ("The Senate passed a bill on tolls on Tuesday.", "US"),
        ("ABUJA, June 19 - The U.S. Senate passed a bill on tolls on Tuesday.", "US"),
        ("NAIROBI, June 19 - Transport Secretary James Orwa banned the trucks on Tuesday.", "KE"),
    ],
)
def test_a_shared_name_is_that_of_the_dateline_unless_told_otherwise(text: str, code: str) -> None:
    assert countries(text) == [(code,)]


def test_a_shared_name_is_that_of_the_country_that_is_told_of_most() -> None:
    told = (
        "NEW DELHI, June 19 - The Supreme Court ruled in May. India asked a New York court and India's in 2018."
    )
    assert countries(told)[0] == ("IN",)


def test_a_shared_name_is_that_of_the_one_country_of_the_title() -> None:
    found = read("The Senate passed a bill on tolls on Tuesday.", "2019-06-20", title="Nigeria: tolls at last")
    assert [mention.countries for mention in found.mentions] == [("NG",)]


def test_a_body_has_the_country_that_its_name_tells() -> None:
    assert countries("The Queensland Mines Inspectorate banned the bolts on Tuesday.") == [("AU",)]
