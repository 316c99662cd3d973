"""What stands between question and answers: what was searched, the filters, how many."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES
from handbook.app.look.type import Type
from handbook.app.search.presenter import SearchView
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label


class Correction(QWidget):
    """The words as they were repaired, and the way to search for those that were typed."""

    literal_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._corrected = Label(look, "", Type.UI_BOLD, "link")
        self._literal = LinkButton(look, "")
        self._literal.clicked.connect(self.literal_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Label(look, "Showing results for", Type.UI, "ink2"))
        row.addWidget(self._corrected)
        row.addWidget(self._literal)
        row.addStretch(1)

    def show_correction(self, view: SearchView) -> None:
        """Say what was searched instead; nothing where the words were taken as typed."""
        self._corrected.setText(view.corrected)
        self._literal.setText(f"Search instead for “{view.text}”")
        self._literal.updateGeometry()
        self.setVisible(bool(view.corrected))


class Filters(QWidget):
    """A chip for each filter, and how much was found."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chips = FlowLayout(8 - 2 * RING, -4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._summary = Label(look, "", Type.META, "ink3")
        self._summary.setContentsMargins(0, RING + 5, RING, 0)
        chips = QWidget()
        chips.setLayout(self._chips)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(chips, 1)
        row.addWidget(self._summary, 0, Qt.AlignmentFlag.AlignTop)

    def show_filters(self, view: SearchView) -> None:
        """Show the filters of other answers; none where nothing was found."""
        self._summary.setText(view.summary)
        self._chips.clear()
        for one in view.filters:
            icon = RULE_DRESSES[one.kind].icon if one.kind else ""
            chip = Chip(self._look, one.words, icon=icon)
            chip.setCheckable(True)
            chip.setChecked(view.chosen is not None and one.is_same(view.chosen))
            chip.set_count(one.count)
            chip.clicked.connect(lambda _=False, one=one: self.chosen.emit(one))
            self._group.addButton(chip)
            self._chips.addWidget(chip)
        self._chips.invalidate()
        self.setVisible(bool(view.filters))

    def chips(self) -> list[QWidget]:
        """The filters in their order."""
        return self._chips.widgets()

    def say(self, words: str) -> None:
        """Say something in place of how much was found."""
        self._summary.setText(words)
        self.show()
