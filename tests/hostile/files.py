"""Files made by code, for tests of reading: sound ones of each format, and hostile ones."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = b"0123456789abcdef"
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def pdf(*pages: str, title: str = "", made: str = "", password: str | None = None) -> bytes:
    """A PDF with a line of text per line of each page; a page "" has a picture and no text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for number, text in enumerate(pages):
        at = 5 + 2 * number
        kids.append(b"%d 0 R" % at)
        objects_of_page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (at + 1)
        )
        objects += [objects_of_page, _content(text)] if number else [b"", b"", objects_of_page, _content(text)]
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(pages))
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[3] = b"<< /Title (%s) /CreationDate (%s) >>" % (title.encode(), made.encode())
    trailer = b"/Root 1 0 R /Info 4 0 R"
    if password is not None:
        objects = [*objects[:3], b"<< >>", *objects[4:], _encryption(password)]
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), _ID.hex().encode(), _ID.hex().encode())
    return _assembled(objects, trailer)


def _content(text: str) -> bytes:
    if text:
        lines = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in text.split("\n"))
        drawn = "".join(f"({line}) Tj T* " for line in lines).encode("cp1252")
        stream = b"BT /F 11 Tf 14 TL 60 780 Td " + drawn + b"ET"
    else:
        stream = b"q 400 0 0 300 60 400 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)


def _encryption(password: str) -> bytes:
    """The standard security handler, revision 2, with which every reader asks for the password."""
    user = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(user + owner + permissions + _ID).digest()[:5]
    check = _rc4(key, _PADDING)
    return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        check.hex().encode(),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def docx(*paragraphs: str, title: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file of paragraphs, with a table after them."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip file of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def zip_bomb() -> bytes:
    """A Word file that unpacks to more than 200 MB."""
    return archive({"[Content_Types].xml": CONTENT_TYPES.encode(), "word/document.xml": bytes(210_000_000)})


def lying_bomb() -> bytes:
    """The same with headers that state 10 bytes."""
    bomb = bytearray(zip_bomb())
    true = (210_000_000).to_bytes(4, "little")
    return bytes(bomb.replace(true, (10).to_bytes(4, "little")))


def flate_bomb() -> bytes:
    """A PDF whose page unpacks to 300 MB of nothing."""
    packed = zlib.compress(bytes(300_000_000), 1)
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content], b"/Root 1 0 R")


def deep_html(depth: int) -> str:
    """A page with a paragraph before, inside and after so many nested boxes."""
    begin, end = "<p>Before the boxes, in May 2019, it began.</p>", "<p>After them, in June 2020, it ended.</p>"
    inside = "<p>Inside them nothing was told.</p>"
    return f"<html><body>{begin}{'<div>' * depth}{inside}{'</div>' * depth}{end}</body></html>"


def write(folder: Path, name: str, content: bytes | str) -> Path:
    """Put a file into a folder."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
