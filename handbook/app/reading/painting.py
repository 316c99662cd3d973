"""What is painted under and over the text of a policy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from handbook.app.document.boxes import paint_box, paint_icon
from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.reading.layout import ClauseSpan, Geometry
from handbook.app.widgets.paint import box

WASH_SIDE, WASH_ABOVE, WASH_BELOW = 14, 7, 9


def wash_rect(geometry: Geometry, clause: ClauseSpan) -> QRectF:
    """The ground of the current clause."""
    fit = geometry.fit
    return QRectF(
        fit.left - WASH_SIDE,
        clause.top - WASH_ABOVE,
        fit.right - fit.left + 2 * WASH_SIDE,
        clause.bottom - clause.top + WASH_ABOVE + WASH_BELOW,
    )


def paint_wash(painter: QPainter, look: Look, rect: QRectF, fresh: float = 0) -> None:
    """Draw the ground of the current clause: a wash with a bar, in high contrast an outline.

    `fresh` is how much of the tint of what was just gone to it still has, 1 to 0.
    """
    if look.theme is Theme.HIGH_CONTRAST:
        box(painter, rect, 8, None, look.color("focus"), 2)
        return
    box(painter, rect, 8, look.color("wash"))
    if fresh > 0:
        tint = QColor(look.color("accent_soft"))
        tint.setAlphaF(fresh)
        box(painter, rect, 8, tint)
    bar = QRectF(rect.left(), rect.top() + 8, 3, rect.height() - 16)
    painter.fillRect(bar, look.color("accent"))


def paint_boxes(painter: QPainter, look: Look, geometry: Geometry, shown: QRectF) -> None:
    """Draw the callouts that show."""
    for placed in geometry.boxes_within(shown.top(), shown.bottom()):
        paint_box(painter, look, placed)


def paint_icons(painter: QPainter, look: Look, geometry: Geometry, shown: QRectF) -> None:
    """Draw the icons of callouts, after the text, so that a selection does not cover them."""
    for placed in geometry.boxes_within(shown.top(), shown.bottom()):
        paint_icon(painter, look, placed)


def paint_matches(
    painter: QPainter,
    look: Look,
    geometry: Geometry,
    found: Sequence[Match],
    current: Match | None,
    shown: QRectF,
) -> None:
    """Draw rounded marks under the words that were found."""
    for match in found:
        token = look.color("mark_cur" if match is current else "mark")
        for rect in geometry.word_rects(match):
            if rect.intersects(shown):
                box(painter, rect.adjusted(-1, 0, 1, 1), 4, token)
