"""The common bar at the top: where you are, search, and the way to say a concern."""

from __future__ import annotations

from enum import IntEnum

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
_FIELD_LEAST = 224
"""A search field with less room than this becomes a button."""
_PLACES_FROM = 760
"""Room at 100 % text below which the places fold into a menu."""


class Level(IntEnum):
    """What the bar still shows, the less room the less."""

    FIELD = 0
    SEARCH = 1
    """The search field is a button."""
    ICONS = 2
    """The button is an icon, and the name at the left goes."""
    MENU = 3
    """The places fold into a menu."""


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
        pointed = self.underMouse()
        painter.setPen(self._look.color("ink" if chosen or pointed else "ink2"))
        painter.drawText(QPointF(12, baseline(painter, rect)), self.text())
        if chosen or pointed:
            bar = QRectF(12, rect.height() - 3, rect.width() - 24, 3)
            painter.fillRect(bar, self._look.color("accent" if chosen else "line2"))
        if self.hasFocus():
            focus_ring(
                painter, self._look, QRectF(7, 12, rect.width() - 14, rect.height() - 24), 4
            )


class TopBar(Strip):
    """The bar of all pages but the wizard's."""

    nav_chosen = Signal(Nav)
    concern_pressed = Signal()
    aa_pressed = Signal()
    menu_pressed = Signal()
    search_pressed = Signal()
    """There was no room for the field, and its button was pressed."""
    searched = Signal(str)
    """Words were typed into the bar's field and Enter pressed."""
    search_started = Signal(str)
    """The first letters were typed into the bar's field."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_below=True)
        self._look = look
        self._offers_search = False
        self._has_places = True
        self._level = Level.FIELD
        self.menu = Button(look, "Menu", icon="list", height=38)
        self._brand = Brand(look, "Staff handbook", "book")
        self._tabs = [NavTab(look, nav) for nav in Nav]
        self._search = Button(look, "Search", icon="search", height=38)
        self._field = SearchField(look, "Search all policies", SMALL, keys=("Ctrl", "K"))
        self._field.setMaximumWidth(300 + 2 * RING)
        self.aa = Button(look, "Aa", ButtonKind.GHOST, height=38)
        self.concern = Button(look, "I have a concern", ButtonKind.CARE, icon="concern", height=38)
        self._name_buttons()
        self._lay_out()
        self._connect()
        look.changed.connect(self._grow)
        self._grow()

    def show_place(self, nav: Nav | None, *, search: bool, concern: bool) -> None:
        """Underline a place, and offer search and the concern button or not."""
        for tab in self._tabs:
            tab.setChecked(tab.nav is nav)
            tab.update()
        self._field.set_text("")
        self._offers_search = search
        self.concern.setVisible(concern)
        self._fit()

    def show_places(self, *, shown: bool) -> None:
        """Name the places of the handbook, or none before the first page."""
        self._has_places = shown
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def focus_search(self) -> bool:
        """Put the focus into the bar's field; False where this page has none in the bar."""
        if not self._field.isVisible():
            return False
        self._field.select_all()
        return True

    def take_focus(self) -> None:
        """Put the focus on the first place of the bar."""
        first = self._tabs[0] if self._has_places else self.aa
        if self._level is Level.MENU:
            first = self.menu
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _name_buttons(self) -> None:
        self.menu.setToolTip("All places of the handbook")
        self.aa.setAccessibleName("Text size and colours")
        self.aa.setToolTip("Text size and colours")
        self._search.setAccessibleName("Search all policies")
        self._search.setToolTip("Search all policies (Ctrl+K)")
        self.concern.setToolTip("Find out who to tell (Ctrl+Shift+H)")

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        row = self._row
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # it folds instead
        row.setSpacing(0)
        row.addWidget(self.menu)
        row.addWidget(self._brand)
        row.addSpacing(12)
        for tab in self._tabs:
            row.addWidget(tab)
            row.addSpacing(2)
        self._before_search = row.count()
        row.addStretch(1)
        row.addWidget(self._field, 4)
        row.addWidget(self._search)
        self._after_search = row.count()
        row.addStretch(0)
        row.addWidget(self.aa)
        row.addWidget(self.concern)

    def _connect(self) -> None:
        for tab in self._tabs:
            tab.clicked.connect(self._tab_clicked)
        self.menu.clicked.connect(self.menu_pressed)
        self.aa.clicked.connect(self.aa_pressed)
        self.concern.clicked.connect(self.concern_pressed)
        self._search.clicked.connect(self.search_pressed)
        self._field.edited.connect(self.search_started)
        self._field.submitted.connect(lambda: self.searched.emit(self._field.text()))
        self._field.cleared.connect(lambda: self._field.set_text(""))

    def _grow(self) -> None:
        """Higher where large text makes the buttons higher."""
        self.setFixedHeight(max(HEIGHT, self.concern.sizeHint().height() + 7))
        self._fit()

    def _fit(self) -> None:
        roomy = self._look.room(self.width()) >= _PLACES_FROM
        levels = Level if roomy or not self._has_places else (Level.MENU,)
        self._level = next(
            (level for level in levels if self._width_at(level) <= self.width()), Level.MENU
        )
        menu = self._level is Level.MENU and self._has_places
        search = self._offers_search
        self._field.setVisible(search and self._level is Level.FIELD)
        self._search.setVisible(search and self._level is not Level.FIELD)
        self._search.setText("Search" if self._level is Level.SEARCH else "")
        self._search.updateGeometry()
        self.menu.setVisible(menu)
        self._brand.setVisible(not menu)
        self._brand.show_mark(alone=self._level > Level.SEARCH)
        for tab in self._tabs:
            tab.setVisible(self._has_places and not menu)
        self.aa.setText(self._aa_words(self._level))
        self.aa.updateGeometry()
        self._row.setContentsMargins(20 - RING if menu else 24, 0, 20 - RING, 0)
        self._row.setStretch(self._before_search, 0 if menu else 1)
        self._row.setStretch(self._after_search, 1 if menu else 0)

    def _aa_words(self, level: Level) -> str:
        return f"Text {round(100 * self._look.scale)}%" if level is Level.MENU else "Aa"

    def _width_at(self, level: Level) -> int:
        """The least width at which everything of a level stands side by side."""
        look = self._look
        width = self.concern.sizeHint().width() + 44
        width += round(look.width_of(self._aa_words(level), Type.UI_BOLD)) + 36
        if level is not Level.MENU:
            width += (self._brand.whole_width if level <= Level.SEARCH else 28) + 12
            width += sum(tab.sizeHint().width() + 2 for tab in self._tabs if self._has_places)
        if not self._offers_search:
            return width
        if level is Level.FIELD:
            return width + round(_FIELD_LEAST * look.interface_scale)
        words = look.width_of("Search", Type.UI_BOLD) + 8 if level is Level.SEARCH else 0
        return width + round(words + 20 * look.interface_scale) + 44

    def _tab_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, NavTab):
            self.nav_chosen.emit(tab.nav)
