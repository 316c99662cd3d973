"""A pack that holds: opened once, checked from the outside in, never half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbook.domain.errors import KeyUnreadable, NotAPack, PackError, PackNotGenuine, PackRefused
from handbook.packs.container import Container
from handbook.packs.key_change import KeyChange
from handbook.packs.keys import PublicKey
from handbook.packs.limits import PACK_BYTES
from handbook.packs.manifest import Manifest
from handbook.packs.names import (
    KEY,
    KEY_CHANGE,
    KEY_CHANGE_SIGNATURE,
    MANIFEST,
    OWN,
    SIGNATURE,
    SPARE,
    SUMS,
)
from handbook.packs.rings import Ring
from handbook.packs.signature import Signature
from handbook.packs.sums import read_sums, sum_of


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose signature and sums hold."""

    file: str
    """Its name, for what is said about it."""
    manifest: Manifest
    key: PublicKey
    """The key that signed it."""
    is_trusted: bool
    """False where no key was asked for: it is whole, and nobody has said whose key that is."""
    files: Mapping[str, bytes]
    """Every file of the pack, by name, its own four among them."""
    data: bytes
    """The pack itself."""
    change: KeyChange | None = None
    """The change of keys by which its key came to be trusted; None where it was already."""

    @property
    def content(self) -> dict[str, bytes]:
        """The content without what the pack adds to it."""
        return {name: data for name, data in self.files.items() if name not in OWN}

    @property
    def spare(self) -> PublicKey | None:
        """The spare that it names; None for none, or for one that is no key."""
        try:
            return PublicKey.parse(self.files[SPARE].decode("ascii", "replace"), SPARE)
        except (KeyError, KeyUnreadable):
            return None

    @property
    def change_number(self) -> int:
        """The number of the change of keys that it carries by its own spare; 0 for none."""
        files, spare = self.files, self.spare
        if spare is None or KEY_CHANGE not in files or KEY_CHANGE_SIGNATURE not in files:
            return 0
        try:
            found = KeyChange.read(
                files[KEY_CHANGE], files[KEY_CHANGE_SIGNATURE], spare, self.file
            )
        except PackError:
            return 0
        return found.number if found.school == self.manifest.school else 0

    @property
    def digest(self) -> str:
        """Names exactly this content and manifest: the SHA-256 of the file of sums."""
        return sum_of(self.files[SUMS])


def read_pack(path: Path) -> bytes:
    """The bytes of a pack, taken once, so that nobody changes them while they are checked.

    Raises NotAPack for a file that is too large, OSError where it cannot be opened.
    """
    with path.open("rb") as file:
        data = file.read(PACK_BYTES + 1)
    if len(data) > PACK_BYTES:
        raise NotAPack(path.name, f"it is larger than {PACK_BYTES // 1_000_000} MB")
    return data


def open_pack(
    data: bytes,
    file: str,
    trusted: Sequence[PublicKey] | None,
    today: date | None = None,
    ring: Ring | None = None,
) -> Pack:
    """Check a pack and open it.

    `trusted` are the keys that may have signed it. None asks for no particular one: the pack
    must hold by the key that it brings itself, which proves that it is whole and not whose it
    is. With `today`, a key past its last day is refused. With `ring`, a key that is not trusted
    yet is taken where a change of keys says so that the ring's spare has signed, with a higher
    number than any before. Nothing but the sums, the signatures, the change and, without
    trusted keys, the key is unpacked before the signature holds.

    Raises NotAPack, PackNotGenuine or PackRefused.
    """
    container = Container(data, file)
    sums, signature = container.read(SUMS), Signature.parse(container.read(SIGNATURE))
    if signature is None:
        raise PackNotGenuine(file, "its signature is not written as signatures are")
    key, change = _key(container, signature, trusted, ring, file)
    if not signature.holds(sums, key):
        raise PackNotGenuine(file, "its signature does not hold")
    if today is not None and key.until is not None and key.until < today:
        last = f"{key.until.day} {key.until:%B %Y}"
        raise PackRefused(file, f"the last day of the key that signed it was {last}")
    files = {SUMS: sums, SIGNATURE: signature.data, **_checked(container, sums, file)}
    manifest = Manifest.parse(files[MANIFEST], file)
    if signature.comment != manifest.comment:
        raise PackNotGenuine(file, "its signature names another school or version")
    if change is not None and change.school != manifest.school:
        raise PackNotGenuine(file, "its change of keys is for another school")
    return Pack(file, manifest, key, trusted is not None, files, data, change)


def _key(
    container: Container,
    signature: Signature,
    trusted: Sequence[PublicKey] | None,
    ring: Ring | None,
    file: str,
) -> tuple[PublicKey, KeyChange | None]:
    """The key to check with, and the change of keys that brought it."""
    keys = trusted
    if keys is None:
        try:
            keys = (PublicKey.parse(container.read(KEY).decode("ascii", "replace"), KEY),)
        except KeyUnreadable:
            raise NotAPack(file, f"its {KEY} is no key") from None
    if (key := signature.key_among(keys)) is not None:
        return key, None
    change = _change(container, ring, file)
    if change is None or change.key.number != signature.number:
        raise PackNotGenuine(file, "it is signed with a key that is not trusted here")
    return change.key, change


def _change(container: Container, ring: Ring | None, file: str) -> KeyChange | None:
    """The pack's change of keys, checked by the spare of the ring; None where there is none."""
    if ring is None or ring.spare is None or KEY_CHANGE not in container.names:
        return None
    data, signature = container.read(KEY_CHANGE), container.read(KEY_CHANGE_SIGNATURE)
    change = KeyChange.read(data, signature, ring.spare, file)
    if change.number <= ring.number:
        said = (
            f"its change of keys {change.number} is not newer than {ring.number}, which was here"
        )
        raise PackRefused(file, said)
    return change


def _checked(container: Container, sums: bytes, file: str) -> dict[str, bytes]:
    """Every file that has a sum, each with the sum that it has to have."""
    wanted = read_sums(sums)
    if wanted is None:
        raise NotAPack(file, f"its {SUMS} is not written as sums are")
    names = set(container.names) - {SUMS, SIGNATURE}
    if extra := sorted(names - set(wanted)):
        raise PackNotGenuine(file, f"{extra[0]} was added to it")
    if missing := sorted(set(wanted) - names):
        raise PackNotGenuine(file, f"{missing[0]} was taken out of it")
    if missing := sorted({MANIFEST, KEY} - names):
        raise NotAPack(file, f"there is no {missing[0]} in it")
    files = {name: container.read(name) for name in sorted(wanted)}
    changed = next((name for name, data in files.items() if sum_of(data) != wanted[name]), None)
    if changed is not None:
        raise PackNotGenuine(file, f"{changed} was changed after it was signed")
    return files
