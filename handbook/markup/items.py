"""Pieces of flows and stories: headings with what is under them, items, links to places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span, Spans
from handbook.domain.flow import NodeRef
from handbook.domain.links import Link, LinkKind


def place_of(link: Link | None, flow_id: str) -> NodeRef | None:
    """The place of a flow that a link leads to; a flow without a place has an empty id."""
    if link is None or link.kind is not LinkKind.FLOW:
        return None
    flow, _, name = link.target.partition("#")
    return NodeRef(flow or flow_id, name)


def parts(elements: list[Element], tag: str) -> list[tuple[Element, list[Element]]]:
    """Each heading with the elements up to the next one; what stands before is left out."""
    found: list[tuple[Element, list[Element]]] = []
    for element in elements:
        if element.tag == tag:
            found.append((element, []))
        elif found:
            found[-1][1].append(element)
    return found


def first_heading(below: list[Element]) -> int:
    """Where the first `###` stands; the end where there is none."""
    return next((i for i, element in enumerate(below) if element.tag == "h3"), len(below))


def items(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Spans]]:
    """The items of lists and the paragraphs between them, each with its line."""
    for block in blocks:
        if isinstance(block, Listing):
            yield from ((item.line, item_spans(item)) for item in block.items)
        if isinstance(block, Paragraph):
            yield block.line, block.spans


def item_spans(item: Item) -> Spans:
    """The words of an item, without the lists nested in it."""
    found: list[Span] = []
    for block in item.blocks:
        if isinstance(block, Paragraph):
            found.extend(([Span(" ")] if found else []) + list(block.spans))
    return tuple(found)


def after_link(spans: Spans) -> Spans:
    """What follows the link that spans begin with."""
    return spans[_link_end(spans) :]


def _link_end(spans: Spans) -> int:
    link = spans[0].link
    return next((i for i, span in enumerate(spans) if span.link != link), len(spans))


def note(spans: Spans) -> Spans:
    """What is said of a person after the colon."""
    if not spans:
        return ()
    words = spans[0].text.lstrip().removeprefix(":").removeprefix(",")
    first = replace(spans[0], text=words.lstrip())
    return tuple(span for span in (first, *spans[1:]) if span.text)


def link_text(spans: Spans) -> str:
    """The words of the link that spans begin with."""
    return "".join(span.text for span in spans[: _link_end(spans)])
