"""The boxes of callouts: where they stand under the text, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextCursor, QTextDocument

from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.document.styles import DRESSES, Box
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.widgets.paint import barred_box, box

_PAD_TOP, _PAD_BOTTOM = 10, 15
"""Lines of fixed height have their free room above the letters: less is added there."""
_BAR, _ICON, _ICON_LEFT, _HEADING = 5, 20, 21, 25
_RADIUS = 8


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A callout in a laid-out document, in the document's own pixels."""

    kind: Box
    rect: QRectF
    top: float
    """Where its first line begins."""


def edges(document: QTextDocument, extent: Extent) -> tuple[float, float]:
    """The top of the first and the bottom of the last block of an extent."""
    layout = document.documentLayout()
    first = layout.blockBoundingRect(document.findBlockByNumber(extent.first))
    end = document.findBlockByNumber(extent.last)
    table = QTextCursor(end).currentTable()
    # The last cell of a row need not be its highest.
    last = layout.blockBoundingRect(end) if table is None else layout.frameBoundingRect(table)
    return first.top(), last.bottom()


def placed_boxes(
    built: BuiltDocument, left: float, width: float, scale: float
) -> tuple[PlacedBox, ...]:
    """Every callout of a document, `width` pixels wide from `left`, in reading order."""
    placed = []
    for kind, extent in built.boxes:
        top, bottom = edges(built.document, extent)
        rect = QRectF(left, top, width, bottom - top)
        rect.adjust(0, -_PAD_TOP * scale, 0, _PAD_BOTTOM * scale)
        placed.append(PlacedBox(kind, rect, top))
    return tuple(placed)


def paint_box(painter: QPainter, look: Look, placed: PlacedBox) -> None:
    """Draw the ground and the bar of a callout, in high contrast with an outline."""
    dress = DRESSES[placed.kind]
    bar = look.color(dress.bar)
    if placed.kind is Box.CARD:
        box(painter, placed.rect, _RADIUS, look.color(dress.fill), bar)
        return
    width = max(_BAR, round(_BAR * look.scale))
    barred_box(painter, placed.rect, _RADIUS, look.color(dress.fill), bar, width)
    if look.theme is Theme.HIGH_CONTRAST:
        box(painter, placed.rect, _RADIUS, None, bar)


def icon_rect(look: Look, placed: PlacedBox) -> QRectF:
    """Where the icon of a callout stands, beside its first line."""
    size = round(_ICON * look.scale)
    left = placed.rect.left() + _ICON_LEFT * look.scale
    top = placed.top + (_HEADING * look.scale - size) / 2 + 1
    return QRectF(left, top, size, size)


def paint_icon(painter: QPainter, look: Look, placed: PlacedBox) -> None:
    """Draw the icon of a callout on the screen."""
    dress = DRESSES[placed.kind]
    rect = icon_rect(look, placed)
    ratio = painter.device().devicePixelRatioF()
    icon = look.icon(dress.icon, dress.bar, round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), icon)
