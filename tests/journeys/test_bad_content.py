"""Content that cannot be read, in part or whole: said, and never a dead end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(locations.content(), folder)
    return folder


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, content: Path) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=content,
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    yield desktop
    desktop.close()
    store.close()


def shown(desktop: Desktop) -> str:
    labels = desktop.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_policy_that_cannot_be_read_is_named_and_the_rest_opens(
    desktop: Desktop, qtbot: QtBot, content: Path
) -> None:
    (content / "policies" / "grievance.md").write_text(
        "---\ntitle: G\n---\n\n## No id\n\nWords.\n"
    )
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)

    assert "policies/grievance.md:5:" in shown(desktop)
    assert "grievance" not in {policy.id for policy in desktop.library.policies}
    assert len(desktop.library.policies) > 1


def test_content_that_is_missing_whole_says_where_it_was_looked_for(
    desktop: Desktop, qtbot: QtBot, content: Path
) -> None:
    content.rename(content.with_name("elsewhere"))
    desktop.start()
    qtbot.waitUntil(lambda: "There is no handbook here yet" in shown(desktop), timeout=20_000)

    assert str(content) in shown(desktop)
    assert "call 999" in shown(desktop)
    assert not desktop.window.bar.isVisible()

    content.with_name("elsewhere").rename(content)
    desktop.try_again()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    assert desktop.window.page is desktop.home


def test_questions_that_cannot_be_read_are_said_with_whom_to_go_to(
    desktop: Desktop, qtbot: QtBot, content: Path
) -> None:
    (content / "flows" / "concern.md").write_text("---\ntitle: C\n---\n\nWords.\n")
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    desktop.open_concern()

    assert "flows/concern.md:1:" in shown(desktop)
    assert "Designated Safeguarding Lead" in shown(desktop)


def test_a_damaged_cache_is_made_anew(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    desktop.close()
    for file in (tmp_path / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    desktop.try_again()
    desktop.ways.open_search("grievance")

    qtbot.waitUntil(lambda: len(desktop.rooms.searching.page.hits) > 0, timeout=20_000)
