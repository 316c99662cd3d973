"""Block elements to domain blocks: paragraphs, lists, tables, callouts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from handbook.domain.blocks import (
    Block,
    Callout,
    Item,
    Listing,
    Paragraph,
    Spans,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.rule import KIND_OF_LEAD, RuleKind
from handbook.markup.spans import BLOCK_TAGS, clean, line_of, read_spans


def read_blocks(elements: Iterable[Element], file: str) -> tuple[Block, ...]:
    """The blocks of elements that follow each other."""
    return tuple(block for element in elements for block in _blocks(element, file))


def _blocks(element: Element, file: str) -> Iterator[Block]:
    tag = element.tag
    if tag in _READERS:
        yield from _READERS[tag](element, file)
    elif tag.startswith("h") and tag[1:].isdigit():
        line = line_of(element)
        yield Subheading(read_spans(element, file, line), int(tag[1]), line)
    elif tag != "hr":
        yield from read_blocks(element, file)


def _paragraph(element: Element, file: str) -> Iterator[Block]:
    spans = read_spans(element, file, line_of(element))
    if spans:
        yield Paragraph(spans, line_of(element))


def _lists(element: Element, file: str) -> Iterator[Block]:
    yield _listing(element, file)


def _tables(element: Element, file: str) -> Iterator[Block]:
    yield _table(element, file)


def _verbatim(element: Element, file: str) -> Iterator[Block]:
    del file
    yield Verbatim(clean("".join(element.itertext())).rstrip("\n"), line_of(element))


def _listing(element: Element, file: str) -> Listing:
    items = tuple(_item(child, file) for child in element if child.tag == "li")
    start = element.get("start", "1")
    return Listing(
        items,
        ordered=element.tag == "ol",
        start=int(start) if start.isdigit() else 1,
        line=line_of(element),
    )


def _item(element: Element, file: str) -> Item:
    line = line_of(element)
    own = read_spans(element, file, line)
    inside = read_blocks((child for child in element if child.tag in BLOCK_TAGS), file)
    return Item((*((Paragraph(own, line),) if own else ()), *inside), line)


def _table(element: Element, file: str) -> Table:
    rows = [
        tuple(read_spans(cell, file, line_of(cell)) for cell in row) for row in element.iter("tr")
    ]
    return Table(rows[0] if rows else (), tuple(rows[1:]), line_of(element))


def _callouts(element: Element, file: str) -> Iterator[Callout]:
    """One callout for each paragraph that opens in bold, with what follows it.

    Quotations that follow each other are one block to Markdown. Bold words that are no lead
    begin a callout without a kind, so that a slip never joins the rule before it.
    """
    gathered: list[Block] = []
    for block in read_blocks(element, file):
        if gathered and isinstance(block, Paragraph) and block.spans[0].strong:
            yield _callout(gathered)
            gathered = []
        gathered.append(block)
    if gathered:
        yield _callout(gathered)


def _callout(blocks: list[Block]) -> Callout:
    first = blocks[0]
    kind = lead_of(first.spans) if isinstance(first, Paragraph) else None
    return Callout(kind, tuple(blocks), first.line)


def lead_of(spans: Spans) -> RuleKind | None:
    """The kind that the bold words at the start of a quotation name; None for no lead."""
    if not spans or not spans[0].strong:
        return None
    return KIND_OF_LEAD.get(spans[0].text.strip().rstrip(":.,"))


_READERS: dict[str, Callable[[Element, str], Iterator[Block]]] = {
    "p": _paragraph,
    "ul": _lists,
    "ol": _lists,
    "table": _tables,
    "blockquote": _callouts,
    "pre": _verbatim,
}
