"""Packs are installed after one another, never an older one, and can be gone back from."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook import locations
from handbook.domain.errors import KeyUnreadable, NoEarlierPack, PackRefused, PacksBusy
from handbook.packs.keys import SecretKey
from handbook.packs.lock import only_one
from handbook.packs.mending import State
from handbook.packs.pointer import Pointer
from handbook.packs.publish import make_pack
from handbook.packs.shelf import Shelf
from tests.packs.small import CONTENT, NEWER, manifest, opened, unpacked


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path, now=lambda: datetime(2026, 11, 2, 9, 30, tzinfo=UTC))


def content_of(shelf: Shelf) -> dict[str, bytes]:
    now = shelf.pointer.now
    assert now is not None
    files = unpacked(now.content)
    return {name: data for name, data in files.items() if name in {**CONTENT, **NEWER}}


def test_before_the_first_pack_nothing_is_installed_and_no_key_is_trusted(shelf: Shelf) -> None:
    assert shelf.pointer == Pointer()
    assert shelf.trusted is None
    assert shelf.check().state is State.NONE


def test_an_installed_pack_is_in_use(shelf: Shelf, pack: bytes, key: SecretKey) -> None:
    shelf.install(opened(pack, key))

    assert content_of(shelf) == CONTENT
    assert shelf.trusted == (key.public,)
    assert shelf.check().state is State.WHOLE


def test_the_app_finds_it_before_the_content_that_came_along(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path))
    assert locations.content() == locations.bundled_content()
    assert not locations.has_packs()

    shelf.install(opened(pack, key))

    now = shelf.pointer.now
    assert now is not None
    assert locations.content() == now.content
    assert locations.has_packs()


def test_the_pack_before_is_kept_and_only_that(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    assert content_of(shelf) == NEWER
    third = make_pack(CONTENT, manifest(3), key)
    shelf.install(opened(third, key))

    folders = sorted(path.name[0] for path in (tmp_path / "packs").iterdir() if path.is_dir())
    assert folders == ["2", "3"]
    assert [place.version for place in shelf.pointer.both] == [3, 2]


def test_the_pack_before_is_whole_when_it_is_asked_for(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    first = shelf.pointer.now
    assert first is not None
    assert shelf.before(first) is None

    shelf.install(opened(newer, key))
    in_use = shelf.pointer.now
    assert in_use is not None
    shutil.rmtree(first.content)

    assert shelf.before(in_use) == first
    files = unpacked(first.content)
    assert {name: files[name] for name in CONTENT} == CONTENT


def test_what_is_newer_than_what_is_read_was_not_before_it(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    read = shelf.pointer.now
    shelf.install(opened(newer, key))
    assert read is not None

    assert shelf.before(read) is None


def test_going_back_is_done_once_and_logged(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))

    assert shelf.rollback().version == 1
    assert content_of(shelf) == CONTENT
    with pytest.raises(NoEarlierPack):
        shelf.rollback()
    log = (tmp_path / "packs.log").read_text("utf-8")
    assert log.endswith("2026-11-02T09:30:00+00:00 went back from version 2 to version 1\n")
    assert f"installed school=hill version=1 under key {key.public.fingerprint}" in log


def test_after_going_back_the_newer_pack_can_be_installed_again_and_no_older_one(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    shelf.rollback()

    with pytest.raises(PackRefused, match="its version 1 is older than 2"):
        shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    assert content_of(shelf) == NEWER
    assert shelf.rollback().version == 1


def test_nothing_kept_is_nothing_to_go_back_to(shelf: Shelf, pack: bytes, key: SecretKey) -> None:
    with pytest.raises(NoEarlierPack):
        shelf.rollback()
    shelf.install(opened(pack, key))
    with pytest.raises(NoEarlierPack):
        shelf.rollback()


def test_an_older_pack_is_refused_also_when_the_packs_are_gone(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(newer, key))
    shutil.rmtree(tmp_path / "packs")

    with pytest.raises(PackRefused, match="older than 2, which was here before"):
        shelf.install(opened(pack, key))


def test_an_older_pack_is_refused_whichever_key_signed_it(
    shelf: Shelf, newer: bytes, key: SecretKey, other_key: SecretKey
) -> None:
    shelf.install(opened(newer, key))

    with pytest.raises(PackRefused, match="older than 2"):
        shelf.install(opened(make_pack(CONTENT, manifest(1), other_key), other_key))


def test_the_record_of_what_was_here_is_made_anew_from_the_pack_in_use(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(newer, key))
    (tmp_path / "pack-versions").unlink()

    with pytest.raises(PackRefused, match="older than 2"):
        shelf.install(opened(pack, key))


def test_two_packs_of_one_version_contradict_each_other(
    shelf: Shelf, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(newer, key))

    with pytest.raises(PackRefused, match="another pack with version 2 was here before"):
        shelf.install(opened(make_pack(CONTENT, manifest(2), key), key))


def test_the_same_pack_again_changes_nothing(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    before = unpacked(tmp_path)

    shelf.install(opened(newer, key))

    assert unpacked(tmp_path) == before


def test_the_pack_of_another_school_is_refused(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    before = unpacked(tmp_path)
    other = make_pack(CONTENT, manifest(9, school="dale"), key)

    with pytest.raises(PackRefused, match="for the school dale, and this computer has hill"):
        shelf.install(opened(other, key))
    assert unpacked(tmp_path) == before


def test_two_installations_wait_for_each_other(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(PacksBusy), only_one(tmp_path, wait=0):
        pass
    with only_one(tmp_path, wait=0):
        pass


@pytest.mark.skipif(os.name == "nt", reason="rights are lists there")
def test_installed_packs_are_the_users_own(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))

    for path in (tmp_path / "packs").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "../../etc x hill\n",
        "1-0123abcd-1\n",
        "\N{SNOWMAN}",
        "\xff",
        "1-0123abcd-1 " + "z" * 32 + " hill",
    ],
)
def test_a_pointer_that_says_nothing_leads_nowhere(text: str, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "current").write_bytes(text.encode("utf-8"))

    assert Pointer.read(tmp_path / "packs") == Pointer()
    assert Shelf(tmp_path).check().state is State.LOST


Damage = Callable[[Path], None]


def change(content: Path) -> None:
    (content / "policies/phones.md").write_bytes(b"Anything goes.")


def change_with_its_sum(content: Path) -> None:
    change(content)
    from handbook.packs.sums import write_sums

    (content / "SHA256SUMS").write_bytes(write_sums(unpacked(content)))


def cut(content: Path) -> None:
    (content / "school.yaml").write_bytes(b"")


def remove(content: Path) -> None:
    (content / "policies/phones.md").unlink()


def remove_all(content: Path) -> None:
    shutil.rmtree(content)


def add(content: Path) -> None:
    (content / "policies/extra.md").write_bytes(b"x")


def swap_for_a_folder(content: Path) -> None:
    remove(content)
    (content / "policies/phones.md").mkdir()
    (content / "policies/phones.md/x").write_bytes(b"x")


def swap_for_a_link(content: Path) -> None:
    (content / "elsewhere").write_bytes(CONTENT["policies/phones.md"])
    remove(content)
    (content / "policies/phones.md").symlink_to(content / "elsewhere")


def swap_a_folder_for_a_link(content: Path) -> None:
    shutil.move(content / "policies", content.parent / "policies")
    (content / "policies").symlink_to(content.parent / "policies")


def swap_a_folder_for_a_file(content: Path) -> None:
    shutil.rmtree(content / "policies")
    (content / "policies").write_bytes(b"x")


def lose_the_signature(content: Path) -> None:
    (content / "SHA256SUMS.minisig").unlink()


def lose_the_key(content: Path) -> None:
    (content / "key.pub").write_bytes(b"")


def damage_the_kept_pack(content: Path) -> None:
    (content.parent / "pack.handbook").write_bytes(b"PK")


DAMAGES = (
    change, change_with_its_sum, cut, remove, remove_all, add, swap_for_a_folder, swap_for_a_link,
    swap_a_folder_for_a_link, swap_a_folder_for_a_file, lose_the_signature, lose_the_key,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_does_not_hold_is_unpacked_anew(
    damage: Damage, shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    before = unpacked(now.content)
    damage(now.content)

    standing = shelf.check()

    assert standing.state is State.MENDED
    assert standing.place == now
    assert unpacked(now.content) == before
    assert shelf.check().state is State.WHOLE
    assert "version 1 was damaged and was mended" in (tmp_path / "packs.log").read_text("utf-8")


def test_content_that_another_key_signed_over_is_unpacked_anew(
    shelf: Shelf, pack: bytes, key: SecretKey, other_key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    forged = opened(make_pack(NEWER, manifest(1), other_key), other_key)
    for name, data in forged.files.items():
        (now.content / name).write_bytes(data)

    assert shelf.check().state is State.MENDED
    assert content_of(shelf) == CONTENT


def test_a_kept_pack_that_is_damaged_is_made_anew_from_what_holds(
    shelf: Shelf, pack: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    damage_the_kept_pack(now.content)

    assert shelf.check().state is State.MENDED
    assert now.pack.read_bytes() == pack


def test_where_neither_holds_the_pack_before_is_in_use(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    now = shelf.pointer.now
    assert now is not None
    change(now.content)
    damage_the_kept_pack(now.content)

    standing = shelf.check()

    assert standing.state is State.WENT_BACK
    assert standing.place is not None
    assert standing.place.version == 1
    assert shelf.check() == standing  # it is said at every start
    assert shelf.trusted == (key.public,)
    third = make_pack(CONTENT, manifest(3), key)
    shelf.install(opened(third, key))
    assert [place.version for place in shelf.pointer.both] == [3, 1]


def test_where_nothing_holds_it_is_said(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    for folder in (tmp_path / "packs").glob("1-*"):
        shutil.rmtree(folder)

    assert shelf.check().state is State.LOST
    assert shelf.check().place is None
    assert shelf.trusted == (key.public,)
    with pytest.raises(PackRefused, match="another pack with version 1"):
        shelf.install(opened(make_pack(NEWER, manifest(1), key), key))
    shelf.install(opened(pack, key))
    assert shelf.check().state is State.WHOLE


def test_a_kept_pack_that_is_gone_is_made_anew(shelf: Shelf, pack: bytes, key: SecretKey) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    now.pack.unlink()

    assert shelf.check().state is State.MENDED
    assert now.pack.read_bytes() == pack


def test_without_record_and_without_pack_the_pointer_still_knows_the_version(
    shelf: Shelf, newer: bytes, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(newer, key))
    (tmp_path / "pack-versions").unlink()
    for folder in (tmp_path / "packs").glob("2-*"):
        shutil.rmtree(folder)

    with pytest.raises(PackRefused, match="older than 2"):
        shelf.install(opened(pack, key))


def test_going_back_mends_what_it_goes_back_to(
    shelf: Shelf, pack: bytes, newer: bytes, key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    shelf.install(opened(newer, key))
    before = shelf.pointer.before
    assert before is not None
    change(before.content)

    shelf.rollback()

    assert content_of(shelf) == CONTENT


def test_what_cannot_be_mended_while_another_program_installs_is_lost_for_now(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    change(now.content)
    monkeypatch.setattr("handbook.packs.shelf.only_one", lambda folder: only_one(folder, wait=0))

    with only_one(tmp_path / "packs"):
        assert shelf.check().state is State.LOST
    assert shelf.check().state is State.MENDED


def test_a_forged_pack_in_the_place_of_the_kept_one_is_not_unpacked(
    shelf: Shelf, pack: bytes, key: SecretKey, other_key: SecretKey
) -> None:
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    change(now.content)
    now.pack.write_bytes(make_pack(NEWER, manifest(1), other_key))

    assert shelf.check().state is State.LOST


def test_where_the_key_is_lost_too_it_has_to_be_named_again(
    shelf: Shelf, pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    shelf.install(opened(pack, key))
    (tmp_path / "pack-keys").unlink()
    assert shelf.trusted == (key.public,)

    for folder in (tmp_path / "packs").glob("1-*"):
        shutil.rmtree(folder)
    with pytest.raises(KeyUnreadable, match="name the school's key by --trust"):
        _ = shelf.trusted
