"""The tree that a screen reader gets, and what of it can be used."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

UNNAMED_ROLES = (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Border)
"""Roles that tell nobody what a control does."""


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader knows of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"{widget} has no accessible interface"
    return found


def name(widget: QWidget) -> str:
    """The name that is read aloud."""
    return interface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    """What is said to be there: a button, a list, a heading."""
    return interface(widget).role()


def shown(window: QWidget) -> Iterator[QWidget]:
    """All widgets of a window that can be seen, in the order of the tree."""
    for child in window.findChildren(QWidget):
        if child.isVisible() and not child.visibleRegion().isEmpty():
            yield child


def controls(window: QWidget) -> list[QWidget]:
    """What Tab can reach, in the order of the tree, scrolled out of sight or not."""
    return [
        child
        for child in window.findChildren(QWidget)
        if child.isVisible()
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
    ]


def press_tab() -> QWidget | None:
    """Go on from what has the focus, as the key does; what has it then."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    focus.focusNextPrevChild(True)
    return QApplication.focusWidget()


def tab_order(window: QWidget) -> list[QWidget]:
    """What takes the focus as Tab is pressed, once round the window."""
    order: list[QWidget] = []
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    assert window.isAncestorOf(focus), "the focus is in another window"
    while focus is not None and focus not in order:
        order.append(focus)
        focus = _past_links(focus)
    return order


def _past_links(focus: QWidget) -> QWidget | None:
    """Where Tab leads in the end: in text it goes from link to link first."""
    for _ in range(500):
        reached = press_tab()
        if reached is not focus:
            return reached
    return focus


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget stands in its window; scrolled out of sight, at the edge it went over."""
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            port = QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            at.setTop(min(max(at.top(), port.top()), port.bottom()))
            at.setBottom(min(max(at.bottom(), port.top()), port.bottom()))
        above = above.parentWidget()
    return at


def headings(window: QWidget) -> list[str]:
    """The headings that can be jumped to."""
    return [name(each) for each in shown(window) if role(each) is QAccessible.Role.Heading]


def is_target(widget: QWidget) -> bool:
    """True for what is pressed with a mouse or a finger."""
    return isinstance(widget, QAbstractButton)
