"""WCAG 2.2 AA on the pixels of every page: text stands out, and so does the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from tests.accessible.pixels import changed, contrast, text_contrast
from tests.accessible.tree import name, place, press_tab, shown, tab_order

TEXT = 4.5
"""The least contrast of text against its ground (WCAG 1.4.3)."""
FOCUS = 3.0
"""The least contrast of the pixels that show the focus (WCAG 2.4.11 and 1.4.11)."""
AROUND = 8
"""The ring lies outside of a control, at most so many pixels away."""


OTHERS = [
    pytest.param(theme, marks=pytest.mark.proof) for theme in (Theme.DARK, Theme.HIGH_CONTRAST)
]
"""The same in the other themes takes a minute more."""


@pytest.fixture(params=[Theme.LIGHT, *OTHERS], ids=str)
def theme(request: pytest.FixtureRequest) -> Theme:
    assert isinstance(request.param, Theme)
    return request.param


def test_contrast_is_that_of_the_definition() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((0x76, 0x76, 0x76), (255, 255, 255)), 2) == 4.54


def test_all_text_stands_out_from_its_ground(
    desktop: Desktop, page: str, theme: Theme, qtbot: QtBot
) -> None:
    qtbot.wait(150)  # the preview fades in
    window = desktop.window
    image = window.grab().toImage()
    for widget in shown(window):
        if not _has_text(widget) or not widget.isEnabled():
            continue
        seen = _seen(widget, window)
        if seen.height() < 12:  # less than a line of it can be seen
            continue
        found = text_contrast(image, seen)

        assert found >= TEXT, f"{page}, {theme}: {_words(widget)!r} has {found:.2f} to 1"


def test_the_focus_can_be_seen_on_every_control(
    desktop: Desktop, page: str, theme: Theme, qtbot: QtBot
) -> None:
    window = desktop.window
    for _ in tab_order(window):
        control = press_tab()
        if control is None or isinstance(control, QTextEdit):
            continue  # text shows the focus on its links and by the current clause
        after = _picture(desktop, qtbot)
        area = _seen(control, window).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        control.clearFocus()
        before = _picture(desktop, qtbot)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        found = changed(before, after, area, FOCUS)

        least = min(area.width() + area.height(), 150)
        assert found >= least, f"{page}, {theme}: {name(control)!r} shows {found} pixels"


def _picture(desktop: Desktop, qtbot: QtBot) -> QImage:
    qtbot.wait(1)
    return desktop.window.grab().toImage()


def _seen(widget: QWidget, window: QWidget) -> QRect:
    return place(widget, window).intersected(window.rect())


def _words(widget: QWidget) -> str:
    match widget:
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QLabel() | QAbstractButton():
            return widget.text()
        case _:
            return ""


def _has_text(widget: QWidget) -> bool:
    return any(letter.isalnum() for letter in _words(widget))
