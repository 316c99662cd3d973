"""The proof agrees with walking every path of the real flows one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from handbook import locations
from handbook.domain.flow import Flow, Flows, Outcome
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.telling import cards, outside_cards
from handbook.lint.check import check, check_library
from handbook.lint.flows.graph import Graph
from handbook.markup.library import read_library


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(locations.content())


def every_journey(journey: Journey) -> Iterator[Journey]:
    here = journey.position
    if isinstance(here, Outcome):
        yield journey
        return
    for choice in here.choices:
        yield from every_journey(journey.answer(choice))


def test_the_content_that_ships_has_no_errors() -> None:
    assert [str(finding) for finding in check(locations.content()) if finding.is_error] == []


def test_paths_are_counted_as_if_each_were_walked(library: Library) -> None:
    graph = Graph(library.flows)

    for flow in library.flows:
        walked = sum(1 for _ in every_journey(Journey(library.flows, flow.start)))
        assert graph.paths(flow.start) == walked


def test_the_longest_way_is_the_longest_that_can_be_walked(library: Library) -> None:
    graph = Graph(library.flows)

    for flow in library.flows:
        journeys = every_journey(Journey(library.flows, flow.start))
        assert graph.longest(flow.start) >= max(len(journey.answers) for journey in journeys)


def test_no_path_tells_a_subject_and_each_tells_somebody(library: Library) -> None:
    for flow in library.flows:
        for journey in every_journey(Journey(library.flows, flow.start)):
            for ref in (journey.first, *journey.also):
                outcome = journey.outcome(ref)
                told = cards(outcome, library.school, journey.subjects)
                outside = outside_cards(outcome, library.school, journey.subjects)
                assert told or not outcome.tell
                assert not any(
                    library.school.is_one_of(card.contact.id, journey.subjects)
                    for card in (*told, *outside)
                )


def test_a_school_where_nobody_stands_in_for_the_head_is_refused(library: Library) -> None:
    """Takes away what makes the real content safe: the proof must see it."""
    alone = {
        role: replace(contact, when_subject="")
        for role, contact in library.school.contacts.items()
    }
    flows = Flows({flow.id: without_lines_about_people(flow) for flow in library.flows})
    broken = replace(library, school=replace(library.school, contacts=alone), flows=flows)

    rules = {finding.rule for finding in check_library(broken)}

    assert {"tell-nobody", "tell-instead"} <= rules


def without_lines_about_people(flow: Flow) -> Flow:
    nodes = tuple(
        replace(node, if_about=()) if isinstance(node, Outcome) else node for node in flow.nodes
    )
    return replace(flow, nodes=nodes)


def test_a_flow_whose_paths_nobody_could_walk_is_proved_at_once() -> None:
    """Thirty questions with nine answers each: 9 to the power of 30 paths."""
    from handbook.domain.flow import Choice, NodeRef, Step

    steps = tuple(
        Step(
            f"q{number}",
            "?",
            (),
            tuple(Choice(str(n), NodeRef("big", f"q{number + 1}")) for n in range(9)),
            1,
        )
        for number in range(30)
    )
    flow = Flow("big", "Big", "flows/big.md", (*steps, Outcome("q30", "End", ())))

    graph = Graph(Flows({"big": flow}))

    assert graph.paths(flow.start) == 9**30
    assert graph.longest(flow.start) == 30
