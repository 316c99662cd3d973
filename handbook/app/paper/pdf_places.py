"""Giving a PDF its contents, and links that lead from page to page, which Qt cannot write.

They are added behind what Qt wrote, as the PDF standard (ISO 32000-1, 7.5.6) provides for
changes: new objects, new versions of old ones, and a table of where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handbook.app.paper.sheets import Entry, Sheets

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj", re.DOTALL)
_KIDS = re.compile(rb"/Type /Pages\n/Kids \n?\[\n?(.*?)\]", re.DOTALL)
_LINK = re.compile(
    rb"\n(\d+) 0 obj\n<<\n/Type /Annot\n/Subtype /Link\n/Rect (\[[^\]]*\])\n.*?/URI \((.*?)\)\n",
    re.DOTALL,
)
_TRAILER = re.compile(rb"trailer\n<<\n/Size (\d+) *\n(.*?)>>\nstartxref\n(\d+)", re.DOTALL)


def with_places(data: bytes, sheets: Sheets) -> bytes:
    """Add the contents of the sheets, and lead the links to their places, to a PDF of Qt's."""
    if not sheets.entries and not sheets.places:
        return data
    catalog, kids, trailer = _CATALOG.search(data), _KIDS.search(data), _TRAILER.search(data)
    if not (catalog and kids and trailer):
        raise ValueError("Qt writes another kind of PDF now")
    change = _Change(data, int(trailer[1]), re.findall(rb"(\d+) 0 R", kids[1]))
    for number, rect, address in _LINK.findall(data):
        page = sheets.places.get(address.decode("latin-1"))
        if page is not None:
            change.put(int(number), _link(rect, change.page(page)))
    words = catalog[2]
    if sheets.entries:
        root = change.add_outline(sheets.entries)
        words += b"/Outlines %d 0 R\n/PageMode /UseOutlines\n" % root
    change.put(int(catalog[1]), b"<<\n/Type /Catalog\n" + words + b">>")
    return change.close(trailer[2], int(trailer[3]))


def _link(rect: bytes, target: bytes) -> bytes:
    return (
        b"<<\n/Type /Annot\n/Subtype /Link\n/Rect " + rect + b"\n/Border [0 0 0]\n/Dest " + target
    ) + b"\n>>"


@dataclass
class _Node:
    """An entry with those that stand under it."""

    number: int
    entry: Entry
    children: list[_Node] = field(default_factory=list)

    @property
    def all_under(self) -> int:
        return sum(1 + child.all_under for child in self.children)


class _Change:
    """What is written behind a PDF."""

    def __init__(self, data: bytes, size: int, pages: Sequence[bytes]) -> None:
        self._data = data if data.endswith(b"\n") else data + b"\n"
        self._next = size
        self._pages = pages
        self._objects: dict[int, bytes] = {}

    def page(self, page: int) -> bytes:
        """A place at the top of a page, from 0."""
        return b"[%s 0 R /XYZ null null null]" % self._pages[page]

    def put(self, number: int, words: bytes) -> None:
        """Write an object, in place of the one that has its number."""
        self._objects[number] = words

    def add_outline(self, entries: Sequence[Entry]) -> int:
        """Write the contents; returns the number of their root."""
        root = _Node(self._number(), Entry("", 0, -1))
        above = [root]
        for entry in entries:
            while above[-1].entry.level >= entry.level:
                above.pop()
            node = _Node(self._number(), entry)
            above[-1].children.append(node)
            above.append(node)
        ends = self._ends(root) + b"/Count %d\n" % len(root.children)
        self.put(root.number, b"<<\n/Type /Outlines\n" + ends + b">>")
        for number, words in self._children(root):
            self.put(number, words)
        return root.number

    def close(self, trailer: bytes, before: int) -> bytes:
        """The whole file, with the table of what was added."""
        body, table = bytearray(self._data), bytearray()
        for number, words in sorted(self._objects.items()):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(body))
            body += b"%d 0 obj\n%s\nendobj\n" % (number, words)
        start = len(body)
        body += b"xref\n" + table
        body += b"trailer\n<<\n/Size %d\n/Prev %d\n%s>>\n" % (self._next, before, trailer)
        return bytes(body + b"startxref\n%d\n%%%%EOF\n" % start)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _ends(self, node: _Node) -> bytes:
        if not node.children:
            return b""
        first, last = node.children[0].number, node.children[-1].number
        return b"/First %d 0 R\n/Last %d 0 R\n" % (first, last)

    def _children(self, node: _Node) -> Iterator[tuple[int, bytes]]:
        for at, child in enumerate(node.children):
            words = b"<<\n/Title %s\n/Parent %d 0 R\n" % (_text(child.entry.title), node.number)
            if at:
                words += b"/Prev %d 0 R\n" % node.children[at - 1].number
            if at + 1 < len(node.children):
                words += b"/Next %d 0 R\n" % node.children[at + 1].number
            if child.children:  # closed until somebody opens it
                words += self._ends(child) + b"/Count -%d\n" % child.all_under
            yield child.number, words + b"/Dest %s\n>>" % self.page(child.entry.page)
            yield from self._children(child)


def _text(words: str) -> bytes:
    """Text as a PDF holds it, in numbers, so that no letter needs to be escaped."""
    return b"<" + ("\ufeff" + words).encode("utf-16-be").hex().upper().encode() + b">"
