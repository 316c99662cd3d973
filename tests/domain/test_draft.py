"""A flow that is not finished can be walked, and answers are taken up where they still apply."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.draft import taken_up, walkable
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step, Telling
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.telling import cards
from tests.domain.flows import FLOWS, MONEY, SCHOOL, at

LIBRARY = Library(school=SCHOOL, flows=FLOWS)


def with_nodes(*nodes: Step | Outcome) -> Flows:
    names = {node.id for node in nodes}
    kept = tuple(node for node in MONEY.nodes if node.id not in names)
    return Flows({**FLOWS.by_id, "money": replace(MONEY, nodes=(*nodes, *kept))})


def start(flows: Flows) -> Journey:
    return Journey(flows, flows.flow("money").start)


def step(name: str) -> Step:
    node = FLOWS.node(at(name))
    assert isinstance(node, Step)
    return node


def test_a_finished_flow_is_walked_as_it_is() -> None:
    assert walkable(LIBRARY) == LIBRARY


def test_an_answer_that_leads_nowhere_comes_to_an_end_that_says_so() -> None:
    lost = NodeRef("nowhere", "x")
    choices = (Choice("Yes", at("gone"), (lost,)), Choice("No", lost))
    flows = walkable(replace(LIBRARY, flows=with_nodes(Step("a", "A?", (), choices, 1)))).flows

    for number, end in ((1, at("gone")), (2, lost)):
        journey = start(flows).answer_number(number)
        assert journey.first == end
        assert journey.outcome(end).title == "Nothing is written here yet"
    assert start(flows).answer_number(1).also == (lost,)


def test_an_outcome_that_goes_on_to_nothing_can_be_left() -> None:
    ends = Outcome("audit", "Tell", (), go_on=(NodeRef("gone", ""),))
    flows = walkable(replace(LIBRARY, flows=Flows({"money": replace(MONEY, nodes=(ends,))}))).flows

    assert start(flows).go_on(NodeRef("gone", "")).is_over


def test_a_question_cannot_be_added_to_an_outcome() -> None:
    choices = (Choice("Yes", at("audit"), (at("who"), at("police"))),)
    flows = walkable(replace(LIBRARY, flows=with_nodes(Step("a", "A?", (), choices, 1)))).flows

    assert start(flows).answer_number(1).also == (at("police"),)


def test_a_role_that_the_school_has_not_got_is_shown_by_its_id() -> None:
    outcome = Outcome("audit", "Tell", (), tell=(Telling("ghost", "the ghost"),), line=1)
    library = walkable(replace(LIBRARY, flows=with_nodes(outcome)))

    (card,) = cards(outcome, library.school, ())
    assert card.contact.title == "ghost (not in school.yaml)"


def test_answers_are_taken_up_in_other_words() -> None:
    before = start(FLOWS).answer_number(2).answer_number(1)
    choices = tuple(replace(choice, text=f"So: {choice.text}") for choice in step("who").choices)
    new = with_nodes(step("danger"), replace(step("who"), question="Who?", choices=choices))

    again = taken_up(before.answers, FLOWS, start(new))

    assert [answer.choice.text for answer in again.answers] == ["No", "So: The head's"]
    assert again.subjects == ("headteacher",)


def test_answers_that_no_longer_apply_are_left_out_from_there_on() -> None:
    before = start(FLOWS).answer_number(2).answer_number(1).answer_number(1)
    new = with_nodes(step("danger"), replace(step("who"), choices=step("who").choices[1:]))

    assert len(taken_up(before.answers, FLOWS, start(new)).answers) == 1


def test_answers_to_a_question_that_is_not_asked_here_are_left_out() -> None:
    before = start(FLOWS).answer_number(2).answer_number(1)
    shorter = Flows({**FLOWS.by_id, "money": replace(MONEY, nodes=MONEY.nodes[1:])})

    assert taken_up(before.answers, FLOWS, start(shorter)).answers == ()


def test_going_on_from_an_outcome_is_taken_up_while_it_is_offered() -> None:
    gone_on = start(FLOWS).answer_number(2).answer_number(1).answer_number(2)
    to = FLOWS.node(at("none"))
    assert isinstance(to, Outcome)
    before = gone_on.go_on(to.go_on[0])

    assert taken_up(before.answers, FLOWS, start(FLOWS)).place == to.go_on[0]
    ended = with_nodes(*MONEY.nodes[:3], replace(to, go_on=()))
    assert taken_up(before.answers, FLOWS, start(ended)).place == at("none")


def test_a_flow_without_questions_has_nothing_to_take_up() -> None:
    empty = Flow("money", "Money", "flows/money.md", (Outcome("audit", "A", ()),))
    flows = Flows({"money": empty})
    before = start(FLOWS).answer_number(1)

    assert taken_up(before.answers, FLOWS, start(flows)).answers == ()
