"""Labels for spans of content, and forgetting what labels showed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.text import ElidedLabel, Label
from handbook.domain.blocks import Span, Spans, plain

HUGE = 46
"""The size of what nobody may overlook, in pixels at 100 %."""


class SpansLabel(Label):
    """Spans of content: bold and italic as written, links as plain words."""

    def __init__(
        self,
        look: Look,
        spans: Spans,
        role: Type = Type.UI,
        token: Token = "ink",
        *,
        bold: bool = False,
    ) -> None:
        super().__init__(look, "", role, token, wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        words = "".join(map(_html, spans))
        self.setText(f"<b>{words}</b>" if bold else words)
        self.setAccessibleName(plain(spans))


class HugeLabel(Label):
    """Words too large to be overlooked."""

    def _dress(self) -> None:
        super()._dress()
        font = QFont(self.font())
        line = self._look.line_height(Type.UI) / Type.UI.value.line
        font.setPixelSize(round(HUGE * line))
        self.setFont(font)


def selectable(label: Label) -> Label:
    """Let a reader select the text; nothing is put on the clipboard until they do."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def forget_words(widget: QWidget) -> None:
    """Empty every text, name and tooltip in a widget and below it."""
    for child in (widget, *widget.findChildren(QWidget)):
        child.setAccessibleName("")
        child.setAccessibleDescription("")
        child.setToolTip("")
        if isinstance(child, ElidedLabel):
            child.set_text("")
        elif isinstance(child, QLabel):
            child.clear()
        elif isinstance(child, QAbstractButton):
            child.setText("")


def _html(span: Span) -> str:
    if span.text == "\n":
        return "<br>"
    words = escape(span.text)
    if span.strong:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if span.emphasis else words
