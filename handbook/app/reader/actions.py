"""What can be done with the clause that is being read, wherever it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.reader import clause_menu
from handbook.app.reader.clause_menu import ClauseMenu
from handbook.app.reader.header import ReaderHeader
from handbook.app.reader.said import LINK_COPIED, NO_CLAUSE_YET, SAID_ABOVE, SAVED_WORDS
from handbook.app.reader.saving import Saved
from handbook.app.reader.text_view import TextView
from handbook.domain.policy import ClauseRef, Policy


class ClauseActions(QObject):
    """Joins keys, tools, header and menus to copying, saving and printing.

    `say` says a sentence above the text.
    """

    copied = Signal(str)
    save_wanted = Signal(object)
    print_wanted = Signal(object)
    pdf_wanted = Signal(object)
    changes_wanted = Signal(object)
    """The ClauseRef of what changed: of a clause, or without one of the policy."""
    find_wanted = Signal()

    def __init__(
        self, look: Look, text: TextView, header: ReaderHeader, say: Callable[[str], None]
    ) -> None:
        super().__init__(text)
        self._text = text
        self._header = header
        self._say = say
        self._policy = ""
        self._labels: dict[str, str] = {}
        self._saved: frozenset[str] = frozenset()
        self._changed: frozenset[str] | None = None
        self.menu = ClauseMenu(look, header.clause)
        text.copy_wanted.connect(self.copy)
        text.save_wanted.connect(self.save)
        text.print_wanted.connect(self._print)
        header.save_pressed.connect(lambda: self.save(text.current))
        header.clause_pressed.connect(self._open_menu)
        header.changed_pressed.connect(self._show_changes)
        header.print_pressed.connect(self._open_print)
        self.menu.chosen.connect(self._chosen)

    def show_policy(self, policy: Policy) -> None:
        """Act on another policy."""
        self._policy = policy.id
        self._labels = {clause.id: clause.label for clause in policy.clauses}

    def label(self, clause: str) -> str:
        """The number of a clause; empty for none."""
        return self._labels.get(clause, "")

    def show_saved(self, clauses: frozenset[str]) -> None:
        """Mark the clauses that are saved, beside the text and above it."""
        self._saved = clauses
        self._text.show_saved(clauses)
        self.show_current(self._text.current)

    def show_changed(self, clauses: frozenset[str] | None) -> None:
        """Offer what changed: in these clauses; None where nothing did, or nobody knows."""
        self._changed = clauses
        self._header.show_changed(changed=clauses is not None)

    def show_current(self, clause: str) -> None:
        """Say above the text whether this clause is saved."""
        self._header.show_saved(saved=clause in self._saved)

    def say_saved(self, done: Saved) -> None:
        """Say what came of a wish to save."""
        tools = self._text.tools
        if done in SAID_ABOVE or not tools.save.isVisible():
            self._say(SAVED_WORDS[done])
        else:
            tools.say(tools.save, SAVED_WORDS[done])

    def copy(self, clause: str) -> None:
        """Copy the link to a clause; without one, to the policy."""
        link = f"handbook:{ClauseRef(self._policy, clause)}"
        QGuiApplication.clipboard().setText(link)
        tools = self._text.tools
        if tools.copy.isVisible():
            tools.say(tools.copy, "Link copied")
        else:
            self._say(LINK_COPIED)
        self.copied.emit(link)

    def save(self, clause: str) -> None:
        """Ask for a clause to be saved, or taken off."""
        if clause:
            self.save_wanted.emit(ClauseRef(self._policy, clause))
        else:
            self._say(NO_CLAUSE_YET)

    def _print(self, clause: str) -> None:
        self.print_wanted.emit(ClauseRef(self._policy, clause))

    def _open_menu(self) -> None:
        here = self._text.current
        saved = here in self._saved
        label, button = self.label(here), self._header.clause
        self.menu.open_for(here, label, button, saved=saved, changed=self._changed_words(here))

    def _changed_words(self, clause: str) -> str:
        if self._changed is None:
            return ""
        return "What changed here" if clause in self._changed else "What changed in this policy"

    def _show_changes(self) -> None:
        """At the clause that is read, where that one changed."""
        here = self._text.current
        at = here if self._changed is not None and here in self._changed else ""
        self.changes_wanted.emit(ClauseRef(self._policy, at))

    def _open_print(self, button: QWidget) -> None:
        here = self._text.current
        self.menu.open_print(here, self.label(here), button)

    def _chosen(self, wanted: str, clause: str) -> None:
        match wanted:
            case clause_menu.COPY:
                self.copy(clause)
            case clause_menu.SAVE:
                self.save(clause)
            case clause_menu.FIND:
                self.find_wanted.emit()
            case clause_menu.CHANGED:
                self._show_changes()
            case clause_menu.PRINT | clause_menu.PRINT_ALL:
                self._print(clause)
            case _:
                self.pdf_wanted.emit(ClauseRef(self._policy, clause))
