"""The sheet with the marked text: bars by kind, tints under words, holes where nothing was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPen, QTextCursor

from handbook.app.changes.views import Way
from handbook.app.document.boxes import edges
from handbook.app.document.changed import BARS, ChangedDocument, PlacedUnit
from handbook.app.document.matches import Match
from handbook.app.document.styles import DRESSES, GUTTER, MEASURE, Property
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.reading.clause_browser import ClauseBrowser
from handbook.app.reading.layout import ColumnFit, Geometry
from handbook.app.reading.painting import WASH_SIDE
from handbook.app.widgets.paint import box
from handbook.app.widgets.scroll_bar import WIDTH
from handbook.domain.word_changes import RunKind

HALF_GUTTER = 45
"""Where text begins in one of two halves, at 100 %."""
_BAR = 4
HALF_LEFT, _HALF_RIGHT = 34, 24
_HOLE_ABOVE, _HOLE_BELOW = 15, 17
_LEAST_GAP = 14
_COPIED = {RunKind.SAME: "{}", RunKind.GONE: "[-{}-]", RunKind.NEW: "[+{}+]"}
"""As `handbook pack compare` writes them."""
_DESCRIPTION = (
    "Words that were taken out are struck through, words that were added are underlined. "
    "The list of changes, and the way In words, say the same in words."
)


class ChangeSheet(ClauseBrowser):
    """Shows a document of changes; N and Shift+N go to the next and the previous change."""

    link_chosen = Signal(str)
    """The address of a link."""
    laid_out = Signal()
    """The text was laid out for another width."""

    def __init__(self, look: Look, name: str, *, is_half: bool = False) -> None:
        self._is_half = is_half
        super().__init__(look)
        self._with_tools = False
        self._units: tuple[PlacedUnit, ...] = ()
        self._marks: dict[int, list[tuple[Match, RunKind]]] = {}
        self.setAccessibleName(name)
        self.setAccessibleDescription(_DESCRIPTION)
        self.anchorClicked.connect(self._anchor_clicked)

    def show_changes(self, document: ChangedDocument) -> None:
        """Show another document from its start."""
        self._units = document.units
        self._marks = _by_unit(document)
        self.show_built(document.built)

    @contextmanager
    def laid_out_anew(self) -> Iterator[None]:
        """Around what moves the text about: the change that is read stays where it was."""
        place, offset = self._anchor()
        self._moving = True  # a text that grows or shrinks scrolls; its reader did not
        yield
        self._moving = False
        self._laid_out()
        self._restore(place, offset)

    @property
    def changes(self) -> int:
        """How many changes there are to step through."""
        return len(self._built.clauses) if self._built is not None else 0

    @property
    def number(self) -> int:
        """Which of them is the current one, from 1; 0 for none."""
        names = list(self._built.clauses) if self._built is not None else []
        return names.index(self._current) + 1 if self._current in names else 0

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with what became of the words, so that nobody reads both rules as one."""
        data = QMimeData()
        data.setText(self.copied_text())
        return data

    def copied_text(self) -> str:
        """The selected words: [-what went-] and [+what came+]."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        parts: list[str] = []
        for low, high, mark in self._runs(first, last):
            cursor.setPosition(low)
            cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
            words = cursor.selection().toPlainText()
            parts.append(_COPIED[mark].format(words))
        return "".join(parts).strip()

    def _runs(self, first: int, last: int) -> Iterator[tuple[int, int, RunKind]]:
        """What is between two places, in runs that one thing happened to."""
        at = first
        for match, mark in self._built.marked if self._built is not None else ():
            begins = self.document().findBlockByNumber(match.block).position()
            low, high = max(at, begins + match.start), min(last, begins + match.end)
            if low < high:
                if at < low:
                    yield at, low, RunKind.SAME
                yield low, high, mark
                at = high
        if at < last:
            yield at, last, RunKind.SAME

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and Shift+N, while the text has the focus."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if plain and self._look.letter_keys and event.key() == Qt.Key.Key_N:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the width has changed and the text was laid out for it."""
        done = bool(super().event(event))
        if event.type() == QEvent.Type.Resize:
            self.laid_out.emit()
        return done

    def _column(self) -> ColumnFit:
        if not self._is_half:
            return super()._column()
        # The half without a scroll bar leaves its room free, so that both fold alike.
        spare = 0 if self.verticalScrollBar().isVisible() else WIDTH
        scale, width = self._look.scale, self.viewport().width() - spare
        gutter = HALF_GUTTER * scale
        room = width - HALF_LEFT - gutter - _HALF_RIGHT
        return ColumnFit(HALF_LEFT, gutter, max(120, min(MEASURE * scale, room)))

    def _paint_current(self, painter: QPainter, rect: QRectF) -> None:
        """The bar of the change stands where the reader's own bar would."""
        look = self._look
        if any(each.is_missing and each.unit.key == self._current for each in self._units):
            return
        if look.theme is Theme.HIGH_CONTRAST:
            box(painter, rect, 8, None, look.color("focus"), 2)
        else:
            box(painter, rect, 8, look.color("wash"))

    def _paint_under(self, painter: QPainter, geometry: Geometry, shown: QRectF) -> None:
        for number, placed in enumerate(self._units):
            top, bottom = self._edges(placed, geometry)
            if bottom < shown.top() or top > shown.bottom():
                continue
            if placed.is_missing:
                self._paint_hole(painter, geometry, number)
                continue
            if placed.unit.tone is not None and placed.unit.key:
                x = geometry.fit.left - WASH_SIDE
                bar = QRectF(x, top, _BAR, bottom - top)
                painter.fillRect(bar, self._look.color(BARS[placed.unit.tone]))
            self._paint_tints(painter, geometry, self._marks.get(number, ()))

    def _edges(self, placed: PlacedUnit, geometry: Geometry) -> tuple[float, float]:
        if (span := geometry.clause(placed.unit.key)) is not None:
            return span.top, span.bottom
        return edges(self.document(), placed.extent)

    def _paint_tints(
        self, painter: QPainter, geometry: Geometry, marks: Iterable[tuple[Match, RunKind]]
    ) -> None:
        for match, mark in marks:
            gone = mark is RunKind.GONE
            tint: Token = "stop_soft" if gone else "ok_soft"
            edge = self._look.color("stop" if gone else "ok")
            for rect in geometry.word_rects(match):
                # On a callout of the same tint the word's own would be lost.
                around = geometry.boxes_within(rect.top(), rect.bottom())
                lost = any(DRESSES[each.kind].fill == tint for each in around)
                fill = self._look.color(tint)
                box(painter, rect.adjusted(-1, 0, 1, 1), 4, fill, edge if lost else None)

    def _paint_hole(self, painter: QPainter, geometry: Geometry, number: int) -> None:
        """A hatched box with a dashed edge: nothing stood, or stands, here."""
        look, fit = self._look, geometry.fit
        placed = self._units[number]
        top, bottom = edges(self.document(), placed.extent)
        if number + 1 < len(self._units):
            after = self.document().findBlockByNumber(self._units[number + 1].extent.first)
            own = after.blockFormat().doubleProperty(Property.OWN_TOP)
            begins = self.document().documentLayout().blockBoundingRect(after).top()
            bottom = max(bottom, begins - max(own, _LEAST_GAP * look.scale) - _HOLE_BELOW)
        rect = QRectF(fit.text, top, fit.measure, bottom - top)
        rect.adjust(0, -_HOLE_ABOVE, 0, _HOLE_BELOW)
        painter.save()
        painter.setPen(QPen(look.color("line2"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(look.color("canvas"))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setBrush(QBrush(look.color("line"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect, 8, 8)
        painter.restore()
        first = self.document().findBlockByNumber(placed.extent.first)
        for words in geometry.word_rects(Match(first.blockNumber(), 0, first.length() - 1)):
            box(painter, words.adjusted(-10, -4, 10, 4), 5, look.color("surface"))

    def _anchor_clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString())


def _by_unit(document: ChangedDocument) -> dict[int, list[tuple[Match, RunKind]]]:
    """The marked words of each unit, so that only those that show are drawn."""
    found: dict[int, list[tuple[Match, RunKind]]] = {}
    number = 0
    for match, mark in document.built.marked:
        while document.units[number].extent.last < match.block:
            number += 1
        found.setdefault(number, []).append((match, mark))
    return found


def gutter_of(way: Way) -> int:
    """The room left of the text, at 100 %."""
    return HALF_GUTTER if way is Way.SIDES else GUTTER
