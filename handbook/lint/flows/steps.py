"""Rules on questions and their choices."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.domain.flow import UNSURE, Choice, Flow, NodeRef, Outcome, Step
from handbook.lint.finding import Finding, error
from handbook.lint.flows.graph import Graph

MOST_CHOICES = 9


def check_steps(graph: Graph) -> Iterator[Finding]:
    """What is wrong with the questions of all flows."""
    for flow in graph.flows:
        for step in flow.steps:
            yield from _choices(flow, step)
            for choice in step.choices:
                yield from _targets(graph, flow, choice)
        yield from _priority(graph, flow)


def _choices(flow: Flow, step: Step) -> Iterator[Finding]:
    if len(step.choices) > MOST_CHOICES:
        yield error(
            flow.file,
            step.line,
            "flow-choices",
            f"{len(step.choices)} choices are too many to read: at most {MOST_CHOICES}, which "
            "are also the keys 1 to 9. Put those together that lead to the same place.",
        )
    if not step.choices or not step.choices[-1].text.startswith(UNSURE):
        yield error(
            flow.file,
            step.choices[-1].line if step.choices else step.line,
            "flow-unsure",
            f"The last choice must begin “{UNSURE}”, and lead to the safer way.",
        )
    seen: set[str] = set()
    for choice in step.choices:
        if choice.text in seen:
            words = f"“{choice.text}” is here twice. Reword one of them, or take it out."
            yield error(flow.file, choice.line, "flow-twice", words)
        seen.add(choice.text)


def _targets(graph: Graph, flow: Flow, choice: Choice) -> Iterator[Finding]:
    if choice.to not in graph.nodes:
        yield _nowhere(flow, choice.line, choice.to)
    for ref in choice.also:
        if ref not in graph.nodes:
            yield _nowhere(flow, choice.line, ref)
        elif not isinstance(graph.node(ref), Outcome):
            yield error(
                flow.file,
                choice.line,
                "flow-also",
                f"“and also” leads to the question {ref.seen_from(flow.id)!r}. It can only add "
                "outcomes: ask that question on the way instead.",
            )
        elif ref not in flow.priority:
            yield error(
                flow.file,
                choice.line,
                "flow-priority",
                f"{ref.seen_from(flow.id)!r} can be added here and is not in 'priority' at the "
                "top of the file, so nobody has said what it comes after. Add it there.",
            )


def _priority(graph: Graph, flow: Flow) -> Iterator[Finding]:
    seen: set[NodeRef] = set()
    for ref in flow.priority:
        name = ref.seen_from(flow.id)
        if ref not in graph.nodes or not isinstance(graph.node(ref), Outcome):
            yield error(
                flow.file,
                1,
                "flow-priority",
                f"'priority' names {name!r}, which is no outcome. Correct it, or take it out.",
            )
        if ref in seen:
            yield error(
                flow.file, 1, "flow-priority", f"'priority' names {name!r} twice. Keep the first."
            )
        seen.add(ref)


def _nowhere(flow: Flow, line: int, ref: NodeRef) -> Finding:
    return error(
        flow.file,
        line,
        "flow-link",
        f"This answer leads to {ref.seen_from(flow.id)!r}, which is no question or outcome.",
    )
