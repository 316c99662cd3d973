"""Where pages lie on the screen, by the room that there is for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize

from handbook.app.paper import sheet

_GAP = 24
_WIDEST = 900
"""A page as wide as the window is no wider than this at 100 %: lines stay easy to follow."""
_LEAST = 120
"""A page is never narrower than this."""


class Zoom(StrEnum):
    """How large the pages are."""

    WIDTH = "Page width"
    WHOLE = "Whole page"


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of each page, in logical pixels from the top of the first."""

    rects: tuple[QRect, ...]
    size: QSize
    """Of one page."""
    height: int
    """Of all of them, with the room above and below."""
    columns: int = 1
    gap: int = _GAP


def placed(count: int, room: QSize, zoom: Zoom, scale: float) -> Placing:
    """Place so many pages: under each other, or side by side where whole ones fit."""
    size = _page_size(room, zoom, scale)
    columns = 1
    if zoom is Zoom.WHOLE:
        fit = (room.width() - _GAP) // (size.width() + _GAP)
        columns = max(1, min(count, fit))
    used = columns * size.width() + (columns - 1) * _GAP
    left = max(0, (room.width() - used) // 2)
    rects = tuple(
        QRect(
            QPoint(
                left + (page % columns) * (size.width() + _GAP),
                _GAP + (page // columns) * (size.height() + _GAP),
            ),
            size,
        )
        for page in range(count)
    )
    height = rects[-1].bottom() + 1 + _GAP if rects else 0
    return Placing(rects, size, height, columns)


def _page_size(room: QSize, zoom: Zoom, scale: float) -> QSize:
    width = min(room.width() - 2 * _GAP, round(_WIDEST * max(1.0, scale)))
    if zoom is Zoom.WHOLE:
        width = min(width, round((room.height() - 2 * _GAP) * sheet.WIDTH / sheet.HEIGHT))
    width = max(_LEAST, width)
    return QSize(width, round(width * sheet.HEIGHT / sheet.WIDTH))
