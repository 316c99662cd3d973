"""The home page: the question, the way to say a concern, and what there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.collections import clauses_words, policies_words
from handbook.app.home.cards import CARD, ConcernCard, DangerLine
from handbook.app.home.lists import HomeLists
from handbook.app.home.presenter import ChangedRow, HomeView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav, Page
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.field import SearchField
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.hints import Footer
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Column, ScrollBody
from handbook.app.widgets.text import Label

if TYPE_CHECKING:  # most days there is nothing to say
    from handbook.app.ages import AgeBanner
    from handbook.app.widgets.banner import Banners

STACK_BELOW = 1000
"""Page width, at 100 % text, below which the card stands under the question."""


class HomePage(Page):
    """Where everybody starts."""

    nav = Nav.HOME
    shows_search = False

    text_typed = Signal(str)
    """The first letters of a question."""
    question_chosen = Signal(str)
    concern_pressed = Signal()
    policy_chosen = Signal(str)
    change_chosen = Signal(str)
    """What changed in a policy is wanted; empty for everywhere."""
    reading_chosen = Signal(str)
    """A policy that the reader is asked to read."""
    collection_chosen = Signal(str)
    audience_pressed = Signal()
    """The reader wants to say what they do at the school."""
    going_on_pressed = Signal()
    date_right_pressed = Signal()
    """The reader says that the clock is right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.audience_is_set = False
        """Whether the school has set what the reader does."""
        self._chips = FlowLayout(8 - 2 * RING)
        self._danger = DangerLine(look)
        self.lists = HomeLists(look)
        self.lists.audience_pressed.connect(self.audience_pressed)
        self.lists.reading_chosen.connect(self.reading_chosen)
        self.lists.policy_chosen.connect(self.policy_chosen)
        self.lists.change_chosen.connect(self.change_chosen)
        self.lists.collection_chosen.connect(self.collection_chosen)
        self._footer = Footer(look)
        self._field = SearchField(
            look,
            "Try: may I add a parent on Facebook?",
            keys=("Ctrl", "K"),
            name="Search all policies",
        )
        self._field.edited.connect(self.text_typed)
        self._field.submitted.connect(lambda: self.question_chosen.emit(self._field.text()))
        self._field.cleared.connect(lambda: self._field.set_text(""))
        self._go_on = LinkButton(look, "Go on where you stopped reading", Type.META)
        self._go_on.clicked.connect(self.going_on_pressed)
        self._go_on.hide()
        self._problems = Label(look, "", Type.SMALL, "warn_ink", wrap=True)
        self._problems.setContentsMargins(RING, 16, RING, 0)
        self._problems.hide()
        self._banners: Banners | None = None
        self._card = ConcernCard(look)
        self._card.start.clicked.connect(self.concern_pressed)
        self._top_row = self._top()
        column = _HomeColumn()
        column.body.setContentsMargins(0, 30, 0, 8)
        self._column = column.body
        column.body.addLayout(self._top_row)
        column.body.addSpacing(20)
        column.body.addLayout(_inset(self._danger))
        column.body.addWidget(self._problems)
        column.body.addSpacing(20)
        column.body.addLayout(self.lists)
        column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollBody(look, column), 1)
        outer.addWidget(self._footer)

    def show_home(self, view: HomeView) -> None:
        """Show everything anew."""
        self._show_chips(view.asked_often)
        self._danger.show_danger(view.danger)
        self.lists.show_home(view, audience_is_set=self.audience_is_set)
        self._order_tabs()
        self._problems.setText(_problem_text(view.problems))
        self._problems.setVisible(bool(view.problems))
        dated = f" · content dated {view.content_date}" if view.content_date else ""
        self._footer.show_text(
            f"Works offline{dated}",
            f"{policies_words(view.policies)}, {clauses_words(view.clauses)}",
        )

    def show_changed(self, rows: tuple[ChangedRow, ...]) -> None:
        """Show other policies that changed lately."""
        self.lists.show_changed(rows)
        self._order_tabs()

    def offer_going_on(self, *, offered: bool) -> None:
        """Offer the way back to where the reader stopped; which place that is, nobody sees."""
        self._go_on.setVisible(offered)

    def show_banners(self, banners: Sequence[AgeBanner]) -> None:
        """Say how old the handbook is, where that has to be said."""
        if self._banners is None:
            if not banners:
                return
            from handbook.app.widgets.banner import Banners

            self._banners = Banners(self.look)
            below = self._column.indexOf(self._top_row) + 2  # and the gap after it
            self._column.insertLayout(below, _inset(self._banners, stretch=1))
        self._banners.show_banners(banners, self.date_right_pressed.emit)
        self._order_tabs()

    def take_focus(self) -> None:
        """The question field is ready to type in, and empty."""
        self._field.set_text("")
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the focus into the question field."""
        self._field.select_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the blocks where they do not fit side by side."""
        super().resizeEvent(event)
        room = self.look.room(self.width())
        self._danger.stack(stacked=room < STACK_BELOW - 160)
        narrow = QBoxLayout.Direction.TopToBottom
        wide = QBoxLayout.Direction.LeftToRight
        self._top_row.setDirection(wide if room >= STACK_BELOW else narrow)
        self.lists.setDirection(wide if room >= STACK_BELOW - 160 else narrow)
        self._card.setMaximumWidth(CARD if room >= STACK_BELOW else COLUMN)
        self._card.setMinimumHeight(216 if room >= STACK_BELOW else 0)

    def _top(self) -> QHBoxLayout:
        look = self.look
        title = Label(look, "What do you need to know?", Type.DISPLAY, wrap=True)
        title.setContentsMargins(RING, 0, 0, 0)
        lead = Label(
            look,
            "Ask in your own words. You get the exact clause, not a pile of documents.",
            Type.LEAD,
            "ink2",
            wrap=True,
        )
        lead.setContentsMargins(RING, 0, 0, 0)
        often = Label(look, "Asked often", Type.META, "ink2")
        often.setContentsMargins(RING, RING + 5, 5, 0)  # beside the first line of chips
        chips = QHBoxLayout()
        chips.setSpacing(0)
        chips.addWidget(often, 0, Qt.AlignmentFlag.AlignTop)
        chips.addLayout(self._chips, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._title_line(title))
        left.addSpacing(4)
        left.addWidget(lead)
        left.addSpacing(14)
        left.addWidget(self._field)
        left.addSpacing(4)
        left.addLayout(chips)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addSpacing(40 - 2 * RING)
        row.addLayout(_inset(self._card))
        return row

    def _title_line(self, title: Label) -> QHBoxLayout:
        """The title, and the way back beside it: where it comes and goes, nothing moves."""
        beside = QVBoxLayout()
        beside.setContentsMargins(0, self.look.line_height(Type.DISPLAY) // 3, 0, 0)
        beside.addWidget(self._go_on)
        beside.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(title, 1)
        line.addLayout(beside)
        return line

    def _show_chips(self, texts: Iterable[str]) -> None:
        self._chips.clear()
        for text in texts:
            chip = Chip(self.look, text)
            chip.clicked.connect(self._chip_clicked)
            self._chips.addWidget(chip)

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.question_chosen.emit(chip.text())

    def _order_tabs(self) -> None:
        order = [
            self._go_on,
            self._field,
            *self._chips.widgets(),
            self._card.start,
            *(self._banners.buttons if self._banners is not None else ()),
            self._danger.away,
            *self.lists.in_order(),
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


class _HomeColumn(Column):
    """Asks for the height that its texts take at the width given, as Fluid does."""

    def minimumSizeHint(self) -> QSize:
        """Nothing: the height for the width decides."""
        return QSize(0, 0)


def _inset(widget: QWidget, stretch: int = 0) -> QHBoxLayout:
    """A widget without a ring of its own, on the edges of the column."""
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, RING, 0)
    row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
    return row


def _problem_text(problems: tuple[str, ...]) -> str:
    if not problems:
        return ""
    return "Some of the handbook could not be read. Tell the office: " + " ".join(problems)
