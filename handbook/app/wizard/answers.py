"""The side of the wizard: your answers so far, and how far it still is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from handbook.app.journey.answer_row import SPOT, TEXT_LEFT, AnswerRow
from handbook.app.journey.answers import AnswerView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.paint import baseline
from handbook.app.widgets.text import Label


class Progress(QWidget):
    """The current question among about so many."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Say how far it is."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, max(SPOT + 2, self._look.line_height(Type.META_BOLD)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring with a dot in it, and the words."""
        del event
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        care = self._look.color("care")
        spot = QPointF(SPOT / 2, self.height() / 2)
        painter.setPen(QPen(care, 2))
        painter.drawEllipse(spot, SPOT / 2 - 1, SPOT / 2 - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(care)
        painter.drawEllipse(spot, 4, 4)
        painter.setFont(self._look.font(Type.META_BOLD))
        painter.setPen(care)
        line = baseline(painter, QRectF(self.rect()))
        painter.drawText(QPointF(TEXT_LEFT, line), self._text)


class AnswersPanel(QWidget):
    """The answers under each other. They scroll where there are too many."""

    change_pressed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[AnswerRow] = []
        self._title = Label(look, "Your answers", Type.META_BOLD, "ink2")
        self._inner = Fluid()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._scroll = _Snug(look, self._inner)
        self._gap = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.progress = Progress(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacerItem(self._gap)
        column.addWidget(self._scroll)
        column.addWidget(self.progress)

    def show_answers(self, answers: Sequence[AnswerView], progress: str) -> None:
        """Show other answers."""
        self.clear()
        for answer in answers:
            row = AnswerRow(self._look, answer)
            row.change.clicked.connect(
                lambda _=False, index=answer.index: self.change_pressed.emit(index)
            )
            self._list.addWidget(row)
            self._rows.append(row)
        self.progress.show_text(progress)
        self._scroll.fit()

    @property
    def has_answers(self) -> bool:
        """True after the first question."""
        return bool(self._rows)

    def show_brief(self, *, brief: bool) -> None:
        """Say only how far it is, where there is no room for the answers."""
        for widget in (self._title, self._scroll):
            widget.setVisible(not brief)
        self._gap.changeSize(0, 0 if brief else 12)

    def clear(self) -> None:
        """Show nothing."""
        for row in self._rows:
            row.forget()
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = []
        self.progress.show_text("")


class _Snug(QuietScroll):
    """A scroll area no higher than what it holds, showing its end."""

    def __init__(self, look: Look, inner: QWidget) -> None:
        super().__init__(look, inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(0)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))

    def fit(self) -> None:
        """Take the height of what it holds now."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what it holds."""
        inner = self.widget()
        width = self.viewport().width()
        layout = inner.layout() if inner is not None else None
        if layout is None or not layout.count():
            return QSize(200, 0)
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return QSize(200, high if high >= 0 else layout.totalSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """One row at least, where there is one."""
        return QSize(120, min(70, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the answers break into other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
