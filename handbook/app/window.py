"""The window: a frame for pages under the common bar, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from handbook.app.bar import TopBar
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.widgets.one_press import OnePress

if TYPE_CHECKING:  # loaded when there is something to say
    from handbook.app.widgets.notice import Notice, WayOn

TITLE = "Staff handbook"


class MainWindow(QWidget):
    """Shows one page at a time."""

    closing = Signal()
    shown = Signal()
    page_shown = Signal()
    """Another page is shown, or the same one anew."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._notice: Notice | None = None
        self.is_ordinary = True
        """False on the page that the wizard turned into."""
        self._one_press = OnePress(self)
        self.setWindowTitle(TITLE)
        self.resize(1366, 768)
        self.setMinimumSize(760, 480)
        self.bar = TopBar(look)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def own_bar(self) -> bool:
        """Whether the page that is shown brings a bar of its own, as those of a journey do."""
        return self.page is not None and self.page.own_bar

    @property
    def may_change(self) -> bool:
        """Whether the page that is shown may change under its reader."""
        return self.page is not None and not self.page.holds_still and self.is_ordinary

    def show_page(self, page: Page, *, concern: bool = True) -> None:
        """Show a page; without `concern`, bar and title speak of nothing in particular."""
        self.is_ordinary = concern
        is_other = self.page is not None and self.page is not page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        if self._notice is not None:
            self._notice.close_notice()
        self.bar.setVisible(not page.own_bar)
        self.bar.show_places(shown=page.shows_places)
        self.bar.show_place(page.nav, search=page.shows_search, concern=concern)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(page.window_title if concern else TITLE)
        page.take_focus()
        if is_other:  # last: until here no press can come, and thousands of events would pass it
            self._one_press.guard()
        self.page_shown.emit()

    def say(self, words: str, way_on: WayOn | None = None) -> None:
        """Say a sentence under the bar, until it is closed or another page is shown."""
        if self._notice is None:
            from handbook.app.widgets.notice import Notice

            self._notice = Notice(self._look)
            self._notice.stand_after(self.bar)
            self._column.insertWidget(1, self._notice)
        self._notice.say(words, way_on)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the window is there."""
        super().showEvent(event)
        self.shown.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page first, and let the parts finish before Qt goes."""
        if self.page is not None and not self.page.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
