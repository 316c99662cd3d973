"""SHA256SUMS: one line a file, as `sha256sum` writes it and `sha256sum -c` reads it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from handbook.packs.names import SIGNATURE, SUMS

_LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9._/-]+)\n")


def sum_of(data: bytes) -> str:
    """The SHA-256 of some bytes, 64 hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()


def write_sums(files: Mapping[str, bytes]) -> bytes:
    """The sums of all files but the two that cannot be in it, by name."""
    names = sorted(name for name in files if name not in (SUMS, SIGNATURE))
    return "".join(f"{sum_of(files[name])}  {name}\n" for name in names).encode("ascii")


def read_sums(data: bytes) -> dict[str, str] | None:
    """The sum of each name; None where this is not just what `write_sums` writes."""
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError:
        return None
    lines = [(found[2], found[1]) for found in _LINE.finditer(text)]
    found = dict(sorted(lines))
    written = "".join(f"{value}  {name}\n" for name, value in found.items())
    return found if written == text and found else None
