"""A draft of a flow on the real pages of the wizard, with a strip above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from handbook.app.desk.try_it.presenter import FindingView
from handbook.app.desk.try_it.strip import DraftStrip
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.widgets.accessible import as_heading
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.panel import Column
from handbook.app.widgets.text import Label, selectable

_KEPT = "Your answers are kept until it can be read again. Mend the file, save it, press F5."


class TryPage(Page):
    """Shows the pages that it is given, the problems of the draft, or why it cannot be read."""

    own_bar = True

    reading_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._title = ""
        self._walk: Page | None = None
        self._findings: tuple[FindingView, ...] = ()
        self.strip = DraftStrip(look)
        self.strip.reading_wanted.connect(self.reading_wanted)
        self.strip.copy_wanted.connect(self.copy_wanted)
        self.strip.list_wanted.connect(self._turn)
        self._list = QuietScroll(look, QWidget())
        self._broken = QuietScroll(look, QWidget())
        self._is_broken = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._broken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        key = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.reading_wanted)

    @property
    def window_title(self) -> str:
        """Says that this is a draft."""
        return f"Draft: {self._title}" if self._title else "Draft"

    def show_title(self, title: str) -> None:
        """Say which flow this is a draft of."""
        self._title = title
        self.strip.show_title(title)
        self.window().setWindowTitle(self.window_title)

    def show_checking(self) -> None:
        """Say that the draft is being read and checked."""
        self.strip.show_checking()

    def show_findings(self, findings: Sequence[FindingView]) -> None:
        """Say how many problems there are; an open list stays open while there are any."""
        was_open = self._stack.currentWidget() is self._list
        self._findings = tuple(findings)
        self.strip.show_problems(len(self._findings))
        if was_open:
            self._show_list() if self._findings else self._show_draft()

    def show_broken(self, place: str, problem: str) -> None:
        """Show in place of the questions why they cannot be read."""
        self._is_broken = True
        title = _heading(Label(self.look, "This draft cannot be read yet", Type.ROUTE, wrap=True))
        what = f"{place}: {problem}." if place else f"{problem}."
        words = selectable(Label(self.look, what, Type.LEAD, wrap=True))
        kept = Label(self.look, _KEPT, Type.LEAD, "ink2", wrap=True)
        self._broken.set_body(_column(title, words, kept))
        self._show_draft()

    def show_walk(self) -> None:
        """Show the questions and outcomes again."""
        self._is_broken = False
        self._show_draft()

    def show_page(self, page: Page) -> None:
        """Put a page of the journey below the strip."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._walk = page
        if not self._is_broken:
            self._show_draft()

    def show_end(self, numbers: Sequence[int]) -> None:
        """Offer the path to an outcome as a story."""
        self.strip.show_end(numbers)

    def show_copied(self) -> None:
        """Say that the story was copied."""
        self.strip.show_copied()

    def take_focus(self) -> None:
        """Where the page below is used from."""
        shown = self._stack.currentWidget()
        if isinstance(shown, Page):
            shown.take_focus()
        else:
            self.strip.again.setFocus()

    def may_close(self) -> bool:
        """As the page below says, which may hold a record that nobody has saved."""
        shown = self._stack.currentWidget()
        return shown.may_close() if isinstance(shown, Page) else True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and page keys scroll a list of problems."""
        shown = self._stack.currentWidget()
        if not (isinstance(shown, QuietScroll) and shown.scroll_by(event.key())):
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self._stack.currentWidget() is self._list:
            self._show_draft()
        else:
            self._show_list()

    def _show_list(self) -> None:
        rows = [self._row(finding) for finding in self._findings]
        title = _heading(
            Label(self.look, "Problems in this draft and its stories", Type.SECTION, wrap=True)
        )
        self._list.set_body(_column(title, *rows))
        self._stack.setCurrentWidget(self._list)
        self.strip.show_list_open(is_open=True)
        self.strip.list.setFocus()

    def _show_draft(self) -> None:
        shown = self._broken if self._is_broken or self._walk is None else self._walk
        self._stack.setCurrentWidget(shown)
        self.strip.show_list_open(is_open=False)
        self.take_focus()

    def _row(self, finding: FindingView) -> QWidget:
        kind = "Error" if finding.is_error else "Warning"
        token: Token = "stop_ink" if finding.is_error else "warn_ink"
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        place = Label(self.look, f"{kind}, {finding.place}:", Type.META_BOLD, token, wrap=True)
        column.addWidget(_copied_by_mouse(place))
        words = Label(self.look, finding.words, Type.LEAD, wrap=True)
        column.addWidget(_copied_by_mouse(words))
        return row


def _heading(label: Label) -> Label:
    as_heading(label)
    return label


def _copied_by_mouse(label: Label) -> Label:
    """Words that can be selected, and are no stop of the Tab key: there may be many."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _column(*widgets: QWidget) -> QWidget:
    column = Column(760, spacing=16)
    column.body.setContentsMargins(0, 32, 0, 24)
    for widget in widgets:
        column.body.addWidget(widget)
    column.body.addStretch(1)
    whole = Fluid()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(column)
    return whole
