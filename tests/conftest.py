"""Fixtures that all tests share. Qt is told to draw offscreen before it is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def _qt_objects_die_in_their_own_thread() -> Iterator[None]:
    """No background thread collects a widget, and none outlives Python on the clipboard."""
    gc.disable()
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_outlives_its_test() -> Iterator[None]:
    """Pages that were never shown have no window to go with; kept, they slow every test after.

    What is garbage then is collected in the main thread, whatever thread it comes from.
    """
    yield
    _delete_what_qt_holds()
    if gc.get_count()[0] > 5000:
        gc.collect()


def _delete_what_qt_holds() -> None:
    """Qt's objects hold what their signals call, and Python's collector does not see it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from shiboken6 import isValid

    left = widgets.QApplication.topLevelWidgets()
    if left and (desktop := sys.modules.get("handbook.app.desktop")) is not None:
        left += [each for each in gc.get_objects() if isinstance(each, desktop.Desktop)]
    for each in filter(isValid, left):
        each.deleteLater()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-looks` draws the pictures of tests/look anew."""
    parser.addoption("--update-looks", action="store_true", help="draw the pictures anew")
