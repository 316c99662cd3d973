"""Publishing from the desk: locked with a reason, or signed and put where IT takes it from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from handbook.packs.keys import CHEAP, SecretKey
from handbook.packs.pack import open_pack, read_pack
from handbook.state.desk_settings import DeskSettings, DeskSettingsStore
from tests.accessible.tree import UNNAMED_ROLES, controls, name, role
from tests.app.desk.conftest import DeskTrial

PHONES = "policies/phones.md"
PASSPHRASE = "correct horse"


@pytest.fixture
def key(tmp_path: Path) -> SecretKey:
    made = SecretKey.make()
    (tmp_path / "work.key").write_text(made.sealed(PASSPHRASE, CHEAP), "utf-8")
    (tmp_path / "packs").mkdir()
    return made


@pytest.fixture
def office(trial: DeskTrial, tmp_path: Path, key: SecretKey) -> DeskTrial:
    del key
    publishing = trial.desk.publishing
    publishing.ask_folder = lambda: str(tmp_path / "packs")
    publishing.ask_key = lambda: str(tmp_path / "work.key")
    return trial


def clean(trial: DeskTrial) -> None:
    """A school and policies with nothing in the way."""
    for flow in (trial.folder / "flows").glob("*.md"):
        flow.unlink()
    trial.desk.open("school.yaml")
    text = trial.window.source.toPlainText()
    text = text.replace("title: Designated Safeguarding Lead", "title: DSL, name: S. Lead")
    text = text.replace("title: Chair of governors", "title: Chair of governors, name: C. Hair")
    trial.desk.work.put({"school.yaml": text})
    trial.desk.save()
    trial.desk.open(PHONES)
    trial.settle()


def choose(trial: DeskTrial) -> None:
    room = trial.desk.publishing.room
    room.folder.click()
    room.key.click()
    trial.bot.wait(20)


def said(trial: DeskTrial) -> str:
    from PySide6.QtWidgets import QLabel

    labels = trial.desk.publishing.room.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def publish(trial: DeskTrial, passphrase: str = PASSPHRASE) -> None:
    room = trial.desk.publishing.room
    trial.wait(room.publish.isVisible)
    trial.bot.keyClicks(room.passphrase.edit, passphrase)
    trial.press("Ctrl+Return")
    assert room.passphrase.text == "", "it leaves the field at once"
    trial.wait(lambda: "published" in said(trial))


def test_errors_lock_it_and_lead_to_their_place(office: DeskTrial) -> None:
    clean(office)
    office.change("> **You must not** give", "> **You mustnt** give")
    office.press("Ctrl+S")
    office.press("Ctrl+Return")
    choose(office)
    office.settle()
    room = office.desk.publishing.room
    office.wait(lambda: "Mend 1 error in “Phones on trips”." in said(office))
    assert not room.publish.isVisible()

    buttons = room.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName().startswith("Go there: Mend")).click()
    assert office.window.source.isVisible()
    assert "You mustnt" in office.window.source.textCursor().block().text()


def test_unsaved_words_and_blank_people_lock_it(office: DeskTrial) -> None:
    office.change("Keep it switched on", "Leave it switched on")
    office.desk.publishing.open()
    office.wait(lambda: "Save “Phones on trips”." in said(office))
    words = said(office)

    assert "Save “Phones on trips”." in words
    assert "Fill in the name for “Designated Safeguarding Lead”" in words
    assert "Fill in the name for “Chair of governors”" in words
    assert "Choose the folder that IT takes packs from." in words

    buttons = office.desk.publishing.room.findChildren(QPushButton)
    next(b for b in buttons if "Chair of governors" in b.accessibleName()).click()
    assert office.desk.work.shown == "school.yaml"
    assert office.desk.rooms.school.presenter.chosen == "chair"
    buttons = office.desk.publishing.room.findChildren(QPushButton)
    next(b for b in buttons if "Chair of governors" in b.accessibleName()).click()
    assert office.window.room is office.desk.rooms.school.form, "a name is filled in there"


@pytest.mark.parametrize("short", ["model-school", "The School"])
def test_a_first_pack_needs_a_name_of_the_schools_own(office: DeskTrial, short: str) -> None:
    clean(office)
    text = office.desk.work.text_of("school.yaml").replace("test-school", short)
    office.desk.work.put({"school.yaml": text})
    assert office.desk.work.save("school.yaml")
    office.settle()
    office.press("Ctrl+Return")
    choose(office)
    office.wait(lambda: "Give the school a short name" in said(office))

    assert not office.desk.publishing.room.publish.isVisible()


def test_a_pack_is_signed_and_put_there(office: DeskTrial, tmp_path: Path, key: SecretKey) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    office.wait(lambda: "The first version" in said(office))
    publish(office)

    file = tmp_path / "packs" / "test-school-1.handbook"
    assert str(file) in said(office)
    pack = open_pack(read_pack(file), file.name, [key.public])
    assert pack.manifest.version == 1
    assert pack.content[PHONES].decode("utf-8") == office.on_disk(PHONES)
    assert [path.name for path in (tmp_path / "packs").iterdir()] == [file.name]


def test_the_next_one_counts_on_and_says_what_changed(office: DeskTrial) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    publish(office)
    office.desk.publishing.leave()
    office.change("Keep it switched on", "Leave it switched on")
    office.press("Ctrl+S")
    office.press("Ctrl+Return")
    office.wait(lambda: "Changes since version 1" in said(office))

    assert "Phones on trips: " in said(office)
    office.wait(office.desk.publishing.room.publish.isVisible)
    assert office.desk.publishing.room.publish.text() == "Sign and publish version 2"


def test_a_wrong_passphrase_publishes_nothing(office: DeskTrial, tmp_path: Path) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    publish(office, "wrong")

    assert "Nothing was published." in said(office)
    assert list((tmp_path / "packs").iterdir()) == []


def test_places_are_remembered_and_the_passphrase_is_not(
    office: DeskTrial, tmp_path: Path
) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    publish(office)

    kept = DeskSettingsStore(tmp_path / "data").read()
    assert kept == DeskSettings(str(tmp_path / "packs"), str(tmp_path / "work.key"), "1")
    written = [p for p in (tmp_path / "data").rglob("*") if p.is_file()]
    assert written
    assert not [p for p in written if PASSPHRASE.encode() in p.read_bytes()]


def test_an_emptied_folder_does_not_count_from_one_again(
    office: DeskTrial, tmp_path: Path
) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    publish(office)
    (tmp_path / "packs" / "test-school-1.handbook").unlink()
    office.desk.publishing.leave()
    office.press("Ctrl+Return")
    office.wait(lambda: "any more: version 1 was published" in said(office))

    assert "publish version 2" in office.desk.publishing.room.publish.text()


def test_a_share_that_is_not_there_is_no_folder_without_packs(
    office: DeskTrial, tmp_path: Path
) -> None:
    clean(office)
    office.desk.publishing.ask_folder = lambda: str(tmp_path / "not mounted")
    office.press("Ctrl+Return")
    choose(office)
    office.wait(lambda: "The folder for packs cannot be read." in said(office))

    assert "The first version" not in said(office)
    assert not office.desk.publishing.room.publish.isVisible()


def test_a_folder_within_the_content_is_refused(office: DeskTrial) -> None:
    clean(office)
    (office.folder / "packs").mkdir()
    office.desk.publishing.ask_folder = lambda: str(office.folder / "packs")
    office.press("Ctrl+Return")
    choose(office)
    publish(office)

    assert "lies in the content" in said(office)


def test_the_text_is_compared_with_the_published_one(office: DeskTrial) -> None:
    clean(office)
    office.press("Ctrl+Return")
    choose(office)
    publish(office)
    office.desk.publishing.leave()
    office.change("Keep it switched on", "Leave it switched on")
    office.desk.publishing.compare()
    changes = office.desk.publishing.comparing.page
    office.wait(changes.isVisible)

    assert "Leave" in changes.text.sheet.toPlainText()
    office.desk.publishing.leave()
    assert office.window.source.isVisible()


def test_without_a_folder_comparing_asks_for_one(office: DeskTrial) -> None:
    office.desk.publishing.compare()

    assert office.desk.publishing.is_shown
    assert "Choose the folder" in office.window.asking.words


def test_tab_goes_down_the_page(office: DeskTrial) -> None:
    office.desk.publishing.open()
    room = office.desk.publishing.room
    office.wait(lambda: "Fill in the name" in said(office))
    room.back.setFocus()
    office.press("Tab")
    focus = QApplication.focusWidget()

    assert focus is not None
    assert focus.accessibleName().startswith("Go there")


def test_every_control_is_named(office: DeskTrial) -> None:
    office.desk.publishing.open()
    for control in controls(office.window):
        assert name(control).strip(), control
        assert role(control) not in UNNAMED_ROLES, name(control)
