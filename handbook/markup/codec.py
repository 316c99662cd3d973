"""Domain values to plain lists and back, for the compiled content. Never pickle.

A class is written as `module.Class` and its module is loaded when a value of it is read, so
that the home page's summary loads little. What a class reads later stands apart, as a part, and
in its place stands where. A part is a line with the fields, then the parts within it; a large one
is packed, since most stay unread in memory.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from typing import Any
from zlib import compress, decompress

FORMAT = 6
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
Parts = bytes | memoryview
_DOMAIN = "handbook.domain."
_NONE = object()
_LARGE = 4096
"""So many bytes make it worth packing a part: policies and flows, and few clauses."""


def encode(value: Any, parts: bytearray | None = None) -> Any:
    """A value as JSON can hold it: `[class, field, ...]` for a value of the domain.

    Fields at the end that are as they are by default are left out. With `parts`, what is read
    later is added there.
    """
    kind: Any = type(value)
    if is_dataclass(kind):
        return _encoded(value, parts)
    if isinstance(value, StrEnum):
        return ["=", _name(kind), value.value]
    if kind is tuple:
        return ["", *(encode(item, parts) for item in value)]
    if kind is date:
        return ["@", value.isoformat()]
    if isinstance(value, Mapping):
        return ["{}", *([key, encode(item, parts)] for key, item in value.items())]
    return value


def _encoded(value: Any, parts: bytearray | None) -> list[Any]:
    kind: Any = type(value)
    later = _later(kind) if parts is not None else ()
    names, defaults = [name for name in _fields(kind) if name not in later], _defaults(kind)
    while names and getattr(value, names[-1]) == defaults.get(names[-1], _NONE):
        names.pop()
    now = [encode(getattr(value, name), parts) for name in names]
    if parts is None or not later:
        return [_name(kind), *now]
    inner = bytearray()
    part = dumped([encode(getattr(value, name), inner) for name in later]) + b"\n" + inner
    if len(part) > _LARGE:
        part = compress(part)
    parts += part
    return ["+", _name(kind), len(parts) - len(part), len(part), *now]


def decode(value: Any, parts: Parts = b"") -> Any:
    """Read back what `encode` gave; raises KeyError, TypeError or ValueError for other data."""
    if type(value) is not list:
        return value
    head = str(value[0])
    if head == "":
        return tuple([decode(item, parts) for item in value[1:]])
    if head == "{}":
        return {key: decode(item, parts) for key, item in value[1:]}
    if head == "@":
        return date.fromisoformat(value[1])
    if head == "=":
        return _class(value[1])(value[2])
    if head == "+":
        return _made_later(_class(value[1]), parts, *value[2:])
    return _class(head)(*[decode(item, parts) for item in value[1:]])


def dumped(shape: Any) -> bytes:
    """A shape as it is written; a file's name in it may be no UTF-8."""
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _made_later(kind: Any, parts: Parts, start: int, length: int, *now: Any) -> Any:
    from handbook.domain.later import made_later

    later = _later(kind)
    known = {name: value for name, value in _defaults(kind).items() if name not in later}
    names = (name for name in _fields(kind) if name not in later)
    known.update(zip(names, [decode(value, parts) for value in now], strict=False))
    return made_later(kind, known, partial(_part, parts, start, length))


def _part(parts: Parts, start: int, length: int) -> tuple[Any, ...]:
    part = bytes(parts[start : start + length])
    if not part.startswith(b"["):
        part = decompress(part)
    line = part.index(b"\n") + 1
    inner = memoryview(part)[line:]
    return tuple([decode(value, inner) for value in json.loads(part[:line])])


def shape() -> str:
    """The fields of every class that is kept, and which are read later, for the test of FORMAT."""
    known = []
    for module in sorted(MODULES):
        for name, kind in sorted(vars(import_module(_DOMAIN + module)).items()):
            if isinstance(kind, type) and is_dataclass(kind):
                later = " later: ".join(("", *_later(kind)))
                known.append(f"{module}.{name}({', '.join(_fields(kind))}){later}")
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


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    """The fields that may be left out; those that are made anew each time are always told."""
    return {field.name: field.default for field in fields(kind) if field.default is not MISSING}


def _later(kind: Any) -> tuple[str, ...]:
    return getattr(kind, "LATER", ())
