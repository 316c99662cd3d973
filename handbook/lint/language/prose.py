"""The sentences of the content: what staff read, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from handbook.domain.blocks import (
    Block,
    Paragraph,
    Spans,
    Subheading,
    Table,
    all_blocks,
    plain,
)
from handbook.domain.flow import Flow
from handbook.domain.policy import Policy
from handbook.lint.flows.outcomes import parts_of
from handbook.lint.language.kept import once_each

_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text that belongs together: a paragraph, an item, a cell."""

    file: str
    line: int
    text: str


@once_each
def words_of_policy(policy: Policy) -> tuple[Words, ...]:
    """What staff read in a policy or a guide."""
    groups = (_of_blocks(policy.file, blocks) for blocks in groups_of(policy))
    return tuple(chain.from_iterable(groups))


def groups_of(policy: Policy) -> Iterator[tuple[Block, ...]]:
    """The blocks of a policy: its beginning, and each section and clause."""
    yield policy.intro
    for section in policy.sections:
        if not section.is_clause:
            yield section.blocks
        yield from (clause.blocks for clause in section.clauses)


def sentences(text: str) -> list[str]:
    """The sentences of a text; an abbreviation's full stop rarely ends one."""
    return _END.split(" ".join(text.split()))


def _of_blocks(file: str, blocks: tuple[Block, ...]) -> Iterator[Words]:
    for block in all_blocks(blocks):
        match block:
            case Paragraph() | Subheading():
                yield Words(file, block.line, plain(block.spans))
            case Table():
                for row in (block.head, *block.rows):
                    yield from (Words(file, block.line, plain(cell)) for cell in row)
            case _:
                pass


def words_of_flow(flow: Flow) -> Iterator[Words]:
    """What staff read in a flow."""
    for step in flow.steps:
        yield Words(flow.file, step.line, step.question)
        yield from _of_blocks(flow.file, step.help)
        for choice in step.choices:
            yield Words(flow.file, choice.line, f"{choice.text}. {choice.hint}")
    for outcome in flow.outcomes:
        yield from _of_blocks(flow.file, outcome.why)
        for part, spans in parts_of(outcome):
            if part is not None and spans:
                yield Words(flow.file, _line_of(spans) or outcome.line, plain(spans))


def _line_of(spans: Spans) -> int:
    return next((span.line for span in spans if span.line), 0)
