"""Two versions of a whole handbook."""

from __future__ import annotations

import pytest

from handbook.domain import handbook_changes
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step
from handbook.domain.flow_changes import Comparison, compare_flows
from handbook.domain.handbook_changes import (
    HandbookChanges,
    compare_handbooks,
    compare_questions,
)
from handbook.domain.library import Library
from tests.app.changes.two_versions import NEW, NOW, OLD, WAS


def test_policies_and_the_school_are_compared_at_once() -> None:
    found = compare_handbooks(WAS, NOW)

    assert [each.policy.id for each in found.policies] == ["social-media", "trips", "pets"]
    assert [(each.about, each.field) for each in found.school] == [("head", "phone")]
    assert found.flows == ()


def test_of_one_policy_nothing_else_is_compared() -> None:
    found = compare_handbooks(OLD, NOW)

    assert [each.policy.id for each in found.policies] == ["social-media"]
    assert found.school == ()
    assert compare_handbooks(NEW, NOW).is_empty


def test_a_policy_that_is_gone_by_now_is_said_to_be_gone() -> None:
    (found,) = compare_handbooks(WAS.policy("pets"), NOW).policies

    assert found.now is None


def test_the_questions_are_compared_on_their_own() -> None:
    flows = compare_questions(WAS, NOW)
    found = HandbookChanges().with_flows(flows)

    assert [each.flow.id for each in found.flows] == ["concern"]
    assert found.flows[0].paths is not None
    assert len(found.flows[0].paths.changed) == 1
    assert compare_questions(NOW, NOW) == ()


def flow(name: str, *leads_to: str) -> Flow:
    """A flow of one question, each answer of which leads into another flow, or to its own end."""
    choices = tuple(Choice(f"To {each}", NodeRef(each, "start")) for each in leads_to)
    own = Choice("No", NodeRef(name, "end"))
    start = Step("start", f"{name}?", (), (*choices, own), 1)
    return Flow(name, name, f"flows/{name}.md", (start, Outcome("end", f"End of {name}", ())))


def library(*flows: Flow) -> Library:
    return Library(flows=Flows({each.id: each for each in flows}))


def test_a_flow_that_leads_to_one_that_changed_is_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followed: list[str] = []

    def compare(old: Flows, new: Flows, flow_id: str) -> Comparison:
        followed.append(flow_id)
        return compare_flows(old, new, flow_id)

    monkeypatch.setattr(handbook_changes, "compare_flows", compare)
    was = library(flow("a", "b"), flow("b", "c"), flow("c"), flow("d"))
    now = library(flow("a", "b"), flow("b", "c"), flow("c", "d"), flow("d"))

    found = compare_questions(was, now)

    assert followed == ["a", "b", "c"]
    assert [each.flow.id for each in found] == ["a", "b", "c"]


def test_a_policy_is_found_by_its_id() -> None:
    found = compare_handbooks(WAS, NOW)

    assert found.policy("trips") is not None
    assert found.policy("visitors") is None
    assert not found.is_empty
