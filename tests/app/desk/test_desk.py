"""The desk from end to end: type, see what is wrong, mend it, see what staff will see, save."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QLabel

from handbook.app.desk.files import Group
from handbook.app.desk.keys import DeskCommand
from handbook.app.desk.row_model import ROW
from handbook.app.look.tokens import Theme
from handbook.state.unsaved import UnsavedStore
from tests.app.desk.conftest import DeskTrial

PHONES = "policies/phones.md"


def messages(trial: DeskTrial) -> list[str]:
    model = trial.window.problems.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def previewed(trial: DeskTrial) -> str:
    browser = trial.window.preview.browser
    assert browser is not None
    return browser.toPlainText()


def test_a_policy_opens_with_its_preview(trial: DeskTrial) -> None:
    assert trial.window.windowTitle() == "Phones on trips – Editors’ desk"
    assert "# Phones" not in previewed(trial)
    assert "Phones on trips" in previewed(trial)
    assert trial.window.files.currentIndex().data().startswith("Phones on trips")


def test_a_slip_is_found_after_a_pause_and_f4_mends_it(trial: DeskTrial) -> None:
    trial.change("> **You must not** give", "> **You mustnt** give")
    assert any("You mustnt" in message for message in messages(trial))
    assert "1 error" in trial.window.files.currentIndex().data()
    line = trial.window.source.toPlainText().split("**You mustnt**")[0].count("\n") + 1
    assert trial.window.source.problem_at(line) is True

    trial.press("F8")
    assert trial.window.source.line == line
    trial.press("F4")
    trial.settle()
    assert "> **You must not** give" in trial.window.source.toPlainText()
    assert not any("You mustnt" in message for message in messages(trial))

    trial.press("Ctrl+Z")
    assert "> **You mustnt** give" in trial.window.source.toPlainText()


def test_f8_goes_round_the_problems(trial: DeskTrial) -> None:
    trial.change("review: 2027-09-01", "review: soon")
    trial.change("> **You must not** give", "> **You mustnt** give")
    trial.window.source.go_to_line(1)
    seen = []
    for _ in range(len(messages(trial)) + 1):
        trial.press("F8")
        seen.append(trial.window.source.line)
    assert seen == [*sorted(seen[:-1]), seen[0]]

    trial.press("Shift+F8")
    assert trial.window.source.line == seen[-2]


def test_the_preview_follows_words_and_cursor(trial: DeskTrial) -> None:
    trial.change("Keep it switched on", "Leave it switched on")
    assert "Leave it switched on" in previewed(trial)

    text = trial.window.source.toPlainText()
    trial.window.source.go_to_line(text.split("### Photos")[0].count("\n") + 1)
    browser = trial.window.preview.browser
    assert browser is not None
    assert browser.current == "photos"


def test_what_cannot_be_read_is_said_and_the_last_words_stay(trial: DeskTrial) -> None:
    trial.change(" {#photos}", "")
    assert "Photos of pupils" in previewed(trial)
    assert "cannot be read yet" in trial.window.preview.warning

    trial.press("Ctrl+Z")
    trial.settle()
    assert trial.window.preview.warning == ""


def test_light_dark_large_and_paper(trial: DeskTrial) -> None:
    pane = trial.window.preview
    pane.dark.click()
    assert "Phones on trips" in previewed(trial)
    assert pane.dark.isChecked()
    assert not pane.light.isChecked()
    assert trial.look.theme is Theme.LIGHT, "the desk itself keeps its theme"

    pane.large.click()
    assert "Phones on trips" in previewed(trial)
    pane.print.click()
    assert pane.browser is None or not pane.browser.isVisible()
    pane.print.click()
    assert "Phones on trips" in previewed(trial)


def test_saving_writes_the_file_and_says_so(trial: DeskTrial) -> None:
    trial.change("Keep it switched on", "Leave it switched on")
    assert trial.window.files.currentIndex().data().split(", ")[1] == "not saved"
    trial.press("Ctrl+S")

    assert "Leave it switched on" in trial.on_disk(PHONES)
    assert "not saved" not in trial.window.files.currentIndex().data()


def test_a_link_of_the_preview_opens_its_source(trial: DeskTrial) -> None:
    browser = trial.window.preview.browser
    assert browser is not None
    browser.anchorClicked.emit(QUrl("clause:phones#photos"))
    line = trial.window.source.textCursor().block().text()
    assert line == "### Photos of pupils {#photos}"


def test_somebody_elses_words_are_asked_about(trial: DeskTrial) -> None:
    trial.change("Keep it switched on", "Leave it switched on")
    (trial.folder / PHONES).write_text("Theirs\n", "utf-8")
    trial.press("Ctrl+S")
    assert "Somebody else changed “Phones on trips”" in trial.window.asking.words
    assert [b.text() for b in trial.window.asking.buttons()] == [
        "Keep mine",
        "Take theirs",
        "Decide later",
    ]

    trial.window.asking.buttons()[1].click()
    assert trial.window.source.toPlainText() == "Theirs\n"
    kept = list((trial.folder / "policies").glob(".phones.md.kept-*"))
    assert "Leave it switched on" in kept[0].read_text("utf-8")
    trial.press("Ctrl+Z")
    assert "Leave it switched on" in trial.window.source.toPlainText(), "Undo has mine too"


def test_whoever_never_pauses_is_kept_too(trial: DeskTrial, tmp_path: Path) -> None:
    store = UnsavedStore(tmp_path / "data", trial.folder)
    for _ in range(60):
        trial.bot.keyClick(trial.window.source, "x")
        trial.bot.wait(40)
        if store.all():
            break

    assert store.all(), "typed for two seconds and more without a pause"


def test_the_list_shows_which_file_is_open_though_it_has_the_focus(trial: DeskTrial) -> None:
    files = trial.window.files
    files.setFocus()
    trial.desk.open("school.yaml")
    files.setFocus()
    trial.desk.open(PHONES)
    files.setFocus()
    trial.settle()

    assert files.currentIndex().data(ROW).file == PHONES


def test_a_question_at_the_start_gives_the_focus_back_to_the_text(trial: DeskTrial) -> None:
    trial.window.source.setFocus()
    trial.window.asking.ask("Which?", (("This", lambda: None), ("That", lambda: None)))
    trial.window.asking.buttons()[0].click()

    assert trial.window.source.hasFocus()


def test_closing_with_unsaved_words_asks(trial: DeskTrial) -> None:
    trial.change("Keep it switched on", "Leave it switched on")
    trial.window.close()
    assert trial.window.isVisible()
    assert trial.window.asking.words == "Not saved yet: “Phones on trips”."

    trial.window.asking.buttons()[0].click()
    assert not trial.window.isVisible()
    assert "Leave it switched on" in trial.on_disk(PHONES)


def test_every_file_opens(trial: DeskTrial) -> None:
    for _, names in trial.desk.work.names():
        for name in names:
            trial.desk.open(name)
            trial.settle()
            assert trial.window.source.name == name


def test_groups_without_files_are_not_listed(trial: DeskTrial) -> None:
    rows = trial.window.files.files
    said = [rows.index(row, 0).data() for row in range(rows.rowCount())]

    assert Group.POLICIES in said
    assert Group.FLOWS in said


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_f6_goes_round_the_parts(trial: DeskTrial, key: str) -> None:
    trial.window.source.setFocus()
    seen = []
    for _ in range(5):
        trial.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)

    assert trial.window.source in seen
    assert trial.window.files in seen


def test_f1_lists_every_key_and_leads_back(trial: DeskTrial) -> None:
    trial.press("F1")
    assert trial.window.room is not None
    names = [label.text() for label in trial.window.room.findChildren(QLabel)]
    for command in trial.desk.held:
        assert isinstance(command, DeskCommand)
        assert any(command.words in name for name in names), command.words

    trial.press("Escape")
    assert trial.window.source.isVisible()


def test_no_two_commands_have_one_key(trial: DeskTrial) -> None:
    commands = [each for each in trial.desk.held if isinstance(each, DeskCommand)]
    keys = [key for command in commands for key in command.keys]

    assert keys
    assert len(keys) == len(set(keys))


def test_a_narrow_window_shows_the_source_or_the_preview(trial: DeskTrial) -> None:
    trial.window.resize(800, 600)
    assert trial.window.source.isVisible()
    assert not trial.window.preview.isVisible()

    trial.window.head.preview.click()
    assert trial.window.preview.isVisible()
    assert not trial.window.source.isVisible()


def test_a_file_that_is_no_text_is_said_and_the_one_before_stays(
    content: Path, trial: DeskTrial
) -> None:
    (content / "policies" / "visitors.md").write_bytes(b"Caf\xe9")
    trial.desk.open("policies/visitors.md")

    assert "not UTF-8 text" in trial.window.asking.words
    assert trial.window.source.name == PHONES
