"""A first school makes its key at the desk, without a command line."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.app.desk.publish.keys import FEWEST, KeyMaking, KeyUse
from handbook.packs.keys import CHEAP, read_public_key, read_secret_key
from handbook.packs.names import SPARE
from handbook.packs.pack import open_pack, read_pack
from tests.app.desk.conftest import DeskTrial
from tests.app.desk.publish.test_publish import PASSPHRASE, clean, publish, said

OTHER = "another four words"


@pytest.fixture
def office(trial: DeskTrial, tmp_path: Path) -> DeskTrial:
    """An office without a key; guessing is cheap, as a trial need not wait."""
    for name in ("packs", "keys", "safe"):
        (tmp_path / name).mkdir()
    publishing = trial.desk.publishing
    publishing.ask_folder = lambda: str(tmp_path / "packs")
    publishing.ask_key_folder = lambda: str(tmp_path / "keys")
    publishing.making = KeyMaking(
        publishing.room,
        trial.folder,
        publishing._working_keys,
        publishing.presenter.made,
        CHEAP,
    )
    clean(trial)
    trial.press("Ctrl+Return")
    publishing.room.folder.click()
    trial.wait(lambda: "The first version" in said(trial))
    return trial


def make(trial: DeskTrial, passphrase: str = PASSPHRASE, use: KeyUse = KeyUse.WORK) -> None:
    room, panel = trial.desk.publishing.room, trial.desk.publishing.key_panel
    (room.new_key if use is KeyUse.WORK else room.spare).click()
    trial.bot.keyClicks(panel.first.edit, passphrase)
    trial.bot.keyClicks(panel.again.edit, passphrase)
    panel.act.click()
    assert (panel.first.text, panel.again.text) == ("", ""), "no passphrase stays behind"


def finds(trial: DeskTrial, words: str) -> Callable[[], bool]:
    return lambda: words in said(trial)


def test_a_key_is_made_and_signs_the_first_pack(office: DeskTrial, tmp_path: Path) -> None:
    make(office)
    office.wait(finds(office, "The key is made"))
    secret = tmp_path / "keys" / "work.key"
    public = read_public_key(tmp_path / "keys" / "work.pub")

    assert read_secret_key(secret, PASSPHRASE).public == public
    assert public.fingerprint in said(office)
    assert "Keep work.key and its passphrase apart" in said(office)
    if sys.platform != "win32":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600

    publish(office)
    file = tmp_path / "packs" / "test-school-1.handbook"
    assert open_pack(read_pack(file), file.name, [public]).manifest.version == 1


def test_the_spare_goes_into_every_pack(office: DeskTrial, tmp_path: Path) -> None:
    make(office)
    office.wait(finds(office, "The key is made"))
    office.desk.publishing.ask_key_folder = lambda: str(tmp_path / "safe")
    make(office, OTHER, KeyUse.SPARE)
    office.wait(finds(office, "The spare is made"))
    assert "None yet" not in said(office)
    publish(office)

    pack = open_pack(read_pack(tmp_path / "packs" / "test-school-1.handbook"), "", None)
    spare = (tmp_path / "safe" / "spare.pub").read_bytes()
    assert pack.files[SPARE] == spare
    assert not office.desk.publishing.room.spare.isVisible()


def test_the_passphrase_is_long_enough_and_typed_twice(office: DeskTrial) -> None:
    office.desk.publishing.room.new_key.click()
    panel = office.desk.publishing.key_panel
    office.bot.keyClicks(panel.first.edit, "a" * (FEWEST - 1))
    office.bot.keyClicks(panel.again.edit, "a" * (FEWEST - 1))
    assert not panel.act.isEnabled()

    office.bot.keyClicks(panel.first.edit, "b")
    office.bot.keyClicks(panel.again.edit, "c")
    assert panel.said.text() == "The two are not the same."
    assert not panel.act.isEnabled()

    panel.close_panel()
    assert (panel.first.text, panel.again.text) == ("", "")


@pytest.mark.parametrize("place", ["packs", "content"])
def test_a_key_never_lies_where_others_see_it(
    office: DeskTrial, tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "packs" if place == "packs" else office.folder
    office.desk.publishing.ask_key_folder = lambda: str(folder)
    make(office)
    office.wait(finds(office, "No key was made."))

    assert not list(folder.glob("work.*"))


def test_a_key_is_never_written_over(office: DeskTrial, tmp_path: Path) -> None:
    (tmp_path / "keys" / "work.pub").write_text("old", "utf-8")
    make(office)
    office.wait(finds(office, "is there already: a key is never written over"))

    assert (tmp_path / "keys" / "work.pub").read_text("utf-8") == "old"
    assert not (tmp_path / "keys" / "work.key").exists()
