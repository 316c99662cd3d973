"""Where policies come from, in About: a folder is named, looked at, and given up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, Topic
from handbook.app.sources import choosing
from handbook.app.sources.panel import SourcesPanel
from handbook.app.widgets.text import Label
from handbook.state.managed import Managed
from tests.app.updates.conftest import Opens, titles, updates_of
from tests.app.updates.packs import School


def said(panel: SourcesPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(Label) if label.isVisible())


def panel_of(desktop: Desktop) -> SourcesPanel:
    desktop.ways.go(AtHelp(Topic.ABOUT))
    return desktop.help.about.sources


def test_a_folder_that_the_user_names_is_looked_at_at_once(
    opens: Opens,
    data: Path,
    folder: Path,
    school: School,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    school.install(data, school.pack(1))
    (folder / "new.handbook").write_bytes(school.titled(2, "Telephones"))
    desktop = opens(Managed())
    monkeypatch.setattr(choosing, "choose_folder", lambda _: str(folder))
    panel = panel_of(desktop)
    assert not panel.look_now.isVisible()

    qtbot.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("Telephones" in each for each in titles(desktop)), timeout=20_000)
    qtbot.waitUntil(lambda: "version 2 was put into use" in said(panel))
    qtbot.waitUntil(lambda: str(folder) in said(panel))
    assert desktop.services.user_folder is not None
    assert desktop.services.user_folder.read() == str(folder)

    qtbot.mouseClick(panel.forget, Qt.MouseButton.LeftButton)
    assert desktop.services.user_folder.read() == ""
    assert str(folder) not in said(panel)


def test_what_is_refused_is_said_there(desktop: Desktop, folder: Path, qtbot: QtBot) -> None:
    (folder / "torn.handbook").write_bytes(b"torn")
    panel = panel_of(desktop)
    with qtbot.waitSignal(updates_of(desktop).reported, timeout=20_000):
        qtbot.mouseClick(panel.look_now, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "torn.handbook is not a pack" in said(panel))
    qtbot.waitUntil(lambda: "nothing new" in said(panel))


def test_about_says_which_pack_is_read(desktop: Desktop, school: School) -> None:
    panel_of(desktop)
    words = "\n".join(label.text() for label in desktop.help.about.findChildren(Label))

    assert f"Version 1 of hill, signed with the key {school.key.public.fingerprint}" in words


def test_while_it_looks_the_focus_waits_for_the_button(desktop: Desktop, qtbot: QtBot) -> None:
    """It went on to the next button, and a second Enter opened the editors' desk."""
    panel = panel_of(desktop)
    qtbot.waitUntil(panel.look_now.isVisible, timeout=20_000)
    panel.look_now.setFocus()
    with qtbot.waitSignal(updates_of(desktop).reported, timeout=20_000):
        qtbot.keyClick(panel.look_now, Qt.Key.Key_Space)
        assert panel.look_now.isHidden()
        assert panel.hasFocus()
    qtbot.waitUntil(panel.look_now.hasFocus)
