"""What the page says while nothing is saved: what saving is, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.rail import Promise
from handbook.app.saved.views import Example, SavedView
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING, baseline, box, keycap, keycap_height, keycap_width
from handbook.app.widgets.panel import Column, HairLine, Panel
from handbook.app.widgets.text import Label

_STACK_BELOW = 1000
"""Page width, at 100 % text, below which the picture stands under the words."""


class NothingSaved(QWidget):
    """Words and ways on at the left, a picture of what saving is at the right."""

    policies_wanted = Signal()
    policy_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._example: Example | None = None
        self._open = Button(look, "", height=44)
        self._open.clicked.connect(self._open_pressed)
        self._promise = Promise(look, RING)
        self._picture = Panel(look, "surface", edge="line", radius=14)
        self._picture.setMaximumWidth(560)
        self._sample = _Sample(look)
        self._row = QHBoxLayout()
        self._lay_out()
        look.changed.connect(self._fit)

    def show_saved(self, view: SavedView) -> None:
        """Show where to begin in this handbook, and who could read what is saved."""
        self._example = view.example
        self._open.setVisible(view.example is not None)
        self._picture.setVisible(view.example is not None)
        if view.example is not None:
            self._open.setText(f"Open {view.example.title}")
            self._open.updateGeometry()
            self._sample.show_example(view.example)
        self._promise.show_keeping(view.keeping)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the halves where they do not fit side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() / min(self._look.scale, 1.5) >= _STACK_BELOW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)

    def focus_first(self) -> None:
        """Begin at the first way on."""
        self._browse.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_pressed(self) -> None:
        if self._example is not None:
            self.policy_wanted.emit(self._example.policy)

    def _lay_out(self) -> None:
        look = self._look
        lead = "Keep the clauses you look up again and again, with a note to yourself beside each."
        self._browse = Button(look, "Browse policies", ButtonKind.PRIMARY, icon="book", height=44)
        self._browse.clicked.connect(self.policies_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_Mark(look))
        words.addSpacing(14)
        words.addLayout(_inset(Label(look, "Nothing saved yet", Type.ROUTE)))
        words.addSpacing(4)
        words.addLayout(_inset(Label(look, lead, Type.LEAD, "ink2", wrap=True)))
        words.addSpacing(14)
        words.addWidget(_KeyLine(look, "B", "saves the clause you are on"))
        words.addWidget(_KeyLine(look, "N", "adds or changes your note, on this page"))
        words.addSpacing(12)
        buttons = FlowLayout(10 - 2 * RING)
        buttons.addWidget(self._browse)
        buttons.addWidget(self._open)
        words.addLayout(buttons)
        words.addSpacing(8)
        words.addWidget(self._promise)
        inside = QVBoxLayout(self._picture)
        inside.setContentsMargins(16, 20, 16, 14)
        inside.setSpacing(14)
        inside.addWidget(self._sample)
        inside.addWidget(HairLine(look))
        then = Label(look, "Then add a note in your own words, if you like.", Type.UI, "ink2")
        then.setWordWrap(True)
        inside.addLayout(_inset(then))
        picture = QVBoxLayout()
        picture.setContentsMargins(RING, 0, RING, 0)
        picture.addWidget(self._picture)
        picture.addStretch(1)
        self._row.setSpacing(56)
        self._row.addLayout(words, 1)
        self._row.addLayout(picture, 1)
        column = Column()
        column.body.setContentsMargins(0, 96, 0, 24)
        column.body.addLayout(self._row)
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, RING, 0)
    row.addWidget(widget)
    return row


class _Mark(QWidget):
    """The sign of what is saved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        icon = self._look.icon("bookmark", "link", 44, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(RING - 12, 0), icon)


class _KeyLine(QWidget):
    """A key and what it does."""

    def __init__(self, look: Look, key: str, does: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._does = does
        self.setAccessibleName(f"{key} {does}")
        self.setMinimumHeight(look.line_height(Type.UI) + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        at = QPointF(RING, middle - keycap_height(self._look) / 2)
        keycap(painter, self._look, at, self._key, fill="surface")
        painter.setFont(self._look.font(Type.UI))
        painter.setPen(self._look.color("ink"))
        line = baseline(painter, QRectF(self.rect()))
        room = max(36.0, keycap_width(self._look, self._key) + 14)
        painter.drawText(QPointF(RING + room, line), self._does)


class _Sample(QWidget):
    """A clause of the handbook as the reader shows it, with the tool that saves it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._number = Label(look, "", Type.UI, "link")
        self._number.setFixedWidth(54)
        self._words = Label(look, "", Type.READING, wrap=True)
        clause = QWidget()
        inner = QHBoxLayout(clause)
        inner.setContentsMargins(14, 12, 16, 14)
        inner.setSpacing(0)
        inner.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._words, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 62, 0)
        row.addWidget(clause)

    def show_example(self, example: Example) -> None:
        """Show a clause."""
        self._number.setText(example.label)
        self._words.setText(example.words)
        self.setAccessibleName(f"{example.title} {example.label}, saved")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the wash, its bar, and the tool in use."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(0, 0, self.width() - 62, self.height())
        edge = look.color("line2") if look.theme == "high-contrast" else None
        box(painter, rect, 8, look.color("wash"), edge)
        painter.fillRect(QRectF(0, 8, 3, rect.height() - 16), look.color("accent"))
        tool = QRectF(self.width() - 44, 6, 36, 36)
        box(painter, tool, 8, look.color("surface"), look.color("accent"))
        icon = look.icon("bookmark-filled", "accent", 18, self.devicePixelRatioF())
        painter.drawPixmap(tool.center() - QPointF(9, 9), icon)
