"""The pages before they are printed or saved: look, then decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Nav, Page
from handbook.app.paper.saving import NotSaved, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress
from handbook.app.preview.placing import Zoom
from handbook.app.preview.presenter import Shown, Work
from handbook.app.preview.sheet_view import SheetView
from handbook.app.preview.waiting import Waiting
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.hints import Footer, Hint
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import ElidedLabel, Label

_KEYS = (
    Hint(("Page Up",), "page before"),
    Hint(("Page Down",), "next page"),
    Hint(("Home",), "first page"),
    Hint(("End",), "last page"),
    Hint(("Ctrl", "P"), "print"),
    Hint(("Ctrl", "S"), "save as PDF"),
    Hint(("Esc",), "back"),
)
_ROOM_FOR_WORDS = 820
"""The width, by the size of the interface's text, under which buttons show icons alone."""
_DOING = {
    Work.LAYING_OUT: "Putting the pages together",
    Work.DRAWING: "Making the PDF",
    Work.PRINTING: "Sending the pages to the printer",
}


class PreviewPage(Page):
    """Shows the pages of a clause, a policy or the whole handbook."""

    nav: Nav | None = Nav.POLICIES
    """What is on paper decides: a policy, or what changed."""
    own_keys = _KEYS
    holds_still = True

    print_pressed = Signal()
    save_pressed = Signal()
    cancel_pressed = Signal()
    back_pressed = Signal()
    clause_only_chosen = Signal(bool)
    """The clause alone is wanted, or the whole policy."""
    left = Signal()
    """Another page is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._shown = Shown()
        self._count = 0
        self.back = Button(look, "Back", ButtonKind.GHOST, icon="arrow-left", height=36)
        self._title = ElidedLabel(look, "", Type.HEADING)
        self.save = Button(look, "Save as PDF", icon="download", height=36)
        self.print = Button(look, "Print", ButtonKind.PRIMARY, icon="print", height=36)
        self.clause = _choice(look, "")
        self.policy = _choice(look, "Whole policy")
        self._apart = QWidget()
        self.zooms = {zoom: _choice(look, zoom.value) for zoom in Zoom}
        self._number = Label(look, "", Type.META, "ink2")
        self._said = Label(look, "", Type.META, "ink2", wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sheets = SheetView(look)
        self.waiting = Waiting(look)
        self._strip = Strip(look, "wash", line_below=True)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._choose(Zoom.WIDTH)

    @property
    def window_title(self) -> str:
        """What the pages are of."""
        return f"{self._named()} on paper – Staff handbook"

    def take_focus(self) -> None:
        """Go through the pages at once."""
        waits = self._body.currentWidget() is self.waiting
        (self.waiting.cancel if waits else self.sheets).setFocus()

    def show_work(self, work: Work, shown: Shown, progress: Progress) -> None:
        """Say how far something has come, with a way to give it up."""
        self._name(shown)
        self.waiting.show_progress(_DOING[work], self._parts(work, progress), progress)
        self._switch(self.waiting)

    def show_sheets(self, sheets: Sheets, shown: Shown) -> None:
        """Show the pages."""
        self._name(shown)
        self._count = sheets.count
        self.sheets.show_sheets(sheets)
        self._switch(self.sheets)

    def show_again(self) -> None:
        """Back to the pages."""
        self._switch(self.sheets)

    def say(self, went: Went | None) -> None:
        """Say what came of saving or printing; None for nothing."""
        words = went.sentence if went else ""
        self._said.set_token("stop_ink" if isinstance(went, NotSaved) else "ink2")
        self._said.setText(words)
        self._strip.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def clear(self) -> None:
        """Let the pages go."""
        self.sheets.show_sheets(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up or goes back, Ctrl+P prints, Ctrl+S saves."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            waits = self._body.currentWidget() is self.waiting
            (self.cancel_pressed if waits else self.back_pressed).emit()
        elif control and event.key() == Qt.Key.Key_P and not self.print.isHidden():
            self.print_pressed.emit()
        elif control and event.key() == Qt.Key.Key_S and not self.save.isHidden():
            self.save_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks any more; a window put aside is still looked at."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    def _lay_out(self) -> None:
        head = Strip(self.look, "surface")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 24 - RING, 0)
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self.save)
        row.addWidget(self.print)
        tools = Strip(self.look, "surface", line_below=True)
        chips = FlowLayout()
        self._apart.setFixedSize(20, 1)
        for widget in (self.clause, self.policy, self._apart, *self.zooms.values()):
            chips.addWidget(widget)
        line = QHBoxLayout(tools)
        line.setContentsMargins(24 - RING, 0, 24, 4)
        line.addLayout(chips, 1)
        line.addWidget(self._number)
        said = QHBoxLayout(self._strip)
        said.setContentsMargins(24, 8, 24, 8)
        said.addWidget(self._said)
        self._strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(tools)
        column.addWidget(self._strip)
        self._body.addWidget(self.sheets)
        self._body.addWidget(self.waiting)
        column.addWidget(self._body, 1)
        column.addWidget(Footer(self.look, _KEYS))
        tab_through(
            self.back,
            self.save,
            self.print,
            self.clause,
            self.policy,
            *self.zooms.values(),
            self.sheets,
            self.waiting.cancel,
        )

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_pressed)
        self.print.clicked.connect(self.print_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.waiting.cancel.clicked.connect(self.cancel_pressed)
        self.clause.clicked.connect(lambda: self._extent(only=True))
        self.policy.clicked.connect(lambda: self._extent(only=False))
        for zoom, chip in self.zooms.items():
            chip.clicked.connect(lambda _=False, zoom=zoom: self._choose(zoom))
        self.sheets.page_changed.connect(self._show_number)
        self.look.changed.connect(self._fit)

    def _extent(self, *, only: bool) -> None:
        self.clause.setChecked(only)
        self.policy.setChecked(not only)
        self.clause_only_chosen.emit(only)

    def _choose(self, chosen: Zoom) -> None:
        for zoom, chip in self.zooms.items():
            chip.setChecked(zoom is chosen)
        self.sheets.set_zoom(chosen)

    def _name(self, shown: Shown) -> None:
        self._shown = shown
        self._title.set_text(self._named())
        self.clause.setText(f"Clause {shown.label}")
        self.clause.updateGeometry()
        self.clause.setChecked(shown.only_clause)
        self.policy.setChecked(not shown.only_clause)
        for widget in (self.clause, self.policy, self._apart):
            widget.setVisible(bool(shown.label))

    def _named(self) -> str:
        shown = self._shown
        if not shown.title:
            return "All policies"
        return f"{shown.title} {shown.label if shown.only_clause else ''}".strip()

    def _parts(self, work: Work, progress: Progress) -> str:
        if work is not Work.LAYING_OUT:
            return f"Page {progress.done} of {progress.of}" if progress.done else ""
        if self._shown.title:
            return ""
        return f"{progress.done} of {progress.of} policies" if progress.of > 1 else ""

    def _switch(self, widget: QWidget) -> None:
        ready = widget is self.sheets
        for button in (self.print, self.save):
            button.setVisible(ready)
        if self._body.currentWidget() is widget:
            return
        focus = self.focusWidget()
        inside = focus is not None and self._body.isAncestorOf(focus)
        self._body.setCurrentWidget(widget)
        self._number.setVisible(ready)
        if self.isVisible() and (inside or focus in (None, self.print, self.save)):
            self.take_focus()

    def _show_number(self, page: int) -> None:
        self._number.setText(f"Page {page + 1} of {self._count}" if self._count else "")

    def _fit(self) -> None:
        wide = self.width() / max(1.0, self.look.interface_scale) >= _ROOM_FOR_WORDS
        for button in (self.back, self.save):
            button.show_words(shown=wide)


def _choice(look: Look, words: str) -> Chip:
    chip = Chip(look, words)
    chip.setCheckable(True)
    return chip
