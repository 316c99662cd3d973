"""What is drawn beside and under the lines of a sheet: ticks, crosses, moments, lines to write on.

They are no letters, so that no mark stands in the text that somebody copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextDocument

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.paper.sheet import COLUMN

TICK_ROOM = 30
"""How far the words stand to the right of their tick, cross or moment."""
SIGN_GAP = 24
"""Between the lines of a signature."""
_ICON = 20
_SPOT = 6.0


class MarkKind(StrEnum):
    """What is drawn."""

    TICK = "tick"
    CROSS = "cross"
    FIRST_MOMENT = "first-moment"
    MOMENT = "moment"
    RULE = "rule"
    """A line to write on by hand."""
    SIGN = "sign"
    """Lines to sign on, side by side."""
    CLOCK = "clock"


_ICONS: dict[MarkKind, tuple[str, Token]] = {
    MarkKind.TICK: ("check", "ok"),
    MarkKind.CROSS: ("cross", "stop"),
    MarkKind.CLOCK: ("clock", "care"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at a block."""

    kind: MarkKind
    block: int
    count: int = 1
    """How many lines to sign on; how many blocks on the next moment stands, 0 for none."""


def paint_mark(
    painter: QPainter, look: Look, document: QTextDocument, mark: Mark, gutter: float
) -> None:
    """Draw a mark where its block lies in the column; text begins at `gutter`."""
    rect = _rect(document, mark.block)
    match mark.kind:
        case MarkKind.RULE:
            _rule(painter, look, gutter, COLUMN, rect.bottom())
        case MarkKind.SIGN:
            width = (COLUMN - gutter - SIGN_GAP * (mark.count - 1)) / mark.count
            for index in range(mark.count):
                left = gutter + index * (width + SIGN_GAP)
                _rule(painter, look, left, left + width, rect.bottom())
        case MarkKind.FIRST_MOMENT | MarkKind.MOMENT:
            after = _rect(document, mark.block + 1) if mark.count else None
            _moment(painter, look, QPointF(gutter + _SPOT + 2, rect.top()), mark, after)
        case _:
            name, token = _ICONS[mark.kind]
            icon = QRectF(gutter, rect.top() + 4.5, _ICON, _ICON)
            look.draw_icon(painter, name, token, icon)


def _rect(document: QTextDocument, number: int) -> QRectF:
    block = document.findBlockByNumber(number)
    return document.documentLayout().blockBoundingRect(block)


def _rule(painter: QPainter, look: Look, left: float, right: float, y: float) -> None:
    painter.setPen(QPen(look.color("line2"), 1))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _moment(painter: QPainter, look: Look, at: QPointF, mark: Mark, after: QRectF | None) -> None:
    middle = at + QPointF(0, 15.5)
    if after is not None:
        painter.setPen(QPen(look.color("line2"), 2))
        painter.drawLine(middle, QPointF(at.x(), after.top() + 15.5))
    painter.setPen(QPen(look.color("care"), 2))
    painter.setBrush(look.color("care" if mark.kind is MarkKind.FIRST_MOMENT else "surface"))
    painter.drawEllipse(middle, _SPOT, _SPOT)
