"""What lint says about a place in the content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handbook.domain.place import Place


class Severity(StrEnum):
    """How bad a finding is: an error stops a pack, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fix:
    """New text for a range of lines: `first` to `last`, both included, from 1."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: where, which rule says so, how bad, and what to do."""

    place: Place
    rule: str
    severity: Severity
    message: str
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.rule}]"

    @property
    def is_error(self) -> bool:
        """True where the content may not be shipped like this."""
        return self.severity is Severity.ERROR


def error(file: str, line: int, rule: str, message: str, fix: Fix | None = None) -> Finding:
    """A finding that must be mended."""
    return Finding(Place(file, line), rule, Severity.ERROR, message, fix)


def warning(file: str, line: int, rule: str, message: str, fix: Fix | None = None) -> Finding:
    """A finding that somebody should look at."""
    return Finding(Place(file, line), rule, Severity.WARNING, message, fix)
