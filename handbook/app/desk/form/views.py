"""A field as a form shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class FieldKind(Enum):
    """How a field is filled in."""

    LINE = auto()
    CHOICE = auto()
    """One of several."""
    MANY = auto()
    """Any of several; the value names them with commas between."""
    DAY = auto()
    """A date, typed or taken from a calendar; the value is `2026-09-01`."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One thing to fill in."""

    path: tuple[str, ...]
    label: str
    value: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    icon: str = ""
    is_missing: bool = False
    """Blank, and staff would need it."""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and words of each choice."""
    warning: str = ""
    """What is wrong with the choice, and what staff see instead."""
    half: bool = False
    """Stands beside another one."""
    offers: tuple[str, ...] = ()
    """What others wrote in such a line, offered while typing."""


MANY_SIGN = ", "
