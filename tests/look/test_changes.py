"""Pictures of what changed, in three themes, in its ways, narrow, and in large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.changes.compared import Compared
from handbook.app.changes.views import State, Way
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.services import Services
from handbook.domain.handbook_changes import compare_handbooks
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.look import test_pages
from tests.look.test_pages import CONTENT, SIZE, compare, picture
from tests.older import older_handbook

_dressed = test_pages._dressed
pytestmark = test_pages.pytestmark


@pytest.fixture
def desktop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, theme: Theme, _dressed: None
) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=CONTENT,
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: date(2026, 11, 21),
        before=older_handbook(tmp_path / "before"),
    )
    look = Look(theme)
    look.set_fades(fades=False)
    look.apply(qapp)
    desktop = Desktop(look, services)
    qtbot.addWidget(desktop.window)
    desktop.window.resize(*SIZE)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    yield desktop
    desktop.close()
    store.close()


@pytest.fixture(params=list(Theme), ids=str)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme(request.param)


def opened(desktop: Desktop, qtbot: QtBot, policy: str) -> None:
    desktop.ways.open_changes(policy)
    rooms = desktop.rooms.changes
    qtbot.waitUntil(lambda: rooms.found is not None and rooms.found.is_whole, timeout=20_000)


@pytest.mark.parametrize("way", [Way.MARKED, Way.SIDES, Way.WORDS], ids=lambda way: way.name)
def test_the_changes_of_a_policy_look_as_they_did(
    desktop: Desktop, qtbot: QtBot, way: Way, theme: Theme, update_looks: bool
) -> None:
    opened(desktop, qtbot, "phones")
    page = desktop.rooms.changes.page
    page.show_way(way)
    page.go_to("phones#own-phone")

    compare(picture(desktop, qtbot), f"changes-{way.name.lower()}-{theme}", update=update_looks)


def test_with_nothing_to_compare_it_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    opened(desktop, qtbot, "")
    desktop.rooms.changes.presenter.set_state(State.FIRST)
    desktop.rooms.changes.page.take_focus()

    compare(picture(desktop, qtbot), f"changes-first-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], indirect=True, ids=str)
def test_the_whole_handbook_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, update_looks: bool
) -> None:
    opened(desktop, qtbot, "")
    desktop.rooms.changes.page.go_to("@questions#concern")

    compare(picture(desktop, qtbot), "changes-all", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], indirect=True, ids=str)
@pytest.mark.parametrize("width", [1000, 760])
def test_a_narrow_window_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, width: int, update_looks: bool
) -> None:
    desktop.window.resize(width, 700)
    opened(desktop, qtbot, "phones")
    desktop.rooms.changes.page.go_to("phones#own-phone")

    compare(picture(desktop, qtbot), f"changes-{width}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], indirect=True, ids=str)
def test_large_text_looks_as_it_did(desktop: Desktop, qtbot: QtBot, update_looks: bool) -> None:
    desktop.look.set_scale(2.0)
    opened(desktop, qtbot, "phones")
    desktop.rooms.changes.page.go_to("phones#own-phone")

    compare(picture(desktop, qtbot), "changes-200", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], indirect=True, ids=str)
def test_why_it_changed_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, update_looks: bool
) -> None:
    opened(desktop, qtbot, "phones")
    rooms = desktop.rooms.changes
    found = rooms.found
    assert found is not None
    now = found.sides.now
    why = "A phone was lost on the trip to the coast, and nobody knew whom to ring."
    policies = tuple(
        replace(each, why_changed=why) if each.id == "phones" else each for each in now.policies
    )
    sides = replace(found.sides, now=replace(now, policies=policies))
    rooms.presenter.set_compared(Compared(sides, compare_handbooks(sides.was, sides.now)))
    rooms.page.text.go_to_start()

    compare(picture(desktop, qtbot), "changes-why", update=update_looks)
