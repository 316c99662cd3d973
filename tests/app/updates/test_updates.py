"""New policies in an open window: it moves to them, keeps the place, and disturbs nobody."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, AtSaved, Topic
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.reader.page import ReaderPage
from handbook.app.widgets.notice import Notice
from handbook.domain.clause_ref import ClauseRef
from handbook.packs.shelf import Shelf
from handbook.state.managed import Managed
from tests.app.updates.conftest import Opens, look, notice, titles, updates_of
from tests.app.updates.packs import CONTENT, PHONES, School

PARAGRAPH = b"\n\nA new paragraph that says more about it, in some words.\n" * 3
SAID = "Your policies were updated. You are reading version 2 now."


def moved_to(desktop: Desktop, title: str) -> bool:
    return any(title in each for each in titles(desktop))


def publish(folder: Path, pack: bytes, name: str = "new.handbook") -> None:
    (folder / name).write_bytes(pack)


def press(qtbot: QtBot, *numbers: int) -> None:
    for number in numbers:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number))


def test_an_open_window_moves_to_a_pack_that_appears(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: moved_to(desktop, "Telephones"), timeout=20_000)

    assert notice(desktop).startswith(SAID)
    assert desktop.services.installed is not None
    assert desktop.services.installed.version == 2
    assert desktop.services.reading.parent.name.startswith("2-")


def test_it_looks_by_itself_after_the_start_and_every_hour(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    watch = updates_of(desktop)._watch
    assert watch is not None
    assert watch._soon.isActive()
    assert watch._soon.interval() <= 10_000
    assert watch._hourly.interval() == 3_600_000

    publish(folder, school.titled(2, "Telephones"))
    watch._hourly.timeout.emit()
    qtbot.waitUntil(lambda: moved_to(desktop, "Telephones"), timeout=20_000)


def test_the_reader_stays_at_the_clause_and_as_far_down(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.window.resize(1100, 500)
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    text = desktop.rooms.reading.page.text
    qtbot.wait(50)
    text.verticalScrollBar().setValue(text.verticalScrollBar().value() + 37)
    clause, offset = text.place
    top = text.verticalScrollBar().value()

    grown = CONTENT[PHONES].replace(b"\n## ", PARAGRAPH + b"\n## ", 1)
    publish(folder, school.pack(2, {PHONES: grown}))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)
    qtbot.wait(50)

    assert isinstance(desktop.window.page, ReaderPage)
    assert text.place[0] == clause
    assert text.place[1] == pytest.approx(offset, abs=2)
    assert text.verticalScrollBar().value() > top + 20
    assert "A new paragraph" in text.toPlainText()


def test_a_clause_that_was_taken_out_leaves_the_reader_beside_it(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.ways.open_clause(ClauseRef("phones"))
    names = [clause.id for clause in desktop.library.policy("phones").clauses]
    desktop.ways.open_clause(ClauseRef("phones", names[-1]))
    renamed = CONTENT[PHONES].replace(b"{#%s}" % names[-1].encode(), b"{#something-else}")
    assert renamed != CONTENT[PHONES]

    publish(folder, school.pack(2, {PHONES: renamed}))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)

    assert desktop.rooms.reading.page.text.current == names[-2]


def test_a_policy_that_was_taken_out_is_said(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.ways.open_clause(ClauseRef("phones"))
    publish(folder, school.pack(2, {PHONES: None}))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)

    assert desktop.window.page is desktop.rooms.lists.policies
    assert "is no longer part of the handbook" in notice(desktop)


def test_search_words_stay_and_are_answered_anew(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.ways.open_search("telephones")
    page = desktop.rooms.searching.page
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: any("Telephones" in str(hit) for hit in page.hits), timeout=20_000)

    assert page.text() == "telephones"
    assert desktop.window.page is page


def test_lists_show_what_is_new(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.rooms.reading.page.save_wanted.emit(ClauseRef("phones", "photos"))
    desktop.ways.open_policies()
    desktop.ways.go(AtSaved())
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)

    assert desktop.window.page is desktop.rooms.lists.saved
    assert "Telephones" in shown(desktop)
    desktop.ways.open_policies()
    assert "Telephones" in shown(desktop)


def shown(desktop: Desktop) -> str:
    """Every word of the page, as it is read aloud."""
    page = desktop.window.page
    assert page is not None
    widgets = [each for each in page.findChildren(QWidget) if each.isVisible()]
    labels = [each.text() for each in widgets if isinstance(each, QLabel)]
    return "\n".join(labels + [each.accessibleName() for each in widgets])


@pytest.mark.parametrize("numbers", [(), (2,), (2, 1)])
def test_a_journey_finishes_on_what_it_began_with(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot, numbers: tuple[int, ...]
) -> None:
    desktop.open_concern()
    press(qtbot, *numbers)
    before, page = desktop.library, desktop.window.page
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    updates = updates_of(desktop)
    qtbot.waitUntil(lambda: updates.moving.is_waiting, timeout=20_000)

    assert desktop.library is before
    assert desktop.window.page is page
    assert notice(desktop) == ""
    assert desktop.services.reading.parent.name.startswith("1-")
    desktop.back_from_wizard()
    assert moved_to(desktop, "Telephones")
    assert notice(desktop).startswith(SAID)


def test_leaving_quickly_shows_an_ordinary_page_and_says_nothing(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.open_concern()
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: updates_of(desktop).moving.is_waiting, timeout=20_000)
    desktop.leave_quickly()
    assert notice(desktop) == ""
    assert not moved_to(desktop, "Telephones")

    desktop.ways.go_home()
    assert moved_to(desktop, "Telephones")


def test_a_record_and_a_preview_hold_still(desktop: Desktop) -> None:
    journeys, paper = desktop.rooms.journeys, desktop.rooms.paper
    pages: list[Page] = [
        journeys.wizard, journeys.outcome, journeys.record, journeys.seen, paper.page,
    ]  # fmt: skip

    assert all(page.holds_still for page in pages)
    assert not desktop.home.holds_still
    assert not desktop.rooms.reading.page.holds_still


def test_what_another_program_installs_is_noticed(
    desktop: Desktop, data: Path, school: School, qtbot: QtBot
) -> None:
    school.install(data, school.titled(2, "Telephones"))
    watch = updates_of(desktop)._watch
    assert watch is not None
    watch.look_here()
    qtbot.waitUntil(lambda: moved_to(desktop, "Telephones"), timeout=20_000)

    Shelf(data).rollback()
    watch.look_here()
    qtbot.waitUntil(lambda: not moved_to(desktop, "Telephones"), timeout=20_000)
    went_back = "An earlier version was put back into use. You are reading version 1 now."
    assert went_back in notice(desktop)


def test_about_is_shown_anew(desktop: Desktop, folder: Path, school: School, qtbot: QtBot) -> None:
    desktop.ways.go(AtHelp(Topic.ABOUT))
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)

    assert desktop.window.page is desktop.help.about


def test_a_window_over_a_folder_of_content_has_no_updates(desktop: Desktop) -> None:
    other = Desktop(Look(), replace(desktop.services, installed=None))
    assert other.updates is None
    other.close()
    other.window.deleteLater()


def test_a_folder_that_is_gone_changes_nothing(
    desktop: Desktop, folder: Path, qtbot: QtBot
) -> None:
    shutil.rmtree(folder)
    look(desktop, qtbot)
    report = updates_of(desktop).report

    assert report is not None
    assert report.problems == (f"{folder} cannot be reached at the moment.",)
    assert notice(desktop) == ""


def test_the_model_makes_way_for_the_first_pack_under_a_key_of_machine_policy(
    opens: Opens, folder: Path, school: School, qtbot: QtBot
) -> None:
    key = school.key.public.text.split("\n")[1]
    desktop = opens(Managed("a policy", content_folders=(folder,), trusted_keys=(key,)))
    assert desktop.services.installed is not None
    assert desktop.services.installed.version is None

    publish(folder, school.titled(1, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: moved_to(desktop, "Telephones"), timeout=20_000)
    assert len(titles(desktop)) < 10


def notice_button(desktop: Desktop, words: str) -> QAbstractButton:
    notices = [each for each in desktop.window.findChildren(Notice) if each.isVisible()]
    found = [button for each in notices for button in each.findChildren(QAbstractButton)]
    return next(button for button in found if button.text() == words)


def test_the_notice_leads_to_what_changed_and_takes_no_focus(
    desktop: Desktop, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    focus = QApplication.focusWidget()
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    qtbot.waitUntil(lambda: notice(desktop) != "", timeout=20_000)
    assert QApplication.focusWidget() is focus

    notice_button(desktop, "What changed").click()
    assert desktop.window.page is desktop.rooms.changes.page
    qtbot.waitUntil(lambda: desktop.rooms.changes.found is not None, timeout=20_000)
    assert notice(desktop) == ""


def test_a_first_pack_in_the_folder_is_offered_once(
    opens: Opens, folder: Path, school: School, qtbot: QtBot
) -> None:
    desktop = opens()
    publish(folder, school.titled(2, "Telephones"))
    look(desktop, qtbot)
    assert "A first file of policies has arrived (new.handbook)." in notice(desktop)
    assert "school" not in notice(desktop)  # whose it is, nobody knows yet
    assert not moved_to(desktop, "Telephones")

    notice_button(desktop, "Look at it").click()
    page = updates_of(desktop).packs.page
    qtbot.waitUntil(page.same.isVisible, timeout=20_000)
    desktop.ways.go_home()
    look(desktop, qtbot)
    assert notice(desktop) == ""
