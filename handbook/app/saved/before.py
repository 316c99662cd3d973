"""What a clause said when it was saved, shown in place when the reader asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.views import SavedRow
from handbook.app.widgets.button import Button, ButtonKind, LinkButton
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label


class Before(QWidget):
    """The link that shows the words as they were saved, and those words."""

    kept = Signal()
    """The reader knows the new words."""
    marked_wanted = Signal()
    """The words that went and came are wanted, marked."""

    def __init__(self, look: Look, row: SavedRow) -> None:
        super().__init__()
        about = f"{row.policy} {row.label}"
        self.link = LinkButton(look, _OPEN, Type.META, underline=True)
        self.link.setAccessibleName(f"See what changed in {about}")
        self.link.clicked.connect(self._turn)
        self._words = Panel(look, "sunken", edge="line", radius=8)
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(4)
        title = f"As you saved it on {row.saved}"
        inside.addWidget(Label(look, title, Type.META_BOLD, "ink2", wrap=True))
        inside.addWidget(Label(look, row.before, Type.UI, wrap=True))
        keep = Button(look, "I know the new words", ButtonKind.SECONDARY, icon="check", height=36)
        keep.setAccessibleName(f"I know the new words of {about}")
        keep.clicked.connect(self.kept)
        marked = Button(look, "See the words marked", height=36)
        marked.setAccessibleName(f"See the words marked that changed in {about}")
        marked.clicked.connect(self.marked_wanted)
        marked.setVisible(row.is_compared)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(keep)
        foot.addWidget(marked)
        foot.addStretch(1)
        self._open = QWidget()
        inset = QHBoxLayout()
        inset.setContentsMargins(RING, 0, RING, 0)
        inset.addWidget(self._words)
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset)
        column.addLayout(foot)
        self._open.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.link)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(line)
        whole.addWidget(self._open)

    def _turn(self) -> None:
        show = self._open.isHidden()
        self._open.setVisible(show)
        self.link.setText(_CLOSE if show else _OPEN)
        self.link.updateGeometry()


_OPEN, _CLOSE = "See what changed", "Hide the old words"
