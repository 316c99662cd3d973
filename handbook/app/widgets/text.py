"""Plain labels in the type roles of the design."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.accessible import as_heading

_HEADINGS = (Type.DISPLAY, Type.QUESTION, Type.ROUTE, Type.SECTION, Type.HEADING)


class Label(QLabel):
    """Text in one role and one colour, following the theme."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Type = Type.UI,
        token: Token = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._role = role
        self._token: Token = token
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        # Within a button Qt would write in the button's colour.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._is_heading = role in _HEADINGS
        if self._is_heading:
            as_heading(self)
            self.setAccessibleName(text)
        look.changed.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:
        """Show another text, and read it aloud where it is a heading."""
        self._heights.clear()
        super().setText(text)
        if self._is_heading:
            self.setAccessibleName(text)

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Break the text into lines, or not."""
        self._heights.clear()
        super().setWordWrap(on)

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at a width, kept: layouts ask for each width many times."""
        try:
            return self._heights[width]
        except KeyError:
            height = self._heights[width] = super().heightForWidth(width)
            return height

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font or other margins."""
        self._heights.clear()
        super().changeEvent(event)

    def clear(self) -> None:
        """Show nothing, and keep nothing to read aloud."""
        self._heights.clear()
        super().clear()
        if self._is_heading:
            self.setAccessibleName("")

    def set_token(self, token: Token) -> None:
        """Take another colour."""
        self._token = token
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._token))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line of text that ends in "…" where there is no room; the tooltip has it whole."""

    def __init__(
        self, look: Look, text: str = "", role: Type = Type.UI, token: Token = "ink"
    ) -> None:
        super().__init__(look, "", role, token)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def selectable(label: Label) -> Label:
    """Let a reader select the text; nothing is put on the clipboard until they do."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
