"""All flows as one graph: where every answer leads, hand-offs included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.domain.flow import Choice, Flow, Flows, Node, NodeRef, Outcome, Step


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a node: the words of the answer, and where it leads."""

    words: str
    to: NodeRef
    choice: Choice | None = None


class Graph:
    """The steps and outcomes of all flows, and the ways between them.

    Ways to places that do not exist are left out: another rule names them. Everything is
    worked out once a node, never once a path.
    """

    def __init__(self, flows: Flows) -> None:
        self.flows = flows
        self.nodes: dict[NodeRef, tuple[Flow, Node]] = {
            NodeRef(flow.id, node.id): (flow, node) for flow in flows for node in flow.nodes
        }
        self._longest: dict[NodeRef, int] = {}
        self._paths: dict[NodeRef, int] = {}
        self.rings = tuple(self._find_rings())

    @property
    def starts(self) -> tuple[NodeRef, ...]:
        """The first node of every flow that has one."""
        return tuple(flow.start for flow in self.flows if flow.nodes)

    def node(self, ref: NodeRef) -> Node:
        """The node at a reference that the graph holds."""
        return self.nodes[ref][1]

    def ways(self, ref: NodeRef) -> Iterator[Way]:
        """The ways on from a node, in file order."""
        node = self.node(ref)
        if isinstance(node, Step):
            found = [Way(choice.text, choice.to, choice) for choice in node.choices]
        else:
            found = [Way("go on", to) for to in node.go_on]
        return (way for way in found if way.to in self.nodes)

    def reached(self) -> frozenset[NodeRef]:
        """Every node that somebody can come to, added outcomes included."""
        found: set[NodeRef] = set()
        waiting = list(self.starts)
        while waiting:
            ref = waiting.pop()
            if ref in found or ref not in self.nodes:
                continue
            found.add(ref)
            for way in self.ways(ref):
                waiting.append(way.to)
                waiting.extend(way.choice.also if way.choice else ())
        return frozenset(found)

    def longest(self, ref: NodeRef) -> int:
        """The most questions from a node to an end, in whatever flow. Needs no rings."""
        if ref not in self._longest:
            further = max((self.longest(way.to) for way in self.ways(ref)), default=0)
            self._longest[ref] = further + isinstance(self.node(ref), Step)
        return self._longest[ref]

    def longest_within(self, flow: Flow) -> int:
        """The most questions of one flow that follow each other. Needs no rings."""
        known: dict[NodeRef, int] = {}

        def longest(ref: NodeRef) -> int:
            if ref not in known:
                inner = (way.to for way in self.ways(ref) if way.to.flow == flow.id)
                further = max((longest(to) for to in inner), default=0)
                known[ref] = further + isinstance(self.node(ref), Step)
            return known[ref]

        return max((longest(NodeRef(flow.id, node.id)) for node in flow.nodes), default=0)

    def paths(self, ref: NodeRef) -> int:
        """How many ways of answering there are from a node to an outcome. Needs no rings."""
        if ref not in self._paths:
            node = self.node(ref)
            self._paths[ref] = (
                1
                if isinstance(node, Outcome)
                else sum(self.paths(way.to) for way in self.ways(ref))
            )
        return self._paths[ref]

    def _find_rings(self) -> Iterator[tuple[NodeRef, ...]]:
        done: set[NodeRef] = set()
        for start in self.nodes:
            yield from self._rings_from(start, [], done)

    def _rings_from(
        self, ref: NodeRef, way: list[NodeRef], done: set[NodeRef]
    ) -> Iterator[tuple[NodeRef, ...]]:
        if ref in way:
            yield tuple(way[way.index(ref) :])
            return
        if ref in done:
            return
        way.append(ref)
        for on in self.ways(ref):
            yield from self._rings_from(on.to, way, done)
        way.pop()
        done.add(ref)
