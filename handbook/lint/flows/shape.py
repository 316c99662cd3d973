"""Rules on the shape of flows: every way ends, none is too long, nothing is left over."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.domain.flow import Flow, Outcome
from handbook.lint.finding import Finding, error
from handbook.lint.flows.graph import Graph

MOST_IN_ONE = 8
MOST_IN_ALL = 12


def rings(graph: Graph) -> Iterator[Finding]:
    """Questions that lead back to themselves."""
    for ring in graph.rings:
        flow, node = graph.nodes[ring[0]]
        way = " → ".join(str(ref) for ref in (*ring, ring[0]))
        yield error(
            flow.file,
            node.line,
            "flow-ring",
            f"Somebody can go round for ever here: {way}. Let one answer lead on instead.",
        )


def unreached(graph: Graph) -> Iterator[Finding]:
    """Steps and outcomes to which no answer leads."""
    reached = graph.reached()
    for ref, (flow, node) in graph.nodes.items():
        if ref not in reached:
            what = "outcome" if isinstance(node, Outcome) else "question"
            yield error(
                flow.file,
                node.line,
                "flow-unreached",
                f"No answer leads to the {what} {ref.id!r}. Link to it, or take it out.",
            )


def too_long(graph: Graph) -> Iterator[Finding]:
    """Too many questions before an outcome."""
    if graph.rings:
        return
    for flow in graph.flows:
        if not flow.nodes:
            continue
        within, in_all = graph.longest_within(flow), graph.longest(flow.start)
        if within > MOST_IN_ONE:
            yield _too_long(flow, f"{within} questions follow each other here", MOST_IN_ONE)
        if in_all > MOST_IN_ALL:
            words = f"{in_all} questions follow each other, the flows it leads to included"
            yield _too_long(flow, words, MOST_IN_ALL)


def _too_long(flow: Flow, words: str, most: int) -> Finding:
    return error(
        flow.file,
        flow.nodes[0].line,
        "flow-long",
        f"{words}; a worried person answers at most {most}. Take out questions whose answers "
        "change nothing.",
    )
