"""Domain values to plain lists and back, for the compiled content. Never pickle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from handbook.domain import blocks, flow, library, links, place, policy, rule, scenario, school

_MODULES = (blocks, flow, library, links, place, policy, rule, scenario, school)
_CLASSES: dict[str, type[Any]] = {
    name: value
    for module in _MODULES
    for name, value in sorted(vars(module).items())
    if isinstance(value, type) and (is_dataclass(value) or issubclass(value, StrEnum))
}
_NAMES = {value: name for name, value in _CLASSES.items()}
_FIELDS = {
    value: tuple(field.name for field in fields(value))
    for value in _CLASSES.values()
    if is_dataclass(value)
}


def shape() -> str:
    """The fields of every class: content compiled with other fields is not read back."""
    return repr(sorted((name, _FIELDS.get(value, ())) for name, value in _CLASSES.items()))


def encode(value: Any) -> Any:
    """A value as JSON can hold it: `[class, field, ...]` for a value of the domain."""
    kind = type(value)
    if kind in _FIELDS:
        return [_NAMES[kind], *(encode(getattr(value, name)) for name in _FIELDS[kind])]
    if isinstance(value, StrEnum):
        return ["=", _NAMES[kind], value.value]
    if kind is tuple:
        return ["()", *map(encode, value)]
    if kind is date:
        return ["@", value.isoformat()]
    if isinstance(value, Mapping):
        return ["{}", *([key, encode(item)] for key, item in value.items())]
    return value


def decode(value: Any) -> Any:
    """Read back what `encode` gave; raises KeyError, TypeError or ValueError for other data."""
    if type(value) is not list:
        return value
    head = value[0]
    if head == "()":
        return tuple([decode(item) for item in value[1:]])
    if head == "{}":
        return {key: decode(item) for key, item in value[1:]}
    if head == "@":
        return date.fromisoformat(value[1])
    if head == "=":
        return _CLASSES[value[1]](value[2])
    return _CLASSES[head](*[decode(item) for item in value[1:]])
