"""Whatever is done to a pack, it is refused, and what is installed stays as it was."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.domain.errors import PackError
from handbook.packs.container import Container, write
from handbook.packs.keys import SecretKey
from handbook.packs.names import SIGNATURE, SUMS
from handbook.packs.pack import open_pack
from handbook.packs.shelf import Shelf
from handbook.packs.sums import write_sums
from tests.packs.small import opened, unpacked

Tampering = Callable[[bytes, random.Random], bytes]


def flip(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    changed[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def overwrite(data: bytes, dice: random.Random) -> bytes:
    at, length = dice.randrange(len(data)), dice.randrange(1, 40)
    return data[:at] + dice.randbytes(length) + data[at + length :]


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def take_out_bytes(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + data[at + dice.randrange(1, 60) :]


def put_in_bytes(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.randrange(1, 60)) + data[at:]


def swap(data: bytes, dice: random.Random) -> bytes:
    a, b, c = sorted(dice.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def files_of(data: bytes) -> dict[str, bytes]:
    container = Container(data, "x")
    return {name: container.read(name) for name in container.names}


def change_a_file(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    name = dice.choice(sorted(files))
    files[name] = flip(files[name], dice)
    return write(files)


def change_a_file_and_its_sum(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    name = dice.choice(sorted(set(files) - {SUMS, SIGNATURE}))
    files[name] = put_in_bytes(files[name], dice)
    return write({**files, SUMS: write_sums(files)})


def add_a_file(data: bytes, dice: random.Random) -> bytes:
    return write({**files_of(data), f"policies/x{dice.randrange(10**6)}.md": dice.randbytes(20)})


def remove_a_file(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    del files[dice.choice(sorted(files))]
    return write(files)


def rename_a_file(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    files[f"policies/y{dice.randrange(10**6)}.md"] = files.pop(dice.choice(sorted(files)))
    return write(files)


def exchange_two_files(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    one, other = dice.sample(sorted(files), 2)
    files[one], files[other] = files[other], files[one]
    return write(files)


def repeat_an_entry(data: bytes, dice: random.Random) -> bytes:
    start = data.index(b"PK\1\2")
    return data[: dice.randrange(start)] + data[:start] + data[start:]


def change_and_mend_the_check(data: bytes, dice: random.Random) -> bytes:
    files = files_of(data)
    name = dice.choice(sorted(set(files) - {SUMS, SIGNATURE}))
    changed = flip(files[name], dice)
    return data.replace(files[name], changed).replace(
        zlib.crc32(files[name]).to_bytes(4, "little"), zlib.crc32(changed).to_bytes(4, "little")
    )


TAMPERINGS: tuple[Tampering, ...] = (
    flip, overwrite, cut, take_out_bytes, put_in_bytes, swap, change_a_file,
    change_a_file_and_its_sum, add_a_file, remove_a_file, rename_a_file, exchange_two_files,
    repeat_an_entry, change_and_mend_the_check,
)  # fmt: skip


def refused(count: int, data: bytes, key: SecretKey, folder: Path) -> int:
    """How many of so many random tamperings are refused, as an installation would see them.

    What is installed is looked at after each.
    """
    shelf, before, found = Shelf(folder), unpacked(folder), 0
    for seed in range(count):
        dice = random.Random(seed)
        changed = TAMPERINGS[seed % len(TAMPERINGS)](data, dice)
        if changed == data:  # it took out what it put in
            found += 1
            continue
        for trusted in ([key.public], None):
            try:
                shelf.install(open_pack(changed, "hill.handbook", trusted))
            except PackError:
                found += trusted is not None
            else:
                pytest.fail(f"seed {seed}, {TAMPERINGS[seed % len(TAMPERINGS)].__name__}")
        assert unpacked(folder) == before, f"seed {seed}"
    return found


def tampered(count: int, pack: bytes, newer: bytes, key: SecretKey, folder: Path) -> None:
    Shelf(folder).install(opened(pack, key))

    assert refused(count, newer, key, folder) == count


def test_a_hundred_random_tamperings_are_refused(
    pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    tampered(100, pack, newer, key, tmp_path)


@pytest.mark.fuzz
def test_thousands_of_random_tamperings_are_refused(
    pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    tampered(5_000, pack, newer, key, tmp_path)


def test_every_single_bit_counts(pack: bytes, key: SecretKey) -> None:
    for at in range(len(pack)):
        changed = bytearray(pack)
        changed[at] ^= 1 << at % 8
        with pytest.raises(PackError):
            opened(bytes(changed), key)


def test_every_bit_of_a_signature_counts(pack: bytes, key: SecretKey) -> None:
    start = pack.index(b"untrusted comment: signature")
    end = pack.index(b"PK\3\4", start)
    for at in range(start, end):
        for bit in range(8):
            changed = bytearray(pack)
            changed[at] ^= 1 << bit
            with pytest.raises(PackError):
                opened(bytes(changed), key)


def test_the_spare_bits_of_base64_have_one_value(pack: bytes, key: SecretKey) -> None:
    files = files_of(pack)
    lines = files[SIGNATURE].decode().split("\n")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for number, padding in ((1, "="), (3, "==")):
        words = lines[number].removesuffix(padding)
        assert words != lines[number]
        other = words[:-1] + alphabet[alphabet.index(words[-1]) ^ 1] + padding
        changed = "\n".join([*lines[:number], other, *lines[number + 1 :]])
        with pytest.raises(PackError, match="not written as signatures are"):
            opened(write({**files, SIGNATURE: changed.encode()}), key)


def test_no_cut_is_a_pack(pack: bytes, key: SecretKey) -> None:
    for length in range(0, len(pack), 11):
        with pytest.raises(PackError):
            opened(pack[:length], key)
