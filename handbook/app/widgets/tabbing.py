"""The order in which Tab goes through what was built at different times."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(*parts: QWidget) -> None:
    """Let Tab go through the controls of these parts, one part after the other.

    Qt goes by the time at which widgets were made; what is made anew would come last.
    """
    reached = [control for part in parts for control in _controls(part)]
    for here, there in pairwise(reached):
        QWidget.setTabOrder(here, there)


def _controls(part: QWidget) -> list[QWidget]:
    found = (part, *part.findChildren(QWidget))
    return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
