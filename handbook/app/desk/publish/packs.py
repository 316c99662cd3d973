"""The packs in the folder that IT takes them from: the one before, and the one that is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.domain.errors import CannotPublish, ContentMissing, PackError
from handbook.domain.library import Library
from handbook.markup.library import read_library
from handbook.packs.keys import read_secret_key
from handbook.packs.manifest import Manifest, is_school_id
from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SPARE
from handbook.packs.pack import Pack, open_pack, read_pack
from handbook.packs.publish import make_pack, read_content

SUFFIX = ".handbook"
_ABOUT_KEYS = (SPARE, KEY_CHANGE, KEY_CHANGE_SIGNATURE)
_CHECK_AGAIN = timedelta(days=365)
"""Staff are told after a year that there may be something newer: policies are reviewed yearly."""


@dataclass(frozen=True, slots=True)
class Published:
    """The newest pack of a school in a folder."""

    number: int
    library: Library
    keys: Mapping[str, bytes] = field(default_factory=dict)
    """What it brings about keys beside its own: the next pack brings it too."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was published."""

    file: Path
    number: int
    fingerprint: str


def read_published(folder: Path, school: str) -> Published | None:
    """The newest pack of a school in a folder; None where there is none yet.

    Packs that do not hold, and those of other schools, are passed over. Raises OSError where
    the folder cannot be read. For the background.
    """
    best: Pack | None = None
    # Not by glob: a share that is not there would look like a folder without packs.
    for path in sorted(path for path in folder.iterdir() if path.suffix == SUFFIX):
        try:
            pack = open_pack(read_pack(path), path.name, None)
        except PackError:
            continue
        if pack.manifest.school == school and (best is None or _number(pack) > _number(best)):
            best = pack
    if best is None:
        return None
    keys = {name: best.files[name] for name in _ABOUT_KEYS if name in best.files}
    return Published(_number(best), _library(best), keys)


def publish(
    content: Path,
    library: Library,
    number: int,
    day: date,
    key_file: Path,
    passphrase: str,
    folder: Path,
    keys: Mapping[str, bytes],
) -> Made:
    """Make a signed pack of a content folder and put it where IT takes it from.

    It is written under another name first, so that no computer takes half of it. Raises
    CannotPublish, KeyUnreadable or OSError. For the background: the key takes seconds to open.
    """
    school = library.school
    if not is_school_id(school.id):
        raise CannotPublish(
            f"school.yaml has the id {school.id!r}: a pack needs one of small letters, figures "
            "and hyphens"
        )
    manifest = Manifest(school.id, school.name, number, day, day + _CHECK_AGAIN)
    target = folder / f"{school.id}-{number}{SUFFIX}"
    if target.resolve().is_relative_to(content.resolve()):
        raise CannotPublish("The folder for packs lies in the content: choose another one")
    if target.exists():
        raise CannotPublish(f"{target.name} is there already: a pack is never written over")
    files = read_content(content)
    key = read_secret_key(key_file, passphrase)
    data = make_pack(files, manifest, key, dict(keys))
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(data)
    part.replace(target)
    return Made(target, number, key.public.fingerprint)


def _number(pack: Pack) -> int:
    return pack.manifest.version


def _library(pack: Pack) -> Library:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in pack.content.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return read_library(folder)
        except ContentMissing:
            return Library()
