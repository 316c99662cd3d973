"""Domain values to plain lists and back, for the compiled content. Never pickle.

A class is written as `module.Class` and its module is loaded when a value of it is read, so
that the home page's summary loads little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any

FORMAT = 3
"""Grows with every change of a field of the domain; a test holds that it did."""

MODULES = frozenset(
    (
        "blocks",
        "clause_ref",
        "flow",
        "library",
        "links",
        "place",
        "policy",
        "policy_card",
        "question",
        "rule",
        "scenario",
        "school",
        "summary",
    )
)
_DOMAIN = "handbook.domain."


def encode(value: Any) -> Any:
    """A value as JSON can hold it: `[class, field, ...]` for a value of the domain."""
    kind: Any = type(value)
    if is_dataclass(kind):
        return [_name(kind), *(encode(getattr(value, name)) for name in _fields(kind))]
    if isinstance(value, StrEnum):
        return ["=", _name(kind), value.value]
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
    head = str(value[0])
    if head == "()":
        return tuple([decode(item) for item in value[1:]])
    if head == "{}":
        return {key: decode(item) for key, item in value[1:]}
    if head == "@":
        return date.fromisoformat(value[1])
    if head == "=":
        return _class(value[1])(value[2])
    return _class(head)(*[decode(item) for item in value[1:]])


def shape() -> str:
    """The fields of every class of the domain that is kept, for the test of FORMAT."""
    known = []
    for module in sorted(MODULES):
        for name, kind in sorted(vars(import_module(_DOMAIN + module)).items()):
            if isinstance(kind, type) and is_dataclass(kind):
                known.append(f"{module}.{name}({', '.join(_fields(kind))})")
    return "\n".join(known)


@cache
def _class(name: str) -> type[Any]:
    module, _, kind = name.partition(".")
    if module not in MODULES:
        raise ValueError(f"{name!r} is no class of the domain")
    found = getattr(import_module(_DOMAIN + module), kind, None)
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, StrEnum)):
        raise ValueError(f"{name!r} is no class of the domain")
    return found


def _name(kind: Any) -> str:
    return f"{kind.__module__.removeprefix(_DOMAIN)}.{kind.__name__}"


def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
