"""The editor of a file's source: numbers, colours, and wavy lines where something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit

from handbook.app.desk.source.gutter import Gutter, Numbered
from handbook.app.desk.source.highlighter import Highlighter
from handbook.app.desk.source.marks import marks, units
from handbook.app.look.look import Look
from handbook.app.widgets.scroll_bar import ScrollBar

_SIZE = 15
"""Of the source's letters, in logical pixels at 100 %."""
_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono")


@dataclass(slots=True)
class _Sheet:
    """A file's document with its own undo, and where its author was in it."""

    document: QTextDocument
    highlighter: Highlighter
    cursor: int = 0
    scroll: int = 0


class SourceEditor(Numbered):
    """Edits one file at a time; each keeps its own undo while the desk is open."""

    edited = Signal(str, str)
    """The words of a file changed: its name and all of them."""
    line_reached = Signal(int)
    """The cursor stands in another line, from 1."""

    rich_pasted = Signal(str, str)
    """Something with headings, lists or tables was pasted: its HTML and its plain words."""
    files_dropped = Signal(list)
    """Files were dropped on the text: their paths."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheets: dict[str, _Sheet] = {}
        self._name = ""
        self._line = 0
        self._problems: Mapping[int, bool] = {}
        self._gutter = Gutter(look, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "surface"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setAccessibleName("Source of the file")
        self.setAccessibleDescription("Tab leaves the editor.")
        self.blockCountChanged.connect(self._fit)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._moved)
        self.textChanged.connect(self._changed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self.textCursor().blockNumber() + 1

    @property
    def name(self) -> str:
        """The file that is shown; empty before one is."""
        return self._name

    def show_file(self, name: str, text: str) -> None:
        """Show a file where its author left it."""
        self._leave()
        self._name = ""  # what follows is no edit
        if name not in self._sheets:
            self._sheets[name] = self._sheet(name, text)
        sheet = self._sheets[name]
        self.setDocument(sheet.document)
        self._dress_document(sheet.document)
        self._name = name
        self._problems = {}
        if self.toPlainText() != text:
            self.replace(name, text)
        cursor = self.textCursor()
        cursor.setPosition(min(sheet.cursor, sheet.document.characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(sheet.scroll)
        self._fit()
        self._mark()
        self._line = 0
        self._moved()

    def replace(self, name: str, text: str) -> None:
        """Put other words in the place of a file's: one step for Undo, the cursor where it was."""
        sheet = self._sheets.get(name)
        if sheet is None:
            self._sheets[name] = self._sheet(name, text)
            return
        before = sheet.document.toPlainText()
        if before == text:
            return
        first, last = _difference(before, text)
        cursor = QTextCursor(sheet.document)
        cursor.beginEditBlock()
        cursor.setPosition(units(before[:first]))
        cursor.setPosition(units(before[: len(before) - last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[first : len(text) - last])
        cursor.endEditBlock()

    def replace_lines(self, first: int, last: int, text: str) -> None:
        """Put other words in the place of lines, from 1 and both included: one step for Undo."""
        document = self.document()
        start = document.findBlockByNumber(first - 1)
        end = document.findBlockByNumber(min(last, document.blockCount()) - 1)
        if not start.isValid() or not end.isValid():
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setPosition(start.position())
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.go_to_line(first)

    def insert(self, text: str) -> None:
        """Put words where the cursor is, in place of what is selected: one step for Undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def forget(self, name: str) -> None:
        """Let go of a file that was renamed or taken away."""
        if name != self._name:
            self._sheets.pop(name, None)

    def show_problems(self, lines: Mapping[int, bool]) -> None:
        """Mark lines, from 1, with problems; True for an error."""
        self._problems = dict(lines)
        self._mark()
        self._gutter.update()

    def problem_at(self, line: int) -> bool | None:
        """True for an error in a line, False for a warning, None where all is well."""
        return self._problems.get(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave F-keys and Escape to the desk."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F8):
            event.ignore()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words and files."""
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words; leave what is more than words to the desk."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif source.hasHtml():
            self.rich_pasted.emit(source.html(), source.text())
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left."""
        super().resizeEvent(event)
        self._fit()

    def _leave(self) -> None:
        if self._name in self._sheets:
            sheet = self._sheets[self._name]
            sheet.cursor = self.textCursor().position()
            sheet.scroll = self.verticalScrollBar().value()

    def _sheet(self, name: str, text: str) -> _Sheet:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        self._dress_document(document)
        document.setPlainText(text)
        highlighter = Highlighter(document, self._look, is_yaml=not name.endswith(".md"))
        return _Sheet(document, highlighter)

    def _changed(self) -> None:
        if self._name:
            self.edited.emit(self._name, self.toPlainText())

    def _moved(self) -> None:
        self._mark()
        if self.line != self._line:
            self._line = self.line
            self._gutter.update()
            if self._name:
                self.line_reached.emit(self._line)

    def _fit(self) -> None:
        room = self._gutter.room()
        self.setViewportMargins(room, 0, 0, 0)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), room, area.height()))

    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._gutter.scroll(0, by)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def _mark(self) -> None:
        self.setExtraSelections(marks(self._look, self.textCursor(), self._problems))

    def _dress(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([*_FAMILIES, font.family()])
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(round(_SIZE * self._look.scale))
        for letters in ("calt", "liga"):  # signs stay apart: the author counts them
            font.setFeature(QFont.Tag(letters), 0)
        self.setFont(font)
        palette = self._look.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color("surface"))
        self.setPalette(palette)
        for sheet in self._sheets.values():
            self._dress_document(sheet.document)
        self._fit()
        self._mark()

    def _dress_document(self, document: QTextDocument) -> None:
        document.setDefaultFont(self.font())
        document.setDocumentMargin(8)


def _difference(before: str, after: str) -> tuple[int, int]:
    """How many letters are the same at the start, and at the end behind these."""
    most = min(len(before), len(after))
    first = next((i for i in range(most) if before[i] != after[i]), most)
    rest = most - first
    last = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return first, last
