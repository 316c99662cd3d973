"""The page where a policy is confirmed: read, check, confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.confirm.box import ConfirmBox
from handbook.app.confirm.own_keys import OWN_KEYS
from handbook.app.confirm.sheet import ConfirmSheet
from handbook.app.confirm.steps import StepsRail
from handbook.app.confirm.views import ConfirmView, Said, Stage
from handbook.app.confirm.words import NOT_KEPT
from handbook.app.contacts import PersonView
from handbook.app.look.look import Look
from handbook.app.page import Nav, Page
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.one_press import OnePress
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through

_RAIL_FROM = 1000
"""Page width, at 100 % text, from which the steps stand at the side."""
_OPEN = (Stage.READ, Stage.CHECK, Stage.READY)


class ConfirmPage(Page):
    """Shows the steps of one policy, and reports what the reader does."""

    nav = Nav.POLICIES
    own_keys = OWN_KEYS
    holds_still = True

    read_pressed = Signal(str)
    """A policy is to be read in order to confirm it."""
    changes_pressed = Signal(str)
    """What changed in it since that was done last is to be read."""
    clause_chosen = Signal(str, str)
    """A policy, and the clause in it that a question rests on."""
    answered = Signal(int, int)
    agreed = Signal(bool)
    confirm_pressed = Signal()
    ask_pressed = Signal(str)
    """Somebody has a question about this policy."""
    next_pressed = Signal(str)
    home_pressed = Signal()
    record_pressed = Signal()
    """What was confirmed so far is wanted on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view = ConfirmView(Stage.NOTHING)
        self.rail = StepsRail(look)
        self.notice = Notice(look)
        self.sheet = ConfirmSheet(look)
        self.box = ConfirmBox(look)
        self._scroll = QuietScroll(look, self.sheet)
        self._one_press = OnePress(self)
        self._lay_out()
        self._connect()
        look.changed.connect(self._fit)

    @property
    def policy(self) -> str:
        """The policy that is shown."""
        return self._view.policy

    @property
    def window_title(self) -> str:
        """What is confirmed."""
        title = self._view.title
        return f"Confirm {title} – Staff handbook" if title else "Staff handbook"

    def show_confirm(self, view: ConfirmView) -> None:
        """Show everything anew; the focus stays where it is of use."""
        before, self._view = self._view, view
        self._one_press.guard()  # answers fold away under the pointer
        new = (before.policy, before.stage) != (view.policy, view.stage)
        focus = QApplication.focusWidget()
        self.rail.show_confirm(view)
        self.sheet.show_confirm(view)
        self.box.setVisible(view.stage in _OPEN)
        self.box.show_box(
            view.agree, view.confirm, view.missing, view.kept, is_agreed=view.is_agreed
        )
        tab_through(self.rail, self.notice, self.sheet, self.box)
        if new:
            self.notice.close_notice()
            self._scroll.verticalScrollBar().setValue(0)
            if self.isVisible():
                self.take_focus()
        else:
            self._go_on(before, focus)
        self._fit()

    def say_missing(self, words: str) -> None:
        """Say what is to be done first, and lead there."""
        self._announce(words)
        open_one = self.sheet.open_question()
        if self._view.stage is Stage.READ:
            self.sheet.read.setFocus()
        elif open_one is not None:
            open_one.focus_first()
            self._bring_into_view(open_one)
        else:
            self.box.tick.setFocus()

    def say_not_kept(self) -> None:
        """Say that the confirmation could not be written."""
        self.notice.say(NOT_KEPT)

    def show_person(self, person: PersonView) -> None:
        """Show who can be asked."""
        self.notice.show_person(person)

    def take_focus(self) -> None:
        """Start where there is something to do."""
        open_one = self.sheet.open_question()
        if self._view.stage in (Stage.CHECK, Stage.READY) and open_one is None:
            self.box.tick.setFocus()
        elif open_one is not None:
            open_one.focus_first()
        else:
            self.sheet.first_button().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number answers, the arrows move, Escape closes what was said above."""
        number = event.key() - Qt.Key.Key_0
        bare = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if bare and self.look.letter_keys and 1 <= number <= 9 and self._answer(number):
            return
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                forward = event.key() == Qt.Key.Key_Down
                self.focusNextPrevChild(forward)
            case Qt.Key.Key_Escape if not self.notice.isHidden():
                self.notice.close_notice()
            case _ if bare and self._scroll.scroll_by(event.key()):
                return
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for the rail, one line above the sheet says where one is."""
        super().resizeEvent(event)
        self._fit()

    def _read(self) -> None:
        wanted = self.changes_pressed if self._view.is_changes else self.read_pressed
        wanted.emit(self._view.policy)

    def _answer(self, number: int) -> bool:
        """Take an answer of the question that has the focus, or of the first open one."""
        focus = QApplication.focusWidget()
        within = (b for b in self.sheet.blocks if focus is not None and b.isAncestorOf(focus))
        block = next(within, None)
        if block is None or block.view.said is Said.RIGHT:
            block = self.sheet.open_question()
        if block is None or number > len(block.cards):
            return False
        self.answered.emit(block.number, number)
        return True

    def _go_on(self, before: ConfirmView, focus: QWidget | None) -> None:
        """After an answer: on to the next question, or to the box; then to the button."""
        for block, was in zip(self.sheet.blocks, before.questions, strict=False):
            if block.view == was:
                continue
            self._announce(block.spoken)
            if block.view.said is Said.RIGHT:
                following = self.sheet.open_question()
                if following is not None:
                    following.focus_first()
                else:
                    self.box.tick.setFocus()
                self._bring_into_view(following or block)
            else:
                self._bring_into_view(block)
            return
        if self._view.is_agreed and not before.is_agreed and not self._view.missing:
            self.box.confirm.setFocus()
        elif focus is not None and not focus.isVisible():
            self.take_focus()

    def _bring_into_view(self, widget: QWidget) -> None:
        # What was made anew is laid out by the event loop first.
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 24))

    def _announce(self, words: str) -> None:
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _fit(self) -> None:
        wide = self.look.room(self.width()) >= _RAIL_FROM and bool(self._view.policy)
        self.rail.setVisible(wide)
        self.sheet.show_head(shown=not wide and bool(self._view.policy))

    def _lay_out(self) -> None:
        paper = Strip(self.look, "surface")
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(paper, 1)

    def _connect(self) -> None:
        for part in (self.rail.read_pressed, self.sheet.read_pressed):
            part.connect(self._read)
        self.sheet.whole_pressed.connect(lambda: self.read_pressed.emit(self._view.policy))
        self.sheet.answered.connect(self.answered)
        self.sheet.clause_wanted.connect(
            lambda clause: self.clause_chosen.emit(self._view.policy, clause)
        )
        self.sheet.next_pressed.connect(lambda: self.next_pressed.emit(self._view.next_policy))
        self.sheet.home_pressed.connect(self.home_pressed)
        self.sheet.record_pressed.connect(self.record_pressed)
        self.box.agreed.connect(self.agreed)
        self.box.confirm_pressed.connect(self.confirm_pressed)
        self.box.ask_pressed.connect(lambda: self.ask_pressed.emit(self._view.policy))
        self.notice.stand_after(self.rail)
