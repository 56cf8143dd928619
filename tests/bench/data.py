"""Synthetic events as columns: clustered over a quarter of a century, a third of them ranges, with titles."""

import numpy as np

from explorer import resources
from explorer.index.table import EventTable, FacetColumn
from explorer.model.calendar import DAY_S, seconds
from explorer.model.query import Facet
from explorer.model.when import Precision

FIRST_S, LAST_S = seconds(2000), seconds(2027)
_WORDS = (
    "merger revenue launch ruling lawsuit founder board election treaty plant battery chip export tariff "
    "strike recall satellite default bond rescue inquiry pipeline refinery storm vaccine trial patent airline"
).split()
_NAMES = "Aurelia Borealis Cantor Delphin Eastway Falkner Grimaldi Halden Istria Juno Kestrel Lumen".split()


def table(count: int, seed: int = 7, *, holds_titles: bool = True) -> EventTable:
    """Make a table of so many events; titles can also be made when they are asked for, and not held."""
    random = np.random.default_rng(seed)
    days = (LAST_S - FIRST_S) // DAY_S
    centres, spread = random.uniform(0, days, 400), random.gamma(2, 20, 400)
    cluster = random.integers(0, 400, count)
    clustered = centres[cluster] + random.normal(0, 1, count) * spread[cluster]
    start = np.where(random.random(count) < 0.7, clustered, days * np.sqrt(random.random(count)))
    start = np.floor(np.clip(start, 0, days - 1)).astype(np.int64)
    long = np.clip(np.exp(random.normal(np.log(120), 1.1, count)), 7, 3650).astype(np.int64)
    is_range = random.random(count) < 0.3
    lo_s = FIRST_S + start * DAY_S
    hi_s = lo_s + np.where(is_range, long, 1) * DAY_S
    order = np.lexsort((hi_s, lo_s))
    kinds = tuple(resources.kinds())
    kind = (cluster + (random.random(count) < 0.3) * random.integers(0, len(kinds), count)) % len(kinds)
    columns = {facet: FacetColumn((), np.zeros(count + 1, np.int32), np.zeros(0, np.int32)) for facet in Facet}
    columns[Facet.KIND] = FacetColumn(kinds, np.arange(count + 1, dtype=np.int32), kind[order].astype(np.int32))
    none = np.zeros(count, np.bool_)
    return EventTable(
        ids=tuple(f"e{at}" for at in range(count)),
        titles=tuple(_titles(count, random)) if holds_titles else Titles(count),  # type: ignore[arg-type]
        lo_s=lo_s[order],
        hi_s=hi_s[order],
        is_dated=~none,
        precision=np.where(is_range, Precision.MONTH.rank, Precision.DAY.rank)[order].astype(np.int8),
        modifier=np.where(random.random(count) < 0.05, 1, 0).astype(np.int8),
        status=np.where(random.random(count) < 0.06, 1, 0).astype(np.int8),
        review=np.zeros(count, np.int8),
        weight=np.clip(random.pareto(2.5, count), 0, 1).astype(np.float32),
        confidence=np.ones(count, np.float32),
        sources=np.where(random.random(count) < 0.1, 2, 1).astype(np.int32),
        has_conflict=none,
        is_starred=none,
        is_borderline=none,
        added_s=np.zeros(count, np.int64),
        force_lo_s=np.zeros(count, np.int64),
        force_hi_s=np.zeros(count, np.int64),
        facets=columns,
    )


class Titles:
    """So many titles, each made when it is asked for."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> str:
        mixed = (at * 2_654_435_761) & 0xFFFFFFFF
        a, b = _NAMES[mixed % 12], _NAMES[(mixed >> 4) % 12]
        w, x, y, z = (_WORDS[(mixed >> shift) % len(_WORDS)] for shift in (8, 13, 18, 23))
        return f"{a} {w} {x} after {y} of {b} {z}"[:60]


def _titles(count: int, random: np.random.Generator) -> list[str]:
    names, words = random.integers(0, len(_NAMES), (count, 2)), random.integers(0, len(_WORDS), (count, 4))
    return [
        f"{_NAMES[a]} {_WORDS[w]} {_WORDS[x]} after {_WORDS[y]} of {_NAMES[b]} {_WORDS[z]}"[:60]
        for (a, b), (w, x, y, z) in zip(names.tolist(), words.tolist(), strict=True)
    ]


def path(steps: int = 300) -> list[tuple[float, float]]:
    """Give windows as hands would make them: 30 years to one day and back, with pans on the way."""
    year, centre, width = 365.25 * DAY_S, FIRST_S + 13 * 365.25 * DAY_S, 30 * 365.25 * DAY_S
    focus = FIRST_S + 20.2 * year
    windows: list[tuple[float, float]] = []

    def pan(count: int, share: float) -> None:
        nonlocal centre
        for _ in range(count):
            centre += width * share
            windows.append((centre - width / 2, centre + width / 2))

    def zoom(count: int, target: float) -> None:
        nonlocal centre, width
        first = width
        for step in range(1, count + 1):
            width = first * (target / first) ** (step / count)
            centre += (focus - centre) * (0.15 if target < first else 0)
            windows.append((centre - width / 2, centre + width / 2))

    pan(20, 0.002)
    zoom(40, year)
    pan(40, 0.02)
    zoom(30, 31 * DAY_S)
    pan(40, -0.02)
    zoom(30, DAY_S)
    pan(30, 0.03)
    zoom(70, 30 * year)
    return windows[:steps]
