"""The strip above the text: the key, how changes are shown, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.changes.views import Way
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING, box
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import Label

WAYS = {
    Way.MARKED: "Marked changes",
    Way.SIDES: "Side by side",
    Way.PLAIN: "New text only",
    Way.WORDS: "In words",
}


class ChangesStrip(Strip):
    """Reports what the reader chooses."""

    way_chosen = Signal(object)
    stepped = Signal(int)
    list_pressed = Signal()
    """The list is wanted, where there is no room beside the text."""
    print_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_below=True)
        self._look = look
        self._list = Button(look, "Changes", ButtonKind.GHOST, icon="list", height=36)
        self._key = ColourKey(look)
        self._chips: dict[Way, Chip] = {}
        self._group = QButtonGroup(self)
        self._flow = QWidget()
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        self._is_below = False
        self._up = self._arrow("chevron-up", "Previous change", "Shift+N", -1)
        self._down = self._arrow("chevron-down", "Next change", "N", 1)
        self._count = Label(look, "", Type.META, "ink2")
        self._print = Button(look, "Print", ButtonKind.GHOST, icon="print", height=36)
        self._print.setAccessibleName("Print these changes, or save them as PDF")
        self._print.setToolTip("Print these changes, or save them as PDF")
        self._list.clicked.connect(self.list_pressed)
        self._print.clicked.connect(self.print_pressed)
        self._lay_out()
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_way(self, way: Way) -> None:
        """Choose how changes are shown."""
        self._chips[way].setChecked(True)
        self._key.show_way(way)
        for chip in self._chips.values():
            chip.update()

    def show_place(self, place: int, count: int) -> None:
        """Say which change is being read, of how many."""
        words = f"{place} of {count}" if place else some_of(count)
        if words != self._count.text():
            self._count.setText(words)
            self._count.setAccessibleName(words)
        widest = f"{count} of {count}"
        self._count.setFixedWidth(round(self._look.width_of(widest, Type.META)) + 14)
        self._up.setEnabled(count > 0)
        self._down.setEnabled(count > 0)

    def say_place(self) -> None:
        """Read the place aloud."""
        words = self._count.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_room(self, *, sides: bool, rail: bool, key: bool, ways: bool) -> None:
        """Offer what there is room for."""
        self._chips[Way.SIDES].setVisible(sides)
        self._flow.setVisible(ways)
        self._list.setVisible(not rail)
        self._key.setVisible(key)
        self._print.show_words(shown=key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where one has no room."""
        super().resizeEvent(event)
        self._fit()

    def _arrow(self, icon: str, name: str, key: str, by: int) -> Button:
        button = Button(self._look, "", ButtonKind.GHOST, icon=icon, height=32)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _lay_out(self) -> None:
        chips = FlowLayout(8 - 2 * RING)
        self._flow.setLayout(chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._flow.setSizePolicy(policy)
        for way, words in WAYS.items():
            chip = Chip(self._look, words)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, way=way: self.way_chosen.emit(way))
            self._group.addButton(chip)
            self._chips[way] = chip
            chips.addWidget(chip)
        row = self._row
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addSpacing(RING)
        row.addWidget(self._key)
        row.addStretch(1)
        row.addWidget(self._flow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        for widget in (self._up, self._down, self._count, self._print):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - RING, 4, 10, 4)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self._second)

    def _fit(self) -> None:
        """Put the ways under the rest where they would stand under each other beside it."""
        chips = [chip for chip in self._chips.values() if not chip.isHidden()]
        others = (self._list, self._key, self._up, self._down, self._count, self._print)
        parts = [*chips, *(each for each in others if not each.isHidden())]
        below = sum(each.sizeHint().width() for each in parts) + 50 > self.width()
        if below is self._is_below:
            return
        self._is_below = below
        if below:
            self._row.removeWidget(self._flow)
            self._second.addWidget(self._flow)
        else:
            self._second.removeWidget(self._flow)
            place = self._row.indexOf(self._up) - 1
            self._row.insertWidget(place, self._flow, 0, Qt.AlignmentFlag.AlignVCenter)
        steps = (self._up, self._down, self._print)
        order = (self._list, *steps, self._flow) if below else (self._list, self._flow, *steps)
        tab_through(*order)


def some_of(count: int) -> str:
    """How many there are, before the first."""
    return f"{count} in all" if count else ""


class ColourKey(QWidget):
    """What the marks mean, each drawn as it is in the text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._gone = Mark(look, "Taken out", "stop_soft", "stop_ink")
        self._came = Mark(look, "Added", "ok_soft", "ok_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(Label(look, "Key", Type.META, "ink2"))
        row.addWidget(self._gone)
        row.addWidget(self._came)

    def show_way(self, way: Way) -> None:
        """Explain what is marked; the new text alone has no marks."""
        marked = way in (Way.MARKED, Way.SIDES)
        for each in self.findChildren(Label):
            each.setVisible(marked)


class Mark(Label):
    """A word struck through or underlined, on its tint."""

    def __init__(self, look: Look, words: str, tint: Token, ink: Token) -> None:
        self._tint: Token = tint
        self._ink: Token = ink
        super().__init__(look, words, Type.META, ink)
        self.setContentsMargins(5, 2, 5, 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint under the word."""
        painter = QPainter(self)
        contrast = self._look.theme is Theme.HIGH_CONTRAST
        edge = self._look.color(self._ink) if contrast else None
        box(painter, self.rect().toRectF(), 4, self._look.color(self._tint), edge)
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        super()._dress()
        font = QFont(self.font())
        font.setStrikeOut(self._ink == "stop_ink")
        font.setUnderline(self._ink == "ok_ink")
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._ink))
        self.setPalette(palette)
