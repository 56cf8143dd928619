"""Running heads: a date on a line that comes again on page after page dates the paper, not what it tells."""

import re
from itertools import pairwise

from explorer.dates.timex import Expression
from explorer.model.mention import Span

RUNNING_HEAD = "a line that stands on every page"
_LONGEST = 120  # characters of a running head
_FEWEST = 3  # pages
_STEP = 3  # pages at most from one to the next
_FIGURES = re.compile(r"\d{1,4}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def furniture(text: str, found: list[Expression]) -> set[Span]:
    """Give the places of dates on running heads: lines that are alike but for page numbers that count up."""
    if len(found) < _FEWEST:
        return set()
    lines: dict[str, list[tuple[int, Span]]] = {}
    for one in found:
        read = _read(*_line(text, one.span), one.text)
        if read is not None:
            line, page = read
            lines.setdefault(line, []).append((page, one.span))
    heads = (pages for pages in lines.values() if len(pages) >= _FEWEST and _counts_up(pages))
    return {span for pages in heads for _, span in pages}


def _line(text: str, span: Span) -> tuple[str, str]:
    """Give what stands on the line of a date before it and after it, as far as a running head may reach."""
    first, last = max(0, span.start - _LONGEST), span.end + _LONGEST
    return text[first : span.start].rpartition("\n")[2], text[span.end : last].partition("\n")[0]


def _read(before: str, after: str, date: str) -> tuple[str, int] | None:
    """Give a line without its page number, and the number; None where a line can be no running head."""
    if len(before) + len(date) + len(after) > _LONGEST or not _LETTERS.search(before + after):
        return None
    numbers = [int(number) for number in _FIGURES.findall(f"{before} {after}")]
    if not numbers:
        return None
    masked = (_FIGURES.sub("#", part).strip() for part in (before, after))
    return "\0".join((*masked, date)), numbers[-1] if _FIGURES.search(after) else numbers[0]


def _counts_up(pages: list[tuple[int, Span]]) -> bool:
    return all(left < right <= left + _STEP for (left, _), (right, _) in pairwise(pages))
