"""Code points and UTF-16 units: Python counts the one, `QTextDocument` the other.

The only place where offsets are converted. Qt keeps one position for every unit of a text without carriage
returns, so that a map of the characters beyond U+FFFF, which take two units, is all that is needed.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.mention import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_UNPAIRED = re.compile("[\ud800-\udfff]")


def displayable(text: str) -> str:
    """Replace what no QString holds, unit for unit: lone surrogates, which some decoders leave behind."""
    return _UNPAIRED.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class TextMap:
    """Where the wide characters of a text stand, counted in code points and in units."""

    points: tuple[int, ...]
    units: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "TextMap":
        """Map a text."""
        points = tuple(match.start() for match in _WIDE.finditer(text))
        return cls(points, tuple(point + at for at, point in enumerate(points)))

    def to_units(self, point: int) -> int:
        """Turn an offset in code points into one in UTF-16 units."""
        return point + bisect_left(self.points, point)

    def to_points(self, unit: int) -> int:
        """Turn an offset in UTF-16 units into one in code points; the middle of a pair counts as its start."""
        return unit - bisect_left(self.units, unit)

    def span_to_units(self, span: Span) -> tuple[int, int]:
        """Turn a span of the article into positions of the document."""
        return self.to_units(span.start), self.to_units(span.end)

    def spans_to_units(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Turn many spans at once; in a text without wide characters they stand as they are."""
        return [self.span_to_units(span) for span in spans] if self.points else list(spans)

    def span_to_points(self, start: int, end: int) -> Span:
        """Turn positions of the document into a span of the article."""
        return Span(self.to_points(start), self.to_points(end))
