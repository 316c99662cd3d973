"""How the rows of the outline are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box

_ID = Qt.ItemDataRole.UserRole
_LABEL, _FLAG, _IS_SECTION = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3))
_WIDE = 260
_FLAG_TOKENS: dict[str, Token] = {"stop": "stop", "concern": "care"}


class OutlineRows(QStyledItemDelegate):
    """Draws numbers, titles and flags; `current` has a wash and a bar."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.current = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """36 for a section, 32 for a clause, more with larger text."""
        del option
        if index.data(_IS_SECTION):
            return QSize(100, 36 + self._look.line_height(Type.UI) - 24)
        return QSize(100, 32 + self._look.line_height(Type.META) - 22)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: QRectF = QRectF(option.rect)
        side = 8 if self._is_narrow() else 12
        rect = QRectF(side, row.top() + 1, self._right() - side, row.height() - 2)
        here = index.data(_ID) == self.current
        self._ground(painter, rect, option, here=here)
        is_section = bool(index.data(_IS_SECTION))
        inner = is_section and self._holds_current(index)
        ink: Token = "link" if here else "ink" if is_section else "ink2"
        self._words(painter, rect, index, ink, bold=here or inner)
        flag = str(index.data(_FLAG) or "")
        if flag:
            icon = self._look.icon(
                flag, _FLAG_TOKENS[flag], 15, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(QPointF(rect.right() - 21, rect.center().y() - 7.5), icon)

    def _ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, here: bool
    ) -> None:
        look = self._look
        state: QStyle.StateFlag = option.state
        if here:
            edge = look.color("accent") if look.theme is Theme.HIGH_CONTRAST else None
            box(painter, rect, 5, look.color("accent_soft"), edge)
            bar = QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12)
            painter.fillRect(bar, look.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 5, look.color("wash"))
        focused = state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus()
        if focused:
            box(painter, rect, 5, None, look.color("focus"), 3)

    def _words(
        self,
        painter: QPainter,
        rect: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        ink: Token,
        *,
        bold: bool,
    ) -> None:
        look, is_section = self._look, bool(index.data(_IS_SECTION))
        left, indent = self._columns(is_section=is_section)
        scale = min(look.scale, 1.5)
        number, plain = (Type.UI, Type.UI) if is_section else (Type.META, Type.META)
        heavy = Type.UI_BOLD if is_section else Type.META_BOLD
        painter.setFont(look.font(number))
        painter.setPen(look.color("link" if ink == "link" else "ink3"))
        line = baseline(painter, rect)
        label = str(index.data(_LABEL) or "")
        painter.drawText(QPointF(left, line), label)
        gap = max(indent * scale, QFontMetricsF(painter.font()).horizontalAdvance(label) + 8)
        painter.setFont(look.font(heavy if bold else plain))
        painter.setPen(look.color(ink))
        room = rect.right() - (25 if index.data(_FLAG) else 6) - left - gap
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left + gap, line), shown)

    def _is_narrow(self) -> bool:
        return self._view.width() < _WIDE * min(1.5, self._look.scale)

    def _columns(self, *, is_section: bool) -> tuple[float, float]:
        """Where the number begins, and how far after it the title."""
        if self._is_narrow():
            return (20.0, 20.0) if is_section else (32.0, 32.0)
        return (24.0, 24.0) if is_section else (44.0, 34.0)

    def _right(self) -> float:
        """Where rows end: the same place with the scroll bar and without it."""
        room = self._view.width() - self._view.viewport().width()
        return self._view.viewport().width() - (2 if room else 12)

    def _holds_current(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        model = index.model()
        return any(
            model.index(row, 0, index).data(_ID) == self.current
            for row in range(model.rowCount(index))
        )
