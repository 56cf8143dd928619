"""Streams of articles: JSON Lines, JSON, CSV with the same fields. A bad line is named, the rest read."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from explorer.reading import encoding, metadata
from explorer.reading.document import MAX_TEXT, Document, Harvest, Refused, keyed

_MOST_NAMED = 20  # bad lines told one by one; the others are counted


def read_jsonl(data: bytes) -> Harvest:
    """Read JSON Lines, one article a line."""
    return _harvest(_json_lines(encoding.decode(data).text), "lines")


def read_json(data: bytes) -> Harvest:
    """Read one article, a list of them, or an object with a list of `articles`."""
    try:
        whole = json.loads(encoding.decode(data).text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"it is not JSON ({_reason(error)})") from error
    if isinstance(whole, dict):
        whole = whole.get("articles", [whole])
    if not isinstance(whole, list):
        raise Refused("it holds no articles: an object with “text”, or a list of such, is needed")
    return _harvest(((f"article {n}", record) for n, record in enumerate(whole, 1)), "articles")


def read_csv(data: bytes) -> Harvest:
    """Read a table with a column `text` and any of the other fields; comma, semicolon or tab."""
    text = encoding.decode(data).text.removeprefix("\ufeff")
    csv.field_size_limit(MAX_TEXT)
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
    except csv.Error as error:
        raise Refused(f"it is not CSV ({error})") from error
    if "text" not in columns:
        told = ", ".join(columns)[:80] or "none"
        raise Refused(f"a table of articles needs a column “text”; its columns are: {told}")
    return _harvest(_csv_rows(rows, columns), "lines")


def _json_lines(text: str) -> Iterator[tuple[str, object]]:
    # Not splitlines(): U+2028 and others may stand unescaped inside a line of JSON.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except (ValueError, RecursionError) as error:
            yield f"line {number}", Refused(f"not JSON ({_reason(error)})")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _csv_rows(rows: Any, columns: list[str]) -> Iterator[tuple[str, object]]:
    while True:
        place = f"line {rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield place, Refused(f"not CSV ({error})")
            continue
        if len(row) > len(columns):
            yield place, Refused(f"{len(row)} cells under {len(columns)} columns")
        elif any(cell.strip() for cell in row):
            yield place, dict(zip(columns, row, strict=False))


def _harvest(records: Iterator[tuple[str, object]], what: str) -> Harvest:
    documents: list[Document] = []
    refused: list[str] = []
    for place, record in records:
        try:
            documents.append(_document(record, place))
        except Refused as error:
            refused.append(f"{place}: {error}")
    if not documents:
        raise Refused(
            f"no articles in it ({refused[0]})" if refused else f"no articles in it: it has no {what}"
        )
    if len(refused) > _MOST_NAMED:
        refused[_MOST_NAMED:] = [f"{len(refused) - _MOST_NAMED} more {what} like these"]
    return Harvest(tuple(documents), tuple(refused))


def _document(record: object, place: str) -> Document:
    if isinstance(record, Refused):
        raise record
    if not isinstance(record, Mapping):
        raise Refused("not an object with “text”")
    text = record.get("text")
    if not isinstance(text, str):
        raise Refused("no “text”" if text is None else "“text” is not a text")
    if not text.strip():
        raise Refused("“text” is empty")
    meta = metadata.given(keyed(record), "given with the article")
    return Document(text, meta, key=meta.name or place)
