"""Where a journey ends: who to tell, what to do, and what happens then."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.journey.bar import WizardBar
from handbook.app.journey.leaving import on_back_key
from handbook.app.look.look import Look
from handbook.app.outcome.actions import Actions
from handbook.app.outcome.band import Band
from handbook.app.outcome.below import Below
from handbook.app.outcome.body import BAR_WIDTH, RouteBody
from handbook.app.outcome.changing import AnswersBody
from handbook.app.outcome.clause import ClauseBody
from handbook.app.outcome.texts import forget_words
from handbook.app.outcome.views import ClauseView, OutcomeView
from handbook.app.page import Page
from handbook.app.paper.saving import Went
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.one_press import OnePress
from handbook.app.widgets.tabbing import tab_through

_NOTHING = OutcomeView((), ())
_PINNED_FROM, _MOST_OF_PAGE = 760, 0.4
"""The page width, at 100 % text, and the part of its height up to which the band is pinned."""


class OutcomePage(Page):
    """Shows the routes of a journey, one at a time, all of them named at the top."""

    own_bar = True
    holds_still = True

    left_quickly = Signal()
    closed = Signal()
    start_again = Signal()
    back_pressed = Signal()
    """Alt+Left: back to the last question."""
    change_requested = Signal(int)
    """Another answer is wanted for the answer at this index."""
    go_on_requested = Signal(object)
    """The flow to go on to, as a NodeRef."""
    record_requested = Signal(object)
    """A record is to be written, for what a RecordFor says."""
    clause_requested = Signal(object)
    """A clause is to be shown, as a ClauseRef."""
    save_pressed = Signal(bool)
    """The outcome is wanted as a PDF; with the answers if true."""
    print_pressed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view = _NOTHING
        self._shown = 0
        self._aside = False
        self._one_press = OnePress(self)
        self.bar = WizardBar(look, saves=True)
        self.bar.left_quickly.connect(self.left_quickly)
        self._band = Band(look)
        self._band.route_chosen.connect(self._show_route)
        self._band.change_pressed.connect(self._show_answers)
        self._below = Below()
        self._scroll = QuietScroll(look, self._below)
        # Always on, so that its room is always the same and the columns stand under the band.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._actions = Actions(look)
        self._actions.write.clicked.connect(self._write)
        self._actions.again.clicked.connect(self.start_again)
        self._actions.close_button.clicked.connect(self.closed)
        self._actions.go_on_chosen.connect(self.go_on_requested)
        self._actions.save_pressed.connect(self.save_pressed)
        self._actions.print_pressed.connect(self.print_pressed)
        on_back_key(self, self._back)
        look.changed.connect(self._fit_soon)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._band)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._actions)

    def show_outcome(self, view: OutcomeView) -> None:
        """Show the first route, and which there are besides."""
        self._view = view
        self._actions.reset()
        self._band.show_outcome(view)
        self._show_route(0)

    def show_clause(self, view: ClauseView) -> None:
        """Show a clause in place of the route."""
        body = ClauseBody(self.look, view)
        body.back_pressed.connect(self._show_again)
        self._show_body(body, aside=True)
        body.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, went: Went | None) -> None:
        """Say what came of saving or printing, until the next action; None for nothing."""
        self._actions.say(went)

    def clear(self) -> None:
        """Empty everything that was shown."""
        self._view = _NOTHING
        self._actions.reset()
        self._band.clear()
        self._show_body(QWidget())
        self._actions.write.hide()
        self._actions.show_go_on(())

    def take_focus(self) -> None:
        """The page itself: nothing is to be pressed by accident."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and page keys scroll."""
        if not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self._aside:
            self._show_again()
        elif self._view.answers:
            self.back_pressed.emit()
        else:
            self.closed.emit()

    def _show_route(self, index: int) -> None:
        if not 0 <= index < len(self._view.routes):
            return
        self._shown = index
        route = self._view.routes[index]
        self._band.show_route(route, index)
        body = RouteBody(self.look, route)
        body.clause_chosen.connect(self.clause_requested)
        self._show_body(body)
        self._actions.write.setVisible(route.record is not None)
        self._actions.show_go_on(route.go_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the band scroll where it would leave too little room."""
        super().resizeEvent(event)
        self._fit_band()

    def _fit_soon(self) -> None:
        """Once the texts have taken their places."""
        QTimer.singleShot(0, self, self._fit_band)

    def _fit_band(self) -> None:
        """Pinned above what scrolls; in a low window with large text it scrolls too."""
        narrow = self.look.room(self.width()) < _PINNED_FROM
        scrolls = narrow or self._band.height_at(self.width()) > _MOST_OF_PAGE * self.height()
        if scrolls is self._below.has_band:
            return
        if scrolls:
            self._column.removeWidget(self._band)
            self._below.put_band(self._band)
        else:
            self._below.take_band(self._band)
            self._column.insertWidget(1, self._band)
        self._band.leave_room(BAR_WIDTH if scrolls else 0)
        self._band.show()

    def _write(self) -> None:
        self.record_requested.emit(self._view.routes[self._shown].record)

    def _show_again(self) -> None:
        self._show_route(self._shown)
        self.take_focus()

    def _show_answers(self) -> None:
        body = AnswersBody(self.look, self._view.answers)
        body.back_pressed.connect(self._show_again)
        body.change_pressed.connect(self.change_requested)
        self._show_body(body, aside=True)
        body.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_body(self, body: QWidget, *, aside: bool = False) -> None:
        """Put another body in place; `aside` is one with a way back to the route."""
        self._aside = aside
        self._actions.say(None)
        if (old := self._below.put_body(body)) is not None:
            forget_words(old)
            old.hide()
            old.deleteLater()
        self._fit_soon()
        tab_through(self.bar, self._band, body, self._actions)
        self._scroll.verticalScrollBar().setValue(0)
        self._one_press.guard()
