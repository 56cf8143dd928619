"""`SvgCanvas`: a canvas that writes SVG 1.1: groups with ids and titles, real text, everything escaped.

Texts carry the length they were measured at, so that a viewer without our font keeps them from one another; one
that reads CSS finds the font in the document.
"""

import base64
import re
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape, quoteattr

from explorer.paint.canvas import Anchor, Boxes, Points, Stamp, stops
from explorer.paint.theme import Theme
from explorer.timeline.ticks import TextWidth

# Control characters that XML cannot hold, and halves of surrogate pairs.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Letters keep their own shapes, as in the other pictures.
_PLAIN_LETTERS = """ style='font-feature-settings:"calt" 0,"locl" 0'"""
# A viewer that lacks the font and heeds no lengths takes one that is no wider.
_NARROW = ("Helvetica Neue", "Arial", "Liberation Sans", "Nimbus Sans")


class SvgCanvas:
    """A canvas of text; `text()` gives the whole document."""

    def __init__(
        self,
        theme: Theme,
        width: float,
        height: float,
        title: str,
        measure: TextWidth,
        size: float,
        *,
        alt: str = "",
        language: str = "en",
        unit_pt: float | None = None,
    ) -> None:
        self.theme, self.width, self.height, self.title = theme, width, height, title
        self.alt, self.language, self._unit_pt = alt, language, unit_pt
        self._measure, self._size = measure, size
        self._parts: list[str] = []
        self._ids: dict[str, int] = {"title": 1, "alt": 1}
        self._defined = 0
        self.texts: dict[tuple[bool, bool], dict[str, None]] = {}  # by whether they are bold, and lean

    def document(self, css: str = "") -> str:
        """Give the SVG document, with rules of style that hold its fonts."""
        names = [name for name in (self.theme.font_family, *_NARROW) if name]
        families = quoteattr(", ".join([*(f"'{name}'" for name in names), "sans-serif"]))
        width, height = (self._length(length) for length in (self.width, self.height))
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
            f'width="{width}" height="{height}" viewBox="0 0 {_n(self.width)} {_n(self.height)}" '
            f'xml:lang="{self.language}" role="img" aria-labelledby="title alt" font-family={families}'
            f"{_PLAIN_LETTERS if css else ''}>"
        )
        told = f'<title id="title">{_safe(self.title)}</title><desc id="alt">{_safe(self.alt)}</desc>'
        styles = [f"<style>{css}</style>"] if css else []
        return "\n".join([head, told, *styles, *self._parts, "</svg>", ""])

    def _length(self, units: float) -> str:
        """Give a length of the page: in millimetres on paper, else in pixels."""
        return _n(units) if self._unit_pt is None else f"{_n(units * self._unit_pt * 25.4 / 72)}mm"

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None,
        *,
        alpha: float = 1.0,
        stroke: str | None = None,
        pen: float = 1.0,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle."""
        rounded = f' rx="{_n(radius)}"' if radius else ""
        self._parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(max(height, 0))}"{rounded}'
            f"{_style(fill, stroke, pen, dash, alpha)}/>"
        )

    def rects(self, boxes: Boxes, fill: str, *, alpha: float = 1.0) -> None:
        """Draw plain rectangles of one colour."""
        for x, y, width, height in boxes:
            self.rect(x, y, width, height, fill, alpha=alpha)

    def line(
        self,
        points: Points,
        colour: str,
        *,
        pen: float = 1.0,
        dash: Sequence[float] = (),
        alpha: float = 1.0,
    ) -> None:
        """Draw a line through points."""
        self._parts.append(f'<polyline points="{_points(points)}"{_style(None, colour, pen, dash, alpha)}/>')

    def polygon(
        self,
        points: Points,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a closed shape."""
        self._parts.append(f'<polygon points="{_points(points)}"{_style(fill, stroke, pen, dash)}/>')

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""
        style = _style(fill, stroke, pen, dash)
        self._parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{style}/>')

    def faded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        left: bool,
        right: bool,
        alpha: float,
    ) -> None:
        """Draw a bar whose left or right end fades away."""
        name = self._name("fade")
        marks = "".join(
            f'<stop offset="{_n(place)}" stop-color="{colour}" stop-opacity="{_n(alpha * share)}"/>'
            for place, share in stops(left, right)
        )
        self._parts.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{_n(x)}" x2="{_n(x + width)}" '
            f'y1="0" y2="0">{marks}</linearGradient>'
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="1.5" '
            f'fill="url(#{name})"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write a text on a base line, as a text."""
        if not text:
            return
        self.texts.setdefault((bold, italic), {})[text] = None
        size = max(1, round(size))  # as Qt has it on pixels and paper
        style = (' font-weight="600"' if bold else "") + (' font-style="italic"' if italic else "")
        style += f' text-anchor="{anchor}"' if anchor != "start" else ""
        if len(text) > 2 and not italic:
            length = self._measure(text, bold) * size / self._size
            style += f' textLength="{_n(length)}" lengthAdjust="spacingAndGlyphs"'
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{colour}"{style}>{_safe(text)}</text>'
        )

    def cut_text(self, x: float, y: float, text: str, whole: str, colour: str, *, size: float) -> None:
        """Write a text cut from a whole one."""
        self.text(x, y, text, colour, size=size)

    def image(self, x: float, y: float, width: float, height: float, data: bytes, type_: str) -> None:
        """Draw a picture into a rectangle; it is held in the file, which needs no other."""
        held = base64.b64encode(data).decode("ascii")
        self._parts.append(
            f'<image x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" '
            f'preserveAspectRatio="xMaxYMid" xlink:href="data:{type_};base64,{held}"/>'
        )

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only inside a rectangle."""
        name = self._name("clip")
        box = f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(max(height, 0))}"/>'
        self._parts.append(f'<clipPath id="{name}">{box}</clipPath><g clip-path="url(#{name})">')
        yield
        self._parts.append("</g>")

    @contextmanager
    def moved(self, dx: float, dy: float) -> Iterator[None]:
        """Draw everything so much further right and down."""
        self._parts.append(f'<g transform="translate({_n(dx)} {_n(dy)})">')
        yield
        self._parts.append("</g>")

    @contextmanager
    def group(self, name: str, title: str = "") -> Iterator[None]:
        """Draw things that belong together, under an id and a title."""
        told = f"<title>{_safe(title)}</title>" if title else ""
        self._parts.append(f'<g id="{self._name(name)}">{told}')
        yield
        self._parts.append("</g>")

    def stamp(self, key: Hashable, x: float, y: float, width: float, height: float, draw: Stamp) -> None:
        """Draw something that looks the same wherever it stands."""
        with self.moved(x, y):
            draw(self)

    def _name(self, wish: str) -> str:
        """Give an id that XML allows and nothing else has."""
        name = re.sub(r"[^A-Za-z0-9_.-]+", "-", wish)
        if not name[:1].isalpha():
            name = f"n{name}"
        count = self._ids[name] = self._ids.get(name, 0) + 1
        return name if count == 1 else f"{name}.{count}"


def _style(
    fill: str | None, stroke: str | None, pen: float, dash: Sequence[float] = (), alpha: float = 1.0
) -> str:
    style = f' fill="{fill or "none"}"'
    if fill and alpha < 1:
        style += f' fill-opacity="{_n(alpha)}"'
    if stroke:
        style += f' stroke="{stroke}" stroke-width="{_n(pen)}"'
        style += f' stroke-opacity="{_n(alpha)}"' if alpha < 1 else ""
        style += f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
    return style


def _points(points: Points) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def _safe(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))
