"""Machine policy that changes while the window is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import Topic
from handbook.state.managed import Managed
from tests.app.updates.conftest import Opens, look, titles
from tests.app.updates.packs import School


def moved(desktop: Desktop) -> bool:
    return any("Telephones" in title for title in titles(desktop))


def test_a_folder_that_the_school_names_while_the_window_is_open_is_looked_at(
    opens: Opens, data: Path, folder: Path, school: School, qtbot: QtBot
) -> None:
    school.install(data, school.titled(1, "Phones"))
    (folder / "new.handbook").write_bytes(school.titled(2, "Telephones"))
    policies = [Managed()]
    desktop = opens(Managed(), reread=lambda: policies[-1])
    look(desktop, qtbot)
    assert not moved(desktop)

    policies.append(Managed("a policy", content_folders=(folder,), editor=False))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: moved(desktop), timeout=20_000)

    desktop.help.show(Topic.ABOUT)
    said = [label.text() for label in desktop.help.about.sources.findChildren(QLabel)]
    assert any("holds from the next start" in each for each in said)
    assert str(folder) in said
