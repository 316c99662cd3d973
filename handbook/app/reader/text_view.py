"""The text of a policy: links by key, single letters, copying with a citation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor

from handbook.app.document.builder import BuiltDocument
from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.reader.clause_tools import ClauseTools
from handbook.app.reader.emphasis import NoFocusDots, coloured, focused_link
from handbook.app.reading.clause_browser import ClauseBrowser
from handbook.app.reading.layout import ClauseSpan
from handbook.app.reading.painting import wash_rect
from handbook.app.widgets.icon_tool import SIDE
from handbook.domain.links import Link

_LINK_ROOM = 48
"""What must show above and below a link that has the focus."""


class TextView(ClauseBrowser):
    """The text of a policy, and what can be done with a clause.

    Single letters act only while it has the focus: J and K go to the next and previous
    clause, C copies the link, B saves the clause or takes it off, P prints it, O goes to the
    outline.
    """

    link_chosen = Signal(object)
    copy_wanted = Signal(str)
    """The link to a clause is wanted."""
    save_wanted = Signal(str)
    """A clause is to be saved, or taken off where it is."""
    print_wanted = Signal(str)
    """A clause, or without one the policy, is to be printed."""
    outline_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._link: QTextCursor | None = None
        self._labels: dict[str, str] = {}
        self._saved: frozenset[str] = frozenset()
        self._cited = ""
        self._dots = NoFocusDots()
        self.setStyle(self._dots)
        self.setMouseTracking(True)
        self.setAccessibleName("Text of the policy")
        self.tools = ClauseTools(look, self.viewport())
        self.tools.copy_pressed.connect(self.copy_wanted)
        self.tools.save_pressed.connect(self.save_wanted)
        self.tools.print_pressed.connect(self.print_wanted)
        self.anchorClicked.connect(self._anchor_clicked)
        self.moved.connect(self._place_tools)

    def show_document(self, built: BuiltDocument, labels: dict[str, str], cited: str) -> None:
        """Show a document; `labels` are the clauses' numbers, `cited` is for copied text."""
        self._labels = labels
        self._cited = cited
        self._link = None
        self.show_built(built)

    def show_saved(self, clauses: frozenset[str]) -> None:
        """Mark the clauses that are saved."""
        self._saved = clauses
        self._place_tools()

    def show_matches(self, found: Sequence[Match], current: Match | None) -> None:
        """Mark found words, and bring the current one into view."""
        self._found, self._match = found, current
        self._colour_words()
        geometry = self._places()
        if current is not None and geometry is not None:
            self._reveal(geometry.word_rects(current))
        self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with the citation, such as "Social media 4.3, version 1.0"."""
        data = QMimeData()
        data.setText(self.copied_text())
        return data

    def copied_text(self) -> str:
        """The selected words and where they stand."""
        cursor = self.textCursor()
        text = cursor.selection().toPlainText()
        labels = [
            self._labels.get(self._clause_of(self.document().findBlock(at)), "")
            for at in (cursor.selectionStart(), cursor.selectionEnd())
        ]
        where = " to ".join(dict.fromkeys(label for label in labels if label))
        return f"{text.strip()}\n\n{self._cited.replace('{label}', f' {where}' if where else '')}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on single letters; leave the rest to Qt."""
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if bare and self._look.letter_keys and self._letter(event.key()):
            return
        super().keyPressEvent(event)
        self._link = focused_link(self) if self._link is not None else None
        self._colour_words()

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go to the next link from the current clause on, and fill it with the focus colour."""
        above = self.parentWidget()
        if not self.hasFocus() and above is not None:
            # The tools lie on the text: Qt asks here where Tab leads from them.
            return bool(above.focusNextPrevChild(next_one))
        if self._link is None:
            self._begin_links_here()
        stays = bool(super().focusNextPrevChild(next_one))
        self._link = focused_link(self) if stays else None
        if self._link is not None:
            self._target = ""
            self._uncover_link(self._link)
            self._make_current(self._clause_of(self._link.block()))
        self._colour_words()
        return stays

    def _begin_links_here(self) -> None:
        # Qt looks for links from the selection on, and without one from the very start.
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.position() > 0:
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
            )
            self.setTextCursor(cursor)

    def _uncover_link(self, link: QTextCursor) -> None:
        rect = self.cursorRect(link)
        below = rect.bottom() + _LINK_ROOM - self.viewport().height()
        above = rect.top() - _LINK_ROOM
        if below > 0 or above < 0:
            self._move(self.verticalScrollBar().value() + (below if below > 0 else above))

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
            self._place_tools(clause)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the tools back beside the current clause."""
        super().leaveEvent(event)
        self._place_tools()

    def _letter(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_J:
                self.step(1)
            case Qt.Key.Key_K:
                self.step(-1)
            case Qt.Key.Key_C:
                self.copy_wanted.emit(self._current)
            case Qt.Key.Key_B:
                self.save_wanted.emit(self._current)
            case Qt.Key.Key_P:
                self.print_wanted.emit(self._current)
            case Qt.Key.Key_O:
                self.outline_wanted.emit()
            case _:
                return False
        return True

    def _anchor_clicked(self, url: QUrl) -> None:
        if not self.go_to_note(url.toString()):
            self.link_chosen.emit(Link.parse(url.toString()))

    def _place_tools(self, clause: ClauseSpan | None = None) -> None:
        geometry = self._places()
        clause = clause or (geometry.clause(self._current) if geometry else None)
        if geometry is None or clause is None or not self._with_tools:
            self.tools.hide()
            return
        rect = wash_rect(geometry, clause)
        scroll = self.verticalScrollBar().value()
        y = rect.top() - scroll
        if y < 0 < rect.bottom() - scroll - SIDE:
            y = 8
        saved = clause.id in self._saved
        self.tools.show_clause(clause.id, self._labels.get(clause.id, ""), saved=saved)
        self.tools.move_to(round(rect.right()) + 16, round(y))

    def _colour_words(self) -> None:
        self.setExtraSelections(
            coloured(self._look, self.document(), self._found, self._match, self._link)
        )
