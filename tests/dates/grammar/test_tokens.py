"""Cutting a text into tokens."""

from itertools import pairwise

import pytest

from explorer.dates.grammar.lexicon import BREAK, Lexicon
from explorer.dates.grammar.tokens import Tokens, tokenise

LEXICON = Lexicon({"MONTH": {"april": 4}, "MARK": {"'s": 1}}, [])


def cut(text: str) -> Tokens:
    return tokenise(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \n \t", []),
        ("Mid-April, 2019.", ["mid", "-", "april", ",", "2019", "."]),
        ("April’s end, April's end", ["april", "’s", "end", ",", "april", "'s", "end"]),
        ("at 5 p.m. or 7:15pm", ["at", "5", "p.m.", "or", "7:15pm"]),
        ("44 B.C. and A.D. 14", ["44", "b.c.", "and", "a.d.", "14"]),
        (
            "2019-04-15T10:30Z 2019-04-15 2019-04-15-2",
            ["2019-04-15t10:30z", "2019-04-15", *"2019 - 04 - 15 - 2".split()],
        ),
        ("3/4/2021 3.4.21 3-4/21", ["3/4/2021", "3.4.21", "3", "-", "4", "/", "21"]),
        ("75,000 1.5 1,5 1,0000", ["75,000", "1.5", "1", ",", "5", "1", ",", "0000"]),
        ("snake_case covid19 naïve", ["snake", "_", "case", "covid19", "naïve"]),
        ("于2019年4月15日发布", ["于", "2019年4月15日", "发布"]),
        ("İzmir’s ǅ", ["izmir", "’s", "ǆ"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert cut(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        " April  2019 \n",
        "a\n\nb",
        "a \n \n\n\nb\n",
        "İ ’s e\u0301 ２０１９年 \x00\ud800",
        "5.5.5.5., 1,000,000,",
    ],
)
def test_tokens_stand_where_they_say_and_leave_out_space_alone(text: str) -> None:
    tokens = cut(text)
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert places == sorted(places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))
    assert "".join("".join(text[start:end] for start, end in places).split()) == "".join(text.split())
    assert [tokens.raw(index).strip() for index in range(len(places))] == [text[a:b].strip() for a, b in places]


@pytest.mark.parametrize(
    ("text", "breaks"), [("a\nb", 0), ("a\n\nb", 1), ("a\n \t\nb", 1), ("\n\na\n\n", 1), ("a\n\n\n\nb", 2)]
)
def test_a_blank_line_is_a_token(text: str, breaks: int) -> None:
    tokens = cut(text)
    assert tokens.letters.count(BREAK) == breaks
    assert all(tokens.word(at) == "\n\n" for at, letter in enumerate(tokens.letters) if letter == BREAK)


def test_outside_the_text_are_no_words() -> None:
    tokens = cut("April 15th")
    assert (tokens.word(-1), tokens.word(2), tokens.raw(2), tokens.between(1, 1)) == ("", "", "", "")
    assert (tokens.raw(0), tokens.is_glued(1), tokens.is_glued(0), tokens.is_glued(2)) == (
        "April",
        False,
        False,
        False,
    )
