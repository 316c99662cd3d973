"""A decision flow: steps that ask, choices that lead on, outcomes that answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from handbook.domain.blocks import Block, Spans
from handbook.domain.errors import NotFound
from handbook.domain.later import Later
from handbook.domain.policy import ClauseRef

EMERGENCY = "emergency-999"
"""The one outcome that is first wherever it was added: a life comes before any order."""
HELP = "support"
"""The one outcome on which nobody is reported, and a sheet would only be found by somebody."""

UNSURE = "I am not sure"
"""How the last choice of every step begins."""


@dataclass(frozen=True, slots=True, order=True)
class NodeRef:
    """A step or outcome of a flow, `concern#dsl`."""

    flow: str
    id: str

    def __str__(self) -> str:
        return f"{self.flow}#{self.id}"

    def seen_from(self, flow: str) -> str:
        """The id alone within its own flow, else with the flow before it."""
        return self.id if flow == self.flow else str(self)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a step."""

    text: str
    to: NodeRef
    also: tuple[NodeRef, ...] = ()
    """Outcomes that this answer adds, to be shown beside the first."""
    subject: str = ""
    """The role of the person who must not be told; empty for none.

    Several roles, with spaces between them, where the answer leaves open which of them it is.
    """
    hint: str = ""
    line: int = 0

    @property
    def subjects(self) -> tuple[str, ...]:
        """The roles that must not be told, each alone."""
        return tuple(self.subject.split())


@dataclass(frozen=True, slots=True)
class Step:
    """A question with its choices. The help says why it is asked."""

    id: str
    question: str
    help: tuple[Block, ...]
    choices: tuple[Choice, ...]
    line: int
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody to tell, with a word on when or what for."""

    role: str
    words: str
    """How the author called them."""
    note: Spans = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class IfAbout:
    """Whom to tell instead when the concern is about one of those to tell."""

    role: str
    words: str
    tell: tuple[Telling, ...]
    note: Spans = ()
    """The sentence after the colon, its `role:` links included."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A clause that an outcome rests on."""

    ref: ClauseRef
    words: str
    line: int = 0


class Part(StrEnum):
    """The fixed `###` headings of an outcome, in their order."""

    TELL = "Tell"
    IF_ABOUT = "If it is about one of them"
    BY_WHEN = "By when"
    DO_NOW = "Do now"
    DO_NOT = "Do not"
    NEXT = "What happens next"
    PROTECTION = "Your protection"
    OUTSIDE = "Outside help"
    RESTS_ON = "Rests on"
    GO_ON = "Go on"


USUAL_NEEDS = tuple(part for part in Part if part not in (Part.IF_ABOUT, Part.GO_ON))
"""What every outcome must have where a flow's `needs:` does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a flow ends: the route, and everything about taking it."""

    id: str
    title: str
    why: tuple[Block, ...]
    tell: tuple[Telling, ...] = ()
    if_about: tuple[IfAbout, ...] = ()
    by_when: Spans = ()
    do_now: tuple[Spans, ...] = ()
    do_not: tuple[Spans, ...] = ()
    next: tuple[Spans, ...] = ()
    protection: Spans = ()
    outside: tuple[Telling, ...] = ()
    rests_on: tuple[RestsOn, ...] = ()
    go_on: tuple[NodeRef, ...] = ()
    parts: tuple[Part, ...] = ()
    """The headings that the author wrote, in their order."""
    line: int = 0
    asked: tuple[str, ...] = ()


Node = Step | Outcome


@dataclass(frozen=True, slots=True)
class Flow(Later):
    """One flow file. Its first node is where it starts."""

    LATER: ClassVar[tuple[str, ...]] = ("nodes",)

    id: str
    title: str
    file: str
    nodes: tuple[Node, ...]
    priority: tuple[NodeRef, ...] = ()
    """The order in which added outcomes are shown."""
    needs: tuple[Part, ...] = USUAL_NEEDS
    law_as_of: date | None = None
    summary: str = ""

    @property
    def start(self) -> NodeRef:
        """The first step of the file."""
        return NodeRef(self.id, self.nodes[0].id)

    @property
    def steps(self) -> Iterator[Step]:
        """The questions, in file order."""
        return (node for node in self.nodes if isinstance(node, Step))

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """The outcomes, in file order."""
        return (node for node in self.nodes if isinstance(node, Outcome))


@dataclass(frozen=True, slots=True)
class Flows:
    """All flows of a handbook: choices may lead from one into another."""

    by_id: Mapping[str, Flow] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Flow]:
        return iter(self.by_id.values())

    def flow(self, flow_id: str) -> Flow:
        """The flow with this id; raises NotFound."""
        try:
            return self.by_id[flow_id]
        except KeyError:
            raise NotFound(f"There is no flow {flow_id!r}") from None

    def node(self, ref: NodeRef) -> Node:
        """The step or outcome at a reference; raises NotFound."""
        for node in self.flow(ref.flow).nodes:
            if node.id == ref.id:
                return node
        raise NotFound(f"The flow {ref.flow!r} has no step or outcome {ref.id!r}")

    def resolve(self, flow_id: str, place: str = "") -> NodeRef:
        """The node at a place of a flow, or its first step; raises NotFound."""
        ref = NodeRef(flow_id, place) if place else self.flow(flow_id).start
        self.node(ref)
        return ref

    def leads_to(self, start: NodeRef, outcome: NodeRef) -> bool:
        """Whether answers can lead from a node to an outcome, or it is that outcome itself."""
        seen: set[NodeRef] = set()
        ahead = [start]
        while ahead:
            ref = ahead.pop()
            if ref == outcome:
                return True
            if ref in seen:
                continue
            seen.add(ref)
            node = self.node(ref)
            if isinstance(node, Step):
                ahead += (choice.to for choice in node.choices)
        return False

    def steps_left(self, ref: NodeRef) -> tuple[int, int]:
        """The fewest and the most questions from a node to an outcome, this one included.

        Counts within the flow as it stands, hand-offs of outcomes left out. A ring of steps,
        which lint refuses, counts as no way on. Each node is worked out once, however many
        ways lead to it.
        """
        return self._steps_left(ref, {})

    def _steps_left(self, ref: NodeRef, known: dict[NodeRef, tuple[int, int]]) -> tuple[int, int]:
        if ref in known:
            return known[ref]
        known[ref] = (0, 0)  # until it is worked out: what leads back here leads nowhere on
        node = self.node(ref)
        if isinstance(node, Step):
            ways = [self._steps_left(choice.to, known) for choice in node.choices]
            known[ref] = 1 + min(low for low, _ in ways), 1 + max(high for _, high in ways)
        return known[ref]
