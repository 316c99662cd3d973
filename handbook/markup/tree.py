"""Python-Markdown's element tree of a file, with the source line on each element."""

from __future__ import annotations

import html
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from handbook.markup.source import Source

LINE = "line"
_HAS_TEXT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "code", "th", "td", "dd"))


def parse(source: Source) -> Element:
    """The tree of a file; each element carries its line in the attribute `line`."""
    # Extensions as instances: by name, Markdown would load entry points, email and sockets.
    converter = Markdown(
        extensions=[
            AttrListExtension(),
            TableExtension(),
            SaneListExtension(),
            FootnoteExtension(),
            AbbrExtension(),
        ]
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("entity")
    # Before footnotes (50) and inline patterns (20) each block's text is still verbatim.
    converter.treeprocessors.register(_Lines(source.body), "lines", 60)
    lines = source.body.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = cast("Element", converter.parser.parseDocument(lines).getroot())
    for processor in converter.treeprocessors:
        changed: Element | None = processor.run(root)
        if changed is not None:
            root = changed
    return root


class _Lines(Treeprocessor):
    """Writes on each element the source line on which it begins.

    Markdown keeps none. A cursor that only moves forward finds, for each block's text, the
    next source line that ends with its first line; a table cell is contained in its line.
    """

    def __init__(self, body: str) -> None:
        super().__init__()
        self._lines = [line.strip() for line in body.split("\n")]
        self._at = 0

    def run(self, root: Element) -> None:
        """Walk the tree in reading order."""
        for element in root:
            self._walk(element)

    def _walk(self, element: Element) -> int:
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
            if self._matches(element.tag, self._lines[index], first):
                more = 0 if element.tag in ("th", "td") else text.rstrip("\n").count("\n")
                self._at = index + more if element.tag in ("th", "td") else index + more + 1
                return index + 1
        return 0

    @staticmethod
    def _matches(tag: str, line: str, first: str) -> bool:
        if tag in ("th", "td"):
            return first in line
        if tag.startswith("h"):
            line = line.rstrip("#").rstrip()
        return line.endswith(first)
