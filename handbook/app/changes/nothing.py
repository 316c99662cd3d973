"""What the page says where there is no change to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.change_words import some
from handbook.app.changes.views import ChangesView, State
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Column
from handbook.app.widgets.text import Label

_TITLES = {
    State.WORKING: "What changed",
    State.FIRST: "Nothing to compare with yet",
    State.UNREADABLE: "The version before cannot be read",
    State.SAME: "Nothing has changed",
    State.SAME_POLICY: "Nothing has changed here",
}


class NothingChanged(Column):
    """One sentence, and the ways on."""

    policies_pressed = Signal()
    policy_pressed = Signal()
    all_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(760, spacing=12)
        self._title = Label(look, "", Type.ROUTE, wrap=True)
        self._words = Label(look, "", Type.LEAD, "ink2", wrap=True)
        self._all = Button(look, "")
        self._policy = Button(look, "Open the policy")
        self._policies = Button(look, "All policies")
        self._all.clicked.connect(self.all_pressed)
        self._policy.clicked.connect(self.policy_pressed)
        self._policies.clicked.connect(self.policies_pressed)
        for label in (self._title, self._words):
            label.setContentsMargins(RING, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self._policy, self._all, self._policies):
            row.addWidget(button)
        row.addStretch(1)
        body: QVBoxLayout = self.body
        body.setContentsMargins(0, 56, 0, 24)
        body.addWidget(self._title)
        body.addWidget(self._words)
        body.addLayout(row)
        body.addStretch(1)

    def show_nothing(self, view: ChangesView) -> None:
        """Say why there is nothing."""
        self._title.setText(_TITLES.get(view.state, view.title))
        self._words.setText(view.message)
        here = view.state is State.SAME_POLICY
        self._policy.setVisible(here)
        self._all.setText(f"See {some(view.elsewhere, 'change')} elsewhere")
        self._all.setVisible(here and view.elsewhere > 0)
        self._policies.setVisible(view.state is not State.WORKING)

    def first(self) -> QWidget | None:
        """Where the keys begin; None while there is nothing to press."""
        buttons = (self._policy, self._all, self._policies)
        return next((each for each in buttons if not each.isHidden()), None)
