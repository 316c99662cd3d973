"""The list of clauses found: a model over a tuple, what draws a row, and the list itself."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES, RULE_TAGS
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.search.excerpt_layout import ExcerptLayout
from handbook.app.widgets.paint import baseline, box, focus_ring, tag, tag_height, tag_width
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.domain.rule import RuleKind
from handbook.search.marks import marks
from handbook.search.searcher import Hit

Index = QModelIndex | QPersistentModelIndex

TAG_OF_KIND: dict[RuleKind, tuple[str, Token, Token]] = {
    kind: (words, RULE_DRESSES[kind].fill, RULE_DRESSES[kind].ink)
    for kind, words in RULE_TAGS.items()
}
"""How a kind of rule is said and coloured in a tag."""

ROW_HEIGHT = 124
_PAD = 20
_GUTTER = 44


class HitRole(IntEnum):
    """What a row can tell beside its text."""

    HIT = Qt.ItemDataRole.UserRole


class HitListModel(QAbstractListModel):
    """Shows a tuple of hits; replaced whole, never edited."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The hit of a row; None where there is no such row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt for one row."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                rule = f", {TAG_OF_KIND[hit.rule][0]}" if hit.rule else ""
                return f"{hit.policy_title} {hit.label} {hit.title}{rule}. {hit.excerpt}"
            case HitRole.HIT:
                return hit
            case _:
                return None


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: where it stands, number and title, two lines with the words marked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.terms: frozenset[str] = frozenset()
        self.is_sure = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height."""
        del option, index
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        return QSize(300, round(ROW_HEIGHT * grown))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        hit = index.data(HitRole.HIT)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            self._paint_chosen(painter, rect)
        else:
            line = QRectF(rect.left() + _PAD, rect.bottom() - 1, rect.width() - _PAD, 1)
            painter.fillRect(line, self._look.color("line"))
        self._paint_path(painter, rect, hit)
        if self.is_sure and index.row() == 0:
            width = tag_width(self._look, "Best match")
            at = QPointF(rect.right() - width - 14, rect.top() + 9)
            tag(painter, self._look, at, "Best match", "accent_soft", "link")
        self._paint_title(painter, rect, hit)
        self._paint_excerpt(painter, rect, hit)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, rect: QRectF) -> None:
        area = rect.adjusted(0, 0, -1, -3)
        look = self._look
        contrast = look.theme is Theme.HIGH_CONTRAST
        edge, bar = look.color("line2"), look.color("accent")
        if contrast:  # without tints, the chosen row is the one with the strong outline
            edge = bar = look.color("focus")
        box(painter, area, 10, look.color("surface"), edge, 3 if contrast else 1)
        painter.save()
        painter.setClipRect(QRectF(area.left(), area.top(), 5, area.height()))
        box(painter, area, 10, bar)
        painter.restore()

    def _paint_path(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        painter.setFont(self._look.font(Type.SMALL))
        painter.setPen(self._look.color("ink3"))
        height = self._look.line_height(Type.SMALL)
        area = QRectF(rect.left() + _PAD, rect.top() + 10, rect.width() - 140, height)
        text = "  ›  ".join(hit.path)
        shown = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(QPointF(area.left(), baseline(painter, area)), shown)

    def _paint_title(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        look = self._look
        top = rect.top() + 10 + look.line_height(Type.SMALL) + 3
        area = QRectF(
            rect.left() + _PAD, top, rect.width() - 2 * _PAD, look.line_height(Type.RESULT)
        )
        painter.setFont(look.font(Type.LEAD))
        painter.setPen(look.color("link"))
        painter.drawText(QPointF(area.left(), baseline(painter, area)), hit.label)
        room = area.width() - _GUTTER
        words = TAG_OF_KIND[hit.rule] if hit.rule else None
        if words:
            room -= tag_width(look, words[0]) + 12
        painter.setFont(look.font(Type.RESULT))
        painter.setPen(look.color("ink"))
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(area.left() + _GUTTER, baseline(painter, area)), title)
        if words:
            x = area.left() + _GUTTER + metrics.horizontalAdvance(title) + 12
            tag(painter, look, QPointF(x, area.center().y() - tag_height(look) / 2), *words)

    def _paint_excerpt(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        look = self._look
        top = rect.top() + 15 + look.line_height(Type.SMALL) + look.line_height(Type.RESULT)
        width = rect.width() - _PAD - _GUTTER - 24
        layout = ExcerptLayout(look, hit.excerpt, marks(hit.excerpt, self.terms), width)
        layout.draw(painter, QPointF(rect.left() + _PAD + _GUTTER, top))


class HitListView(QListView):
    """The list, with a focus ring of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ScrollBar(look))
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Clauses found")

    def paintEvent(self, event: object) -> None:
        """Draw the rows, and the ring round the chosen one while the list has the focus."""
        super().paintEvent(event)  # type: ignore[arg-type]
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            # In high contrast the chosen row has an outline already: the ring stands inside it.
            by = 11 if self._look.theme is Theme.HIGH_CONTRAST else 5
            row = QRectF(self.visualRect(self.currentIndex()))
            rect = row.adjusted(by, by, -by - 1, -by - 3)
            focus_ring(painter, self._look, rect, 8)
