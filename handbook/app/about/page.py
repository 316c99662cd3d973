"""About: the facts, and the texts about licences, read in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from handbook.app.about.presenter import Fact
from handbook.app.ages import AgeBanner
from handbook.app.journey.in_place import MEASURE
from handbook.app.journey.way_back import WayBack
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.sources.panel import SourcesPanel
from handbook.app.widgets.banner import Banners
from handbook.app.widgets.block_view import WIDE, BlockStyle, add_blocks
from handbook.app.widgets.button import Button
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import HairLine, centre
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import Label, selectable
from handbook.domain.blocks import Block

_STYLE = BlockStyle(Type.UI, subheading=Type.HEADING, table_head="ink2", room=WIDE)


class AboutPage(Page):
    """What this program is, in facts."""

    left = Signal()
    """Back, or Escape."""
    notice_chosen = Signal(int)
    """A text about licences is wanted, by its place in the list."""
    desk_pressed = Signal()
    """An editor wants the desk."""
    date_right_pressed = Signal()
    """The reader says that the clock is right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = WayBack(look, "Back")
        self.back.clicked.connect(self.left)
        self._banners = Banners(look)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self.sources = SourcesPanel(look)
        self._editors = QWidget()
        self.desk = Button(look, "Open the editors’ desk", icon="pencil", height=36)
        self.desk.clicked.connect(self.desk_pressed)
        self._chips = FlowLayout()
        self._group = QButtonGroup(self)
        self._text = QVBoxLayout()
        self._text.setSpacing(10)
        self._scroll = QuietScroll(look, self._inside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def window_title(self) -> str:
        """What is shown."""
        return "About – Staff handbook"

    def show_about(self, facts: tuple[Fact, ...], notices: tuple[str, ...]) -> None:
        """Show the facts, and the titles of the notices."""
        _empty(self._facts)
        for row, fact in enumerate(facts):
            name = Label(self.look, fact.name, Type.UI, "ink2")
            value = selectable(Label(self.look, fact.value, Type.UI, wrap=True))
            value.setAccessibleName(f"{fact.name}: {fact.value}")
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)
        _empty(self._text)
        self._chips.clear()
        for number, title in enumerate(notices):
            chip = Chip(self.look, title)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, number=number: self.notice_chosen.emit(number))
            self._group.addButton(chip)
            self._chips.addWidget(chip)
        self._scroll.verticalScrollBar().setValue(0)

    def show_desk(self, *, offered: bool) -> None:
        """Offer the editors' desk, where the school's IT allows it here."""
        self._editors.setVisible(offered)

    def show_banners(self, banners: Sequence[AgeBanner]) -> None:
        """Say above the facts how old the handbook is, where that has to be said."""
        self._banners.show_banners(banners, self.date_right_pressed.emit)
        tab_through(self.back, self._banners)

    def show_notice(self, title: str, blocks: tuple[Block, ...]) -> None:
        """Show one text whole, under the titles."""
        _empty(self._text)
        self._text.addWidget(HairLine(self.look))
        words = QWidget()
        words.setAccessibleName(title)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        add_blocks(self.look, column, blocks, _STYLE)
        self._text.addWidget(words)

    def take_focus(self) -> None:
        """The way back; the arrows scroll from there."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, the arrows and page keys scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)

    def _inside(self) -> QWidget:
        look = self.look
        inner = QWidget()
        inner.setMaximumWidth(MEASURE + 2 * RING)
        words = QVBoxLayout()
        words.setContentsMargins(RING, 0, RING, 0)
        words.setSpacing(0)
        words.addWidget(Label(look, "About the handbook", Type.DISPLAY, wrap=True))
        words.addSpacing(12)
        words.addWidget(self._banners)
        words.addLayout(self._facts)
        licences = QVBoxLayout()
        licences.setContentsMargins(RING, 0, RING, 0)
        licences.addWidget(Label(look, "Licences", Type.SECTION))
        chips = QVBoxLayout()
        chips.setContentsMargins(0, 4, 0, 8)
        chips.addLayout(self._chips)
        text = QVBoxLayout()
        text.setContentsMargins(RING, 0, RING, 0)
        text.addLayout(self._text)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 18, 0, 40)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addLayout(words)
        column.addSpacing(28)
        column.addWidget(self.sources)
        column.addWidget(self._for_editors())
        for layout in (licences, chips, text):
            column.addLayout(layout)
        column.addStretch(1)
        body = Fluid()
        centre(body, inner, 18, 18)
        return body

    def _for_editors(self) -> QWidget:
        column = QVBoxLayout(self._editors)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(2)
        title = Label(self.look, "For editors", Type.SECTION)
        words = "Policies are written in a window of its own. It asks for the folder of content."
        said = Label(self.look, words, Type.UI, "ink2", wrap=True)
        for label in (title, said):
            label.setContentsMargins(RING, 0, RING, 0)
            column.addWidget(label)
        column.addWidget(self.desk, 0, Qt.AlignmentFlag.AlignLeft)
        return self._editors


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
