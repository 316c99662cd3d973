"""The page for publishing: what changed, what is in the way, and one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from handbook.app.desk.publish.keys import KeyUse
from handbook.app.desk.publish.locks import Lock
from handbook.app.desk.publish.presenter import PublishView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Column, Panel, ScrollBody
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import ElidedLabel, Label, selectable

_WIDE = 760
_SHOWN = 12
_NO_FOLDER = "Not chosen yet"
_SPARE_TITLE = "The spare, for the day the key is lost or stolen"
_NO_SPARE = "None yet"
_SPARE = "Its public half goes with every pack"


class PublishRoom(QWidget):
    """Shows it all, and reports what the editor does; the passphrase is emptied at once."""

    folder_wanted = Signal()
    key_wanted = Signal()
    new_key_wanted = Signal(KeyUse)
    publish_wanted = Signal(str)
    place_wanted = Signal(str, int, str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._could = False
        self._title = Label(look, "Publish", Type.ROUTE)
        self._title.setContentsMargins(RING, 0, 0, 0)
        self._before = Label(look, "", Type.UI_BOLD, wrap=True)
        self._changes = Label(look, "", Type.UI, wrap=True)
        self._locks = QWidget()
        self._said = selectable(Label(look, "", Type.UI, "ok_ink", wrap=True))
        self._folder = ElidedLabel(look, _NO_FOLDER, Type.UI)
        self._key = ElidedLabel(look, _NO_FOLDER, Type.UI)
        self.folder = Button(look, "Choose the folder", height=34)
        self.key = Button(look, "Choose the key", height=34)
        self.new_key = Button(look, "Make the key", height=34)
        self.spare = Button(look, "Make the spare", height=34)
        self._spare = ElidedLabel(look, _NO_SPARE, Type.UI)
        self.passphrase = LineField(look, "Passphrase of the key", icon="lock")
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.publish = Button(look, "Publish", ButtonKind.PRIMARY, key="Ctrl+Enter", height=44)
        self.back = Button(
            look, "Back to the text", ButtonKind.GHOST, icon="arrow-left", height=34
        )
        self._panel = Panel(look, "stop_soft", edge=None, bar="stop", radius=8)
        self._lay_out()
        self.folder.clicked.connect(self.folder_wanted)
        self.key.clicked.connect(self.key_wanted)
        self.new_key.clicked.connect(lambda: self.new_key_wanted.emit(KeyUse.WORK))
        self.spare.clicked.connect(lambda: self.new_key_wanted.emit(KeyUse.SPARE))
        self.publish.clicked.connect(self.press)
        self.passphrase.edit.returnPressed.connect(self.press)
        self.back.clicked.connect(self.left)

    def show_publish(self, view: PublishView) -> None:
        """Show it all."""
        self._before.setText(view.before)
        lines = [f"•  {line}" for line in view.changes[:_SHOWN]]
        if len(view.changes) > _SHOWN:
            lines.append(f"and {len(view.changes) - _SHOWN} more")
        self._changes.setText("\n".join(lines))
        self._changes.setVisible(bool(lines))
        self._before.setVisible(bool(view.before))
        self._folder.set_text(view.folder or _NO_FOLDER)
        self._key.set_text(view.key or _NO_FOLDER)
        self.new_key.setVisible(not view.key)
        self._spare.set_text(_SPARE if view.has_spare else _NO_SPARE)
        self.spare.setVisible(not view.has_spare)
        self._spare_place.setVisible(bool(view.key))
        self._show_locks(view.locks)
        words = f"Sign and publish version {view.number}"
        self.publish.setText("Publishing…" if view.is_working else words)
        self.publish.updateGeometry()
        self.publish.setEnabled(not view.is_working)
        may = not view.locks and not view.is_reading
        for part in (self.passphrase, self._pass_label, self.publish):
            part.setVisible(may)
        if may and self.back.hasFocus() and not self._could:
            self.passphrase.edit.setFocus()
        self._could = may
        if view.done:
            self._say(view.done, is_wrong=False)

    def tell(self, words: str) -> None:
        """Say how it went."""
        self._say(words, is_wrong=False)

    def say(self, words: str) -> None:
        """Say what went wrong."""
        self._say(words, is_wrong=True)

    def press(self) -> None:
        """Publish, where nothing is in the way; the passphrase leaves the field."""
        if self.publish.isVisible() and self.publish.isEnabled():
            passphrase = self.passphrase.text
            self.passphrase.edit.clear()
            self._said.hide()
            self.publish_wanted.emit(passphrase)

    def take_focus(self) -> None:
        """What comes next."""
        (self.passphrase.edit if self.passphrase.isVisible() else self.back).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self._look.color("canvas"))

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self._said.set_token("stop_ink" if is_wrong else "ok_ink")
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _show_locks(self, locks: Sequence[Lock]) -> None:
        self._panel.setVisible(bool(locks))
        if tuple(locks) == self._shown:
            return
        self._shown = tuple(locks)
        old, self._locks = self._locks, QWidget()
        column = QVBoxLayout(self._locks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for lock in locks[:_SHOWN]:
            column.addWidget(self._lock(lock))
        if len(locks) > _SHOWN:
            more = f"and {len(locks) - _SHOWN} more"
            column.addWidget(Label(self._look, more, Type.META, "ink2"))
        layout = self._panel.layout()
        if layout is not None:
            layout.replaceWidget(old, self._locks)
        tab_through(self.back, self._locks)
        old.hide()
        old.deleteLater()

    def _lock(self, lock: Lock) -> QWidget:
        words = Label(self._look, lock.words, Type.UI, wrap=True)
        if not lock.file:
            return words
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        go = Button(self._look, "Go there", ButtonKind.GHOST, height=30)
        go.setAccessibleName(f"Go there: {lock.words}")
        go.clicked.connect(lambda: self.place_wanted.emit(lock.file, lock.line, lock.row))
        box.addWidget(words, 1)
        box.addWidget(go)
        return row

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(24, 12, 12, 12)
        head = Label(self._look, "What is in the way", Type.CALLOUT, "stop_ink")
        inside.addWidget(head)
        inside.addWidget(self._locks)
        column = Column(_WIDE, spacing=6)
        body = column.body
        body.setContentsMargins(0, 16, 0, 24)
        self._pass_label = Label(self._look, "Passphrase of the key", Type.UI_BOLD)
        self._pass_label.setContentsMargins(RING, 8, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.back)
        body.addLayout(top)
        for part in (self._before, self._changes, self._said):
            body.addWidget(_inset(part))
        body.addWidget(_inset(self._panel))
        body.addLayout(
            self._place("The folder that IT takes packs from", self._folder, self.folder)
        )
        key = "The file of the school's key"
        body.addLayout(self._place(key, self._key, self.new_key, self.key))
        self._spare_place = QWidget()
        self._spare_place.setLayout(self._place(_SPARE_TITLE, self._spare, self.spare))
        body.addWidget(self._spare_place)
        body.addWidget(self._pass_label)
        body.addWidget(self.passphrase)
        row = QHBoxLayout()
        row.addWidget(self.publish)
        row.addStretch(1)
        body.addLayout(row)
        body.addStretch(1)
        inner = Fluid()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollBody(self._look, inner))
        self._said.hide()

    def _place(self, words: str, place: ElidedLabel, *buttons: Button) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = Label(self._look, words, Type.UI_BOLD)
        title.setContentsMargins(RING, 10, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, 0, 0)
        row.addWidget(place, 1)
        for button in buttons:
            row.addWidget(button)
        column.addWidget(title)
        column.addLayout(row)
        return column


def _inset(part: QWidget) -> QWidget:
    """In line with the edges of the buttons, which keep room for their rings."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(RING, 2, RING, 2)
    box.addWidget(part)
    return holder
