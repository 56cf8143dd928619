import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\n\rb", "a\n\nb"),
        ("a\0b", "a\ufffdb"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        (" a \t\u2028\u00a0b\u200b ", " a \t\u2028\u00a0b\u200b "),
        ("", ""),
    ],
)
def test_only_line_ends_nul_and_a_leading_bom_change(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text().filter(lambda text: not text.startswith("\ufeff")))
def test_a_valid_text_stays_as_it_is(text: str) -> None:
    valid = text.replace("\r", "").replace("\0", "")
    assert clean(valid) == valid.removeprefix("\ufeff")
