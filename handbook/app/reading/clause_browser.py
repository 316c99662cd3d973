"""A document with clauses: which one is being read, and how to get to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock

from handbook.app.document.builder import BuiltDocument
from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.reading.column_browser import ColumnBrowser
from handbook.app.reading.fading import Fade
from handbook.app.reading.layout import ClauseSpan, Geometry
from handbook.app.reading.painting import (
    paint_boxes,
    paint_icons,
    paint_matches,
    paint_wash,
    wash_rect,
)


class ClauseBrowser(ColumnBrowser):
    """Shows a built document, and knows which of its clauses is being read.

    A clause becomes the current one by being gone to, or by scrolling to it.
    """

    current_changed = Signal(str)
    """The clause that is being read: by scrolling, by key, by a click. Empty for none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._current = ""
        self._found: Sequence[Match] = ()
        self._match: Match | None = None
        self._fade = Fade(look, self, self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def current(self) -> str:
        """The clause that is being read; empty above the first."""
        return self._current

    def show_built(self, built: BuiltDocument) -> None:
        """Show a document from its start, with no clause current."""
        self._found, self._match = (), None
        self._current = ""
        super().show_built(built)

    def go_to(self, place: str) -> bool:
        """Scroll to a clause or section and make it the current one."""
        geometry = self._places()
        if geometry is None:
            return False
        clause = geometry.clause(place)
        top = clause.top if clause else geometry.sections.get(place)
        if top is None:
            return False
        self._target = place
        self._scroll_to(top)
        found = clause or geometry.clause_from(top)
        self._put_cursor(found)
        self._make_current(found.id if found else "")
        self._fade.begin()
        return True

    @property
    def place(self) -> tuple[str, float]:
        """The clause at the top of the view, and how far its beginning lies above that."""
        return self._anchor()

    def return_to(self, place: tuple[str, float]) -> None:
        """Go back to a place, also of an earlier document with the same clause."""
        clause, offset = place
        if not clause or not self.go_to(clause):
            self.go_to_start()
            return
        self.settle()
        self._target = ""
        self._restore(clause, offset)

    def settle(self) -> None:
        """Let the clause that was gone to stand out no longer."""
        self._fade.stop()

    def go_to_note(self, address: str) -> bool:
        """Follow a link to a footnote, or from it back; False for an address of another kind."""
        number = self._built.notes.get(address) if self._built else None
        if number is None:
            return False
        block = self.document().findBlockByNumber(number)
        self._target = ""
        self._scroll_to(self.document().documentLayout().blockBoundingRect(block).top())
        cursor = self.textCursor()
        # Tab goes to the next link behind the cursor, and the line may begin with one.
        cursor.setPosition(max(0, block.position() - 1))
        keep, self._moving = self._moving, True
        scroll = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self._moving = keep
        self._move(scroll)
        return True

    def go_to_start(self) -> None:
        """Show the title."""
        self._target = ""
        self._move(0)
        self._put_cursor(None)
        self._make_current("")

    def step(self, by: int) -> None:
        """Go to the clause after or before the current one."""
        geometry = self._places()
        names = [clause.id for clause in geometry.clauses] if geometry else []
        if not names:
            return
        here = names.index(self._current) if self._current in names else -1
        if here < 0 and by < 0:
            return
        self.go_to(names[min(len(names) - 1, max(0, here + by))])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw boxes under the text, and their icons over it."""
        geometry = self._places()
        if geometry is None:
            super().paintEvent(event)
            return
        scroll = self.verticalScrollBar().value()
        shown = QRectF(event.rect()).translated(0, scroll)
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        if (clause := geometry.clause(self._current)) is not None:
            self._paint_current(painter, wash_rect(geometry, clause))
        paint_boxes(painter, self._look, geometry, shown)
        self._paint_under(painter, geometry, shown)
        paint_matches(painter, self._look, geometry, self._found, self._match, shown)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(0, -scroll)
        paint_icons(painter, self._look, geometry, shown)
        painter.end()

    def _paint_current(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the ground of the clause that is being read."""
        paint_wash(painter, self._look, rect, self._fade.strength)

    def _paint_under(self, painter: QPainter, geometry: Geometry, shown: QRectF) -> None:
        """Draw what else stands under the text; nothing here."""

    def _scrolled(self) -> None:
        if self._moving:
            return
        self._target = ""
        geometry = self._places()
        if geometry is not None:
            clause = geometry.clause_at(self._reading_height())
            self._make_current(clause.id if clause else "")
        self.moved.emit()

    def _reading_height(self) -> float:
        """The height that is being read: near the top, but the last line at the very end."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        to_end = max(0.0, 1 - (bar.maximum() - bar.value()) / max(1, height))
        return bar.value() + height * (0.2 + 0.8 * to_end)

    def _reveal(self, rects: list[QRectF]) -> None:
        if not rects:
            return
        top = rects[0].top()
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        if not scroll + 60 <= top <= scroll + height - 80:
            self._target = ""
            self._move(round(top - height / 3))
        geometry = self._places()
        if geometry is not None and (clause := geometry.clause_at(top)) is not None:
            self._make_current(clause.id)

    def _make_current(self, clause: str) -> None:
        if clause != self._current:
            self._current = clause
            self.viewport().update()
            self.current_changed.emit(clause)
        self.moved.emit()

    def _put_cursor(self, clause: ClauseSpan | None) -> None:
        """Let the next Tab go to the first link from here on."""
        if self._built is None:
            return
        cursor = self.textCursor()
        extent = self._built.clauses.get(clause.id) if clause else None
        block = self.document().findBlockByNumber(extent.first if extent else 0)
        scroll = self.verticalScrollBar().value()
        cursor.setPosition(block.position())
        self._moving = True
        self.setTextCursor(cursor)
        self._move(scroll)

    def _clause_under(self, y: float) -> ClauseSpan | None:
        geometry = self._places()
        return geometry.clause_at(y + self.verticalScrollBar().value()) if geometry else None

    def _clause_of(self, block: QTextBlock) -> str:
        number = block.blockNumber()
        clauses = self._built.clauses if self._built else {}
        return next((name for name, ext in clauses.items() if ext.first <= number <= ext.last), "")
