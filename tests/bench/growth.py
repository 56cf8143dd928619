"""How the time of finding dates grows with the length of hostile texts: the exponent must stay near one."""

import math
import time

from explorer.dates import find

PIECES = (
    *("1234567890", "1 2 3 4 5 ", "1-", "1/1/", "12:", "2019 ", "March ", "one two ", "hundred "),
    *("the end of ", "last next ", "the first and second ", "two years ago ", "\n \n", "(2019) (", "年月日"),
    *("1,000,", "2019-"),
)
SHORT, LONG, ROUNDS = 4_000, 64_000, 3


def measure() -> dict[str, float]:
    """Give the exponent of time over length (1 is linear, 2 quadratic) for each hostile text."""
    find("April 2019", published="2020-09-16")  # builds the grammar
    return {piece: round(_exponent(piece), 2) for piece in PIECES}


def _exponent(piece: str) -> float:
    return math.log(_seconds(piece, LONG) / _seconds(piece, SHORT)) / math.log(LONG / SHORT)


def _seconds(piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        find(text, published="2020-09-16")
        taken.append(time.process_time() - begin)
    return max(min(taken), 1e-6)
