"""The rail beside what is saved: from which policies, what is shown, and who can read it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.views import SavedView, Show
from handbook.app.widgets.panel import HairLine, ScrollBody, Strip
from handbook.app.widgets.rail import RAIL, RailChoice, RailItem
from handbook.app.widgets.text import Label
from handbook.state.store import Keeping

SHOW_WORDS = {
    Show.ALL: "All saved",
    Show.WITH_NOTES: "With my notes",
    Show.CHANGED: "Changed since I saved",
}
_NO_NAMES = "Do not write pupils’ names here."
KEEPING_WORDS = {
    Keeping.ONLY_THE_READER: (
        "Only your account can read these",
        "Kept on this laptop and sent nowhere. Whoever manages the laptop could look. "
        + _NO_NAMES,
    ),
    Keeping.ON_THIS_COMPUTER: (
        "Kept on this laptop",
        f"Sent nowhere. Others who use this laptop may be able to read them. {_NO_NAMES}",
    ),
    Keeping.UNTIL_CLOSED: (
        "Not kept",
        "This laptop lets nothing be written, so these last until you close the window. "
        f"Tell IT. {_NO_NAMES}",
    ),
}
"""Who can read what is saved: a title, and the rest."""


class SavedRail(Strip):
    """Where one is in the list, and which part of it is shown."""

    policy_chosen = Signal(str)
    show_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas")
        self.setFixedWidth(RAIL)
        self._look = look
        self._items: dict[str, RailItem] = {}
        # A part of its own, so that what is listed anew is still read before the choices.
        self._places = QWidget()
        self._policies = QVBoxLayout(self._places)
        self._policies.setContentsMargins(0, 0, 0, 0)
        self._policies.setSpacing(2)
        self._choices = {show: RailChoice(look, words) for show, words in SHOW_WORDS.items()}
        self.promise = Promise(look)
        self._lay_out()

    def show_saved(self, view: SavedView) -> None:
        """Show the policies, the counts, and who can read what is saved."""
        for item in self._items.values():
            self._policies.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = {}
        for policy, title, count in view.policies:
            item = RailItem(self._look, title, count)
            item.clicked.connect(lambda _=False, policy=policy: self.policy_chosen.emit(policy))
            self._items[policy] = item
            self._policies.addWidget(item)
        for show, choice in self._choices.items():
            choice.set_count(view.counts[show])
            choice.setChecked(show is view.show)
        self.promise.show_keeping(view.keeping)

    def show_current(self, policy: str) -> None:
        """Mark the policy that is in view."""
        for name, item in self._items.items():
            item.setChecked(name == policy)
            item.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline beside the list."""
        super().paintEvent(event)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._look.color("line"))

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 20, 12, 8)
        column.setSpacing(0)
        column.addWidget(_title(self._look, "Saved from"))
        column.addWidget(self._places)
        column.addSpacing(16)
        line = QVBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(HairLine(self._look))
        column.addLayout(line)
        column.addSpacing(16)
        column.addWidget(_title(self._look, "Show"))
        for show, choice in self._choices.items():
            choice.clicked.connect(lambda _=False, show=show: self.show_chosen.emit(show))
            group.addButton(choice)
            column.addWidget(choice)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 16)
        whole.setSpacing(0)
        whole.addWidget(ScrollBody(self._look, inner), 1)
        whole.addWidget(self.promise)


def _title(look: Look, words: str) -> Label:
    title = Label(look, words, Type.META_BOLD, "ink2")
    title.setContentsMargins(12, 0, 0, 8)
    return title


class Promise(QWidget):
    """Who can read what is saved, under a lock."""

    def __init__(self, look: Look, left: int = 24) -> None:
        super().__init__()
        self._look = look
        self._left = left
        self._title = Label(look, "", Type.SMALL_BOLD, "ink", wrap=True)
        self._title.setContentsMargins(26, 0, 0, 0)
        self._rest = Label(look, "", Type.SMALL, "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(left, 8, 20, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._rest)

    def show_keeping(self, keeping: Keeping) -> None:
        """Say what is true on this computer."""
        title, rest = KEEPING_WORDS[keeping]
        self._title.setText(title)
        self._rest.setText(rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lock."""
        del event
        icon = self._look.icon("lock", "ink2", 17, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(self._left, 9), icon)
