"""The home page: the question, the way to say a concern, and what there is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.home.lists import ChangedRowButton, CollectionRowButton, ReadRowButton
from handbook.app.home.presenter import Danger, HomeView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav, Page
from handbook.app.widgets.button import Button, ButtonKind, LinkButton
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.field import SearchField
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.hints import Footer
from handbook.app.widgets.list_row import ListRow
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Column, Panel, ScrollBody
from handbook.app.widgets.text import Label

CARD = 380
"""Width of the concern card, in logical pixels."""
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
    collection_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._chips = FlowLayout(8 - 2 * RING)
        self._danger = DangerLine(look)
        self._to_read = _ListColumn(look, "To read")
        self._changed = _ListColumn(look, "Recently changed")
        self._collections = _ListColumn(look, "Collections", "All policies")
        self._collections.more.clicked.connect(lambda: self.collection_chosen.emit(""))
        self._footer = Footer(look)
        self._field = SearchField(look, "Try: may I add a parent on Facebook?", keys=("Ctrl", "K"))
        self._field.edited.connect(self.text_typed)
        self._field.submitted.connect(lambda: self.question_chosen.emit(self._field.text()))
        self._field.cleared.connect(lambda: self._field.set_text(""))
        self._problems = Label(look, "", Type.SMALL, "warn_ink", wrap=True)
        self._problems.setContentsMargins(RING, 16, RING, 0)
        self._problems.hide()
        self._card = ConcernCard(look)
        self._card.start.clicked.connect(self.concern_pressed)
        self._top_row = self._top()
        self._list_row = self._lists()
        column = Column()
        column.body.setContentsMargins(0, 30, 0, 8)
        column.body.addLayout(self._top_row)
        column.body.addSpacing(20)
        column.body.addLayout(_inset(self._danger))
        column.body.addWidget(self._problems)
        column.body.addSpacing(20)
        column.body.addLayout(self._list_row)
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
        self._to_read.show_rows(
            (ReadRowButton(self.look, row), row.policy) for row in view.to_read
        )
        self._changed.show_rows(
            (ChangedRowButton(self.look, row), row.policy) for row in view.changed
        )
        self._collections.show_rows(
            (CollectionRowButton(self.look, row), row.name) for row in view.collections
        )
        self._connect_rows()
        self._order_tabs()
        self._collections.more.setText(f"All {view.policies} policies")
        self._problems.setText(_problem_text(view.problems))
        self._problems.setVisible(bool(view.problems))
        dated = f" · content dated {view.content_date}" if view.content_date else ""
        self._footer.show_text(
            f"Works offline{dated}", f"{view.policies} policies, {view.clauses:,} clauses"
        )

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
        room = self.width() / min(self.look.scale, 1.5)
        narrow = QBoxLayout.Direction.TopToBottom
        wide = QBoxLayout.Direction.LeftToRight
        self._top_row.setDirection(wide if room >= STACK_BELOW else narrow)
        self._list_row.setDirection(wide if room >= STACK_BELOW - 160 else narrow)
        self._card.setMaximumWidth(CARD if room >= STACK_BELOW else COLUMN)

    def _top(self) -> QHBoxLayout:
        look = self.look
        title = Label(look, "What do you need to know?", Type.DISPLAY)
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
        often.setContentsMargins(RING, 0, 5, 0)
        chips = QHBoxLayout()
        chips.setSpacing(0)
        chips.addWidget(often)
        chips.addLayout(self._chips, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(title)
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

    def _lists(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(40 - 2 * RING)
        for column in (self._to_read, self._changed, self._collections):
            row.addWidget(column, 1)
        return row

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
            self._field,
            *self._chips.widgets(),
            self._card.start,
            self._danger.away,
            *self._to_read.rows(),
            *self._changed.rows(),
            self._collections.more,
            *self._collections.rows(),
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect_rows(self) -> None:
        for column in (self._to_read, self._changed):
            column.connect_rows(self.policy_chosen.emit)
        self._collections.connect_rows(self.collection_chosen.emit)


class ConcernCard(Panel):
    """The only filled block of the page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "care_fill", edge="care_edge", radius=14)
        self.setMinimumWidth(CARD)
        self.setMinimumHeight(216)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        title = _IconLine(look, "concern", "I have a concern")
        words = Label(
            look,
            "Someone may be at risk, something is wrong at work, or you are being treated "
            "unfairly. Find out who to tell.",
            Type.UI,
            "on_care",
            wrap=True,
        )
        self.start = Button(
            look, "Start", ButtonKind.INVERSE, trailing_icon="arrow-right", height=44
        )
        self.start.setAccessibleName("Start: I have a concern")
        promise = Label(look, "About 2 minutes.\nNothing is stored or sent.", Type.META, "on_care")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.start)
        foot.addWidget(promise)
        foot.addStretch(1)
        title.setContentsMargins(RING, 0, 0, 0)
        words.setContentsMargins(RING, 0, 0, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(26 - RING, 20, 26, 22)
        body.setSpacing(0)
        body.addWidget(title)
        body.addSpacing(4)
        body.addWidget(words)
        body.addSpacing(10)
        body.addLayout(foot)
        body.addStretch(1)


class _IconLine(QWidget):
    """The card's title with its icon."""

    def __init__(self, look: Look, icon: str, text: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._text = text
        self.setAccessibleName(text)
        self.setFixedHeight(40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and title."""
        del event
        painter = QPainter(self)
        pixmap = self._look.icon(self._icon, "on_care", 28, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(RING, self.height() / 2 - 14), pixmap)
        painter.setFont(self._look.font(Type.SECTION))
        painter.setPen(self._look.color("on_care"))
        area = QRectF(RING + 42, 0, self.width() - 42, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)


class DangerLine(Panel):
    """One line on what to do when a child is in danger now."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "stop_soft", bar="stop", radius=8)
        self._icon = _Icon(look, "warning")
        question = Label(look, "A child in danger right now?", Type.UI_BOLD)
        self._tell = Label(look, "", Type.UI, wrap=True)
        self._tell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.away = LinkButton(look, "")
        self.away.clicked.connect(self._swap)
        self._danger = Danger("", "", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 4, 14, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(question)
        row.addWidget(self._tell, 1)
        row.addWidget(self.away)
        self.setMinimumHeight(46)

    def show_danger(self, danger: Danger) -> None:
        """Show whom to tell; the link beside it shows who when the lead is away."""
        self._danger = danger
        self._tell.setText(danger.tell)
        self.away.setText(danger.away_question)
        self.away.setVisible(bool(danger.away))
        self.away.updateGeometry()

    def _swap(self) -> None:
        away = self._tell.text() != self._danger.away
        self._tell.setText(self._danger.away if away else self._danger.tell)
        self.away.setText("Show the lead" if away else self._danger.away_question)
        self.away.updateGeometry()


class _Icon(QWidget):
    """A lone icon."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in red."""
        del event
        pixmap = self._look.icon(self._name, "stop", 20, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(1, 1), pixmap)


class _ListColumn(QWidget):
    """A heading and the rows under it."""

    def __init__(self, look: Look, title: str, more: str = "") -> None:
        super().__init__()
        self._rows: list[tuple[ListRow, str]] = []
        heading = Label(look, title, Type.HEADING)
        heading.setContentsMargins(RING, 0, 0, 0)
        self.more = LinkButton(look, more, Type.META)
        self.more.setVisible(bool(more))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 4)
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.more)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        self._head.setLayout(head)
        self._head.setMinimumHeight(36)
        column.addWidget(self._head)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_rows(self, rows: Iterable[tuple[ListRow, str]]) -> None:
        """Show other rows, each with what it opens."""
        for old, _ in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = list(rows)
        for row, _ in self._rows:
            self._list.addWidget(row)
        self.more.updateGeometry()

    def rows(self) -> list[ListRow]:
        """The rows that are shown."""
        return [row for row, _ in self._rows]

    def connect_rows(self, opened: object) -> None:
        """Call with the key of a row when it is pressed."""
        for row, key in self._rows:
            row.clicked.connect(lambda _=False, key=key: opened(key))  # type: ignore[operator]


def _inset(widget: QWidget) -> QHBoxLayout:
    """A widget without a ring of its own, on the edges of the column."""
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, RING, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _problem_text(problems: tuple[str, ...]) -> str:
    if not problems:
        return ""
    return "Some of the handbook could not be read. Tell the office: " + " ".join(problems)
