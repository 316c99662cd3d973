"""A pack that is opened in the window: by a start, by a drop, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.pack.page import PackPage
from handbook.domain.opening import Opening
from tests.app.updates.conftest import Opens, notice, titles, updates_of
from tests.app.updates.packs import School


@pytest.fixture
def file(tmp_path: Path, school: School) -> Path:
    path = tmp_path / "two words.handbook"
    path.write_bytes(school.titled(2, "Telephones"))
    return path


def page_of(desktop: Desktop, qtbot: QtBot) -> PackPage:
    """The page, once its pack was read."""
    page = updates_of(desktop).packs.page
    qtbot.waitUntil(lambda: page.isVisible() and "being read" not in page._lead.text())
    return page


def drop(desktop: Desktop, urls: list[QUrl]) -> bool:
    """Drag these over the window and let them go; whether they were taken."""
    data = QMimeData()
    data.setUrls(urls)
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(desktop.window, enter)
    event = QDropEvent(QPointF(300, 300), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(desktop.window, event)
    return enter.isAccepted() and event.isAccepted()


def test_a_first_pack_is_read_compared_and_put_into_use_by_keys_alone(
    opens: Opens, file: Path, qtbot: QtBot
) -> None:
    desktop = opens()
    desktop.open(Opening.of(str(file)))
    page = page_of(desktop, qtbot)
    assert page.window_title == "Open a pack – Staff handbook"
    assert page.back.hasFocus()

    page.use.setFocus()
    qtbot.keyClick(page.use, Qt.Key.Key_Return)
    assert page._said.isVisible()
    assert page.same.hasFocus()
    qtbot.keyClick(page.same, Qt.Key.Key_Space)
    page.use.setFocus()
    qtbot.keyClick(page.use, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Telephones" in each for each in titles(desktop)), timeout=20_000)

    assert desktop.window.page is desktop.home
    assert "Your school’s own policies are in use now. You are reading version 2." in notice(
        desktop
    )


def test_escape_goes_back_and_nothing_is_changed(
    desktop: Desktop, file: Path, qtbot: QtBot
) -> None:
    desktop.ways.open_policies()
    desktop.open(Opening.of(str(file)))
    page = page_of(desktop, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert desktop.window.page is desktop.rooms.lists.policies
    assert not any("Telephones" in each for each in titles(desktop))


def test_a_pack_can_be_dropped_on_the_window(desktop: Desktop, file: Path, qtbot: QtBot) -> None:
    assert drop(desktop, [QUrl.fromLocalFile(str(file))])

    assert page_of(desktop, qtbot).use.text() == "Use version 2"


@pytest.mark.parametrize(
    "urls",
    [
        [QUrl("https://example.org/a.handbook")],
        [QUrl.fromLocalFile("/home/me/letter.docx")],
        [QUrl.fromLocalFile("/a.handbook"), QUrl.fromLocalFile("/b.handbook")],
        [],
    ],
)
def test_nothing_else_can_be_dropped(desktop: Desktop, urls: list[QUrl]) -> None:
    assert not drop(desktop, urls)
    assert desktop.window.page is desktop.home


def test_a_drop_takes_nobody_out_of_a_journey(desktop: Desktop, file: Path) -> None:
    desktop.open_concern()
    page = desktop.window.page

    assert not drop(desktop, [QUrl.fromLocalFile(str(file))])
    assert desktop.window.page is page


def test_opening_the_next_one_replaces_the_one_before(
    desktop: Desktop, file: Path, tmp_path: Path, school: School, qtbot: QtBot
) -> None:
    other = tmp_path / "three.handbook"
    other.write_bytes(school.pack(3))
    desktop.open(Opening.of(str(file)))
    desktop.open(Opening.of(str(other)))
    page = updates_of(desktop).packs.page
    qtbot.waitUntil(lambda: page.use.text() == "Use version 3", timeout=20_000)
    qtbot.wait(50)
    assert page.use.text() == "Use version 3"
