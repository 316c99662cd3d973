"""Folding a title onto two lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF


def two_lines(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """A text on one line or two; what does not fit on the second ends in "…"."""
    words = text.split()
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > room:
        count -= 1
    lines = [" ".join(words[:count]), " ".join(words[count:])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines if line]
