"""The ground of a row in a list at the left of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.widgets.paint import box


def row_ground(
    painter: QPainter,
    look: Look,
    view: QAbstractItemView,
    rect: QRectF,
    option: QStyleOptionViewItem,
    *,
    here: bool,
) -> None:
    """A wash and a bar where the reader is, a wash under the pointer, and the keyboard's ring."""
    state: QStyle.StateFlag = option.state
    if here:
        edge = look.color("accent") if look.theme is Theme.HIGH_CONTRAST else None
        box(painter, rect, 5, look.color("accent_soft"), edge)
        bar = QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12)
        painter.fillRect(bar, look.color("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        box(painter, rect, 5, look.color("wash"))
    if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
        box(painter, rect, 5, None, look.color("focus"), 3)
