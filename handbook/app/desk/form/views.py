"""A field as a form shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldView:
    """A line to fill in, or with `choices` one to choose."""

    path: tuple[str, ...]
    label: str
    value: str
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
