"""Domain values as plain text, for the terminal and for copying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Spans,
    Subheading,
    Table,
    plain,
)
from handbook.domain.filling import filled
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import School

_BULLET = "- "


def clause_text(clause: Clause, school: School) -> str:
    """The words of a clause, a paragraph each, callouts set in by two."""
    return blocks_text(filled(clause.blocks, school))


def policy_text(policy: Policy, school: School) -> str:
    """A whole policy with its numbers, for reading in a terminal."""
    parts = [policy.title, blocks_text(filled(policy.intro, school))]
    for section in policy.sections:
        parts += [f"{section.label} {section.title}", blocks_text(filled(section.blocks, school))]
        for clause in section.clauses:
            if not section.is_clause:
                parts.append(f"{clause.label} {clause.title}")
            parts.append(clause_text(clause, school))
    return "\n\n".join(part for part in parts if part)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Blocks as text, an empty line between them."""
    return "\n\n".join("\n".join(lines) for block in blocks if (lines := list(_lines(block))))


def spans_text(spans: Spans) -> str:
    """The words of spans, footnotes in square brackets."""
    return "".join(f"[{span.text}]" if span.footnote else span.text for span in spans)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Subheading():
            yield from spans_text(block.spans).split("\n")
        case Callout():
            yield from (f"  {line}" if line else "" for line in _inside(block.blocks))
        case Listing():
            yield from _listing(block)
        case Table():
            for row in (block.head, *block.rows):
                yield " | ".join(plain(cell) for cell in row)
        case _:
            yield from block.text.split("\n")


def _inside(blocks: Iterable[Block]) -> Iterator[str]:
    return (line for block in blocks for line in _lines(block))


def _listing(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, start=listing.start):
        mark = f"{number}. " if listing.ordered else _BULLET
        for index, line in enumerate(_inside(item.blocks)):
            yield (mark if index == 0 else " " * len(mark)) + line
