"""Debian's minisign checks our signatures and keys, and ours check its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from handbook.packs.container import Container
from handbook.packs.key_change import KeyChange
from handbook.packs.keys import CHEAP, SecretKey, read_public_key, read_secret_key, write_new
from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SIGNATURE, SPARE, SUMS
from handbook.packs.signature import Signature, sign

PROGRAM = shutil.which("minisign")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="minisign is not installed")


def minisign(folder: Path, *arguments: str, words: str = "") -> subprocess.CompletedProcess[str]:
    assert PROGRAM is not None
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder,
        input=words,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_minisign_verifies_a_pack_of_ours_by_hand(
    pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    container = Container(pack, "hill.handbook")
    for name in (SUMS, SIGNATURE):
        (tmp_path / name).write_bytes(container.read(name))
    write_new(tmp_path / "work.pub", key.public.text, mode=0o644)

    done = minisign(tmp_path, "-V", "-m", SUMS, "-p", "work.pub")

    assert done.returncode == 0, done.stderr
    assert "Trusted comment: school=hill version=1" in done.stdout


def test_minisign_refuses_a_changed_file_with_our_signature(
    pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    container = Container(pack, "hill.handbook")
    (tmp_path / SUMS).write_bytes(container.read(SUMS) + b"\n")
    (tmp_path / SIGNATURE).write_bytes(container.read(SIGNATURE))
    write_new(tmp_path / "work.pub", key.public.text, mode=0o644)

    assert minisign(tmp_path, "-V", "-m", SUMS, "-p", "work.pub").returncode != 0


def test_minisign_signs_with_our_secret_key_and_we_verify_it(
    key: SecretKey, tmp_path: Path
) -> None:
    write_new(tmp_path / "work.key", key.sealed("correct horse", CHEAP), mode=0o600)
    (tmp_path / SUMS).write_bytes(b"what is signed\n")

    signing = ("-S", "-s", "work.key", "-m", SUMS, "-t", "school=hill version=1")
    done = minisign(tmp_path, *signing, words="correct horse\n")

    assert done.returncode == 0, done.stderr
    data = (tmp_path / SIGNATURE).read_bytes()
    signature = Signature.parse(data)
    assert signature is not None
    assert signature.holds(b"what is signed\n", key.public)
    assert data == sign(b"what is signed\n", "school=hill version=1", key).data


def test_we_sign_with_a_key_that_minisign_made(tmp_path: Path) -> None:
    made = minisign(tmp_path, "-G", "-p", "theirs.pub", "-s", "theirs.key", words="words\nwords\n")
    assert made.returncode == 0, made.stderr

    key = read_secret_key(tmp_path / "theirs.key", "words")
    (tmp_path / SUMS).write_bytes(b"ours\n")
    (tmp_path / SIGNATURE).write_bytes(sign(b"ours\n", "by us", key).data)

    assert key.public == read_public_key(tmp_path / "theirs.pub")
    assert minisign(tmp_path, "-V", "-m", SUMS, "-p", "theirs.pub").returncode == 0


def test_the_older_form_that_signs_the_file_itself_is_not_taken(
    key: SecretKey, tmp_path: Path
) -> None:
    write_new(tmp_path / "work.key", key.sealed("words", CHEAP), mode=0o600)
    (tmp_path / SUMS).write_bytes(b"old\n")

    done = minisign(tmp_path, "-S", "-l", "-s", "work.key", "-m", SUMS, words="words\n")

    assert done.returncode == 0, done.stderr
    assert Signature.parse((tmp_path / SIGNATURE).read_bytes()) is None


def test_minisign_verifies_a_change_of_keys_by_hand(tmp_path: Path) -> None:
    spare, new = SecretKey.make(), SecretKey.make()
    change = KeyChange("hill", 3, new.public)
    (tmp_path / KEY_CHANGE).write_bytes(change.data)
    (tmp_path / KEY_CHANGE_SIGNATURE).write_bytes(change.signed(spare))
    write_new(tmp_path / SPARE, spare.public.text, mode=0o644)
    done = minisign(tmp_path, "-V", "-m", KEY_CHANGE, "-p", SPARE)

    assert done.returncode == 0
    assert "school=hill key-change=3" in done.stdout
