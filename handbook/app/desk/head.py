"""The strip at the top of the desk: which file, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from handbook.app.desk.work.paper import State
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import ElidedLabel, Label

_HEIGHT = 36
_TITLE = 0.36
"""Of the width, so much at most is the title's."""


class DeskHead(Strip):
    """Names the file and holds the desk's buttons."""

    save_pressed = Signal()
    files_pressed = Signal(bool)
    preview_pressed = Signal(bool)
    form_pressed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas", line_below=True)
        self._look = look
        self.files = Button(look, "Files", ButtonKind.GHOST, icon="list", height=_HEIGHT)
        self.title = ElidedLabel(look, "", Type.HEADING)
        # A label that may be cut asks for nothing; here its width is set.
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._file = Label(look, "", Type.META, "ink2")
        self._changed = TagLabel(look, "Not saved yet", "warn_soft", "warn_ink")
        self._clashes = TagLabel(look, "Changed by somebody else too", "stop_soft", "stop_ink")
        self._saved = Label(look, "Saved", Type.META, "ink2")
        self.save = Button(look, "Save", ButtonKind.PRIMARY, key="Ctrl+S", height=_HEIGHT)
        self.preview = Button(look, "Preview", ButtonKind.GHOST, icon="book", height=_HEIGHT)
        self.form = Button(look, "As a form", ButtonKind.GHOST, icon="pencil", height=_HEIGHT)
        self.more = Button(look, "More", ButtonKind.GHOST, icon="more", height=_HEIGHT)
        for button in (self.files, self.form, self.preview):
            button.setCheckable(True)
        self.form.clicked.connect(self.form_pressed)
        self.files.clicked.connect(self.files_pressed)
        self.preview.clicked.connect(self.preview_pressed)
        self.save.clicked.connect(self.save_pressed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 18, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.files)
        self._row.addWidget(self.title)
        self._row.addWidget(self._file)
        self._row.addStretch(1)
        for state in (self._changed, self._clashes, self._saved):
            self._row.addWidget(state)
        self._row.addWidget(self.more)
        self._row.addWidget(self.form)
        self._row.addWidget(self.preview)
        self._row.addWidget(self.save)
        self._state, self._has_file = State.SAVED, False
        self.show_file("", "")

    def show_file(self, title: str, file: str) -> None:
        """Name the file that is shown."""
        self.title.set_text(title)
        self._fit()
        self._file.setText(file)
        self.save.setVisible(bool(file))
        if not file:
            self.form.hide()
        self._has_file = bool(file)
        self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Say how its words stand."""
        self._state = state
        self._changed.setVisible(self._has_file and state is State.CHANGED)
        self._clashes.setVisible(self._has_file and state is State.CLASHES)
        self._saved.setVisible(self._has_file and state is State.SAVED)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what it needs, as far as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = [
            *(self.files, self._file, self._changed, self._clashes, self._saved),
            *(self.more, self.form, self.preview, self.save),
        ]
        shown = [each for each in beside if not each.isHidden()]
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        edges = self._row.contentsMargins()
        free = self.width() - edges.left() - edges.right() - taken - 2 * self._row.spacing()
        most = max(0, min(round(self.width() * _TITLE), free))
        self.title.setFixedWidth(min(self.title.sizeHint().width() + 4, most))

    def show_words(self, *, shown: bool, file: bool) -> None:
        """Show the buttons' words, or their icons alone; the file's name, or its title only."""
        for button in (self.files, self.more, self.form, self.preview):
            button.show_words(shown=shown)
        self._file.setVisible(file)
        self._fit()
