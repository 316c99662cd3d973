"""The school's own values put into the text of its policies."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.blocks import (
    Block,
    Callout,
    Item,
    Listing,
    Paragraph,
    Span,
    Spans,
    Subheading,
    Table,
)
from handbook.domain.links import LinkKind
from handbook.domain.school import School


def filled_spans(spans: Spans, school: School) -> Spans:
    """Spans with each `setting:` link turned into the school's value, as plain words.

    A setting that the school left blank keeps the link's text, which is the default.
    """
    return tuple(_filled_span(span, school) for span in spans)


def filled(blocks: tuple[Block, ...], school: School) -> tuple[Block, ...]:
    """Blocks with the school's values in place of their `setting:` links."""
    return tuple(_filled_block(block, school) for block in blocks)


def _filled_span(span: Span, school: School) -> Span:
    if span.link is None or span.link.kind is not LinkKind.SETTING:
        return span
    return replace(span, text=school.settings.get(span.link.target) or span.text, link=None)


def _filled_block(block: Block, school: School) -> Block:
    match block:
        case Paragraph() | Subheading():
            return replace(block, spans=filled_spans(block.spans, school))
        case Callout():
            return replace(block, blocks=filled(block.blocks, school))
        case Listing():
            items = (Item(filled(item.blocks, school), item.line) for item in block.items)
            return replace(block, items=tuple(items))
        case Table():
            rows = (tuple(filled_spans(cell, school) for cell in row) for row in block.rows)
            head = tuple(filled_spans(cell, school) for cell in block.head)
            return replace(block, head=head, rows=tuple(rows))
        case _:
            return block
