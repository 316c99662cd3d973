"""The whole handbook, or what changed in it, as a PDF, made without a window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from handbook import locations
from handbook.app.changes.compared import Compared
from handbook.app.changes.paper import changes_steps
from handbook.app.changes.view_of import whole_view
from handbook.app.look.fonts import load_fonts
from handbook.app.paper.book import book_steps
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Steps, finish
from handbook.app.traces import leave_no_traces
from handbook.domain.library import Library


def write_changed(compared: Compared) -> bytes:
    """Lay out and draw what changed, as the window would; returns the bytes of the PDF."""
    return _drawn(lambda today: changes_steps(whole_view(compared), today))


def write(library: Library, content: Path) -> bytes:
    """Lay out and draw everything, as the window would; returns the bytes of the PDF."""
    return _drawn(lambda today: book_steps(library, today, content))


def _drawn(laid_out: Callable[[date], Steps[Sheets]]) -> bytes:
    leave_no_traces()
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts(locations.resources() / "fonts")
    today = date.today()  # noqa: DTZ011 - a review is due by the calendar on the wall
    data = pdf_of(finish(laid_out(today)))
    del app
    return data
