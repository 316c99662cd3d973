"""One saved clause: what it says, how it stands today, its note, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES, RULE_TAGS
from handbook.app.look.type import Type
from handbook.app.saved.before import Before
from handbook.app.saved.note import NoteEdit, NoteView
from handbook.app.saved.views import SavedRow
from handbook.app.widgets.cut_label import CutLabel
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.icon_tool import SIDE, IconTool
from handbook.app.widgets.paint import RING, focus_ring
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label
from handbook.domain.standing import Change

GUTTER, TEXT = 60, 716
"""Widths of the number's column and of the text, in logical pixels at most."""
_LINES = 3
"""How much of a clause is shown; one that is gone from the handbook is shown whole."""
_GAP = 6
"""Between two tools."""
_CHANGES = {Change.REWORDED: "Reworded", Change.TAKEN_OUT: "Taken out"}


class ClauseHead(EnterButton):
    """Number, title, tags and the first words; a press opens the clause."""

    def __init__(self, look: Look, row: SavedRow) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(_said(row))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if row.can_open:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        number = Label(look, row.label, Type.UI, "link")
        number.setFixedWidth(GUTTER)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_TitleLine(look, row))
        if row.change is Change.TAKEN_OUT:
            words.addWidget(Label(look, row.text, Type.UI, "ink2", wrap=True))
        else:
            words.addWidget(CutLabel(look, row.text, _LINES))
        line = QHBoxLayout(self)
        line.setContentsMargins(RING, RING, RING, RING)
        line.setSpacing(0)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page; Qt's own buttons go to a neighbour of their choice."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring alone; the words are labels."""
        del event
        if self.hasFocus():
            rect = QRectF(self.rect()).adjusted(RING - 2, RING - 2, -RING + 2, -RING + 2)
            focus_ring(QPainter(self), self._look, rect, 6)


class _TitleLine(QWidget):
    """The title with its tags, in as many lines as they need."""

    def __init__(self, look: Look, row: SavedRow) -> None:
        super().__init__()
        flow = FlowLayout(10, 2)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow.addWidget(Label(look, row.title, Type.UI_BOLD))
        if row.was:
            flow.addWidget(Label(look, f"was {row.was}", Type.META, "ink3"))
        if row.rule is not None:
            dress = RULE_DRESSES[row.rule]
            flow.addWidget(TagLabel(look, RULE_TAGS[row.rule], dress.fill, dress.ink))
        if row.change in _CHANGES:
            words = f"{_CHANGES[row.change]} {row.changed}".strip()
            icon = "pencil" if row.change is Change.REWORDED else "cross"
            flow.addWidget(TagLabel(look, words, "warn_soft", "warn_ink", icon=icon))


class SavedItem(QWidget):
    """A row of the list with everything that belongs to it.

    Its tools show while the pointer or the focus is in it; else the day of saving.
    """

    opened = Signal(object)
    note_wanted = Signal(object)
    note_kept = Signal(object, str)
    note_cancelled = Signal(object)
    copy_wanted = Signal(object)
    print_wanted = Signal(object)
    remove_wanted = Signal(object)
    new_words_kept = Signal(object)
    changes_wanted = Signal(object)
    height_changed = Signal()

    def __init__(self, look: Look, row: SavedRow) -> None:
        super().__init__()
        self._look = look
        self.row = row
        self.about = f"{row.policy} {row.label}"
        self.head = ClauseHead(look, row)
        self.editor: NoteEdit | None = None
        self._note: NoteView | None = None
        self._tools: list[IconTool] = []
        self._hovered = self._focused = False
        self._below = QVBoxLayout()
        self._right = QStackedLayout()
        self._lay_out()
        self.head.clicked.connect(self._open)

    def edit(self, text: str | None = None) -> NoteEdit:
        """Open the note in its place, with what was written before where there is some."""
        if self.editor is None:
            editor = NoteEdit(self._look, self.row.note, self.about)
            editor.kept.connect(lambda words: self.note_kept.emit(self.row.ref, words))
            editor.cancelled.connect(lambda: self.note_cancelled.emit(self.row.ref))
            if self._note is not None:
                self._note.hide()
            self._below.insertWidget(0, editor)
            editor.show()
            self.editor = editor
        if text is not None:
            self.editor.field.set_text(text)
        self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.editor

    def close_editor(self) -> None:
        """Show the note as it was kept."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if self._note is not None:
            self._note.show()

    def set_focused(self, *, inside: bool) -> None:
        """Show the tools while the focus is within."""
        self._focused = inside
        self._show_right()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the tools."""
        super().enterEvent(event)
        self._hovered = True
        self._show_right()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the day again."""
        super().leaveEvent(event)
        self._hovered = False
        self._show_right()

    def _open(self) -> None:
        if self.row.can_open:
            self.opened.emit(self.row.ref)

    def _lay_out(self) -> None:
        look, row = self._look, self.row
        self._below.setContentsMargins(GUTTER, 0, 0, 0)
        self._below.setSpacing(0)
        if row.change is Change.REWORDED:
            before = Before(look, row)
            before.kept.connect(lambda: self.new_words_kept.emit(row.ref))
            before.marked_wanted.connect(lambda: self.changes_wanted.emit(row.ref))
            self._below.addWidget(before)
        if row.note:
            self._note = NoteView(look, row.note, row.noted, self.about)
            self._note.clicked.connect(lambda: self.note_wanted.emit(row.ref))
            self._below.addWidget(self._note)
        left = QWidget()
        left.setMaximumWidth(GUTTER + TEXT + 2 * RING)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 8)
        whole.setSpacing(12)
        whole.addWidget(left, 1000)
        whole.addStretch(1)
        whole.addWidget(self._corner(), 0, Qt.AlignmentFlag.AlignTop)

    def _corner(self) -> QWidget:
        corner, ref = QWidget(), self.row.ref
        day = Label(self._look, self.row.saved, Type.SMALL, "ink3")
        day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        day.setContentsMargins(0, RING + 2, RING, 0)
        tools = QWidget()
        line = FlowLayout(_GAP - 2 * RING)
        tools.setLayout(line)
        words = "Change the note" if self.row.note else "Add a note"
        for icon, name, key, told in (
            ("link", "Copy link to", "C", self.copy_wanted),
            ("pencil", f"{words} on", "N", self.note_wanted),
            ("print", "Print", "P", self.print_wanted),
            ("trash", "Remove", "Del", self.remove_wanted),
        ):
            if icon == "print" and self.row.change is Change.TAKEN_OUT:
                continue  # the handbook has no such clause any more
            tool = IconTool(self._look, icon, key)
            tool.name(f"{name} {self.about}")
            tool.clicked.connect(lambda _=False, told=told: told.emit(ref))
            self._tools.append(tool)
            line.addWidget(tool)
        self._right = QStackedLayout(corner)
        self._right.addWidget(day)
        self._right.addWidget(tools)
        corner.setFixedWidth(len(self._tools) * (SIDE + _GAP) - _GAP + 2 * RING)
        corner.setFixedHeight(SIDE + 2 * RING)
        return corner

    @property
    def tools(self) -> list[IconTool]:
        """What can be done with the clause."""
        return list(self._tools)

    def _show_right(self) -> None:
        shown = 1 if self._hovered or self._focused else 0
        if shown != self._right.currentIndex():  # even the same one would lay out the row
            self._right.setCurrentIndex(shown)


def _said(row: SavedRow) -> str:
    """The row as it is read aloud."""
    parts = [f"{row.policy} {row.label}, {row.title}"]
    if row.rule is not None:
        parts.append(RULE_TAGS[row.rule])
    if row.change in _CHANGES:
        parts.append(f"{_CHANGES[row.change]} {row.changed}".strip())
    if row.was:
        parts.append(f"was {row.was}")
    parts += [f"Saved {row.saved}", row.text]
    return ". ".join(part.rstrip(".") for part in parts) + "."
