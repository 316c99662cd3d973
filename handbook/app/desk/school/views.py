"""What the form for school.yaml shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from handbook.app.contacts import ContactView
from handbook.app.desk.form.views import FieldView


class Known(Enum):
    """How far somebody's details can be relied on."""

    BLANK = auto()
    """Not filled in yet."""
    UNCHECKED = auto()
    OLD = auto()
    """Checked more than a year ago."""
    CHECKED = auto()
    ANYBODY = auto()
    """Left blank on purpose: a different person for everybody."""


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A row of the list at the left: a heading, somebody, or the school's own choices."""

    title: str
    id: str = ""
    """Empty for a heading."""
    name: str = ""
    known: Known | None = None
    day: str = ""
    tip: str = ""
    """Nothing: the row says it all."""

    @property
    def said(self) -> str:
        """What is read aloud."""
        states = {
            Known.BLANK: "not filled in yet",
            Known.UNCHECKED: "not checked yet",
            Known.OLD: f"checked long ago, {self.day}",
            Known.CHECKED: f"checked {self.day}",
        }
        state = states.get(self.known, "") if self.known is not None else ""
        return ", ".join(
            part for part in (self.name or self.title, self.name and self.title, state) if part
        )


@dataclass(frozen=True, slots=True)
class UseView:
    """A place that names somebody."""

    words: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class FormView:
    """The form for one person, one body, or the school's choices."""

    id: str
    title: str
    lead: str
    fields: tuple[FieldView, ...]
    checked: str = ""
    """When the details were checked; empty where there is nothing to check."""
    is_checked: bool = False
    cards: tuple[ContactView, ...] = ()
    """As staff will see them: this one, who stands in, who is told instead."""
    uses: tuple[UseView, ...] = ()
