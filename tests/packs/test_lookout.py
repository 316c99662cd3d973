"""Looking through folders: the newest that holds, and a reason for each that does not."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from handbook.packs import lookout as module
from handbook.packs.keys import SecretKey
from handbook.packs.lookout import Looked, Lookout
from handbook.packs.publish import make_pack
from handbook.packs.shelf import Shelf
from handbook.packs.trust import Trust
from tests.packs.small import CONTENT, NEWER, manifest, opened

TODAY = date(2026, 11, 21)


class Folders:
    """Folders with packs, and a computer that looks through them."""

    def __init__(self, root: Path, key: SecretKey) -> None:
        self.root = root
        self.key = key
        self.shelf = Shelf(root / "data")
        self.lookout = Lookout(self.shelf, lambda: TODAY)
        self.all = (root / "first", root / "second")
        for folder in self.all:
            folder.mkdir()

    def put(self, name: str, data: bytes) -> Path:
        path = self.root / name
        path.write_bytes(data)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        return path

    def put_version(self, name: str, version: int, school: str = "hill") -> Path:
        content = {**NEWER, "policies/more.md": b"---\ntitle: %d\n---\n" % version}
        return self.put(name, make_pack(content, manifest(version, school), self.key))

    def look(self, *, school: str | None = None, trusts: bool = True) -> Looked:
        trust = Trust((self.key.public,) if trusts else None, school)
        return self.lookout.look(self.all, trust)

    def install(self, version: int) -> None:
        self.shelf.install(opened(make_pack(CONTENT, manifest(version), self.key), self.key))


@pytest.fixture
def folders(tmp_path: Path, key: SecretKey) -> Folders:
    return Folders(tmp_path, key)


def version(looked: Looked) -> int | None:
    return looked.best.manifest.version if looked.best else None


def test_empty_folders_bring_nothing(folders: Folders) -> None:
    assert folders.look() == Looked()


def test_the_highest_version_over_all_folders_wins(folders: Folders) -> None:
    folders.put_version("first/a.handbook", 3)
    folders.put_version("second/b.HANDBOOK", 5)
    folders.put_version("second/c.handbook", 4)

    assert version(folders.look()) == 5
    assert folders.look().refused == ()


def test_what_is_there_already_or_older_is_no_news_and_no_problem(folders: Folders) -> None:
    folders.install(4)
    folders.put("first/same.handbook", make_pack(CONTENT, manifest(4), folders.key))
    folders.put_version("first/older.handbook", 3)

    assert folders.look() == Looked()


def test_old_packs_of_a_key_that_was_changed_are_no_problem(
    folders: Folders, other_key: SecretKey
) -> None:
    folders.install(4)
    folders.put("first/3.handbook", make_pack(CONTENT, manifest(3), other_key))
    folders.put("first/4.handbook", make_pack(NEWER, manifest(4), other_key))
    folders.put("first/5.handbook", make_pack(NEWER, manifest(5), other_key))
    torn = make_pack(NEWER, manifest(2), other_key)[:-9]
    folders.put("first/torn.handbook", torn)
    looked = folders.look()

    assert [said.partition(" ")[0] for said in looked.refused] == [
        "4.handbook", "5.handbook", "torn.handbook",
    ]  # fmt: skip


def test_a_second_pack_with_a_number_that_was_here_is_refused(folders: Folders) -> None:
    folders.install(4)
    folders.put_version("first/again.handbook", 4)
    (said,) = folders.look().refused

    assert said == (
        "again.handbook is refused: another pack with version 4 was here before, and versions "
        "only grow."
    )


def test_two_packs_with_one_number_are_not_both_taken(folders: Folders) -> None:
    folders.put_version("first/a.handbook", 3)
    folders.put("first/b.handbook", make_pack(CONTENT, manifest(3), folders.key))
    looked = folders.look()

    assert looked.best is not None
    assert looked.best.file == "a.handbook"
    assert looked.refused == ("b.handbook is refused: a.handbook has the same version.",)


def test_going_back_is_not_undone(folders: Folders) -> None:
    folders.install(3)
    folders.install(4)
    folders.put("first/same.handbook", make_pack(CONTENT, manifest(4), folders.key))
    folders.shelf.rollback()

    assert folders.look() == Looked()


def test_what_was_lost_is_brought_back(folders: Folders) -> None:
    folders.install(4)
    folders.put("first/same.handbook", make_pack(CONTENT, manifest(4), folders.key))
    now = folders.shelf.pointer.now
    assert now is not None
    now.pack.write_bytes(b"")
    (now.content / "school.yaml").unlink()

    assert version(folders.look()) == 4


def test_a_refused_pack_hides_no_good_one(folders: Folders, other_key: SecretKey) -> None:
    folders.put_version("first/good.handbook", 3)
    foreign = make_pack(NEWER, manifest(9), other_key)
    folders.put("first/foreign.handbook", foreign)
    folders.put("second/torn.handbook", folders.put_version("x.handbook", 8).read_bytes()[:-9])
    folders.put_version("second/lane.handbook", 7, "lane")
    folders.put("second/empty.handbook", b"")
    looked = folders.look(school="hill")

    assert version(looked) == 3
    assert [said.partition(" ")[0] for said in looked.refused] == [
        "foreign.handbook", "empty.handbook", "lane.handbook", "torn.handbook",
    ]  # fmt: skip
    assert looked.refused[2] == (
        "lane.handbook is refused: it is for the school lane, and this computer is set to hill."
    )


def test_what_was_judged_is_not_read_again(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders.install(4)
    folders.put_version("first/older.handbook", 3)
    folders.put("first/bad.handbook", b"bad")
    first = folders.look()

    def unexpected(path: Path) -> bytes:
        pytest.fail(f"{path} was read again")

    with monkeypatch.context() as patch:
        patch.setattr(module, "read_pack", unexpected)
        assert folders.look() == first
    folders.put_version("first/bad.handbook", 5)
    assert version(folders.look()) == 5


def test_with_other_keys_everything_is_judged_anew(folders: Folders, other_key: SecretKey) -> None:
    folders.put_version("first/ours.handbook", 3)
    trust = Trust((other_key.public,))
    assert folders.lookout.look(folders.all, trust).best is None

    assert version(folders.look()) == 3


def test_without_a_key_the_highest_whole_one_waits_for_somebody(folders: Folders) -> None:
    folders.put_version("first/a.handbook", 3)
    second = folders.put_version("second/b.handbook", 5)
    folders.put("second/c.handbook", b"")
    looked = folders.look(trusts=False)

    assert looked.best is None
    assert looked.unaccepted == second
    assert len(looked.refused) == 1


def test_a_folder_that_is_gone_holds_up_no_other(folders: Folders) -> None:
    folders.put_version("second/b.handbook", 5)
    folders.all[0].rmdir()
    looked = folders.look()

    assert version(looked) == 5
    assert looked.unreached == (str(folders.all[0]),)


def test_a_share_that_goes_away_in_the_middle_is_tried_again(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders.put_version("first/a.handbook", 3)

    def gone(path: Path) -> bytes:
        raise OSError(112, "Host is down", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(module, "read_pack", gone)
        looked = folders.look()
        assert looked.refused == ("a.handbook cannot be read: Host is down.",)
        assert looked.best is None
    assert version(folders.look()) == 3


def test_only_files_are_read(folders: Folders) -> None:
    os.mkfifo(folders.all[0] / "pipe.handbook")
    (folders.all[0] / "folder.handbook").mkdir()
    (folders.all[0] / "notes.txt").write_text("3", "utf-8")

    assert folders.look() == Looked()


def test_a_pack_that_is_still_being_copied_is_looked_at_again_soon(folders: Folders) -> None:
    whole = folders.put_version("first/a.handbook", 3).read_bytes()
    (folders.all[0] / "a.handbook").write_bytes(whole[:-100])
    assert not folders.look().is_settled

    folders.put("first/a.handbook", whole[:-100])
    assert folders.look().is_settled


def test_of_very_many_files_the_newest_are_looked_at(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 3)
    for number in range(9):
        folders.put(f"first/{number}.handbook", b"")
    path = folders.put_version("first/zz.handbook", 2)
    os.utime(path, (1_800_000_000, 1_800_000_000))

    assert version(folders.look()) == 2
    assert len(folders.look().refused) == 2
