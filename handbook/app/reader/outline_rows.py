"""How the rows of the outline are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline
from handbook.app.widgets.row_ground import row_ground
from handbook.app.widgets.two_lines import two_lines

_ID = Qt.ItemDataRole.UserRole
_LABEL, _FLAG, _IS_SECTION, _IS_SAVED = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3, 4))
_WIDE = 260
_HEAVY = {Type.UI: Type.UI_BOLD, Type.META: Type.META_BOLD}
_Index = QModelIndex | QPersistentModelIndex
_FLAG_TOKENS: dict[str, Token] = {
    "stop": "stop",
    "concern": "care",
    "bookmark-filled": "accent",
}
_FLAG_SIZE, _FLAG_STEP = 15, 19


class OutlineRows(QStyledItemDelegate):
    """Draws numbers, titles and flags; `current` has a wash and a bar."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.current = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """36 for a section, 32 for a clause, more with larger text or a second line."""
        del option
        role = _role(index)
        least = 36 if index.data(_IS_SECTION) else 32
        line = self._look.line_height(role)
        extra = (len(self._lines(index)) - 1) * (line - 3)
        return QSize(100, least + line - role.value.line + extra)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        """Draw one row."""
        row: QRectF = QRectF(option.rect)
        side = 8 if self._is_narrow() else 12
        rect = QRectF(side, row.top() + 1, self._right() - side, row.height() - 2)
        here = index.data(_ID) == self.current
        row_ground(painter, self._look, self._view, rect, option, here=here)
        is_section = bool(index.data(_IS_SECTION))
        inner = is_section and self._holds_current(index)
        ink: Token = "link" if here else "ink" if is_section else "ink2"
        self._words(painter, rect, index, ink, bold=here or inner)
        ratio = painter.device().devicePixelRatioF()
        for place, flag in enumerate(_flags(index)):
            icon = self._look.icon(flag, _FLAG_TOKENS[flag], _FLAG_SIZE, ratio)
            x = rect.right() - 21 - place * _FLAG_STEP
            painter.drawPixmap(QPointF(x, rect.center().y() - _FLAG_SIZE / 2), icon)

    def _words(
        self,
        painter: QPainter,
        rect: QRectF,
        index: _Index,
        ink: Token,
        *,
        bold: bool,
    ) -> None:
        look = self._look
        left, text = self._edges(index)
        lines = self._lines(index)
        step = look.line_height(_role(index)) - 3
        painter.setFont(look.font(_role(index)))
        painter.setPen(look.color("link" if ink == "link" else "ink3"))
        line = baseline(painter, rect) - step * (len(lines) - 1) / 2
        painter.drawText(QPointF(left, line), str(index.data(_LABEL) or ""))
        painter.setFont(look.font(_HEAVY[_role(index)] if bold else _role(index)))
        painter.setPen(look.color(ink))
        for number, words in enumerate(lines):
            painter.drawText(QPointF(text, line + number * step), words)

    def _lines(self, index: _Index) -> list[str]:
        """The title on one line or two; measured in bold, so that a row keeps its height."""
        _, text = self._edges(index)
        room = self._right() - 6 - _FLAG_STEP * len(_flags(index)) - text
        metrics = QFontMetricsF(self._look.font(_HEAVY[_role(index)]))
        return two_lines(str(index.data(Qt.ItemDataRole.DisplayRole)), metrics, room)

    def _edges(self, index: _Index) -> tuple[float, float]:
        """Where the number and where the title begins."""
        left, indent = self._columns(is_section=bool(index.data(_IS_SECTION)))
        label = str(index.data(_LABEL) or "")
        width = self._look.width_of(label, _role(index))
        return left, left + max(indent * min(self._look.scale, 1.5), width + 8)

    def _is_narrow(self) -> bool:
        return self._view.width() < _WIDE * min(1.5, self._look.scale)

    def _columns(self, *, is_section: bool) -> tuple[float, float]:
        """Where the number begins, and how far after it the title."""
        if self._is_narrow():
            return (20.0, 20.0) if is_section else (32.0, 32.0)
        return (24.0, 24.0) if is_section else (44.0, 34.0)

    def _right(self) -> float:
        """Where rows end: room for the scroll bar is always kept, so that rows stay as high."""
        return self._view.width() - 16

    def _holds_current(self, index: _Index) -> bool:
        model = index.model()
        return any(
            model.index(row, 0, index).data(_ID) == self.current
            for row in range(model.rowCount(index))
        )


def _flags(index: _Index) -> list[str]:
    """The icons at the end of a row, from the right: what the rule is, then that it is saved."""
    kind = str(index.data(_FLAG) or "")
    return [flag for flag in (kind, "bookmark-filled" if index.data(_IS_SAVED) else "") if flag]


def _role(index: _Index) -> Type:
    return Type.UI if index.data(_IS_SECTION) else Type.META
