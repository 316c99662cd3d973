"""Keys are written and read in minisign's formats, the secret one under a passphrase."""

from __future__ import annotations

import base64
import stat
from datetime import date
from pathlib import Path

import pytest

from handbook.domain.errors import KeyUnreadable
from handbook.packs.keys import (
    CHEAP,
    PublicKey,
    SecretKey,
    looks_secret,
    read_public_key,
    read_secret_key,
    write_new,
)


def test_a_public_key_reads_back(key: SecretKey, tmp_path: Path) -> None:
    write_new(tmp_path / "work.pub", key.public.text, mode=0o644)

    assert read_public_key(tmp_path / "work.pub") == key.public


def test_the_last_day_of_a_key_is_said_in_both_of_its_files(tmp_path: Path) -> None:
    key = SecretKey.make(date(2028, 9, 1))
    write_new(tmp_path / "work.key", key.sealed("words", CHEAP), mode=0o600)

    assert PublicKey.parse(key.public.text, "work.pub").until == date(2028, 9, 1)
    assert read_secret_key(tmp_path / "work.key", "words") == key


def test_a_secret_key_opens_by_its_passphrase_alone(key: SecretKey) -> None:
    text = key.sealed("correct horse", CHEAP)

    assert SecretKey.unsealed(text, "correct horse", "work.key") == key
    with pytest.raises(KeyUnreadable, match=r"work\.key has another passphrase"):
        SecretKey.unsealed(text, "correct horse ", "work.key")


def test_a_secret_key_is_never_written_in_the_open(key: SecretKey) -> None:
    text = key.sealed("words", CHEAP)
    blob = base64.b64decode(text.split("\n")[1])

    assert key.seed not in blob
    assert key.seed.hex() not in repr(key)
    assert text != key.sealed("words", CHEAP)  # a fresh salt each time


def test_a_secret_key_is_for_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "work.key"
    write_new(path, "one", mode=0o600)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_new(path, "two", mode=0o600)
    assert path.read_text() == "one"


def test_a_fingerprint_is_the_sum_of_the_key_not_its_number(
    key: SecretKey, other_key: SecretKey
) -> None:
    twin = SecretKey(key.number, other_key.seed)

    assert twin.public.number == key.public.number
    assert twin.public.fingerprint != key.public.fingerprint
    assert [len(group) for group in key.public.fingerprint.split(" ")] == [4] * 8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no key\n",
        "untrusted comment: x\n",
        "untrusted comment: x\n!!!\n",
        "untrusted comment: x\nUldR\n",
        "untrusted comment: x\nUldR\nUldR\n",
        "x" * 5_000,
        "untrusted comment: \N{SNOWMAN}\nUldR\n",
    ],
)
def test_what_is_no_key_is_said_with_its_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.key"
    path.write_text(text, "utf-8")

    with pytest.raises(KeyUnreadable, match=r"odd\.key is no"):
        read_public_key(path)
    with pytest.raises(KeyUnreadable, match=r"odd\.key is no"):
        read_secret_key(path, "words")


def test_a_public_key_is_no_secret_one_and_the_other_way_round(key: SecretKey) -> None:
    with pytest.raises(KeyUnreadable):
        SecretKey.unsealed(key.public.text, "words", "work.pub")
    with pytest.raises(KeyUnreadable):
        PublicKey.parse(key.sealed("words", CHEAP), "work.key")


@pytest.mark.parametrize(("at", "value"), [(2, b"\0\0"), (4, b"XX"), (38, b"\xff" * 8)])
def test_a_secret_key_without_passphrase_or_with_boundless_work_is_not_read(
    key: SecretKey, at: int, value: bytes
) -> None:
    comment, line, _ = key.sealed("words", CHEAP).split("\n")
    blob = base64.b64decode(line)
    text = f"{comment}\n{base64.b64encode(blob[:at] + value + blob[at + len(value) :]).decode()}\n"

    with pytest.raises(KeyUnreadable):
        SecretKey.unsealed(text, "words", "work.key")


def test_a_day_that_is_none_is_said(key: SecretKey) -> None:
    text = key.public.text.replace("\n", ", until 2028-13-01\n", 1)

    with pytest.raises(KeyUnreadable, match="a day that is none"):
        PublicKey.parse(text, "work.pub")


def test_a_secret_key_is_recognised_wherever_it_lies(key: SecretKey) -> None:
    assert looks_secret(key.sealed("words", CHEAP).encode())
    assert not looks_secret(key.public.text.encode())


def test_too_little_memory_for_a_passphrase_is_said(
    key: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_dear(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("nacl.pwhash.scrypt.kdf", too_dear)

    with pytest.raises(KeyUnreadable, match="a gigabyte of free memory"):
        key.sealed("words")
