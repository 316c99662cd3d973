"""What the wizard asks, and how a reader goes back in it."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date

import pytest

from handbook.app.wizard.presenter import StepView, WizardPresenter, danger_text
from handbook.domain.blocks import Paragraph, Span
from handbook.domain.errors import NotFound
from handbook.domain.flow import Flows, Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from tests.domain.flows import FLOWS, MONEY, ONLINE, SCHOOL, at

TODAY = date(2026, 11, 21)


class FakeWizard:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.steps: list[StepView] = []
        self.is_clear = True

    def show_step(self, view: StepView) -> None:
        self.steps.append(view)
        self.is_clear = False

    def clear(self) -> None:
        self.steps.clear()
        self.is_clear = True

    @property
    def question(self) -> str:
        return self.steps[-1].question


@pytest.fixture
def page() -> FakeWizard:
    return FakeWizard()


@pytest.fixture
def outcomes() -> list[Journey]:
    return []


@pytest.fixture
def presenter(page: FakeWizard, outcomes: list[Journey]) -> WizardPresenter:
    presenter = WizardPresenter(page, lambda: TODAY)
    presenter.on_outcome = outcomes.append
    return presenter


def library(checked: date | None = date(2026, 9, 1)) -> Library:
    step = MONEY.nodes[0]
    assert isinstance(step, Step)
    helped = replace(step, help=(Paragraph((Span("Life\ncomes first."),), 2),))
    money = replace(MONEY, law_as_of=checked, nodes=(helped, *MONEY.nodes[1:]))
    return Library(school=SCHOOL, flows=Flows({"money": money, "online": ONLINE}))


def test_a_flow_begins_at_its_first_question(presenter: WizardPresenter, page: FakeWizard) -> None:
    presenter.start(library(), "money")

    view = page.steps[-1]
    assert view.question == "Is anyone in danger?"
    assert view.help == ("Life comes first.",)
    assert [choice.title for choice in view.choices] == ["Yes", "No", "I am not sure"]
    assert view.choices[-1].is_unsure
    assert view.is_first
    assert (view.number, view.answers, view.notice) == (1, (), "")


def test_a_flow_can_begin_at_a_place_of_it(presenter: WizardPresenter, page: FakeWizard) -> None:
    presenter.start(library(), "money", "much")

    assert page.question == "Is it much?"
    assert page.steps[-1].is_first


def test_a_place_that_is_not_there_is_refused(presenter: WizardPresenter) -> None:
    with pytest.raises(NotFound):
        presenter.start(library(), "money", "nowhere")


def test_choosing_goes_on_and_lists_the_answer(
    presenter: WizardPresenter, page: FakeWizard
) -> None:
    presenter.start(library(), "money")
    presenter.choose(2)

    view = page.steps[-1]
    assert view.question == "Whose doing is it?"
    assert [(a.index, a.question, a.answer) for a in view.answers] == [
        (0, "Is anyone in danger?", "No")
    ]
    assert (view.number, view.about) == (2, 3)


@pytest.mark.parametrize("number", [0, 4, 9, -1])
def test_a_number_that_is_not_offered_does_nothing(
    presenter: WizardPresenter, page: FakeWizard, number: int
) -> None:
    presenter.start(library(), "money")
    presenter.choose(number)

    assert len(page.steps) == 1


def test_an_outcome_is_handed_on(presenter: WizardPresenter, outcomes: list[Journey]) -> None:
    presenter.start(library(), "money")
    presenter.choose(1)

    assert [journey.first for journey in outcomes] == [at("emergency-999")]


def test_going_back_shows_the_answer_taken_before(
    presenter: WizardPresenter, page: FakeWizard
) -> None:
    presenter.start(library(), "money")
    presenter.choose(2)
    presenter.choose(3)
    presenter.back()
    assert (page.question, page.steps[-1].chosen) == ("Whose doing is it?", 3)

    presenter.back()
    assert (page.question, page.steps[-1].chosen) == ("Is anyone in danger?", 2)

    presenter.choose(2)
    assert (page.question, page.steps[-1].chosen) == ("Whose doing is it?", 3)


def test_at_the_first_question_there_is_nothing_to_go_back_to(
    presenter: WizardPresenter, page: FakeWizard
) -> None:
    presenter.start(library(), "money")
    presenter.back()

    assert len(page.steps) == 1


def test_changing_an_answer_keeps_the_later_ones_that_still_apply(
    presenter: WizardPresenter, page: FakeWizard, outcomes: list[Journey]
) -> None:
    presenter.start(library(), "money")
    for number in (2, 1, 1):
        presenter.choose(number)
    presenter.change(1)
    assert (page.question, page.steps[-1].chosen) == ("Whose doing is it?", 1)

    presenter.choose(2)

    assert outcomes[-1].first == at("audit")
    assert outcomes[-1].subjects == ("chair",)
    assert [answer.choice.text for answer in outcomes[-1].answers] == ["No", "The chair's", "Yes"]


def test_changing_an_answer_drops_the_later_ones_that_do_not_apply(
    presenter: WizardPresenter, outcomes: list[Journey]
) -> None:
    presenter.start(library(), "money")
    for number in (2, 1, 1):
        presenter.choose(number)
    presenter.change(0)
    presenter.choose(1)

    assert len(outcomes[-1].answers) == 1


def test_going_on_takes_the_subject_along(
    presenter: WizardPresenter, page: FakeWizard, outcomes: list[Journey]
) -> None:
    presenter.start(library(), "money")
    for number in (2, 1, 2):
        presenter.choose(number)
    presenter.go_on(outcomes[-1].outcome(at("none")).go_on[0])
    assert page.question == "Is it a post?"
    assert (page.steps[-1].number, page.steps[-1].about) == (4, 4)

    presenter.choose(2)
    assert outcomes[-1].subjects == ("headteacher",)


def test_going_back_from_the_next_flow_passes_over_the_outcome(
    presenter: WizardPresenter, page: FakeWizard, outcomes: list[Journey]
) -> None:
    presenter.start(library(), "money")
    for number in (2, 1, 2):
        presenter.choose(number)
    presenter.go_on(outcomes[-1].outcome(at("none")).go_on[0])
    presenter.back()

    assert page.question == "Is it much?"
    assert page.steps[-1].chosen == 2


def test_starting_again_drops_all_answers(presenter: WizardPresenter, page: FakeWizard) -> None:
    presenter.start(library(), "money", "much")
    presenter.choose(1)
    presenter.start_again()

    assert page.question == "Is anyone in danger?"
    assert page.steps[-1].answers == ()


def test_law_checked_long_ago_is_said_before_the_first_question_only(
    presenter: WizardPresenter, page: FakeWizard
) -> None:
    presenter.start(library(date(2025, 9, 1)), "money")
    assert "1 September 2025" in page.steps[-1].notice

    presenter.choose(2)
    assert page.steps[-1].notice == ""


def test_law_never_checked_is_said(presenter: WizardPresenter, page: FakeWizard) -> None:
    presenter.start(library(None), "money")

    assert "Nobody has noted" in page.steps[-1].notice


def test_the_danger_line_never_names_whom_the_worry_is_about() -> None:
    assert danger_text(SCHOOL, ()) == "Call 999, then the Safeguarding lead."
    assert danger_text(SCHOOL, ("dsl",)) == "Call 999, then the Headteacher."
    assert danger_text(SCHOOL, ("dsl", "headteacher", "chair", "council")) == "Call 999."


def test_nothing_outlives_forgetting(presenter: WizardPresenter, page: FakeWizard) -> None:
    before = _in_memory()
    presenter.start(Library(school=SCHOOL, flows=FLOWS), "money")
    presenter.choose(2)
    presenter.back()
    assert _in_memory() > before
    presenter.forget()

    assert page.is_clear
    assert _in_memory() == before
    presenter.choose(1)
    presenter.back()
    presenter.change(0)
    presenter.start_again()
    assert page.is_clear


def _in_memory() -> int:
    """How many journeys there are in the whole program."""
    gc.collect()
    return sum(isinstance(thing, Journey) for thing in gc.get_objects())
