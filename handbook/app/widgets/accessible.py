"""What screen readers are told beyond what Qt tells them by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget

_HEADING = "heading"
_PICTURE = "picture"


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
    if isinstance(thing, QWidget) and thing.property(_HEADING):
        # No name is handed over: Qt would keep it when the widget's words are forgotten.
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    if isinstance(thing, QWidget) and thing.property(_PICTURE):
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    if isinstance(thing, QScrollArea):
        # Qt's own crashes (6.11.3) when it is asked for a child that has just gone, such as a
        # scroll bar; a screen reader counts first and asks then.
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
