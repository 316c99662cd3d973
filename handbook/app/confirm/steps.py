"""The steps at the side: where one is, under the policy's name, and the promise below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.confirm.views import ConfirmView, Progress, Stage, StepView
from handbook.app.confirm.words import NOT_A_TEST, NOT_KEPT_ANSWERS
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, box, cut_line
from handbook.app.widgets.panel import HairLine, ScrollBody, Strip
from handbook.app.widgets.text import Label

RAIL = 320
_DOT = 26
_READ_HERE = (Stage.CHECK, Stage.READY, Stage.CONFIRMED)
"""Where the sheet has no button for it."""
_SAID = {Progress.DONE: "done", Progress.HERE: "now", Progress.AHEAD: "later"}


class StepsRail(Strip):
    """What there is to do, in order."""

    read_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas")
        self._look = look
        self._title = Label(look, "", Type.SECTION, wrap=True)
        self._version = Label(look, "", Type.META, "ink2", wrap=True)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self._promise = _Promise(look)
        self.read = LinkButton(look, "", Type.META)
        self.read.clicked.connect(self.read_pressed)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 20, 12)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._version)
        column.addSpacing(20)
        column.addLayout(self._steps)
        column.addWidget(self._promise)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24 - RING, 0, 12, 14)
        foot.addWidget(self.read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollBody(look, inner), 1)
        whole.addLayout(foot)
        look.changed.connect(self._fit)
        self._fit()

    def show_confirm(self, view: ConfirmView) -> None:
        """Show the policy and its steps."""
        self._title.setText(view.title)
        self._version.setText(view.version)
        while (item := self._steps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, step in enumerate(view.steps, start=1):
            last = number == len(view.steps)
            self._steps.addWidget(_Step(self._look, step, number, is_last=last))
        self._promise.setVisible(len(view.steps) > 2)
        self.read.setText(view.read)
        self.read.setVisible(view.stage in _READ_HERE)
        self.read.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline beside the sheet."""
        super().paintEvent(event)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._look.color("line"))

    def _fit(self) -> None:
        self.setFixedWidth(round(RAIL * min(1.3, self._look.interface_scale)))


class _Step(QWidget):
    """A dot with a number or a tick, a line to the next, and two lines of words."""

    def __init__(self, look: Look, step: StepView, number: int, *, is_last: bool) -> None:
        super().__init__()
        self._look = look
        self._step = step
        self._number = number
        self._is_last = is_last
        said = _SAID[step.progress]
        self.setAccessibleName(f"Step {number}, {said}: {step.title}. {step.note}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines, and room for the line to the next."""
        lines = self._look.line_height(Type.UI) + self._look.line_height(Type.META)
        return QSize(200, lines + (26 if not self._is_last else 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter, look = QPainter(self), self._look
        high = look.line_height(Type.UI)
        size = _DOT * high / Type.UI.value.line
        dot = QRectF(0, 1, size, size)
        done = self._step.progress is Progress.DONE
        here = self._step.progress is Progress.HERE
        if not self._is_last:
            token: Token = "accent" if done else "line2"
            line = QRectF(size / 2 - 1, dot.bottom(), 2, self.height() - dot.bottom() + 1)
            painter.fillRect(line, look.color(token))
        if done:
            box(painter, dot, size / 2, look.color("accent"))
            side = round(size * 0.62)
            icon = look.icon("check", "on_accent", side, self.devicePixelRatioF())
            painter.drawPixmap(dot.center() - QPointF(side / 2, side / 2), icon)
        else:
            edge = look.color("accent" if here else "line2")
            box(painter, dot, size / 2, look.color("surface"), edge, 2)
            painter.setFont(look.font(Type.SMALL_BOLD))
            painter.setPen(look.color("link" if here else "ink2"))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))
        left = size + 16
        top = QRectF(left, 0, self.width() - left, high)
        role = Type.UI_BOLD if done or here else Type.UI
        cut_line(painter, look, top, self._step.title, role, "ink")
        low = QRectF(left, high, self.width() - left, look.line_height(Type.META))
        cut_line(painter, look, low, self._step.note, Type.META, "ink2")


class _Promise(QWidget):
    """What becomes of the answers, under a lock."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        title = Label(look, NOT_A_TEST, Type.META_BOLD, wrap=True)
        rest = Label(look, NOT_KEPT_ANSWERS, Type.META, "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(rest)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.addLayout(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(18)
        column.addWidget(HairLine(look))
        column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lock."""
        del event
        painter = QPainter(self)
        icon = self._look.icon("lock", "ink2", 17, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(1, 42), icon)


class StepsHead(QWidget):
    """The same in a narrow window: the policy's name, and the step that one is at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = Label(look, "", Type.SECTION, wrap=True)
        self._line = Label(look, "", Type.META, "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, RING, 14)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._line)

    def show_confirm(self, view: ConfirmView) -> None:
        """Show where one is."""
        self._title.setText(view.title)
        at = next((n for n, s in enumerate(view.steps, 1) if s.progress is Progress.HERE), 0)
        step = f"Step {at} of {len(view.steps)}: {view.steps[at - 1].title}. " if at else ""
        self._line.setText(f"{step}{view.version}")
