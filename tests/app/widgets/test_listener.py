"""Hearing keys and presses wherever they come, and little else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.widgets.listener import Listener

TOLD = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Heard(Listener):
    """Writes down what it hears, and takes it."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Take keys and presses."""
        del watched
        self.kinds.append(event.type())
        return event.type() in TOLD

    @property
    def told(self) -> list[QEvent.Type]:
        """The keys and presses that it took."""
        return [kind for kind in self.kinds if kind in TOLD]


class Window(QWidget):
    """A field, and a text that never has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 200)
        self.field = QLineEdit(self)
        self.text = QLabel("text", self)
        self.text.move(0, 100)
        self.presses = 0

    def mousePressEvent(self, event: object) -> None:  # noqa: N802 - Qt's
        """Count what comes here."""
        del event
        self.presses += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def press_a(at: QWidget) -> None:
    """Type a letter, as the system sends it: to the window."""
    QTest.keyClick(at.window().windowHandle(), Qt.Key.Key_A)


def test_keys_and_presses_are_heard_before_the_widgets_that_they_are_for(window: Window) -> None:
    heard = Heard()
    heard.listen()
    press_a(window)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))

    assert heard.told == list(TOLD)
    assert (window.field.text(), window.presses) == ("", 0)


def test_what_is_written_to_the_focus_itself_is_heard_wherever_that_goes(window: Window) -> None:
    heard, other = Heard(), QLineEdit(window)
    other.show()
    heard.listen()
    QTest.keyClick(window.field, Qt.Key.Key_A)
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_A)

    assert heard.told == [QEvent.Type.KeyPress] * 2


def test_a_dialog_that_comes_up_later_is_heard(window: Window, qtbot: QtBot) -> None:
    heard, dialog = Heard(), QDialog(window)
    heard.listen()
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() == dialog.windowHandle())
    press_a(dialog)

    assert heard.told == [QEvent.Type.KeyPress]


def test_after_it_has_stopped_nothing_is_heard(window: Window) -> None:
    heard = Heard()
    heard.listen()
    heard.stop_listening()
    heard.kinds.clear()
    press_a(window)
    window.text.setFocus()
    window.field.setFocus()

    assert heard.kinds == []
    assert window.field.text() == "a"


def test_what_has_gone_meanwhile_is_no_obstacle(window: Window, qtbot: QtBot) -> None:
    heard, other = Heard(), QLineEdit(window)
    other.show()
    other.setFocus()
    heard.listen()
    other.deleteLater()
    qtbot.waitUntil(lambda: window.findChildren(QLineEdit) == [window.field])
    window.field.setFocus()
    press_a(window)
    heard.stop_listening()

    assert heard.told == [QEvent.Type.KeyPress]


def test_the_events_of_other_widgets_are_left_alone(window: Window) -> None:
    """A page has thousands, and each would go through Python."""
    heard = Heard()
    heard.listen()
    for number in range(50):
        window.text.resize(100 + number, 20)
        QApplication.processEvents()

    assert len(heard.kinds) < 100
    assert QEvent.Type.Resize not in heard.kinds
