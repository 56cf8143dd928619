"""E-mail (.eml): the text, subject, sender and date of a message. Attachments are listed, never opened."""

import email
import email.errors
import email.header
import email.policy
import email.utils
from email.message import Message

from explorer.model.article import DateSource
from explorer.reading import encoding, html
from explorer.reading.document import Document, Harvest, Refused, alone
from explorer.reading.metadata import Meta

MEDIA_TYPE = "message/rfc822"
_MOST_PARTS = 100
_LONGEST_HEADER = 64_000


def read(data: bytes) -> Harvest:
    """Read an e-mail."""
    if data.count(b"\n--") > 20 * _MOST_PARTS:
        raise Refused(f"it has too many parts; the limit is {_MOST_PARTS}")
    try:
        # compat32 leaves headers as they stand; the newer policy decodes them all, at any length.
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:
        raise Refused("its parts are nested too deeply") from error
    if not message.keys():
        raise Refused("it is not an e-mail: it has no headers")
    attached = [name for part in parts if (name := part.get_filename())]
    warnings = (f"not read: attached {', '.join(attached[:10])}",) if attached else ()
    body = _body([part for part in parts[:_MOST_PARTS] if not part.get_filename()])
    return alone(Document(body.text, _meta(message), MEDIA_TYPE, warnings=body.warnings + warnings))


def _body(parts: list[Message]) -> encoding.Decoded:
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != wanted:
                continue
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            decoded = (
                encoding.decode(data, part.get_content_charset()) if data.strip() else encoding.Decoded("")
            )
            if wanted == "text/html" and decoded.text:
                page = html.document(decoded.text, decoded.warnings)
                decoded = encoding.Decoded(page.text, page.warnings)
            if decoded.text.strip():
                return decoded
    raise Refused("there is no text in it")


def _meta(message: Message) -> Meta:
    date = email.utils.parsedate(_header(message, "date"))
    name, address = email.utils.parseaddr(_header(message, "from"))
    return Meta(
        title=_header(message, "subject"),
        publisher=name or address,
        published=f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}" if date else "",
        source=DateSource.METADATA,
        why="the date of the e-mail",
    )


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))
    if len(raw) > _LONGEST_HEADER:
        raise Refused(f"its header “{name}” is too long")
    try:
        words = str(email.header.make_header(email.header.decode_header(raw)))
    except (email.errors.HeaderParseError, LookupError, ValueError):
        words = raw
    return " ".join(words.split())
