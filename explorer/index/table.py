"""`EventTable`: columns of all events as numpy arrays; what is drawn, counted and filtered.

Rows are sorted by `lo_s`, then `hi_s`, then id; undated events come last. Everything is read-only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from explorer.model.query import Facet

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Small = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """The values of one facet: row `i` has `codes[offsets[i]:offsets[i + 1]]`, indices into `values`.

    `values` are ids (kind, ISO code, article id, name); labels for people are the caller's. What filters and
    counts stand on is made once: `rows` has the row of each code, `code_of` the index of each value, `totals`
    how many rows have each; a column `is_single` where every row has exactly one. Columns where every row has
    one value, or none has any, share their offsets: a table of a million rows would else be mostly these.
    """

    values: tuple[str, ...]
    offsets: Codes
    codes: Codes
    rows: Codes = field(init=False, repr=False, compare=False)
    code_of: Mapping[str, int] = field(init=False, repr=False, compare=False)
    totals: Ints = field(init=False, repr=False, compare=False)
    is_single: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = np.diff(self.offsets)
        is_single = bool((lengths == 1).all())
        if is_single or not len(self.codes):
            offsets = _numbers(len(self.offsets)) if is_single else _zeros(len(self.offsets))
            rows = offsets[:-1] if is_single else self.codes
        else:
            offsets = self.offsets.astype(np.int32)
            rows = np.repeat(_numbers(len(lengths)), lengths)
        totals = np.bincount(self.codes, minlength=len(self.values)).astype(np.int64)
        for array in (offsets, rows, totals):
            array.flags.writeable = False
        object.__setattr__(self, "offsets", offsets)
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "code_of", {value: code for code, value in enumerate(self.values)})
        object.__setattr__(self, "totals", totals)
        object.__setattr__(self, "is_single", is_single)


@lru_cache(2)
def _numbers(count: int) -> Codes:
    """Number so many things from 0; whoever asks again gets the same array."""
    numbers = np.arange(count, dtype=np.int32)
    numbers.flags.writeable = False
    return numbers


@lru_cache(2)
def _zeros(count: int) -> Codes:
    return np.broadcast_to(np.int32(0), count)


@dataclass(frozen=True, slots=True)
class EventTable:
    """All events, a column each, n rows.

    `precision` holds `Precision.rank`; `modifier` 0 for none, else 1 + the index in `Modifier`; `status` and
    `review` the index in their enums; `weight` importance and `confidence` 0 to 1; `sources` the number of
    articles; `added_s` when its first article came in; `force_lo_s..force_hi_s` when a ban held, empty for
    what is none.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    lo_s: Ints
    hi_s: Ints
    is_dated: Mask
    precision: Small
    modifier: Small
    status: Small
    review: Small
    weight: Floats
    confidence: Floats
    sources: Codes
    has_conflict: Mask
    is_starred: Mask
    is_borderline: Mask
    added_s: Ints
    force_lo_s: Ints
    force_hi_s: Ints
    facets: Mapping[Facet, FacetColumn]

    def __len__(self) -> int:
        return len(self.ids)
