"""The search page: answers as you type, the first one chosen and shown beside the list."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from handbook.app.contacts import PersonView
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.search.filters import Correction, Filters
from handbook.app.search.hints import FOUND, hints_of
from handbook.app.search.hit_list import ROW_HEIGHT, HitDelegate, HitListModel, HitListView
from handbook.app.search.nothing import NothingFound
from handbook.app.search.own_keys import OWN_KEYS
from handbook.app.search.places import PlacesRow
from handbook.app.search.presenter import Filter, Place, SearchView
from handbook.app.search.preview import Preview
from handbook.app.widgets.field import MEDIUM, SearchField
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.hints import Footer
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Column
from handbook.domain.library import Library
from handbook.search.searcher import Hit

PREVIEW_FROM = 1180
"""Page width from which the preview stands beside the list, at 100 % text."""


class SearchPage(Page):
    """Where a question is typed and answered."""

    shows_search = False
    own_keys = OWN_KEYS

    text_changed = Signal(str)
    clause_chosen = Signal(object)
    """A ClauseRef was opened."""
    link_chosen = Signal(object)
    """A Link to a person or a step of the wizard was pressed."""
    link_wanted = Signal(object)
    """The reader asked for the link to a ClauseRef."""
    literal_wanted = Signal()
    filter_chosen = Signal(object)
    filter_number = Signal(int)
    policies_wanted = Signal()
    concern_pressed = Signal()
    left = Signal()
    """Escape on an empty field."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view = SearchView("")
        self._model = HitListModel()
        self._list = HitListView(look)
        self._delegate = HitDelegate(look, self._list)
        self._preview = Preview(look)
        self._nothing = NothingFound(look)
        self._footer = Footer(look, FOUND)
        self._field = SearchField(
            look, "Ask in your own words", MEDIUM, can_clear=True, name="Search all policies"
        )
        self._correction = Correction(look)
        self._filters = Filters(look)
        self._places = PlacesRow(look)
        self._notice = Notice(look)
        self._answers = QWidget()
        self._build()
        self._connect()

    def set_library(self, library: Library) -> None:
        """The preview shows clauses of this library."""
        self._preview.set_library(library)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The clauses that are listed."""
        return self._view.hits

    @property
    def is_empty(self) -> bool:
        """True where nothing at all was found."""
        return self._view.nothing

    def text(self) -> str:
        """What is typed."""
        return self._field.text()

    def set_text(self, text: str) -> None:
        """Show a question that was typed elsewhere."""
        self._field.set_text(text)

    def take_focus(self) -> None:
        """The field keeps the focus while the list moves."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Select the question, ready for the next one."""
        self._field.select_all()

    def show_results(self, view: SearchView) -> None:
        """Show the answers to a question."""
        row = self._row_of_chosen(view)
        if view.text != self._view.text:
            self._notice.close_notice()
        self._view = view
        self._delegate.terms = view.terms
        self._delegate.is_sure = view.is_sure
        self._model.show(view.hits)
        self._correction.show_correction(view)
        self._filters.show_filters(view)
        self._places.show_places(view.places)
        self._footer.show_hints(hints_of(view))
        self._answers.setHidden(view.nothing)
        self._nothing.setVisible(view.nothing)
        if view.nothing:
            self._nothing.show_nothing(view.text, view.people)
        self._preview.setVisible(bool(view.hits) and self._is_wide())
        if view.hits:
            self._choose(row)
        self._order_tabs()
        self._announce("Nothing found" if view.nothing else view.summary)

    def _row_of_chosen(self, view: SearchView) -> int:
        """The row of the clause that was chosen, for the same question shown again; else 0."""
        chosen = self._model.hit(self._list.currentIndex().row())
        if chosen is None or view.text != self._view.text:
            return 0
        refs = [hit.ref for hit in view.hits]
        return refs.index(chosen.ref) if chosen.ref in refs else 0

    def _order_tabs(self) -> None:
        order = [*self._filters.chips(), *self._places.cards, self._list, *self._preview.buttons()]
        for before, after in pairwise([self._correction, *order]):
            QWidget.setTabOrder(before, after)

    def show_person(self, person: PersonView) -> None:
        """Show how somebody is reached, above the answers."""
        self._notice.show_person(person)

    def show_problem(self, text: str) -> None:
        """Say in one sentence why there are no answers."""
        self._filters.say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a number choose a filter, or a way on where nothing was found; Esc clears."""
        if event.key() == Qt.Key.Key_Escape:
            self._cleared()
            return
        number = event.key() - Qt.Key.Key_0
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and 1 <= number <= 9:
            if self._view.nothing:
                self._nothing.press(number)
            else:
                self.filter_number.emit(number)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview goes where there is no room for it."""
        super().resizeEvent(event)
        self._preview.setVisible(bool(self._view.hits) and self._is_wide())

    def copy_link(self) -> None:
        """Ask for the link to the chosen clause."""
        hit = self._model.hit(self._list.currentIndex().row())
        if hit is not None:
            self.link_wanted.emit(hit.ref)
            self._notice.say(f"Link to {hit.policy_title} {hit.label} copied")

    def _is_wide(self) -> bool:
        return self.width() / self.look.scale >= PREVIEW_FROM

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMinimumHeight(ROW_HEIGHT)
        found = QHBoxLayout()
        found.setContentsMargins(RING, 0, RING, 0)
        found.setSpacing(32)
        found.addWidget(self._list, 648)
        found.addWidget(self._preview, 440)
        self._answers.setLayout(found)
        self._nothing.hide()
        column = Column()
        column.body.setContentsMargins(0, 24 - RING, 0, 16)
        column.body.addWidget(self._field)
        column.body.addSpacing(4)
        column.body.addWidget(self._correction)
        column.body.addWidget(self._filters)
        column.body.addWidget(self._places)
        column.body.addWidget(self._notice)
        column.body.addSpacing(10)
        # No stack of the two: it would stay as high as the higher one, and the page would scroll.
        column.body.addWidget(self._answers, 1)
        column.body.addWidget(self._nothing, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        # Only a low window with large text scrolls; else the list has what room there is.
        self._area = QuietScroll(self.look, column)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._footer)

    def _connect(self) -> None:
        self._field.edited.connect(self.text_changed)
        self._field.submitted.connect(self._open_chosen)
        self._field.cleared.connect(self._cleared)
        self._field.list_key_pressed.connect(self._list_key)
        self._list.activated.connect(self._opened)
        self._list.clicked.connect(self._opened)
        self._list.selectionModel().currentChanged.connect(self._chosen_changed)
        self._correction.literal_wanted.connect(self.literal_wanted)
        self._filters.chosen.connect(self._filter)
        self._preview.open_pressed.connect(self._open_chosen)
        self._preview.copy_pressed.connect(self.copy_link)
        self._places.chosen.connect(self._place_chosen)
        self._nothing.place_chosen.connect(self._place_chosen)
        self._nothing.policies_wanted.connect(self.policies_wanted)
        self._nothing.concern_pressed.connect(self.concern_pressed)
        self._nothing.again_wanted.connect(self.focus_search)
        self._notice.closed.connect(self.take_focus)

    def _filter(self, chosen: Filter) -> None:
        self.filter_chosen.emit(chosen)
        self.take_focus()

    def _place_chosen(self, place: Place) -> None:
        self.link_chosen.emit(place.link)

    def _choose(self, row: int) -> None:
        index = self._model.index(row)
        self._list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._list.scrollTo(index)

    def _chosen_changed(self, index: QModelIndex) -> None:
        hit = self._model.hit(index.row())
        if hit is not None:
            self._preview.show_clause(hit.ref, self._view.terms)

    def _list_key(self, key: int) -> None:
        page = max(1, self._list.viewport().height() // ROW_HEIGHT)
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        rows = self._model.rowCount()
        if rows:
            row = self._list.currentIndex().row() + moves[Qt.Key(key)]
            self._choose(min(rows - 1, max(0, row)))
            self._area.ensureWidgetVisible(self._list, 0, 0)

    def _open_chosen(self) -> None:
        self._opened(self._list.currentIndex())

    def _opened(self, index: QModelIndex) -> None:
        hit = self._model.hit(index.row())
        if hit is not None:
            self.clause_chosen.emit(hit.ref)

    def _cleared(self) -> None:
        if self._field.text():
            self._field.set_text("")
            self.text_changed.emit("")
            self.take_focus()
        else:
            self.left.emit()

    def _announce(self, words: str) -> None:
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
