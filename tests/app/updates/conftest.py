"""A window over an installed pack, and a folder where newer ones appear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.installed import InstalledPack
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.app.updates.updates import Updates
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.text import Label
from handbook.state.kept_row import POLICY_FOLDER, KeptRow
from handbook.state.managed import Managed
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.app.conftest import NoOutlet
from tests.app.updates.packs import School

Opens = Callable[..., Desktop]


@pytest.fixture
def school() -> School:
    return School()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's data on this computer; nothing is installed yet."""
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of machine policy."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@pytest.fixture
def opens(qtbot: QtBot, data: Path, folder: Path) -> Iterator[Opens]:
    """Opens the window with the school's folder, or under another machine policy."""
    store = open_store(data)
    desktops = []

    def opened(
        managed: Managed | None = None, reread: Callable[[], Managed] | None = None
    ) -> Desktop:
        outlet = NoOutlet()
        services = Services(
            content=locations.content(),
            cache=data / "cache",
            preferences=PreferenceStore(store),
            today=lambda: date(2026, 11, 21),
            outlet=outlet,
            long_outlet=outlet,
            installed=InstalledPack(data),
            managed=managed or Managed(source="a policy", content_folders=(folder,)),
            user_folder=KeptRow(store, POLICY_FOLDER),
            reread=reread,
        )
        desktop = Desktop(Look(), services)
        desktops.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
        with qtbot.waitActive(desktop.window):
            desktop.window.activateWindow()
        return desktop

    yield opened
    for desktop in desktops:
        desktop.close()
    store.close()


@pytest.fixture
def desktop(opens: Opens, school: School, data: Path) -> Desktop:
    """The window over version 1."""
    school.install(data, school.titled(1, "Phones"))
    return opens()


def updates_of(desktop: Desktop) -> Updates:
    assert desktop.updates is not None
    return desktop.updates


def look(desktop: Desktop, qtbot: QtBot) -> None:
    """Look into the folders, and wait for what comes of it."""
    updates = updates_of(desktop)
    with qtbot.waitSignal(updates.reported, timeout=20_000):
        updates.look()


def titles(desktop: Desktop) -> list[str]:
    return [policy.title for policy in desktop.library.policies]


def notice(desktop: Desktop) -> str:
    """What stands under the bar; empty where nothing does."""
    found = [each for each in desktop.window.findChildren(Notice) if each.isVisible()]
    return " ".join(label.text() for each in found for label in each.findChildren(Label))
