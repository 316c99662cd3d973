"""Walking flows: answers, going back, first and also."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.errors import ChoiceNotOffered, NotFound
from handbook.domain.flow import Choice, Flows, NodeRef, Step
from handbook.domain.journey import Answer, Journey
from tests.domain.flows import FLOWS, MONEY, ONLINE, at


def journey(*numbers: int) -> Journey:
    walked = Journey(FLOWS, MONEY.start)
    for number in numbers:
        walked = walked.answer_number(number)
    return walked


def test_a_journey_starts_at_the_first_step() -> None:
    assert journey().place == at("danger")
    assert not journey().is_over


def test_the_last_answer_decides_what_is_first() -> None:
    walked = journey(2, 3, 1)

    assert walked.first == at("audit")
    assert walked.also == (at("police"), at("none"))


def test_999_is_first_wherever_it_was_added() -> None:
    walked = journey(3, 1, 1)

    assert walked.first == at("emergency-999")
    assert walked.also == (at("audit"),)


def test_an_outcome_that_is_first_is_not_shown_again() -> None:
    assert journey(2, 3, 2).also == (at("police"),)


def test_where_two_flows_order_differently_the_one_met_first_is_right() -> None:
    turned = replace(ONLINE, priority=(at("none"), at("police"), NodeRef("online", "report")))
    walked = replace(journey(2, 3, 2), flows=Flows({"money": MONEY, "online": turned}))

    ended = walked.go_on(NodeRef("online", "post")).answer_number(1)
    assert ended.also == (at("police"), at("none"))


def test_the_answers_say_who_must_not_be_told() -> None:
    assert journey(2, 1).subjects == ("headteacher",)
    assert journey(2, 3).subjects == ()


def test_an_answer_that_leaves_open_which_of_two_it_is_keeps_both_from_being_told() -> None:
    either = Choice("The head or the chair", at("much"), subject="headteacher chair")
    walked = replace(journey(), answers=(Answer(at("who"), either),))

    assert walked.subjects == ("headteacher", "chair")


def test_before_the_end_nothing_is_first() -> None:
    with pytest.raises(ChoiceNotOffered, match="still asks"):
        _ = journey(2).first


def test_going_back_undoes_only_the_last_answer() -> None:
    walked = journey(2, 1)

    assert walked.back() == journey(2)
    assert walked.back().back() == journey()
    assert journey().back() == journey()


def test_an_answer_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ChoiceNotOffered, match="'Maybe' is not offered at money#danger"):
        journey().answer(Choice("Maybe", at("who")))


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_without_a_choice_is_refused(number: int) -> None:
    with pytest.raises(ChoiceNotOffered):
        journey().answer_number(number)


def test_an_outcome_takes_no_answer() -> None:
    with pytest.raises(ChoiceNotOffered):
        journey(1).answer_number(1)


def test_going_on_takes_the_subject_and_what_was_added_along() -> None:
    walked = journey(2, 1, 2).go_on(NodeRef("online", "post")).answer_number(1)

    assert walked.first == NodeRef("online", "report")
    assert walked.also == (at("police"),)
    assert walked.subjects == ("headteacher",)


def test_who_is_concerned_is_not_asked_again_after_a_hand_off() -> None:
    walked = journey(2, 1, 2).go_on(NodeRef("online", "author"))

    assert walked.first == NodeRef("online", "report")
    assert walked.subjects == ("headteacher",)
    assert walked.answers[-1].carried


def test_a_carried_answer_adds_what_it_adds_in_its_own_flow() -> None:
    walked = journey(2, 3, 2).go_on(NodeRef("online", "author"))

    assert walked.also == (at("police"), at("none"))


def test_a_carried_answer_is_undone_with_the_one_before_it() -> None:
    before = journey(2, 1, 2)

    assert before.go_on(NodeRef("online", "author")).back() == before


def test_a_carried_answer_can_be_changed_alone() -> None:
    walked = journey(2, 1, 2).go_on(NodeRef("online", "author"))
    changed = walked.back_to(len(walked.answers) - 1)
    assert changed.place == NodeRef("online", "author")

    assert changed.answer_number(2).subjects == ("headteacher", "chair")


def test_a_changed_answer_is_carried_over_anew() -> None:
    before = journey(2, 1, 2).go_on(NodeRef("online", "author"))
    changed = before.back_to(1).answer_number(2).replay(before.answers[2:])

    assert changed.place == NodeRef("online", "report")
    assert changed.subjects == ("chair",)


def test_the_way_on_into_another_flow_is_taken_again_after_a_change() -> None:
    before = journey(2, 1, 2).go_on(NodeRef("online", "post")).answer_number(1)
    changed = before.back_to(1).answer_number(2).replay(before.answers[2:])

    assert changed.place == before.place
    assert changed.subjects == ("chair",)


def test_a_question_of_the_same_flow_is_always_asked() -> None:
    assert not any(answer.carried for answer in journey(2, 1, 2).answers)


def test_an_outcome_goes_on_only_where_it_says() -> None:
    with pytest.raises(ChoiceNotOffered, match="does not go on"):
        journey(2, 1, 2).go_on(at("danger"))
    with pytest.raises(ChoiceNotOffered, match="does not go on"):
        journey().go_on(at("who"))


def test_a_changed_answer_keeps_the_later_ones_that_still_apply() -> None:
    before = journey(2, 1, 1)
    changed = before.back_to(1).answer_number(2).replay(before.answers[2:])

    assert changed.subjects == ("chair",)
    assert changed.first == at("audit")


def test_later_answers_that_no_longer_apply_are_dropped() -> None:
    before = journey(2, 1, 1)

    assert before.back_to(0).answer_number(1).replay(before.answers[1:]) == journey(1)


def test_an_answer_that_is_no_longer_offered_ends_the_replay() -> None:
    stranger = journey(2).answers[0]
    odd = type(stranger)(at("danger"), Choice("Perhaps", at("who")))

    assert journey().replay([odd]) == journey()


def test_about_counts_the_questions_in_all() -> None:
    assert journey().about() == 2
    assert journey(2).about() == 3
    assert journey(1).about() == 1


def test_an_outcome_can_be_looked_up_and_a_step_is_none() -> None:
    assert journey().outcome(at("audit")).title == "Tell somebody who checks money"
    with pytest.raises(NotFound, match="is a question"):
        journey().outcome(at("who"))


@given(st.lists(st.integers(min_value=1, max_value=3), max_size=5))
def test_answer_then_back_is_the_same_journey(numbers: list[int]) -> None:
    walked = journey()
    for number in numbers:
        here = walked.position
        if isinstance(here, Step) and number <= len(here.choices):
            longer = walked.answer_number(number)
            assert longer.back() == walked
            walked = longer
