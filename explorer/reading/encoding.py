"""Bytes to text: byte order mark, then what the file declares, then UTF-8, then a guess, which is told."""

import codecs
import re
from dataclasses import dataclass

from explorer.reading.document import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings that articles are still kept in. Others make a guess worse more often than better.
_CANDIDATES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
]
_SAMPLE = 100_000
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what was assumed or replaced in reading it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes; raises `Refused` for what is no text."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name, told=False)
    wide = _without_mark(data)
    if wide:
        return _lenient(data, wide, told=True)
    if looks_binary(data):
        raise Refused("it is binary, not text")
    stated = _known(declared)
    utf8 = _strict(data, "utf-8")
    if stated is not None and not (utf8 is not None and _is_disproved(data, stated)):
        text = _strict(data, stated)
        if text is not None:
            return Decoded(text, _nuls(text))
    if utf8 is not None:
        wrong = stated is not None and stated != "utf-8"
        told = (f"it declares {declared} but is UTF-8",) if wrong else ()
        return Decoded(utf8, told + _nuls(utf8))
    return _guessed(data)


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: rich in NUL and other control characters."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls > max(3, len(sample) // 100)


def _without_mark(data: bytes) -> str | None:
    """Name UTF-16 without its mark: every other byte of mostly Latin text is NUL."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    if half < 2:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > 0.4 * half and first < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 * half and second < 0.05 * half else None


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip()).name
    except LookupError:
        return None
    # Browsers read these labels as the wider code pages that writers mean.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)


def _is_disproved(data: bytes, stated: str) -> bool:
    """Tell whether a declared one-byte encoding is contradicted by sound UTF-8 beyond ASCII."""
    return stated != "utf-8" and not data.isascii()


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        # LookupError: codecs that are no text encodings ("zip", "hex") are found but refused here.
        return None


def _lenient(data: bytes, name: str, *, told: bool) -> Decoded:
    text = data.decode(name, "replace")
    warnings = (f"its encoding is a guess: {name}",) if told else ()
    return Decoded(text, warnings + _replaced(text) + _nuls(text))


def _guessed(data: bytes) -> Decoded:
    if _is_damaged_utf8(data):
        text = data.decode("utf-8", "replace")
        return Decoded(text, _replaced(text) + _nuls(text))
    from charset_normalizer import from_bytes  # only files that are not UTF-8 pay for it

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    name = best.encoding if best else "cp1252"
    text = data.decode(name, "replace")
    return Decoded(text, (f"its encoding is a guess: {name}", *_replaced(text), *_nuls(text)))


def _is_damaged_utf8(data: bytes) -> bool:
    sound = sum(1 for _ in _MULTIBYTE.finditer(data[:_SAMPLE]))
    broken = data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return sound >= 5 and broken * 5 <= sound


def _replaced(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} unreadable characters stand as “\ufffd”",) if count else ()


def _nuls(text: str) -> tuple[str, ...]:
    count = text.count("\0")
    return (f"{count} NUL characters stand as “\ufffd”",) if count else ()
