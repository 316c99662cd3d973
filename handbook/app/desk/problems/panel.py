"""The list of problems below the source: where, what, and what mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.desk.problems.rows import Index, ProblemModel, ProblemRow
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label
from handbook.lint.finding import Finding


class ProblemPanel(QWidget):
    """Up and Down choose a problem, Enter goes to its line, F4 mends it."""

    line_wanted = Signal(int)
    fix_wanted = Signal(object)
    filled = Signal(bool)
    """There are problems to list now, or none any more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._findings: tuple[Finding, ...] = ()
        self._none = ""
        self._tags: list[QWidget] = []
        self.title = Label(look, "Problems", Type.UI_BOLD)
        self._said = Label(look, "", Type.META, "ink2")
        self.fix = Button(look, "Mend this", ButtonKind.SECONDARY, key="F4", height=30)
        self.fix.clicked.connect(self.fix_chosen)
        self.next = Button(look, "Next problem", ButtonKind.GHOST, key="F8", height=30)
        self.next.clicked.connect(lambda: self.step(1))
        self.model = ProblemModel()
        self.list = _ProblemList(look, self.model)
        self.list.line_wanted.connect(self._go)
        self.list.chosen.connect(self._chosen)
        self._head = Strip(look, "canvas", line_above=True, line_below=True)
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(24, 2, 18, 2)
        self._row.setSpacing(10)
        self._row.addWidget(self.title)
        self._row.addWidget(self._said)
        self._row.addStretch(1)
        self._row.addWidget(self.fix)
        self._row.addWidget(self.next)
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._chosen()

    @property
    def has_any(self) -> bool:
        """True where problems are listed."""
        return len(self._findings) > 0

    @property
    def chosen(self) -> Finding | None:
        """The problem that is chosen."""
        return self.model.finding(self.list.currentIndex().row())

    def show_checking(self) -> None:
        """Say that the words are being checked."""
        self._said.setText("Checking…")

    def show_problems(self, findings: Sequence[Finding], line: int, *, of_file: bool) -> None:
        """List these, the first at or below a line chosen; `of_file` where one is open."""
        was = self.chosen
        self._none = "None in this file" if of_file else "No file is open"
        self._findings = tuple(findings)
        self.model.show(self._findings)
        self._say_counts()
        row = next((i for i, f in enumerate(self._findings) if f == was), None)
        if row is None:
            row = next((i for i, f in enumerate(self._findings) if f.place.line >= line), 0)
        if self._findings:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._chosen()

    def step(self, by: int, line: int = 0) -> None:
        """Go to the next problem below a line, or the one above; round the ends."""
        lines = [finding.place.line for finding in self._findings]
        if not lines:
            return
        here = self.list.currentIndex().row()
        if line and not (0 <= here < len(lines) and lines[here] == line):
            below = [i for i, at in enumerate(lines) if (at > line if by > 0 else at < line)]
            row = (below[0] if by > 0 else below[-1]) if below else (0 if by > 0 else -1)
        else:
            row = here + by
        row %= len(lines)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.line_wanted.emit(lines[row])

    def fix_chosen(self) -> None:
        """Mend the problem that is chosen, where there is a ready mend."""
        if self.chosen is not None:
            self.fix_wanted.emit(self.chosen)

    def choose_line(self, line: int) -> None:
        """Choose the problem of a line, where it has one."""
        row = next((i for i, f in enumerate(self._findings) if f.place.line == line), None)
        if row is not None and (self.chosen is None or self.chosen.place.line != line):
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _say_counts(self) -> None:
        for tag in self._tags:
            self._row.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        errors = sum(finding.is_error for finding in self._findings)
        warnings = len(self._findings) - errors
        self._tags = []
        if errors:
            words = "1 error" if errors == 1 else f"{errors} errors"
            self._tags.append(TagLabel(self._look, words, "stop_soft", "stop_ink"))
        if warnings:
            words = "1 warning" if warnings == 1 else f"{warnings} warnings"
            self._tags.append(TagLabel(self._look, words, "warn_soft", "warn_ink"))
        for at, tag in enumerate(self._tags):
            self._row.insertWidget(1 + at, tag)
        self._said.setText("" if self._findings else self._none)

    def _chosen(self) -> None:
        self.fix.setVisible(self.chosen is not None and self.chosen.fix is not None)
        is_any = self.has_any
        self.next.setVisible(is_any)
        if self.list.isVisibleTo(self) is not is_any:
            self.list.setVisible(is_any)
            self.filled.emit(is_any)

    def _go(self, row: int) -> None:
        finding = self.model.finding(row)
        if finding is not None:
            self.line_wanted.emit(finding.place.line)


class _ProblemList(QListView):
    """The rows."""

    line_wanted = Signal(int)
    chosen = Signal()

    def __init__(self, look: Look, model: ProblemModel) -> None:
        super().__init__()
        self.setAccessibleName("Problems in this file")
        self.setModel(model)
        self.setItemDelegate(ProblemRow(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.line_wanted.emit(index.row()))
        look.changed.connect(self._relook)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that another one is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
