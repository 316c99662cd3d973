"""What a rule of lint is, apart from how it is found."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.lint.finding import Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, for people who write policies: what is wrong, why it matters, how to mend it."""

    id: str
    """What stands behind each finding, in brackets. It never changes."""
    severity: Severity
    title: str
    """What is wrong, as a heading."""
    why: str
    mend: str
    """What to do."""
    offers_fix: bool = False
    """True where lint can often say the very words, which one key puts there."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules of one subject, under one heading of the list."""

    title: str
    rules: tuple[Rule, ...]
