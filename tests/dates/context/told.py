"""What the dates of a text are placed at, for tables of sentences. News of 16 September 2020."""

from explorer.dates import find


def values(text: str, published: str | None = "2020-09-16") -> list[str | None]:
    return [one.when.edtf if one.when else None for one in find(text, published=published)]


def resolved(text: str, published: str | None = "2020-09-16") -> list[tuple[str, str | None]]:
    return [
        (one.text, one.when.edtf if one.when else None)
        for one in find(text, published=published)
        if one.type != "DURATION"
    ]
