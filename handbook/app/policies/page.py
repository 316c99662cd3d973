"""All policies, by collection: versions and reviews in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.collections import clauses_words, policies_words
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav, Page
from handbook.app.policies.presenter import PoliciesView, PolicyGroup, Show, SortBy
from handbook.app.policies.rail import Rail
from handbook.app.policies.rows import ColumnHeads, GroupHeading, PolicyRowButton
from handbook.app.reading_record import MY_RECORD
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.field import SMALL, SearchField
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.hints import Footer, Hint
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import HairLine, ScrollBody, Strip
from handbook.app.widgets.text import Label

_HINTS = (
    Hint(("Ctrl", "F"), "filter"),
    Hint(("Up", "Down"), "move"),
    Hint(("Enter",), "open"),
    Hint(("Alt", "1–9"), "collection"),
    Hint(("Alt", "Left"), "back"),
)
_RAIL_FROM, _HEAD_FROM, _PRINT_FROM = 900, 700, 1060
"""Page width, at 100 % text, from which the rail, and the filter, stand at the side, and from
which the way onto paper says what it is."""
_PRINT = "Print or save all policies"


class PoliciesPage(Page):
    """Where all policies are listed."""

    nav = Nav.POLICIES
    own_keys = (
        Hint(("Down",), "from the filter to the first policy"),
        Hint(("Enter",), "open the policy"),
        Hint(("Esc",), "empty the filter"),
        Hint(("Alt", "1–9"), "go to a collection"),
    )

    policy_chosen = Signal(str)
    sort_chosen = Signal(object)
    filter_changed = Signal(str)
    show_chosen = Signal(object)
    print_pressed = Signal()
    """All policies are wanted on paper or as a PDF."""
    record_pressed = Signal()
    """What the reader has confirmed is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rail = Rail(look)
        self._rows: list[PolicyRowButton] = []
        self._headings: dict[str, QWidget] = {}
        self._title = Label(look, "Policies", Type.DISPLAY)
        self._count = Label(look, "", Type.META, "ink2")
        self._field = SearchField(look, "Filter by title or summary", SMALL, keys=("Ctrl", "F"))
        self._print = Button(look, _PRINT, ButtonKind.GHOST, icon="print", height=32)
        self._print.clicked.connect(self.print_pressed)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._sheet = QWidget()
        self._scroll = ScrollBody(self.look, self._sheet)
        self._sorts = QButtonGroup(self)
        self._chips, self._chip_row = FlowLayout(8 - 2 * RING), QWidget()
        self._head = QHBoxLayout()
        self._build()
        self._field.edited.connect(self.filter_changed)
        self._field.cleared.connect(self._clear)
        self._field.list_key_pressed.connect(lambda _: self._focus_row(0))
        self._field.submitted.connect(lambda: self._focus_row(0))
        self._rail.chosen.connect(self._scroll_to)
        self._rail.show_chosen.connect(self.show_chosen)
        self._rail.record_pressed.connect(self.record_pressed)
        self._chip_row.setLayout(self._chips)
        look.changed.connect(self._fit)

    def show_policies(self, view: PoliciesView) -> None:
        """Show the list anew."""
        self._count.setText(f"{policies_words(view.policies)}, {clauses_words(view.clauses)}")
        self._rail.show_collections(view.counts, view.collection)
        self._rail.show_choices(view)
        self._show_chips(view)
        self._field.set_text(view.filter)
        for button in self._sorts.buttons():
            button.setChecked(button.text() == view.sort.value)
        self._clear_list()
        for group in view.groups:
            self._add_group(group)
        if not view.groups:
            words = _none_words(view)
            self._list.addWidget(Label(self.look, words, Type.LEAD, "ink2", wrap=True))
        QTimer.singleShot(0, self, lambda: self._scroll_to(view.collection))

    def take_focus(self) -> None:
        """Start at the first policy."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def find_words(self) -> None:
        """Put the focus into the filter."""
        self._field.select_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a number go to a collection."""
        place = event.key() - Qt.Key.Key_1
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alt == Qt.KeyboardModifier.AltModifier and 0 <= place < min(9, len(self._headings)):
            self._scroll_to(list(self._headings)[place])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for the rail, its collections stand above the list."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._field.setFixedWidth(round(316 * self.look.interface_scale) + 2 * RING)
        room = self.look.room(self.width())
        self._rail.setVisible(room >= _RAIL_FROM)
        self._chip_row.setVisible(room < _RAIL_FROM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = room >= _HEAD_FROM
        self._head.setDirection(across if wide else down)
        self._head.setContentsMargins(RING if wide else 0, 0, 0, 0)
        for label in (self._title, self._count):
            label.setContentsMargins(0 if wide else RING, 0, 0, 0)
        self._print.show_words(shown=room >= _PRINT_FROM)

    def _show_chips(self, view: PoliciesView) -> None:
        self._chips.clear()
        for name, count in view.counts:
            chip = Chip(self.look, name)
            chip.set_count(count)
            chip.clicked.connect(lambda _=False, name=name: self._scroll_to(name))
            self._chips.addWidget(chip)
        for show, count in view.shows:
            chip = Chip(self.look, show.value)
            chip.set_count(count)
            chip.setCheckable(True)
            chip.setChecked(show is view.show)
            other = Show.ALL if show is view.show else show
            chip.clicked.connect(lambda _=False, other=other: self.show_chosen.emit(other))
            self._chips.addWidget(chip)
        if view.has_record:
            chip = Chip(self.look, MY_RECORD)
            chip.clicked.connect(self.record_pressed)
            self._chips.addWidget(chip)

    def _focus_row(self, index: int) -> None:
        if self._rows:
            row = self._rows[min(len(self._rows) - 1, max(0, index))]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(row, 0, 60)

    def _build(self) -> None:
        look = self.look
        head = self._head
        head.setContentsMargins(RING, 0, 0, 0)
        head.addWidget(self._title)
        head.addSpacing(12)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._field)
        sorts = QHBoxLayout()
        sorts.setContentsMargins(RING, 0, 0, 0)
        sorts.setSpacing(0)
        sorts.addWidget(Label(look, "Sort by", Type.META, "ink2"))
        sorts.addSpacing(8)
        chips = FlowLayout()
        for sort in SortBy:
            chip = Chip(look, sort.value)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, sort=sort: self.sort_chosen.emit(sort))
            self._sorts.addButton(chip)
            chips.addWidget(chip)
        sorts.addLayout(chips, 1)
        sorts.addWidget(self._print)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(40 - RING, 22, 40 - RING, 40)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(sorts)
        column.addWidget(self._chip_row)
        column.addWidget(ColumnHeads(look))
        column.addLayout(self._list)
        column.addStretch(1)
        paper = Strip(look, "surface")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(paper, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row, 1)
        outer.addWidget(Footer(look, _HINTS))

    def _add_group(self, group: PolicyGroup) -> None:
        if group.name:
            heading = GroupHeading(self.look, group.name, len(group.rows))
            self._headings[group.name] = heading
            self._list.addWidget(heading)
        else:
            self._list.addSpacing(12)
            self._list.addWidget(HairLine(self.look))
        for row in group.rows:
            button = PolicyRowButton(self.look, row)
            button.clicked.connect(lambda _=False, key=row.id: self.policy_chosen.emit(key))
            self._rows.append(button)
            self._list.addWidget(button)

    def _clear_list(self) -> None:
        self._rows.clear()
        self._headings.clear()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _scroll_to(self, collection: str) -> None:
        heading = self._headings.get(collection)
        if heading is not None:
            self._rail.show_current(collection)
            self._scroll.verticalScrollBar().setValue(heading.y() - 8)

    def _clear(self) -> None:
        self._field.set_text("")
        self.filter_changed.emit("")


_NONE = {
    Show.ALL: "There is no policy in this handbook.",
    Show.TO_CONFIRM: "There is nothing to confirm at the moment.",
    Show.OVERDUE: "No policy is past its review date.",
    Show.SOON: "No review is due within three months.",
}


def _none_words(view: PoliciesView) -> str:
    if not view.filter:
        return _NONE[view.show]
    return f"No policy has “{view.filter}” in its title or summary. Search asks them all."
