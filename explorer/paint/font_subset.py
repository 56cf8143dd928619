"""A font file cut down to some glyphs, as WOFF: bytes in, bytes out; no Qt.

Glyphs keep their numbers, so that nothing else in a font need be rewritten: an outline that is not kept becomes
an empty one, and what was its room is zeros, which WOFF squeezes to nothing. The names of the font, its
copyright and the rights that it gives stay as they are.
"""

import struct
import zlib
from collections.abc import Collection, Mapping

from explorer.model.errors import ExplorerError
from explorer.paint import cff

Tables = Mapping[str, bytes]

# Of these a viewer has need; others hold signatures, hints for old printers, pictures of letters.
KEPT = (
    "head hhea maxp OS/2 name hmtx post cmap cvt fpgm prep loca glyf CFF kern GDEF GSUB GPOS "
    "fvar avar gvar HVAR MVAR STAT"
).split()
_SHAPING = ("GSUB", "GPOS", "GDEF")
_RESTRICTED, _MAY_PREVIEW, _NO_SUBSET, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0100, 0x0200
_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY_SCALE, _HAS_MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80


def may_embed(tables: Tables) -> bool:
    """Tell whether the maker of a font allows it to be put into documents."""
    rights = _rights(tables)
    is_restricted = bool(rights & _RESTRICTED) and not rights & _MAY_PREVIEW
    return not is_restricted and not rights & _BITMAPS_ONLY


def weight(tables: Tables) -> str:
    """Give the weight of a font as CSS has it: a number, or the range of a variable one."""
    if (ends := _weight_axis(tables.get("fvar", b""))) is not None:
        return "{:g} {:g}".format(*ends)
    os2 = tables.get("OS/2", b"")
    return str(struct.unpack_from(">H", os2, 4)[0]) if len(os2) >= 6 else "400"


def is_italic(tables: Tables) -> bool:
    """Tell whether a font leans by itself."""
    os2 = tables.get("OS/2", b"")
    return len(os2) >= 64 and bool(struct.unpack_from(">H", os2, 62)[0] & 0x0201)


def subset(
    tables: Tables,
    glyphs: Collection[int],
    letters: Mapping[int, int],
    kerning: Mapping[tuple[int, int], int] | None,
) -> bytes:
    """Make a WOFF of the tables of a font with these glyphs, reached by code points (`letters`).

    With `kerning`, in units of the font by pairs of glyphs, that is all that is known of how letters meet; with
    None the font shapes its letters itself. A font that must not be cut is kept whole. Raises `ExplorerError`
    for tables that do not hold together.
    """
    made = {tag: data for tag, data in tables.items() if tag in KEPT and data}
    if _rights(tables) & _NO_SUBSET:
        return _woff(made)
    try:
        kept = {0, *glyphs}
        if "glyf" in made:
            kept = _with_parts(made, kept)
            made["glyf"], made["loca"] = _outlines(made, kept)
        elif "CFF" in made:
            made["CFF"] = cff.subset(made["CFF"], kept)
        made["hmtx"] = _widths(made, kept)
        made["cmap"] = _cmap(letters)
        made["post"] = struct.pack(">L", 0x00030000) + made["post"][4:32].ljust(28, b"\0")
    except (struct.error, IndexError, KeyError) as error:
        raise ExplorerError(f"The tables of a font do not hold together: {error!r}.") from error
    if kerning is not None:
        made = {tag: data for tag, data in made.items() if tag not in _SHAPING}
        made.pop("kern", None)
        if kerning:
            made["kern"] = _kern(kerning)
    return _woff(made)


def _rights(tables: Tables) -> int:
    os2 = tables.get("OS/2", b"")
    return int(struct.unpack_from(">H", os2, 8)[0]) if len(os2) >= 10 else 0


def _weight_axis(fvar: bytes) -> tuple[float, float] | None:
    if len(fvar) < 16:
        return None
    first, _, count, size = struct.unpack_from(">4H", fvar, 4)
    for at in range(count):
        tag, low, _, high = struct.unpack_from(">4s3l", fvar, first + at * size)
        if tag == b"wght":
            return low / 65536, high / 65536
    return None


# Outlines of TrueType


def _places(tables: Tables) -> tuple[int, ...]:
    """Give where the outline of each glyph begins, and where the last ends."""
    loca = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return tuple(int(at) for at in struct.unpack(f">{len(loca) // 4}L", loca))
    return tuple(2 * at for at in struct.unpack(f">{len(loca) // 2}H", loca))


def _with_parts(tables: Tables, glyphs: Collection[int]) -> set[int]:
    """Add the glyphs that some are composed of."""
    places, outlines = _places(tables), tables["glyf"]
    kept, open_ = set(glyphs), list(glyphs)
    while open_:
        glyph = open_.pop()
        new = set(_parts(outlines[places[glyph] : places[glyph + 1]])) - kept
        kept |= new
        open_.extend(new)
    return kept


def _parts(outline: bytes) -> list[int]:
    if len(outline) < 12 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, flags = [], 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">2H", outline, at)
        found.append(glyph)
        at += 8 if flags & _ARGS_ARE_WORDS else 6
        at += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY_SCALE else 8 if flags & _HAS_MATRIX else 0
    return found


def _outlines(tables: Tables, kept: Collection[int]) -> tuple[bytes, bytes]:
    places, outlines = _places(tables), tables["glyf"]
    made, begins = bytearray(), [0]
    for glyph in range(len(places) - 1):
        if glyph in kept:
            made += outlines[places[glyph] : places[glyph + 1]]
            made += bytes(-len(made) % 4)
        begins.append(len(made))
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return bytes(made), struct.pack(f">{len(begins)}L", *begins)
    return bytes(made), struct.pack(f">{len(begins)}H", *(at // 2 for at in begins))


# What stands beside outlines


def _widths(tables: Tables, kept: Collection[int]) -> bytes:
    count = struct.unpack_from(">H", tables["hhea"], 34)[0]
    made = bytearray(len(tables["hmtx"]))
    for glyph in kept:
        at, size = (4 * glyph, 4) if glyph < count else (4 * count + 2 * (glyph - count), 2)
        made[at : at + size] = tables["hmtx"][at : at + size]
    # The last width is that of all that follow.
    made[4 * count - 4 : 4 * count] = tables["hmtx"][4 * count - 4 : 4 * count]
    return bytes(made)


def _cmap(letters: Mapping[int, int]) -> bytes:
    groups = b"".join(struct.pack(">3L", code, code, glyph) for code, glyph in sorted(letters.items()))
    head = struct.pack(">2H2HL", 0, 1, 3, 10, 12)
    return head + struct.pack(">2H3L", 12, 0, 16 + len(groups), 0, len(letters)) + groups


def _kern(kerning: Mapping[tuple[int, int], int]) -> bytes:
    pairs = b"".join(struct.pack(">2Hh", *pair, by) for pair, by in sorted(kerning.items()))
    count = len(kerning)
    power = count.bit_length() - 1
    search = 6 << power
    head = struct.pack(">2H", 0, 1) + struct.pack(">3H", 0, 14 + len(pairs), 1)
    return head + struct.pack(">4H", count, search, power, 6 * count - search) + pairs


def _woff(tables: Tables) -> bytes:
    """Put the tables of a font into a WOFF 1.0 file, each squeezed."""
    tags = {tag: tag.ljust(4).encode("ascii") for tag in tables}
    flavour = b"OTTO" if "CFF" in tables else b"\0\1\0\0"
    directory, body = b"", bytearray()
    first = 44 + 20 * len(tables)
    for tag, data in sorted(tables.items(), key=lambda pair: tags[pair[0]]):
        squeezed = zlib.compress(data, 9)
        stored = squeezed if len(squeezed) < len(data) else data
        entry = first + len(body), len(stored), len(data), _checksum(data)
        directory += tags[tag] + struct.pack(">4L", *entry)
        body += stored + bytes(-len(stored) % 4)
    whole = 12 + sum(16 + len(data) + -len(data) % 4 for data in tables.values())
    length = first + len(body)
    head = b"wOFF" + flavour + struct.pack(">L2HL2H5L", length, len(tables), 0, whole, 1, 0, *[0] * 5)
    return head + directory + bytes(body)


def _checksum(data: bytes) -> int:
    words = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(words) // 4}L", words))
    return total & 0xFFFFFFFF
