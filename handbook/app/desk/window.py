"""The window of the editors' desk: a frame for its parts, and nothing that decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.desk.asking import AskStrip
from handbook.app.desk.head import DeskHead
from handbook.app.desk.listing.listing import FileList
from handbook.app.desk.preview.pane import PreviewPane
from handbook.app.desk.problems.panel import ProblemPanel
from handbook.app.desk.source.editor import SourceEditor
from handbook.app.desk.source.finder import FindStrip
from handbook.app.desk.splitter import DeskSplitter
from handbook.app.look.look import Look
from handbook.lint.finding import Finding

_BESIDE_FROM = 1100
"""Width, at 100 % text, from which the preview stands beside the source."""
_LIST_FROM = 900
"""The same for the list of files."""
_LIST_AND_FORM_FROM = 1560
"""The same beside a form that takes the room of the preview too."""
_LIST = 264
_PROBLEMS = 190
"""Height of the list of problems where there are any."""


class DeskWindow(QWidget):
    """Files at the left, the source, the preview at the right, problems below."""

    closing = Signal()
    files_dropped = Signal(list)
    """Files were dropped on the window: their paths."""

    def __init__(self, look: Look, content: Path) -> None:
        super().__init__()
        self._look = look
        self._wants: dict[str, bool | None] = {"files": None, "preview": None}
        self._asks = True
        self.resize(1366, 768)
        self.setMinimumSize(760, 480)
        self.setAcceptDrops(True)
        self.head = DeskHead(look)
        self.asking = AskStrip(look)
        self.files = FileList(look)
        self.source = SourceEditor(look)
        self.preview = PreviewPane(look, content)
        self.problems = ProblemPanel(look)
        self.finder = FindStrip(look, self.source)
        self._side = QStackedWidget()
        self._side.addWidget(self.preview)
        self._rooms = QStackedWidget()
        self._room: QWidget | None = None
        self._is_alone = False
        self._across = DeskSplitter(look, Qt.Orientation.Horizontal)
        for part in (self.files, self.source, self._rooms, self._side):
            self._across.addWidget(part)
            self._across.setStretchFactor(self._across.count() - 1, 0 if part is self.files else 1)
        self._down = DeskSplitter(look, Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(self.problems)
        self._down.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.asking)
        column.addWidget(self.finder)
        column.addWidget(self._down, 1)
        self.asking.stand_after(self.head)
        self.head.files_pressed.connect(lambda on: self._want("files", on))
        self.head.preview_pressed.connect(lambda on: self._want("preview", on))
        look.changed.connect(self._arrange)
        self._down.setSizes([768 - _PROBLEMS, _PROBLEMS])
        self.problems.filled.connect(self._share_height)
        self._is_sized = False
        self.show_title("")

    def show_title(self, title: str) -> None:
        """Name the file in the window's title."""
        self.setWindowTitle(f"{title} – Editors’ desk" if title else "Editors’ desk")

    @property
    def room(self) -> QWidget | None:
        """The form or picture that stands in the place of the source; None for the source."""
        return self._room

    def show_problems(self, findings: Sequence[Finding]) -> None:
        """List what is wrong in the file that is open."""
        source = self.source
        self.problems.show_problems(findings, source.line, of_file=bool(source.name))

    def show_room(self, room: QWidget | None, *, alone: bool = False) -> None:
        """Show a form in the place of the source, with `alone` in that of the preview too."""
        self._room, self._is_alone = room, alone and room is not None
        if room is not None:
            if self._rooms.indexOf(room) < 0:
                self._rooms.addWidget(room)
            self._rooms.setCurrentWidget(room)
        self._arrange()

    def show_side(self, side: QWidget) -> None:
        """Show another picture of the file at the right."""
        if self._side.indexOf(side) < 0:
            self._side.addWidget(side)
        self._side.setCurrentWidget(side)

    def close_for_good(self) -> None:
        """Close without asking again."""
        self._asks = False
        self.close()

    def _share_height(self, filled: bool) -> None:  # noqa: FBT001 - the signal's own value
        whole = self._down.height()
        below = _PROBLEMS if filled else self.problems.minimumSizeHint().height()
        self._down.setSizes([whole - below, below])

    def may_close(self) -> bool:
        """Whether the window may close now; the desk puts its own answer here."""
        return True

    def next_region(self, by: int = 1) -> None:
        """Move the focus to the next part of the window."""
        parts: list[QWidget] = [
            part
            for part in (
                self.head,
                self.asking,
                self.finder,
                self.files,
                self.source,
                self._rooms,
                self._side,
                self.problems,
            )
            if part.isVisible()
        ]
        focus = QApplication.focusWidget()
        here = -1
        if focus is not None:
            holds = (i for i, p in enumerate(parts) if p is focus or p.isAncestorOf(focus))
            here = next(holds, -1)
        for step in range(1, len(parts) + 1):
            if _take_focus(parts[(here + by * step) % len(parts)]):
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width out once it is known."""
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            self._arrange()
            half = (self.width() - _LIST) // 2
            self._across.setSizes([_LIST, half, half, half])
            self._share_height(self.problems.has_any)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up what has no room beside the source."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lose nothing that is not saved."""
        if self._asks and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        urls = event.mimeData().urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self._look.color("canvas"))

    def _want(self, part: str, on: bool) -> None:  # noqa: FBT001 - the signal's own value
        self._wants[part] = on
        self._arrange()

    def _arrange(self) -> None:
        room = self._look.room(self.width())
        beside = room >= _BESIDE_FROM
        wanted = self._wants["files"]
        usual = room >= (_LIST_AND_FORM_FROM if self._is_alone else _LIST_FROM)
        files = wanted if wanted is not None else usual
        wanted = self._wants["preview"]
        preview = (wanted if wanted is not None else beside) and not self._is_alone
        self.files.setVisible(files)
        self._side.setVisible(preview)
        writes = beside or not preview
        self.source.setVisible(writes and self._room is None)
        self._rooms.setVisible(writes and self._room is not None)
        self.head.preview.setVisible(not self._is_alone)
        self.head.files.setChecked(files)
        self.head.preview.setChecked(preview)
        self.head.show_words(shown=room >= _LIST_FROM, file=room >= _BESIDE_FROM)


def _take_focus(part: QWidget) -> bool:
    for each in (part, *part.findChildren(QWidget)):
        if (
            each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and each.isEnabled()
            and each.focusProxy() is None
        ):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
