"""What changed in a policy since its reader confirmed it last, with the box to confirm it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from handbook.app.background import LatestOnly
from handbook.app.changes.compared import Compared, Sides
from handbook.app.changes.page import ChangesPage
from handbook.app.changes.presenter import ChangesPresenter
from handbook.app.changes.views import State
from handbook.app.confirm.box import ConfirmBox
from handbook.app.confirm.views import ConfirmView, Stage
from handbook.app.look.look import Look
from handbook.app.page import Nav
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import ContentError
from handbook.domain.library import Library
from handbook.domain.policy import Policy

_OPEN = (Stage.CHECK, Stage.READY)


class SincePage(ChangesPage):
    """The page of changes, for one policy and one reader."""

    nav = Nav.CHANGES
    holds_still = True


class Since(QObject):
    """Compares the text that was confirmed last with the one in use, off the window's thread."""

    agreed = Signal(bool)
    confirm_pressed = Signal()
    ask_pressed = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.page = SincePage(look)
        self.box = ConfirmBox(look)
        self.page.put_footer(self.box)
        self._presenter = ChangesPresenter(self.page)
        self._comparing = LatestOnly(self)
        self.page.fold_opened.connect(self._presenter.fold_opened)
        self.box.agreed.connect(self.agreed)
        self.box.confirm_pressed.connect(self.confirm_pressed)
        self.box.ask_pressed.connect(self.ask_pressed)

    def open(self, text: str, version: str, policy: Policy, library: Library) -> None:
        """Compare; `version` is the one that was confirmed."""
        self._presenter.set_state(State.WORKING)
        names = (f"version {version}, which you confirmed", f"version {policy.version}")

        def job() -> Compared:
            from handbook.domain.handbook_changes import compare_handbooks
            from handbook.markup.policies import read_policy

            was = read_policy(text, policy.file)
            sides = Sides(was, library, *names)
            return Compared(sides, compare_handbooks(was, library))

        def show(compared: Compared) -> None:
            self._presenter.set_compared(compared)
            self._presenter.open(ClauseRef(policy.id))

        self._comparing.request(job, show, self._failed)

    def show_confirm(self, view: ConfirmView) -> None:
        """Show what is still missing before it can be confirmed."""
        self.box.setVisible(view.stage in _OPEN)
        self.box.show_box(
            view.agree, view.confirm, view.missing, view.kept, is_agreed=view.is_agreed
        )

    def close(self) -> None:
        """Finish the background work."""
        self._comparing.close()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ContentError):
            raise error
        self._presenter.set_state(State.UNREADABLE)
