"""WCAG 2.2 AA on the tree of every page: names, roles, order, targets, headings."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from tests.accessible.tree import (
    UNNAMED_ROLES,
    controls,
    headings,
    interface,
    is_target,
    name,
    place,
    role,
    shown,
    tab_order,
)

TARGET = 24
"""The smallest side of a target in logical pixels (WCAG 2.5.8)."""


def test_every_control_has_a_name_and_a_role(desktop: Desktop, page: str) -> None:
    for control in controls(desktop.window):
        assert name(control).strip(), f"{page}: {control} has no name"
        assert role(control) not in UNNAMED_ROLES, f"{page}: {name(control)!r} has no role"


def test_no_two_controls_have_one_name(desktop: Desktop, page: str) -> None:
    counted = Counter((role(each), name(each)) for each in controls(desktop.window))

    assert [said for said, count in counted.items() if count > 1] == [], page


def test_tab_reaches_every_control_once_round(desktop: Desktop, page: str) -> None:
    # Within the Aa menu Tab goes round, until Escape closes it.
    within: QWidget = desktop.help.aa if page == "aa" else desktop.window
    reached = tab_order(within)
    missed = [name(each) for each in controls(within) if each not in reached]

    assert missed == [], page


def test_tab_goes_in_reading_order(desktop: Desktop, page: str) -> None:
    """Each next control is below or right of the one before, or further on in another column."""
    window = desktop.window
    order = tab_order(window)
    first = min(range(len(order)), key=lambda at: _corner(order[at], window))
    order = order[first:] + order[:first]
    for here, there in pairwise(order):
        a, b = place(here, window), place(there, window)
        goes_on = b.bottom() > a.top() or b.left() >= a.right()

        assert goes_on, f"{page}: Tab goes back from {name(here)!r} to {name(there)!r}"


def test_the_tree_is_in_the_order_of_the_page(desktop: Desktop, page: str) -> None:
    """A screen reader goes by the tree: within one parent, siblings come as they stand."""
    for parent in shown(desktop.window):
        children = [each for each in controls(parent) if each.parentWidget() is parent]
        for here, there in pairwise(children):
            a, b = place(here, parent), place(there, parent)

            assert b.bottom() > a.top() or b.left() >= a.right(), (
                f"{page}: {name(there)!r} is read after {name(here)!r}"
            )


def test_targets_are_large_enough(desktop: Desktop, page: str) -> None:
    for each in shown(desktop.window):
        if is_target(each):
            small = min(each.width(), each.height())

            assert small >= TARGET, f"{page}: {name(each)!r} is {each.width()}x{each.height()}"


def test_the_page_begins_with_a_heading(desktop: Desktop, page: str) -> None:
    assert headings(desktop.window), f"{page} has no heading"


def test_keys_are_never_caught(desktop: Desktop, page: str, qtbot: QtBot) -> None:
    """Tab and Shift+Tab lead out of everything, text included (WCAG 2.1.2)."""
    for control in tab_order(desktop.window):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(200 if isinstance(control, QTextEdit | QPlainTextEdit) else 1):
            focus = QApplication.focusWidget()
            assert focus is not None
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not control:
                break

        assert QApplication.focusWidget() is not control, f"{page}: {name(control)!r} keeps Tab"


def _corner(widget: QWidget, window: QWidget) -> tuple[int, int]:
    at = place(widget, window)
    return at.top() // 60, at.left()


@pytest.mark.parametrize("page", ["search"], indirect=True)
def test_the_hits_are_read_with_their_place_and_rule(desktop: Desktop, page: str) -> None:
    hits = interface(next(each for each in controls(desktop.window) if _is_list(each)))

    assert hits.childCount() == len(desktop.rooms.searching.page.hits), page
    assert "Photos of pupils" in hits.child(0).text(QAccessible.Text.Name)


def _is_list(widget: QWidget) -> bool:
    return role(widget) is QAccessible.Role.List
