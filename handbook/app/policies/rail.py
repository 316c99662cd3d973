"""The collections at the side of the list of policies."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from handbook.app.collections import collection_icon
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.policies.presenter import PoliciesView, Show
from handbook.app.reading_record import MY_RECORD
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import HairLine, Strip
from handbook.app.widgets.rail import RAIL, RailChoice, RailItem
from handbook.app.widgets.text import Label
from handbook.app.widgets.wrapping_link import WrappingLink


class Rail(Strip):
    """Where you are in the list; a press goes there."""

    chosen = Signal(str)
    show_chosen = Signal(object)
    record_pressed = Signal()
    """What the reader has confirmed is wanted on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas")
        self.setFixedWidth(RAIL)
        self._look = look
        self._items: list[RailItem] = []
        title = Label(look, "Collections", Type.META_BOLD, "ink2")
        title.setContentsMargins(12, 0, 0, 4)
        note = Label(
            look,
            "A policy past its review date still applies until it is replaced.",
            Type.SMALL,
            "ink2",
            wrap=True,
        )
        note.setContentsMargins(12, 0, 8, 0)
        # A part of its own, so that what is listed anew is still read before the choices.
        self._places = QWidget()
        self._list = QVBoxLayout(self._places)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._choices = {show: RailChoice(look, show.value) for show in Show}
        self._record = WrappingLink(look, MY_RECORD, Type.META)
        self._record.clicked.connect(self.record_pressed)
        self._shows = self._make_shows()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 24)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self._places)
        column.addWidget(self._shows)
        column.addSpacing(8)
        record = QVBoxLayout()
        record.setContentsMargins(12 - RING, 0, 0, 0)
        record.addWidget(self._record)
        column.addLayout(record)
        column.addStretch(1)
        column.addWidget(note)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline beside the list."""
        super().paintEvent(event)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._look.color("line"))

    def show_collections(self, counts: tuple[tuple[str, int], ...], current: str) -> None:
        """Show the collections with how many policies each has."""
        for item in self._items:
            self._list.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = []
        for name, count in counts:
            item = RailItem(self._look, name, count, collection_icon(name))
            item.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._items.append(item)
            self._list.addWidget(item)
        self.show_current(current)

    def show_choices(self, view: PoliciesView) -> None:
        """Show which policies are listed, and how many there are of each kind."""
        counts = {Show.ALL: view.policies, **dict(view.shows)}
        self._shows.setVisible(bool(view.shows))
        for show, choice in self._choices.items():
            choice.setVisible(show in counts)
            choice.set_count(counts.get(show, 0))
            choice.setChecked(show is view.show)
        self._record.setVisible(view.has_record)

    def show_current(self, name: str) -> None:
        """Mark one collection."""
        for item in self._items:
            item.setChecked(item.text() == name)
            item.update()

    def _make_shows(self) -> QWidget:
        whole, group = QWidget(), QButtonGroup(self)
        title = Label(self._look, "Show", Type.META_BOLD, "ink2")
        title.setContentsMargins(12, 0, 0, 8)
        line = QVBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(HairLine(self._look))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addSpacing(16)
        column.addWidget(title)
        for show, choice in self._choices.items():
            choice.clicked.connect(lambda _=False, show=show: self.show_chosen.emit(show))
            group.addButton(choice)
            column.addWidget(choice)
        return whole
