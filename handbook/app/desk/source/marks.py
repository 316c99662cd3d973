"""The line that the cursor is in, and wavy lines under what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from handbook.app.look.look import Look

Selection = QTextEdit.ExtraSelection


def marks(look: Look, cursor: QTextCursor, problems: Mapping[int, bool]) -> list[Selection]:
    """What the editor paints over its text; problems by line, from 1, True for an error."""
    document = cursor.document()
    waves = [
        _wave(look, document, line, is_error=is_error)
        for line, is_error in problems.items()
        if line <= document.blockCount()
    ]
    return [_current_line(look, cursor), *waves]


def units(text: str) -> int:
    """How many places Qt counts for a text: two for letters beyond the usual plane."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _current_line(look: Look, cursor: QTextCursor) -> Selection:
    form = QTextCharFormat()
    form.setBackground(look.color("wash"))
    form.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own
    here = QTextCursor(cursor)
    here.clearSelection()
    return _selection(here, form)


def _wave(look: Look, document: QTextDocument, line: int, *, is_error: bool) -> Selection:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(look.color("stop" if is_error else "warn"))
    block = document.findBlockByNumber(line - 1)
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + len(text) - len(text.lstrip()))
    end = block.position() + units(text.rstrip())
    cursor.setPosition(max(cursor.position(), end), QTextCursor.MoveMode.KeepAnchor)
    return _selection(cursor, form)


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> Selection:
    found = Selection()
    found.cursor = cursor
    found.format = form
    return found
