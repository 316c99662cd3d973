"""Keys in minisign's formats: the public one in two lines, the secret one under a passphrase.

Formats as minisign 0.11 documents them: a line that proves nothing, then base64 of
`Ed`, key number, key for a public one, and of algorithms, cost, salt and an encrypted
key with a BLAKE2b checksum for a secret one. Debian's `minisign` reads and writes both.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import struct
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbook.domain.errors import KeyUnreadable
from handbook.packs.sums import sum_of

COMMENT = "untrusted comment: "
_ALGORITHM, _KDF, _CHECKSUM = b"Ed", b"Sc", b"B2"
_PUBLIC_BYTES, _SECRET_BYTES = 42, 158
_SECRET = struct.Struct("<2s2s2s32sQQ104s")
_LARGEST_FILE = 1_000
"""Bytes: a key file has some 300."""
_UNTIL = re.compile(r"until (\d{4}-\d\d-\d\d)$")
_FINGERPRINT = 32
"""Hexadecimal figures, 128 bits: nobody can make a second key with the same ones."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear it is to guess a passphrase, in libsodium's measures for scrypt."""

    operations: int
    memory: int
    """Bytes."""


GUARDED = Cost(33_554_432, 1 << 30)
"""minisign's own, libsodium's "sensitive": a gigabyte and some seconds for one guess."""
CHEAP = Cost(32_768, 1 << 24)
"""libsodium's smallest, for tests alone."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a signature is checked with."""

    number: bytes
    """Eight bytes that say which key signed; they prove nothing."""
    raw: bytes
    """The Ed25519 key, 32 bytes."""
    until: date | None = None
    """The last day on which packs signed by it are taken; None for no end.

    It is said in the comment of the key's own file, which comes from whoever is trusted.
    """

    @property
    def blob(self) -> bytes:
        """The key as minisign writes it, 42 bytes."""
        return _ALGORITHM + self.number + self.raw

    @property
    def figures(self) -> str:
        """The first 32 hexadecimal figures of the key's SHA-256: what it is known by."""
        return sum_of(self.blob)[:_FINGERPRINT]

    @property
    def fingerprint(self) -> str:
        """The same in groups of four, for people to compare."""
        return " ".join(self.figures[at : at + 4] for at in range(0, _FINGERPRINT, 4))

    @property
    def text(self) -> str:
        """The key's file."""
        name = f"handbook public key {self.number[::-1].hex().upper()}{_until(self.until)}"
        return f"{COMMENT}{name}\n{base64.b64encode(self.blob).decode()}\n"

    @classmethod
    def parse(cls, text: str, file: str) -> PublicKey:
        """Read a public key's file; raises KeyUnreadable."""
        comment, blob = _two_lines(text, file)
        if len(blob) != _PUBLIC_BYTES or not blob.startswith(_ALGORITHM):
            raise KeyUnreadable(f"{file} is no public key")
        return cls(blob[2:10], blob[10:], _last_day(comment, file))

    @classmethod
    def of_line(cls, line: str, file: str) -> PublicKey:
        """Read a key's second line alone; raises KeyUnreadable."""
        return cls.parse(f"{COMMENT}\n{line}\n", file)


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """What signs packs. Its text never shows in a traceback or a log."""

    number: bytes
    seed: bytes
    """The Ed25519 seed, 32 bytes."""
    until: date | None = None
    """The last day on which packs signed by it are taken; None for no end."""

    @classmethod
    def make(cls, until: date | None = None) -> SecretKey:
        """A new key."""
        return cls(os.urandom(8), os.urandom(32), until)

    def __repr__(self) -> str:
        return f"SecretKey({self.number.hex()})"

    @property
    def public(self) -> PublicKey:
        """The key that others check with."""
        from nacl.signing import SigningKey

        return PublicKey(self.number, bytes(SigningKey(self.seed).verify_key), self.until)

    def sealed(self, passphrase: str, cost: Cost = GUARDED) -> str:
        """The key's file, encrypted."""
        salt = os.urandom(32)
        whole = self.seed + self.public.raw
        inner = self.number + whole + self._checksum(whole)
        hidden = _xor(inner, _stream(passphrase, salt, cost))
        head = (_ALGORITHM, _KDF, _CHECKSUM, salt, cost.operations, cost.memory)
        blob = base64.b64encode(_SECRET.pack(*head, hidden)).decode()
        return f"{COMMENT}minisign encrypted secret key{_until(self.until)}\n{blob}\n"

    @classmethod
    def unsealed(cls, text: str, passphrase: str, file: str) -> SecretKey:
        """Read a secret key's file; raises KeyUnreadable, also for the wrong passphrase."""
        comment, blob = _two_lines(text, file)
        if len(blob) != _SECRET_BYTES:
            raise KeyUnreadable(f"{file} is no secret key")
        algorithm, kdf, checksum, salt, operations, memory, hidden = _SECRET.unpack(blob)
        if (algorithm, kdf, checksum) != (_ALGORITHM, _KDF, _CHECKSUM):
            raise KeyUnreadable(f"{file} is no secret key with a passphrase")
        if operations > GUARDED.operations or memory > GUARDED.memory:
            raise KeyUnreadable(f"{file} asks for more work than any key of ours")
        inner = _xor(hidden, _stream(passphrase, salt, Cost(operations, memory)))
        key = cls(inner[:8], inner[8:40], _last_day(comment, file))
        if inner[72:] != key._checksum(inner[8:72]) or key.public.raw != inner[40:72]:
            raise KeyUnreadable(f"{file} has another passphrase")
        return key

    def _checksum(self, whole: bytes) -> bytes:
        return hashlib.blake2b(_ALGORITHM + self.number + whole, digest_size=32).digest()


def read_public_key(path: Path) -> PublicKey:
    """The public key in a file; raises KeyUnreadable, or OSError where it cannot be opened."""
    return PublicKey.parse(_text_of(path), path.name)


def read_secret_key(path: Path, passphrase: str) -> SecretKey:
    """The secret key in a file; raises KeyUnreadable, or OSError where it cannot be opened."""
    return SecretKey.unsealed(_text_of(path), passphrase, path.name)


def write_new(path: Path, text: str, *, mode: int) -> None:
    """Write a key's file with these rights; raises FileExistsError, a key is never lost."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, mode), "w", encoding="ascii", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def looks_secret(data: bytes) -> bool:
    """True for a file with a secret key in minisign's format, with a passphrase or without."""
    marks = (_ALGORITHM + _KDF + _CHECKSUM, _ALGORITHM + b"\0\0" + _CHECKSUM)
    return any(base64.b64encode(mark) in data for mark in marks)


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LARGEST_FILE + 1)
    try:
        return data[:_LARGEST_FILE].decode("ascii") if len(data) <= _LARGEST_FILE else ""
    except UnicodeDecodeError:
        return ""


def _until(day: date | None) -> str:
    return f", until {day.isoformat()}" if day else ""


def _last_day(comment: str, file: str) -> date | None:
    found = _UNTIL.search(comment)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        raise KeyUnreadable(f"{file} names a day that is none") from None


def _two_lines(text: str, file: str) -> tuple[str, bytes]:
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if len(lines) != 2 or not lines[0].startswith(COMMENT):
        raise KeyUnreadable(f"{file} is no key")
    blob = decoded(lines[1])
    if blob is None:
        raise KeyUnreadable(f"{file} is no key")
    return lines[0].removeprefix(COMMENT), blob


def decoded(line: str) -> bytes | None:
    """The bytes of a line of base64; None where it is not the one way to write them."""
    try:
        data = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == line else None


def _stream(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import scrypt

    try:
        return scrypt.kdf(104, passphrase.encode("utf-8"), salt, cost.operations, cost.memory)
    except (MemoryError, RuntimeError):
        raise KeyUnreadable("A key needs a gigabyte of free memory for its passphrase") from None


def _xor(data: bytes, stream: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(data, stream, strict=True))
