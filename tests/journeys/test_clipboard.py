"""Nothing is copied by itself, and leaving quickly takes away what was copied in a journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app import copied
from handbook.app.desktop import Desktop
from handbook.domain.clause_ref import ClauseRef
from tests.journeys.staff import Staff, is_selectable, opened


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    QGuiApplication.clipboard().clear()
    # The platform without a screen says no for every program; X11, Windows and macOS know.
    monkeypatch.setattr(copied, "owns_clipboard", lambda: True)
    with opened(qtbot, tmp_path) as desktop:
        yield desktop


def on_clipboard() -> str:
    return QGuiApplication.clipboard().text()


def copy_a_contact(staff: Staff) -> str:
    """Select who stands on a card, and copy it by key, as a reader does; what was copied."""
    label = next(label for label in staff.body.findChildren(QLabel) if is_selectable(label))
    label.setFocus()
    label.setSelection(0, len(label.text()))
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert on_clipboard() == label.text()
    return label.text()


def test_a_journey_copies_nothing_by_itself(desktop: Desktop) -> None:
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(4)

    assert on_clipboard() == ""


def test_leaving_quickly_takes_away_what_was_copied_in_the_journey(desktop: Desktop) -> None:
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(4)
    who = copy_a_contact(staff)
    desktop.leave_quickly()

    assert who
    assert on_clipboard() == ""


def test_what_was_copied_before_the_journey_stays(desktop: Desktop) -> None:
    desktop.copy_link(ClauseRef("grievance"))
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(4)
    desktop.leave_quickly()

    assert on_clipboard() == "handbook:grievance"


def test_what_was_copied_after_the_journey_stays_when_the_next_one_is_left(
    desktop: Desktop,
) -> None:
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(4)
    copy_a_contact(staff)
    desktop.back_from_wizard()
    desktop.copy_link(ClauseRef("grievance"))
    staff.begin("concern")
    desktop.leave_quickly()

    assert on_clipboard() == "handbook:grievance"


def test_what_another_program_copied_since_stays(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(4)
    monkeypatch.setattr(copied, "owns_clipboard", lambda: False)
    QGuiApplication.clipboard().setText("from another program")
    desktop.leave_quickly()

    assert on_clipboard() == "from another program"
