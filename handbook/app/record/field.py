"""A field that grows with what is typed into it, so that no word is ever out of sight."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.framed import Framed
from handbook.app.widgets.paint import RING

_PAD = 8
"""Between the frame and the text, above and below."""
_SIDE = 12
_ICON_ROOM = 27
_ICON = 17


class GrowingField(Framed):
    """Text of one line or many in a painted frame, with an icon before it where it has one.

    `lines` is its least height. What is typed is plain text, and no machine learns from it.
    """

    edited = Signal()
    """The text changed."""
    cursor_moved = Signal()
    """The place of typing changed: it is to be kept in sight."""

    def __init__(
        self, look: Look, name: str, *, hint: str = "", icon: str = "", lines: int = 1
    ) -> None:
        self.edit = _Edit()
        super().__init__(look, self.edit)
        self._icon = icon
        self._lines = lines
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(hint)
        self.edit.textChanged.connect(self.edited)
        self.edit.cursorPositionChanged.connect(self.cursor_moved)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.toPlainText()

    @property
    def cursor_rect(self) -> QRect:
        """Where the next letter will stand, in this field."""
        return self.edit.cursorRect().translated(self.edit.pos())

    def show_example(self, text: str) -> None:
        """Show an example for as long as nothing is typed."""
        self.edit.setPlaceholderText(text)

    def clear(self) -> None:
        """Empty it, together with the steps that Undo would take back."""
        if self.edit.hasFocus():
            QGuiApplication.inputMethod().reset()  # half a word may be waiting there
        self.edit.clear()
        self._space_lines()
        self.edit.document().clearUndoRedoStacks()

    def sizeHint(self) -> QSize:
        """As high as its text, and never lower than its least lines."""
        return QSize(200, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where typing goes on."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.cursor_moved.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text within the frame."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the icon."""
        del event
        painter = QPainter(self)
        rect = self._paint_frame(painter)
        if self._icon:
            pixmap = self._look.icon(self._icon, "ink2", _ICON, self.devicePixelRatioF())
            middle = rect.top() + _PAD + self._line / 2
            painter.drawPixmap(QPointF(rect.left() + _SIDE, middle - _ICON / 2), pixmap)

    @property
    def _line(self) -> int:
        return self._look.line_height(Type.UI)

    def _grow(self) -> None:
        height = self.edit.document().size().height()
        text = max(round(height), self._lines * self._line)
        self.setFixedHeight(text + 2 * _PAD + 2 * RING)
        self._place()

    def _place(self) -> None:
        left = RING + _SIDE + (_ICON_ROOM if self._icon else 0)
        width = max(40, self.width() - left - RING - _SIDE)
        self.edit.setGeometry(left, RING + _PAD, width, self.height() - 2 * (RING + _PAD))

    def _dress(self) -> None:
        self.edit.setFont(self._look.font(Type.UI))
        self._colour()
        self._space_lines()
        self._grow()
        self.update()

    def _space_lines(self) -> None:
        """Give every line the height of the design, and leave no step of it for Undo."""
        form = QTextBlockFormat()
        form.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(self.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        with QSignalBlocker(self.edit):  # how it looks is no edit
            cursor.joinPreviousEditBlock()
            cursor.mergeBlockFormat(form)
            cursor.endEditBlock()


class _Edit(QTextEdit):
    """The text of a field: plain, unscrolled, and left by Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()
