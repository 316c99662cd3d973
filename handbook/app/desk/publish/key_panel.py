"""The small form for a new key: a passphrase, twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from handbook.app.desk.panel import DeskPanel
from handbook.app.desk.publish.keys import FEWEST, KeyUse
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label

_TITLES = {KeyUse.WORK: "Make the school's key", KeyUse.SPARE: "Make the spare"}
_LEADS = {
    KeyUse.WORK: "Computers take a handbook only when it is signed with this key. Nobody can "
    "tell you its passphrase again: write it down, and keep it away from the key.",
    KeyUse.SPARE: "With the spare IT can change to a new key when the key is lost or stolen. Give "
    "it another passphrase, and keep it in a safe.",
}
_GOOD = f"At least {FEWEST} letters: four words that do not belong together are good."


class KeyPanel(DeskPanel):
    """Both fields are emptied as soon as the form closes."""

    wanted = Signal(KeyUse, str)
    """What the key is for, and its passphrase."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, "", "Choose where, and make it")
        self._use = KeyUse.WORK
        self._lead = Label(look, "", Type.META, "ink2", wrap=True)
        self._lead.setContentsMargins(RING, 0, RING, 6)
        self.add(self._lead)
        self.first = self._field(look, "A passphrase")
        self.again = self._field(look, "The same again")
        self.act.clicked.connect(self._make)

    def open_for(self, use: KeyUse) -> None:
        """Be the form for this key."""
        self._use = use
        self.title.setText(_TITLES[use])
        self._lead.setText(_LEADS[use])
        self._empty()

    def take_focus(self) -> None:
        """The first field."""
        self._look_at()
        self.first.edit.setFocus()

    def close_panel(self, *, give_back: bool = False) -> None:
        """Leave no passphrase behind."""
        self._empty()
        super().close_panel(give_back=give_back)

    def _field(self, look: Look, words: str) -> LineField:
        field = LineField(look, words, icon="lock")
        field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        field.edited.connect(self._look_at)
        field.edit.returnPressed.connect(self._make)
        label = Label(look, words, Type.UI_BOLD)
        label.setContentsMargins(RING, 4, 0, 0)
        self.add(label)
        self.add(field)
        return field

    def _look_at(self) -> None:
        first, again = self.first.text, self.again.text
        if len(first) < FEWEST:
            self.say(_GOOD)
        elif again and not first.startswith(again):
            self.say("The two are not the same.", is_wrong=True)
        else:
            self.say("" if first == again else "Type it once more.")
        self.act.setEnabled(len(first) >= FEWEST and first == again)

    def _make(self) -> None:
        if self.act.isEnabled():
            passphrase = self.first.text
            self.close_panel()
            self.wanted.emit(self._use, passphrase)
        elif self.first.edit.hasFocus():
            self.again.edit.setFocus()

    def _empty(self) -> None:
        self.first.edit.clear()
        self.again.edit.clear()
