"""Which of the installed packs is in use, and which one was before: one small file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from handbook.locations import CONTENT, CURRENT
from handbook.packs.disk import Disk, put
from handbook.packs.pack import Pack

_LINE = re.compile(
    r"(?P<version>\d{1,9})-[0-9a-f]{8}-\d{1,9} (?P<key>[0-9a-f]{32}) (?P<school>[a-z0-9-]{1,60})"
)
PACK_FILE = "pack.handbook"


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack in a folder of its own: the pack itself, and all that it unpacks to."""

    folder: Path
    key: str
    """The fingerprint of the key that it was installed under, 32 hexadecimal figures."""
    school: str
    """The school's id."""

    @property
    def version(self) -> int:
        """The pack's version number."""
        return int(self.folder.name.partition("-")[0])

    @property
    def content(self) -> Path:
        """The unpacked content."""
        return self.folder / CONTENT

    @property
    def pack(self) -> Path:
        """The pack itself, kept to mend the content from."""
        return self.folder / PACK_FILE

    @property
    def line(self) -> str:
        """One line of the file."""
        return f"{self.folder.name} {self.key} {self.school}\n"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The pack in use and the one before it."""

    now: Installed | None = None
    before: Installed | None = None

    @property
    def both(self) -> tuple[Installed, ...]:
        """Those that there are."""
        return tuple(each for each in (self.now, self.before) if each is not None)

    @classmethod
    def read(cls, packs: Path) -> Pointer:
        """What the file says; empty where there is none or it says nothing that we wrote."""
        try:
            lines = (packs / CURRENT).read_text("ascii").split("\n")
        except (OSError, UnicodeDecodeError):
            return cls()
        found = [_LINE.fullmatch(line) for line in lines[:2]]
        places = [
            Installed(packs / line[0].partition(" ")[0], line["key"], line["school"])
            if line
            else None
            for line in [*found, None, None][:2]
        ]
        return cls(*places) if places[0] else cls()

    def write(self, packs: Path, disk: Disk) -> None:
        """Switch to this, in one rename."""
        put(disk, packs / CURRENT, "".join(each.line for each in self.both).encode("ascii"))


def fresh(packs: Path, pack: Pack) -> Installed:
    """A folder of its own for a pack, where nothing lies yet."""
    base, number = f"{pack.manifest.version}-{pack.digest[:8]}", 1
    while (packs / f"{base}-{number}").exists():
        number += 1
    return Installed(packs / f"{base}-{number}", pack.key.figures, pack.manifest.school)
