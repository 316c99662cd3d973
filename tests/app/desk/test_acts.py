"""Inserting, beginning, renaming, pasting and importing in the desk's window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from handbook.app.desk.choosing import TEXTS
from handbook.app.desk.files_made.begun import NewKind, name_of
from handbook.app.desk.importable import asked_for
from handbook.app.desk.menu import desk_acts
from handbook.importers import editors_part
from handbook.lint.check import check
from tests.accessible.tree import UNNAMED_ROLES, controls, name, role
from tests.app.desk.conftest import DeskTrial

PHONES = "policies/phones.md"
WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->'
    "<p class=MsoNormal><b>Staff</b> keep <i>records</i>:<o:p></o:p></p>"
    "<ul><li>of visits</li><li>of keys</li></ul>"
    "<table><tr><td>When</td><td>Who</td></tr><tr><td>Daily</td><td>Office</td></tr></table>"
    "<!--EndFragment--></body></html>"
)


def text(trial: DeskTrial) -> str:
    return trial.window.source.toPlainText()


def cursor_after(trial: DeskTrial, words: str) -> None:
    source = trial.window.source
    cursor = source.textCursor()
    cursor.setPosition(text(trial).index(words) + len(words))
    source.setTextCursor(cursor)


def test_a_link_is_found_and_inserted_by_keys(trial: DeskTrial) -> None:
    cursor_after(trial, "Keep it switched on")
    trial.press("Ctrl+Shift+K")
    trial.bot.keyClicks(QApplication.focusWidget(), " safeguard")
    trial.press("Return")

    assert "Keep it switched on[Designated Safeguarding Lead](role:dsl), and" in text(trial)
    trial.press("Ctrl+Z")
    assert "Keep it switched on, and" in text(trial)


def test_a_rule_stands_on_a_line_of_its_own(trial: DeskTrial) -> None:
    cursor_after(trial, "Keep it")
    trial.press("Ctrl+Shift+K")
    trial.bot.keyClicks(QApplication.focusWidget(), "tell")
    trial.press("Return")

    assert "until every pupil has been collected.\n\n> **Tell** \n" in text(trial)


def test_escape_leaves_the_palette_as_it_was(trial: DeskTrial) -> None:
    before = text(trial)
    trial.press("Ctrl+Shift+K")
    trial.press("Escape")

    assert not trial.desk.acts.palette.isVisible()
    assert text(trial) == before


@pytest.mark.parametrize("kind", list(NewKind))
def test_a_new_file_lints_clean(trial: DeskTrial, kind: NewKind) -> None:
    before = {(f.place.file, f.message) for f in check(trial.folder)}
    trial.press("Ctrl+N")
    panel = trial.desk.acts.new_panel
    panel.kind.show_choices([(each.value, each.value) for each in NewKind], kind.value)
    trial.bot.keyClicks(panel.name.edit, "Lost property: keys")
    assert panel.file.endswith("/lost-property-keys.md")
    trial.bot.keyClick(panel.name.edit, Qt.Key.Key_Return)

    assert trial.window.source.name == panel.file
    assert 'title: "Lost property: keys"' in text(trial)
    after = {(f.place.file, f.message) for f in check(trial.folder) if f.is_error}
    assert {each for each in after - before if each[0] == panel.file} == set()


def test_a_title_that_is_taken_begins_nothing(trial: DeskTrial) -> None:
    trial.press("Ctrl+N")
    panel = trial.desk.acts.new_panel
    trial.bot.keyClicks(panel.name.edit, "Phones")
    trial.bot.keyClick(panel.name.edit, Qt.Key.Key_Return)

    assert panel.isVisible()
    assert "There is policies/phones.md already" in panel.said.text()


def test_names_are_made_of_plain_letters() -> None:
    assert name_of("  Élan & Co: 2027! ") == "elan-co-2027"
    assert name_of("!!") == ""


def test_a_clause_is_renamed_with_its_links_and_back(trial: DeskTrial) -> None:
    before = {path: path.read_text("utf-8") for path in trial.folder.rglob("*.md")}
    cursor_after(trial, "> **You must** take")
    trial.press("F2")
    panel = trial.desk.acts.rename_panel
    assert panel.title.text() == "Another name for photos"
    trial.bot.keyClicks(panel.name.edit, "pictures")
    assert "links follow" in panel.said.text() or "1 link follows" in panel.said.text()
    trial.bot.keyClick(panel.name.edit, Qt.Key.Key_Return)

    assert "### Photos of pupils {#pictures}" in trial.on_disk(PHONES)
    assert "(#photos)" not in trial.on_disk(PHONES)
    trial.window.asking.buttons()[1].click()
    assert {path: path.read_text("utf-8") for path in trial.folder.rglob("*.md")} == before


def test_a_file_is_renamed_with_its_links_and_back(trial: DeskTrial) -> None:
    before = {path: path.read_text("utf-8") for path in trial.folder.rglob("*.md")}
    trial.desk.acts.rename_file()
    panel = trial.desk.acts.rename_panel
    trial.bot.keyClicks(panel.name.edit, "trips")
    trial.bot.keyClick(panel.name.edit, Qt.Key.Key_Return)

    assert not (trial.folder / PHONES).exists()
    assert trial.window.source.name == "policies/trips.md"
    assert not [f for f in check(trial.folder) if f.rule.startswith("link-")]
    trial.window.asking.buttons()[1].click()
    assert {path: path.read_text("utf-8") for path in trial.folder.rglob("*.md")} == before
    assert trial.window.source.name == PHONES


@pytest.mark.parametrize("typed", ["visitors", "Big Name", "phones"])
def test_a_name_that_cannot_be_is_said(trial: DeskTrial, typed: str) -> None:
    trial.desk.acts.rename_file()
    panel = trial.desk.acts.rename_panel
    panel.name.edit.clear()
    trial.bot.keyClicks(panel.name.edit, typed)
    trial.bot.keyClick(panel.name.edit, Qt.Key.Key_Return)

    assert panel.isVisible()
    assert (trial.folder / PHONES).exists()


def test_words_from_word_come_without_mess(trial: DeskTrial) -> None:
    cursor_after(trial, "pupil has been collected.")
    data = QMimeData()
    data.setHtml(WORD)
    data.setText("Staff keep records: of visits of keys")
    trial.window.source.insertFromMimeData(data)

    assert (
        "**Staff** keep *records*:\n\n- of visits\n- of keys\n\n"
        "| When | Who |\n| --- | --- |\n| Daily | Office |"
    ) in text(trial)
    trial.press("Ctrl+Z")
    assert "Office |" not in text(trial)


def test_plain_words_stay_as_they_are(trial: DeskTrial) -> None:
    data = QMimeData()
    data.setHtml("<meta charset='utf-8'><span>a * b_c</span>")
    data.setText("a * b_c")
    trial.window.source.insertFromMimeData(data)

    assert text(trial).startswith("a * b_c---")


def test_a_dropped_file_becomes_a_draft(trial: DeskTrial, tmp_path: Path) -> None:
    page = tmp_path / "Lone working.html"
    page.write_text("<h1>Lone working</h1><h2>Who</h2><p>Everybody who is alone.</p>", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    trial.window.source.insertFromMimeData(data)
    trial.wait(lambda: trial.window.source.name != PHONES)

    assert trial.window.source.name == "policies/lone-working.md"
    assert "Everybody who is alone." in text(trial)
    assert "title: Lone working" in trial.on_disk("policies/lone-working.md")
    assert "A draft was made" in trial.window.asking.words


def test_files_are_chosen_by_key_too(trial: DeskTrial, tmp_path: Path) -> None:
    (tmp_path / "visits.txt").write_text("1. Ask first\n\nAsk the head before a visit.\n", "utf-8")
    trial.desk.acts.ask_files = lambda: [str(tmp_path / "visits.txt")]
    trial.press("Ctrl+I")
    trial.wait(lambda: trial.window.source.name == "policies/visits.md")

    assert "Ask the head before a visit." in text(trial)


def test_nothing_chosen_imports_nothing(trial: DeskTrial) -> None:
    trial.desk.acts.ask_files = lambda: ()
    trial.press("Ctrl+I")

    assert trial.window.asking.words == ""


def test_a_file_that_is_no_document_is_said(trial: DeskTrial, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    trial.desk.acts.import_files([tmp_path / "photo.png"])
    trial.wait(lambda: "Reading" not in trial.window.asking.words)

    assert "photo.png" in trial.window.asking.words
    assert trial.window.source.name == PHONES


def test_one_bad_file_keeps_no_other_from_becoming_a_draft(
    trial: DeskTrial, tmp_path: Path
) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "Keys.txt").write_text("Keys\n\nHand keys in at the office.\n", "utf-8")
    trial.desk.acts.ask_files = lambda: [
        str(tmp_path / "photo.png"),
        str(tmp_path / "Keys.txt"),
    ]
    next(act for act in desk_acts(trial.desk) if act.id == "import").run()
    trial.wait(lambda: trial.window.source.name != PHONES)

    assert "Hand keys in" in text(trial)
    assert "A draft was made" in trial.window.asking.words
    assert "photo.png cannot be imported" in trial.window.asking.words


@pytest.fixture
def without_editors_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editors_part, "_LIBRARIES", ("no_such_library",))


@pytest.mark.usefixtures("without_editors_part")
def test_without_the_editors_part_texts_alone_are_offered(
    trial: DeskTrial, tmp_path: Path
) -> None:
    (tmp_path / "visits.txt").write_text("1. Ask first\n\nAsk the head.\n", "utf-8")
    said: list[str] = []

    def choose() -> list[str]:
        said.append(trial.window.asking.words)
        return [str(tmp_path / "visits.txt")]

    trial.desk.acts.ask_files = choose
    act = next(act for act in desk_acts(trial.desk) if act.id == "import")
    act.run()
    trial.wait(lambda: trial.window.source.name == "policies/visits.md")

    assert act.words == "Import a text"
    assert asked_for() == ("Texts to make drafts of", TEXTS)
    assert "not installed on this computer: ask your IT to add it." in said[0]


@pytest.mark.usefixtures("without_editors_part")
def test_without_the_editors_part_what_is_pasted_comes_as_words_and_says_so(
    trial: DeskTrial,
) -> None:
    cursor_after(trial, "Keep it")
    trial.desk.acts.paste("<span>plain</span>", " plain")
    assert trial.window.asking.words == ""

    trial.desk.acts.paste(WORD, " Staff keep records")

    assert "Keep it plain Staff keep records" in text(trial)
    assert trial.window.asking.words.startswith("Pasted without headings, lists and tables.")
    assert "ask your IT" in trial.window.asking.words


def test_the_list_of_acts_fits_the_file(trial: DeskTrial) -> None:
    assert {act.id for act in desk_acts(trial.desk)} >= {"new", "insert", "rename-file"}
    trial.desk.open("words.yaml")
    assert "insert" not in {act.id for act in desk_acts(trial.desk)}

    trial.window.head.more.click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "New policy" in name(focus)


@pytest.mark.parametrize("keys", ["Ctrl+Shift+K", "Ctrl+N", "F2"])
def test_panels_are_named_and_left_by_escape(trial: DeskTrial, keys: str) -> None:
    cursor_after(trial, "> **You must** take")
    trial.press(keys)
    for control in controls(trial.window):
        assert name(control).strip(), control
        assert role(control) not in UNNAMED_ROLES, name(control)

    trial.press("Escape")
    assert QApplication.focusWidget() in (trial.window.head.more, trial.window.source)
