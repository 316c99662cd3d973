"""Making a pack of a folder of content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.domain.errors import CannotPublish
from handbook.packs.container import write
from handbook.packs.keys import SecretKey, looks_secret
from handbook.packs.limits import FILE_BYTES, FILES, PACK_BYTES
from handbook.packs.manifest import Manifest
from handbook.packs.names import KEY, MANIFEST, OWN, SIGNATURE, SUMS, problem_of
from handbook.packs.signature import sign
from handbook.packs.sums import write_sums


def read_content(folder: Path, *, is_pack: bool = False) -> dict[str, bytes]:
    """Every file of a content folder by its name in a pack.

    What begins with a full stop stays out, as version control keeps its own files there; so
    does, where the folder is that of an installed pack, what the pack added to the content.
    Raises CannotPublish, naming the first file that no pack can hold.
    """
    found: dict[str, bytes] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if is_pack and name in OWN:
            continue
        _check(path, name)
        found[name] = path.read_bytes()
        if looks_secret(found[name]):
            raise CannotPublish(f"{name} is a secret key: move it out of the content")
        if len(found) > FILES - len(OWN):
            raise CannotPublish(f"{folder} holds more than {FILES - len(OWN):,} files")
    return found


def make_pack(
    content: Mapping[str, bytes],
    manifest: Manifest,
    key: SecretKey,
    keys: Mapping[str, bytes] | None = None,
) -> bytes:
    """A signed pack; the same content, manifest and key give the same bytes.

    `keys` are the files about keys that it brings beside its own: the spare, a change of keys.

    Raises CannotPublish where it would be larger than a pack may be, or the manifest holds
    what none may.
    """
    if not manifest.is_possible:
        raise CannotPublish("The school's id, its name or the version number cannot be in a pack")
    files = {
        **content,
        **(keys or {}),
        MANIFEST: manifest.data,
        KEY: key.public.text.encode("ascii"),
    }
    sums = write_sums(files)
    signature = sign(sums, manifest.comment, key)
    data = write({**files, SUMS: sums, SIGNATURE: signature.data})
    if len(data) > PACK_BYTES:
        raise CannotPublish(f"The pack would be larger than {PACK_BYTES // 1_000_000} MB")
    return data


def _files(folder: Path) -> Iterator[Path]:
    """Files in any order; a link to a folder is given as it is, and is refused then."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _check(path: Path, name: str) -> None:
    if path.is_symlink() or not path.is_file():
        raise CannotPublish(f"{name} is a link or no ordinary file: put the file itself there")
    if problem := problem_of(name):
        raise CannotPublish(f"{name} cannot be in a pack; {problem}")
    if name in OWN:
        raise CannotPublish(f"{name} is a name that packs keep for themselves: choose another")
    if path.stat().st_size > FILE_BYTES:
        raise CannotPublish(f"{name} is larger than {FILE_BYTES // 1_000_000} MB")
