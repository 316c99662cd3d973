"""The list of keys, in groups of where they act."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.journey.way_back import WayBack
from handbook.app.keys.presenter import KeyGroup, KeyLine
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.paint import RING, baseline, keycap, keycap_height, keycap_width
from handbook.app.widgets.panel import COLUMN, HairLine, centre
from handbook.app.widgets.text import Label

_TWO_FROM = 900
"""Room at 100 % text from which the groups stand in two columns."""
_KEYS = 210
_OR = " or "


class KeysPage(Page):
    """All keys of the program."""

    left = Signal()
    """Back, or Escape."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = WayBack(look, "Back")
        self.back.clicked.connect(self.left)
        self._shown: tuple[KeyGroup, ...] = ()
        self._off = Label(look, "", Type.UI, "ink2", wrap=True)
        self._off.setContentsMargins(RING, 0, 0, 0)
        self._halves = (_half(), _half())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(RING, 0, RING, 0)
        self._columns.setSpacing(48)
        for half in self._halves:
            self._columns.addLayout(half, 1)
        self._scroll = QuietScroll(look, self._inside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        look.changed.connect(self._fit)

    @property
    def window_title(self) -> str:
        """What is shown."""
        return "All keys – Staff handbook"

    def show_keys(self, groups: tuple[KeyGroup, ...], *, letters_off: bool) -> None:
        """Show all groups, shared out over two columns of about one height."""
        self._scroll.verticalScrollBar().setValue(0)
        if groups == self._shown:
            return
        self._shown = groups
        words = "Single letters and numbers are turned off. The Aa button turns them on again."
        self._off.setText(words if letters_off else "")
        self._off.setVisible(letters_off)
        for half in self._halves:
            _empty(half)
        total = sum(len(group.lines) + 2 for group in groups)
        taken = 0
        for group in groups:
            half = self._halves[0 if taken < total / 2 else 1]
            half.addWidget(_Group(self.look, group))
            taken += len(group.lines) + 2
        for half in self._halves:
            half.addStretch(1)

    def take_focus(self) -> None:
        """The way back; the arrows scroll from there."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, the arrows and page keys scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow or the text large."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        two = self.look.room(self.width()) >= _TWO_FROM
        sides = QBoxLayout.Direction
        self._columns.setDirection(sides.LeftToRight if two else sides.TopToBottom)
        self._columns.setSpacing(48 if two else 0)

    def _inside(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        title = Label(self.look, "All keys", Type.DISPLAY)
        title.setContentsMargins(RING, 0, 0, 0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 18, 0, 32)
        column.setSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title)
        column.addWidget(self._off)
        column.addLayout(self._columns)
        column.addStretch(1)
        body = Fluid()
        centre(body, inner, 18, 18)
        return body


class _Group(QWidget):
    """One place, and its keys under each other."""

    def __init__(self, look: Look, group: KeyGroup) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, group.where, Type.HEADING))
        column.addSpacing(4)
        for line in group.lines:
            column.addWidget(HairLine(look))
            column.addWidget(_Line(look, line))
        column.addWidget(HairLine(look))


class _Line(QWidget):
    """Keycaps, and what they do beside them."""

    def __init__(self, look: Look, line: KeyLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(_Caps(look, line), 0, Qt.AlignmentFlag.AlignTop)
        does = f"{line.does} (off)" if line.is_off else line.does
        words = Label(look, does, Type.UI, "ink3" if line.is_off else "ink", wrap=True)
        row.addWidget(words, 1)
        said = " or ".join(" ".join(way) for way in line.ways)
        words.setAccessibleName(f"{said}: {does}")


class _Caps(QWidget):
    """The keycaps of one line; the words beside them say them to screen readers."""

    def __init__(self, look: Look, line: KeyLine) -> None:
        super().__init__()
        self._look = look
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A column of one width, so that the words stand under each other."""
        wide = max(_KEYS * self._look.interface_scale, self._width() + 4)
        return QSize(round(wide), max(keycap_height(self._look), self._look.line_height(Type.UI)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ways beside each other."""
        del event
        painter, look, x = QPainter(self), self._look, 0.0
        top = (self.height() - keycap_height(look)) / 2
        for number, way in enumerate(self._line.ways):
            if number:
                painter.setFont(look.font(Type.SMALL))
                painter.setPen(look.color("ink2"))
                painter.drawText(QPointF(x, baseline(painter, self.rect().toRectF())), _OR)
                x += look.width_of(_OR, Type.SMALL)
            for key in way:
                x += keycap(painter, look, QPointF(x, top), key, fill="surface") + 4

    def _width(self) -> float:
        look, ways = self._look, self._line.ways
        caps = sum(keycap_width(look, key) + 4 for way in ways for key in way)
        return caps + look.width_of(_OR, Type.SMALL) * (len(ways) - 1)


def _half() -> QVBoxLayout:
    half = QVBoxLayout()
    half.setSpacing(0)
    return half


def _empty(half: QVBoxLayout) -> None:
    while (item := half.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
