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


def test_a_body_has_the_country_that_its_name_tells() -> None:
    assert countries("The Queensland Mines Inspectorate banned the bolts on Tuesday.") == [("AU",)]
