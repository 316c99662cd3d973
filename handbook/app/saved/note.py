"""A note of the reader's own: shown in a wash, or open to be written in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.framed import Framed
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.text import Label

_LEAST_LINES, _MOST_LINES = 2, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteView(EnterButton):
    """The note as it was kept; a press opens it."""

    def __init__(self, look: Look, note: str, noted: str, about: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(f"Note on {about}: {note}")
        self.setToolTip("Change the note (N)")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = Label(look, note, Type.UI, wrap=True)
        day = Label(look, noted, Type.SMALL, "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(44 + RING, 8 + RING, 14 + RING, 8 + RING)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        for label in (words, day):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw wash and pencil."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        edge = look.color("line2") if look.theme == "high-contrast" else None
        box(painter, rect, 8, look.color("wash"), edge)
        icon = look.icon("pencil", "ink2", 18, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left() + 15, rect.top() + 11), icon)
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)


class NoteEdit(QWidget):
    """The field for a note. Ctrl+Enter keeps it, Escape asks only if the text changed."""

    kept = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, note: str, about: str) -> None:
        super().__init__()
        self._note = note
        self.field = NoteField(look, note, f"Note on {about}")
        self._asking = QWidget()
        self._usual = QWidget()
        self._lay_out(look)
        self.field.kept.connect(self._keep)
        self.field.escaped.connect(self.cancel)

    @property
    def is_changed(self) -> bool:
        """True where something was written that is not kept yet."""
        return self.field.text().strip() != self._note

    def cancel(self) -> None:
        """Close it, after a question where something would be lost."""
        if not self.is_changed:
            self.cancelled.emit()
            return
        self._usual.hide()
        self._asking.show()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape on the question goes back to the text."""
        if event.key() == Qt.Key.Key_Escape and not self._asking.isHidden():
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.text():
            event.accept()  # a letter on a button here is no wish for another clause
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(self.field.text())

    def _go_on(self) -> None:
        self._asking.hide()
        self._usual.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, look: Look) -> None:
        keep = Button(look, "Keep note", ButtonKind.PRIMARY, icon="check", height=36)
        keep.setToolTip("Keep note (Ctrl+Enter)")
        keep.clicked.connect(self._keep)
        cancel = Button(look, "Cancel", ButtonKind.GHOST, key="Esc", height=36)
        cancel.clicked.connect(self.cancel)
        words = "A note of your own, not part of the policy"
        own = Label(look, words, Type.SMALL, "ink3", wrap=True)
        own.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stay = Button(look, "Go on writing", ButtonKind.PRIMARY, height=36)
        self._stay.clicked.connect(self._go_on)
        forget = Button(look, "Forget it", ButtonKind.SECONDARY, height=36)
        forget.clicked.connect(self.cancelled)
        question = Label(look, "Forget what you changed?", Type.UI, wrap=True)
        _row(self._usual, keep, cancel, own)
        question.setContentsMargins(RING, 0, 10, 0)
        _row(self._asking, question, self._stay, forget)
        self._asking.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._usual)
        column.addWidget(self._asking)


def _row(place: QWidget, *widgets: QWidget) -> None:
    """Words and buttons side by side; the words take what room there is."""
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, RING, 0)
    row.setSpacing(0)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, Label) else 0)


class NoteField(Framed):
    """A few lines of text in a painted frame, as high as what is written."""

    kept = Signal()
    escaped = Signal()

    def __init__(self, look: Look, note: str, name: str) -> None:
        self._edit = QPlainTextEdit(note)
        super().__init__(look, self._edit)
        self._edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText("Your note. No pupils’ names, please.")
        self._edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING + 9, RING + 6, RING + 9, RING + 6)
        column.addWidget(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """What is written."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show what was written before, with the cursor at its end."""
        self._edit.setPlainText(text)
        self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep with Ctrl+Enter, leave with Escape."""
        is_press = event.type() == QEvent.Type.KeyPress
        if watched is self._edit and is_press and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        del event
        self._paint_frame(QPainter(self))

    def _key_pressed(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and held:
            self.kept.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return False

    def _grow(self) -> None:
        lines = round(self._edit.document().size().height())  # this layout counts in lines
        lines = min(_MOST_LINES, max(_LEAST_LINES, lines))
        metrics = self._edit.fontMetrics()
        margin = round(self._edit.document().documentMargin())
        self.setFixedHeight(lines * metrics.lineSpacing() + 2 * margin + 12 + 2 * RING)

    def _dress(self) -> None:
        self._edit.setFont(self._look.font(Type.UI))
        self._colour()
        self._grow()
        self.update()
