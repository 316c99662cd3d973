"""Where a reader has been: back and forward, like in a browser. Kept in memory only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from handbook.domain.clause_ref import ClauseRef


@dataclass(frozen=True, slots=True)
class AtHome:
    """The first page."""


@dataclass(frozen=True, slots=True)
class AtPolicies:
    """The list of policies, at a collection where one is named."""

    collection: str = ""


@dataclass(frozen=True, slots=True)
class AtChanges:
    """What changed: in a policy, at a clause where one is named; None for everything."""

    ref: ClauseRef | None = None


@dataclass(frozen=True, slots=True)
class AtSaved:
    """What the reader saved."""


@dataclass(frozen=True, slots=True)
class AtSearch:
    """The answers to a question."""

    text: str


@dataclass(frozen=True, slots=True)
class AtPaper:
    """The pages of a policy or a clause as they are printed; None for the whole handbook."""

    ref: ClauseRef | None
    changes: bool = False
    """Whether it is what changed in it that is printed."""
    saved: bool = False
    """Whether it is what the reader saved."""
    confirmed: bool = False
    """Whether it is what the reader has confirmed, and nothing of a policy."""


@dataclass(frozen=True, slots=True)
class AtClause:
    """A policy, at a clause where one is named."""

    ref: ClauseRef


@dataclass(frozen=True, slots=True)
class AtPack:
    """A pack that somebody opened, before it is put into use."""

    path: Path


@dataclass(frozen=True, slots=True)
class AtConfirm:
    """Where a policy is confirmed, or what changed in it since its reader confirmed it last."""

    policy: str
    changes: bool = False


class Topic(StrEnum):
    """What the program says about itself."""

    KEYS = "keys"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class AtHelp:
    """A page about the program."""

    topic: Topic


InRooms = AtPolicies | AtChanges | AtSaved | AtSearch | AtPaper | AtClause | AtConfirm
"""A place of the handbook beyond its first page."""

Stop = AtHome | AtHelp | AtPack | InRooms


class History:
    """The stops so far, with one of them current."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    def visit(self, stop: Stop) -> None:
        """Go to a stop; what lay ahead is forgotten. The same stop twice counts once.

        A search replaces the search before it: typing is one visit, not one a letter.
        """
        here = self.here
        del self._stops[self._at + 1 :]
        if here == stop:
            return
        if isinstance(here, AtSearch) and isinstance(stop, AtSearch):
            self._stops[self._at] = stop
            return
        self._stops.append(stop)
        self._at = len(self._stops) - 1

    def moved_to(self, stop: Stop) -> None:
        """The reader moved within the current stop: back leads to where they were."""
        if self._at >= 0:
            self._stops[self._at] = stop

    @property
    def here(self) -> Stop | None:
        """The stop that is shown; None before the first."""
        return self._stops[self._at] if self._at >= 0 else None

    def back(self) -> Stop | None:
        """The stop before; None at the start."""
        if self._at <= 0:
            return None
        self._at -= 1
        return self._stops[self._at]

    def forward(self) -> Stop | None:
        """The stop after; None at the end."""
        if self._at + 1 >= len(self._stops):
            return None
        self._at += 1
        return self._stops[self._at]

    def forget(self) -> None:
        """Forget every stop, so that back leads nowhere."""
        self._stops.clear()
        self._at = -1
