"""The one cleaning that a text goes through. What is stored afterwards is never cleaned again."""

BOM = "\ufeff"


def clean(raw: str) -> str:
    """Turn CRLF and CR into LF and NUL into U+FFFD, and take a leading BOM off; nothing else moves."""
    return raw.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def printable(name: str) -> str:
    """Replace what of a file's name is no UTF-8, so that it can be written anywhere."""
    return name.encode("utf-8", "replace").decode()
