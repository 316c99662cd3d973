"""The two blocks of the home page that send somebody to a person at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.home.presenter import Danger
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind, LinkButton
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label

CARD = 380
"""Width of the concern card, in logical pixels."""


class ConcernCard(Panel):
    """The only filled block of the page; in high contrast an outline, as everything there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "care_fill", edge="care_edge", radius=14)
        self._look = look
        self.setMinimumWidth(CARD)
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
        promise = Label(
            look, "About 2 minutes.\nNothing is stored or sent.", Type.META, "on_care", wrap=True
        )
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.start)
        foot.addWidget(promise, 1)
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
        self._words = (words, promise)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        contrast = self._look.theme is Theme.HIGH_CONTRAST
        self.dress("surface" if contrast else "care_fill", "care_edge", 2 if contrast else 1)
        for label in self._words:
            label.set_token("ink" if contrast else "on_care")


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
        ink: Token = "ink" if self._look.theme is Theme.HIGH_CONTRAST else "on_care"
        pixmap = self._look.icon(self._icon, ink, 28, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(RING, self.height() / 2 - 14), pixmap)
        painter.setFont(self._look.font(Type.SECTION))
        painter.setPen(self._look.color(ink))
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
        asked = QHBoxLayout()
        asked.setSpacing(10)
        asked.addWidget(self._icon)
        asked.addWidget(question, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(22, 4, 14, 4)
        self._row.setSpacing(10)
        self._row.addLayout(asked)
        self._row.addWidget(self._tell, 1)
        self._row.addWidget(self.away)
        self.setMinimumHeight(46)

    def stack(self, *, stacked: bool) -> None:
        """Put question, answer and link under each other, or on one line."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._row.setSpacing(2 if stacked else 10)
        self._row.setContentsMargins(22, 10 if stacked else 4, 14, 8 if stacked else 4)

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
