"""The window reads the installed pack, mends it, and says when it had to go back."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.installed import InstalledPack
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.text import Label
from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.pack import open_pack
from handbook.packs.publish import make_pack, read_content
from handbook.packs.shelf import Shelf
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory

SMALL = Path(__file__).resolve().parents[1] / "fixtures" / "handbook"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's data with two packs installed, the second of which calls phones telephones."""
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    key, content = SecretKey.make(), read_content(SMALL)
    for number in (1, 2):
        manifest = Manifest("hill", "Hill", number, date(2026, 11, 1), date(2027, 11, 1))
        pack = make_pack(content, manifest, key)
        Shelf(tmp_path / "data").install(open_pack(pack, f"{number}.handbook", [key.public]))
        phones = content["policies/phones.md"]
        content["policies/phones.md"] = phones.replace(b"title: Phones", b"title: Telephones")
    return tmp_path / "data"


def services(data: Path) -> Services:
    return Services(
        content=locations.content(),
        cache=data / "cache",
        preferences=PreferenceStore(open_in_memory()),
        installed=InstalledPack(data),
    )


def titles(desktop: Desktop) -> list[str]:
    return [policy.title for policy in desktop.library.policies]


def opened(qtbot: QtBot, data: Path) -> Desktop:
    desktop = Desktop(Look(), services(data))
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.wait_until(lambda: desktop.is_ready, timeout=20_000)
    return desktop


def notice(desktop: Desktop) -> str:
    """What stands under the bar; empty where nothing does."""
    found = [each for each in desktop.window.findChildren(Notice) if each.isVisible()]
    return " ".join(label.text() for each in found for label in each.findChildren(Label))


def place(data: Path) -> Path:
    now = Shelf(data).pointer.now
    assert now is not None
    return now.folder


def test_the_window_reads_the_installed_pack(qtbot: QtBot, data: Path) -> None:
    desktop = opened(qtbot, data)

    assert any("Telephones" in title for title in titles(desktop))
    assert desktop.services.reading == place(data) / "content"
    assert notice(desktop) == ""


def test_a_changed_file_is_mended_before_anybody_reads_it(qtbot: QtBot, data: Path) -> None:
    path = place(data) / "content" / "policies" / "phones.md"
    path.write_bytes(path.read_bytes().replace(b"Telephones", b"Nonsense"))

    desktop = opened(qtbot, data)

    assert any("Telephones" in title for title in titles(desktop))
    assert notice(desktop) == ""


def test_content_that_is_gone_is_unpacked_anew(qtbot: QtBot, data: Path) -> None:
    shutil.rmtree(place(data) / "content")

    assert any("Telephones" in title for title in titles(opened(qtbot, data)))


def test_where_it_cannot_be_mended_the_one_before_is_shown_and_that_is_said(
    qtbot: QtBot, data: Path
) -> None:
    shutil.rmtree(place(data))

    desktop = opened(qtbot, data)

    assert not any("Telephones" in title for title in titles(desktop))
    assert len(titles(desktop)) == 2
    assert "What you see is version 1, the one before" in notice(desktop)


def test_where_nothing_holds_the_model_is_shown_and_that_is_said(qtbot: QtBot, data: Path) -> None:
    for folder in (data / "packs").glob("*-*"):
        shutil.rmtree(folder)

    desktop = opened(qtbot, data)

    assert desktop.services.reading == locations.bundled_content()
    assert "the model that came with the program" in notice(desktop)


def test_without_a_pack_nothing_is_checked_or_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path))
    installed = InstalledPack(tmp_path)

    installed.check()

    assert installed.content == locations.bundled_content()
    assert installed.problem == ""
