"""The system's own dialogs: for a file that a person chooses, and for the printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from handbook.app.paper import sheet
from handbook.app.paper.paper import Paper
from handbook.app.paper.pdf import PROGRAM, pdf_of
from handbook.app.paper.saving import (
    Cancelled,
    FileKind,
    NotSaved,
    Printed,
    Saved,
    Went,
    write_file,
)
from handbook.app.traces import forget_places

if TYPE_CHECKING:  # a library of its own, loaded when something is printed
    from PySide6.QtPrintSupport import QPrinter


class DialogOutlet:
    """Asks with the system's own dialogs, over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._asking = False

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        """Ask where to, and write it there."""
        dialog = QFileDialog(self._window, "Save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{kind.called} (*{kind.ending})")
        dialog.setDefaultSuffix(kind.ending)
        # Named each time: without it Qt begins in the folder of the last time.
        dialog.setDirectory(_documents())
        dialog.selectFile(f"{name}{kind.ending}")
        dialog.destroyed.connect(forget_places)
        if not self._ask(dialog):
            return Cancelled()
        return write_file(Path(dialog.selectedFiles()[0]), data)

    def print_out(self, paper: Paper) -> Went:
        """Ask for a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _prepare(printer, paper)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(paper.parts))
        dialog.destroyed.connect(forget_places)
        if not self._ask(dialog):
            return Cancelled()
        if file := printer.outputFileName():  # Qt's own PDF would say who made it, and when
            return write_file(Path(file), pdf_of(paper))
        return _print(paper, printer)

    def withdraw(self) -> None:
        """Close the dialog that is open, and the question that it asks in turn."""
        while self._asking and (shown := QApplication.activeModalWidget()) is not None:
            if not shown.close():
                break

    def _ask(self, dialog: QDialog) -> bool:
        self._asking = True
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted.value
        finally:
            self._asking = False
            dialog.deleteLater()


def _prepare(printer: QPrinter, paper: Paper) -> None:
    printer.setDocName(paper.title)
    printer.setCreator(PROGRAM)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _print(paper: Paper, printer: QPrinter) -> Printed | NotSaved:
    painter = QPainter()
    if not painter.begin(printer):
        return NotSaved(f"{printer.printerName() or 'The printer'} did not take it.")
    # The sheet in the printer may be of another size: nothing is cut off.
    scale = min(printer.width() / sheet.WIDTH, printer.height() / sheet.HEIGHT)
    for count, page in enumerate(_asked_for(paper, printer)):
        if count:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        paper.paint(painter, page)
        painter.restore()
    painter.end()
    return Printed()


def _asked_for(paper: Paper, printer: QPrinter) -> range:
    """The pages to print, from 0; the dialog names none for the whole."""
    whole = range(len(paper.parts))
    return whole[max(0, printer.fromPage() - 1) : printer.toPage() or None]


def _documents() -> str:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((place for place in places if Path(place).is_dir()), str(Path.home()))
