"""The program as it runs on macOS: what is opened there comes as events.

`python -m tests.app.mac_program WHEN ADDRESS ...`, each address or path sent to the application
before its window is there (`early`), once its first page is shown (`late`), or while a page of
the wizard is open (`wizard`). It tells on its output what its window shows, and what it would
open in another.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QProcess, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from handbook.app import start
from handbook.app.desktop import Desktop
from handbook.app.entry import run
from handbook.app.page import Page
from handbook.app.window import MainWindow

WHEN, ASKED = sys.argv[1], sys.argv[2:]
show_page, begin, opened = MainWindow.show_page, start.begin, Desktop.__init__


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201


def send() -> None:
    """Send what Qt sends on macOS: the path of a file, or an address."""
    app = QApplication.instance()
    assert app is not None
    for asked in ASKED:
        event = QFileOpenEvent(asked if asked.startswith("/") else QUrl(asked))
        say("taken", QApplication.sendEvent(app, event))


def begun() -> QApplication:
    app = begin()
    if WHEN == "early":
        send()
    return app


def built(desktop: Desktop, *rest: Any) -> None:
    opened(desktop, *rest)
    if WHEN == "wizard":
        QTimer.singleShot(0, desktop.open_concern)


def shown(window: MainWindow, page: Page, *, concern: bool = True) -> None:
    show_page(window, page, concern=concern)
    kind = type(page).__name__
    say("page", kind, window.windowTitle())
    if {"late": "FirstRunPage", "wizard": "WizardPage"}.get(WHEN) == kind:
        QTimer.singleShot(0, send)


def said(_: Desktop, words: str, way_on: object = None) -> None:
    del way_on
    say("said", words)


def started(_: str, arguments: list[str]) -> bool:
    say("another", *arguments)
    return True


if __name__ == "__main__":
    wrap: tuple[tuple[Any, str, Any], ...] = (
        (start, "ON_MAC", True),
        (start, "begin", begun),
        (Desktop, "__init__", built),
        (Desktop, "say", said),
        (MainWindow, "show_page", shown),
        (QProcess, "startDetached", started),
    )
    for owner, name, instead in wrap:
        setattr(owner, name, instead)
    sys.exit(run([]))
