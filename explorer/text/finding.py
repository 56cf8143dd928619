"""Where words stand in a text: all of them, ignoring case and how lines are broken unless told otherwise."""

import re

from explorer.model.mention import Span


def occurrences(text: str, wanted: str, *, whole_words: bool = False, match_case: bool = False) -> list[Span]:
    """Give the places of some words in a text, in its order, none overlapping another.

    A gap between words stands for any white space, so that words broken over lines are found too.
    """
    words = wanted.split()
    if not words:
        return []
    # A blank at either end was typed on purpose: it asks for white space there.
    ends = [r"\s" if wanted[at].isspace() else "" for at in (0, -1)]
    pattern = ends[0] + r"\s+".join(map(re.escape, words)) + ends[1]
    if whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    flags = re.NOFLAG if match_case else re.IGNORECASE
    return [Span(*match.span()) for match in re.finditer(pattern, text, flags)]
