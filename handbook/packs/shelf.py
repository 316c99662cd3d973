"""The packs installed on this computer: the one in use, and the one before it.

A pack is unpacked into a folder of its own that nothing points to yet. When all of it lies on
the disk, the pointer is switched by one rename. What is interrupted before that leaves a folder
that nobody reads, and the next installation clears it away.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from handbook.domain.errors import (
    KeyUnreadable,
    NoEarlierPack,
    PackError,
    PackNotGenuine,
    PackRefused,
    PacksBusy,
)
from handbook.locations import CURRENT, PACKS
from handbook.packs.container import write
from handbook.packs.disk import Disk
from handbook.packs.keys import PublicKey
from handbook.packs.lock import only_one
from handbook.packs.mending import Standing, State, is_whole, mend
from handbook.packs.pack import Pack, open_pack, read_pack
from handbook.packs.pointer import Installed, Pointer, fresh
from handbook.packs.rings import Ring, Rings
from handbook.packs.seen import NO_DIGEST, Seen

LOG = "packs.log"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Shelf:
    """The installed packs in a reader's data folder.

    Machine policy may name keys of its own; they go as `trusted` to `open_pack`.
    """

    def __init__(
        self, data: Path, disk: Disk | None = None, now: Callable[[], datetime] = _utc_now
    ) -> None:
        self._data = data
        self._packs = data / PACKS
        self._disk = disk or Disk()
        self._now = now

    @property
    def pointer(self) -> Pointer:
        """What is installed."""
        return Pointer.read(self._packs)

    @property
    def trusted(self) -> tuple[PublicKey, ...] | None:
        """The key that counts for the school in use; None before the first pack.

        Raises KeyUnreadable where nothing that is installed holds it any more.
        """
        pointer = self.pointer
        if not (self._packs / CURRENT).exists():
            return None
        if (ring := self.ring) is not None:
            return (ring.key,)
        for place in pointer.both:
            if pointer.now is not None and place.key == pointer.now.key:
                with contextlib.suppress(PackError, OSError):
                    return (self._kept(place).key,)
        raise KeyUnreadable("The installed policies are damaged: name the school's key by --trust")

    @property
    def ring(self) -> Ring | None:
        """The keys of the school in use; None before the first pack."""
        now = self.pointer.now
        return Rings.read(self._data).by_school.get(now.school) if now is not None else None

    def check_age(self, pack: Pack, *, older_is_refused: bool = True) -> None:
        """Raise PackRefused where a pack may not follow what this computer has had."""
        now = self.pointer.now
        manifest = pack.manifest
        if now is not None and now.school != manifest.school:
            said = f"it is for the school {manifest.school}, and this computer has {now.school}"
            raise PackRefused(pack.file, said)
        highest, digest = self._seen(now).highest.get(manifest.school, (0, ""))
        if manifest.version < highest and older_is_refused:
            said = f"its version {manifest.version} is older than {highest}, which was here before"
            raise PackRefused(pack.file, said)
        if manifest.version == highest and digest != pack.digest:
            said = f"another pack with version {highest} was here before, and versions only grow"
            raise PackRefused(pack.file, said)

    def is_newer(self, pack: Pack) -> bool:
        """Whether a pack may be put into use unasked.

        The highest one again only where its installation was interrupted, or nothing is whole:
        where it is kept as the one before, somebody went back from it, and that is not undone.
        """
        pointer, version = self.pointer, pack.manifest.version
        highest, _ = self._seen(pointer.now).highest.get(pack.manifest.school, (0, ""))
        if version != highest:
            return version > highest
        if all(place.version != version for place in pointer.both):
            return True
        return self.check().state not in (State.WHOLE, State.MENDED)

    def is_older(self, pack: Pack) -> bool:
        """Whether this computer has had a higher version of the same school."""
        highest, _ = self._seen(self.pointer.now).highest.get(pack.manifest.school, (0, ""))
        return pack.manifest.version < highest

    def install(self, pack: Pack) -> None:
        """Put a pack into use and keep the one before.

        Raises PackRefused where it may not follow what was here, PacksBusy, OSError. Whatever
        is raised, what was in use stays in use.
        """
        with only_one(self._packs):
            self.check_age(pack)
            pointer = self.pointer
            if pointer.now is not None and self._is_in_use(pointer.now, pack):
                return
            self._clear(pointer)
            place = fresh(self._packs, pack)
            self._unpack(place, pack)
            manifest = pack.manifest
            seen = self._seen(pointer.now).with_pack(
                manifest.school, manifest.version, pack.digest
            )
            seen.write(self._data, self._disk)
            self._keep_keys(pack)
            before = self._before(pointer, place)
            Pointer(place, before).write(self._packs, self._disk)
            self.note(f"installed {manifest.comment} under key {pack.key.fingerprint}")
            self._clear(Pointer(place, before))

    def rollback(self) -> Installed:
        """Go back to the pack before; it is in use afterwards.

        Raises NoEarlierPack where none is kept, a PackError where the kept one does not hold.
        """
        with only_one(self._packs):
            pointer = self.pointer
            now, before = pointer.now, pointer.before
            if now is None or before is None or before.version >= now.version:
                raise NoEarlierPack("No earlier version is kept on this computer")
            if not is_whole(before):
                mend(before, partial(self._kept, before), self._disk)
            Pointer(before, now).write(self._packs, self._disk)
            self.note(f"went back from version {now.version} to version {before.version}")
            return before

    def check(self) -> Standing:
        """Check every sum of the pack in use, and mend what does not hold.

        Where neither it nor its kept pack holds, the one before is read, at every start until
        a pack is installed. Never raises.
        """
        pointer = self.pointer
        if pointer.now is None:
            return Standing(State.LOST if (self._packs / CURRENT).exists() else State.NONE)
        if is_whole(pointer.now):
            return Standing(State.WHOLE, pointer.now)
        try:
            with only_one(self._packs):
                return self._mended(self.pointer)
        except (OSError, PacksBusy):
            return Standing(State.LOST)

    def before(self, in_use: Installed) -> Installed | None:
        """The pack that was in use before this one, to compare with; None where none is kept.

        What does not hold is mended first; raises a PackError, PacksBusy or OSError where it
        cannot be.
        """
        pointer = self.pointer
        before = pointer.before if in_use == pointer.now else None
        if before is not None and not is_whole(before):
            with only_one(self._packs):
                mend(before, partial(self._kept, before), self._disk)
        return before

    def _mended(self, pointer: Pointer) -> Standing:
        for place in pointer.both:
            if not is_whole(place):
                try:
                    mend(place, partial(self._kept, place), self._disk)
                except (PackError, OSError) as problem:
                    self.note(f"version {place.version} could not be mended: {problem}")
                    continue
                self.note(f"version {place.version} was damaged and was mended")
            is_newest = place == pointer.now
            return Standing(State.MENDED if is_newest else State.WENT_BACK, place)
        return Standing(State.LOST)

    def _kept(self, place: Installed) -> Pack:
        """The kept pack of a place, by the key that it was installed under."""
        pack = open_pack(read_pack(place.pack), place.pack.name, None)
        if pack.key.figures != place.key:
            raise PackNotGenuine(place.pack.name, "it is signed with another key than before")
        return pack

    def _is_in_use(self, place: Installed, pack: Pack) -> bool:
        return (
            place.pack.is_file()
            and place.pack.read_bytes() == write(pack.files)
            and is_whole(place)
        )

    def _seen(self, now: Installed | None) -> Seen:
        """What was here before; the record may have been lost, the pack in use counts too."""
        seen = Seen.read(self._data)
        if now is None or now.version <= seen.highest.get(now.school, (0, ""))[0]:
            return seen
        try:
            return seen.with_pack(now.school, now.version, self._kept(now).digest)
        except (PackError, OSError):
            return seen.with_pack(now.school, now.version, NO_DIGEST)

    def _keep_keys(self, pack: Pack) -> None:
        """Keep which key counts from now on; a spare is pinned once, and never replaced."""
        rings, school = Rings.read(self._data), pack.manifest.school
        ring = rings.by_school.get(school)
        if ring is not None and pack.change is not None:
            ring = Ring(pack.key, ring.spare, pack.change.number)
            self.note(f"change of keys {ring.number}: {pack.key.fingerprint} signs from now on")
        elif ring is not None and ring.key.blob == pack.key.blob:
            ring = Ring(ring.key, ring.spare or pack.spare, ring.number)
        else:
            ring = Ring(pack.key, pack.spare, pack.change_number)
        rings.with_ring(school, ring).write(self._data, self._disk)

    def _before(self, pointer: Pointer, place: Installed) -> Installed | None:
        """What to keep beside a new pack: the newest that holds, never a copy of itself."""
        twin = place.folder.name.rpartition("-")[0]
        others = (p for p in pointer.both if p.folder.name.rpartition("-")[0] != twin)
        return next(filter(is_whole, others), None)

    def _unpack(self, place: Installed, pack: Pack) -> None:
        disk = self._disk
        folders = {place.folder, place.content}
        for name in pack.files:
            folders |= {place.content / above for above in PurePosixPath(name).parents}
        for folder in sorted(folders):
            disk.make_folder(folder)
        disk.write(place.pack, write(pack.files))
        for name, data in pack.files.items():
            disk.write(place.content / name, data)
        for folder in (*sorted(folders), self._packs):
            disk.flush(folder)

    def _clear(self, pointer: Pointer) -> None:
        kept = {place.folder.name for place in pointer.both}
        for folder in self._packs.iterdir():
            if folder.is_dir() and folder.name not in kept:
                self._disk.remove(folder)

    def note(self, words: str) -> None:
        """Write a line into the log."""
        time = self._now().isoformat(timespec="seconds")
        with (
            contextlib.suppress(OSError),  # what is done is done, told or not
            (self._data / LOG).open("a", encoding="utf-8") as file,
        ):
            file.write(f"{time} {words}\n")
