"""Colours put on words of the text: what was found, and the link that has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token

_ExtraSelection = QTextEdit.ExtraSelection


class NoFocusDots(QProxyStyle):
    """Leaves out the thin dots round a focused link; a solid fill says it instead."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Answer that the format of a focused link is ours."""
        if hint is QStyle.StyleHint.SH_TextControl_FocusIndicatorTextCharFormat:
            return 1
        return super().styleHint(hint, option, widget, returned)


def focused_link(view: QTextBrowser) -> QTextCursor | None:
    """The link that the key moved to; None where it is on no link."""
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return None
    inside = QTextCursor(cursor)
    inside.setPosition(cursor.selectionStart() + 1)
    return cursor if inside.charFormat().isAnchor() else None


def coloured(
    look: Look,
    document: QTextDocument,
    found: Sequence[Match],
    current: Match | None,
    link: QTextCursor | None,
) -> list[_ExtraSelection]:
    """The selections that colour found words and the focused link."""
    selections = [
        _selection(
            _cursor(document, match), look, "mark_cur_ink" if match is current else "mark_ink"
        )
        for match in found
    ]
    if link is not None:
        chosen = _selection(link, look, "on_focus")
        form = chosen.format
        form.setBackground(look.color("focus"))
        chosen.format = form
        selections.append(chosen)
    return selections


def _selection(cursor: QTextCursor, look: Look, token: Token) -> _ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setForeground(look.color(token))
    selection.cursor = cursor
    selection.format = form
    return selection


def _cursor(document: QTextDocument, match: Match) -> QTextCursor:
    start = document.findBlockByNumber(match.block).position()
    cursor = QTextCursor(document)
    cursor.setPosition(start + match.start)
    cursor.setPosition(start + match.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
