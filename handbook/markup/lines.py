"""The source line of each element of Markdown's tree, which keeps none itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

LINE = "source line"
"""The attribute with the line; no attribute list can write it, for it holds a space."""

_HAS_TEXT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "code"))
_NOTE = re.compile(r" {0,3}\[\^[^\]]*\]:")
_DEFINITION = re.compile(r"[> ]*\*?\[[^\]]+\]:")


class Lines(Treeprocessor):
    """Writes on each element the source line on which it begins.

    A cursor that only moves forward finds, for each block's text, the next source line that
    ends with its first line. The rows of a table follow each other.
    """

    def __init__(self, body: str) -> None:
        super().__init__()
        self._lines = list(_without_notes(body))
        self._at = 0

    def run(self, root: Element) -> None:
        """Walk the tree in reading order."""
        for element in root:
            self._walk(element)

    def _walk(self, element: Element) -> int:
        if element.tag == "table":
            return self._table(element)
        line = self._find(element) if element.tag in _HAS_TEXT else 0
        for child in element:
            below = self._walk(child)
            line = line or below
        line = line or min(self._at + 1, len(self._lines))
        element.set(LINE, str(line))
        return line

    def _find(self, element: Element) -> int:
        text = (element.text or "").strip("\n")
        if element.tag == "code":
            text = html.unescape(text)
        if not text.strip():
            return 0
        first = text.split("\n", 1)[0].strip()
        for index in range(self._at, len(self._lines)):
            if _matches(element.tag, self._lines[index], first):
                self._at = index + text.rstrip("\n").count("\n") + 1
                return index + 1
        return 0

    def _table(self, table: Element) -> int:
        cells = [(cell.text or "").strip() for cell in table.iter("th")]
        head = next(
            index
            for index in range(self._at, len(self._lines))
            if "|" in self._lines[index] and all(cell in self._lines[index] for cell in cells)
        )
        for number, row in enumerate(table.iter("tr")):
            # Under the head stands the line of dashes.
            self._at = head + number + (2 if number else 1)
            for element in row.iter():
                element.set(LINE, str(min(self._at, len(self._lines))))
        table.set(LINE, str(head + 1))
        return head + 1


def _matches(tag: str, line: str, first: str) -> bool:
    if _DEFINITION.match(line) and not _DEFINITION.match(first):
        return False
    if tag.startswith("h"):
        line = line.rstrip("#").rstrip()
    return line.endswith(first)


def _without_notes(body: str) -> Iterator[str]:
    """The lines as Markdown sees them, those of footnotes blank: they come at the end."""
    in_note = False
    for line in body.split("\n"):
        in_note = bool(_NOTE.match(line)) or (in_note and line[:1] in ("", " ", "\t"))
        yield "" if in_note else line.expandtabs(4).strip()
