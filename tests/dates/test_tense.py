"""Whether the words around a date look back or ahead."""

import pytest

from explorer.dates.tense import AHEAD, BACK, LEANS_AHEAD, UNKNOWN, tense


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was sold on DATE.", BACK),
        ("It said on DATE that it will grow.", BACK),
        ("It will be sold on DATE.", LEANS_AHEAD),
        ("It will open on DATE.", AHEAD),
        ("It plans to open on DATE.", AHEAD),
        ("The dividend is payable DATE.", AHEAD),
        ("It could open on DATE.", LEANS_AHEAD),
        ("The case is heard on DATE.", UNKNOWN),
        ("It was late. On DATE it will open.", AHEAD),
        ("It will open. On DATE it closed.", BACK),
        ("It will buy an unlisted firm on DATE.", AHEAD),
        ("A feed of speed on DATE.", UNKNOWN),
        ("DATE", UNKNOWN),
    ],
)
def test_the_nearest_cue_of_the_sentence_decides(sentence: str, expected: int) -> None:
    start = sentence.index("DATE")
    assert tense(sentence, start, start + 4) == expected
