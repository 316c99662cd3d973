"""A document with clauses: where they are, which one is being read, and how to get there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from handbook.app.document.builder import BuiltDocument
from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.reading.fading import Fade
from handbook.app.reading.layout import ClauseSpan, ColumnFit, Geometry, fit_column
from handbook.app.reading.painting import (
    paint_boxes,
    paint_icons,
    paint_matches,
    paint_wash,
    wash_rect,
)
from handbook.app.widgets.scroll_bar import ScrollBar

_ABOVE = 24
"""Room above a clause that is scrolled to."""
_TOP_MARGIN = 30


class ClauseBrowser(QTextBrowser):
    """Shows a built document, and keeps the place when it is laid out anew.

    A clause becomes the current one by being gone to, or by scrolling to it.
    """

    current_changed = Signal(str)
    """The clause that is being read: by scrolling, by key, by a click. Empty for none."""
    moved = Signal()
    """Clauses may stand elsewhere in the window now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._built: BuiltDocument | None = None
        self._geometry: Geometry | None = None
        self._current = ""
        self._target = ""
        self._moving = False
        self._with_tools = True
        self._found: Sequence[Match] = ()
        self._match: Match | None = None
        self._fade = Fade(look, self, self.viewport().update)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def current(self) -> str:
        """The clause that is being read; empty above the first."""
        return self._current

    def show_built(self, built: BuiltDocument) -> None:
        """Show a document from its start."""
        self._moving = True
        before, self._built = self._built, built
        self._found, self._match = (), None
        self._current = self._target = ""
        self.setDocument(built.document)
        built.document.documentLayout().documentSizeChanged.connect(self._laid_out)
        self._geometry = None
        self._fit()
        self._moving = False
        if before is not None and before is not built:
            # The binding keeps every document that a view was ever given.
            before.document.deleteLater()

    def set_tools(self, *, shown: bool) -> None:
        """Whether tools stand beside the clause, or have a place elsewhere."""
        if shown != self._with_tools:
            self._with_tools = shown
            self._fit()

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

    def first_visible_block(self) -> int:
        """The number of the block at the top of what shows."""
        return self.cursorForPosition(QPoint(0, 40)).blockNumber()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Serve nothing: what a document shows is put into it when it is built."""
        del kind, name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the new width, keeping the place."""
        keep = self._moving
        self._moving = True
        super().resizeEvent(event)
        self._moving = keep
        self._fit()

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

    def _column(self) -> ColumnFit:
        """The column of numbers and text, for the width of today."""
        return fit_column(self.viewport().width(), self._look.scale, tools=self._with_tools)

    def _laid_out(self) -> None:
        self._geometry = None
        self.viewport().update()

    def _places(self) -> Geometry | None:
        if self._geometry is None and self._built is not None:
            self._geometry = Geometry(self._built, self._column(), self._look.scale)
        return self._geometry

    def _fit(self) -> None:
        """Set the column's margins; the clause that was in view stays where it was."""
        if self._built is None:
            return
        place, offset = self._anchor()
        width, fit = self.viewport().width(), self._column()
        frame = self.document().rootFrame()
        form = QTextFrameFormat(frame.frameFormat())
        form.setLeftMargin(fit.left)
        form.setRightMargin(max(0, width - fit.right))
        form.setTopMargin(_TOP_MARGIN * self._look.scale)
        if form != frame.frameFormat():  # set again, the same would lay everything out again
            keep, self._moving = self._moving, True  # a shorter text scrolls; nobody else did
            frame.setFrameFormat(form)
            self._moving = keep
            self._geometry = None
        self._restore(place, offset)

    def _anchor(self) -> tuple[str, float]:
        if self._target or self._geometry is None:
            return self._target, -_ABOVE
        scroll = self.verticalScrollBar().value()
        clause = self._geometry.clause_at(scroll + 60)
        return (clause.id, scroll - clause.top) if clause and scroll else ("", 0)

    def _restore(self, place: str, offset: float) -> None:
        geometry = self._places()
        if place and geometry is not None:
            clause = geometry.clause(place)
            top = clause.top if clause else geometry.sections.get(place, 0)
            self._move(round(top + offset))
        self.moved.emit()

    def _scroll_to(self, top: float) -> None:
        self._move(round(top - _ABOVE))

    def _move(self, value: int) -> None:
        self._moving = True
        self.verticalScrollBar().setValue(value)
        self._moving = False
        self.moved.emit()

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
