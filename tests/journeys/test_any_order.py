"""Whatever a reader presses, in whatever order, the questions tell the truth about the answers."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook import locations
from handbook.app.wizard.presenter import StepView, WizardPresenter
from handbook.domain.flow import NodeRef, Outcome, Step
from handbook.domain.journey import Answer, Journey
from handbook.domain.library import Library
from handbook.markup.library import read_library
from tests.journeys.replay import GO_ON, Walked, node_at, walk
from tests.journeys.staff import TODAY

PRESSES = st.one_of(
    st.tuples(st.just("answer"), st.integers(1, 10)),
    st.tuples(st.just("back"), st.just(0)),
    st.tuples(st.just("change"), st.integers(0, 6)),
    st.tuples(st.just("go on"), st.integers(0, 1)),
    st.tuples(st.just("start again"), st.just(0)),
)
"""Answers that are not offered and changes of what was not answered are among them."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(locations.content())


@dataclass
class Pages:
    """What stands before the reader: a question, or an end."""

    step: StepView | None = None
    end: Journey | None = None

    def show_step(self, view: StepView) -> None:
        self.step, self.end = view, None

    def reached(self, journey: Journey) -> None:
        self.step, self.end = None, journey

    def clear(self) -> None:
        self.step = self.end = None


@dataclass
class Reader:
    """Presses, and keeps a plain list of what was answered, and of what was there to keep."""

    library: Library
    flow: str
    numbers: list[int] = field(default_factory=list)
    ever: set[tuple[str, str]] = field(default_factory=set)
    """Each answer that was ever given, with its question: no other may be on the page."""

    def __post_init__(self) -> None:
        self.page = Pages()
        self.presenter = WizardPresenter(self.page, lambda: TODAY)
        self.presenter.on_outcome = self.page.reached
        self.presenter.start(self.library, self.flow)

    @property
    def start(self) -> NodeRef:
        return self.library.flows.flow(self.flow).start

    @property
    def here(self) -> Walked:
        return walk(self.library.flows, self.start, self.numbers)

    def press(self, what: str, number: int) -> None:
        """Press, and hold what is answered then against what was answered before."""
        before = self.numbers
        self._press(what, number)
        self.numbers = self._answered()
        same = len(self.numbers) == len(before)
        match what:
            case "answer" if not same:
                assert self.numbers[: len(before) + 1] == [*before, number]
            case "go on" if not same:
                assert self.numbers == [*before, GO_ON + 1 + number]
            case "start again":
                assert self.numbers == []
            case _:
                assert self.numbers == before[: len(self.numbers)]

    def _press(self, what: str, number: int) -> None:
        match what:
            case "answer":
                self.answer(number)
            case "back":
                self.presenter.back()
            case "change":
                self.presenter.change(number)
            case "go on":
                self.go_on(number)
            case _:
                self.presenter.start_again()

    def answer(self, number: int) -> None:
        here = self.here
        node = node_at(self.library.flows, here.place)
        if isinstance(node, Step) and number <= len(node.choices):
            self.ever.add((node.question, node.choices[number - 1].text))
        self.presenter.choose(number)

    def go_on(self, number: int) -> None:
        node = node_at(self.library.flows, self.here.place)
        if isinstance(node, Outcome) and number < len(node.go_on):
            self.presenter.go_on(node.go_on[number])

    def _answered(self) -> list[int]:
        """The numbers of the presenter's own journey, without what was carried over."""
        journey = self.presenter.journey
        assert journey is not None
        return [number_of(journey, answer) for answer in journey.answers if not answer.carried]


def number_of(journey: Journey, answer: Answer) -> int:
    node = journey.flows.node(answer.at)
    if isinstance(node, Outcome):
        return GO_ON + 1 + node.go_on.index(answer.choice.to)
    return 1 + node.choices.index(answer.choice)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    flow=st.sampled_from(["concern", "may-i", "online-incident"]),
    presses=st.lists(PRESSES, max_size=25),
)
def test_the_page_agrees_with_the_answers_given_from_the_start(
    library: Library, flow: str, presses: list[tuple[str, int]]
) -> None:
    reader = Reader(library, flow)
    for what, number in presses:
        reader.press(what, number)
        check(reader)


def check(reader: Reader) -> None:
    here, page, flows = reader.here, reader.page, reader.library.flows
    journey = reader.presenter.journey
    assert journey is not None
    assert (journey.place, journey.subjects) == (here.place, here.subjects)
    assert {*zip(here.asked, here.said, strict=True)} <= reader.ever | carried(journey)
    if page.step is not None:
        node = node_at(flows, here.place)
        assert isinstance(node, Step)
        assert page.step.question == node.question
        assert tuple((a.question, a.answer) for a in page.step.answers) == here.answers
    else:
        assert page.end is journey
        assert (journey.first, list(journey.also)) == (here.first, here.also(flows))


def carried(journey: Journey) -> set[tuple[str, str]]:
    """What was carried over from the flow before was never asked for."""
    steps = ((journey.flows.node(a.at), a) for a in journey.answers if a.carried)
    return {(node.question, a.choice.text) for node, a in steps if isinstance(node, Step)}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    flow=st.sampled_from(["concern", "may-i", "online-incident"]),
    numbers=st.lists(st.integers(1, 9), min_size=2, max_size=9),
    which=st.integers(0, 8),
)
def test_a_changed_answer_keeps_later_ones_as_long_as_their_questions_come_in_turn(
    library: Library, flow: str, numbers: list[int], which: int
) -> None:
    reader = Reader(library, flow)
    for number in numbers:
        reader.press("answer", number)
    before = reader.here
    changed = which % max(1, len(reader.numbers))
    kept = list(reader.numbers)
    journey = reader.presenter.journey
    assert journey is not None
    if not kept or len(journey.answers) != len(kept):
        return  # something was carried over: its rows are no answers of their own
    reader.press("change", changed)
    assert reader.numbers == kept[:changed]
    reader.press("answer", kept[changed])

    assert reader.here == before


@pytest.mark.usefixtures("only_what_is_new")
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(presses=st.lists(PRESSES, max_size=15))
def test_forgetting_leaves_no_answer_in_memory(
    library: Library, presses: list[tuple[str, int]]
) -> None:
    before = in_memory()
    reader = Reader(library, "concern")
    for what, number in presses:
        reader.press(what, number)
    reader.presenter.forget()

    assert (reader.page.step, reader.page.end) == (None, None)
    assert in_memory() == before


@pytest.fixture
def only_what_is_new() -> Iterator[None]:
    """What other tests left is looked through once, not at every example."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def in_memory() -> int:
    """How many answers and journeys anything in the program still holds."""
    gc.collect()
    return sum(isinstance(thing, Journey | Answer) for thing in gc.get_objects())
