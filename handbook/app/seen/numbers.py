"""The numbers to ring: bodies outside the school, one under another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.contacts import ContactView
from handbook.app.journey.contact_card import IconRow
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.panel import HairLine, Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label, selectable
from handbook.domain.blocks import plain


class NumberList(Panel):
    """A card with a row for each body."""

    def __init__(self, look: Look, contacts: tuple[ContactView, ...]) -> None:
        super().__init__(look, "surface", edge="line2", radius=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 4, 18, 6)
        column.setSpacing(0)
        for index, contact in enumerate(contacts):
            if index:
                column.addWidget(HairLine(look))
            column.addWidget(NumberRow(look, contact))


class NumberRow(QWidget):
    """Who, the number beside the name, what they are for, and when somebody made sure."""

    def __init__(self, look: Look, contact: ContactView) -> None:
        super().__init__()
        self.setAccessibleName(", ".join(filter(None, (contact.who, contact.phone))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 9, 0, 9)
        column.setSpacing(1)
        column.addLayout(_head(look, contact))
        if plain(contact.note):
            column.addWidget(SpansLabel(look, contact.note, Type.META, "ink2"))
        if contact.missing:
            column.addWidget(Label(look, contact.missing, Type.META, "warn_ink", wrap=True))
        for icon, text in (("mail", contact.email), ("globe", contact.site)):
            if text and not contact.phone:
                column.addWidget(IconRow(look, icon, text, Type.META))
        if contact.hours:
            column.addWidget(IconRow(look, "clock", contact.hours, Type.META))
        if contact.checked:
            ink: Token = "ink3" if contact.is_checked_lately else "stop_ink"
            column.addWidget(Label(look, contact.checked, Type.SMALL, ink, wrap=True))


def _head(look: Look, contact: ContactView) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(selectable(Label(look, contact.who, Type.UI_BOLD, wrap=True)), 1)
    if contact.phone:
        number = selectable(Label(look, contact.phone, Type.CALLOUT))
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    return row
