"""The rows of the list of policies, and the headings between them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from handbook.app.collections import collection_icon, policies_words
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.policies.presenter import PolicyRow, ReviewState
from handbook.app.widgets.accessible import as_heading
from handbook.app.widgets.list_row import ListRow
from handbook.app.widgets.paint import RING, baseline, tag, tag_height

_WITH_VERSION = 760
"""Width of a row, at 100 % text, from which the version has a column of its own."""
_VERSION, _REVIEW, _LAST = 475, 366, 176
"""How far from the right edge these columns start, in logical pixels."""


class GroupHeading(QWidget):
    """A collection's name with its icon and count."""

    def __init__(self, look: Look, name: str, count: int) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._count = policies_words(count)
        self.setAccessibleName(f"{name}, {self._count}")
        as_heading(self)
        self.setFixedHeight(look.line_height(Type.SECTION) + 34)

    def paintEvent(self, event: object) -> None:
        """Draw icon, name and count."""
        del event
        painter = QPainter(self)
        look = self._look
        area = QRectF(0, 18, self.width(), self.height() - 22)
        icon = look.icon(collection_icon(self._name), "link", 22, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(RING, area.center().y() - 11), icon)
        painter.setFont(look.font(Type.SECTION))
        painter.setPen(look.color("ink"))
        line = baseline(painter, area)
        painter.drawText(QPointF(RING + 34, line), self._name)
        x = RING + 34 + look.width_of(self._name, Type.SECTION) + 12
        painter.setFont(look.font(Type.META))
        painter.setPen(look.color("ink3"))
        painter.drawText(QPointF(x, line), self._count)


class ColumnHeads(QWidget):
    """What stands in the columns; without room for all of them nothing, and the rows say it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fit()
        look.changed.connect(self._fit)

    def paintEvent(self, event: object) -> None:
        """Draw the words over their columns, and the hairline under them."""
        del event
        if not self._has_room:
            return
        look, size = self._look, self._look.interface_scale
        rect = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        painter = QPainter(self)
        painter.setFont(look.font(Type.SMALL_BOLD))
        painter.setPen(look.color("ink2"))
        line = baseline(painter, rect.adjusted(0, 4, 0, -8))
        painter.drawText(QPointF(rect.left(), line), "Policy")
        for words, back in (("Version", _VERSION), ("Review", _REVIEW), ("For you", _LAST)):
            painter.drawText(QPointF(rect.right() - back * size, line), words)
        edge = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(edge, look.color("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no room where nothing is drawn."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _has_room(self) -> bool:
        return self.width() - 2 * RING > _WITH_VERSION * self._look.interface_scale

    def _fit(self) -> None:
        self.setFixedHeight(self._look.line_height(Type.SMALL) + 12 if self._has_room else 0)


class PolicyRowButton(ListRow):
    """One policy: title and summary, version and day, review in words."""

    def __init__(self, look: Look, row: PolicyRow) -> None:
        super().__init__(look, 58)
        self._row = row
        mine = f" {row.mine.words} {row.mine.more}" if row.mine.words else ""
        self.setAccessibleName(
            f"{row.title}. {row.summary} Version {row.version}, {row.approved}. "
            f"{row.review.value} {row.review_words}.{mine}"
        )

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Two lines in four columns; without room, what asks for something goes first."""
        half = rect.height() / 2
        top = QRectF(rect.left(), rect.top() + 5, rect.width(), half - 5)
        low = QRectF(rect.left(), rect.top() + half, rect.width(), half - 7)
        size = self.look.interface_scale
        third, other = _LAST * size, 104 * size
        wide = rect.width() > _WITH_VERSION * size
        room = rect.width() - (_VERSION * size if wide else third) - 20
        self.words(painter, _cut(top, 0, room), self._row.title, Type.UI_BOLD, "ink")
        self.words(painter, _cut(low, 0, room), self._row.summary, Type.META, "ink2")
        last = rect.width() - third
        if wide:
            at = rect.width() - _VERSION * size
            self.words(painter, _cut(top, at, other), self._row.version, Type.UI, "ink")
            self.words(painter, _cut(low, at, other), self._row.approved, Type.SMALL, "ink3")
            at = rect.width() - _REVIEW * size
            self._draw_review(painter, _cut(top, at, third), _cut(low, at, third))
        if wide or self._row.mine.is_open:
            self._draw_mine(painter, _cut(top, last, third), _cut(low, last, third))
        else:
            self._draw_review(painter, _cut(top, last, third), _cut(low, last, third))

    def _draw_mine(self, painter: QPainter, top: QRectF, low: QRectF) -> None:
        mine = self._row.mine
        if mine.is_open:
            at = QPointF(top.left(), top.center().y() - tag_height(self.look) / 2)
            tag(painter, self.look, at, mine.words, "warn_soft", "warn_ink")
        elif mine.is_done:
            icon = self.look.icon("check", "ok", 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(top.left(), top.center().y() - 8), icon)
            place = top.adjusted(22, 0, 0, 0)
            self.words(painter, place, mine.words, Type.META, "ok_ink")
        else:
            self.words(painter, top, mine.words, Type.META, "ink2")
        self.words(painter, low, mine.more, Type.SMALL, "ink3")

    def _draw_review(self, painter: QPainter, top: QRectF, low: QRectF) -> None:
        state = self._row.review
        ratio = self.devicePixelRatioF()
        if state in (ReviewState.OVERDUE, ReviewState.NO_DATE):
            at = QPointF(top.left(), top.center().y() - tag_height(self.look) / 2)
            tag(painter, self.look, at, state.value, "warn_soft", "warn_ink")
        elif state is ReviewState.SOON:
            icon = self.look.icon("calendar", "warn", 16, ratio)
            painter.drawPixmap(QPointF(top.left(), top.center().y() - 8), icon)
            place = top.adjusted(24, 0, 0, 0)
            self.words(painter, place, state.value, Type.META_BOLD, "warn_ink")
        else:
            self.words(painter, top, state.value, Type.META, "ink2")
        token: Token = "ink3"
        self.words(painter, low, self._row.review_words, Type.SMALL, token)


def _cut(area: QRectF, left: float, width: float) -> QRectF:
    return QRectF(area.left() + left, area.top(), width, area.height())
