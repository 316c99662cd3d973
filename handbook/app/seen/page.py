"""What a school laptop can still show, opened from the questions and from the outcome."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.journey.bar import WizardBar
from handbook.app.journey.leaving import on_back_key
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.seen.body import SeenBody
from handbook.app.seen.presenter import SeenView
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.hints import Footer, Hint

_HINTS = (
    Hint(("Alt", "Left"), "back"),
    Hint(("Down", "Up"), "scroll"),
    Hint(("Shift", "Shift", "Shift"), "leave quickly"),
)


class SeenPage(Page):
    """The guide in the frame of a journey, with the way back to where the reader was."""

    own_bar = True
    holds_still = True

    left_quickly = Signal()
    back_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view: SeenView | None = None
        self._body: SeenBody | None = None
        self.came_from: Page | None = None
        """Where the way back leads; its words are not to be lost while this page is shown."""
        bar = WizardBar(look)
        bar.left_quickly.connect(self.left_quickly)
        self._scroll = QuietScroll(look, QWidget())
        # Always on, so that its room is always the same and nothing moves sideways.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        on_back_key(self, self.back_pressed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(Footer(look, _HINTS))

    def show_guide(self, view: SeenView) -> None:
        """Show the guide from its beginning; it is built anew only where it is another."""
        self._scroll.verticalScrollBar().setValue(0)
        if view == self._view:
            return
        self._view = view
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._body = SeenBody(self.look, view)
        self._body.back_pressed.connect(self.back_pressed)
        self._body.setAutoFillBackground(False)
        self._scroll.set_body(self._body)

    def may_close(self) -> bool:
        """Let the page that lies behind this one ask first, where it has something to ask."""
        behind = self.came_from
        if behind is None:
            return True
        self.back_pressed.emit()
        return behind.may_close()

    def take_focus(self) -> None:
        """The way back, which Enter presses."""
        if self._body is not None:
            self._body.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and page keys scroll."""
        if not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)
