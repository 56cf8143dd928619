import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.reading import metadata


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2020", "2020"),
        ("2020-09", "2020-09"),
        ("2020-09-16", "2020-09-16"),
        ("2020-34", "2020-34"),
        ("-0043", "-0043"),
        ("201X", "201X"),
        ("2020-09-16T23:30:00-05:00", "2020-09-16"),
        ("2020-09-16T08:00:00.123Z", "2020-09-16"),
        ("2020-09-16 08:00", "2020-09-16"),
        ("2020-09-16T0800Z", "2020-09-16"),
        ("2020/9/16", "2020-09-16"),
        ("20200916", "2020-09-16"),
        ("20200916T080000Z", "2020-09-16"),
        ("16 Sept. 2020", "2020-09-16"),
        ("September 16, 2020", "2020-09-16"),
        ("Wed, 16 Sep 2020 08:00:00 +0000", "2020-09-16"),
        ("2020年9月16日", "2020-09-16"),
        ("2020-02-30", None),
        ("30 February 2020", None),
        ("20200230", None),
        ("yesterday", None),
        ("", None),
        ("1600243200", None),
    ],
)
def test_a_field_with_a_date_is_read_as_edtf(written: str, edtf: str | None) -> None:
    assert metadata.published(written) == edtf


@given(st.text(max_size=40))
def test_any_field_is_read_or_not_but_never_fails(written: str) -> None:
    metadata.published(written)
    metadata.in_url(written)
    metadata.host(written)
    metadata.language(written)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2020/09/16/quay", "2020-09-16"),
        ("https://a.example/news/20200916/quay", "2020-09-16"),
        ("https://a.example/2020/13/16/quay", None),
        ("https://a.example/item/2020091", None),
        ("https://a.example/quay", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: str | None) -> None:
    assert metadata.in_url(url) == day


@pytest.mark.parametrize(
    ("tag", "code"), [("en-US", "en"), ("PT_br", "pt"), ("zh", "zh"), ("english", ""), ("", "")]
)
def test_a_language_tag_is_cut_to_its_language(tag: str, code: str) -> None:
    assert metadata.language(tag) == code
