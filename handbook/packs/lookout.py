"""Looking through folders for the newest pack that may be put into use unasked."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handbook.domain.errors import NotAPack, PackError
from handbook.packs.pack import Pack, open_pack, read_pack
from handbook.packs.shelf import Shelf
from handbook.packs.trust import Trust

SUFFIX = ".handbook"
MOST_FILES = 200
"""Packs of one folder that are looked at, the newest first by their time."""
_SETTLED_SECONDS = 120
"""A file that was written since may still be on its way into the folder."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through the folders came to."""

    best: Pack | None = None
    """The highest version that is newer than all before; None where there is none."""
    unaccepted: Path | None = None
    """The highest pack that is whole and that nobody has vouched for: the first one."""
    refused: tuple[str, ...] = ()
    """Why each of the others is not taken, a sentence that begins with the file's name."""
    unreached: tuple[str, ...] = ()
    """Folders that could not be read."""
    is_settled: bool = True
    """False where a refused file may not have arrived whole yet."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells that a file is still the one that was looked at."""

    size: int
    time: int


@dataclass
class Lookout:
    """Looks through folders, and remembers what was judged so as not to read it again."""

    shelf: Shelf
    today: Callable[[], date] = date.today
    _known: dict[Path, tuple[_Stamp, str]] = field(default_factory=dict)
    """For each file that is of no use: the sentence that says why, or nothing for an old one."""
    _trust: Trust | None = None

    def look(self, folders: Iterable[Path], trust: Trust) -> Looked:
        """Look through folders; one that cannot be read, or goes away, holds up no other."""
        if trust != self._trust:
            self._known.clear()
            self._trust = trust
        best: tuple[Pack, Path] | None = None
        refused: list[str] = []
        unreached = []
        settled = True
        for folder in folders:
            try:
                files = list(_packs_in(folder))
            except OSError:
                unreached.append(str(folder))
                continue
            for path, stamp in files:
                pack, why = self._judge(path, stamp, trust)
                if pack is not None and (best is None or _version(pack) > _version(best[0])):
                    best = (pack, path)
                elif pack is not None and best is not None:
                    why = self._beaten(pack, best[0])
                if why:
                    refused.append(why)
                    settled = settled and time.time() - stamp.time / 1e9 > _SETTLED_SECONDS
        taken = best is not None and best[0].is_trusted
        return Looked(
            best=best[0] if best is not None and taken else None,
            unaccepted=best[1] if best is not None and not taken else None,
            refused=tuple(refused),
            unreached=tuple(unreached),
            is_settled=settled,
        )

    def _judge(self, path: Path, stamp: _Stamp, trust: Trust) -> tuple[Pack | None, str]:
        """The pack of a file if it is of use; else why not, or nothing for an old one."""
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return None, known[1]
        try:
            data = read_pack(path)
            try:
                pack = self._opened(data, path.name, trust)
                useful, why = self.shelf.is_newer(pack), ""
            except PackError as problem:
                useful, why = False, "" if self._is_old(data, path.name) else f"{problem}."
        except NotAPack as problem:
            useful, why = False, f"{problem}."
        except OSError as problem:
            # It may be there again at the next look, so nothing is remembered.
            return None, f"{path.name} cannot be read: {problem.strerror or 'it went away'}."
        if useful:
            return pack, ""
        self._known[path] = (stamp, why)
        return None, why

    def _opened(self, data: bytes, name: str, trust: Trust) -> Pack:
        pack = trust.open(data, name, self.today())
        self.shelf.check_age(pack, older_is_refused=False)
        return pack

    def _is_old(self, data: bytes, name: str) -> bool:
        """Whether it is whole, and of a version that was here before, whoever signed it.

        Old packs may stay in their folder, so nobody is warned of them once their key is changed
        or over.
        """
        try:
            return self.shelf.is_older(open_pack(data, name, None))
        except PackError:
            return False

    def _beaten(self, pack: Pack, best: Pack) -> str:
        same = _version(pack) == _version(best) and pack.digest != best.digest
        return f"{pack.file} is refused: {best.file} has the same version." if same else ""


def _version(pack: Pack) -> int:
    return pack.manifest.version


def _packs_in(folder: Path) -> Iterator[tuple[Path, _Stamp]]:
    """The newest files of a folder that call themselves packs; raises OSError."""
    found: list[tuple[Path, _Stamp]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.lower().endswith(SUFFIX):
                continue
            about = entry.stat()
            if stat.S_ISREG(about.st_mode):
                found.append((Path(entry.path), _Stamp(about.st_size, about.st_mtime_ns)))
    newest: Sequence[tuple[Path, _Stamp]] = sorted(found, key=lambda each: -each[1].time)
    yield from sorted(newest[:MOST_FILES])
