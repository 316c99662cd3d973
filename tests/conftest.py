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
def _garbage_is_collected_between_tests() -> Iterator[None]:
    """In the main thread, whatever thread the garbage comes from."""
    yield
    if gc.get_count()[0] > 5000:
        gc.collect()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-looks` draws the pictures of tests/look anew."""
    parser.addoption("--update-looks", action="store_true", help="draw the pictures anew")
