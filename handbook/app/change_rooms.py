"""The page of changes, and the comparison behind it, made off the window's thread."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from handbook.app.background import LatestOnly
from handbook.app.dates import long_date
from handbook.app.house import House
from handbook.app.installed import Before
from handbook.app.services import Services
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import HandbookError
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded when somebody wants to know
    from handbook.app.changes.compared import Compared
    from handbook.app.changes.page import ChangesPage
    from handbook.app.changes.presenter import ChangesPresenter
    from handbook.app.changes.views import State
    from handbook.app.preview.presenter import PreviewPresenter

REST_MS = 1500
"""Milliseconds after the start before anything is compared: search comes first."""


class ChangeRooms(QObject):
    """Compares what is read with the version before, once, and shows what came of it."""

    compared = Signal(object)
    """A Compared: what is known now; it comes again when the questions are compared too."""

    told = Signal()
    """What is known of changes is otherwise now: more, or nothing for another version."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._library = Library()
        self._comparing = LatestOnly(self)
        self._confirming = LatestOnly(self)
        self._found: Compared | None = None
        self._ended: State | None = None
        self._begun = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)

    @cached_property
    def page(self) -> ChangesPage:
        """The list of changes and their text."""
        from handbook.app.changes.page import ChangesPage

        page, house = ChangesPage(self._house.look), self._house
        page.clause_chosen.connect(house.ways.open_clause)
        page.policies_wanted.connect(house.ways.open_policies)
        page.all_wanted.connect(house.ways.open_changes)
        page.print_wanted.connect(self._print)
        return page

    @cached_property
    def presenter(self) -> ChangesPresenter:
        """What the page shows."""
        from handbook.app.changes.presenter import ChangesPresenter
        from handbook.app.changes.views import State

        presenter = ChangesPresenter(self.page, self._ended or State.WORKING, self._found)
        self.page.fold_opened.connect(presenter.fold_opened)
        self.page.other_wanted.connect(presenter.other_wanted)
        return presenter

    @property
    def found(self) -> Compared | None:
        """What differs from the version before, as far as it is known; None for nothing yet."""
        return self._found

    def briefly(self) -> dict[str, str]:
        """Why each policy changed, or what did, in a line, by its id; nothing where not known."""
        if self._found is None:
            return {}
        from handbook.app.change_words import brief

        return {each.policy.id: each.why or brief(each) for each in self._found.changes.policies}

    def changed_in(self, policy: str) -> frozenset[str] | None:
        """The clauses of a policy that changed; None where it did not, or it is not known."""
        change = self._found.changes.policy(policy) if self._found is not None else None
        return frozenset(each.ref.clause for each in change.clauses) if change else None

    def has_changed(self, ref: ClauseRef) -> bool:
        """Whether it is known what changed in a clause."""
        return ref.clause in (self.changed_in(ref.policy) or ())

    def open(self, ref: ClauseRef) -> None:
        """Go to what changed in a policy, at a clause where one is named."""
        self._house.ways.open_changes(ref.policy, ref.clause)

    def set_library(self, library: Library) -> None:
        """Another version is read: what was compared holds no longer."""
        self._library = library
        self._found, self._ended, self._begun = None, None, False
        self._comparing.cancel()
        self.told.emit()
        if "presenter" in self.__dict__:
            self._begin()
        else:
            self._rest.start()

    def show(self, ref: ClauseRef | None) -> None:
        """Show what changed, in a policy or everywhere."""
        presenter = self.presenter
        if not self._begun:
            self._begin()
        presenter.open(ref)
        self._house.show_page(self.page)
        self._confirming.cancel()
        if ref is not None:
            self._compare_confirmed(ref.policy)

    def _compare_confirmed(self, policy_id: str) -> None:
        """Compare a policy with the text that its reader confirmed last, where that was kept."""
        kept, library = self._house.services.confirmations, self._library
        text, last = kept.text(policy_id), kept.last().get(policy_id)
        if text is None or last is None:
            return

        def take(found: Compared | None) -> None:
            if found is not None:
                self.presenter.set_confirmed(found, long_date(last.day))

        self._confirming.request(
            lambda: _compare_with(text, policy_id, library), take, self._confirmed_unreadable
        )

    def _confirmed_unreadable(self, error: Exception) -> None:
        """An older program kept what this one cannot read: then it is not offered."""
        if not isinstance(error, HandbookError):
            raise error

    def put_on_paper(self, ref: ClauseRef | None, preview: PreviewPresenter) -> None:
        """Show the pages of what changed, in a policy or everywhere."""
        from handbook.app.changes.paper import changes_steps, title_of

        view = self.presenter.view_of(ref.policy if ref is not None else "")
        today = self._house.services.today()
        preview.open_made(title_of(view), lambda: changes_steps(view, today))

    def close(self) -> None:
        """Finish the background work."""
        self._rest.stop()
        self._comparing.close()
        self._confirming.close()

    def _print(self) -> None:
        policy = self.page.view.policy
        self._house.ways.open_paper(ClauseRef(policy) if policy else None, changes=True)

    def _begin(self) -> None:
        self._rest.stop()
        self._begun = True
        library, services = self._library, self._house.services
        if "presenter" in self.__dict__:
            from handbook.app.changes.views import State

            self.presenter.set_state(State.WORKING)
        self._comparing.request(lambda: _compare(library, services), self._done, self._failed)

    def _done(self, found: Compared | None) -> None:
        if found is None:
            from handbook.app.changes.views import State

            self._end(State.FIRST)
            return
        self._take(found)
        self._comparing.request(lambda: _with_questions(found), self._take, self._failed)

    def _take(self, found: Compared) -> None:
        self._found = found
        if "presenter" in self.__dict__:
            self.presenter.set_compared(found)
        self.compared.emit(found)
        self.told.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        from handbook.app.changes.views import State

        self._end(State.UNREADABLE)

    def _end(self, state: State) -> None:
        """There is nothing to compare; where the page is there, it says why."""
        self._ended = state
        if "presenter" in self.__dict__:
            self.presenter.set_state(state)


def _compare(library: Library, services: Services) -> Compared | None:
    """What differs but for the questions; None where no version was kept before this one."""
    before = _before(services)
    if before is None:
        return None
    from handbook.app.changes.compared import Compared, Sides
    from handbook.app.changes.view_of import prepare
    from handbook.domain.handbook_changes import compare_handbooks
    from handbook.markup.compiled import open_library

    was = open_library(before.content, services.cache)
    number = services.installed.version if services.installed is not None else None
    sides = Sides(was, library, _name(before.number), _name(number, now=True))
    found = Compared(sides, compare_handbooks(was, library), is_whole=False)
    prepare(found)
    return found


def _compare_with(text: str, policy_id: str, library: Library) -> Compared | None:
    """What a policy says otherwise than a text of it; None where it says the same."""
    from handbook.app.changes.compared import Compared, Sides
    from handbook.domain.handbook_changes import compare_handbooks
    from handbook.markup.policies import read_policy

    was = read_policy(text, library.policy(policy_id).file)
    changes = compare_handbooks(was, library)
    sides = Sides(was, library, "what you confirmed", "this version")
    return None if changes.is_empty else Compared(sides, changes)


def _with_questions(found: Compared) -> Compared:
    from handbook.domain.handbook_changes import compare_questions

    was = found.sides.was
    flows = compare_questions(was, found.sides.now) if isinstance(was, Library) else ()
    return replace(found, changes=found.changes.with_flows(flows), is_whole=True)


def _before(services: Services) -> Before | None:
    if services.installed is not None:
        return services.installed.before()
    return Before(services.before) if services.before is not None else None


def _name(number: int | None, *, now: bool = False) -> str:
    if number is not None:
        return f"version {number}"
    return "this version" if now else "the version before"
