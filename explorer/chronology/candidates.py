"""Which mentions are compared at all: those that share a key and lie within each other's reach.

A key is a party, a country, an amount or words, mostly with a time. A key that too many mentions share is
passed over, because finer keys still find the pairs that matter, and because all pairs of a large library are
too many. Mentions come and go one article at a time: what is compared then is what comparing all from nothing
would compare, whichever way led there.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from explorer.chronology.features import Features
from explorer.model.calendar import DAY_S, civil_of_seconds

Key = Hashable
Longs = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]

_CROWD = 24  # a key shared by more mentions than this tells nothing
_WORDS = 4  # a mention is looked up by so many of its longest words
_NAMES = 3
_SIGNS = 5  # and by so many words of names
_LONGEST_YEARS = 12  # an interval longer than this stands under its first years only


@dataclass(frozen=True, slots=True)
class Compared:
    """What a change makes worth comparing, and groups of mentions that a key, now crowded, ties no more."""

    pairs: list[tuple[Features, Features]]
    untied: list[list[str]]


class Candidates:
    """Mentions by their keys. A key is kept as its hash: two that fall together cost one comparison more.

    Each mention has a place, a number that is not given again; keys and places are two columns in the order
    of the keys, because a library has millions of them.
    """

    def __init__(self) -> None:
        self._keys: Longs = np.zeros(0, np.int64)
        self._places: Places = np.zeros(0, np.int32)
        self._waiting: list[tuple[Longs, Places]] = []  # keys and places that are not among them yet
        self._at: list[Features | None] = []
        self._place: dict[str, int] = {}
        self._lows: Longs = np.zeros(0, np.int64)
        self._highs: Longs = np.zeros(0, np.int64)

    def add(self, come: Sequence[Features]) -> None:
        """Take in mentions whose pairs are known already."""
        self._waiting.append(self._placed(come))

    def change(self, gone: Iterable[str], come: Sequence[Features]) -> Compared:
        """Take mentions out, by their ids, and others in; an id may be among both."""
        self._sort_in()
        before = self._keys
        touched = [self._take_out(list(gone)), self._take_in(come)]
        keys = _unique(touched)
        start, end = _ranges(self._keys, keys)
        old_start, old_end = _ranges(before, keys)
        count, old_count = end - start, old_end - old_start
        is_fresh = np.zeros(len(self._at), np.bool_)
        is_fresh[len(self._at) - len(come) :] = True
        shared = (count > 1) & (count <= _CROWD)
        # All who hold a key that was crowded are new to each other, else only those who have come are.
        is_all = shared & (old_count > _CROWD)
        codes = [self._codes(start[is_all], count[is_all]), self._codes(start[shared], count[shared], is_fresh)]
        crowded = (count > _CROWD) & (old_count <= _CROWD) & (old_count > 1)
        untied = [
            [one.mention.id for place in self._places[a:b].tolist() if (one := self._at[place])]
            for a, b in zip(start[crowded].tolist(), end[crowded].tolist(), strict=True)
        ]
        return Compared(self._pairs(_unique(codes)), untied)

    def are_tied(self, one: Features, other: Features) -> bool:
        """Tell whether two mentions share a key that is not crowded."""
        keys = np.array(list(_hashes(one) & _hashes(other)), np.int64)
        start, end = _ranges(self._keys, keys)
        return bool((end - start <= _CROWD).any())

    def _take_out(self, ids: Sequence[str]) -> Longs:
        """Take mentions out and give the keys that they held."""
        if not ids:
            return np.zeros(0, np.int64)
        is_gone = np.zeros(len(self._at), np.bool_)
        for id_ in ids:
            place = self._place.pop(id_)
            self._at[place] = None
            is_gone[place] = True
        leaves = is_gone[self._places]
        keys = self._keys[leaves]
        self._keys, self._places = self._keys[~leaves], self._places[~leaves]
        return keys

    def _take_in(self, come: Sequence[Features]) -> Longs:
        """Take mentions in and give the keys that they hold."""
        self._waiting.append(self._placed(come))
        return self._sort_in()

    def _sort_in(self) -> Longs:
        """Put what waits into the columns and give its keys."""
        if not self._waiting:
            return np.zeros(0, np.int64)
        keys, places = (np.concatenate(column) for column in zip(*self._waiting, strict=True))
        self._waiting = []
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], places[order]
        at = np.searchsorted(self._keys, keys, "right")
        self._keys, self._places = np.insert(self._keys, at, keys), np.insert(self._places, at, places)
        return keys

    def _placed(self, come: Sequence[Features]) -> tuple[Longs, Places]:
        """Give mentions their places, and give their keys beside these."""
        first = len(self._at)
        self._at += come
        self._place.update((one.mention.id, first + n) for n, one in enumerate(come))
        reaches = np.array([one.reach for one in come], np.int64).reshape(-1, 2)
        self._lows = np.concatenate((self._lows, reaches[:, 0]))
        self._highs = np.concatenate((self._highs, reaches[:, 1]))
        hashes = [_hashes(one) for one in come]
        keys = np.fromiter(chain.from_iterable(hashes), np.int64)
        places = np.repeat(np.arange(first, first + len(come), dtype=np.int32), [len(one) for one in hashes])
        return keys, places

    def _codes(self, starts: Longs, counts: Longs, is_fresh: npt.NDArray[np.bool_] | None = None) -> Longs:
        """Give the pairs of places that share one of the keys, one number for each pair.

        With `is_fresh` only pairs of which one place is fresh are given.
        """
        found = [np.zeros(0, np.int64)]
        for size in sorted(set(counts.tolist())):
            held = self._places[starts[counts == size][:, None] + np.arange(size)]
            left, right = np.triu_indices(size, 1)
            one, other = held[:, left].ravel(), held[:, right].ravel()
            may = (self._lows[one] <= self._highs[other]) & (self._lows[other] <= self._highs[one])
            if is_fresh is not None:
                may &= is_fresh[one] | is_fresh[other]
            one, other = one[may].astype(np.int64), other[may].astype(np.int64)
            found.append(np.minimum(one, other) << 32 | np.maximum(one, other))
        return _unique(found)

    def _pairs(self, codes: Longs) -> list[tuple[Features, Features]]:
        """Give the pairs of mentions, the lesser id first, so that nothing depends on who came first."""
        pairs = []
        for place, other_place in zip((codes >> 32).tolist(), (codes & 0xFFFFFFFF).tolist(), strict=True):
            one, other = self._at[place], self._at[other_place]
            if one is not None and other is not None:
                pairs.append((one, other) if one.mention.id < other.mention.id else (other, one))
        return pairs


def _ranges(sorted_keys: Longs, keys: Longs) -> tuple[Longs, Longs]:
    """Give where each of some keys begins and ends in a sorted column."""
    return np.searchsorted(sorted_keys, keys, "left"), np.searchsorted(sorted_keys, keys, "right")


def _unique(columns: Sequence[Longs]) -> Longs:
    """Give the values of some columns in their order, each once; sorting is quicker than `np.unique` here."""
    values = np.sort(np.concatenate(columns))
    is_first = np.ones(len(values), np.bool_)
    is_first[1:] = values[1:] != values[:-1]
    return values[is_first]


def _hashes(one: Features) -> set[int]:
    return set(map(hash, _keys(one)))


def _keys(one: Features) -> list[Key]:
    """Give the keys under which a mention is looked up; two mentions with a common key are compared."""
    names = sorted(one.companies | one.others)
    longest = _longest(one.words, _WORDS)
    marks: list[Key] = [*names, *one.countries]
    marks += [(one.family, name) for name in names]
    marks += [(a, b) for i, a in enumerate(names) for b in names[:i]]
    years, days = _times(one)
    keys: list[Key] = [(time, mark) for time in (*years, *days) for mark in marks]
    words: list[Key] = [(quantity.unit, f"{quantity.value:.1e}") for quantity in one.amounts]
    words += [(a, b) for i, a in enumerate(longest) for b in longest[:i]]
    words += [(name, word) for name in names[:_NAMES] for word in longest]
    signs = one.signs if len(one.signs) <= _SIGNS else _longest(one.signs, _SIGNS)
    return keys + words + [(year, word) for year in years for word in (*words, *signs)]


def _longest(words: frozenset[str], most: int) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))[:most]


def _times(one: Features) -> tuple[list[Key], list[Key]]:
    """Give the years that the dates touch, and the days of exact ones with their neighbours."""
    years: set[int] = set()
    days: set[Key] = set()
    for when in one.readings:
        first = civil_of_seconds(when.hi_s - 1 if when.is_open_start else when.lo_s).year
        last = civil_of_seconds(when.lo_s if when.is_open_end else when.hi_s - 1).year
        years.update(range(first, min(last, first + _LONGEST_YEARS) + 1))
        if when.hi_s - when.lo_s <= DAY_S:
            day = when.lo_s // DAY_S
            days.update(("day", day + step) for step in (0, 1))
    return list(years) or [None], list(days)
