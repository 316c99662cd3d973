"""Writes the corpus anew: `python -m tests.importers.corpus`. The PDFs need LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.importers.corpus import as_text, as_web, as_word
from tests.importers.corpus.documents import DOCUMENTS
from tests.importers.corpus.held_out import HELD_OUT
from tests.importers.corpus.shape import Doc
from tests.importers.score import FILES

_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"%s"}}'

_NOT_AS_PDF = ("dogs",)
"""LibreOffice begins the numbers anew in each part, where Word counts on."""


def files(name: str, doc: Doc) -> dict[str, bytes]:
    """The files of a document, the PDFs aside, by name."""
    return {
        f"{name}-styles.docx": as_word.well_made(doc),
        f"{name}-hand.docx": as_word.by_hand(doc),
        f"{name}-plain.html": as_web.plain(doc),
        f"{name}-word.htm": as_web.word(doc, filtered=False),
        f"{name}-filtered.htm": as_web.word(doc, filtered=True),
        f"{name}-google.html": as_web.google(doc),
        f"{name}-lines.txt": as_text.text(doc).replace("\n", "\r\n").encode("cp1252"),
        f"{name}-wrapped.txt": as_text.text(doc, width=76).encode("utf-16"),
        f"{name}-other.md": as_text.markdown(doc).encode(),
    }


def main() -> int:
    """Write every file; those of LibreOffice where it is there."""
    FILES.mkdir(exist_ok=True)
    for name, doc in {**DOCUMENTS, **HELD_OUT}.items():
        for file, data in files(name, doc).items():
            (FILES / file).write_bytes(data)
        if shutil.which("soffice"):
            if name not in _NOT_AS_PDF:
                _pdf(FILES / f"{name}-styles.docx", tagged=True)
            _pdf(FILES / f"{name}-hand.docx", tagged=False)
    sys.stdout.write(f"{len(list(FILES.iterdir()))} files in {FILES}\n")
    return 0


def _pdf(source: Path, *, tagged: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        form = _PDF % ("true" if tagged else "false")
        command = ["soffice", "--headless", "--convert-to", form, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        made = Path(folder) / f"{source.stem}.pdf"
        shutil.copy(made, source.with_suffix(".pdf"))


if __name__ == "__main__":
    sys.exit(main())
