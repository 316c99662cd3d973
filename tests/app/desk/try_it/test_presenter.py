"""What becomes of the answers while a draft is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from handbook.app.desk.try_it.presenter import DraftFiles, FindingView, TryPresenter
from handbook.domain.errors import ContentMissing
from handbook.domain.flow import Choice, Flows, Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library, Unreadable
from handbook.domain.place import Place
from handbook.lint.finding import Finding, error, warning
from handbook.markup.scenarios import read_scenarios
from tests.domain.flows import FLOWS, MONEY, SCHOOL, at

LIBRARY = Library(school=SCHOOL, flows=FLOWS)
BROKEN = replace(
    LIBRARY,
    flows=Flows({"online": FLOWS.flow("online")}),
    unreadable=(Unreadable(Place("flows/money.md", 7), "an id is missing"),),
)


class FakePage:
    def __init__(self) -> None:
        self.title = ""
        self.said: list[str] = []
        self.findings: tuple[FindingView, ...] | None = None
        self.end: tuple[int, ...] = ()

    def show_title(self, title: str) -> None:
        self.title = title

    def show_checking(self) -> None:
        self.said.append("checking")

    def show_findings(self, findings: Sequence[FindingView]) -> None:
        self.findings = tuple(findings)

    def show_broken(self, place: str, problem: str) -> None:
        self.said.append(f"broken {place} {problem}")

    def show_walk(self) -> None:
        self.said.append("walk")

    def show_end(self, numbers: Sequence[int]) -> None:
        self.end = tuple(numbers)

    def show_copied(self) -> None:
        self.said.append("copied")


class FakeWalk:
    """Stands where it was told to resume; `answer` is what the owner does."""

    def __init__(self) -> None:
        self.journey: Journey | None = None
        self.library = Library()

    def set_library(self, library: Library) -> None:
        self.library = library

    def resume(self, journey: Journey) -> None:
        assert journey.flows is self.library.flows
        self.journey = journey

    def forget(self) -> None:
        self.journey = None

    def answer(self, *numbers: int) -> None:
        assert self.journey is not None
        for number in numbers:
            self.journey = self.journey.answer_number(number)

    @property
    def words(self) -> list[str]:
        return [answer.choice.text for answer in self.journey.answers] if self.journey else []


class RunNow:
    """Runs a job where it is asked for."""

    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        try:
            answer = job()
        except Exception as problem:  # noqa: BLE001 - handed on, as a thread does
            on_error(problem)
        else:
            on_done(answer)


class Trial:
    def __init__(self) -> None:
        self.page, self.walk = FakePage(), FakeWalk()
        self.library: Library | Exception = LIBRARY
        self.findings: tuple[Finding, ...] = ()
        self.copied: list[str] = []
        files = DraftFiles("money", self.read, lambda _: self.findings)
        self.presenter = TryPresenter(self.page, self.walk, files, RunNow(), RunNow())
        self.presenter.on_copy = self.copied.append

    def read(self) -> Library:
        if isinstance(self.library, Exception):
            raise self.library
        return self.library

    def now_is(self, library: Library | Exception) -> None:
        self.library = library
        self.presenter.read_again()


@pytest.fixture
def trial() -> Trial:
    trial = Trial()
    trial.presenter.read_again()
    return trial


def with_choices(*choices: Choice) -> Library:
    step = replace(_step("who"), choices=choices)
    nodes = tuple(step if node.id == "who" else node for node in MONEY.nodes)
    return replace(LIBRARY, flows=Flows({**FLOWS.by_id, "money": replace(MONEY, nodes=nodes)}))


def _step(name: str) -> Step:
    node = FLOWS.node(at(name))
    assert isinstance(node, Step)
    return node


def test_a_draft_begins_at_its_first_question(trial: Trial) -> None:
    assert trial.page.title == "Money is missing"
    assert trial.page.said == ["checking", "walk"]
    assert trial.walk.journey == Journey(FLOWS, at("danger"))


def test_what_lint_finds_is_listed_with_file_and_line(trial: Trial) -> None:
    trial.findings = (error("flows/money.md", 3, "x", "Mend it."), warning("f.md", 4, "y", "Hm."))
    trial.presenter.read_again()

    assert trial.page.findings == (
        FindingView("flows/money.md:3", is_error=True, words="Mend it."),
        FindingView("f.md:4", is_error=False, words="Hm."),
    )


def test_the_answers_are_taken_up_in_what_the_draft_says_now(trial: Trial) -> None:
    trial.walk.answer(2, 1)
    head, *others = _step("who").choices
    trial.now_is(with_choices(replace(head, text="It is the head"), *others))

    assert trial.walk.words == ["No", "It is the head"]


def test_answers_that_no_longer_apply_come_back_when_they_do_again(trial: Trial) -> None:
    trial.walk.answer(2, 1, 1)
    trial.now_is(with_choices(*_step("who").choices[1:]))
    assert trial.walk.words == ["No"]

    trial.now_is(LIBRARY)

    assert trial.walk.words == ["No", "The head's", "Yes"]


def test_what_was_answered_since_counts_more(trial: Trial) -> None:
    trial.walk.answer(2, 1, 1)
    trial.now_is(with_choices(*_step("who").choices[1:]))
    trial.walk.answer(1)

    trial.now_is(LIBRARY)

    assert trial.walk.words == ["No", "The chair's"]


def test_a_broken_draft_takes_the_place_of_the_questions_and_keeps_the_answers(
    trial: Trial,
) -> None:
    trial.walk.answer(2, 1)
    trial.now_is(BROKEN)
    assert trial.page.said[-1] == "broken flows/money.md:7 an id is missing"
    assert trial.walk.journey is None

    trial.now_is(BROKEN)
    trial.now_is(LIBRARY)

    assert trial.page.said[-1] == "walk"
    assert trial.walk.words == ["No", "The head's"]


def test_content_that_is_gone_is_said(trial: Trial) -> None:
    trial.walk.answer(2)
    trial.now_is(ContentMissing("/a/folder"))
    assert trial.page.said[-1] == "broken  No handbook content was found in /a/folder"

    trial.now_is(LIBRARY)

    assert trial.walk.words == ["No"]


def test_a_fault_of_the_program_is_raised(trial: Trial) -> None:
    with pytest.raises(ZeroDivisionError):
        trial.now_is(ZeroDivisionError())


def test_an_answer_that_leads_nowhere_comes_to_an_end(trial: Trial) -> None:
    trial.now_is(with_choices(Choice("Whose?", at("gone"))))
    trial.walk.answer(2, 1)

    assert trial.walk.journey is not None
    assert trial.walk.journey.is_over


def test_the_path_is_offered_at_an_outcome_only(trial: Trial) -> None:
    trial.walk.answer(2, 1)
    trial.presenter.moved(to_outcome=False)
    assert not trial.page.end

    trial.walk.answer(1)
    trial.presenter.moved(to_outcome=True)

    assert trial.page.end == (2, 1, 1)


def test_going_on_from_an_outcome_has_its_number(trial: Trial) -> None:
    trial.walk.answer(2, 1, 2)
    journey = trial.walk.journey
    assert journey is not None
    (first, *_) = journey.outcome(journey.first).go_on
    trial.walk.journey = journey.go_on(first)
    while not trial.walk.journey.is_over:
        trial.walk.answer(1)
    trial.presenter.moved(to_outcome=True)

    assert trial.page.end[:4] == (2, 1, 2, 1)


def test_a_story_can_be_written_from_the_path(trial: Trial) -> None:
    trial.walk.answer(2, 1)
    trial.presenter.copy_story()
    assert trial.copied == []

    trial.walk.answer(1)
    trial.presenter.copy_story()

    (story,) = read_scenarios(trial.copied[0], "flows/money.scenarios.md")
    assert story.first == at("audit")
    assert [answer.words for answer in story.answers] == trial.walk.words
    assert trial.page.said[-1] == "copied"
