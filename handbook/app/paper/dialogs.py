"""The system's own dialogs: for a file that a person chooses, and for the printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from handbook.app.paper import sheet
from handbook.app.paper.pdf import PROGRAM, pdf_steps
from handbook.app.paper.saving import (
    Cancelled,
    FileKind,
    NotSaved,
    Printed,
    Saved,
    Went,
    write_file,
)
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps, finish
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

    def print_out(self, sheets: Sheets) -> Went:
        """Ask for a printer, and print."""
        return finish(self.print_steps(sheets))

    def print_steps(self, sheets: Sheets) -> Steps[Went]:
        """Ask for a printer, and print, a step a page."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _prepare(printer, sheets)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, sheets.count)
        dialog.destroyed.connect(forget_places)
        if not self._ask(dialog):
            return Cancelled()
        if file := printer.outputFileName():  # Qt's own PDF would say who made it, and when
            return write_file(Path(file), (yield from pdf_steps(sheets)))
        return (yield from _print(sheets, printer))

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


def _prepare(printer: QPrinter, sheets: Sheets) -> None:
    printer.setDocName(sheets.title)
    printer.setCreator(PROGRAM)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _print(sheets: Sheets, printer: QPrinter) -> Steps[Went]:
    painter = QPainter()
    if not painter.begin(printer):
        return NotSaved(f"{printer.printerName() or 'The printer'} did not take it.")
    # The sheet in the printer may be of another size: nothing is cut off.
    scale = min(printer.width() / sheet.WIDTH, printer.height() / sheet.HEIGHT)
    asked = _asked_for(sheets, printer)
    try:
        for count, page in enumerate(asked):
            if count:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            sheets.paint(painter, page)
            painter.restore()
            yield Progress(count + 1, len(asked))
    except GeneratorExit:
        printer.abort()  # somebody thought better of it half way
        raise
    finally:
        painter.end()
    return Printed()


def _asked_for(sheets: Sheets, printer: QPrinter) -> range:
    """The pages to print, from 0; the dialog names none for the whole."""
    whole = range(sheets.count)
    return whole[max(0, printer.fromPage() - 1) : printer.toPage() or None]


def _documents() -> str:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((place for place in places if Path(place).is_dir()), str(Path.home()))
