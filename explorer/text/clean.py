"""The one cleaning that a text goes through. What is stored afterwards is never cleaned again."""

BOM = "\ufeff"


def clean(raw: str) -> str:
    """Turn CRLF and CR into LF and NUL into U+FFFD, and take a leading BOM off; nothing else moves."""
    return raw.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
