"""The right side of the desk for a flow: its picture or its list, and the way to try it."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.desk.flow.layout import Picture
from handbook.app.desk.flow.rows import FlowRow
from handbook.app.desk.flow.view import FlowView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.app.widgets.text import Label


class FlowPane(QWidget):
    """A click in either goes to the line; the cursor in the text chooses here."""

    line_wanted = Signal(int)
    try_wanted = Signal()
    stories_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[FlowRow, ...] = ()
        self.fit, self.full = Chip(look, "Fit"), Chip(look, "100 %")
        self.as_list = Chip(look, "As a list")
        self.try_it = Button(look, "Try it as staff", ButtonKind.SECONDARY, key="F5", height=32)
        self.try_it.clicked.connect(self.try_wanted)
        self.stories = Button(look, "Stories", ButtonKind.GHOST, height=32)
        self.stories.clicked.connect(self.stories_wanted)
        self.stories.hide()
        self._said = Label(look, "", Type.META, "ink2")
        self._broken = Label(look, "", Type.META, "warn_ink", wrap=True)
        self._broken.setContentsMargins(20, 8, 20, 8)
        self._warning = Strip(look, "warn_soft", line_below=True)
        QVBoxLayout(self._warning).addWidget(self._broken)
        self._warning.hide()
        self.view = FlowView(look)
        self.view.box_chosen.connect(self.line_wanted)
        self._model = QStringListModel()
        self.list = _FlowList(look)
        self.list.setModel(self._model)
        self.list.row_chosen.connect(self._row_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.list)
        self._lay_out()
        self._choose(self.fit)

    @property
    def warning(self) -> str:
        """Why the newest words are not drawn; empty where they are."""
        return "" if self._warning.isHidden() else self._broken.text()

    def show_flow(self, picture: Picture, rows: tuple[FlowRow, ...]) -> None:
        """Draw a flow and list it."""
        self._warning.hide()
        self._rows = rows
        steps = sum(box.is_step for box in picture.boxes)
        outcomes = sum(not box.is_step and bool(box.line) for box in picture.boxes)
        self._said.setText(f"{steps} questions, {outcomes} outcomes")
        is_first = not self.view.picture.boxes
        self.view.show_picture(picture)
        if is_first and not self.view.fits_readably:
            self._choose(self.full)
        words = [f"{'      ' * row.level}{_row_words(row)}" for row in rows]
        if words != self._model.stringList():
            self._model.setStringList(words)

    def show_stories(self, count: int, wrong: int) -> None:
        """Say how many stories are told of the flow, and how many problems these have."""
        state = f"{wrong} problem{'s' if wrong > 1 else ''}" if wrong else "all hold"
        stories = "1 story" if count == 1 else f"{count} stories"
        self.stories.setText(f"{stories}: {state}")
        self.stories.set_icon("error" if wrong else "check")
        self.stories.setVisible(count > 0 or wrong > 0)
        self.stories.updateGeometry()

    def show_broken(self, line: int, problem: str) -> None:
        """Say from which line on it cannot be read; what was drawn before stays."""
        self._broken.setText(f"Line {line} cannot be read yet: {problem}.")
        self._warning.show()

    def show_problems(self, problems: dict[int, bool]) -> None:
        """Mark what has problems; True for an error."""
        self.view.show_problems(problems)

    def show_line(self, line: int) -> None:
        """Choose what a line of the text belongs to."""
        self.view.show_line(line)
        at = max((i for i, row in enumerate(self._rows) if row.line <= line), default=-1)
        if at >= 0 and not self.list.hasFocus():
            self.list.setCurrentIndex(self._model.index(at, 0))

    def _row_chosen(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.line_wanted.emit(self._rows[row].line)

    def _chip_pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._choose(chip)

    def _choose(self, chosen: Chip) -> None:
        for chip in (self.fit, self.full, self.as_list):
            chip.setChecked(chip is chosen)
        self._stack.setCurrentWidget(self.list if chosen is self.as_list else self.view)
        self.view.set_fit(fits=chosen is self.fit)

    def _lay_out(self) -> None:
        head = Strip(self._look, "surface", line_below=True)
        holder = QWidget()
        flow = FlowLayout(gap=0)
        holder.setLayout(flow)
        for chip in (self.fit, self.full, self.as_list):
            chip.setCheckable(True)
            chip.clicked.connect(self._chip_pressed)
            flow.addWidget(chip)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._look, "Picture", Type.META_BOLD))
        words.addWidget(self._said)
        row = QHBoxLayout()
        row.addLayout(words)
        row.addSpacing(8)
        row.addWidget(holder, 1)
        below = QHBoxLayout()
        below.addWidget(self.try_it)
        below.addWidget(self.stories)
        below.addStretch(1)
        both = QVBoxLayout(head)
        both.setContentsMargins(20 - RING, 2, 8, 2)
        both.setSpacing(0)
        words.setContentsMargins(RING, 0, 0, 0)
        both.addLayout(row)
        both.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._warning)
        column.addWidget(self._stack, 1)


class _FlowList(QListView):
    """The rows of the list; Enter or a click goes to the text."""

    row_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("The flow as a list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        look.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setFont(self._look.font(Type.UI))


def _row_words(row: FlowRow) -> str:
    if not row.problems:
        return row.words
    return f"{row.words}. {row.problems} problem{'s' if row.problems > 1 else ''}"
