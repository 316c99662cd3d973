"""The window compares what is read with the version before, and shows what came of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.changes.views import State
from handbook.app.desktop import Desktop
from handbook.app.installed import InstalledPack
from handbook.app.look.look import Look
from handbook.app.page import Nav
from handbook.app.services import Services
from handbook.domain.clause_ref import ClauseRef
from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.pack import open_pack
from handbook.packs.publish import make_pack, read_content
from handbook.packs.shelf import Shelf
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory
from tests.app.conftest import NoOutlet
from tests.cases import FIXTURES
from tests.older import older_handbook

KEY = SecretKey.make()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's data with the older handbook installed as version 1, and ours as version 2."""
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    for number, folder in ((1, older_handbook(tmp_path / "old")), (2, FIXTURES / "handbook")):
        install(tmp_path / "data", number, folder)
    return tmp_path / "data"


def install(data: Path, number: int, folder: Path) -> None:
    manifest = Manifest("hill", "Hill", number, date(2026, 11, 1), date(2027, 11, 1))
    pack = make_pack(read_content(folder), manifest, KEY)
    Shelf(data).install(open_pack(pack, f"{number}.handbook", [KEY.public]))


def opened(qtbot: QtBot, data: Path, installed: InstalledPack | None) -> Desktop:
    services = Services(
        content=locations.content() if installed is not None else FIXTURES / "handbook",
        cache=data / "cache",
        preferences=PreferenceStore(open_in_memory()),
        installed=installed,
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.wait_until(lambda: desktop.is_ready, timeout=20_000)
    return desktop


def state(desktop: Desktop) -> State:
    return desktop.rooms.changes.page.view.state


def compared(qtbot: QtBot, desktop: Desktop, wanted: State) -> None:
    desktop.ways.open_changes()
    qtbot.wait_until(lambda: state(desktop) is wanted, timeout=20_000)


def test_two_installed_packs_are_compared(qtbot: QtBot, data: Path) -> None:
    desktop = opened(qtbot, data, InstalledPack(data))

    compared(qtbot, desktop, State.CHANGES)

    view = desktop.rooms.changes.page.view
    assert view.meta == "From version 1 to version 2"
    assert [group.title for group in view.groups][:1] == ["Phones on trips"]
    qtbot.wait_until(lambda: desktop.rooms.changes.page.view.note == "", timeout=20_000)
    assert [group.title for group in desktop.rooms.changes.page.view.groups][1:] == [
        "The school's own details",
        "The questions",
    ]
    desktop.close()


def test_the_first_pack_has_nothing_before_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path))
    install(tmp_path, 1, FIXTURES / "handbook")
    desktop = opened(qtbot, tmp_path, InstalledPack(tmp_path))

    compared(qtbot, desktop, State.FIRST)

    said = [label.text() for label in desktop.rooms.changes.page.findChildren(QLabel)]
    assert any("first version on this laptop" in words for words in said)
    desktop.close()


def test_the_model_has_nothing_before_it(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = opened(qtbot, tmp_path, None)

    compared(qtbot, desktop, State.FIRST)

    assert desktop.rooms.changes.found is None
    desktop.close()


def test_a_damaged_version_is_mended_before_it_is_compared(qtbot: QtBot, data: Path) -> None:
    before = Shelf(data).pointer.before
    assert before is not None
    shutil.rmtree(before.content)
    desktop = opened(qtbot, data, InstalledPack(data))

    compared(qtbot, desktop, State.CHANGES)

    assert before.content.is_dir()
    desktop.close()


def test_a_version_that_is_lost_is_said_to_be_lost(qtbot: QtBot, data: Path) -> None:
    before = Shelf(data).pointer.before
    assert before is not None
    shutil.rmtree(before.folder)
    desktop = opened(qtbot, data, InstalledPack(data))

    compared(qtbot, desktop, State.UNREADABLE)

    desktop.close()


def test_it_is_compared_in_the_background_before_anybody_asks(qtbot: QtBot, data: Path) -> None:
    desktop = opened(qtbot, data, InstalledPack(data))

    with qtbot.waitSignal(desktop.rooms.changes.compared, timeout=20_000):
        pass

    desktop.ways.open_changes("phones")
    assert state(desktop) is State.CHANGES
    desktop.close()


def test_whoever_waits_can_read_on_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    compared(qtbot, desktop, State.CHANGES)

    assert QApplication.focusWidget() is desktop.rooms.changes.page.text.sheet


def test_whoever_went_to_the_bar_stays_there(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.ways.open_changes()
    desktop.window.bar.take_focus()
    before = QApplication.focusWidget()

    qtbot.wait_until(lambda: state(desktop) is State.CHANGES, timeout=20_000)

    assert QApplication.focusWidget() is before


def test_another_version_is_compared_anew(qtbot: QtBot, desktop: Desktop) -> None:
    compared(qtbot, desktop, State.CHANGES)

    desktop.rooms.set_library(desktop.library)

    assert state(desktop) is State.WORKING
    qtbot.wait_until(lambda: state(desktop) is State.CHANGES, timeout=20_000)


def test_back_leads_from_a_clause_to_what_changed_in_it(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.ways.open_changes("phones", "photos")
    page = desktop.rooms.changes.page
    qtbot.wait_until(lambda: page.text.current == "phones#photos", timeout=20_000)

    page.clause_chosen.emit(ClauseRef("phones", "photos"))
    shown = [desktop.window.page]
    desktop.ways.back()
    shown.append(desktop.window.page)
    current = page.text.current
    desktop.ways.back()
    shown.append(desktop.window.page)

    assert shown == [desktop.rooms.reading.page, page, desktop.home]
    assert current == "phones#photos"


def test_the_bar_leads_to_what_changed(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.bar.nav_chosen.emit(Nav.CHANGES)

    assert desktop.window.page is desktop.rooms.changes.page
    qtbot.wait_until(lambda: state(desktop) is State.CHANGES, timeout=20_000)


def test_a_policy_without_a_change_says_so(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.ways.open_changes("visitors")

    qtbot.wait_until(lambda: state(desktop) is State.SAME_POLICY, timeout=20_000)


@pytest.mark.parametrize("policy", ["", "phones"])
def test_what_changed_is_looked_at_before_it_is_printed(
    qtbot: QtBot, desktop: Desktop, policy: str
) -> None:
    desktop.ways.open_changes(policy)
    page = desktop.rooms.changes.page
    qtbot.wait_until(lambda: state(desktop) is State.CHANGES, timeout=20_000)

    page.print_wanted.emit()

    preview = desktop.rooms.paper.page
    qtbot.wait_until(preview.sheets.isVisible, timeout=20_000)
    where = " in Phones on trips" if policy else ""
    assert preview.window_title == f"What changed{where} on paper – Staff handbook"
    outlet = desktop.services.long_outlet
    assert isinstance(outlet, NoOutlet)
    preview.save_pressed.emit()
    qtbot.wait_until(lambda: len(outlet.files) == 1, timeout=20_000)
    name, data = outlet.files[0]
    assert (name, data[:5]) == (f"What changed{where}", b"%PDF-")
    desktop.ways.back()
    assert desktop.window.page is page


def test_why_it_changed_is_said_on_home_and_above_what_changed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    why = "A phone was lost on the trip to the coast."
    content = tmp_path / "now"
    shutil.copytree(FIXTURES / "handbook", content)
    policy = content / "policies" / "phones.md"
    text = policy.read_text("utf-8").replace(
        "confirm: yearly\n", f"confirm: yearly\nwhy-changed: {why}\n"
    )
    policy.write_text(text, "utf-8")
    services = Services(
        content=content,
        cache=tmp_path / "cache",
        preferences=PreferenceStore(open_in_memory()),
        before=older_handbook(tmp_path / "before"),
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.wait_until(lambda: desktop.rooms.changes.found is not None, timeout=20_000)

    rows = desktop.home.lists._changed.rows()
    assert any(why in row.accessibleName() for row in rows)
    compared(qtbot, desktop, State.CHANGES)
    assert f"Why it changed: {why}" in desktop.rooms.changes.page.text.sheet.toPlainText()
    desktop.close()


def test_the_bar_names_where_the_pages_for_paper_come_from(qtbot: QtBot, desktop: Desktop) -> None:
    compared(qtbot, desktop, State.CHANGES)
    places = []
    for changes in (True, False):
        desktop.ways.open_paper(ClauseRef("phones"), changes=changes)
        places.append(desktop.rooms.paper.page.nav)

    assert places == [Nav.CHANGES, Nav.POLICIES]
