"""Names of WordprocessingML, short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, *path: str) -> Any:
    """The first child of that name, and of it the next; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Any, *path: str, of: str = "val") -> str:
    """An attribute of a child; empty where there is none."""
    found = child(element, *path)
    return "" if found is None else found.get(W + of, "")


def is_on(element: Any, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    found = child(element, name)
    return None if found is None else found.get(W + "val", "1").casefold() not in _OFF


def number(text: str, most: int = 100_000) -> int | None:
    """A whole number within reason; None for anything else."""
    text = text.split(".", maxsplit=1)[0]
    if not text.lstrip("-").isdigit() or len(text) > 9:
        return None
    return max(-most, min(int(text), most))


def descendants(element: Any, name: str) -> Iterator[Any]:
    """All elements of that name inside."""
    yield from element.iter(W + name)
