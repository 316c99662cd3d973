"""A pack that somebody opened: school, version and fingerprint, and the yes to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.in_place import MEASURE
from handbook.app.journey.way_back import WayBack
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.pack.key_panel import KeyPanel
from handbook.app.pack.presenter import SAME, PackView
from handbook.app.page import Page
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import centre
from handbook.app.widgets.text import Label, selectable
from handbook.app.widgets.tick_box import TickBox


class PackPage(Page):
    """Shows what a pack says of itself, and asks before it is put into use."""

    left = Signal()
    """Back, Escape or Not now."""
    accepted = Signal(bool)
    """It is to be put into use; whether the fingerprint was compared."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = WayBack(look, "Back")
        self.back.clicked.connect(self.left)
        self._title = Label(look, "", Type.DISPLAY, wrap=True)
        self._lead = Label(look, "", Type.LEAD, "ink2", wrap=True)
        self._facts = QGridLayout()
        self._key = KeyPanel(look)
        self.same = TickBox(look, SAME)
        self._said = Label(look, "", Type.UI, "warn_ink", wrap=True)
        self.use = Button(look, "", ButtonKind.PRIMARY, height=44)
        self.later = Button(look, "Not now", ButtonKind.GHOST, height=44)
        self.use.clicked.connect(lambda: self.accepted.emit(self.same.isChecked()))
        self.later.clicked.connect(self.left)
        self._scroll = QuietScroll(look, self._inside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def window_title(self) -> str:
        """What is shown."""
        return "Open a pack – Staff handbook"

    def show_pack(self, view: PackView) -> None:
        """Show what is known of a pack."""
        self._title.setText(view.title)
        self._lead.setText(view.lead)
        self._show_facts(view.facts)
        self._key.show_key(view.fingerprint, view.trust, is_trusted=view.is_trusted)
        self.same.setChecked(False)
        self.same.setVisible(view.asks)
        self._say("")
        self.use.setText(view.button)
        self.use.setVisible(bool(view.button))
        self.later.setVisible(bool(view.button))
        if self.isVisible():
            self.take_focus()
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, f"{view.title}. {view.lead}")
            )

    def warn(self, words: str) -> None:
        """Say above the buttons what is missing."""
        self._said.set_token("warn_ink")
        self._say(words)
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_working(self, words: str) -> None:
        """Say what is under way, in the place of the buttons."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        for control in (self.same, self.use, self.later):
            control.hide()
        self._said.set_token("ink")
        self._say(words)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def take_focus(self) -> None:
        """The way back: nothing is put into use by a key that was meant for something else."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, the arrows and page keys scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            shown = selectable(Label(self.look, value, Type.UI, wrap=True))
            shown.setAccessibleName(f"{name}: {value}")
            label = Label(self.look, name, Type.UI, "ink2")
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(shown, row, 1)

    def _inside(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(MEASURE + 2 * RING)
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        words = QVBoxLayout()
        words.setContentsMargins(RING, 0, RING, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addWidget(self._lead)
        words.addSpacing(16)
        words.addLayout(self._facts)
        words.addSpacing(20)
        words.addWidget(self._key)
        words.addSpacing(8)
        said = QVBoxLayout()
        said.setContentsMargins(RING, 0, RING, 0)
        said.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.use)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 18, 0, 40)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addLayout(words)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(said)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(1)
        body = Fluid()
        centre(body, inner, 18, 18)
        return body
