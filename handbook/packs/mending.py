"""Whether an installed pack is still what was signed, and making it so again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from handbook.domain.errors import KeyUnreadable
from handbook.packs.container import write
from handbook.packs.disk import Disk, put
from handbook.packs.keys import PublicKey
from handbook.packs.limits import FILE_BYTES, PACK_BYTES
from handbook.packs.names import KEY, SIGNATURE, SUMS
from handbook.packs.pack import Pack
from handbook.packs.pointer import Installed
from handbook.packs.signature import Signature
from handbook.packs.sums import read_sums, sum_of


class State(StrEnum):
    """What a check of the installed pack came to."""

    NONE = "none"
    """No pack is installed."""
    WHOLE = "whole"
    MENDED = "mended"
    """Something did not hold and was unpacked anew."""
    WENT_BACK = "went-back"
    """It could not be mended; the one before is read."""
    LOST = "lost"
    """There was a pack, and nothing of it holds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a check came to, and the pack to read; None where there is none that holds."""

    state: State
    place: Installed | None = None


def is_whole(place: Installed) -> bool:
    """True where the unpacked files and the kept pack are what was signed, nothing else there.

    Some milliseconds for a school's whole content; never raises.
    """
    files = _signed_files(place)
    try:
        return files is not None and place.pack.read_bytes() == write(files)
    except OSError:
        return False


def mend(place: Installed, kept: Callable[[], Pack], disk: Disk) -> None:
    """Make each of the two anew from the other: the unpacked files, and the kept pack.

    `kept` opens the kept pack; its PackError is raised where neither holds.
    """
    files: Mapping[str, bytes] | None = _signed_files(place)
    if files is None:
        files = kept().files
        _unpack_anew(place.content, files, disk)
    if _bytes_of(place.pack, PACK_BYTES) != write(files):
        put(disk, place.pack, write(files))


def _unpack_anew(content: Path, wanted: Mapping[str, bytes], disk: Disk) -> None:
    """Write every file anew that is not as wanted; take away what is not wanted."""
    _clear_ways(content, wanted, disk)
    disk.make_folder(content)
    for name, path in list(files_in(content)):
        if name not in wanted:
            disk.remove(path)
    for name, data in wanted.items():
        path = content / name
        if _bytes_of(path) != data:
            disk.make_folder(path.parent)
            put(disk, path, data)


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything under a folder that is no folder, links not followed, by its name in a pack."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from ((f"{entry.name}/{name}", inner) for name, inner in files_in(path))
            else:
                yield entry.name, path


def _clear_ways(content: Path, wanted: Mapping[str, bytes], disk: Disk) -> None:
    """Take away what stands where a folder or a file of the pack has to be."""
    folders = {above for name in wanted for above in PurePosixPath(name).parents}
    for folder in sorted(folders):
        path = content / folder
        if path.is_symlink() or path.is_file():
            disk.remove(path)
    for name in wanted:
        path = content / name
        if path.is_symlink() or path.is_dir():
            disk.remove(path)


def _signed_files(place: Installed) -> dict[str, bytes] | None:
    """The unpacked files where they are what was signed; None where anything is otherwise."""
    try:
        files = {name: _read(path) for name, path in files_in(place.content)}
        return files if _is_signed(files, place.key) else None
    except (OSError, ValueError, KeyError, KeyUnreadable):
        return None


def _is_signed(files: Mapping[str, bytes], figures: str) -> bool:
    key = PublicKey.parse(files[KEY].decode("ascii"), KEY)
    signature = Signature.parse(files[SIGNATURE])
    sums = read_sums(files[SUMS]) or {}
    return (
        key.figures == figures
        and set(files) - {SUMS, SIGNATURE} == set(sums)
        and all(sum_of(files[name]) == value for name, value in sums.items())
        and signature is not None
        and signature.holds(files[SUMS], key)
    )


def _read(path: Path, most: int = FILE_BYTES) -> bytes:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > most:
        raise ValueError("no file of a pack")
    return path.read_bytes()


def _bytes_of(path: Path, most: int = FILE_BYTES) -> bytes | None:
    try:
        return _read(path, most)
    except (OSError, ValueError):
        return None
