"""The common bar at the top: where you are, search, and the way to say a concern."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.field import SMALL, SearchField
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.pressing import EnterButton

HEIGHT = 57
FIELD_FROM = 860
"""Width of the bar, at 100 % text, from which it holds a search field."""


class Brand(QWidget):
    """The mark and the name of what this is."""

    def __init__(self, look: Look, name: str, icon: str, *, care: bool = False) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._icon = icon
        self._care = care
        self._is_mark = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def show_mark(self, *, alone: bool) -> None:
        """Leave the name out where there is no room for it, or show it again."""
        if alone != self._is_mark:
            self._is_mark = alone
            self.updateGeometry()
            self.update()

    @property
    def whole_width(self) -> int:
        """How wide the mark and the name are, in logical pixels."""
        return round(40 + self._look.width_of(self._name, Type.BRAND)) + 1

    def sizeHint(self) -> QSize:
        """As wide as the mark and the name, or the mark alone."""
        return QSize(28 if self._is_mark else self.whole_width, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark and the name."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        fill = self._look.color("care_fill" if self._care else "accent")
        box(painter, QRectF(0, middle - 14, 28, 28), 7, fill)
        ink = self._look.icon(
            self._icon, "on_care" if self._care else "on_accent", 18, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(5, middle - 9), ink)
        if self._is_mark:
            return
        painter.setFont(self._look.font(Type.BRAND))
        painter.setPen(self._look.color("ink"))
        line = baseline(painter, QRectF(self.rect()))
        painter.drawText(QPointF(40, line), self._name)


class NavTab(EnterButton):
    """A place in the bar, underlined when it is shown."""

    def __init__(self, look: Look, nav: Nav) -> None:
        super().__init__()
        self._look = look
        self.nav = nav
        self.setText(nav.value)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the bold word, so that nothing moves when it is chosen."""
        return QSize(round(self._look.width_of(self.text(), Type.UI_BOLD)) + 24, HEIGHT)

    def nextCheckState(self) -> None:
        """Stay as the window says: a press asks to go, it does not choose."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word and, where chosen, the line under it."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        painter.setFont(self._look.font(Type.UI_BOLD if chosen else Type.UI))
        painter.setPen(self._look.color("ink" if chosen else "ink2"))
        painter.drawText(QPointF(12, baseline(painter, rect)), self.text())
        if chosen:
            bar = QRectF(12, rect.height() - 3, rect.width() - 24, 3)
            painter.fillRect(bar, self._look.color("accent"))
        if self.hasFocus():
            focus_ring(
                painter, self._look, QRectF(7, 12, rect.width() - 14, rect.height() - 24), 4
            )


class TopBar(Strip):
    """The bar of all pages but the wizard's."""

    nav_chosen = Signal(Nav)
    concern_pressed = Signal()
    searched = Signal(str)
    """Words were typed into the bar's field and Enter pressed."""
    search_started = Signal(str)
    """The first letters were typed into the bar's field."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_below=True)
        self._look = look
        self._offers_search = False
        self.setFixedHeight(HEIGHT)
        self._tabs = [NavTab(look, nav) for nav in Nav]
        self._field = SearchField(look, "Search all policies", SMALL, keys=("Ctrl", "K"))
        self._field.setMaximumWidth(300 + 2 * RING)
        self._concern = Button(
            look, "I have a concern", ButtonKind.CARE, icon="concern", height=38
        )
        self._concern.setToolTip("Find out who to tell (Ctrl+Shift+H)")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20 - RING, 0)
        row.setSpacing(0)
        row.addWidget(Brand(look, "Staff handbook", "book"))
        row.addSpacing(12)
        for tab in self._tabs:
            tab.clicked.connect(self._tab_clicked)
            row.addWidget(tab)
            row.addSpacing(2)
        row.addStretch(1)
        row.addWidget(self._field, 4)
        row.addSpacing(14)
        row.addWidget(self._concern)
        self._concern.clicked.connect(self.concern_pressed)
        self._field.edited.connect(self.search_started)
        self._field.submitted.connect(lambda: self.searched.emit(self._field.text()))
        self._field.cleared.connect(lambda: self._field.set_text(""))

    def show_place(self, nav: Nav | None, *, search: bool, concern: bool) -> None:
        """Underline a place, and offer search and the concern button or not."""
        for tab in self._tabs:
            tab.setChecked(tab.nav is nav)
            tab.update()
        self._field.set_text("")
        self._offers_search = search
        self._fit()
        self._concern.setVisible(concern)

    def show_places(self, *, shown: bool) -> None:
        """Name the places of the handbook, or none before the first page."""
        for tab in self._tabs:
            tab.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for the search field, Ctrl+K opens the search page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() / min(self._look.scale, 1.5) >= FIELD_FROM
        self._field.setVisible(self._offers_search and room)

    def focus_search(self) -> bool:
        """Put the focus into the bar's field; False where this page has none in the bar."""
        if not self._field.isVisible():
            return False
        self._field.select_all()
        return True

    def take_focus(self) -> None:
        """Put the focus on the first place of the bar."""
        first = self._concern if self._tabs[0].isHidden() else self._tabs[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _tab_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, NavTab):
            self.nav_chosen.emit(tab.nav)
