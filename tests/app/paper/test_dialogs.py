"""Asking where to save, in a process of its own home folder; nothing else is written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from handbook.app.paper import dialogs
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.dialogs import DialogOutlet
from handbook.app.paper.paper import Paper
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved
from handbook.app.paper.steps import finish
from handbook.app.traces import leave_no_traces

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the system draws these dialogs"
)

ROOT = Path(__file__).resolve().parents[3]
SAVE_AND_PRINT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from handbook.app.traces import leave_no_traces
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.dialogs import DialogOutlet
from handbook.app.paper.saving import FileKind

leave_no_traces()
app = QApplication([])
window = QWidget()
window.show()
outlet = DialogOutlet(window)
builder = PaperBuilder()
builder.paragraph(spans("Words."))
paper = builder.paper(title="Handbook", footer="Staff handbook")

def answer(accept):
    modal = QApplication.activeModalWidget()
    if modal is None:
        QTimer.singleShot(20, lambda: answer(accept))
    elif accept:
        modal.accept()
    else:
        modal.reject()

QTimer.singleShot(20, lambda: answer(True))
print(type(outlet.save(b"words", "Handbook 21 Nov", FileKind.PDF)).__name__)
QTimer.singleShot(20, lambda: answer(False))
print(type(outlet.save(b"words", "Secret", FileKind.PDF)).__name__)
QTimer.singleShot(20, lambda: answer(False))
print(type(outlet.print_out(paper)).__name__)
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    leave_no_traces()
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home / "Documents"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def outlet(window: QWidget) -> DialogOutlet:
    return DialogOutlet(window)


@pytest.fixture
def paper(qapp: QApplication) -> Paper:
    del qapp
    builder = PaperBuilder()
    builder.paragraph(spans("Words."))
    return builder.paper(title="Handbook", footer="Staff handbook")


def when_asked(act: object, kind: type[QDialog] = QDialog) -> None:
    """Do something with the next dialog of a kind, as soon as it is there."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            act(shown)  # type: ignore[operator]
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def test_the_name_is_offered_in_the_persons_documents(
    outlet: DialogOutlet, documents: Path
) -> None:
    when_asked(QDialog.accept)
    went = outlet.save(b"words", "Handbook 21 Nov", FileKind.PDF)

    assert went == Saved(documents / "Handbook 21 Nov.pdf")
    assert (documents / "Handbook 21 Nov.pdf").read_bytes() == b"words"


def test_the_next_time_begins_in_documents_again(outlet: DialogOutlet, documents: Path) -> None:
    (documents / "private").mkdir()
    when_asked(
        lambda dialog: (
            dialog.findChild(QLineEdit).setText(str(documents / "private" / "a.pdf")),
            dialog.accept(),
        )
    )
    assert outlet.save(b"", "Handbook", FileKind.PDF) == Saved(documents / "private" / "a.pdf")

    seen: list[str] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(dialog.directory().path())
        dialog.reject()

    when_asked(look)
    outlet.save(b"", "Handbook", FileKind.PDF)
    assert seen == [str(documents)]


def test_a_dialog_that_is_closed_writes_nothing(outlet: DialogOutlet, documents: Path) -> None:
    when_asked(QDialog.reject)

    assert outlet.save(b"words", "Handbook", FileKind.WORD) == Cancelled()
    assert list(documents.iterdir()) == []


def test_a_place_that_takes_nothing_is_said(outlet: DialogOutlet, documents: Path) -> None:
    def choose(dialog: QDialog) -> None:
        documents.rmdir()
        dialog.done(QDialog.DialogCode.Accepted.value)

    when_asked(choose)
    went = outlet.save(b"words", "Handbook", FileKind.PDF)

    assert isinstance(went, NotSaved)
    assert "that folder is not there any more" in went.sentence


def test_leaving_takes_the_dialog_away(outlet: DialogOutlet, documents: Path) -> None:
    when_asked(lambda _: outlet.withdraw())

    assert outlet.save(b"words", "Handbook", FileKind.PDF) == Cancelled()
    assert QApplication.activeModalWidget() is None
    assert list(documents.iterdir()) == []


def test_leaving_takes_the_question_about_a_file_that_is_there_away_too(
    outlet: DialogOutlet, documents: Path
) -> None:
    (documents / "Handbook.pdf").write_bytes(b"old")
    when_asked(lambda _: outlet.withdraw(), QMessageBox)
    when_asked(lambda dialog: dialog.findChild(QPushButton).window().accept())

    assert outlet.save(b"new", "Handbook", FileKind.PDF) == Cancelled()
    assert QApplication.activeModalWidget() is None
    assert (documents / "Handbook.pdf").read_bytes() == b"old"


def test_a_printer_that_is_a_file_gets_the_same_neutral_pdf(
    outlet: DialogOutlet, paper: Paper, documents: Path
) -> None:
    file = documents / "out.pdf"

    def choose(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit, "filename").setText(str(file))  # type: ignore[union-attr]
        dialog.accept()

    when_asked(choose)

    assert outlet.print_out(paper) == Saved(file)
    assert file.read_bytes() == pdf_of(paper)


def test_nothing_but_the_chosen_file_is_written(documents: Path) -> None:
    home = documents.parent
    done = subprocess.run(
        [sys.executable, "-c", SAVE_AND_PRINT],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.split() == ["Saved", "Cancelled", "Cancelled"], done.stderr
    written = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    assert written == ["Documents/Handbook 21 Nov.pdf"]


def pages_in(file: Path) -> int:
    """How many pages a PDF has."""
    found = re.search(rb"/Type /Pages.*?/Count (\d+)", file.read_bytes(), re.DOTALL)
    assert found
    return int(found[1])


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 3), (1, 2, 2), (3, 3, 1)])
def test_the_printer_gets_the_pages_that_were_asked_for(
    qapp: QApplication, documents: Path, first: int, last: int, count: int
) -> None:
    del qapp
    builder = PaperBuilder()
    for _ in range(36):
        builder.heading("A heading")
        builder.paragraph(spans("Words."))
    paper = builder.paper(title="Handbook", footer="Staff handbook")
    assert len(paper.parts) == 3

    file = documents / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialogs._prepare(printer, paper)
    printer.setOutputFileName(str(file))
    printer.setFromTo(first, last)

    assert finish(dialogs._print(paper, printer)) == Printed()
    assert pages_in(file) == count


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_said(paper: Paper, documents: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(documents / "gone" / "printed.pdf"))

    went = finish(dialogs._print(paper, printer))
    assert isinstance(went, NotSaved)
    assert went.sentence.endswith("did not take it.")
