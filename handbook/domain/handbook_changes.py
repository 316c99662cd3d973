"""Two versions of a whole handbook side by side: policies, questions, and the school's own file.

Comparing policies takes milliseconds. Comparing the questions follows every path of answers and
may take a second, so it is asked for on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.domain.changes import PolicyChange, compare_policies, compare_policy, same_form
from handbook.domain.flow import Flow, Flows, Step
from handbook.domain.flow_changes import Comparison, compare_flows
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school_changes import SchoolChange, compare_schools


@dataclass(frozen=True, slots=True)
class FlowChange:
    """A flow that differs: added, removed, or its paths and its words compared."""

    was: Flow | None
    now: Flow | None
    paths: Comparison | None
    """None where only one version has the flow."""

    @property
    def flow(self) -> Flow:
        """The flow as it is now; as it was, where it is gone."""
        return next(side for side in (self.now, self.was) if side is not None)


@dataclass(frozen=True, slots=True)
class HandbookChanges:
    """All that differs between two handbooks."""

    policies: tuple[PolicyChange, ...] = ()
    school: tuple[SchoolChange, ...] = ()
    flows: tuple[FlowChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where both say the same."""
        return not (self.policies or self.school or self.flows)

    def with_flows(self, flows: tuple[FlowChange, ...]) -> HandbookChanges:
        """The same, with what became of the questions."""
        return replace(self, flows=flows)

    def policy(self, policy_id: str) -> PolicyChange | None:
        """What became of one policy; None where it says the same."""
        found = (each for each in self.policies if each.policy.id == policy_id)
        return next(found, None)


def compare_handbooks(was: Library | Policy, now: Library) -> HandbookChanges:
    """What differs but for the questions.

    Of one policy, as somebody read it last, nothing but that policy is compared.
    """
    if isinstance(was, Policy):
        newer = next((each for each in now.policies if each.id == was.id), None)
        change = compare_policy(was, newer)
        return HandbookChanges((change,) if change is not None else ())
    return HandbookChanges(
        compare_policies(was.policies, now.policies), compare_schools(was.school, now.school)
    )


def compare_questions(was: Library, now: Library) -> tuple[FlowChange, ...]:
    """The flows that differ, in the order of the new ones, then those that are gone."""
    return tuple(_flow_changes(was, now))


def _flow_changes(old: Library, new: Library) -> Iterator[FlowChange]:
    before, after = old.flows.by_id, new.flows.by_id
    if same_form(before, after):
        return
    for flow_id in dict.fromkeys((*after, *before)):
        was, now = before.get(flow_id), after.get(flow_id)
        if was is None or now is None:
            yield FlowChange(was, now, None)
            continue
        if _same_ways(old.flows, new.flows, flow_id):
            continue
        paths = compare_flows(old.flows, new.flows, flow_id)
        if paths.changed or not same_form(was, now):
            yield FlowChange(was, now, paths)


def _same_ways(old: Flows, new: Flows, flow_id: str) -> bool:
    """True where a flow, and every flow that it leads to, is the same: no way need be followed."""
    seen, waiting = {flow_id}, [flow_id]
    while waiting:
        here = waiting.pop()
        was, now = old.by_id.get(here), new.by_id.get(here)
        if not same_form(was, now):
            return False
        found = set(_led_to(now)) - seen if now is not None else set()
        seen |= found
        waiting += found
    return True


def _led_to(flow: Flow) -> Iterator[str]:
    for node in flow.nodes:
        if isinstance(node, Step):
            for choice in node.choices:
                yield from (ref.flow for ref in (choice.to, *choice.also))
        else:
            yield from (ref.flow for ref in node.go_on)
    yield from (ref.flow for ref in flow.priority)
