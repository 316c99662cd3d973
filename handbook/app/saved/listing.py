"""The list of saved clauses: a heading for each policy, its clauses, and one open note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.row import SavedItem
from handbook.app.saved.undo import FOR_MS, UndoLine
from handbook.app.saved.views import SavedGroup, SavedRow
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import HairLine
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label
from handbook.domain.clause_ref import ClauseRef


class SavedList(QWidget):
    """Rebuilt whole whenever something changes; focus and an open note stay where they were."""

    opened = Signal(object)
    note_kept = Signal(object, str)
    copy_wanted = Signal(object)
    print_wanted = Signal(object)
    remove_wanted = Signal(object)
    new_words_kept = Signal(object)
    changes_wanted = Signal(object)
    undo_pressed = Signal()
    undo_over = Signal()
    stop_reached = Signal(QWidget)
    """A row has the focus and should be in view."""
    explained = Signal(QWidget)
    """The pointer or the focus came to a tool of a row."""
    unexplained = Signal()

    def __init__(self, look: Look, undo_ms: int = FOR_MS) -> None:
        super().__init__()
        self._look = look
        self._undo_ms = undo_ms
        self.headings: dict[str, QWidget] = {}
        self.items: list[SavedItem] = []
        self._stops: list[tuple[ClauseRef, QWidget]] = []
        self._kept: ClauseRef | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._whole.addWidget(self._body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def show_groups(self, groups: tuple[SavedGroup, ...]) -> None:
        """Show other clauses."""
        here, note = self._here(), self._open_note()
        before = self._begin()
        for group in groups:
            self._add_heading(group)
            for row in group.rows:
                self._add_row(row)
        self._put_in_place_of(before)
        if note is not None and note[0] != self._kept:
            self.edit(*note)
        elif here is not None:
            self._focus_stop(*here)

    def edit(self, ref: ClauseRef, text: str | None = None) -> None:
        """Open the note of a clause; another that is open is kept."""
        self.settle(but=ref)
        item = next((each for each in self.items if each.row.ref == ref), None)
        if item is not None:
            item.edit(text)
            self.stop_reached.emit(item)

    def settle(self, *, but: ClauseRef | None = None) -> None:
        """Keep a note that is open, so that nothing written is lost."""
        item = next((each for each in self.items if each.editor is not None), None)
        if item is None or item.editor is None or item.row.ref == but:
            return
        if item.editor.is_changed:
            self._keep(item.row.ref, item.editor.field.text())
        else:
            item.close_editor()

    def chosen(self) -> SavedItem | None:
        """The row that has the focus, or one of its tools; None while a note is written."""
        focus = QApplication.focusWidget()
        for item in self.items:
            if focus is not None and item.isAncestorOf(focus):
                return None if item.editor and item.editor.isAncestorOf(focus) else item
        return None

    def step(self, by: int) -> bool:
        """Go to another row; False where none has the focus."""
        here = self._here()
        if here is None:
            return False
        self._focus(min(len(self._stops) - 1, max(0, here[1] + by)))
        return True

    def focus_first(self, policy: str = "") -> None:
        """Go to the first row, of a policy where one is named."""
        places = (n for n, (ref, _) in enumerate(self._stops) if policy in ("", ref.policy))
        place = next(places, None)
        if place is not None:
            self._focus(place)

    def _here(self) -> tuple[ClauseRef, int] | None:
        """The clause that has the focus and its place, also where its line to undo has it."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        for place, (ref, stop) in enumerate(self._stops):
            holder = stop.parentWidget() or stop
            if stop is focus or holder.isAncestorOf(focus):
                return ref, place
        return None

    def _focus_stop(self, ref: ClauseRef, place: int) -> None:
        found = next((n for n, (each, _) in enumerate(self._stops) if each == ref), place)
        if self._stops:
            self._focus(min(found, len(self._stops) - 1))

    def _focus(self, place: int) -> None:
        stop = self._stops[place][1]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.stop_reached.emit(stop.parentWidget() or stop)

    def _open_note(self) -> tuple[ClauseRef, str] | None:
        for item in self.items:
            if item.editor is not None:
                return item.row.ref, item.editor.field.text()
        return None

    def _keep(self, ref: ClauseRef, words: str) -> None:
        # The field goes only when the list is shown anew: what could not be kept stays in it.
        self._kept = ref
        self.note_kept.emit(ref, words)
        self._kept = None

    def _cancelled(self, ref: ClauseRef) -> None:
        for item in self.items:
            if item.row.ref == ref:
                item.close_editor()
                item.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> QWidget:
        """Start on a new body; the one before is shown until the new one is whole.

        Rows that are added one by one to what is on the screen lay all of it out each time.
        """
        self.headings, self.items, self._stops = {}, [], []
        before, self._body = self._body, QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        return before

    def _put_in_place_of(self, before: QWidget) -> None:
        self._whole.addWidget(self._body)
        self._body.show()  # a layout shows it later, and what is hidden takes no focus
        before.hide()
        self._whole.removeWidget(before)
        before.deleteLater()

    def _add_heading(self, group: SavedGroup) -> None:
        look, heading = self._look, QWidget()
        line = QHBoxLayout(heading)
        line.setContentsMargins(RING, 20, 0, 6)
        line.setSpacing(14)
        line.addWidget(Label(look, group.title, Type.SECTION))
        if group.version:
            line.addWidget(Label(look, f"Version {group.version}", Type.META, "ink2"))
        if group.review:
            line.addWidget(TagLabel(look, group.review, "warn_soft", "warn_ink", icon="clock"))
        line.addStretch(1)
        self.headings[group.policy] = heading
        self._column.addWidget(heading)
        rule = QHBoxLayout()
        rule.setContentsMargins(RING, 0, RING, 0)
        holder = QWidget()
        holder.setLayout(rule)
        rule.addWidget(HairLine(look))
        self._column.addWidget(holder)

    def _add_row(self, row: SavedRow) -> None:
        if row.was_removed:
            self._add_undo(row)
            return
        item = SavedItem(self._look, row)
        item.opened.connect(self.opened)
        item.note_wanted.connect(self.edit)
        item.note_kept.connect(self._keep)
        item.note_cancelled.connect(self._cancelled)
        item.copy_wanted.connect(self.copy_wanted)
        item.print_wanted.connect(self.print_wanted)
        item.remove_wanted.connect(self.remove_wanted)
        item.new_words_kept.connect(self.new_words_kept)
        item.changes_wanted.connect(self.changes_wanted)
        for tool in item.tools:
            tool.explained.connect(lambda tool=tool: self.explained.emit(tool))
            tool.left.connect(self.unexplained)
        self.items.append(item)
        self._stops.append((row.ref, item.head))
        self._column.addWidget(item)

    def _add_undo(self, row: SavedRow) -> None:
        line = UndoLine(self._look, row, self._undo_ms)
        line.pressed.connect(self.undo_pressed)
        line.over.connect(self.undo_over)
        self._stops.append((row.ref, line.button))
        holder = QWidget()
        inset = QHBoxLayout(holder)
        inset.setContentsMargins(RING, 10, RING, 10)
        inset.addWidget(line, 1000)
        inset.addStretch(1)
        self._column.addWidget(holder)

    def _focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        del old
        for item in self.items:
            item.set_focused(inside=now is not None and item.isAncestorOf(now))
