"""The program as it is started, telling on its output which page its window shows."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QTimer

from handbook.app.callers import Callers
from handbook.app.desktop import Desktop
from handbook.app.entry import run
from handbook.app.page import Page
from handbook.app.window import MainWindow
from handbook.domain.opening import Opening

show_page = MainWindow.show_page
opened = Desktop.__init__
answer = Callers.answer


def tell(window: MainWindow, page: Page, *, concern: bool = True) -> None:
    show_page(window, page, concern=concern)
    print("page", type(page).__name__, window.windowTitle(), flush=True)  # noqa: T201


def begin(desktop: Desktop, *rest: Any) -> None:
    opened(desktop, *rest)
    if "wizard" in sys.argv[2:]:
        QTimer.singleShot(0, desktop.open_concern)


def tell_answer(callers: Callers, opening: Opening) -> None:
    print("asked", opening.line, flush=True)  # noqa: T201
    answer(callers, opening)


if __name__ == "__main__":
    wrap: tuple[tuple[Any, str, Any], ...] = (
        (MainWindow, "show_page", tell),
        (Desktop, "__init__", begin),
        (Callers, "answer", tell_answer),
    )
    for owner, name, told in wrap:
        setattr(owner, name, told)
    code = run([word for word in sys.argv[1:2] if word])
    print("ended", code, flush=True)  # noqa: T201
    sys.exit(code)
