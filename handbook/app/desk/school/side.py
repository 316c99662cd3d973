"""The right side of the form: the very cards that staff will see, and where they are used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.desk.school.views import FormView, UseView
from handbook.app.journey.contact_card import ContactCard
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.list_row import ListRow
from handbook.app.widgets.text import Label

_SHOWN = 6
"""So many places are listed; a role may be named in fifty."""
_NO_LIMIT = 16_777_215
"""Qt's own."""


class FormSide(Fluid):
    """What staff see of the one that is chosen."""

    use_chosen = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._inner = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inner)
        self._column.addStretch(1)

    def set_free(self) -> None:
        """As wide as there is room."""
        self.setMinimumWidth(0)
        self.setMaximumWidth(_NO_LIMIT)

    def show_form(self, form: FormView) -> None:
        """Show the cards of a form; the same ones stay."""
        if (form.cards, form.uses) == self._shown:
            return
        self._shown = (form.cards, form.uses)
        old, self._inner = self._inner, QWidget()
        self._column.replaceWidget(old, self._inner)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if form.cards:
            self._title(column, "As staff will see it")
        for at, card in enumerate(form.cards):
            column.addWidget(ContactCard(self._look, card, first=at == 0))
        if form.uses:
            column.addSpacing(8)
            self._title(column, "Where this card is used")
        for use in form.uses[:_SHOWN]:
            column.addWidget(self._use(use))
        if len(form.uses) > _SHOWN:
            rest = f"and {len(form.uses) - _SHOWN} more"
            column.addWidget(Label(self._look, rest, Type.META, "ink2"))

    def _title(self, column: QVBoxLayout, words: str) -> None:
        token: Token = "ink2"
        column.addWidget(Label(self._look, words, Type.META_BOLD, token))

    def _use(self, use: UseView) -> QWidget:
        link = UseRow(self._look, use.words)
        link.clicked.connect(lambda: self.use_chosen.emit(use.file, use.line))
        return link


class UseRow(ListRow):
    """A place that names somebody; pressed, its text is opened there."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, 36)
        self._words = words
        self.setAccessibleName(words)
        self.setAccessibleDescription("Opens the text at this place")
        self.setToolTip(words)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """One line."""
        self.words(painter, rect, self._words, Type.META, "link")
