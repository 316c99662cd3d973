"""Flows and their places."""

from __future__ import annotations

import pytest

from handbook.domain.errors import NotFound
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Step
from tests.domain.flows import FLOWS, MONEY, at


def test_a_flow_starts_at_its_first_node() -> None:
    assert MONEY.start == at("danger")
    assert [step.id for step in MONEY.steps] == ["danger", "who", "much"]
    assert [outcome.id for outcome in MONEY.outcomes] == [
        "audit",
        "none",
        "police",
        "emergency-999",
    ]


def test_a_place_is_named_shortly_within_its_own_flow() -> None:
    assert at("who").seen_from("money") == "who"
    assert at("who").seen_from("online") == "money#who"


def test_places_are_resolved_and_unknown_ones_are_said() -> None:
    assert FLOWS.resolve("money") == at("danger")
    assert FLOWS.resolve("money", "who") == at("who")
    with pytest.raises(NotFound):
        FLOWS.resolve("money", "gone")
    with pytest.raises(NotFound):
        FLOWS.flow("gone")
    assert [flow.id for flow in FLOWS] == ["money", "online"]


def test_the_steps_left_are_counted() -> None:
    assert FLOWS.steps_left(at("danger")) == (1, 3)
    assert FLOWS.steps_left(at("audit")) == (0, 0)


def test_a_ring_counts_as_no_way_on() -> None:
    ring = NodeRef("ring", "a")
    flow = Flow("ring", "Ring", "ring.md", (Step("a", "?", (), (Choice("x", ring),), 1),))

    assert Flows({"ring": flow}).steps_left(ring) == (1, 1)


def test_answers_lead_to_what_can_be_reached_and_to_nothing_else() -> None:
    assert FLOWS.leads_to(at("danger"), at("audit"))
    assert FLOWS.leads_to(at("audit"), at("audit"))
    assert not FLOWS.leads_to(at("much"), at("emergency-999"))
    assert not FLOWS.leads_to(at("none"), NodeRef("online", "report"))  # going on is no answer
