"""A font cut down to some letters: small, whole in what is kept, and only where its maker allows it."""

import struct
import zlib

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QRawFont

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint import font_subset


def unpacked(woff):
    """Give the tables of a WOFF by their tags."""
    count = struct.unpack_from(">H", woff, 12)[0]
    found = {}
    for at in range(count):
        tag, first, stored, size, _ = struct.unpack_from(">4s4L", woff, 44 + 20 * at)
        data = woff[first : first + stored]
        found[tag.decode().strip()] = zlib.decompress(data) if stored < size else data
    return found


@pytest.fixture
def regular(qapp):
    data = resources.path("fonts/Inter-Regular.otf").read_bytes()
    raw = QRawFont(QByteArray(data), 100.0)
    return raw, {tag: bytes(raw.fontTable(QFont.Tag(tag.ljust(4))).data()) for tag in font_subset.KEPT}


def letters_of(raw, text):
    return {ord(letter): raw.glyphIndexesForString(letter)[0] for letter in text}


def test_a_few_letters_take_a_twentieth_and_look_the_same(regular):
    raw, tables = regular
    letters = letters_of(raw, "Harbour 1907")
    woff = font_subset.subset(tables, set(letters.values()), letters, {})
    assert len(woff) < sum(map(len, tables.values())) / 20
    made = QRawFont(QByteArray(woff), 100.0)
    assert made.familyName() == raw.familyName()
    for code, glyph in letters.items():
        assert made.glyphIndexesForString(chr(code)) == [glyph]
        assert made.pathForGlyph(glyph) == raw.pathForGlyph(glyph)
        assert made.advancesForGlyphIndexes([glyph]) == raw.advancesForGlyphIndexes([glyph])
    assert made.glyphIndexesForString("Q") == [0]
    assert b"Inter Project Authors" in unpacked(woff)["name"].replace(b"\0", b"")


def test_pairs_of_letters_are_kept_as_told_and_the_rules_of_shaping_only_where_needed(regular):
    raw, tables = regular
    letters = letters_of(raw, "AV")
    pair = letters[ord("A")], letters[ord("V")]
    told = unpacked(font_subset.subset(tables, pair, letters, {pair: -120}))
    assert struct.unpack(">2Hh", told["kern"][-6:]) == (*pair, -120)
    assert not told.keys() & {"GSUB", "GPOS"}
    assert unpacked(font_subset.subset(tables, pair, letters, None)).keys() >= {"GSUB", "GPOS"}


def with_rights(tables, rights):
    os2 = bytearray(tables["OS/2"])
    struct.pack_into(">H", os2, 8, rights)
    return {**tables, "OS/2": bytes(os2)}


@pytest.mark.parametrize(("rights", "may"), [(0, True), (2, False), (4, True), (8, True), (0x0200, False)])
def test_the_rights_that_a_font_gives_are_heeded(regular, rights, may):
    assert font_subset.may_embed(with_rights(regular[1], rights)) is may


def test_a_font_that_must_not_be_cut_is_whole(regular):
    _, tables = regular
    whole = unpacked(font_subset.subset(with_rights(tables, 0x0100), {5}, {}, {}))
    assert whole["CFF"] == tables["CFF"]


def truetype(long):
    """Tables of four glyphs, each an outline of 12 bytes; the last is made of the second."""
    outline = struct.pack(">5h2x", 1, 0, 0, 9, 9)
    composed = struct.pack(">5h", -1, 0, 0, 9, 9) + struct.pack(">2H2bx", 0, 1, 3, 3) + b"\0"
    outlines = [outline, outline, outline, composed]
    ends = [sum(map(len, outlines[:at])) for at in range(5)]
    head = bytearray(54)
    struct.pack_into(">h", head, 50, long)
    return {
        "head": bytes(head),
        "hhea": bytes(34) + struct.pack(">H", 2),
        "hmtx": struct.pack(">2H2H2h", 500, 1, 600, 2, 3, 4),
        "glyf": b"".join(outlines),
        "loca": struct.pack(">5L", *ends) if long else struct.pack(">5H", *(end // 2 for end in ends)),
        "post": bytes(32),
    }


@pytest.mark.parametrize("long", [0, 1])
def test_a_glyph_brings_those_that_it_is_made_of(long):
    tables = truetype(long)
    made = unpacked(font_subset.subset(tables, {3}, {65: 3}, {}))
    ends = struct.unpack(">5L", made["loca"]) if long else [2 * at for at in struct.unpack(">5H", made["loca"])]
    sizes = [ends[at + 1] - ends[at] for at in range(4)]
    assert [size > 0 for size in sizes] == [True, True, False, True]
    assert tables["glyf"][-18:] in made["glyf"]
    assert made["hmtx"] == tables["hmtx"][:8] + b"\0\0" + tables["hmtx"][10:]


def test_tables_that_do_not_hold_together_are_told():
    tables = {**truetype(1), "loca": b"\0\0\0\0"}
    with pytest.raises(ExplorerError, match="hold together"):
        font_subset.subset(tables, {3}, {65: 3}, {})


def test_weight_and_slope_are_those_of_the_font(regular):
    _, tables = regular
    assert font_subset.weight(tables) == "400"
    assert not font_subset.is_italic(tables)
    fvar = struct.pack(">8H", 1, 0, 16, 2, 1, 20, 0, 4) + struct.pack(
        ">4s3l2H", b"wght", 100 << 16, 400 << 16, 900 << 16, 0, 256
    )
    assert font_subset.weight({**tables, "fvar": fvar}) == "100 900"
