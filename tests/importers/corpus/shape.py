"""What a made-up document holds: the truth that a draft is measured against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Head:
    """A heading with its level and the number that a reader sees."""

    level: int
    label: str
    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph; a numbered one has a label. `note` is a footnote at its end."""

    text: str
    label: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True)
class Item:
    """An item of a list."""

    depth: int
    text: str
    label: str = ""


@dataclass(frozen=True)
class Cells:
    """A table, its head first."""

    rows: tuple[tuple[str, ...], ...]


Block = Head | Words | Item | Cells


@dataclass(frozen=True)
class Doc:
    """A whole document."""

    title: str
    organisation: str
    facts: dict[str, str]
    """What it states, by the names of the fields; as a draft should give it."""
    stated: tuple[tuple[str, str], ...]
    """The same as it stands in the document: key and value."""
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    intro: tuple[str, ...] = field(default=())

    @property
    def texts(self) -> Iterator[str]:
        """Everything that must be in a draft."""
        yield self.title
        yield self.organisation
        yield from self.intro
        for key, value in self.stated:
            yield f"{key} {value}"
        for block in self.blocks:
            match block:
                case Cells():
                    yield from (cell for row in block.rows for cell in row)
                case Words():
                    yield f"{block.label} {block.text} {block.note}"
                case _:
                    yield f"{block.label} {block.text}"

    @property
    def heads(self) -> list[Head]:
        """Its headings."""
        return [block for block in self.blocks if isinstance(block, Head)]

    @property
    def items(self) -> list[Item]:
        """The items of its lists."""
        return [block for block in self.blocks if isinstance(block, Item)]

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """Each label that was authored, with the words behind it."""
        return [
            (block.label, block.text)
            for block in self.blocks
            if not isinstance(block, Cells) and block.label
        ]
