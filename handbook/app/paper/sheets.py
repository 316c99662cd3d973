"""What can be saved as a PDF, printed and looked at: some sheets of A4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents that a PDF shows beside its pages."""

    title: str
    page: int
    """From 0."""
    level: int = 0
    """How deep it stands; one more than the entry before at most."""


class Sheets(Protocol):
    """Sheets of A4, each `sheet.WIDTH` times `sheet.HEIGHT` paper pixels."""

    @property
    def title(self) -> str:
        """The only thing that a PDF says of itself."""

    @property
    def count(self) -> int:
        """How many there are; at least one."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The contents, in the order of the pages; none for what is short."""

    @property
    def places(self) -> Mapping[str, int]:
        """Which page, from 0, the address of a link leads to, for links within the sheets."""

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one, from 0."""
