"""The panel at the left: which versions are compared, and the list of changes."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.change_words import some
from handbook.app.changes.change_list import ChangeList
from handbook.app.changes.views import ChangesView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.text import Label
from handbook.app.widgets.wrapping_link import WrappingLink

WIDE, NARROW = 320, 280
_LEFT = 24
_DATE = re.compile(r"(\d+) (\w+) (\d{4})")
"""A date goes to the next line as a whole."""


class ChangesRail(Strip):
    """What is compared, how much of it changed, and every change."""

    all_pressed = Signal()
    """The changes of the whole handbook are wanted."""
    other_pressed = Signal()
    """The changes since another old version are wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas")
        self._look = look
        self.list = ChangeList(look)
        self._title = Label(look, "", Type.SECTION, wrap=True)
        self._meta = Label(look, "", Type.META, "ink2", wrap=True)
        self._count = Label(look, "", Type.META_BOLD, "ink2")
        self._note = Label(look, "", Type.SMALL, "ink2", wrap=True)
        self._all = WrappingLink(look, "", Type.META)
        self._all.clicked.connect(self.all_pressed)
        self._other = WrappingLink(look, "", Type.META)
        self._other.clicked.connect(self.other_pressed)
        self._minutes = Label(look, "", Type.META, "ink2")
        self._lay_out()

    def show_changes(self, view: ChangesView) -> None:
        """Show another comparison."""
        self.show_words(view)
        self.list.show_groups(view.groups, named=not view.policy)

    def show_words(self, view: ChangesView) -> None:
        """Say what is compared, and how much there is."""
        self._title.setText(view.title)
        self._meta.setText(_DATE.sub("\\1\N{NO-BREAK SPACE}\\2\N{NO-BREAK SPACE}\\3", view.meta))
        self._meta.setVisible(bool(view.meta))
        self._count.setText(some(view.count, "change"))
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self._other.setText(view.other)
        self._other.setVisible(bool(view.other))
        self._all.setText(f"All that changed: {view.elsewhere:,} more")
        self._all.setVisible(bool(view.policy) and view.elsewhere > 0)
        minute = "minute" if view.minutes == 1 else "minutes"
        self._minutes.setText(f"About {view.minutes} {minute} to read" if view.minutes else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline beside the text."""
        super().paintEvent(event)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._look.color("line"))

    def _lay_out(self) -> None:
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(_LEFT, 22, 20, 6)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(self._meta)
        inside.addSpacing(6)
        inside.addWidget(self._count)
        inside.addWidget(self._note)
        links = QVBoxLayout()
        links.setContentsMargins(_LEFT - RING, 4, 12, 0)
        links.setSpacing(0)
        links.addWidget(self._other)
        links.addWidget(self._all)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(_LEFT, 6, 20, 16)
        below.addWidget(self._minutes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addLayout(links)
        column.addWidget(foot)
