"""The window of the editors' desk: a frame for its parts, and nothing that decides."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from handbook.app.desk.asking import AskStrip
from handbook.app.desk.head import DeskHead
from handbook.app.desk.listing.listing import FileList
from handbook.app.desk.preview.pane import PreviewPane
from handbook.app.desk.problems.panel import ProblemPanel
from handbook.app.desk.source.editor import SourceEditor
from handbook.app.look.look import Look

_BESIDE_FROM = 1100
"""Width, at 100 % text, from which the preview stands beside the source."""
_LIST_FROM = 900
"""The same for the list of files."""
_LIST = 264
_PROBLEMS = 190
"""Height of the list of problems where there are any."""


class DeskWindow(QWidget):
    """Files at the left, the source, the preview at the right, problems below."""

    closing = Signal()
    activated = Signal()

    def __init__(self, look: Look, content: Path) -> None:
        super().__init__()
        self._look = look
        self._wants: dict[str, bool | None] = {"files": None, "preview": None}
        self._asks = True
        self.resize(1366, 768)
        self.setMinimumSize(760, 480)
        self.head = DeskHead(look)
        self.asking = AskStrip(look)
        self.files = FileList(look)
        self.source = SourceEditor(look)
        self.preview = PreviewPane(look, content)
        self.problems = ProblemPanel(look)
        self._across = _Splitter(look, Qt.Orientation.Horizontal)
        for part in (self.files, self.source, self.preview):
            self._across.addWidget(part)
        self._across.setStretchFactor(1, 1)
        self._across.setStretchFactor(2, 1)
        self._down = _Splitter(look, Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(self.problems)
        self._down.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.asking)
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
                self.files,
                self.source,
                self.preview,
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
            rest = self.width() - _LIST
            self._across.setSizes([_LIST, rest // 2, rest - rest // 2])
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
        files = wanted if wanted is not None else room >= _LIST_FROM
        wanted = self._wants["preview"]
        preview = wanted if wanted is not None else beside
        self.files.setVisible(files)
        self.preview.setVisible(preview)
        self.source.setVisible(beside or not preview)
        self.head.files.setChecked(files)
        self.head.preview.setChecked(preview)
        self.head.show_words(shown=room >= _LIST_FROM)


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


class _Splitter(QSplitter):
    """Parts with a hairline between them that can be dragged."""

    def __init__(self, look: Look, sides: Qt.Orientation) -> None:
        super().__init__(sides)
        self._look = look
        self.setHandleWidth(5)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """The line."""
        return _Handle(self._look, self.orientation(), self)


class _Handle(QSplitterHandle):
    """A hairline with room to catch it."""

    def __init__(self, look: Look, sides: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(sides, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.color("surface"))
        middle = self.rect().center()
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(middle.x(), 0, 1, self.height(), self._look.color("line"))
        else:
            painter.fillRect(0, middle.y(), self.width(), 1, self._look.color("line"))
