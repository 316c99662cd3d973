"""Finding words in the source, and putting others in their place."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout

from handbook.app.desk.source.editor import SourceEditor
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.text import Label

_FIELD = 260


class FindStrip(Strip):
    """Enter goes to the next place, Shift+Enter to the one before; Escape closes."""

    def __init__(self, look: Look, source: SourceEditor) -> None:
        super().__init__(look, "surface", line_below=True)
        self._source = source
        self._origin = 0
        self.words = LineField(look, "Find in this file", icon="search")
        self.other = LineField(look, "Replace with")
        self.words.edit.setPlaceholderText("Find")
        self.other.edit.setPlaceholderText("Replace with")
        self._count = Label(look, "", Type.META, "ink2")
        self.replace = Button(look, "Replace", ButtonKind.GHOST, height=32)
        self.replace_all = Button(look, "Replace all", ButtonKind.GHOST, height=32)
        self.done = Button(look, "", ButtonKind.GHOST, icon="cross", height=32)
        self.done.setAccessibleName("Close finding")
        self.words.edited.connect(self._typed)
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_every)
        self.done.clicked.connect(self.close_strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(2)
        for field in (self.words, self.other):
            field.setMaximumWidth(round(_FIELD * look.interface_scale))
        for part in (self.words, self._count, self.other, self.replace, self.replace_all):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.done)
        self.hide()

    @property
    def said(self) -> str:
        """How many places there are."""
        return self._count.text()

    def open(self) -> None:
        """Find what is selected, or what is typed then."""
        selected = self._source.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.words.set_text(selected)
        self._origin = self._source.textCursor().selectionStart()
        self.show()
        self.words.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.edit.selectAll()
        self._say()

    def close_strip(self) -> None:
        """Go on writing where the last place was found."""
        self.hide()
        self._source.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, by: int = 1) -> bool:
        """Go to the next place, or the one before; round the ends. False where there is none."""
        if not self.words.text:
            return False
        flags = QTextDocument.FindFlag(0) if by > 0 else QTextDocument.FindFlag.FindBackward
        if not self._source.find(self.words.text, flags):
            cursor = self._source.textCursor()
            ends = cursor.MoveOperation.Start if by > 0 else cursor.MoveOperation.End
            before = self._source.textCursor()
            cursor.movePosition(ends)
            self._source.setTextCursor(cursor)
            if not self._source.find(self.words.text, flags):
                self._source.setTextCursor(before)
                return False
        return True

    def replace_one(self) -> None:
        """Put the other words in the place that is found, and go to the next."""
        cursor = self._source.textCursor()
        if cursor.selectedText().casefold() == self.words.text.casefold() and self.words.text:
            self._source.insert(self.other.text)
        self.go()
        self._say()

    def replace_every(self) -> None:
        """Put the other words in every place: one step for Undo."""
        if self.words.text:
            pattern = re.compile(re.escape(self.words.text), re.IGNORECASE)
            other = self.other.text
            text = pattern.sub(lambda _: other, self._source.toPlainText())
            self._source.replace(self._source.name, text)
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds, Escape closes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.go(-1 if shift else 1)
                self._origin = self._source.textCursor().selectionStart()
            case Qt.Key.Key_Escape:
                self.close_strip()
            case _:
                super().keyPressEvent(event)

    def _typed(self) -> None:
        """From where finding began, so that a longer word is looked for from there too."""
        cursor = self._source.textCursor()
        cursor.setPosition(min(self._origin, self._source.document().characterCount() - 1))
        self._source.setTextCursor(cursor)
        self.go()
        self._say()

    def _say(self) -> None:
        words = self.words.text.casefold()
        count = self._source.toPlainText().casefold().count(words) if words else 0
        self._count.setText("" if not words else f"{count} found")
        self.replace_all.setEnabled(count > 0)
        self.replace.setEnabled(count > 0)
