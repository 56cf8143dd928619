"""Where lines may end, and words too long for one line broken in two where the lines become most alike."""

import re
from itertools import accumulate

from explorer.timeline.ticks import TextWidth, elided

# What no line may end within: a word with the spaces behind it, or a letter of a script without spaces with
# the signs that open before it and close behind it.
_PIECE = re.compile(
    r"[^ \t\r\n]*\d[\d.,]*\s(?:M|bn|tn|k)\b[ \t\r\n]*"
    r"|[（「『【《〈“‘]*[\u2e80-\uffff][，。、；：！？）」』】》〉”’…,.;:!?)]*[ \t\r\n]*"
    r"|[^ \t\r\n\u2e80-\uffff]+[ \t\r\n]*|[ \t\r\n]+"
)


def pieces_of(text: str) -> list[str]:
    """Give the pieces of a text between which a line may end; together they are the text."""
    return _PIECE.findall(text)


def in_two(text: str, first: float, second: float, text_width: TextWidth) -> tuple[str, str, bool]:
    """Break a text into two lines that have so much room; tell whether nothing had to be left out.

    What does not fit into two lines is cut at a word with "…". A text without a place to break is cut on the
    first line, and the second is "".
    """
    pieces = pieces_of(text)
    ends = [0.0, *accumulate(text_width(piece, False) for piece in pieces)]
    space = text_width(" ", False)
    widest = max(first, second)

    def reach(at: int) -> float:
        return max(widest - first + ends[at] - space, widest - second + ends[-1] - ends[at])

    places = range(1, len(pieces))
    best = min(places, key=reach, default=0)
    if best and reach(best) <= widest:
        line, rest = "".join(pieces[:best]).rstrip(), "".join(pieces[best:])
        if text_width(line, False) <= first and text_width(rest, False) <= second:
            return line, rest, True
    most = max((at for at in places if ends[at] - space <= first), default=0)
    rest = elided("".join(pieces[most:]), second, text_width)
    if not most or not rest:
        return elided(text, first, text_width), "", False
    return "".join(pieces[:most]).rstrip(), rest, False
