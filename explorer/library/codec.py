"""Records as JSON text: frozen dataclasses of the model to JSON and back, strictly.

Works from the type hints alone and must not know any record by name. Fields that hold their default are left
out, so that a field added later reads back as its default. A union of dataclasses is told apart by the name
of the class under "is"; a named tuple is a list. Lone surrogates survive, as JSON escapes.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Convert = Callable[[Any], Any]
# The type of values that are stored as they are, else None; and what reads, or refuses, all others.
Reader = tuple[type | None, Convert]
_TAG = "is"
_PLAIN = (str, bool, int, float)
_parsed = json.JSONDecoder().decode


class CodecError(ValueError):
    """A stored record is not of the form that its type asks for."""


def dumps(value: object, as_type: Any = None) -> str:
    """Write a record as JSON text; `as_type` names the union it belongs to, if any."""
    hint: Any = type(value) if as_type is None else as_type
    encoded = _codec(hint)[0](value)
    return json.dumps(encoded, separators=(",", ":"), sort_keys=True)


def loads(text: str, as_type: Any) -> Any:
    """Read a record of a type from JSON text.

    Raises `CodecError` for anything that `dumps` would not have written for this type.
    """
    try:
        return _codec(as_type)[1](_parsed(text))
    except (ValueError, TypeError, KeyError) as error:
        raise CodecError(f"not a stored {getattr(as_type, '__name__', 'record')}: {error}") from error


@cache
def _codec(hint: Any) -> tuple[Convert, Convert]:
    """Give the two functions that write and read values of a type."""
    if hint in (str, bool, int):
        return _as_it_is, _exactly(hint)
    if hint is float:
        return _as_it_is, _float
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_value, {member.value: member for member in hint}.__getitem__
    if dataclasses.is_dataclass(hint):
        return _dataclass_codec(hint)
    if isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        return _named_tuple_codec(hint)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _tuple_codec(arguments[0])
    if _is_union(hint):
        return _union_codec(arguments)
    raise TypeError(f"records of {hint!r} are not stored")


def _reader(hint: Any) -> Reader:
    """Give what reads values of a type, and of which type they are taken as they are, which is quicker."""
    members = set(typing.get_args(hint)) - {type(None)} if _is_union(hint) else {hint}
    plain = members.pop() if len(members) == 1 else None
    return plain if plain in _PLAIN else None, _codec(hint)[1]


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in (types.UnionType, typing.Union)


def _as_it_is(value: Any) -> Any:
    return value


def _enum_value(value: Any) -> Any:
    return value.value


def _exactly(wanted: type) -> Convert:
    def read(data: Any) -> Any:
        if type(data) is not wanted:
            raise CodecError(f"{data!r} is no {wanted.__name__}")
        return data

    return read


def _float(data: Any) -> float:
    if type(data) is not float and type(data) is not int:
        raise CodecError(f"{data!r} is no number")
    return float(data)


def _dataclass_codec(cls: Any) -> tuple[Convert, Convert]:
    # Filled at the first use, because a record may contain records of its own type.
    fields: list[tuple[str, Convert, Any]] = []
    readers: dict[str, Reader] = {}

    def fill() -> None:
        hints = typing.get_type_hints(cls)
        for field in dataclasses.fields(cls):
            readers[field.name] = _reader(hints[field.name])
            fields.append((field.name, _codec(hints[field.name])[0], field.default))

    def write(value: Any) -> dict[str, Any]:
        if not fields:
            fill()
        items = ((name, encode, default, getattr(value, name)) for name, encode, default in fields)
        return {name: encode(item) for name, encode, default, item in items if item != default}

    def read(data: Any) -> Any:
        if not fields:
            fill()
        if type(data) is not dict:
            raise CodecError(f"{data!r} is no {cls.__name__}")
        values = {}
        for name, item in data.items():
            plain, reader = readers[name]
            values[name] = item if type(item) is plain else reader(item)
        return cls(**values)

    return write, read


def _named_tuple_codec(cls: Any) -> tuple[Convert, Convert]:
    hints = typing.get_type_hints(cls)
    readers = [_reader(hints[name]) for name in cls._fields]

    def read(data: Any) -> Any:
        if type(data) is not list or len(data) != len(readers):
            raise CodecError(f"{data!r} is no {cls.__name__}")
        # Not `cls._make`, which costs as much again: spans are the most frequent value of all.
        values = [
            item if type(item) is plain else reader(item)
            for (plain, reader), item in zip(readers, data, strict=True)
        ]
        return tuple.__new__(cls, values)

    return list, read


def _tuple_codec(item: Any) -> tuple[Convert, Convert]:
    encode, _ = _codec(item)
    plain, decode = _reader(item)

    def write(values: Any) -> list[Any]:
        return [encode(value) for value in values]

    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise CodecError(f"{data!r} is no list")
        return tuple([value if type(value) is plain else decode(value) for value in data])

    return write, read


def _union_codec(members: tuple[Any, ...]) -> tuple[Convert, Convert]:
    present = [member for member in members if member is not type(None)]
    if len(present) == 1:
        return _optional_codec(present[0])
    codecs = {member.__name__: _codec(member) for member in present}

    def write(value: Any) -> dict[str, Any]:
        name = type(value).__name__
        return {_TAG: name, **codecs[name][0](value)}

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise CodecError(f"{data!r} is no record")
        return codecs[data[_TAG]][1]({key: item for key, item in data.items() if key != _TAG})

    return write, read


def _optional_codec(member: Any) -> tuple[Convert, Convert]:
    encode, decode = _codec(member)

    def write(value: Any) -> Any:
        return None if value is None else encode(value)

    def read(data: Any) -> Any:
        return None if data is None else decode(data)

    return write, read
