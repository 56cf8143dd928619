"""Word files (.docx): paragraphs and tables in their order, and the core properties. Macros stay shut."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from explorer.reading import metadata
from explorer.reading.document import Document, Harvest, Refused, alone

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_BYTES = 200_000_000
_MOST_PARTS = 5_000
_CHUNK = 1 << 20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEMPLATE = (2013, 12, 23, 23)  # the template of python-docx, which scripts leave in the files they make
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(data: bytes) -> Harvest:
    """Read a Word file."""
    check_zip(data)
    import docx  # with lxml, only where a Word file is read
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document.element.body))
        # Where a file tells nothing about itself, the library would tell of its own template.
        tells = any(
            one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in document.part.package.rels.values()
        )
        meta = _meta(document.core_properties) if tells else metadata.Meta()
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise Refused(f"it is damaged or not a Word file ({type(error).__name__})") from error
    return alone(Document("\n\n".join(blocks), meta, DOCX))


def check_zip(data: bytes) -> None:
    """Unpack an archive to nowhere and count; raises `Refused` for a bomb or a damaged one.

    The sizes that an archive states about itself are not trusted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise Refused(f"its archive has {len(parts)} parts; the limit is {_MOST_PARTS}")
            total = 0
            for part in parts:
                total = _counted(archive, part, total, len(data))
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise Refused("its archive is damaged") from error
    except RuntimeError as error:  # what zipfile raises for an encrypted part
        raise Refused("it is encrypted and needs a password") from error


def _counted(archive: zipfile.ZipFile, part: zipfile.ZipInfo, total: int, packed: int) -> int:
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            total += len(chunk)
            if total > _MOST_BYTES:
                raise Refused(
                    f"it unpacks to more than {_MOST_BYTES // 1_000_000} MB, "
                    f"over {total // max(packed, 1)} times its size"
                )
    return total


def _blocks(parent: Any) -> Iterator[str]:
    """Give paragraphs and tables in order, into content controls too."""
    for child in parent:
        if child.tag == f"{_W}p":
            text = _text(child).strip()
            if text:
                yield text
        elif child.tag == f"{_W}tbl":
            rows = [_row(row) for row in child.iter(f"{_W}tr")]
            yield "\n".join(row for row in rows if row)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(child)


def _row(row: Any) -> str:
    cells = (" ".join(_text(cell).split()) for cell in row.iter(f"{_W}tc"))
    return " | ".join(cell for cell in cells if cell)


def _text(element: Any) -> str:
    """Give the words of an element; deleted text has another tag, and copies for old readers are left out."""
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}t" and not any(a.tag == _MC_FALLBACK for a in node.iterancestors()):
            pieces.append(node.text or "")
        elif node.tag == f"{_W}p" and pieces:
            pieces.append("\n")
        elif node.tag in _TEXTS:
            pieces.append(_TEXTS[node.tag])
    return "".join(pieces)


def _meta(core: Any) -> metadata.Meta:
    made = core.created
    if made is not None and (made.year, made.month, made.day, made.hour) == _TEMPLATE:
        made = None
    return metadata.Meta(
        title=" ".join((core.title or "").split()),
        language=metadata.language(core.language or ""),
        published=f"{made.year:04d}-{made.month:02d}-{made.day:02d}" if made else "",
        why=metadata.WEAK,
    )
