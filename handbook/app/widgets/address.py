"""An address in one piece: it breaks anywhere, and says in bold whose it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.domain.outside import OutsideAddress


class AddressLine(QWidget):
    """Shows a whole address, however long; a label would cut it or push the page aside."""

    def __init__(self, look: Look, address: OutsideAddress) -> None:
        super().__init__()
        self._look = look
        self._address = address
        self.setAccessibleName(address.address)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    def sizeHint(self) -> QSize:
        """One line that may be narrower."""
        return QSize(320, self._look.line_height(Type.UI))

    def heightForWidth(self, width: int) -> int:
        """As many lines as the address takes."""
        return self._lay_out(width).lineCount() * self._look.line_height(Type.UI)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the address."""
        del event
        painter = QPainter(self)
        painter.setPen(self._look.color("ink"))
        self._lay_out(self.width()).draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._address.address, self._look.font(Type.UI))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._bold()])
        layout.beginLayout()
        height = self._look.line_height(Type.UI)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * height))
        layout.endLayout()
        return layout

    def _bold(self) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setFont(self._look.font(Type.UI_BOLD))
        bold = QTextLayout.FormatRange()
        bold.start = len(self._address.before)
        bold.length = len(self._address.where)
        bold.format = style
        return bold

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
