"""The spare puts another key in the place of the work key; nobody else does, and never back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handbook.domain.errors import (
    CannotPublish,
    HandbookError,
    NotAPack,
    PackNotGenuine,
    PackRefused,
)
from handbook.packs.key_change import HIGHEST, KeyChange
from handbook.packs.keys import PublicKey, SecretKey
from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SPARE
from handbook.packs.publish import make_pack
from handbook.packs.rings import FILE, Ring, Rings
from handbook.packs.shelf import LOG, Shelf
from handbook.packs.signature import sign
from handbook.packs.trust import Trust, trust_of
from tests.packs.small import CONTENT, manifest

TODAY = date(2026, 11, 21)


class School:
    """A school with a spare, and a computer that has its first pack."""

    def __init__(self, data: Path) -> None:
        self.keys = [SecretKey.make() for _ in range(4)]
        self.spare = SecretKey.make()
        self.data = data
        self.shelf = Shelf(data)
        self.shelf.install(Trust((self.keys[0].public,)).open(self.pack(1), "1.handbook", TODAY))

    def change(self, number: int, to: int, school: str = "hill") -> dict[str, bytes]:
        """The two files of a change to one of the keys."""
        change = KeyChange(school, number, self.keys[to].public)
        return {KEY_CHANGE: change.data, KEY_CHANGE_SIGNATURE: change.signed(self.spare)}

    def pack(self, version: int, key: int = 0, change: dict[str, bytes] | None = None) -> bytes:
        """A pack signed by one of the keys, with the spare and perhaps a change."""
        files = {SPARE: self.spare.public.text.encode(), **(change or {})}
        content = {**CONTENT, "policies/new.md": b"---\ntitle: %d\n---\n" % version}
        return make_pack(content, manifest(version), self.keys[key], files)

    def take(self, data: bytes) -> None:
        """Install a pack as every way to one does."""
        self.shelf.install(trust_of(self.shelf).open(data, "next.handbook", TODAY))

    def refuses(self, data: bytes, kind: type[HandbookError], said: str) -> None:
        before = self.state()
        with pytest.raises(kind, match=said):
            self.take(data)
        assert self.state() == before

    def state(self) -> tuple[object, str]:
        return self.shelf.pointer, (self.data / FILE).read_text("ascii")

    @property
    def version(self) -> int | None:
        now = self.shelf.pointer.now
        return now.version if now else None


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_the_first_pack_pins_key_and_spare(school: School) -> None:
    assert school.shelf.ring == Ring(school.keys[0].public, school.spare.public, 0)


def test_a_change_by_the_spare_puts_another_key_in_place(school: School) -> None:
    school.take(school.pack(2, 1, school.change(1, 1)))

    assert school.version == 2
    assert school.shelf.trusted == (school.keys[1].public,)
    assert school.shelf.ring == Ring(school.keys[1].public, school.spare.public, 1)
    assert "change of keys 1" in (school.data / LOG).read_text("utf-8")
    school.take(school.pack(3, 1, school.change(1, 1)))
    assert school.version == 3


def test_after_a_change_the_old_key_counts_no_longer(school: School) -> None:
    school.take(school.pack(2, 1, school.change(1, 1)))

    school.refuses(school.pack(3, 0), PackNotGenuine, "a key that is not trusted here")
    school.shelf.rollback()
    school.refuses(school.pack(3, 0), PackNotGenuine, "a key that is not trusted here")


def test_a_change_counts_once_and_never_backwards(school: School) -> None:
    first = school.change(1, 1)
    school.take(school.pack(2, 1, first))
    school.take(school.pack(3, 2, school.change(2, 2)))

    school.refuses(school.pack(4, 1, first), PackRefused, "change of keys 1 is not newer than 2")
    school.refuses(school.pack(4, 3, school.change(2, 3)), PackRefused, "2 is not newer than 2")
    school.take(school.pack(4, 3, school.change(7, 3)))
    assert school.version == 4


def test_changes_may_be_skipped(school: School) -> None:
    school.take(school.pack(9, 3, school.change(3, 3)))

    assert school.shelf.ring == Ring(school.keys[3].public, school.spare.public, 3)


def by_the_work_key(school: School) -> dict[str, bytes]:
    change = KeyChange("hill", 1, school.keys[1].public)
    return {KEY_CHANGE: change.data, KEY_CHANGE_SIGNATURE: change.signed(school.keys[0])}


def with_another_number(school: School) -> dict[str, bytes]:
    files = school.change(1, 1)
    return {**files, KEY_CHANGE: files[KEY_CHANGE].replace(b"number=1", b"number=2")}


def with_another_comment(school: School) -> dict[str, bytes]:
    change = KeyChange("hill", 1, school.keys[1].public)
    signature = sign(change.data, "school=hill key-change=2", school.spare)
    return {KEY_CHANGE: change.data, KEY_CHANGE_SIGNATURE: signature.data}


def by_nobody(school: School) -> dict[str, bytes]:
    return {**school.change(1, 1), KEY_CHANGE_SIGNATURE: b"odd"}


def written_oddly(school: School) -> dict[str, bytes]:
    data = b"school=hill number=01\n" + school.keys[1].public.text.encode()
    signature = sign(data, "school=hill key-change=1", school.spare)
    return {KEY_CHANGE: data, KEY_CHANGE_SIGNATURE: signature.data}


def without_a_key(school: School) -> dict[str, bytes]:
    data = b"school=hill number=1\nno key\n"
    signature = sign(data, "school=hill key-change=1", school.spare)
    return {KEY_CHANGE: data, KEY_CHANGE_SIGNATURE: signature.data}


@pytest.mark.parametrize(
    ("make", "kind", "said"),
    [
        (by_the_work_key, PackNotGenuine, "not signed by the school's spare"),
        (with_another_number, PackNotGenuine, "not signed by the school's spare"),
        (with_another_comment, PackNotGenuine, "contradicts its signature"),
        (by_nobody, PackNotGenuine, "not signed by the school's spare"),
        (written_oddly, NotAPack, "is not written as changes of keys are"),
        (without_a_key, NotAPack, "names no key"),
        (lambda school: school.change(1, 2), PackNotGenuine, "not trusted here"),
        (lambda school: school.change(1, 1, "lane"), PackNotGenuine, "is for another school"),
        (lambda school: {KEY_CHANGE: school.change(1, 1)[KEY_CHANGE]}, NotAPack, "there is no"),
        (lambda _: {}, PackNotGenuine, "not trusted here"),
    ],
)
def test_what_is_no_change_of_the_spares_is_refused(
    school: School,
    make: Callable[[School], dict[str, bytes]],
    kind: type[HandbookError],
    said: str,
) -> None:
    school.refuses(school.pack(2, 1, make(school)), kind, said)


def test_a_thief_of_the_work_key_cannot_bring_a_spare_of_their_own(school: School) -> None:
    theirs = SecretKey.make()
    school.take(school.pack(2, 0, {SPARE: theirs.public.text.encode()}))
    assert school.shelf.ring == Ring(school.keys[0].public, school.spare.public, 0)

    change = KeyChange("hill", 1, school.keys[1].public)
    files = {KEY_CHANGE: change.data, KEY_CHANGE_SIGNATURE: change.signed(theirs)}
    school.refuses(school.pack(3, 1, files), PackNotGenuine, "not signed by the school's spare")


def test_without_a_spare_no_change_is_taken_until_a_pack_names_one(tmp_path: Path) -> None:
    school = School(tmp_path)
    rings = Rings.read(tmp_path).by_school["hill"]
    Rings({"hill": replace(rings, spare=None)}).write(tmp_path, school.shelf._disk)
    school.refuses(school.pack(2, 1, school.change(1, 1)), PackNotGenuine, "not trusted here")

    school.take(school.pack(2, 0))
    school.take(school.pack(3, 1, school.change(1, 1)))
    assert school.version == 3


def test_a_first_pack_after_changes_knows_their_number(school: School, tmp_path: Path) -> None:
    other = Shelf(tmp_path / "other")
    pack = school.pack(5, 2, school.change(4, 2))
    other.install(Trust((school.keys[2].public,)).open(pack, "5.handbook", TODAY))

    assert other.ring == Ring(school.keys[2].public, school.spare.public, 4)


def test_machine_policys_keys_take_no_change(school: School) -> None:
    line = school.keys[0].public.text.split("\n")[1]
    trust = trust_of(school.shelf, (line,), "a policy")

    with pytest.raises(PackNotGenuine, match="not trusted here"):
        trust.open(school.pack(2, 1, school.change(1, 1)), "2.handbook", TODAY)


def test_a_change_that_none_can_be_is_not_signed(school: School) -> None:
    key = school.keys[1].public
    for change in (KeyChange("Hill", 1, key), KeyChange("hill", 0, key),
                   KeyChange("hill", HIGHEST + 1, key)):  # fmt: skip
        with pytest.raises(CannotPublish, match="cannot be in one"):
            change.signed(school.spare)
    with pytest.raises(CannotPublish, match="the spare itself"):
        KeyChange("hill", 1, school.spare.public).signed(school.spare)


@pytest.mark.parametrize("until", [None, date(2028, 9, 1)])
def test_what_is_kept_is_read_back(tmp_path: Path, until: date | None) -> None:
    key = PublicKey(b"12345678", bytes(range(32)), until)
    rings = Rings({"hill": Ring(key, key, 3), "lane": Ring(key)})
    spare = PublicKey(key.number, key.raw)
    rings.write(tmp_path, Shelf(tmp_path)._disk)

    assert Rings.read(tmp_path).by_school == {"hill": Ring(key, spare, 3), "lane": Ring(key)}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hill",
        f"hill {'A' * 56} - - 0",
        f"hill {'!' * 56} - - 0",
        "hill RWQ2pflgSRtrP+ZAXlFbjrs1DpnZAmfjKtsNnzyiszzn0iPykKQyN4CB 2028-13-01 - 0",
        f"hill RWQ2pflgSRtrP+ZAXlFbjrs1DpnZAmfjKtsNnzyiszzn0iPykKQyN4CB - {'A' * 56} 0",
    ],
)
def test_a_damaged_line_is_no_key(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).write_text(f"{line}\n", "ascii")

    assert Rings.read(tmp_path).by_school == {}
