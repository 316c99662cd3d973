"""A row of the list of problems: a sign, the line, the words, and whether F4 mends it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, focus_ring, keycap, keycap_height, keycap_width
from handbook.lint.catalogue.catalogue import RULES
from handbook.lint.finding import Finding

Index = QModelIndex | QPersistentModelIndex

_LEFT, _ICON, _LINE, _PAD = 26, 16, 72, 9
_MENDS = "Mend"
FINDING = Qt.ItemDataRole.UserRole


class ProblemModel(QAbstractListModel):
    """Shows a tuple of findings; replaced whole."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Replace every row."""
        if tuple(findings) != self._findings:
            self.beginResetModel()
            self._findings = tuple(findings)
            self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """The finding of a row; None where there is no such row."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt for one row."""
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                kind = "Error" if finding.is_error else "Warning"
                mends = " F4 mends it." if finding.fix else ""
                return f"{kind}, line {finding.place.line}. {finding.message}{mends}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _why(finding)
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(_why(finding))}</p>"  # as HTML, its lines break
            case Qt.ItemDataRole.UserRole:
                return finding
            case _:
                return None


def _why(finding: Finding) -> str:
    """Why it matters, and how to mend it."""
    rule = RULES.get(finding.rule)
    return f"{rule.why} {rule.mend}" if rule else ""


class ProblemRow(QStyledItemDelegate):
    """Draws a row; its words break into as many lines as they need."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words."""
        del option
        finding = index.data(FINDING)
        width = self._view.viewport().width()
        if finding is None:
            return QSize(width, 40)
        area = self._words_area(QRect(0, 0, width, 10_000), finding)
        metrics = QFontMetrics(self._look.font(Type.UI_BOLD))
        high = metrics.boundingRect(area, _WRAP, finding.message).height()
        return QSize(width, max(self._look.line_height(Type.UI), high) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        finding = index.data(FINDING)
        if finding is None:
            return
        look = self._look
        rect = option.rect
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, look.color("accent_soft" if is_chosen else "surface"))
        if is_chosen:
            bar = QRect(rect.left(), rect.top(), 4, rect.height())
            painter.fillRect(bar, look.color("accent"))
        self._paint_place(painter, rect, finding)
        words = self._words_area(rect, finding)
        painter.setFont(look.font(Type.UI_BOLD if is_chosen else Type.UI))
        painter.setPen(look.color("ink"))
        painter.drawText(words, _WRAP, finding.message)
        if finding.fix is not None:
            self._paint_fix(painter, rect)
        painter.fillRect(
            QRectF(rect.left() + 24, rect.bottom(), rect.width() - 48, 1), look.color("line")
        )
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, look, QRectF(rect).adjusted(6, 6, -6, -6), 4)
        painter.restore()

    def _paint_place(self, painter: QPainter, rect: QRect, finding: Finding) -> None:
        look = self._look
        token: Token = "stop" if finding.is_error else "warn"
        icon = "error" if finding.is_error else "warning"
        first = QRectF(rect.left(), rect.top() + _PAD, rect.width(), look.line_height(Type.UI))
        pixmap = look.icon(icon, token, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left() + _LEFT, first.center().y() - _ICON / 2), pixmap)
        painter.setFont(look.font(Type.META))
        painter.setPen(look.color("ink2"))
        place = QPointF(rect.left() + _LEFT + _ICON + 12, baseline(painter, first))
        painter.drawText(place, f"Line {finding.place.line}")

    def _paint_fix(self, painter: QPainter, rect: QRect) -> None:
        look = self._look
        first = QRectF(rect.left(), rect.top() + _PAD, rect.width(), look.line_height(Type.UI))
        width = self._fix_width()
        x = rect.right() - 24 - width
        painter.setFont(look.font(Type.UI_BOLD))
        painter.setPen(look.color("link"))
        painter.drawText(QPointF(x, baseline(painter, first)), _MENDS)
        x += look.width_of(_MENDS, Type.UI_BOLD) + 8
        keycap(painter, look, QPointF(x, first.center().y() - keycap_height(look) / 2), "F4")

    def _fix_width(self) -> float:
        return self._look.width_of(_MENDS, Type.UI_BOLD) + 8 + keycap_width(self._look, "F4")

    def _words_area(self, rect: QRect, finding: Finding) -> QRect:
        left = round(_LEFT + _ICON + 12 + _LINE * self._look.interface_scale)
        right = 24 + (round(self._fix_width()) + 24 if finding.fix else 0)
        return rect.adjusted(left, _PAD, -right, -_PAD)


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
