"""The text of a policy: painted callouts, a current clause, links by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from handbook.app.look.look import Look
from handbook.app.reader.clause_tool import ClauseTool
from handbook.app.reader.document import BuiltDocument
from handbook.app.reader.emphasis import NoFocusDots, coloured, focused_link
from handbook.app.reader.layout import ClauseSpan, Geometry, fit_column
from handbook.app.reader.matches import Match
from handbook.app.reader.painting import (
    paint_boxes,
    paint_icons,
    paint_matches,
    paint_wash,
    wash_rect,
)
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.domain.links import Link

_ABOVE = 24
"""Room above a clause that is scrolled to."""
_TOP_MARGIN = 30


class TextView(QTextBrowser):
    """Shows a built document and knows its clauses.

    Single letters act only while it has the focus: J and K go to the next and previous
    clause, C copies the link, O goes to the outline.
    """

    link_chosen = Signal(object)
    current_changed = Signal(str)
    """The clause that is being read: by scrolling, by key, by a click. Empty for none."""
    copy_wanted = Signal(str)
    """The link to a clause is wanted."""
    outline_wanted = Signal()

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
        self._link: QTextCursor | None = None
        self._labels: dict[str, str] = {}
        self._cited = ""
        self._dots = NoFocusDots()
        self.setStyle(self._dots)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Text of the policy")
        self.tool = ClauseTool(look, self.viewport())
        self.tool.copy_pressed.connect(self.copy_wanted)
        self.anchorClicked.connect(self._anchor_clicked)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def current(self) -> str:
        """The clause that is being read; empty above the first."""
        return self._current

    def show_document(self, built: BuiltDocument, labels: dict[str, str], cited: str) -> None:
        """Show a document; `labels` are the clauses' numbers, `cited` is for copied text."""
        self._moving = True
        self._built = built
        self._labels = labels
        self._cited = cited
        self._found, self._match, self._link = (), None, None
        self.setDocument(built.document)
        built.document.documentLayout().documentSizeChanged.connect(self._laid_out)
        self._fit()
        self._moving = False

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
        found = clause or geometry.clause_at(top + 80 * self._look.scale)
        self._put_cursor(found)
        self._make_current(found.id if found else "")
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

    def show_matches(self, found: Sequence[Match], current: Match | None) -> None:
        """Mark found words, and bring the current one into view."""
        self._found, self._match = found, current
        self._colour_words()
        geometry = self._places()
        if current is not None and geometry is not None:
            self._reveal(geometry.word_rects(current))
        self.viewport().update()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Serve nothing: what a document shows is put into it when it is built."""
        del kind, name

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with the citation, such as "Social media 4.3, version 1.0"."""
        data = QMimeData()
        data.setText(self.copied_text())
        return data

    def copied_text(self) -> str:
        """The selected words and where they stand."""
        cursor = self.textCursor()
        text = cursor.selection().toPlainText()
        clause = self._clause_of(self.document().findBlock(cursor.selectionStart()))
        label = self._labels.get(clause, "")
        return f"{text}\n\n{self._cited.format(label=f' {label}' if label else '')}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on single letters; leave the rest to Qt."""
        if event.modifiers() in (Qt.KeyboardModifier.NoModifier,) and self._letter(event.key()):
            return
        super().keyPressEvent(event)
        self._link = focused_link(self) if self._link is not None else None
        self._colour_words()

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go to the next link, and fill it with the focus colour."""
        stays = bool(super().focusNextPrevChild(next_one))
        self._link = focused_link(self) if stays else None
        self._colour_words()
        return stays

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus colour off the link."""
        super().focusOutEvent(event)
        self._link = None
        self._colour_words()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the clause under the pointer the current one."""
        self._link = None
        self._colour_words()
        if (clause := self._clause_under(event.position().y())) is not None:
            self._target = ""
            self._make_current(clause.id)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the tools beside the clause under the pointer."""
        super().mouseMoveEvent(event)
        clause = self._clause_under(event.position().y())
        if event.buttons() == Qt.MouseButton.NoButton and clause is not None:
            self._place_tool(clause)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the tools back beside the current clause."""
        super().leaveEvent(event)
        self._place_tool()

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
            paint_wash(painter, self._look, wash_rect(geometry, clause))
        paint_boxes(painter, self._look, geometry, shown)
        paint_matches(painter, self._look, geometry, self._found, self._match, shown)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(0, -scroll)
        paint_icons(painter, self._look, geometry, shown)
        painter.end()

    def _letter(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_J:
                self.step(1)
            case Qt.Key.Key_K:
                self.step(-1)
            case Qt.Key.Key_C:
                self.copy_wanted.emit(self._current)
            case Qt.Key.Key_O:
                self.outline_wanted.emit()
            case _:
                return False
        return True

    def _anchor_clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(Link.parse(url.toString()))

    def _laid_out(self) -> None:
        self._geometry = None
        self.viewport().update()

    def _places(self) -> Geometry | None:
        if self._geometry is None and self._built is not None:
            width = self.viewport().width()
            fit = fit_column(width, self._look.scale, tools=self._with_tools)
            self._geometry = Geometry(self._built, fit, self._look.scale)
        return self._geometry

    def _fit(self) -> None:
        """Set the column's margins; the clause that was in view stays where it was."""
        if self._built is None:
            return
        place, offset = self._anchor()
        width = self.viewport().width()
        fit = fit_column(width, self._look.scale, tools=self._with_tools)
        frame = self.document().rootFrame()
        form = QTextFrameFormat(frame.frameFormat())
        form.setLeftMargin(fit.left)
        form.setRightMargin(max(0, width - fit.right))
        form.setTopMargin(_TOP_MARGIN * self._look.scale)
        frame.setFrameFormat(form)
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
        self._place_tool()

    def _scroll_to(self, top: float) -> None:
        self._move(round(top - _ABOVE))

    def _move(self, value: int) -> None:
        self._moving = True
        self.verticalScrollBar().setValue(value)
        self._moving = False
        self._place_tool()

    def _scrolled(self) -> None:
        if self._moving:
            return
        self._target = ""
        geometry = self._places()
        if geometry is not None:
            clause = geometry.clause_at(self._reading_height())
            self._make_current(clause.id if clause else "")
        self._place_tool()

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
        self._place_tool()

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

    def _place_tool(self, clause: ClauseSpan | None = None) -> None:
        geometry = self._places()
        clause = clause or (geometry.clause(self._current) if geometry else None)
        if geometry is None or clause is None or not self._with_tools:
            self.tool.hide()
            return
        rect = wash_rect(geometry, clause)
        scroll = self.verticalScrollBar().value()
        y = rect.top() - scroll
        if y < 0 < rect.bottom() - scroll - self.tool.height():
            y = 8
        self.tool.show_clause(clause.id, self._labels.get(clause.id, ""))
        self.tool.move_to(round(rect.right()) + 16, round(y))

    def _colour_words(self) -> None:
        self.setExtraSelections(
            coloured(self._look, self.document(), self._found, self._match, self._link)
        )
