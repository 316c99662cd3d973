"""What the outcome page shows: plain values, the school's words filled in."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.app.contacts import ContactView
from handbook.app.journey.answers import AnswerView
from handbook.app.journey.record_for import RecordFor
from handbook.domain.blocks import Block, Spans
from handbook.domain.flow import NodeRef
from handbook.domain.policy import ClauseRef


@dataclass(frozen=True, slots=True)
class InsteadView:
    """Whom to tell instead, in a certain case."""

    case: str
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class MomentView:
    """One moment of what happens next."""

    when: str
    words: Spans


@dataclass(frozen=True, slots=True)
class RestView:
    """A clause that the outcome rests on."""

    ref: ClauseRef
    label: str
    title: str
    version: str = ""
    """The policy's version."""


@dataclass(frozen=True, slots=True)
class GoOnView:
    """A flow that the outcome hands over to."""

    to: NodeRef
    title: str


@dataclass(frozen=True, slots=True)
class RouteView:
    """One outcome, whole."""

    title: str
    is_first: bool
    is_emergency: bool
    why: tuple[Spans, ...]
    because: str
    by_when: Spans
    tell: tuple[ContactView, ...]
    instead: tuple[InsteadView, ...]
    do_now: tuple[Spans, ...]
    do_not: tuple[Spans, ...]
    next: tuple[MomentView, ...]
    protection: Spans
    outside: tuple[ContactView, ...]
    rests_on: tuple[RestView, ...]
    go_on: tuple[GoOnView, ...]
    record: RecordFor | None = None
    """What a record is written for; None where nobody is told."""


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """The first route and those to take as well, and the answers that led to them."""

    routes: tuple[RouteView, ...]
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause opened from an outcome."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    caution: str = ""
