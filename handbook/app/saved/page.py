"""The page of saved clauses: what a reader wants to find again, with their notes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav, Page
from handbook.app.saved.empty import NothingSaved
from handbook.app.saved.head import SavedHead
from handbook.app.saved.listing import SavedList
from handbook.app.saved.own_keys import FOOTER, OWN_KEYS, footer_hints
from handbook.app.saved.rail import Promise, SavedRail
from handbook.app.saved.undo import FOR_MS
from handbook.app.saved.views import SavedView, Show
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.hints import Footer
from handbook.app.widgets.icon_tool import SIDE, IconTool
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import ScrollBody, Strip
from handbook.app.widgets.text import Label
from handbook.app.widgets.tip import Tip
from handbook.domain.clause_ref import ClauseRef

_RAIL_FROM = 1000
"""Page width, at 100 % text, from which the rail stands beside the list."""
NOT_KEPT = (
    "This could not be kept: the disk may be full, or the file is in use. "
    "Try again, and tell IT if it happens again."
)


class SavedPage(Page):
    """Shows what is saved, and reports what the reader does with it."""

    nav = Nav.SAVED
    own_keys = OWN_KEYS

    clause_chosen = Signal(object)
    note_kept = Signal(object, str)
    link_wanted = Signal(object)
    print_wanted = Signal(object)
    print_list_wanted = Signal()
    removed = Signal(object)
    undo_pressed = Signal()
    undo_over = Signal()
    new_words_kept = Signal(object)
    changes_wanted = Signal(object)
    """The ClauseRef whose changed words are wanted, marked."""
    show_chosen = Signal(object)
    filter_changed = Signal(str)
    policies_wanted = Signal()
    policy_wanted = Signal(str)

    def __init__(self, look: Look, undo_ms: int = FOR_MS) -> None:
        super().__init__(look)
        self.list = SavedList(look, undo_ms)
        self.rail = SavedRail(look)
        self.empty = NothingSaved(look)
        self.notice = Notice(look)
        self.head = SavedHead(look)
        self.head.print_pressed.connect(self.print_list_wanted)
        self._nothing = Label(look, "", Type.LEAD, "ink2", wrap=True)
        self._promise = Promise(look, RING)
        self._sheet = QWidget()
        self._scroll = QuietScroll(look, self._sheet)
        self._stack = QStackedWidget()
        self._tip = Tip(look, self)
        self._footer = Footer(look, FOOTER)
        self._lay_out()
        self._connect()

    def show_saved(self, view: SavedView) -> None:
        """Show everything anew."""
        self._stack.setCurrentIndex(0 if view.is_empty else 1)
        self.empty.show_saved(view)
        self.rail.show_saved(view)
        self._promise.show_keeping(view.keeping)
        self.head.show_saved(view)
        self._nothing.setText(_none_words(view))
        self._nothing.setVisible(not view.groups)
        self.list.show_groups(view.groups)
        QTimer.singleShot(0, self, self._scrolled)  # where headings stand is known by then

    def say_not_kept(self) -> None:
        """Say that a change could not be written."""
        self.notice.say(NOT_KEPT)

    def say_copied(self) -> None:
        """Say that the link is on the clipboard."""
        self.notice.say("The link is copied. Paste it into an email or a message.")

    def settle(self) -> None:
        """Keep a note that is open."""
        self.list.settle()

    def take_focus(self) -> None:
        """Start at the first clause."""
        self.notice.close_notice()
        if self._stack.currentIndex() == 0:
            self.empty.focus_first()
        else:
            self.list.focus_first()

    def find_words(self) -> None:
        """Put the focus into the field."""
        if self._stack.currentIndex() == 1:
            self.head.focus_field()

    def copy_link(self) -> None:
        """Copy the link to the clause that is chosen."""
        item = self.list.chosen()
        if item is not None:
            self._copy(item.row.ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, write a note, remove, undo."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Z:
            self.undo_pressed.emit()
        elif not (plain and self._key(event.key())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for the rail, its choices stand above the list."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() / self.look.scale >= _RAIL_FROM
        self.rail.setVisible(wide)
        self.head.set_wide(wide=wide)
        self._promise.setVisible(not wide)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere loses nothing of a note."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()

    def _key(self, key: int) -> bool:
        item = self.list.chosen()
        if item is not None and self.look.letter_keys and self._letter(key, item.row.ref):
            return True
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                return self.list.step(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Escape if not self.notice.isHidden():
                self.notice.close_notice()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if item is not None:
                self.removed.emit(item.row.ref)
            case _:
                return False
        return True

    def _letter(self, key: int, ref: ClauseRef) -> bool:
        match key:
            case Qt.Key.Key_N:
                self.list.edit(ref)
            case Qt.Key.Key_C:
                self._copy(ref)
            case Qt.Key.Key_P:
                self.print_wanted.emit(ref)
            case _:
                return False
        return True

    def _show_hints(self) -> None:
        self._footer.show_hints(footer_hints(letters=self.look.letter_keys))

    def _copy(self, ref: ClauseRef) -> None:
        self.link_wanted.emit(ref)
        self.say_copied()

    def _lay_out(self) -> None:
        look = self.look
        self._nothing.setContentsMargins(RING, 24, RING, 0)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(40 - RING, 20, 40 - RING, 40)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        column.addStretch(1)
        column.addSpacing(16)
        column.addWidget(self._promise)
        self._stack.addWidget(ScrollBody(look, self.empty))
        self._stack.addWidget(self._filled())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        outer.addWidget(self._stack, 1)

    def _filled(self) -> QWidget:
        paper = Strip(self.look, "surface")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(paper, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._footer)
        return whole

    def _connect(self) -> None:
        listing = self.list
        listing.opened.connect(self.clause_chosen)
        listing.note_kept.connect(self.note_kept)
        listing.copy_wanted.connect(self._copy)
        listing.remove_wanted.connect(self.removed)
        listing.new_words_kept.connect(self.new_words_kept)
        listing.changes_wanted.connect(self.changes_wanted)
        listing.undo_pressed.connect(self.undo_pressed)
        listing.undo_over.connect(self.undo_over)
        listing.stop_reached.connect(self._bring_into_view)
        listing.explained.connect(self._explain)
        listing.unexplained.connect(self._tip.hide)
        self.rail.policy_chosen.connect(self._go_to)
        self.rail.show_chosen.connect(self.show_chosen)
        self.head.show_chosen.connect(self.show_chosen)
        self.head.filter_changed.connect(self.filter_changed)
        self.head.list_wanted.connect(self.list.focus_first)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.look.changed.connect(self._fit)
        self.look.changed.connect(self._show_hints)
        listing.print_wanted.connect(self.print_wanted)
        self.empty.policies_wanted.connect(self.policies_wanted)
        self.empty.policy_wanted.connect(self.policy_wanted)

    def _go_to(self, policy: str) -> None:
        heading = self.list.headings.get(policy)
        if heading is not None:
            self.list.focus_first(policy)
            self._scroll.verticalScrollBar().setValue(heading.mapTo(self._sheet, QPoint()).y() - 8)
            self.rail.show_current(policy)

    def _scrolled(self) -> None:
        """Mark the policy at the top of what shows."""
        self._tip.hide()
        top = self._scroll.verticalScrollBar().value() + 120
        current = ""
        for policy, heading in self.list.headings.items():
            if not current or heading.mapTo(self._sheet, QPoint()).y() <= top:
                current = policy
        self.rail.show_current(current)

    def _bring_into_view(self, widget: QWidget) -> None:
        # A list made anew is laid out by the event loop first.
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 60))

    def _explain(self, tool: QWidget) -> None:
        if isinstance(tool, IconTool):
            letter = len(tool.key) == 1 and not self.look.letter_keys
            self._tip.say(tool.words, "" if letter else tool.key)
            corner = tool.mapTo(self, QPoint(RING, RING + SIDE + 6))
            self._tip.move(min(corner.x(), self.width() - self._tip.width() - 8), corner.y())


def _none_words(view: SavedView) -> str:
    if view.filter:
        return f"Nothing you saved has “{view.filter}” in it or in its note."
    if view.show is Show.WITH_NOTES:
        return "None of what you saved has a note yet. Press N on a clause to write one."
    return "Nothing has changed in what you saved."
