"""The reader: one policy, its outline, and what can be done with a clause."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.contacts import PersonView
from handbook.app.document.builder import build
from handbook.app.look.look import Look
from handbook.app.page import Nav, Page
from handbook.app.reader.actions import ClauseActions
from handbook.app.reader.contents import Contents
from handbook.app.reader.header import ReaderHeader
from handbook.app.reader.kept_place import place_in
from handbook.app.reader.marking import Marking
from handbook.app.reader.outline import Outline
from handbook.app.reader.own_keys import OWN_KEYS
from handbook.app.reader.saving import Saved
from handbook.app.reader.text_view import TextView
from handbook.app.reader.views import PolicyView
from handbook.app.widgets.notice import Notice
from handbook.domain.outside import OutsideAddress
from handbook.domain.policy import ClauseRef


class ReaderPage(Page):
    """Shows a policy and reports what the reader does with it."""

    nav = Nav.POLICIES
    own_keys = OWN_KEYS

    link_chosen = Signal(object)
    """A link in the text was followed."""
    clause_shown = Signal(object)
    """The ClauseRef that is being read changed."""
    breadcrumb_chosen = Signal(str)
    """A collection, or the policy's id."""
    copied = Signal(str)
    """A link was put on the clipboard."""
    save_wanted = Signal(object)
    """The ClauseRef of what is to be saved, or taken off where it is."""
    print_wanted = Signal(object)
    """The ClauseRef of what is to be printed; without a clause, the policy."""
    pdf_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view: PolicyView | None = None
        self._pictures: Path | None = None
        self.outline = Outline(look)
        self.header = ReaderHeader(look)
        self.notice = Notice(look)
        self.text = TextView(look)
        self._contents = Contents(look, self.outline, self.header, self.text)
        self._marking = Marking(self.text, self.header.finder)
        self._lay_out()
        self.clause_actions = ClauseActions(look, self.text, self.header, self.show_words)
        self._connect()
        look.changed.connect(self._rebuild)

    @property
    def window_title(self) -> str:
        """The policy's title."""
        return f"{self._view.policy.title} – Staff handbook" if self._view else "Staff handbook"

    @property
    def policy(self) -> str | None:
        """The id of the policy that is shown."""
        return self._view.policy.id if self._view else None

    def set_content(self, folder: Path) -> None:
        """Show the pictures of a content folder from now on."""
        self._pictures = folder

    def show_policy(self, view: PolicyView) -> None:
        """Show a policy at a clause, or at its start."""
        same = self._view is not None and self._view.policy is view.policy
        again = same and self._view is not None and self._view.front == view.front
        self._view = view
        self.notice.close_notice()
        if not again:
            self.close_find()
            self._show_whole(view)
        self.go_to(view.clause)
        self._show_place(self.text.current)
        self._fit()

    def renew_policy(self, view: PolicyView) -> None:
        """Show a policy that was changed, with the reader where they were."""
        place = place_in(view.policy, self._view.policy if self._view else None, self.text.place)
        self._view = view
        self._show_whole(view)
        self._fit()
        self.text.return_to(place)
        self._show_place(self.text.current)
        self._marking.again()

    def go_to(self, clause_id: str) -> None:
        """Show a clause; without one, the start."""
        if not clause_id or not self.text.go_to(clause_id):
            self.text.go_to_start()

    def show_words(self, words: str) -> None:
        """Say something in one sentence."""
        self.notice.say(words)

    def show_person(self, person: PersonView) -> None:
        """Show how somebody is reached."""
        self.notice.show_person(person)

    def ask_to_open(self, address: OutsideAddress) -> None:
        """Ask before another program opens."""
        self.notice.ask(address)

    def show_saved(self, clauses: frozenset[str]) -> None:
        """Mark the clauses of this policy that are saved."""
        self.outline.tree.show_saved(clauses)
        self.clause_actions.show_saved(clauses)

    def say_saved(self, done: Saved) -> None:
        """Say what came of a wish to save."""
        self.clause_actions.say_saved(done)

    def take_focus(self) -> None:
        """Read at once: the letters act in the text."""
        self.text.setFocus()

    def find_words(self) -> None:
        """Open the find bar."""
        self.header.show_find(shown=True)
        self._marking.look_for(self.header.finder.text)

    def close_find(self) -> None:
        """Close the find bar and take its marks off."""
        if self.header.finder.isHidden():
            return
        self.header.show_find(shown=False)
        self._marking.end()
        self.text.setFocus()

    def forget_words(self) -> None:
        """Close the find bar, and leave nothing in it."""
        self.close_find()
        self.header.finder.forget()

    def copy_link(self) -> None:
        """Copy the link to the clause that is being read, or to the policy."""
        if self._view is not None:
            self.clause_actions.copy(self.text.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 and Escape, from wherever the focus is."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_F3:
            self._step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape and self._close_one():
            return
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Step down where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(right, 1)

    def _connect(self) -> None:
        header, text = self.header, self.text
        text.link_chosen.connect(self.link_chosen)
        text.current_changed.connect(self._current_changed)
        self.outline.chosen.connect(self._outline_chosen)
        header.collection_pressed.connect(self._collection_pressed)
        header.policy_pressed.connect(self._policy_pressed)
        header.overdue_pressed.connect(text.go_to_start)
        header.find_pressed.connect(self.find_words)
        self.clause_actions.copied.connect(self.copied)
        self.clause_actions.save_wanted.connect(self.save_wanted)
        self.clause_actions.print_wanted.connect(self.print_wanted)
        self.clause_actions.pdf_wanted.connect(self.pdf_wanted)
        self.clause_actions.find_wanted.connect(self.find_words)
        header.finder.edited.connect(self._marking.look_for)
        header.finder.stepped.connect(self._step)
        header.finder.closed.connect(self.close_find)
        self.notice.stand_after(header)
        self.notice.open_pressed.connect(self._open_outside)
        self.notice.closed.connect(self.text.setFocus)

    def _show_whole(self, view: PolicyView) -> None:
        self.outline.tree.show_policy(view.policy)
        self.header.show_policy(view.policy.collection, view.policy.title, view.overdue)
        self.header.fit_clauses(clause.label for clause in view.policy.clauses)
        self.clause_actions.show_policy(view.policy)
        self._build()

    def _build(self) -> None:
        view = self._view
        if view is None:
            return
        built = build(
            view.policy, view.school, self.look, front=view.front, content=self._pictures
        )
        labels = {clause.id: clause.label for clause in view.policy.clauses}
        version = f", version {view.policy.version}" if view.policy.version else ""
        self.text.show_document(built, labels, f"{view.policy.title}{{label}}{version}")

    def _rebuild(self) -> None:
        """Build again in the new colours and size, at the same clause."""
        if self._view is None:
            return
        place = self.text.current
        self._build()
        self._fit()
        self.go_to(place)
        self.text.settle()
        self._marking.again()

    def _fit(self) -> None:
        self._contents.fit(self.width())

    def _current_changed(self, clause: str) -> None:
        self._show_place(clause)
        if self._view is not None and clause:
            self.clause_shown.emit(ClauseRef(self._view.policy.id, clause))

    def _show_place(self, clause: str) -> None:
        if self._view is None:
            return
        self.outline.tree.show_current(clause)
        section = self.outline.tree.section_of_current()
        self.header.show_section(section, self.clause_actions.label(clause))
        self.clause_actions.show_current(clause)
        self._contents.fit_header()

    def _outline_chosen(self, place: str) -> None:
        self._contents.close()
        self.go_to(place)
        self.text.setFocus()

    def _step(self, by: int) -> None:
        if self.header.finder.isHidden():
            self.find_words()
            return
        self._marking.step(by)

    def _close_one(self) -> bool:
        if not self.header.finder.isHidden():
            self.close_find()
            return True
        if not self.notice.isHidden():
            self.notice.close_notice()
            return True
        return False

    def _collection_pressed(self) -> None:
        if self._view is not None:
            self.breadcrumb_chosen.emit(self._view.policy.collection)

    def _policy_pressed(self) -> None:
        if self._view is not None:
            self.breadcrumb_chosen.emit(self._view.policy.id)

    def _open_outside(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self.notice.say(f"No program on this laptop opens {address}")
