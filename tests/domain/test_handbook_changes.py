"""Two versions of a whole handbook."""

from __future__ import annotations

from handbook.domain.handbook_changes import (
    HandbookChanges,
    compare_handbooks,
    compare_questions,
)
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


def test_a_policy_is_found_by_its_id() -> None:
    found = compare_handbooks(WAS, NOW)

    assert found.policy("trips") is not None
    assert found.policy("visitors") is None
    assert not found.is_empty
