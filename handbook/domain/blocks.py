"""The words of a policy: blocks of spans, each with the line it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.domain.links import Link
from handbook.domain.rule import RuleKind


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. A forced line break is a span of one newline."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: Link | None = None
    line: int = 0
    """The source line of the link; 0 where there is no link."""
    explains: str = ""
    """What an abbreviation stands for; empty for all other text."""
    image: str = ""
    """The picture's path in the content folder; the text is then its description."""
    footnote: int = 0
    """The number of the footnote that this span refers to; 0 for none."""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    spans: Spans
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its paragraphs and the lists nested in it."""

    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with bullets or with numbers from `start`."""

    items: tuple[Item, ...]
    ordered: bool
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one head row and the rows under it, all with the same number of cells."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Callout:
    """A rule, set apart. The lead words stay in its first paragraph, in bold.

    A quotation with no lead of the five has no kind: it is shown in grey and lint names it.
    """

    kind: RuleKind | None
    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text shown letter for letter: a code block, or HTML, which is never interpreted."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading below the clause (`####` and deeper)."""

    spans: Spans
    level: int
    line: int


Block = Paragraph | Listing | Table | Callout | Verbatim | Subheading


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of a policy, by the number that the text shows."""

    number: int
    blocks: tuple[Block, ...]
    line: int


def plain(spans: Iterable[Span]) -> str:
    """The words of spans without their style."""
    return "".join(span.text for span in spans if not span.footnote)


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block and every block inside it, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from all_blocks(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from all_blocks(item.blocks)


def all_spans(blocks: Iterable[Block]) -> Iterator[Span]:
    """Every span of the blocks, in reading order."""
    for block in all_blocks(blocks):
        match block:
            case Paragraph() | Subheading():
                yield from block.spans
            case Table():
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from cell
            case _:
                pass


def _as_it_is(block: Verbatim) -> Block:
    return block


def with_spans(
    blocks: Iterable[Block],
    change: Callable[[Spans], Spans],
    verbatim: Callable[[Verbatim], Block] = _as_it_is,
) -> tuple[Block, ...]:
    """The same blocks with the spans of each paragraph, heading and cell changed."""
    return tuple(_with_spans(block, change, verbatim) for block in blocks)


def _with_spans(
    block: Block, change: Callable[[Spans], Spans], verbatim: Callable[[Verbatim], Block]
) -> Block:
    match block:
        case Paragraph() | Subheading():
            return replace(block, spans=change(block.spans))
        case Callout():
            return replace(block, blocks=with_spans(block.blocks, change, verbatim))
        case Listing():
            items = (
                replace(item, blocks=with_spans(item.blocks, change, verbatim))
                for item in block.items
            )
            return replace(block, items=tuple(items))
        case Table():
            rows = (tuple(map(change, row)) for row in block.rows)
            return replace(block, head=tuple(map(change, block.head)), rows=tuple(rows))
        case Verbatim():
            return verbatim(block)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph, heading, cell and verbatim block, in reading order."""
    for block in all_blocks(blocks):
        match block:
            case Paragraph() | Subheading():
                yield plain(block.spans)
            case Table():
                for row in (block.head, *block.rows):
                    yield from (plain(cell) for cell in row)
            case Verbatim():
                yield block.text
            case _:
                pass
