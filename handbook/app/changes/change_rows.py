"""How the rows of the list of changes are drawn."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from handbook.app.document.units import Tone
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box
from handbook.app.widgets.row_ground import row_ground
from handbook.app.widgets.scroll_bar import WIDTH
from handbook.app.widgets.two_lines import two_lines

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _TEXT, _RIGHT = 12, 50, 22
"""Where the ground of a row begins, where its words begin in it, and room at the right."""
_SIGN, _ICON = 26, 16
_ABOVE, _BELOW = 7, 8


class Role(IntEnum):
    """What an item carries besides its title."""

    KEY = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    COUNT = Qt.ItemDataRole.UserRole + 4
    """How many changes a policy has; only its name carries it."""


SIGNS: dict[Tone, tuple[str, Token, Token]] = {
    Tone.NEW: ("plus", "ok_soft", "ok_ink"),
    Tone.GONE: ("minus", "stop_soft", "stop_ink"),
    Tone.CHANGED: ("pencil", "warn_soft", "warn_ink"),
    Tone.MOVED: ("arrow-right", "accent_soft", "link"),
}
"""Icon, ground and ink of each kind."""


class ChangeRows(QStyledItemDelegate):
    """Draws sign, number, title and what became of it; `current` has a wash and a bar."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.current = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two or three lines, or the name of a policy."""
        del option
        look = self._look
        if index.data(Role.COUNT) is not None:
            lines = len(self._heading(index))
            return QSize(100, 16 + 4 + lines * look.line_height(Type.META))
        height = look.line_height(Type.UI) * len(self._title(index))
        height += look.line_height(Type.SMALL) * len(self._kind(index))
        return QSize(100, height + _ABOVE + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: QRectF = QRectF(option.rect)
        if index.data(Role.COUNT) is not None:
            self._paint_heading(painter, row, index)
            return
        rect = row.adjusted(_SIDE, 1, -_SIDE, -1)
        here = index.data(Role.KEY) == self.current
        row_ground(painter, self._look, self._view, rect, option, here=here)
        icon, tint, ink = SIGNS[Tone(index.data(Role.TONE))]
        self._sign(painter, rect, icon, tint, ink)
        top = row.top() + _ABOVE
        top = self._lines(
            painter, row, top, self._title(index), Type.UI_BOLD, "link" if here else "ink"
        )
        self._lines(painter, row, top, self._kind(index), Type.SMALL, ink)

    def _sign(self, painter: QPainter, rect: QRectF, icon: str, tint: Token, ink: Token) -> None:
        look = self._look
        ground = QRectF(rect.left() + 12, rect.center().y() - _SIGN / 2, _SIGN, _SIGN)
        edge = look.color(ink) if look.theme is Theme.HIGH_CONTRAST else None
        box(painter, ground, 5, look.color(tint), edge)
        pixmap = look.icon(icon, ink, _ICON, painter.device().devicePixelRatioF())
        corner = ground.center() - QPointF(_ICON / 2, _ICON / 2)
        painter.drawPixmap(corner, pixmap)

    def _lines(
        self,
        painter: QPainter,
        row: QRectF,
        top: float,
        lines: list[str],
        role: Type,
        token: Token,
    ) -> float:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.color(token))
        step = self._look.line_height(role)
        for number, words in enumerate(lines):
            area = QRectF(row.left(), top + number * step, row.width(), step)
            painter.drawText(QPointF(_SIDE + _TEXT, baseline(painter, area)), words)
        return top + len(lines) * step

    def _paint_heading(self, painter: QPainter, row: QRectF, index: _Index) -> None:
        look = self._look
        painter.setFont(look.font(Type.META_BOLD))
        painter.setPen(look.color("ink2"))
        step = look.line_height(Type.META)
        for number, words in enumerate(self._heading(index)):
            area = QRectF(row.left(), row.top() + 16 + number * step, row.width(), step)
            painter.drawText(QPointF(24, baseline(painter, area)), words)
        painter.setFont(look.font(Type.SMALL))
        count = str(index.data(Role.COUNT))
        first = QRectF(row.left(), row.top() + 16, row.width(), step)
        x = row.right() - _RIGHT - look.width_of(count, Type.SMALL)
        painter.setPen(look.color("ink3"))
        painter.drawText(QPointF(x, baseline(painter, first)), count)

    def _heading(self, index: _Index) -> list[str]:
        return self._folded(str(index.data(Qt.ItemDataRole.DisplayRole)), Type.META_BOLD, 24, 48)

    def _title(self, index: _Index) -> list[str]:
        label, title = index.data(Role.LABEL), index.data(Qt.ItemDataRole.DisplayRole)
        text = f"{label}  {title}" if label else str(title)
        return self._folded(text, Type.UI_BOLD, _SIDE + _TEXT, _RIGHT)

    def _kind(self, index: _Index) -> list[str]:
        return self._folded(str(index.data(Role.KIND)), Type.SMALL, _SIDE + _TEXT, _RIGHT)

    def _folded(self, text: str, role: Type, left: float, right: float) -> list[str]:
        # The bar's room is kept free whether it shows or not, so that no row folds anew for it.
        room = self._view.width() - WIDTH - left - right
        return two_lines(text, QFontMetricsF(self._look.font(role)), room)
