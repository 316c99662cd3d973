"""What a page says above its text: a sentence, a person, a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.contacts import PersonView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.address import AddressLine
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import Label, selectable
from handbook.domain.links import LinkKind
from handbook.domain.outside import OutsideAddress

_QUESTIONS = {
    LinkKind.WEB: ("This link leaves the handbook. Your browser would open:", "Open in browser"),
    LinkKind.MAIL: (
        "This link leaves the handbook. Your email program would write to:",
        "Write an email",
    ),
    LinkKind.TELEPHONE: (
        "This link leaves the handbook. If this laptop can ring, it would ring:",
        "Ring",
    ),
}
"""What is asked, and the yes."""
_SEEN = "On a school laptop, the school can see which sites were visited."


@dataclass(frozen=True, slots=True)
class WayOn:
    """A button beside a sentence: its words, and where it leads."""

    words: str
    go: Callable[[], None]


class Notice(Strip):
    """One notice at a time; it stands in the layout and never covers the text."""

    open_pressed = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "wash", line_below=True)
        self._look = look
        self._content: QWidget | None = None
        self._before: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 12, 10, 12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def stand_after(self, part: QWidget) -> None:
        """Let Tab come here from the last control of the part above."""
        self._before = part

    def say(self, words: str, way_on: WayOn | None = None) -> None:
        """Say one sentence, quietly: the focus stays where it is."""
        buttons = []
        if way_on is not None:
            button = Button(self._look, way_on.words, ButtonKind.SECONDARY, height=36)
            button.clicked.connect(self.close_notice)
            button.clicked.connect(lambda _=False: way_on.go())
            buttons.append(button)
        self._show([Label(self._look, words, wrap=True)], buttons)
        if way_on is not None:  # it came by itself, and nobody looks there
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_person(self, person: PersonView) -> None:
        """Show how somebody is reached."""
        look = self._look
        lines: list[QWidget] = [Label(look, person.title, Type.CONTACT, wrap=True)]
        if person.purpose:
            lines.append(Label(look, person.purpose, Type.META, "ink2", wrap=True))
        for line in person.lines:
            lines.append(selectable(Label(look, line, Type.UI, wrap=True)))  # noqa: PERF401
        if person.checked:
            lines.append(Label(look, person.checked, Type.SMALL, "ink3", wrap=True))
        self._show(lines, [])

    def ask(self, address: OutsideAddress) -> None:
        """Ask before another program opens, with the whole address."""
        look = self._look
        question, yes = _QUESTIONS[address.kind]
        opens = Button(look, yes, ButtonKind.SECONDARY, height=36)
        opens.setAccessibleDescription(f"{question} {address.address}")
        opens.clicked.connect(self.close_notice)
        opens.clicked.connect(lambda: self.open_pressed.emit(address.address))
        lines: list[QWidget] = [Label(look, question, Type.UI, wrap=True)]
        lines.append(AddressLine(look, address))
        if address.kind is LinkKind.WEB:
            lines.append(Label(look, _SEEN, Type.META, "ink2", wrap=True))
        self._show(lines, [opens], "Not now")
        opens.setFocus()

    def close_notice(self) -> None:
        """Take the notice away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _show(self, lines: list[QWidget], buttons: list[Button], close: str = "Close") -> None:
        if self._content is not None:
            self._row.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in lines:
            words.addWidget(line)
        row.addLayout(words, 1)
        closing = Button(self._look, close, ButtonKind.GHOST, height=36)
        closing.clicked.connect(self.close_notice)
        for button in (*buttons, closing):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._content)
        self.show()
        if self._before is not None:
            tab_through(self._before, self)
