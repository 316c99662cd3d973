"""The Aa menu: every control, and the ways on at its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.aa.choices import Choices, ColourCard, SizeRow
from handbook.app.aa.locked import Locked
from handbook.app.aa.presenter import AaView, Colours
from handbook.app.aa.switch import Switch
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, keycap, keycap_height, keycap_width
from handbook.app.widgets.panel import HairLine, Panel
from handbook.app.widgets.popover import Popover
from handbook.app.widgets.text import Label
from handbook.state.preferences import TEXT_SIZES, ThemeChoice

WIDTH = 412

_NAMES = {
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.HIGH_CONTRAST: "High contrast",
    ThemeChoice.SYSTEM: "Follow system",
}
_WARM = {
    True: "The page takes the paper colour behind it",
    False: "For light only, saved for when you go back",
}
_WHY = "A contrast theme is on in this computer’s settings, and the handbook takes its colours."


class AaMenu(Popover):
    """Changes act at once; there is no OK."""

    size_chosen = Signal(int)
    theme_chosen = Signal(object)
    warm_sheet_pressed = Signal()
    less_movement_pressed = Signal()
    letter_keys_pressed = Signal()
    put_back_pressed = Signal()
    keys_pressed = Signal()
    about_pressed = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, WIDTH)
        self.setAccessibleName("Text size and colours")
        self._per_cent = Label(look, "", Type.META_BOLD, "link")
        self._sizes = SizeRow(look, TEXT_SIZES)
        self._sizes.chosen.connect(self.size_chosen)
        self._cards = tuple(ColourCard(look, choice, name) for choice, name in _NAMES.items())
        self._themes = Choices(self._cards, self)
        self._card_row = self._colour_row()
        self._decided = _Decided(look)
        self._warm = Switch(look, "Warm sheet")
        self._movement = Switch(look, "Less movement")
        self._letters = Switch(look, "Single-letter keys")
        self._role = Locked(look, "Your role")
        self._back = LinkButton(look, "Put everything back", Type.META, underline=True)
        self._warm.clicked.connect(self.warm_sheet_pressed)
        self._movement.clicked.connect(self.less_movement_pressed)
        self._letters.clicked.connect(self.letter_keys_pressed)
        self._back.clicked.connect(self.put_back_pressed)
        self._lay_out()

    def show_settings(self, view: AaView) -> None:
        """Show the state of every control."""
        self._per_cent.setText(f"{view.text_size}%")
        self._sizes.show_size(view.text_size)
        self._themes.show_chosen(tuple(_NAMES).index(view.theme))
        chosen = view.colours is Colours.CHOSEN
        self._card_row.setVisible(chosen)
        self._decided.setVisible(not chosen)
        self._warm.show_state(_WARM[view.warm_sheet_shows], on=view.warm_sheet)
        self._movement.show_state("No fades when you jump to a clause", on=view.less_movement)
        self._letters.show_state(
            "Letters while you read, numbers in questions", on=view.letter_keys
        )
        self._role.show_value(view.set_role)
        self._back.setVisible(not view.is_usual)

    def decided_words(self) -> list[QLabel]:
        """What stands in the place of the cards while the system decides; else nothing."""
        return self._decided.findChildren(QLabel) if self._decided.isVisible() else []

    def _lay_out(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.addWidget(Label(look, "Text size", Type.META_BOLD))
        head.addStretch(1)
        head.addWidget(self._per_cent)
        ends = QHBoxLayout()
        ends.setContentsMargins(RING, 0, RING, 0)
        ends.addWidget(Label(look, "Smaller", Type.SMALL, "ink2"))
        ends.addStretch(1)
        ends.addWidget(Label(look, "Larger, the page reflows", Type.SMALL, "ink2"))
        colours = Label(look, "Colours", Type.META_BOLD)
        colours.setContentsMargins(RING, 0, 0, 0)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(19 - RING, 17, 19 - RING, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(3)
        column.addWidget(self._sizes)
        column.addLayout(ends)
        column.addSpacing(10)
        column.addWidget(colours)
        column.addWidget(self._card_row)
        column.addWidget(self._decided)
        column.addSpacing(6)
        for switch in (self._warm, self._movement, self._letters):
            column.addWidget(switch)
        column.addWidget(self._role)
        line = QHBoxLayout()
        line.setContentsMargins(RING, 0, RING, 0)
        line.addWidget(HairLine(look))
        column.addLayout(line)
        column.addSpacing(8)
        column.addLayout(self._foot())

    def _colour_row(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName("Colours")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for card in self._cards:
            card.clicked.connect(lambda _=False, theme=card.choice: self.theme_chosen.emit(theme))
            row.addWidget(card, 1)
        return holder

    def _foot(self) -> QHBoxLayout:
        look = self._look
        keys = LinkButton(look, "All keys", Type.META, underline=True)
        about = LinkButton(look, "About", Type.META, underline=True)
        # Closed first: while it is open it sees every event of the page that is built.
        for link, pressed in ((keys, self.keys_pressed), (about, self.about_pressed)):
            link.clicked.connect(self.close_panel)
            link.clicked.connect(pressed)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(keys)
        row.addWidget(_Key(look, "F1"))
        row.addSpacing(10)
        row.addWidget(about)
        row.addStretch(1)
        row.addWidget(self._back)
        return row


class _Decided(QWidget):
    """In place of the cards, while a contrast theme of the system is on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        panel = Panel(look, "raised", edge="line2", radius=8)
        words = QVBoxLayout(panel)
        words.setContentsMargins(14, 10, 14, 10)
        words.setSpacing(2)
        words.addWidget(Label(look, "Your system decides", Type.UI_BOLD))
        words.addWidget(Label(look, _WHY, Type.SMALL, "ink2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RING)
        column.addWidget(panel)


class _Key(QWidget):
    """A keycap by itself."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As large as the keycap."""
        width = round(keycap_width(self._look, self._key)) + 1
        return QSize(width, keycap_height(self._look) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        keycap(QPainter(self), self._look, QPointF(0, 0), self._key, fill="raised")
