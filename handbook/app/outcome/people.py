"""By when to tell, and whom to go to in another case."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.contact_card import Icon, add_details
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.views import InsteadView
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label, selectable
from handbook.domain.blocks import Spans


class ByWhen(QWidget):
    """By when to tell, in bold."""

    def __init__(self, look: Look, words: Spans) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon(look, "clock", 20, "care"))
        row.addWidget(SpansLabel(look, words, bold=True), 1)


class InsteadCard(Panel):
    """Whom to go to in another case."""

    def __init__(self, look: Look, instead: InsteadView) -> None:
        super().__init__(look, "surface", edge="line2", radius=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(3)
        column.addWidget(Label(look, instead.case, Type.META_BOLD, "ink2", wrap=True))
        for index, contact in enumerate(instead.contacts):
            if index:
                column.addSpacing(8)
            column.addWidget(selectable(Label(look, contact.who, Type.UI_BOLD, wrap=True)))
            add_details(look, column, contact)
