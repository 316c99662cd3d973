"""The page of confirming, the ways to it, and the receipts on their way to the school."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from handbook.app.duties import ReaderDuties
from handbook.app.house import House
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.domain.summary import Summary

if TYPE_CHECKING:  # loaded when they are wanted
    from handbook.app.confirm.page import ConfirmPage
    from handbook.app.confirm.presenter import ConfirmPresenter
    from handbook.app.confirm.recording import Recording
    from handbook.app.confirm.views import ConfirmView
    from handbook.app.confirm.way_in import WayIn
    from handbook.app.reader.page import ReaderPage
    from handbook.app.receipt_carrier import ReceiptCarrier
    from handbook.app.since_confirmed import Since
    from handbook.domain.policy import Policy
    from handbook.domain.policy_card import PolicyCard


class ConfirmRooms(QObject):
    """Builds the page and its presenter, and joins their signals."""

    confirmed = Signal()
    """Something was confirmed, so every list of what is due is another."""

    def __init__(self, house: House, duties: ReaderDuties, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._duties = duties
        self._library = Library()
        self._summary = Summary()
        self._way_in: WayIn | None = None
        self.carrier: ReceiptCarrier | None = None

    @cached_property
    def page(self) -> ConfirmPage:
        """The page."""
        from handbook.app.confirm.page import ConfirmPage

        page, house = ConfirmPage(self._house.look), self._house
        page.clause_chosen.connect(
            lambda policy, clause: house.ways.open_clause(ClauseRef(policy, clause))
        )
        page.next_pressed.connect(house.ways.open_confirm)
        page.home_pressed.connect(house.ways.go_home)
        page.record_pressed.connect(house.ways.open_confirmed)
        return page

    @cached_property
    def presenter(self) -> ConfirmPresenter:
        """What the page answers to."""
        from handbook.app.confirm.presenter import ConfirmPresenter

        house, page = self._house, self.page
        services = house.services
        presenter = ConfirmPresenter(
            self, self._duties, self._recording, services.today, services.now
        )
        presenter.set_library(self._library)
        presenter.on_confirmed = self._confirmed
        page.answered.connect(presenter.answered)
        page.agreed.connect(presenter.agreed)
        page.confirm_pressed.connect(presenter.confirm)
        page.read_pressed.connect(self._read)
        page.changes_pressed.connect(lambda policy: house.ways.open_confirm(policy, changes=True))
        page.ask_pressed.connect(self._show_owner)
        return presenter

    @cached_property
    def since(self) -> Since:
        """What changed since it was confirmed last."""
        from handbook.app.since_confirmed import Since

        since, house = Since(self._house.look, self), self._house
        since.page.clause_chosen.connect(house.ways.open_clause)
        since.page.policies_wanted.connect(house.ways.open_policies)
        since.page.all_wanted.connect(house.ways.open_changes)
        since.agreed.connect(self.presenter.agreed)
        since.confirm_pressed.connect(self.presenter.confirm)
        since.ask_pressed.connect(self._ask_elsewhere)
        return since

    @cached_property
    def _recording(self) -> Recording:
        from handbook.app.confirm.recording import Recording
        from handbook.state.account import account_name, computer_name

        services = self._house.services
        return Recording(
            services.confirmations,
            self._source,
            services.today,
            account_name(),
            computer_name(),
            has_folder=services.managed.receipts_folder is not None,
        )

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        self._summary = library.summary
        self._duties.begin(self._summary)
        if "presenter" in self.__dict__:
            self.presenter.set_library(library)

    def carry(self) -> None:
        """Begin to take receipts to the school's folder, where it has named one."""
        services = self._house.services
        folder = services.managed.receipts_folder
        if folder is None or self.carrier is not None:
            return
        from handbook.app.receipt_carrier import ReceiptCarrier

        self.carrier = ReceiptCarrier(services.confirmations, folder, services.today, self)
        self.carrier.changed.connect(self._receipts_moved)
        self.carrier.start()

    def show(self, policy: str, *, changes: bool = False) -> None:
        """Show the page for a policy, or what changed in it since it was confirmed last."""
        if not (changes and self._show_changes(policy)):
            self.presenter.open(policy)
            self._house.show_page(self.page)

    def show_confirm(self, view: ConfirmView) -> None:
        """Show how far the reader has come, wherever that is shown."""
        self.page.show_confirm(view)
        if "since" in self.__dict__:
            self.since.show_confirm(view)

    def say_missing(self, words: str) -> None:
        """Say what is to be done first; what is asked is asked on the page itself."""
        if not self.page.isVisible():
            self._house.ways.open_confirm(self.page.policy)
        self.page.say_missing(words)

    def say_not_kept(self) -> None:
        """Say that the confirmation could not be written."""
        if not self.page.isVisible():
            self._house.ways.open_confirm(self.page.policy)
        self.page.say_not_kept()

    def set_out(self, policy: str) -> None:
        """Begin with a policy that is to be confirmed, or go on where it was opened before."""
        card, services = self._card(policy), self._house.services
        duty = self._duties.of(self._summary).of(card, services.today()) if card else None
        if card is None or duty is None or not duty.is_open:
            self._house.ways.open_clause(ClauseRef(policy))
        elif self._is_opened(card):
            self._house.ways.open_confirm(policy)
        elif duty.has_changed and services.confirmations.has_text(policy):
            self._house.ways.open_confirm(policy, changes=True)
        else:
            self._read(policy)

    def opened(self, policy: str) -> None:
        """A policy is being read."""
        if (card := self._card(policy)) is not None:
            self._duties.opened(card.id, card.version)

    def show_in_reader(self, reader: ReaderPage, policy: str) -> None:
        """Offer the way to this page under a policy that is to be confirmed."""
        card, today = self._card(policy), self._house.services.today()
        if card is None:
            return
        duty = self._duties.of(self._summary).of(card, today)
        if self._way_in is None and not duty.is_open:
            return
        if self._way_in is None:
            from handbook.app.confirm.way_in import WayIn

            self._way_in = WayIn(self._house.look, reader.text)
            self._way_in.pressed.connect(self._house.ways.open_confirm)
        self._way_in.show_duty(policy, duty, today)

    def close(self) -> None:
        """Begin no more."""
        if self.carrier is not None:
            self.carrier.close()
        if "since" in self.__dict__:
            self.since.close()

    def _card(self, policy: str) -> PolicyCard | None:
        return next((card for card in self._summary.cards if card.id == policy), None)

    def _is_opened(self, card: PolicyCard) -> bool:
        here = self._duties.is_opened(card.id, card.version)
        return here or self._house.services.confirmations.has_begun(card.id, card.version)

    def _show_changes(self, policy: str) -> bool:
        """Show them; False where there is nothing to confirm, or the text of then is not kept."""
        services, card = self._house.services, self._card(policy)
        if card is None:
            return False
        duty = self._duties.of(self._summary).of(card, services.today())
        text = services.confirmations.text(policy)
        if not (duty.is_open and duty.has_changed) or duty.last is None or text is None:
            return False
        self._duties.opened(card.id, card.version)
        services.confirmations.begin(card.id, card.version)
        self.since.open(text, duty.last.version, self._library.policy(policy), self._library)
        self.presenter.open(policy)
        self._house.show_page(self.since.page)
        return True

    def _ask_elsewhere(self) -> None:
        self._house.ways.open_confirm(self.page.policy)
        self._show_owner(self.page.policy)

    def _read(self, policy: str) -> None:
        """Open a policy in order to confirm it; that is kept until it is done."""
        if (card := self._card(policy)) is not None:
            self._house.services.confirmations.begin(card.id, card.version)
        self._house.ways.open_clause(ClauseRef(policy))

    def _source(self, policy: Policy) -> str:
        return (self._house.services.reading / policy.file).read_text(encoding="utf-8")

    def _confirmed(self) -> None:
        self.confirmed.emit()
        if not self.page.isVisible():  # it was confirmed under its changes
            self._house.ways.open_confirm(self.page.policy)
        if self.carrier is not None:
            self.carrier.go()

    def _receipts_moved(self) -> None:
        if "presenter" in self.__dict__ and self.page.isVisible():
            self.presenter.show_again()

    def _show_owner(self, policy: str) -> None:
        from handbook.app.contacts import person_view

        found = self._library.policy(policy)
        contacts = self._library.school.contacts
        owner = contacts.get(found.owner) or contacts.get("headteacher")
        if owner is not None:
            self.page.show_person(person_view(owner, self._house.services.today()))
