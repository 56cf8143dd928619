"""What the network sees of a word: rows of one table, chosen by hashes of its forms, affixes and shape."""

import re
from zlib import crc32

ROWS = 16_384
# A word is seen by its forms, which a name never met before does not have, and by what its letters show.
FORMS = 4
LETTERS = 10
HIDDEN = 0  # the row of a form that is not to be seen: training hides forms to learn from letters

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "--", "–": "-", "…": "..."})
_DIGIT = re.compile(r"\d")
_LONG = 40  # letters; the middle of a longer word says nothing


def rows(word: str) -> list[int]:
    """Give the rows of a word: `FORMS` of its forms, then `LETTERS` of its affixes and shape."""
    plain = _DIGIT.sub("0", word.translate(_PLAIN))
    if len(plain) > _LONG:
        plain = plain[: _LONG // 2] + plain[-_LONG // 2 :]
    low = plain.lower()
    shape = _shape(plain)
    keys = (
        f"a{low}", f"b{low}", f"c{plain}", f"d{plain}",
        f"1{low[-1:]}", f"2{low[-2:]}", f"3{low[-3:]}", f"4{low[-4:]}",
        f"5{low[:1]}", f"6{low[:2]}", f"7{low[:3]}", f"8{low[:4]}",
        f"9{shape}", f"0{shape[:2]}{shape[-1:]}{min(len(low), 8)}",
    )  # fmt: skip
    return [1 + crc32(key.encode("utf-8", "replace")) % (ROWS - 1) for key in keys]


def _shape(word: str) -> str:
    """Give capitals as X, small letters as x, digits as d, signs as they are; runs cut to two."""
    shape = ""
    for sign in word:
        kind = "X" if sign.isupper() else "x" if sign.isalpha() else "d" if sign == "0" else sign
        if shape[-2:] != kind * 2:
            shape += kind
    return shape[:12]
