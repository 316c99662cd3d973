"""Cards of people and bodies, as every page of a journey draws them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.contacts import ContactView
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label, selectable
from handbook.domain.blocks import plain


class ContactCard(Panel):
    """Somebody to tell: why, who, and how to reach them."""

    def __init__(self, look: Look, contact: ContactView, *, first: bool = False) -> None:
        super().__init__(look, "surface", edge="line2", radius=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(3)
        token: Token = "care_ink" if first else "ink2"
        if contact.lead:
            column.addWidget(Label(look, contact.lead, Type.META_BOLD, token, wrap=True))
        role = Type.CONTACT if first else Type.UI_BOLD
        column.addWidget(selectable(Label(look, contact.who, role, wrap=True)))
        add_details(look, column, contact)
        column.addStretch(1)


def add_details(look: Look, column: QVBoxLayout, contact: ContactView) -> None:
    """Add note, telephone, email, hours and how sure they are, as far as there are any."""
    if plain(contact.note):
        column.addWidget(SpansLabel(look, contact.note, Type.META, "ink2"))
    if contact.missing:
        column.addWidget(Label(look, contact.missing, Type.META, "warn_ink", wrap=True))
    for icon, text in (
        ("phone", contact.phone),
        ("mail", contact.email),
        ("globe", contact.site),
        ("clock", contact.hours),
    ):
        if text:
            column.addWidget(IconRow(look, icon, text))
    if contact.checked:
        ink: Token = "ink3" if contact.is_checked_lately else "stop_ink"
        column.addWidget(Label(look, contact.checked, Type.SMALL, ink, wrap=True))


class IconRow(QWidget):
    """A line with a small icon before it, its text selectable."""

    def __init__(
        self, look: Look, icon: str, text: str, role: Type = Type.UI, token: Token = "ink"
    ) -> None:
        super().__init__()
        words = selectable(Label(look, text, role, token, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon(look, icon, 16, "ink2"))
        row.addWidget(words, 1)


class Icon(QWidget):
    """A lone icon, on the first line of what stands beside it."""

    def __init__(self, look: Look, name: str, size: int, token: Token) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._size = size
        self._token: Token = token
        self.setFixedWidth(size)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Square; higher beside text of several lines."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        pixmap = self._look.icon(self._name, self._token, self._size, self.devicePixelRatioF())
        line = min(self.height(), max(self._size, self._look.line_height(Type.UI) - 2))
        QPainter(self).drawPixmap(QPointF(0, (line - self._size) / 2), pixmap)
