"""Words with what became of them between two versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    Verbatim,
    with_spans,
)
from handbook.domain.word_changes import RunKind


@dataclass(frozen=True, slots=True)
class MarkedSpan(Span):
    """A run of text that stayed, went or came."""

    mark: RunKind = RunKind.SAME


def mark_of(span: Span) -> RunKind:
    """What became of a span; a plain one stayed."""
    return span.mark if isinstance(span, MarkedSpan) else RunKind.SAME


def touch(before: Span, span: Span) -> bool:
    """Whether words that went stand at words that came with no space between them."""
    went, came = mark_of(before) is RunKind.GONE, mark_of(span) is RunKind.NEW
    return went and came and not (before.text[-1:].isspace() or span.text[:1].isspace())


def marked_spans(spans: Spans, mark: RunKind) -> Spans:
    """Spans that all went or came. Links lead nowhere: what is compared is the words."""
    found: list[MarkedSpan] = []
    for span in spans:
        one = _marked_span(span, mark)
        if found and not one.image and replace(found[-1], text=one.text) == one:
            found[-1] = replace(one, text=found[-1].text + one.text)
        else:
            found.append(one)
    return tuple(found)


def _marked_span(span: Span, mark: RunKind) -> MarkedSpan:
    return MarkedSpan(
        span.text,
        span.strong,
        span.emphasis,
        span.code,
        explains=span.explains,
        image=span.image,
        footnote=span.footnote,
        mark=mark,
    )


def marked_blocks(blocks: Iterable[Block], mark: RunKind) -> tuple[Block, ...]:
    """Blocks all of whose words went or came."""

    def words(block: Verbatim) -> Block:
        if mark is RunKind.SAME:
            return block
        text = block.text.rstrip("\n")
        return Paragraph((MarkedSpan(text, code=True, mark=mark),), block.line)

    return with_spans(blocks, lambda spans: marked_spans(spans, mark), words)


def without(blocks: Iterable[Block], mark: RunKind) -> tuple[Block, ...]:
    """Blocks without the words that went, or that came; what is empty then is left out."""
    kept = (_without(block, mark) for block in blocks)
    return tuple(block for block in kept if block is not None)


def _without(block: Block, mark: RunKind) -> Block | None:
    match block:
        case Paragraph() | Subheading():
            spans = spans_without(block.spans, mark)
            return replace(block, spans=spans) if spans else None
        case Callout():
            inner = without(block.blocks, mark)
            return replace(block, blocks=inner) if inner else None
        case Listing():
            items = (Item(without(item.blocks, mark), item.line) for item in block.items)
            some = tuple(item for item in items if item.blocks)
            return replace(block, items=some) if some else None
        case Table():
            return _table_without(block, mark)
        case _:
            return block


def _table_without(table: Table, mark: RunKind) -> Table | None:
    if _is_all(table.head, mark):
        return None
    rows = tuple(_kept(row, mark) for row in table.rows if not _is_all(row, mark))
    return Table(_kept(table.head, mark), rows, table.line)


def spans_without(spans: Spans, mark: RunKind) -> Spans:
    """Spans without those that went, or that came; none where nothing but spaces is left."""
    kept = tuple(span for span in spans if mark_of(span) is not mark)
    return kept if any(span.text.strip() or span.image for span in kept) else ()


def _kept(row: tuple[Spans, ...], mark: RunKind) -> tuple[Spans, ...]:
    return tuple(spans_without(cell, mark) for cell in row)


def _is_all(row: tuple[Spans, ...], mark: RunKind) -> bool:
    spans = [span for cell in row for span in cell]
    return bool(spans) and all(mark_of(span) is mark for span in spans)
