"""Nothing found: that does not mean that it is allowed, and four ways on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.search.places import PlaceCard
from handbook.app.search.presenter import Place
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label
from handbook.domain.links import Link, LinkKind

_NOWHERE = Link(LinkKind.REFUSED, "")


class NothingFound(QWidget):
    """The page's body where no clause, person or step was found."""

    place_chosen = Signal(object)
    policies_wanted = Signal()
    concern_pressed = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[PlaceCard] = []
        self._title = Label(look, "", Type.ROUTE, wrap=True)
        lead = Label(
            look,
            "That does not mean it is allowed. Your school may simply not have a rule written "
            "down yet.",
            Type.LEAD,
            "ink2",
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(10 - 2 * RING + 2)
        for label in (self._title, lead):
            label.setContentsMargins(RING, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(lead)
        column.addSpacing(10)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_nothing(self, text: str, people: tuple[Place, ...]) -> None:
        """Say what was not found, and whom to ask."""
        self._title.setText(f"Nothing in the handbook mentions “{text.strip()}”")
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        wider = Place(
            "Try a wider word", "Fewer words, or another word for it", "search", _NOWHERE
        )
        browse = Place("Browse all policies", "By collection and title", "list", _NOWHERE)
        concern = Place(
            "I have a concern",
            "If someone could get hurt, do not wait for a policy",
            "concern",
            _NOWHERE,
        )
        self._cards = []
        self._add(wider, self.again_wanted)
        self._add(browse, self.policies_wanted)
        for person in people[:1]:
            asked = replace(person, title=f"Ask a person: {person.title}")
            self._add(asked, None)
        self._add(concern, self.concern_pressed)

    def press(self, number: int) -> None:
        """Take a way on by its number, from 1."""
        if 1 <= number <= len(self._cards):
            self._cards[number - 1].click()

    def _add(self, place: Place, wanted: SignalInstance | None) -> None:
        card = PlaceCard(self._look, place, key=str(len(self._cards) + 1))
        card.setMaximumWidth(720 + 2 * RING)
        if wanted is None:
            card.clicked.connect(lambda: self.place_chosen.emit(place))
        else:
            card.clicked.connect(wanted.emit)
        self._list.addWidget(card)
        self._cards.append(card)
