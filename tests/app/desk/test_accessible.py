"""WCAG 2.2 AA on the tree of the desk: names, roles, order, targets, announcements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from handbook.app.widgets.accessible import guide_screen_readers
from tests.accessible.tree import UNNAMED_ROLES, controls, is_target, name, role, shown, tab_order
from tests.app.desk.conftest import DeskTrial


@pytest.fixture(scope="module", autouse=True)
def _heard() -> Iterator[None]:
    guide_screen_readers()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def _slip(trial: DeskTrial) -> None:
    trial.change("> **You must not** give", "> **You mustnt** give")


def _clash(trial: DeskTrial) -> None:
    _slip(trial)
    (trial.folder / "policies" / "phones.md").write_text("Theirs\n", "utf-8")
    trial.press("Ctrl+S")


STATES: dict[str, Callable[[DeskTrial], None]] = {
    "clean": lambda trial: trial.settle(),
    "slip": _slip,
    "clash": _clash,
    "paper": lambda trial: trial.window.preview.print.click(),
    "narrow": lambda trial: trial.window.resize(760, 600),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, trial: DeskTrial, qtbot: QtBot) -> str:
    found = str(request.param)
    STATES[found](trial)
    qtbot.wait(50)
    return found


def test_every_control_has_a_name_of_its_own_and_a_role(trial: DeskTrial, state: str) -> None:
    for control in controls(trial.window):
        assert name(control).strip(), f"{state}: {control} has no name"
        assert role(control) not in UNNAMED_ROLES, f"{state}: {name(control)!r} has no role"
    counted = Counter((role(each), name(each)) for each in controls(trial.window))
    assert [said for said, count in counted.items() if count > 1] == [], state


def test_tab_reaches_every_control_once_round(trial: DeskTrial, state: str) -> None:
    trial.window.source.setFocus()
    reached = tab_order(trial.window)
    missed = [name(each) for each in controls(trial.window) if each not in reached]

    assert missed == [], state


def test_targets_are_large_enough(trial: DeskTrial, state: str) -> None:
    for each in shown(trial.window):
        if is_target(each):
            assert min(each.width(), each.height()) >= 24, f"{state}: {name(each)!r}"


def test_a_question_is_announced(
    trial: DeskTrial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del tmp_path
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if hasattr(event, "message") else None,
    )
    _clash(trial)

    assert any("Somebody else changed" in words for words in said)
