"""A journey written down as a story is read again as that journey."""

from __future__ import annotations

import pytest

from handbook.domain.errors import ChoiceNotOffered
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.lint.stories import check_stories
from handbook.markup.scenarios import read_scenarios
from handbook.markup.stories import story_text
from tests.domain.flows import FLOWS, SCHOOL, at


def walked(flows: Flows, *numbers: int) -> Journey:
    journey = Journey(flows, at("danger"))
    for number in numbers:
        journey = journey.answer_number(number)
    return journey


@pytest.mark.parametrize("numbers", [(1,), (2, 1, 1), (2, 2, 2), (3, 3, 1)])
def test_a_story_asks_for_exactly_the_end_it_was_taken_from(numbers: tuple[int, ...]) -> None:
    journey = walked(FLOWS, *numbers)

    (story,) = read_scenarios(story_text(journey, SCHOOL), "flows/money.scenarios.md")

    assert [answer.words for answer in story.answers] == [
        answer.choice.text for answer in journey.answers
    ]
    assert (story.first, story.also) == (journey.first, journey.also)
    assert not list(check_stories(Library(SCHOOL, flows=FLOWS, scenarios=(story,))))


def test_a_story_goes_on_into_another_flow() -> None:
    journey = walked(FLOWS, 2, 1, 2)
    end = journey.outcome(journey.first)
    journey = journey.go_on(end.go_on[0])
    while not journey.is_over:
        journey = journey.answer_number(1)

    (story,) = read_scenarios(story_text(journey, SCHOOL), "flows/money.scenarios.md")

    assert len(story.answers) == len(journey.answers) - 1, "going on is no answer"
    assert not list(check_stories(Library(SCHOOL, flows=FLOWS, scenarios=(story,))))


@pytest.mark.parametrize(
    "words",
    [
        'They said "no" [twice] (see 4.2): why?',
        "*very* _much_ `code` \\ a | b",
        "<b>Room</b> #7 & {x} ~ !",
        "1. Not a list",
    ],
)
def test_words_are_kept_whatever_stands_in_them(words: str) -> None:
    step = Step("danger", words, (), (Choice(words, NodeRef("money", "b")),), 1)
    flow = Flow("money", "M", "flows/money.md", (step, Outcome("b", words, ())))
    flows = Flows({"money": flow})

    text = story_text(walked(flows, 1), SCHOOL)
    (story,) = read_scenarios(text, "flows/money.scenarios.md")

    assert story.answers[0].words == words
    assert not list(check_stories(Library(SCHOOL, flows=flows, scenarios=(story,))))


def test_a_journey_that_still_asks_is_no_story() -> None:
    with pytest.raises(ChoiceNotOffered):
        story_text(walked(FLOWS, 2), SCHOOL)
