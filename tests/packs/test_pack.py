"""A pack is opened whole or not at all, and says in one sentence why not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from handbook.domain.errors import NotAPack, PackError, PackNotGenuine, PackRefused
from handbook.packs import limits
from handbook.packs.container import write
from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.names import KEY, MANIFEST, SIGNATURE, SUMS
from handbook.packs.pack import open_pack, read_pack
from handbook.packs.publish import make_pack
from handbook.packs.sums import write_sums
from tests.packs.small import CONTENT, manifest, opened, packed, signed


def test_what_was_packed_is_what_is_opened(pack: bytes, key: SecretKey) -> None:
    found = opened(pack, key)

    assert found.content == CONTENT
    assert found.manifest == manifest(1)
    assert found.key == key.public
    assert found.is_trusted


def test_the_same_content_number_and_date_give_the_same_bytes(key: SecretKey) -> None:
    backwards = dict(reversed(CONTENT.items()))

    assert make_pack(CONTENT, manifest(1), key) == make_pack(backwards, manifest(1), key)
    assert make_pack(CONTENT, manifest(1), key) != make_pack(CONTENT, manifest(2), key)


def test_without_trusted_keys_a_pack_is_whole_and_nobodys(pack: bytes) -> None:
    assert not open_pack(pack, "hill.handbook", None).is_trusted


def test_an_unknown_key_is_not_trusted(pack: bytes, other_key: SecretKey) -> None:
    with pytest.raises(PackNotGenuine, match="a key that is not trusted here"):
        opened(pack, other_key)


def test_a_key_with_the_same_number_is_another_key(
    pack: bytes, key: SecretKey, other_key: SecretKey
) -> None:
    with pytest.raises(PackNotGenuine, match="its signature does not hold"):
        opened(pack, SecretKey(key.number, other_key.seed))


def test_a_key_is_good_to_the_end_of_its_last_day() -> None:
    key = SecretKey.make(date(2026, 12, 31))
    data = make_pack(CONTENT, manifest(1), key)

    assert open_pack(data, "hill.handbook", [key.public], date(2026, 12, 31))
    with pytest.raises(PackRefused, match="last day of the key that signed it was 31 December"):
        open_pack(data, "hill.handbook", [key.public], date(2027, 1, 1))


def test_the_last_day_that_counts_is_that_of_the_trusted_key_not_of_the_pack() -> None:
    key = SecretKey.make(date(2026, 12, 31))
    longer = SecretKey(key.number, key.seed, date(2099, 1, 1))
    data = make_pack(CONTENT, manifest(1), longer)

    with pytest.raises(PackRefused):
        open_pack(data, "hill.handbook", [key.public], date(2027, 1, 1))


def test_a_changed_file_with_its_sum_recomputed_is_refused(key: SecretKey) -> None:
    files = signed(CONTENT, key)
    files["policies/phones.md"] = b"Anything goes."
    files[SUMS] = write_sums(files)

    with pytest.raises(PackNotGenuine, match="its signature does not hold"):
        opened(write(files), key)


def test_a_changed_file_is_refused_though_its_container_is_in_order(key: SecretKey) -> None:
    files = signed(CONTENT, key)
    files["policies/phones.md"] = b"Anything goes."

    with pytest.raises(PackNotGenuine, match=r"policies/phones\.md was changed after"):
        opened(write(files), key)


def test_an_added_file_is_refused(key: SecretKey) -> None:
    files = {**signed(CONTENT, key), "policies/extra.md": b"x"}

    with pytest.raises(PackNotGenuine, match=r"policies/extra\.md was added"):
        opened(write(files), key)


@pytest.mark.parametrize("name", ["policies/phones.md", MANIFEST, KEY])
def test_a_removed_file_is_refused(key: SecretKey, name: str) -> None:
    files = signed(CONTENT, key)
    del files[name]

    with pytest.raises(PackNotGenuine, match=f"{name} was taken out"):
        opened(write(files), key)


@pytest.mark.parametrize("name", [SUMS, SIGNATURE])
def test_without_sums_or_signature_it_is_no_pack(key: SecretKey, name: str) -> None:
    files = signed(CONTENT, key)
    del files[name]

    with pytest.raises(NotAPack, match=f"there is no {name}"):
        opened(write(files), key)


def test_a_renamed_file_is_refused(key: SecretKey) -> None:
    files = signed(CONTENT, key)
    files["policies/phone.md"] = files.pop("policies/phones.md")

    with pytest.raises(PackNotGenuine):
        opened(write(files), key)


def test_a_signature_of_another_pack_of_the_same_school_is_refused(key: SecretKey) -> None:
    files = signed(CONTENT, key)
    files[SIGNATURE] = signed({**CONTENT, "a": b""}, key)[SIGNATURE]

    with pytest.raises(PackNotGenuine, match="its signature does not hold"):
        opened(write(files), key)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("school=hill", "school=dale"),
        lambda text: text.replace("version=1", "version=2"),
        lambda text: text.replace("RU", "RW", 1),
        lambda text: text.replace("minisign", "Minisign"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n",
        lambda text: text.rstrip("\n"),
        lambda _: "",
        lambda _: "\N{SNOWMAN}",
        lambda text: "\n".join(["untrusted comment: x", *text.split("\n")[1:]]),
        lambda text: "\n".join([*text.split("\n")[:3], "AAAA", ""]),
        lambda text: text.replace("=\ntrusted", "\ntrusted"),
    ],
)
def test_a_signature_has_one_form(key: SecretKey, edit: object) -> None:
    assert callable(edit)
    files = signed(CONTENT, key)
    files[SIGNATURE] = edit(files[SIGNATURE].decode()).encode()

    with pytest.raises(PackNotGenuine):
        opened(write(files), key)


def test_the_signed_comment_and_the_manifest_say_the_same(key: SecretKey) -> None:
    with pytest.raises(PackNotGenuine, match="names another school or version"):
        opened(packed(CONTENT, key, comment="school=hill version=7"), key)


def shape(**fields: object) -> bytes:
    whole = {**json.loads(manifest(1).data), **fields}
    return (json.dumps(whole, indent=2) + "\n").encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        manifest(1).data + b" ",
        manifest(1).data.replace(b'"version": 1', b'"version": 1, "version": 1'),
        shape(format=0),
        shape(format="1"),
        shape(format=True),
        shape(app="1"),
        shape(app=None),
        shape(school=""),
        shape(school="Hill"),
        shape(school="../hill"),
        shape(school=7),
        shape(name=7),
        shape(name=["x"]),
        shape(name="x\ny"),
        shape(name="x" * 201),
        shape(version=0),
        shape(version=-1),
        shape(version="1"),
        shape(version=True),
        shape(version=1.0),
        shape(version=10**9),
        shape(issued="yesterday"),
        shape(issued=None),
        shape(more=1),
    ],
)
def test_a_manifest_that_no_program_of_ours_wrote_is_refused(key: SecretKey, data: bytes) -> None:
    with pytest.raises(NotAPack, match=r"its pack\.json"):
        opened(packed({**CONTENT, MANIFEST: data}, key), key)


def test_a_pack_for_a_newer_program_says_which(key: SecretKey) -> None:
    needed = r"^hill\.handbook is refused: it needs version 9\.2\.0 of the handbook program"

    with pytest.raises(PackRefused, match=needed):
        opened(packed({**CONTENT, MANIFEST: manifest(1, app="9.2.0").data}, key), key)
    other = shape(format=2, app="9.2.0", something={"new": True})
    with pytest.raises(PackRefused, match=needed):
        opened(packed({**CONTENT, MANIFEST: other}, key), key)


def test_a_newer_format_is_refused_whatever_program_it_names(key: SecretKey) -> None:
    with pytest.raises(PackRefused):
        opened(packed({**CONTENT, MANIFEST: shape(format=2, later="field")}, key), key)


@pytest.mark.parametrize("sums", [b"x", b"\xff", b"\n", write_sums(CONTENT) * 2])
def test_sums_have_one_form(key: SecretKey, sums: bytes) -> None:
    with pytest.raises(NotAPack, match="its SHA256SUMS is not written as sums are"):
        opened(packed({**CONTENT, SUMS: sums}, key), key)


def test_sums_without_manifest_or_key_are_no_pack(key: SecretKey) -> None:
    files = signed(CONTENT, key)
    del files[KEY]
    files = signed({**files, SUMS: write_sums(files)}, key)
    del files[KEY]

    with pytest.raises(NotAPack, match=r"there is no key\.pub"):
        opened(write(files), key)


def test_a_key_in_the_pack_that_is_none(key: SecretKey) -> None:
    with pytest.raises(NotAPack, match=r"its key\.pub is no key"):
        open_pack(packed({**CONTENT, KEY: b"x"}, key), "hill.handbook", None)


def test_nothing_but_sums_and_signature_is_unpacked_before_the_signature_holds(
    key: SecretKey, other_key: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handbook.packs.container import Container

    read: list[str] = []
    usual = Container.read

    def watched(container: Container, name: str) -> bytes:
        read.append(name)
        return usual(container, name)

    monkeypatch.setattr(Container, "read", watched)
    with pytest.raises(PackNotGenuine):
        opened(packed(CONTENT, key), SecretKey(key.number, other_key.seed))

    assert read == [SUMS, SIGNATURE]


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.handbook"
    with path.open("wb") as file:
        file.truncate(limits.PACK_BYTES * 100)

    with pytest.raises(NotAPack, match="larger than 50 MB"):
        read_pack(path)


def test_every_refusal_is_one_sentence_that_names_the_file(pack: bytes, key: SecretKey) -> None:
    for at in range(0, len(pack), 7):
        changed = bytearray(pack)
        changed[at] ^= 0x40
        with pytest.raises(PackError) as found:
            opened(bytes(changed), key)
        said = str(found.value)
        assert said.startswith("hill.handbook ")
        assert "\n" not in said
        assert ". " not in said


def test_a_manifest_reads_back() -> None:
    assert Manifest.parse(manifest(3).data, "x") == manifest(3)
