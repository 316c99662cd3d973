"""What it takes to confirm a policy: opened, checked, agreed. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from handbook.app.confirm.composing import GONE, confirm_view
from handbook.app.confirm.recording import Recording
from handbook.app.confirm.sitting import Sitting
from handbook.app.confirm.views import ConfirmView
from handbook.app.duties import ReaderDuties, reading_order
from handbook.domain.confirming import Duty
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.summary import Summary


class ConfirmPageView(Protocol):
    """What the presenter asks of the page."""

    def show_confirm(self, view: ConfirmView) -> None:
        """Show everything anew."""

    def say_not_kept(self) -> None:
        """Say that the confirmation could not be written."""

    def say_missing(self, words: str) -> None:
        """Say what is to be done first, and lead there."""


class ConfirmPresenter:
    """Leads through the steps of one policy at a time.

    `on_confirmed` is called when something has been confirmed.
    """

    def __init__(
        self,
        page: ConfirmPageView,
        duties: ReaderDuties,
        recording: Recording,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        self._page = page
        self._duties = duties
        self._recording = recording
        self._today = today
        self._now = now
        self._library = Library()
        self._summary = Summary()
        self._sitting: Sitting | None = None
        self.on_confirmed: Callable[[], None] = _nothing

    def set_library(self, library: Library) -> None:
        """Confirm what another library holds; answers about another text are let go."""
        self._library = library
        self._summary = library.summary  # it counts every word
        self._sitting = None

    def open(self, policy_id: str) -> None:
        """Show a policy, where it was left in this sitting."""
        policy = self._policy(policy_id)
        if policy is None:
            self._sitting = None
            self._page.show_confirm(GONE)
            return
        if self._sitting is None or self._sitting.policy is not policy:
            self._sitting = Sitting(policy)
        self.show_again()

    def answered(self, question: int, answer: int) -> None:
        """An answer was taken, both from 1. One that is right stays."""
        if self._sitting is not None and self._sitting.answer(question, answer):
            self.show_again()

    def agreed(self, is_agreed: bool) -> None:  # noqa: FBT001 - it is the value, not a switch
        """The box was ticked, or not any more."""
        if self._sitting is not None:
            self._sitting.is_agreed = is_agreed
            self.show_again()

    def confirm(self) -> None:
        """Confirm, or say what is to be done first."""
        sitting = self._sitting
        if sitting is None or not self._duty(sitting.policy).is_open:
            return
        if missing := sitting.missing(is_opened=self._is_opened(sitting.policy)):
            self._page.say_missing(missing)
            return
        try:
            self._recording.confirm(sitting.policy, self._library.school, self._now())
        except (NotKept, OSError):
            self._page.say_not_kept()
            return
        self._sitting = Sitting(sitting.policy)
        self.on_confirmed()
        self.show_again()

    def show_again(self) -> None:
        """Show the page as things are now."""
        sitting = self._sitting
        if sitting is None:
            return
        view = confirm_view(
            sitting,
            self._duty(sitting.policy),
            self._library.school,
            self._recording,
            is_opened=self._is_opened(sitting.policy),
            following=self._next(sitting.policy),
        )
        self._page.show_confirm(view)

    def _policy(self, policy_id: str) -> Policy | None:
        return next((each for each in self._library.policies if each.id == policy_id), None)

    def _duty(self, policy: Policy) -> Duty:
        return self._duties.of(self._summary).of(policy.card, self._today())

    def _is_opened(self, policy: Policy) -> bool:
        here = self._duties.is_opened(policy.id, policy.version)
        return here or self._recording.has_begun(policy)

    def _next(self, policy: Policy) -> Policy | None:
        """The policy that is due first of all others, as Home lists them."""
        duties, today = self._duties.of(self._summary), self._today()
        due = [
            (duty.by, reading_order(card), card.id)
            for card in self._summary.cards
            if card.id != policy.id and (duty := duties.of(card, today)).by is not None
        ]
        return self._policy(min(due)[2]) if due else None


def _nothing() -> None:
    """Stand in until the rooms say what follows."""
