"""Links to a flow as a whole, which lead to its first step: known once all flows are read."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.flow import Choice, Flows, Node, NodeRef, Outcome


def with_first_steps(flows: Flows) -> Flows:
    """Flows in which every link to a flow as a whole names that flow's first step.

    A link to a flow that is not there stays as it is; lint names it.
    """
    return Flows(
        {
            flow.id: replace(
                flow,
                nodes=tuple(_node(node, flows) for node in flow.nodes),
                priority=_refs(flow.priority, flows),
            )
            for flow in flows
        }
    )


def _node(node: Node, flows: Flows) -> Node:
    if isinstance(node, Outcome):
        return replace(node, go_on=_refs(node.go_on, flows))
    return replace(node, choices=tuple(_choice(choice, flows) for choice in node.choices))


def _choice(choice: Choice, flows: Flows) -> Choice:
    return replace(choice, to=_ref(choice.to, flows), also=_refs(choice.also, flows))


def _refs(refs: tuple[NodeRef, ...], flows: Flows) -> tuple[NodeRef, ...]:
    return tuple(_ref(ref, flows) for ref in refs)


def _ref(ref: NodeRef, flows: Flows) -> NodeRef:
    if ref.id or ref.flow not in flows.by_id:
        return ref
    return flows.by_id[ref.flow].start
