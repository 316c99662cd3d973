"""The whole handbook as a PDF, made without a window."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from handbook import locations
from handbook.app.look.fonts import load_fonts
from handbook.app.paper.book import book_steps
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.steps import finish
from handbook.app.traces import leave_no_traces
from handbook.domain.library import Library


def write(library: Library, content: Path) -> bytes:
    """Lay out and draw everything, as the window would; returns the bytes of the PDF."""
    leave_no_traces()
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts(locations.resources() / "fonts")
    today = date.today()  # noqa: DTZ011 - a review is due by the calendar on the wall
    book = finish(book_steps(library, today, content))
    data = pdf_of(book)
    del app
    return data
