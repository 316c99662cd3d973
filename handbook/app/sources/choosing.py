"""Asking for a folder with the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from handbook.app.traces import forget_places


def choose_folder(window: QWidget, title: str = "A folder where new policies arrive") -> str:
    """The folder that somebody chose; empty where they changed their mind."""
    dialog = QFileDialog(window, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    # Named each time: without it Qt begins in the folder of the last time.
    home = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(home))
    dialog.destroyed.connect(forget_places)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    folder = dialog.selectedFiles()[0] if chosen else ""
    dialog.deleteLater()
    return folder
