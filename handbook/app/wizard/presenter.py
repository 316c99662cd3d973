"""What the wizard asks next. The answers live here, in memory, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from handbook.app.dates import long_date
from handbook.app.journey.answers import AnswerView, answer_views
from handbook.domain.blocks import block_texts
from handbook.domain.filling import filled
from handbook.domain.flow import UNSURE, Choice, NodeRef, Outcome, Step
from handbook.domain.journey import Answer, Journey
from handbook.domain.library import Library
from handbook.domain.school import School

_LAW_HOLDS_DAYS = 366
"""For so long after its law-as-of date a flow is taken to be up to date."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer that can be chosen."""

    title: str
    hint: str = ""
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """Everything that the wizard shows at one question."""

    question: str
    help: tuple[str, ...]
    choices: tuple[ChoiceView, ...]
    answers: tuple[AnswerView, ...]
    danger: str
    """What to do when somebody is in danger, without naming whom the worry is about."""
    number: int
    about: int
    chosen: int = 0
    """The choice taken here before, from 1; 0 for none."""
    notice: str = ""
    is_first: bool = False


class WizardPageView(Protocol):
    """What the presenter asks of the page."""

    def show_step(self, view: StepView) -> None:
        """Show a question and the answers so far."""

    def clear(self) -> None:
        """Empty everything that was shown."""


class WizardPresenter:
    """Walks one reader through a flow.

    `on_outcome` is called with the journey each time an outcome is reached. After
    `forget` nothing of the journey is left here or on the page.
    """

    def __init__(self, page: WizardPageView, today: Callable[[], date]) -> None:
        self._page = page
        self._today = today
        self.on_outcome: Callable[[Journey], None] = _ignore
        self._school = School()
        self._journey: Journey | None = None
        self._undone: tuple[Answer, ...] = ()
        self._take_up = False

    def start(self, library: Library, flow_id: str, place: str = "") -> None:
        """Begin a flow at its first question, or at a place of it; raises NotFound."""
        start = library.flows.resolve(flow_id, place)
        self._school = library.school
        self._move(Journey(library.flows, start))

    @property
    def journey(self) -> Journey | None:
        """The journey under way; None before and after."""
        return self._journey

    def resume(self, library: Library, journey: Journey) -> None:
        """Take up a journey through the library's flows where it stands."""
        self._school = library.school
        self._move(journey)

    def start_again(self) -> None:
        """Begin the same flow anew, from its first question."""
        if self._journey is not None:
            flows, start = self._journey.flows, self._journey.start
            self._move(Journey(flows, flows.flow(start.flow).start))

    def choose(self, number: int) -> None:
        """Take the choice with this number; a number that is not offered does nothing.

        After a change, the later answers are taken up again as far as they still apply.
        """
        journey = self._journey
        if journey is None or not 1 <= number <= len(_choices(journey)):
            return
        journey = journey.answer_number(number)
        later = self._undone[1:]
        if self._take_up:
            self._move(journey.replay(later))
        else:
            self._move(journey, later)

    def back(self) -> None:
        """Go back to the question before."""
        journey = self._journey
        if journey is not None and journey.answers:
            before = _asking(journey.back())
            undone = journey.answers[len(before.answers) :]
            asked = tuple(answer for answer in undone if not answer.carried)
            self._move(before, (*asked, *self._undone))

    def change(self, index: int) -> None:
        """Go back to the answer at an index, from 0, to give another."""
        journey = self._journey
        if journey is not None and 0 <= index < len(journey.answers):
            self._move(journey.back_to(index), journey.answers[index:], take_up=True)

    def go_on(self, to: NodeRef) -> None:
        """Leave an outcome into the flow that it hands over to."""
        if self._journey is not None:
            self._move(self._journey.go_on(to))

    def forget(self) -> None:
        """Drop every answer, here and on the page."""
        self._journey = None
        self._undone = ()
        self._take_up = False
        self._school = School()
        self._page.clear()

    def _move(
        self, journey: Journey, undone: tuple[Answer, ...] = (), *, take_up: bool = False
    ) -> None:
        self._journey, self._undone, self._take_up = journey, undone, take_up
        here = journey.position
        if isinstance(here, Outcome):
            self.on_outcome(journey)
        else:
            self._page.show_step(self._view(journey, here))

    def _view(self, journey: Journey, step: Step) -> StepView:
        school = self._school
        return StepView(
            question=step.question,
            help=tuple(_lines(text) for text in block_texts(filled(step.help, school))),
            choices=tuple(_choice_view(choice) for choice in step.choices),
            answers=answer_views(journey),
            danger=danger_text(school, journey.subjects),
            number=journey.answered + 1,
            about=max(journey.about(), journey.answered + 1),
            chosen=self._chosen(journey, step),
            notice="" if journey.answers else self._notice(journey),
            is_first=not journey.answers,
        )

    def _chosen(self, journey: Journey, step: Step) -> int:
        if not self._undone or self._undone[0].at != journey.place:
            return 0
        choice = self._undone[0].choice
        return step.choices.index(choice) + 1 if choice in step.choices else 0

    def _notice(self, journey: Journey) -> str:
        checked = journey.flows.flow(journey.start.flow).law_as_of
        if checked is None:
            return "Nobody has noted when the law behind these questions was last checked."
        if (self._today() - checked).days <= _LAW_HOLDS_DAYS:
            return ""
        return (
            f"The law behind these questions was last checked on {long_date(checked)}, more "
            "than a year ago. The routes still lead to the right people; times and numbers "
            "may have changed."
        )


def danger_text(school: School, subjects: tuple[str, ...]) -> str:
    """What to do in danger: 999, then the safeguarding lead or, in their stead, another."""
    role = school.instead_of("dsl", subjects)
    if role is None or role not in school.contacts:
        return "Call 999."
    contact = school.contact(role)
    where = f" on {contact.phone}" if contact.phone else ""
    return f"Call 999, then the {contact.title}{where}."


def _asking(journey: Journey) -> Journey:
    """A journey gone back past outcomes that it went on from, to a question."""
    while journey.is_over and journey.answers:
        journey = journey.back()
    return journey


def _choices(journey: Journey) -> tuple[Choice, ...]:
    here = journey.position
    return here.choices if isinstance(here, Step) else ()


def _choice_view(choice: Choice) -> ChoiceView:
    hint = choice.hint[:1].upper() + choice.hint[1:]
    return ChoiceView(choice.text, hint, choice.text.startswith(UNSURE))


def _lines(text: str) -> str:
    return " ".join(text.split())


def _ignore(_: Journey) -> None:
    """Before the desktop has said who shows outcomes."""
