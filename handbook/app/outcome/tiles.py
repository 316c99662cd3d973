"""Cards of one width beside each other, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.flow_layout import ItemLayout

_GAP = 12
_WANTED = 270
"""How wide a card is wanted at 100 % text."""
_MOST = 4


class Tiles(ItemLayout):
    """Works out how many stand beside each other before anything is placed.

    A grid that is filled anew once its width is known is laid out twice, with all its texts.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width that it is given."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """Three beside each other."""
        width = 3 * _WANTED
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        return QSize(self._widest, 0)

    @property
    def _widest(self) -> int:
        return max((item.minimumSize().width() for item in self._items), default=1)

    def _across(self, width: int) -> int:
        """How many stand beside each other: a site's address breaks nowhere."""
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        fit = (width + _GAP) // (self._widest + _GAP)
        return max(1, min(_MOST, fit, round(width / (_WANTED * grown))))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        across = self._across(rect.width())
        room = rect.width() - _GAP * (across - 1)
        lefts = [rect.x() + column * _GAP + room * column // across for column in range(across)]
        widths = [room * (i + 1) // across - room * i // across for i in range(across)]
        y = rect.y()
        for start in range(0, len(self._items), across):
            row = self._items[start : start + across]
            high = max(map(_height, row, widths))
            if move:
                for item, left, width in zip(row, lefts, widths, strict=False):
                    item.setGeometry(QRect(left, y, width, high))
            y += high + _GAP
        return max(0, y - _GAP - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
