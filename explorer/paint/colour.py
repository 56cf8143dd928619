"""Colours as numbers: contrast, perceived difference, and how they look to colour-blind eyes. No Qt.

Sources: WCAG 2.2 (relative luminance and contrast), CIE 142-2001 with Sharma, Wu and Dalal 2005 (CIEDE2000),
Machado, Oliveira and Fernandes 2009 (simulation of full protanopia, deuteranopia and tritanopia).
"""

import math
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Rgb(NamedTuple):
    """A colour, 0 to 255 each."""

    red: float
    green: float
    blue: float


class Sight(StrEnum):
    """A way to see colours."""

    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"


Matrix = tuple[tuple[float, float, float], ...]

_SIGHT: dict[Sight, Matrix] = {
    Sight.PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Sight.DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Sight.TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def rgb(text: str) -> Rgb:
    """Read "#1f5fd0"; raises `ValueError` for anything else."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"not a colour: {text!r}")
    return Rgb(*(int(text[i : i + 2], 16) for i in (1, 3, 5)))


@lru_cache(1024)
def mixed(colour: str, ground: str, share: float) -> str:
    """Lay a colour over a ground with an opacity of `share`."""
    pairs = zip(rgb(colour), rgb(ground), strict=True)
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02x}" for top, below in pairs)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG reckons it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, sight: Sight | None = None) -> float:
    """Give the perceived difference (CIEDE2000) of two colours, as a way to see shows them."""
    return _ciede2000(_lab(_seen(one, sight)), _lab(_seen(other, sight)))


def _linear(colour: str) -> tuple[float, ...]:
    shares = (part / 255 for part in rgb(colour))
    return tuple(s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _luminance(colour: str) -> float:
    return _times(_XYZ, _linear(colour))[1]


def _seen(colour: str, sight: Sight | None) -> tuple[float, ...]:
    linear = _linear(colour)
    if sight is None:
        return linear
    return tuple(min(max(part, 0.0), 1.0) for part in _times(_SIGHT[sight], linear))


def _lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    def bent(share: float) -> float:
        return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116

    x, y, z = (bent(part / white) for part, white in zip(_times(_XYZ, linear), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _mean_hue(h1: float, h2: float, both_coloured: bool) -> float:
    if not both_coloured:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2


def _ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1 + 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1, h2 = _hue(a1 * grey, b1), _hue(a2 * grey, b2)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    mean_l, mean_c, mean_h = (l1 + l2) / 2, (c1 + c2) / 2, _mean_hue(h1, h2, bool(c1 * c2))
    weight_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    weight_c = 1 + 0.045 * mean_c
    weight_h = 1 + 0.015 * mean_c * _hue_weight(mean_h)
    twist = 2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    twist *= -math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2))))
    in_c, in_h = (c2 - c1) / weight_c, delta_h / weight_h
    return math.sqrt(((l2 - l1) / weight_l) ** 2 + in_c**2 + in_h**2 + twist * in_c * in_h)


def _hue_weight(hue: float) -> float:
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(size * math.cos(math.radians(times * hue + shift)) for size, times, shift in waves)
