"""Asking for files with the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from handbook.app.traces import forget_places

KEYS = "Keys (*.key);;All files (*)"
IMPORTED = "Documents (*.docx *.pdf *.html *.htm *.md *.txt);;All files (*)"
TEXTS = "Texts (*.md *.txt);;All files (*)"


def choose_files(window: QWidget, title: str, kinds: str, *, many: bool = True) -> tuple[str, ...]:
    """The files that somebody chose; none where they changed their mind."""
    dialog = QFileDialog(window, title)
    modes = QFileDialog.FileMode
    dialog.setFileMode(modes.ExistingFiles if many else modes.ExistingFile)
    dialog.setNameFilter(kinds)
    # Named each time: without it Qt begins in the folder of the last time.
    home = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(home))
    dialog.destroyed.connect(forget_places)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    files = tuple(dialog.selectedFiles()) if chosen else ()
    dialog.deleteLater()
    return files
