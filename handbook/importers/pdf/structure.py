"""Headings that a tagged PDF names as such."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as c

_HEADING = re.compile(r"H([1-6])")
_DEEPEST = 60
_LONGEST = 64


def heading_levels(document: Any, number: int) -> dict[int, int]:
    """The levels of headings on a page by the number that marks their letters."""
    page = document[number]
    tree = c.FPDF_StructTree_GetForPage(page)
    found: dict[int, int] = {}
    if tree:
        try:
            for place in range(c.FPDF_StructTree_CountChildren(tree)):
                _walk(c.FPDF_StructTree_GetChildAtIndex(tree, place), 0, found, 0)
        finally:
            c.FPDF_StructTree_Close(tree)
    page.close()
    return found


def _walk(element: Any, level: int, found: dict[int, int], depth: int) -> None:
    if not element or depth > _DEEPEST:
        return
    buffer = ctypes.create_string_buffer(_LONGEST)
    length = c.FPDF_StructElement_GetType(element, buffer, _LONGEST)
    name = buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")
    if heading := _HEADING.fullmatch(name):
        level = int(heading[1])
    for place in range(c.FPDF_StructElement_GetMarkedContentIdCount(element)):
        marked = c.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        if level and marked >= 0:
            found[marked] = level
    for place in range(c.FPDF_StructElement_CountChildren(element)):
        _walk(c.FPDF_StructElement_GetChildAtIndex(element, place), level, found, depth + 1)
