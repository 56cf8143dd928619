"""Words of a text by their places, which all tables of names look their heads up in."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.extract.lexicon import WORD, places

_PIECES = (
    "the",
    "people",
    "MAX",
    "MTX",
    "has",
    "Acme's",
    "U.S.",
    "of",
    "flew",
    "737",
    ",",
    ".",
    "—",
    "(",
    "\n",
)
_TEXTS = st.lists(st.sampled_from(_PIECES)).map(" ".join) | st.text(alphabet="ab AB,.'1\n—", max_size=30)


@given(_TEXTS)
def test_no_place_lies_inside_a_word(text: str) -> None:
    whole = {(match.start(), match.group()) for match in WORD.finditer(text)}

    assert {(start, word) for word, starts in places(text).items() for start in starts} <= whole


@given(_TEXTS)
def test_only_small_words_between_spaces_are_left_out(text: str) -> None:
    found = {start for starts in places(text).values() for start in starts}

    left_out = [match for match in WORD.finditer(text) if match.start() not in found]

    assert all(
        match.group().isalpha()
        and match.group().islower()
        and text[match.start() - 1 : match.start()] == " "
        and text[match.end() : match.end() + 1] == " "
        for match in left_out
    )
