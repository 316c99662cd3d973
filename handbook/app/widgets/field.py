"""The search field: a line of text in a painted frame with a magnifier and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.framed import Framed
from handbook.app.widgets.paint import RING, keycap, keycap_height, keycap_width

LARGE, MEDIUM, SMALL = 60, 54, 38
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchField(Framed):
    """Where a reader types a question."""

    edited = Signal(str)
    """The text changed by typing."""
    submitted = Signal()
    """Enter was pressed."""
    cleared = Signal()
    """Escape was pressed."""
    list_key_pressed = Signal(int)
    """A key that moves in the list below: up, down, page up, page down."""

    def __init__(
        self,
        look: Look,
        placeholder: str,
        height: int = LARGE,
        *,
        keys: Sequence[str] = (),
        can_clear: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._edit = QLineEdit()
        super().__init__(look, self._edit, parent)
        self._height = height
        self._keys = tuple(keys)
        self._is_told = False
        self._edit.setFrame(False)
        self._edit.setPlaceholderText(placeholder)
        self._edit.setAccessibleName(name or placeholder)
        # Not `textEdited`: what is dictated, or entered by a screen reader, is no key press.
        self._edit.textChanged.connect(self._changed)
        self._edit.returnPressed.connect(self.submitted)
        self._clear = self._make_clear() if can_clear else None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """What is typed."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Show a text without announcing it."""
        self._is_told = True
        self._edit.setText(text)
        self._is_told = False

    def _changed(self, text: str) -> None:
        if not self._is_told:
            self.edited.emit(text)

    def select_all(self) -> None:
        """Take the focus with all text selected, ready for the next question."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass list keys on."""
        is_press = event.type() == QEvent.Type.KeyPress
        if watched is self._edit and is_press and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text between the magnifier and the keys."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the magnifier and the keys."""
        del event
        painter = QPainter(self)
        rect = self._paint_frame(painter, self._fill, radius=8 if self._height == SMALL else 10)
        size = self._icon_size
        pixmap = self._look.icon("search", "ink2", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left() + 16, rect.center().y() - size / 2), pixmap)
        if not self.text() and self._shows_keys:
            self._paint_keys(painter, rect)

    def _paint_keys(self, painter: QPainter, rect: QRectF) -> None:
        x = rect.right() - 13 - self._keys_width()
        for key in self._keys:
            at = QPointF(x, rect.center().y() - keycap_height(self._look) / 2)
            x += keycap(painter, self._look, at, key) + 5

    @property
    def _shows_keys(self) -> bool:
        """What the field is for goes before its keys, where there is no room for both."""
        words = self._look.width_of(self._edit.placeholderText(), self._role)
        free = self.width() - 2 * RING - self._icon_size - 46 - self._keys_width()
        return words <= free

    def _keys_width(self) -> float:
        return sum(keycap_width(self._look, key) + 5 for key in self._keys) - 5 * bool(self._keys)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the page has keys with Alt, and the text has none
            QApplication.sendEvent(self, event)
            return True
        if event.key() in _LIST_KEYS:
            self.list_key_pressed.emit(event.key())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
            return True
        return False

    def _make_clear(self) -> Button:
        button = Button(self._look, "", ButtonKind.GHOST, icon="cross", height=32, parent=self)
        button.setAccessibleName("Clear the search")
        button.setToolTip("Clear the search")
        button.clicked.connect(self.cleared)
        return button

    def _place(self) -> None:
        left = RING + 16 + self._icon_size + (8 if self._height == SMALL else 10)
        right = RING + 16 + (self._keys_width() if self._shows_keys else 0)
        if self._clear is not None:
            size = self._clear.sizeHint()
            y = (self.height() - size.height()) // 2
            x = self.width() - size.width() - RING - 2
            self._clear.setGeometry(x, y, size.width(), size.height())
            right = self.width() - x + 4
        self._edit.setGeometry(
            left, RING + 2, max(40, round(self.width() - left - right)), self._frame_height - 4
        )

    @property
    def _icon_size(self) -> int:
        size = 20 if self._height == SMALL else 24
        return round(size * max(1.0, self._look.interface_scale))

    @property
    def _frame_height(self) -> int:
        role = self._role
        return self._height + max(0, self._look.line_height(role) - role.value.line)

    @property
    def _role(self) -> Type:
        return Type.UI if self._height == SMALL else Type.FIELD_LARGE

    @property
    def _fill(self) -> Token:
        return "canvas" if self._height == SMALL else "surface"

    def _dress(self) -> None:
        self.setFixedHeight(self._frame_height + 2 * RING)
        self._edit.setFont(self._look.font(self._role))
        self._colour(self._fill)
        self._place()
        self.update()
