"""Which key counts for each school on this computer, and its spare; outlives the packs."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handbook.packs.disk import Disk, put
from handbook.packs.keys import PublicKey, decoded

FILE = "pack-keys"
_NONE = "-"
_LINE = re.compile(
    r"(?P<school>[a-z0-9-]{1,60}) (?P<key>[A-Za-z0-9+/=]{56}) (?P<until>\d{4}-\d\d-\d\d|-)"
    r" (?P<spare>[A-Za-z0-9+/=]{56}|-) (?P<number>\d{1,6})"
)


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of one school."""

    key: PublicKey
    """It signs packs."""
    spare: PublicKey | None = None
    """It signs changes of keys alone; None where no pack has named one yet."""
    number: int = 0
    """The number of the last change of keys; 0 before the first."""

    @property
    def line(self) -> str:
        """What is kept of it."""
        until = self.key.until.isoformat() if self.key.until else _NONE
        spare = _text(self.spare) if self.spare else _NONE
        return f"{_text(self.key)} {until} {spare} {self.number}"


@dataclass(frozen=True, slots=True)
class Rings:
    """The keys of each school whose packs were here."""

    by_school: dict[str, Ring] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path) -> Rings:
        """What is kept in the reader's data; nothing where nothing is."""
        try:
            text = (data / FILE).read_text("ascii", "replace")
        except FileNotFoundError:
            return cls()
        found = (_LINE.fullmatch(line) for line in text.split("\n"))
        rings = {line["school"]: _ring(line) for line in found if line}
        return cls({school: ring for school, ring in rings.items() if ring is not None})

    def with_ring(self, school: str, ring: Ring) -> Rings:
        """The same with other keys for a school."""
        return Rings({**self.by_school, school: ring})

    def write(self, data: Path, disk: Disk) -> None:
        """Keep them."""
        lines = (f"{school} {ring.line}\n" for school, ring in sorted(self.by_school.items()))
        put(disk, data / FILE, "".join(lines).encode("ascii"))


def _ring(line: re.Match[str]) -> Ring | None:
    key = _key(line["key"], line["until"])
    spare = _key(line["spare"], _NONE) if line["spare"] != _NONE else None
    if key is None or (spare is None) is not (line["spare"] == _NONE):
        return None
    return Ring(key, spare, int(line["number"]))


def _key(text: str, until: str) -> PublicKey | None:
    blob = decoded(text)
    try:
        last = None if until == _NONE else date.fromisoformat(until)
    except ValueError:
        return None
    if blob is None or len(blob) != 42 or not blob.startswith(b"Ed"):
        return None
    return PublicKey(blob[2:10], blob[10:], last)


def _text(key: PublicKey) -> str:
    return base64.b64encode(key.blob).decode()
