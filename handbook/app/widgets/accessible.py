"""What screen readers are told beyond what Qt tells them by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget
from shiboken6 import Shiboken

_HEADING = "heading"
_PICTURE = "picture"

# Qt deletes these with their widgets, at the latest with the application. Python believes that
# they are its own and would delete those that are left a moment before: the program would end
# with a segmentation fault. What this list holds outlives the application.
_made: list[QAccessibleInterface] = []
_MANY = 256


def as_heading(widget: QWidget) -> None:
    """Let a widget be announced as a heading; its accessible name is what is read aloud.

    To be called before the widget is shown: Qt asks once for what a widget is.
    """
    widget.setProperty(_HEADING, True)  # noqa: FBT003 - Qt's own signature


def as_picture(widget: QWidget) -> None:
    """Let a widget that only draws be announced as a picture, by its accessible name."""
    widget.setProperty(_PICTURE, True)  # noqa: FBT003 - Qt's own signature


def guide_screen_readers() -> None:
    """Tell Qt what some widgets are, for the whole program."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    del kind
    if not isinstance(thing, QWidget):
        return None
    role = _role(thing)
    if role is None:
        return None
    if len(_made) % _MANY == 0:
        _made[:] = [other for other in _made if Shiboken.isValid(other)]
    # No name is handed over: Qt would keep it when the widget's words are forgotten.
    _made.append(QAccessibleWidget(thing, role))
    return _made[-1]


def _role(widget: QWidget) -> QAccessible.Role | None:
    if widget.property(_HEADING):
        return QAccessible.Role.Heading
    if widget.property(_PICTURE):
        return QAccessible.Role.Graphic
    if isinstance(widget, QScrollArea):
        # Qt's own interface crashes (6.11.3) when it is asked for a child that has just gone,
        # such as a scroll bar; a screen reader counts first and asks then.
        return QAccessible.Role.Client
    return None
