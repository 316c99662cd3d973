"""A Markdown page that belongs to the program, not to a school: no front matter is needed."""

from __future__ import annotations

from handbook.domain.blocks import Block
from handbook.markup.blocks import read_blocks
from handbook.markup.source import Source
from handbook.markup.tree import parse


def read_page(text: str, file: str) -> tuple[Block, ...]:
    """The blocks of a page, its headings among them; raises ContentError beyond the limits."""
    return read_blocks(parse(Source.read(text, file)), file)
