"""Long work in short steps, so that the window can answer in between.

Text is laid out and drawn in the window's thread, as Qt wants it: what takes long gives way
after each step instead of going elsewhere.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work has come: so many of so many parts."""

    done: int
    of: int


Steps = Generator[Progress, None, Made]
"""Work that stops after each step, and in the end returns what it made."""


def finish(steps: Steps[Made]) -> Made:
    """Do all of it at once; returns what was made."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made
