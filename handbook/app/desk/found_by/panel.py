"""Type what staff would type, and read at which place the clause comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.desk.found_by.presenter import Rank
from handbook.app.desk.panel import DeskPanel
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label

_SETTLE_MS = 250
_GOOD = 3
"""Staff read three answers."""
_HELP = (
    "What staff ask stands under the heading in the text, between “asked:” and the end of the "
    "comment. Add their words there where a clause is not found."
)


class FoundByPanel(DeskPanel):
    """The words that the clause says are asked are tried at once."""

    typed = Signal(str)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, "Which words find this clause?", "Close")
        self._look = look
        self._clause = Label(look, "", Type.UI_BOLD, "link", wrap=True)
        self._clause.setContentsMargins(RING, 0, RING, 4)
        self.words = LineField(look, "What staff would type", icon="search")
        self.words.edit.setPlaceholderText("What staff would type")
        self._tried = Label(look, "", Type.UI, wrap=True)
        self._tried.setContentsMargins(RING, 0, RING, 4)
        self._asked = QWidget()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE_MS)
        self._rest.timeout.connect(lambda: self.typed.emit(self.words.text))
        self.words.edited.connect(self._rest.start)
        self.act.clicked.connect(lambda: self.close_panel(give_back=True))
        for part in (self._clause, self.words, self._tried, self._asked):
            self.add(part)
        self.say(_HELP)

    def take_focus(self) -> None:
        """Type at once."""
        self.words.set_text("")
        self.words.edit.setFocus()

    def show_clause(self, title: str) -> None:
        """Name the clause; the answers follow."""
        self._clause.setText(title)
        self.say(_HELP)
        self._show_lines([("Trying what staff ask…", "ink2")])

    def show_asked(self, ranks: Sequence[Rank]) -> None:
        """Show what the words bring that the clause says staff ask."""
        if not ranks:
            self._show_lines([("The clause does not say yet what staff ask.", "warn_ink")])
            return
        self._show_lines([(f"“{rank.words}”: {rank.said}", _ink(rank)) for rank in ranks])

    def show_tried(self, rank: Rank | None) -> None:
        """Show what the words bring that were typed; None for no words."""
        if rank is None:
            words = ""
        elif rank.before:
            words = f"This clause comes {rank.said}. Before it: {'; '.join(rank.before)}."
        else:
            words = f"This clause comes {rank.said}."
        self._tried.setText(words)
        self._tried.setVisible(bool(words))
        self._tried.set_token(_ink(rank) if rank is not None else "ink")
        self._place_soon()

    def _show_lines(self, lines: Sequence[tuple[str, Token]]) -> None:
        old, self._asked = self._asked, QWidget()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(RING, 0, RING, 4)
        column.setSpacing(2)
        for words, token in lines:
            column.addWidget(Label(self._look, words, Type.META, token, wrap=True))
        layout = self.body.layout()
        if layout is not None:
            layout.replaceWidget(old, self._asked)
        self._asked.show()
        old.hide()
        old.deleteLater()
        self._place_soon()


def _ink(rank: Rank) -> Token:
    if 1 <= rank.place <= _GOOD:
        return "ok_ink"
    return "warn_ink" if rank.place else "stop_ink"
