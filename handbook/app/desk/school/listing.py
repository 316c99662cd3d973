"""The list at the left of the form: everybody, and how far their details can be relied on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from handbook.app.desk.row_model import ROW, Index, RowModel
from handbook.app.desk.school.views import Known, SchoolRow
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, cut_line, focus_ring, tag, tag_height
from handbook.app.widgets.scroll_bar import ScrollBar

_LEFT = 24


class SchoolList(QListView):
    """The arrows choose; the form follows."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._is_told = False
        self.rows = RowModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(look, self))
        self.setAccessibleName("People, bodies and choices")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self._relook)

    def show_rows(self, rows: tuple[SchoolRow, ...], chosen: str) -> None:
        """List these, one of them chosen."""
        self._is_told = True
        self.rows.show(rows)
        at = self.rows.row_of(chosen)
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self.rows.index(at, 0))
        self._is_told = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say who is chosen."""
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if row is not None and row.id and not self._is_told:
            self.chosen.emit(row.id)

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Draws the rows: a name and a role, or an amber tag and a role."""

    def __init__(self, look: Look, view: SchoolList) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for somebody, one for the rest."""
        del option
        row: SchoolRow | None = index.data(ROW)
        line = self._look.line_height(Type.UI)
        if row is None or not row.id:
            return QSize(100, line + 16)
        return QSize(100, 2 * line + 10 if row.known is not None else line + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        row: SchoolRow | None = index.data(ROW)
        if row is None:
            return
        look, rect, state = self._look, QRectF(option.rect), option.state
        painter.save()
        if not row.id:
            area = rect.adjusted(_LEFT, 10, -8, 0)
            cut_line(painter, look, area, row.title, Type.SMALL_BOLD, "ink3")
            painter.restore()
            return
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, look.color("accent_soft"))
            painter.fillRect(QRectF(0, rect.top(), 4, rect.height()), look.color("accent"))
        if row.known is None:
            area = rect.adjusted(_LEFT, 0, -12, 0)
            role = Type.UI_BOLD if is_chosen else Type.UI
            cut_line(painter, look, area, row.title, role, "link" if is_chosen else "ink")
        else:
            self._paint_contact(painter, rect, row, is_chosen=is_chosen)
        line = QRectF(rect.left() + _LEFT, rect.bottom() - 1, rect.width() - _LEFT - 12, 1)
        painter.fillRect(line, look.color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, look, rect.adjusted(8, 6, -8, -6), 4)
        painter.restore()

    def _paint_contact(
        self, painter: QPainter, rect: QRectF, row: SchoolRow, *, is_chosen: bool
    ) -> None:
        look = self._look
        line = look.line_height(Type.UI)
        first = QRectF(rect.left() + _LEFT, rect.top() + 4, rect.width() - _LEFT - 14, line)
        second = first.translated(0, line)
        if row.known is Known.BLANK:
            at = QPointF(first.left(), first.center().y() - tag_height(look) / 2)
            missing = "No number yet" if row.name else "Not filled in yet"
            tag(painter, look, at, missing, "warn_soft", "warn_ink")
            words = f"{row.name}, {row.title}" if row.name else row.title
            cut_line(painter, look, second, words, Type.META, "ink2")
            return
        first.setRight(self._paint_day(painter, first, row) - 8)
        ink = "link" if is_chosen else "ink"
        cut_line(painter, look, first, row.name or row.title, Type.UI_BOLD, ink)  # type: ignore[arg-type]
        below = row.title if row.name else _UNDER[row.known or Known.ANYBODY]
        cut_line(painter, look, second, below, Type.META, "ink2")

    def _paint_day(self, painter: QPainter, first: QRectF, row: SchoolRow) -> float:
        look = self._look
        if row.known not in (Known.OLD, Known.CHECKED):
            return first.right()
        old = row.known is Known.OLD
        role = Type.SMALL_BOLD if old else Type.SMALL
        width = look.width_of(row.day, role)
        x = first.right() - width
        painter.setFont(look.font(role))
        painter.setPen(look.color("warn_ink" if old else "ink2"))
        painter.drawText(QPointF(x, baseline(painter, first)), row.day)
        ratio = painter.device().devicePixelRatioF()
        icon = look.icon("clock" if old else "check", "warn" if old else "ok", 15, ratio)
        painter.drawPixmap(QPointF(x - 22, first.center().y() - 7.5), icon)
        return x - 22


_UNDER = {
    Known.ANYBODY: "A different person for everybody",
    Known.UNCHECKED: "Not checked yet",
    Known.OLD: "Checked long ago",
    Known.CHECKED: "",
    Known.BLANK: "",
}
