"""The highest version that this computer has had of each school's content.

Kept outside the folder of packs, so that it outlives them: whoever can bring an old pack back
must not bring it in as a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from handbook.packs.disk import Disk, put

FILE = "pack-versions"
NO_DIGEST = "-"
"""Stands for a pack that no longer holds."""
_LINE = re.compile(r"([a-z0-9-]{1,60}) (\d{1,9}) ([0-9a-f]{64}|-)")


@dataclass(frozen=True, slots=True)
class Seen:
    """For each school the highest version, and the digest of that pack."""

    highest: dict[str, tuple[int, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path) -> Seen:
        """What is kept in the reader's data; nothing where nothing is."""
        try:
            text = (data / FILE).read_text("ascii", "replace")
        except FileNotFoundError:
            return cls()
        found = (_LINE.fullmatch(line) for line in text.split("\n"))
        return cls({line[1]: (int(line[2]), line[3]) for line in found if line})

    def with_pack(self, school: str, version: int, digest: str) -> Seen:
        """The same with a pack that is the highest of its school."""
        return Seen({**self.highest, school: (version, digest)})

    def write(self, data: Path, disk: Disk) -> None:
        """Keep it."""
        lines = (f"{school} {version} {digest}\n" for school, (version, digest) in self.lines)
        put(disk, data / FILE, "".join(lines).encode("ascii"))

    @property
    def lines(self) -> list[tuple[str, tuple[int, str]]]:
        """The schools by name."""
        return sorted(self.highest.items())
