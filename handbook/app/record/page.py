"""Write a record: a form that keeps nothing, and the sheet that comes of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.bar import WizardBar
from handbook.app.journey.leaving import on_back_key
from handbook.app.journey.record_for import RecordFor
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.record.actions import RecordActions
from handbook.app.record.form import Form
from handbook.app.record.said import Said
from handbook.app.record.side import KeptPanel, Tips, WhatYouGet
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, centre
from handbook.app.widgets.scroll_bar import WIDTH as BAR_WIDTH
from handbook.app.widgets.text import Label
from handbook.domain.record import Parts

_SIDE = 320
_TWO_COLUMNS_FROM = 960
_LEAD = (
    "Write what you know now. Leave the rest blank: it prints as empty lines to fill in by hand."
)


class RecordPage(Page):
    """A form, and beside it what comes out. It holds the only copy of what is typed."""

    own_bar = True
    holds_still = True

    left_quickly = Signal()
    back_pressed = Signal()
    edited = Signal()
    """A field changed."""
    pdf_pressed = Signal()
    word_pressed = Signal()
    print_pressed = Signal()
    clear_pressed = Signal()
    stay_pressed = Signal()
    save_and_leave_pressed = Signal()
    forget_and_leave_pressed = Signal()
    close_asked = Signal()
    """The window is to close while the page holds words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._holds = False
        self._two: bool | None = None
        self.bar = WizardBar(look, saves=True)
        self.bar.left_quickly.connect(self.left_quickly)
        self.back = LinkButton(look, "Back to your route")
        self.back.clicked.connect(self.back_pressed)
        self.form = Form(look)
        self.form.edited.connect(self.edited)
        self.form.cursor_moved.connect(self._show_cursor)
        self._kept = KeptPanel(look)
        self._get = WhatYouGet(look)
        self._tips = Tips(look)
        self.said = Said(look)
        self.ways = RecordActions(look)
        self._scroll = QuietScroll(look, self._body())
        # Always on, so that its room is always the same while the fields grow.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A field that grows makes the body higher only when Qt has laid it out.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_cursor)
        self._join()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.said)
        column.addWidget(self.ways)
        look.changed.connect(self._arrange)

    def show_form(self, meant: RecordFor) -> None:
        """Show an empty form for a route."""
        self.form.clear()
        self._get.show_for(meant)
        self._tips.show_for(meant)
        self.ways.show_for(about_child=meant.about_child)
        self._scroll.verticalScrollBar().setValue(0)

    def texts(self) -> Mapping[Parts, str]:
        """What is typed, by part."""
        return self.form.texts()

    def show_written(self, parts: frozenset[Parts]) -> None:
        """Say which parts have words; without any, a blank sheet comes out."""
        self._get.picture.show_written(parts)
        self.ways.show_blank(is_blank=not parts)

    def hold(self, *, holds: bool) -> None:
        """Whether the window asks before it closes."""
        self._holds = holds

    def may_close(self) -> bool:
        """Ask first where words would be lost."""
        if self._holds:
            self.close_asked.emit()
        return not self._holds

    def say_saved(self, sentence: str, *, can_clear: bool) -> None:
        """Say where the file is; with words on the page, offer to clear it."""
        self.said.say_saved(sentence, can_clear=can_clear)

    def say_not_saved(self, sentence: str) -> None:
        """Say where it could not be saved and why; the words stay."""
        self.said.say_not_saved(sentence)

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self.said.say(sentence)

    def ask_to_leave(self) -> None:
        """Ask whether to save the words, to forget them or to stay."""
        self.said.ask_to_leave()

    def say_nothing(self) -> None:
        """Take away what was said or asked."""
        had_focus = self.said.isAncestorOf(self.focusWidget() or self)
        self.said.say_nothing()
        if had_focus:
            self.take_focus()

    def clear(self) -> None:
        """Empty every field, and the way back to what was in it."""
        self.form.clear()
        self._scroll.verticalScrollBar().setValue(0)
        self.take_focus()

    def forget(self) -> None:
        """Empty everything that was shown."""
        self.form.clear()
        self.said.say_nothing()
        self._get.forget()

    def take_focus(self) -> None:
        """The first field, ready to write."""
        self.form.fields[Parts.SEEN].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow or the text large."""
        super().resizeEvent(event)
        self._arrange()

    def _join(self) -> None:
        self.ways.pdf.clicked.connect(self.pdf_pressed)
        self.ways.word.clicked.connect(self.word_pressed)
        self.ways.print.clicked.connect(self.print_pressed)
        self.said.clear_pressed.connect(self.clear_pressed)
        self.said.closed.connect(self.stay_pressed)
        self.said.save_pressed.connect(self.save_and_leave_pressed)
        self.said.leave_pressed.connect(self.forget_and_leave_pressed)
        on_back_key(self, self.back_pressed.emit)
        for keys, pressed in (("Ctrl+S", self.pdf_pressed), ("Ctrl+P", self.print_pressed)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(pressed)

    def _body(self) -> QWidget:
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self._left.addWidget(self.back)
        for label in (
            Label(self.look, "Write a record", Type.QUESTION, wrap=True),
            Label(self.look, _LEAD, Type.LEAD, "ink2", wrap=True),
        ):
            label.setContentsMargins(RING, 0, RING, 0)
            self._left.addWidget(label)
        self._left.addSpacing(12)
        self._promise = QVBoxLayout()
        self._left.addLayout(self._promise)
        self._left.addWidget(self.form)
        self._left.addStretch(1)
        self._side_column = QVBoxLayout()
        self._side_column.setSpacing(0)
        self._side_column.addSpacing(24)
        self._side_column.addWidget(self._get)
        self._side_column.addSpacing(26)
        self._side_column.addWidget(self._tips)
        self._side_column.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(self._side_column)
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 14, 0, 8)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self._side)
        body = Fluid()
        centre(body, inner, 18, 18 - BAR_WIDTH)
        return body

    def _arrange(self) -> None:
        """Put the side below where there is no room; the promise then comes before the form."""
        grown = self.look.line_height(Type.UI) / Type.UI.value.line
        two = self.width() / grown >= _TWO_COLUMNS_FROM
        room = min(self.width() - 36, COLUMN + 2 * RING)
        self.form.fit(room - (_SIDE + 58 if two else 0))
        self._side_column.setContentsMargins(0 if two else RING, 2, RING, 0)
        self._side.setFixedWidth(_SIDE + RING if two else room)
        self._promise.setContentsMargins(RING, 0, RING, 0 if two else 14)
        if two is self._two:
            return
        self._two = two
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setSpacing(64 - RING if two else 22)
        if two:
            self._side_column.insertWidget(0, self._kept)
        else:
            self._promise.addWidget(self._kept)

    def _show_cursor(self) -> None:
        """Keep the place of typing in sight."""
        body, field = self._scroll.widget(), self.form.focused
        if body is None or field is None:
            return
        at = field.cursor_rect
        middle = field.mapTo(body, at.center())
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, at.height() + 16)
