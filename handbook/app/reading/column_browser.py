"""A document in a column with room for numbers beside it, which keeps its place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from handbook.app.document.builder import BuiltDocument
from handbook.app.look.look import Look
from handbook.app.reading.layout import ColumnFit, Geometry, fit_column
from handbook.app.widgets.scroll_bar import ScrollBar

_ABOVE = 24
"""Room above a clause that is scrolled to."""
_TOP_MARGIN = 30


class ColumnBrowser(QTextBrowser):
    """Lays a built document out for the width of today; what was in view stays there."""

    moved = Signal()
    """Clauses may stand elsewhere in the window now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._built: BuiltDocument | None = None
        self._geometry: Geometry | None = None
        self._target = ""
        """The clause or section that was gone to, until somebody scrolls."""
        self._moving = False
        """Whether it is the program that scrolls."""
        self._with_tools = True
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)

    def show_built(self, built: BuiltDocument) -> None:
        """Show a document from its start."""
        self._moving = True
        before, self._built = self._built, built
        self._target = ""
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
