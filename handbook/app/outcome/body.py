"""The body of one route: three columns, help outside, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.contacts import ContactView
from handbook.app.journey.contact_card import ContactCard
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.flowing import Flowing
from handbook.app.outcome.lists import Protection, Ticked, Timeline
from handbook.app.outcome.people import ByWhen, InsteadCard
from handbook.app.outcome.rests import RestChip
from handbook.app.outcome.tiles import Tiles
from handbook.app.outcome.views import RestView, RouteView
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.panel import COLUMN, HairLine, centre
from handbook.app.widgets.text import Label

_THREE_FROM = 960
BAR_WIDTH = 14
"""The room that the scroll bar takes, always."""


class RouteBody(Fluid):
    """Everything about taking one route."""

    clause_chosen = Signal(object)

    def __init__(self, look: Look, route: RouteView) -> None:
        super().__init__()
        self._look = look
        self._inner = QWidget()
        self._inner.setMaximumWidth(COLUMN)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(46)
        for make, wanted, width in (
            (self._tell, route.tell, 336),
            (self._do, route.do_now or route.do_not, 376),
            (self._next, route.next or route.protection, 316),
        ):
            if wanted:
                self._columns.addWidget(make(route), width, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self._inner)
        body.setContentsMargins(0, 18, 0, 16)
        body.setSpacing(0)
        body.addLayout(self._columns)
        if route.outside:
            body.addSpacing(20)
            body.addWidget(_OutsideHelp(look, route.outside))
        if route.rests_on:
            body.addSpacing(22)
            body.addWidget(HairLine(look))
            body.addSpacing(4)
            body.addWidget(self._rests(route.rests_on))
        body.addStretch(1)
        centre(self, self._inner, 24, 24 - BAR_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow or the text large."""
        super().resizeEvent(event)
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        sides = QBoxLayout.Direction.LeftToRight
        if self.width() / grown < _THREE_FROM:
            sides = QBoxLayout.Direction.TopToBottom
        if sides is not self._columns.direction():
            self._columns.setDirection(sides)
            self._columns.setSpacing(46 if sides is QBoxLayout.Direction.LeftToRight else 22)

    def _tell(self, route: RouteView) -> QWidget:
        column, body = _column(self._look, "Who to tell")
        if route.by_when:
            body.addWidget(ByWhen(self._look, route.by_when))
            body.addSpacing(10)
        for index, contact in enumerate(route.tell):
            body.addWidget(ContactCard(self._look, contact, first=index == 0))
            body.addSpacing(8)
        for instead in route.instead:
            body.addWidget(InsteadCard(self._look, instead))
            body.addSpacing(8)
        body.addStretch(1)
        return column

    def _do(self, route: RouteView) -> QWidget:
        column, body = _column(self._look, "Do now")
        body.addWidget(Ticked(self._look, route.do_now, "check", "ok"))
        if route.do_not:
            body.addSpacing(14)
            body.addWidget(Label(self._look, "Do not", Type.HEADING))
            body.addSpacing(4)
            body.addWidget(Ticked(self._look, route.do_not, "cross", "stop"))
        body.addStretch(1)
        return column

    def _next(self, route: RouteView) -> QWidget:
        title = "What happens, and when" if route.next else ""
        column, body = _column(self._look, title)
        body.addSpacing(4)
        body.addWidget(Timeline(self._look, route.next))
        if route.protection:
            body.addSpacing(6)
            body.addWidget(Protection(self._look, route.protection))
        body.addStretch(1)
        return column

    def _rests(self, rests: tuple[RestView, ...]) -> QWidget:
        flow = Flowing(0)
        title = Label(self._look, "This rests on", Type.META_BOLD, "ink2")
        title.setContentsMargins(0, 14, 8, 0)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(flow, 1)
        for rest in rests:
            chip = RestChip(self._look, rest)
            chip.clicked.connect(lambda _=False, ref=rest.ref: self.clause_chosen.emit(ref))
            flow.add(chip)
        return line


class _OutsideHelp(QWidget):
    """Help from outside, in small cards beside each other."""

    def __init__(self, look: Look, contacts: tuple[ContactView, ...]) -> None:
        super().__init__()
        tiles = Tiles(look)
        for contact in contacts:
            tiles.addWidget(ContactCard(look, contact))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(look, "Outside help", Type.HEADING))
        column.addLayout(tiles)


def _column(look: Look, title: str) -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    body = QVBoxLayout(column)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    if title:
        body.addWidget(Label(look, title, Type.HEADING))
    body.addSpacing(4)
    return column, body
