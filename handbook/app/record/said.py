"""What the page says or asks above its buttons, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.contact_card import Icon
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Strip, centre
from handbook.app.widgets.text import Label, selectable


class _Kind(NamedTuple):
    fill: Token
    ink: Token
    icon: str


_DONE = _Kind("ok_soft", "ok_ink", "check")
_WRONG = _Kind("stop_soft", "stop_ink", "warning")
_QUESTION = _Kind("warn_soft", "warn_ink", "info")
_BESIDE_FROM = 700
"""From this width on, in pixels at 100 %, the buttons stand beside the words."""
_LEAVE = "Your words are not saved yet. Save them, or leave and forget them?"


class Said(QWidget):
    """A strip of its own between the form and the buttons; it covers nothing."""

    clear_pressed = Signal()
    closed = Signal()
    """The reader has read it, or wants to stay."""
    save_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._strip: QWidget | None = None
        self._line: QBoxLayout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say_saved(self, sentence: str, *, can_clear: bool) -> None:
        """Say where the file is, and offer to clear the page until something is chosen."""
        if not can_clear:
            self.say(sentence)
            return
        self._show(
            _DONE,
            f"{sentence} Clear this page?",
            ("Clear this page", self.clear_pressed.emit),
            ("Keep writing", self.closed.emit),
        )

    def say_not_saved(self, sentence: str) -> None:
        """Say what went wrong."""
        self._show(_WRONG, f"{sentence} Your words are still here.", ("Close", self.closed.emit))

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self._show(_DONE, sentence, ("Close", self.closed.emit))

    def ask_to_leave(self) -> None:
        """Ask what is to become of the words. Staying is chosen by Enter alone."""
        save, _, stay = self._show(
            _QUESTION,
            _LEAVE,
            ("Save as PDF", self.save_pressed.emit),
            ("Leave and forget", self.leave_pressed.emit),
            ("Stay", self.closed.emit),
        )
        save.setAccessibleName("Save as PDF, then leave")
        stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_nothing(self) -> None:
        """Take it away."""
        if self._strip is not None:
            for label in self._strip.findChildren(Label):
                label.clear()
            self._strip.setAccessibleName("")
            self._column.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
            self._strip, self._line = None, None
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._line is not None:
            grown = self._look.line_height(Type.UI) / Type.UI.value.line
            beside = self.width() / grown >= _BESIDE_FROM
            self._line.setDirection(
                QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            )

    def _show(
        self, kind: _Kind, words: str, *choices: tuple[str, Callable[[], None]]
    ) -> list[Button]:
        self.say_nothing()
        look = self._look
        strip = Strip(look, kind.fill, line_above=True)
        buttons = [Button(look, text, ButtonKind.SECONDARY, height=36) for text, _ in choices]
        flow = FlowLayout()
        for button, (_, chosen) in zip(buttons, choices, strict=True):
            button.clicked.connect(chosen)
            flow.addWidget(button)
        said = QHBoxLayout()
        said.setContentsMargins(RING, 0, 0, 0)
        said.setSpacing(10)
        said.addWidget(Icon(look, kind.icon, 20, kind.ink), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(selectable(Label(look, words, Type.UI, kind.ink, wrap=True)), 1)
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._line.setContentsMargins(0, 8, 0, 8)
        self._line.setSpacing(4)
        self._line.addLayout(said, 1)
        self._line.addLayout(flow)
        self._fit()
        centre(strip, inner, 18, 18)
        strip.setAccessibleName(words)
        self._strip = strip
        self._column.addWidget(strip)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        return buttons
