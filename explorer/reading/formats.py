"""Which reader reads which file: by its first bytes where they are telling, else by media type or suffix."""

from collections.abc import Callable

from explorer.reading import encoding, html, mail, office, pdf, plain, stream
from explorer.reading.document import Harvest, Refused

Reader = Callable[[bytes], Harvest]

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".docx": office.DOCX,
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".csv": "text/csv",
    ".eml": mail.MEDIA_TYPE,
    ".json": "application/json",
}

# Folder walks take these up. A folder's .json is more often something else; it is read when named itself.
SUFFIXES = frozenset(MEDIA_TYPES) - {".json"}

_READERS: dict[str, Reader] = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "application/pdf": pdf.read,
    office.DOCX: office.read,
    "application/jsonl": stream.read_jsonl,
    "application/json": stream.read_json,
    "text/csv": stream.read_csv,
    mail.MEDIA_TYPE: mail.read,
}
STREAMS = frozenset(("application/jsonl", "application/json", "text/csv"))

# First bytes of what is not read, with what to do about it.
_NOT_READ = (
    (b"{\\rtf", "RTF is not read; save it as .docx or .txt"),
    (
        b"\xd0\xcf\x11\xe0",
        "it is encrypted (it needs a password) or an old Office file; save it as .docx without a password",
    ),
    (b"\x89PNG", "it is a picture; text in pictures is not read"),
    (b"\xff\xd8\xff", "it is a picture; text in pictures is not read"),
    (b"GIF8", "it is a picture; text in pictures is not read"),
    (b"\x1f\x8b", "it is a compressed archive; unpack it first"),
    (b"SQLite format 3\0", "it is a database, not an article"),
)


def read(data: bytes, suffix: str, media_type: str | None = None) -> tuple[Harvest, str]:
    """Read bytes with the reader that suits them; gives the media type too. Raises `Refused`."""
    if not data.strip():
        raise Refused("it is empty")
    kind = (
        sniff(data)
        or (media_type or "").partition(";")[0].strip().lower()
        or MEDIA_TYPES.get(suffix.lower(), "")
    )
    if not kind:
        kind = "text/html" if _looks_like_html(data) else "text/plain"
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(data), kind
    kind = kind if kind.startswith("text/") else "text/plain"
    return plain.read(data, kind, _charset(media_type)), kind


def sniff(data: bytes) -> str:
    """Tell PDF and Word files by their first bytes, whatever they are called; raises `Refused` for others."""
    if data[:64].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    for magic, reason in _NOT_READ:
        if data.startswith(magic):
            raise Refused(reason)
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data or b"[Content_Types].xml" in data[:4_000]:
            return office.DOCX
        raise Refused("it is an archive or a format that is not read; unpack it, or save it as .docx or .txt")
    return ""


def _looks_like_html(data: bytes) -> bool:
    head = data[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) and not encoding.looks_binary(
        data
    )


def _charset(media_type: str | None) -> str | None:
    _, found, charset = (media_type or "").lower().partition("charset=")
    return charset.strip(" \"';") if found else None
