"""A date: typed as people write one, or taken from a calendar."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.popover import Popover

_WIDTH = 340
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UK = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})")


def read_typed_day(text: str) -> date | None:
    """A date as people in the UK write one: 1/9/2026, 1 September 2026, 2026-09-01."""
    text = text.strip()
    try:
        if found := _ISO.fullmatch(text):
            return date(*map(int, found.groups()))
        if found := _UK.fullmatch(text):
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        if (found := _WORDS.fullmatch(text)) and found[2].lower() in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError:
        return None
    return None


class DayField(QWidget):
    """The line, and a button that opens a calendar under it."""

    settled = Signal(str)
    """A date as `2026-09-01`, nothing, or what could not be read as a date."""

    def __init__(self, look: Look, name: str, *, hint: str = "") -> None:
        super().__init__()
        self.line = LineField(look, name, hint=hint or "Such as 1 September 2026")
        self.line.edit.editingFinished.connect(self.tell)
        self.pick = Button(look, "", ButtonKind.GHOST, icon="calendar", height=36)
        self.pick.setAccessibleName(f"{name}: open a calendar")
        self.pick.setToolTip("Open a calendar")
        self.pick.clicked.connect(self._open)
        self._calendar: QCalendarWidget | None = None
        self._over: Popover | None = None
        self._look = look
        self._told = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.setFocusProxy(self.line)

    @property
    def calendar(self) -> QCalendarWidget | None:
        """The calendar, once it was opened."""
        return self._calendar

    def set_value(self, value: str) -> None:
        """Show a value of the file."""
        self._told = value
        if not self.line.edit.hasFocus() or not self.line.edit.isModified():
            self.line.set_text(value)

    def tell(self) -> None:
        """Tell what is typed, as the file has it where it is a date."""
        day = read_typed_day(self.line.text)
        value = day.isoformat() if day is not None else self.line.text.strip()
        if day is not None:
            self.line.set_text(value)
        self.line.edit.setModified(False)
        if value != self._told:
            self._told = value
            self.settled.emit(value)

    def _open(self) -> None:
        if self._over is None or self._calendar is None:
            self._over = Popover(self._look, self.window(), _WIDTH)
            self._calendar = QCalendarWidget()
            self._calendar.setAccessibleName("Calendar")
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            self._calendar.setVerticalHeaderFormat(header)
            self._calendar.activated.connect(self._picked)
            self._calendar.clicked.connect(self._picked)
            column = QVBoxLayout(self._over.body)
            column.setContentsMargins(8, 8, 8, 8)
            column.addWidget(self._calendar)
        form = QTextCharFormat()  # Qt's own red is hard to read, and stop is what red means
        form.setForeground(self._look.color("ink"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekend, form)
        day = read_typed_day(self.line.text)
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._over.open_under(self.pick, self.pick)

    def _picked(self, day: QDate) -> None:
        if self._over is not None:
            self._over.close_panel()
        self.line.set_text(f"{day.year():04}-{day.month():02}-{day.day():02}")
        self.tell()
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
