"""What changed: the list of changes, and their text in one of four ways."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.changes.nothing import NothingChanged
from handbook.app.changes.own_keys import OWN_KEYS
from handbook.app.changes.policy_units import SHOW
from handbook.app.changes.rail import NARROW, WIDE, ChangesRail
from handbook.app.changes.strip import ChangesStrip
from handbook.app.changes.text import ChangesText
from handbook.app.changes.views import ChangesView, State, Way
from handbook.app.look.look import Look
from handbook.app.page import Nav, Page
from handbook.app.widgets.panel import ScrollBody
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference
from handbook.domain.links import Link, LinkKind

_SIDES_FROM, _RAIL_FROM, _KEY_FROM = 1180, 1000, 1180
"""Page widths, at 100 % text, from which two sides, the list and the key fit."""


class ChangesPage(Page):
    """Shows what a comparison came to, and reports what the reader does with it.

    `put_footer` is the place at the end of the page for what follows from having read it.
    """

    nav = Nav.CHANGES
    holds_still = True
    own_keys = OWN_KEYS

    clause_chosen = Signal(object)
    """A ClauseRef is to be read."""
    fold_opened = Signal(str)
    """Clauses that are the same in both are wanted, by the address of their fold."""
    all_wanted = Signal()
    other_wanted = Signal()
    """The changes of the policy since another old version are wanted."""
    policies_wanted = Signal()
    change_reached = Signal(str)
    """The key of the change that is being read."""
    print_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view = ChangesView(State.WORKING)
        self._way = Way.MARKED
        self._list_open = False
        self.rail = ChangesRail(look)
        self.strip = ChangesStrip(look)
        self.text = ChangesText(look)
        self.nothing = NothingChanged(look)
        self._footer: QWidget | None = None
        self._right = QVBoxLayout()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.strip.show_way(self._way)

    @property
    def window_title(self) -> str:
        """What is compared."""
        if self._view.policy and self._view.state is State.CHANGES:
            return f"What changed in {self._view.title} – Staff handbook"
        return "What changed – Staff handbook"

    @property
    def view(self) -> ChangesView:
        """What is shown."""
        return self._view

    @property
    def way(self) -> Way:
        """How the changes are shown: two sides fit into a wide window alone."""
        if self._way is Way.SIDES and not self._has_sides:
            return Way.MARKED
        return self._way

    def show_changes(self, view: ChangesView) -> None:
        """Show everything anew, at the first change."""
        self._view = view
        has_changes = view.state is State.CHANGES
        waited = has_changes and self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0 if has_changes else 1)
        if has_changes:
            self.rail.show_changes(view)
            self.text.show_changes(view, self.way)
            self.text.go_to_start()
        else:
            self.nothing.show_nothing(view)
        self._place_changed(self.text.current)
        self._fit()
        if waited and self.isVisible() and self._has_focus:
            self.take_focus()

    def show_more(self, view: ChangesView) -> None:
        """Show the same with more in it, at the place that is read."""
        if self._view.state is not State.CHANGES or view.state is not State.CHANGES:
            self.show_changes(view)
            return
        self._view = view
        self.rail.show_changes(view)
        self.text.show_again(view)
        self._place_changed(self.text.current)

    def go_to(self, key: str) -> None:
        """Show a change."""
        self.text.go_to(key)

    def put_footer(self, footer: QWidget | None) -> None:
        """Put something under the text, or take it away; the page then forgets it."""
        if self._footer is not None:
            self._right.removeWidget(self._footer)
            self._footer.setParent(None)
        self._footer = footer
        if footer is not None:
            self._right.addWidget(footer)
            footer.show()

    def show_way(self, way: Way) -> None:
        """Show the changes in another way, at the same place."""
        self._way = way
        self.strip.show_way(self.way)
        if self._view.state is State.CHANGES:
            self._show_in_way()

    def take_focus(self) -> None:
        """Read at once: the letters act in the text."""
        if self._view.state is State.CHANGES:
            self.text.sheet.setFocus()
        else:
            (self.nothing.first() or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list where it lies in the way of the text."""
        if event.key() == Qt.Key.Key_Escape and self._list_open:
            self._leave_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Step down where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _has_focus(self) -> bool:
        """Whether nobody went elsewhere, such as to the bar, while there was nothing to read."""
        focus = QApplication.focusWidget()
        return focus is None or focus is self or self.isAncestorOf(focus)

    @property
    def _has_sides(self) -> bool:
        return self.width() / self.look.scale >= _SIDES_FROM

    def _fit(self) -> None:
        width = self.width() / self.look.scale
        wide = width >= _RAIL_FROM
        room = WIDE if width >= _SIDES_FROM and self.way is not Way.SIDES else NARROW
        self.rail.setFixedWidth(round(room * min(1.5, self.look.scale)))
        self.rail.setVisible(wide or self._list_open)
        self.strip.set_room(
            sides=self._has_sides,
            rail=wide,
            key=width >= _KEY_FROM,
            ways=wide or not self._list_open,
        )
        if self._view.state is State.CHANGES and self.text.way is not self.way:
            self.strip.show_way(self.way)
            self._show_in_way()

    def _show_in_way(self) -> None:
        place = self.text.current
        self.text.show_changes(self._view, self.way)
        self._fit()
        if place:
            self.text.go_to(place)
        else:
            self.text.go_to_start()
        self._place_changed(self.text.current)

    def _rebuild(self) -> None:
        self._fit()
        if self._view.state is State.CHANGES:
            self._show_in_way()

    def _place_changed(self, key: str) -> None:
        self.rail.list.show_current(key)
        self.strip.show_place(self.text.sheet.number, self.text.sheet.changes)
        if key:
            self.change_reached.emit(key)

    def _step(self, by: int) -> None:
        self.text.step(by)
        self.strip.say_place()

    def _chosen(self, key: str) -> None:
        self._list_open = False
        self._fit()
        self.text.go_to(key)
        self.text.sheet.setFocus()

    def _open_list(self) -> None:
        self._list_open = not self._list_open
        self._fit()
        if self._list_open:
            self.rail.list.setFocus()

    def _leave_list(self) -> None:
        self._list_open = False
        self._fit()
        self.text.sheet.setFocus()

    def _link_chosen(self, address: str) -> None:
        if address.startswith(SHOW):
            self.fold_opened.emit(address)
            return
        link = Link.parse(address)
        if link.kind in (LinkKind.CLAUSE, LinkKind.POLICY):
            self._open(link.target)

    def _open(self, target: str) -> None:
        try:
            self.clause_chosen.emit(ClauseRef.parse(target))
        except BadReference:
            return  # only what the comparison itself wrote leads here

    def _lay_out(self) -> None:
        whole, right = QWidget(), QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.strip)
        self._right.addWidget(self.text, 1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self._stack.addWidget(whole)
        self._stack.addWidget(ScrollBody(self.look, self.nothing))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.text.current_changed.connect(self._place_changed)
        self.text.link_chosen.connect(self._link_chosen)
        self.rail.list.chosen.connect(self._chosen)
        self.rail.list.left.connect(self._leave_list)
        self.rail.all_pressed.connect(self.all_wanted)
        self.rail.other_pressed.connect(self.other_wanted)
        self.strip.way_chosen.connect(self.show_way)
        self.strip.stepped.connect(self._step)
        self.strip.list_pressed.connect(self._open_list)
        self.strip.print_pressed.connect(self.print_wanted)
        self.nothing.all_pressed.connect(self.all_wanted)
        self.nothing.policies_pressed.connect(self.policies_wanted)
        self.nothing.policy_pressed.connect(
            lambda: self.clause_chosen.emit(ClauseRef(self._view.policy))
        )
        self.look.changed.connect(self._rebuild)
