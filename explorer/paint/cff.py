"""Outlines in CFF, as most .otf fonts have them, without those that a picture does not need.

Nothing moves: what is left out of an index is as short as can be, and the room that it had is zeros behind it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

_END, _RETURN = b"\x0e", b"\x0b"  # an outline, and a part of outlines, that is empty
_CHAR_STRINGS, _PRIVATE, _SUBROUTINES, _CID = (17,), (18,), (19,), (12, 30)
_TOLD = frozenset(
    {(0,), (1,), (2,), (3,), (4,), (12, 0), (12, 21), (12, 22)}
)  # copyright and names of the font
_STANDARD = 391  # strings that every font has
_STEMS = frozenset({1, 3, 18, 23})
_MASKS = frozenset({19, 20})
_CALL, _CALL_GLOBAL, _LEAVE, _STOP = 10, 29, 11, 14
_DEEPEST = 10  # calls within calls, by the rules of the format


def subset(data: bytes, glyphs: Collection[int]) -> bytes:
    """Keep the outlines of some glyphs, and the parts that they share.

    Raises `IndexError` or `KeyError` for a table that does not hold together.
    """
    made = bytearray(data)
    names = _Index(data, data[2])
    tops = _Index(data, names.end)
    strings = _Index(data, tops.end)
    globals_ = _Index(data, strings.end)
    top = dict(_entries(tops[0]))
    outlines = _Index(data, top[_CHAR_STRINGS][0])
    own = None
    if _PRIVATE in top:
        size, at = top[_PRIVATE]
        private = dict(_entries(data[at : at + size]))
        own = _Index(data, at + private[_SUBROUTINES][0]) if _SUBROUTINES in private else None
    if _CID not in top:  # there each glyph says where its parts are, and they are kept
        told = {number - _STANDARD for name in _TOLD & top.keys() for number in top[name]}
        # The others are names of glyphs; what follows this list is found by where it ends.
        strings.write(made, told, b"", is_filled=True)
        calls = _Calls(globals_, own)
        for glyph in glyphs:
            calls.follow(outlines[glyph])
        globals_.write(made, calls.of_globals, _RETURN)
        if own:
            own.write(made, calls.of_own, _RETURN)
    outlines.write(made, glyphs, _END)
    return bytes(made)


class _Index:
    """A list of byte strings in a font, from a place on."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at
        count = int.from_bytes(data[at : at + 2], "big")
        self.size = data[at + 2] if count else 0
        first = at + 3
        base = first + (count + 1) * self.size - 1
        steps = range(first, first + (count + 1) * self.size, self.size or 1)
        self.places = [base + int.from_bytes(data[step : step + self.size], "big") for step in steps]
        self.end = self.places[-1] if count else at + 2

    def __len__(self) -> int:
        return max(len(self.places) - 1, 0)

    def __getitem__(self, at: int) -> bytes:
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self.data[self.places[at] : self.places[at + 1]]

    def write(self, into: bytearray, kept: Collection[int], empty: bytes, *, is_filled: bool = False) -> None:
        """Write it where it stood, with what is not kept left empty; `is_filled` it ends where it did."""
        items = [self[at] if at in kept else empty for at in range(len(self))]
        spare = self.places[-1] - self.places[0] - sum(map(len, items)) if items else 0
        if spare < 0 or not items:
            return  # it was emptier than empty
        if is_filled and spare:
            items[next(at for at in range(len(items)) if at not in kept)] += bytes(spare)
        begins = accumulate(map(len, items), initial=1)
        table = b"".join(begin.to_bytes(self.size, "big") for begin in begins)
        whole = b"".join([self.data[self.at : self.at + 3], table, *items])
        into[self.at : self.end] = whole.ljust(self.end - self.at, b"\0")


def _entries(data: bytes) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """Read a dictionary: operators with their whole numbers, of which offsets are."""
    at, operands = 0, list[int]()
    while at < len(data):
        first = data[at]
        if first <= 21:
            operator = (12, data[at + 1]) if first == 12 else (first,)
            yield operator, operands
            at, operands = at + len(operator), []
        elif first == 29:
            operands.append(int.from_bytes(data[at + 1 : at + 5], "big", signed=True))
            at += 5
        elif first == 30:  # a broken number ends with a half of a byte that is all ones
            at += 1
            while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
                at += 1
            at += 1
            operands.append(0)
        else:
            value, at = _whole(data, at)
            operands.append(value)


def _whole(data: bytes, at: int) -> tuple[int, int]:
    """Read a whole number of up to three bytes; give where the next thing begins."""
    first = data[at]
    if first == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2


@dataclass(slots=True)
class _Calls:
    """Follows outlines to the parts that they call."""

    globals: _Index
    own: _Index | None
    of_globals: set[int] = field(default_factory=set)
    of_own: set[int] = field(default_factory=set)

    def follow(self, code: bytes) -> None:
        """Follow one outline."""
        self._follow(code, [], [0], 0)

    def _follow(self, code: bytes, stack: list[int], stems: list[int], depth: int) -> bool:
        """Go through code with its numbers and how many hints there were; tell whether the outline ended."""
        at = 0
        while at < len(code):
            first = code[at]
            if first == 28 or 32 <= first <= 254:
                value, at = _whole(code, at)
                stack.append(value)
                continue
            at += 5 if first == 255 else 2 if first == 12 else 1
            if first == 255:
                stack.append(0)
            elif first in (_CALL, _CALL_GLOBAL):
                if self._call(stack, stems, depth, is_global=first == _CALL_GLOBAL):
                    return True
            elif first in (_LEAVE, _STOP):
                return first == _STOP
            else:
                if first in _STEMS or first in _MASKS:
                    stems[0] += len(stack) // 2
                if first in _MASKS:
                    at += (stems[0] + 7) // 8
                stack.clear()
        return False

    def _call(self, stack: list[int], stems: list[int], depth: int, *, is_global: bool) -> bool:
        index, used = (self.globals, self.of_globals) if is_global else (self.own, self.of_own)
        if index is None or depth >= _DEEPEST:
            raise IndexError("a call without an end")
        bias = 107 if len(index) < 1240 else 1131 if len(index) < 33_900 else 32_768
        part = stack.pop() + bias
        used.add(part)
        return self._follow(index[part], stack, stems, depth + 1)
