"""Words too long for one line, broken in two: at the place that makes the lines most alike."""

from explorer.timeline.ticks import TextWidth, elided

_CJK = 0x2E80  # from here on scripts break between any two letters


def in_two(text: str, first: float, second: float, text_width: TextWidth) -> tuple[str, str, bool]:
    """Break a text into two lines that have so much room; tell whether nothing had to be left out.

    What does not fit into two lines is cut at a word with "…". A text without a place to break is cut on the
    first line, and the second is "".
    """
    places = _places(text)
    fitting = [at for at in places if _fits(text, at, first, second, text_width)]
    if fitting:
        at = min(fitting, key=lambda at: _longer(text, at, first, second, text_width))
        return text[:at].rstrip(), text[at:].lstrip(), True
    most = max((at for at in places if text_width(text[:at].rstrip(), False) <= first), default=0)
    rest = elided(text[most:].lstrip(), second, text_width)
    if not most or not rest:
        return elided(text, first, text_width), "", False
    return text[:most].rstrip(), rest, False


def _places(text: str) -> list[int]:
    """Give where a line may end: at spaces, and between letters of scripts that are written without."""
    return [
        at
        for at in range(1, len(text))
        if text[at - 1].isspace() or (ord(text[at]) >= _CJK and ord(text[at - 1]) >= _CJK)
    ]


def _fits(text: str, at: int, first: float, second: float, text_width: TextWidth) -> bool:
    return text_width(text[:at].rstrip(), False) <= first and text_width(text[at:].lstrip(), False) <= second


def _longer(text: str, at: int, first: float, second: float, text_width: TextWidth) -> float:
    """Give how far the longer line reaches, with what stands beside each."""
    widest = max(first, second)
    return max(
        widest - first + text_width(text[:at].rstrip(), False),
        widest - second + text_width(text[at:].lstrip(), False),
    )
