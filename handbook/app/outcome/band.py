"""The band at the top of an outcome: the routes, the one shown, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.journey.answers import AnswerView
from handbook.app.journey.contact_card import Icon
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.outcome.texts import HugeLabel, forget_words
from handbook.app.outcome.views import OutcomeView, RouteView
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.panel import COLUMN, Panel, Strip, centre
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import ElidedLabel, Label

_SHORT = 90
"""The answers in the path are shortened to so many letters together."""
_ROOMY = 3
"""Up to so many tabs have their titles on one line."""
_LAST = 3
"""So many answers are named in the path."""

_AROUND, _BESIDE = 150, 220
"""What stands around the title of what nobody may overlook, and the room that words need."""


class RouteTab(EnterButton):
    """One of several routes: what it is for, and its title."""

    moved = Signal(int)
    """Left (-1) or Right (1) was pressed."""

    def __init__(self, look: Look, route: RouteView, index: int, count: int) -> None:
        super().__init__()
        self._look = look
        self._is_emergency = route.is_emergency
        self.index = index
        self._count = count
        self.setCheckable(True)
        rank = "Do this first" if route.is_first else "Do this as well"
        self.setText(f"{rank}\n{route.title}")
        self.setAccessibleName(f"{rank}: {route.title}, {index + 1} of {count}")
        self.setToolTip(route.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(200, self._look.line_height(Type.TAG) + self._title_high + 12 + 2 * RING)

    @property
    def _title_high(self) -> int:
        """One line, or two where several tabs share the width."""
        line = self._look.line_height(Type.META_BOLD)
        return 2 * line if self._count > _ROOMY else line

    def nextCheckState(self) -> None:
        """Stay as the band says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move."""
        match event.key():
            case Qt.Key.Key_Left if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.moved.emit(-1)
            case Qt.Key.Key_Right if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.moved.emit(1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines on a card, filled where this route is shown."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill, edge, rank_ink, ink = self._dress()
        box(painter, rect, 8, look.color(fill), look.color(edge))
        rank, _, title = self.text().partition("\n")
        top = look.line_height(Type.TAG)
        area = QRectF(rect.left() + 14, rect.top() + 6, rect.width() - 28, top)
        painter.setFont(look.font(Type.TAG))
        painter.setPen(look.color(rank_ink))
        painter.drawText(QPointF(area.left(), baseline(painter, area)), rank)
        area = QRectF(area.left(), area.bottom(), area.width(), self._title_high)
        painter.setFont(look.font(Type.META_BOLD))
        painter.setPen(look.color(ink))
        if self._count > _ROOMY:
            painter.drawText(area, Qt.TextFlag.TextWordWrap, title)
        else:
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QPointF(area.left(), baseline(painter, area)), shown)
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)

    def _dress(self) -> tuple[Token, Token, Token, Token]:
        if self.isChecked():
            return "care_fill", "care_edge", "on_care", "on_care"
        if self._is_emergency:
            return "stop_soft", "stop", "stop_ink", "stop_ink"
        return "surface", "line2", "care_ink", "ink"


class Band(Strip):
    """Your route: pinned above what scrolls."""

    route_chosen = Signal(int)
    change_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "care_soft", line_below=True)
        self._tabs: list[RouteTab] = []
        self._caption = Label(look, "Your route", Type.META_BOLD, "care_ink")
        self._path = ElidedLabel(look, "", Type.META, "ink2")
        self._path.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._change = LinkButton(look, "Change", Type.META)
        self._change.setAccessibleName("Change your answers")
        self._change.clicked.connect(self.change_pressed)
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setSpacing(0)
        self._inner = QWidget()
        self._inner.setMaximumWidth(COLUMN + 2 * RING)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addLayout(self._tab_row)
        column.addLayout(self._head)
        centre(self, self._inner, 18, 18)

    def height_at(self, width: int) -> int:
        """How high it is at a width, in logical pixels."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def leave_room(self, right: int) -> None:
        """Begin and end where the columns do, where a scroll bar takes so much at the right."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(18, 0, 18 - right, 0)

    def show_outcome(self, view: OutcomeView) -> None:
        """Show which routes there are, and the answers that led to them."""
        self.clear()
        count = len(view.routes)
        self._caption.setText("Your route" if count == 1 else f"Your {count} routes")
        self._path.set_text(path_text(view.answers))
        self._change.setVisible(bool(view.answers))
        if count > 1:
            for index, route in enumerate(view.routes):
                tab = RouteTab(self._look, route, index, count)
                tab.clicked.connect(self._tab_clicked)
                tab.moved.connect(self._tab_moved)
                self._tab_row.addWidget(tab, 1)
                self._tabs.append(tab)

    def show_route(self, route: RouteView, index: int) -> None:
        """Show one route's title and why it is the right one."""
        for tab in self._tabs:
            tab.setChecked(tab.index == index)
            tab.update()
        self._empty_head()
        self._head.addWidget(
            _Hero(self._look, route) if route.is_emergency else self._title(route)
        )
        if route.because:
            because = Label(self._look, route.because, Type.META, "ink2", wrap=True)
            because.setContentsMargins(RING, 2, RING, 0)
            self._head.addWidget(because)

    def clear(self) -> None:
        """Show nothing."""
        self._path.set_text("")
        for tab in self._tabs:
            forget_words(tab)
            tab.hide()
            self._tab_row.removeWidget(tab)
            tab.deleteLater()
        self._tabs = []
        self._empty_head()

    def _empty_head(self) -> None:
        while (item := self._head.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                forget_words(widget)
                widget.hide()
                widget.deleteLater()

    def _top(self) -> QHBoxLayout:
        self._caption.setContentsMargins(RING, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._caption)
        row.addSpacing(24)
        row.addWidget(self._path, 1)
        row.addWidget(self._change)
        return row

    def _title(self, route: RouteView) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(1)
        column.addWidget(Label(self._look, route.title, Type.ROUTE, wrap=True))
        for line in route.why:
            column.addWidget(SpansLabel(self._look, line, Type.LEAD))
        return words

    def _tab_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, RouteTab):
            self.route_chosen.emit(tab.index)

    def _tab_moved(self, by: int) -> None:
        tab = self.sender()
        if isinstance(tab, RouteTab):
            other = self._tabs[(tab.index + by) % len(self._tabs)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            self.route_chosen.emit(other.index)


class _Hero(QWidget):
    """What nobody may overlook: a life is at stake."""

    def __init__(self, look: Look, route: RouteView) -> None:
        super().__init__()
        panel = Panel(look, "stop_soft", bar="stop", radius=10)
        title = QHBoxLayout()
        title.setSpacing(18)
        title.addWidget(Icon(look, "phone", 40, "stop"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._huge = HugeLabel(look, route.title, Type.ROUTE, "stop_ink")
        title.addWidget(self._huge, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for line in route.why:
            words.addWidget(SpansLabel(look, line, Type.LEAD))
        words.addStretch(1)
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, panel)
        self._row.setContentsMargins(24, 8, 20, 10)
        self._row.addLayout(title)
        self._row.addLayout(words, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(RING, 4, RING, 2)
        around.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words under the title where they would stand in a narrow column beside it."""
        super().resizeEvent(event)
        beside = self.width() - self._huge.sizeHint().width() - _AROUND
        wide = beside >= _BESIDE * self._look.interface_scale
        sides = QBoxLayout.Direction
        self._row.setDirection(sides.LeftToRight if wide else sides.TopToBottom)
        self._row.setSpacing(26 if wide else 0)


def path_text(answers: Sequence[AnswerView]) -> str:
    """The last answers in short, the way a reader can check them at a glance."""
    last = answers[-_LAST:]
    shown = [_shortened(answer.answer, _SHORT // len(last)) for answer in last]
    if len(answers) > _LAST:
        shown.insert(0, "…")
    return "  ›  ".join(shown)


def _shortened(text: str, letters: int) -> str:
    if len(text) <= letters:
        return text
    return text[:letters].rsplit(" ", 1)[0].rstrip(",:;") + "…"
