"""A label for spans of content: bold and italic as written, links as plain words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.text import Label
from handbook.domain.blocks import Span, Spans, plain

Ranges = tuple[tuple[int, int], ...]
Marks = Callable[[str], Ranges]
"""Tells which character ranges of a text to mark."""


def no_marks(text: str) -> Ranges:
    """Mark nothing."""
    del text
    return ()


class SpansLabel(Label):
    """Shows spans, with what is searched for marked."""

    def __init__(
        self,
        look: Look,
        spans: Spans,
        role: Type = Type.UI,
        token: Token = "ink",
        *,
        bold: bool = False,
        marks: Marks = no_marks,
    ) -> None:
        super().__init__(look, "", role, token, wrap=True)
        self._spans = spans
        self._bold = bold
        self._found = marks("".join(span.text for span in spans))
        self.setAccessibleName(plain(spans))
        look.changed.connect(self._write)
        self._write()

    def forget(self) -> None:
        """Keep no word of what was shown: a change of theme would write it again."""
        self._spans, self._found = (), ()
        self.setAccessibleName("")
        self.clear()

    def _write(self) -> None:
        if self._is_plain:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText("".join(span.text for span in self._spans))
            return
        self.setTextFormat(Qt.TextFormat.RichText)
        start, parts = 0, []
        for span in self._spans:
            parts.append(self._html(span, start))
            start += len(span.text)
        words = "".join(parts)
        self.setText(f"<b>{words}</b>" if self._bold else words)

    @property
    def _is_plain(self) -> bool:
        """Whether one weight will do: Qt lays out plain words several times as fast."""
        marked = self._bold or bool(self._found)
        return not marked and not any(span.strong or span.emphasis for span in self._spans)

    def _html(self, span: Span, start: int) -> str:
        words, at = "", 0
        for first, last in self._found:
            low, high = max(first - start, at), min(last - start, len(span.text))
            if low < high:
                words += escape(span.text[at:low]) + self._mark(span.text[low:high])
                at = high
        words = (words + escape(span.text[at:])).replace("\n", "<br>")
        if span.strong:
            words = f"<b>{words}</b>"
        return f"<i>{words}</i>" if span.emphasis else words

    def _mark(self, text: str) -> str:
        back, ink = self._look.color("mark").name(), self._look.color("mark_ink").name()
        return f'<b style="background-color:{back};color:{ink}">{escape(text)}</b>'
