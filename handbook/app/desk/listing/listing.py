"""The files at the left of the desk: by group, with titles and how many problems each has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from handbook.app.desk.files import Group
from handbook.app.desk.problems.presenter import Count
from handbook.app.desk.row_model import ROW, Index, RowModel
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box, cut_line, focus_ring
from handbook.app.widgets.scroll_bar import ScrollBar


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row: a group's name, or a file of it."""

    title: str
    file: str = ""
    """Empty for the name of a group."""
    count: Count = Count()  # noqa: RUF009 - it never changes
    is_changed: bool = False

    @property
    def id(self) -> str:
        """A file can be chosen, a group cannot."""
        return self.file

    @property
    def tip(self) -> str:
        """Its name, beside its title."""
        return self.file

    @property
    def said(self) -> str:
        """What is read aloud."""
        if not self.file:
            return self.title
        parts = [self.title]
        if self.is_changed:
            parts.append("not saved")
        if self.count.errors:
            parts.append(f"{self.count.errors} errors" if self.count.errors > 1 else "1 error")
        if self.count.warnings:
            warnings = self.count.warnings
            parts.append(f"{warnings} warnings" if warnings > 1 else "1 warning")
        return ", ".join(parts)


def rows(
    groups: Sequence[tuple[Group, Sequence[str]]],
    titles: Mapping[str, str],
    counts: Mapping[str, Count],
    changed: frozenset[str],
) -> tuple[FileRow, ...]:
    """The rows of all groups that hold files."""
    found: list[FileRow] = []
    for group, names in groups:
        if names:
            found.append(FileRow(group.value))
            found += [
                FileRow(
                    titles.get(name) or name.rpartition("/")[2],
                    name,
                    counts.get(name, Count()),
                    name in changed,
                )
                for name in names
            ]
    return tuple(found)


class FileList(QListView):
    """Enter or a click opens a file."""

    file_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.files = RowModel()
        self._opened = ""
        self.setModel(self.files)
        self.setItemDelegate(_Rows(look, self))
        self.setAccessibleName("Files of the handbook")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "canvas"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        look.changed.connect(self._relook)

    def show_rows(self, found: tuple[FileRow, ...], shown: str) -> None:
        """Show the files, the open one chosen."""
        self.files.show(found)
        at = self.files.row_of(shown)
        is_other = shown != self._opened
        if at >= 0:
            self._opened = shown
        # Whoever looks through the list by keys is left where they are.
        if at >= 0 and self.currentIndex().row() != at and (is_other or not self.hasFocus()):
            self.setCurrentIndex(self.files.index(at, 0))
            self.scrollTo(self.files.index(at, 0), QListView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.file:
            self.file_chosen.emit(row.file)

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, look: Look, view: FileList) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; the name of a group has room above."""
        del option
        row = index.data(ROW)
        is_group = row is not None and not row.file
        line = self._look.line_height(Type.UI)
        return QSize(100, line + (18 if is_group else 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        row: FileRow | None = index.data(ROW)
        if row is None:
            return
        look = self._look
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if not row.file:
            area = rect.adjusted(20, 12, -8, 0)
            cut_line(painter, look, area, row.title, Type.SMALL_BOLD, "ink3")
            painter.restore()
            return
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, look.color("accent_soft"))
            painter.fillRect(QRectF(0, rect.top(), 4, rect.height()), look.color("accent"))
        right = self._paint_count(painter, rect, row)
        words = QRectF(20, rect.top(), right - 28, rect.height())
        role = Type.UI_BOLD if is_chosen else Type.UI
        title = f"{row.title} •" if row.is_changed else row.title
        cut_line(painter, look, words, title, role, "link" if is_chosen else "ink")
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, look, rect.adjusted(8, 5, -6, -5), 4)
        painter.restore()

    def _paint_count(self, painter: QPainter, rect: QRectF, row: FileRow) -> float:
        look = self._look
        number = row.count.errors or row.count.warnings
        if not number:
            return rect.right()
        ink, tint = ("stop_ink", "stop_soft") if row.count.errors else ("warn_ink", "warn_soft")
        text = str(number)
        painter.setFont(look.font(Type.TAG))
        width = look.width_of(text, Type.TAG) + 14
        high = look.line_height(Type.TAG) + 2
        place = QRectF(rect.right() - 12 - width, rect.center().y() - high / 2, width, high)
        box(painter, place, high / 2, look.color(tint), None)  # type: ignore[arg-type]
        painter.setPen(look.color(ink))  # type: ignore[arg-type]
        painter.drawText(QPointF(place.left() + 7, baseline(painter, place)), text)
        return place.left()
