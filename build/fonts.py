"""Fetches the typefaces of the handbook and turns them into TrueType files.

The faces are free (SIL Open Font License 1.1) but not ours, so they are not kept in the
repository. They come from two packages at pinned versions whose sums are checked, through the
npm client. Without npm the program uses the system's fonts; nothing else changes.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import logging
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
STAMP = ".sums"


@dataclass(frozen=True, slots=True)
class Package:
    """One published family: where it is, what it must be, and which faces we take."""

    name: str
    version: str
    sha512: str
    licence: str
    faces: tuple[tuple[str, str], ...]
    """Our file name, and the weight and style in the package's file names."""

    @property
    def stem(self) -> str:
        """How the names of the package's own files begin."""
        return self.name.rpartition("/")[2]


PACKAGES = (
    Package(
        "@fontsource/atkinson-hyperlegible-next",
        "5.3.0",
        "8p1tHVoPDo6oYwSO3sMw5snGwFwSf3TmeSF9Gcj792GXdsg6oqvhoItbj6Hj/XZIk0Xs+Cwu6pkLBAl3Q5HrwA==",
        "AtkinsonHyperlegibleNext-LICENSE.txt",
        (
            ("AtkinsonHyperlegibleNext-Regular.ttf", "400-normal"),
            ("AtkinsonHyperlegibleNext-Italic.ttf", "400-italic"),
            ("AtkinsonHyperlegibleNext-SemiBold.ttf", "600-normal"),
            ("AtkinsonHyperlegibleNext-Bold.ttf", "700-normal"),
            ("AtkinsonHyperlegibleNext-BoldItalic.ttf", "700-italic"),
        ),
    ),
    Package(
        "@fontsource/source-serif-4",
        "5.3.1",
        "cWcTCXjYYrgF9A67fThVir1VSc0lPEYmwQ6jA4pPt01s2MSCi/maINUcZoCzaqnU8fyUReDO97eGcBUkHgOeug==",
        "SourceSerif4-LICENSE.txt",
        (("SourceSerif4-SemiBold.ttf", "600-normal"),),
    ),
)


class FontsUnavailable(Exception):
    """The faces cannot be fetched here; the message says why."""


def is_complete(folder: Path) -> bool:
    """Whether every face and licence of the pinned versions is already there."""
    stamp = folder / STAMP
    if not stamp.is_file() or stamp.read_text("utf-8") != _pins():
        return False
    names = [name for package in PACKAGES for name, _ in package.faces]
    names += [package.licence for package in PACKAGES]
    return all((folder / name).is_file() for name in names)


def fetch(folder: Path) -> None:
    """Fill the folder with the faces and their licences."""
    if shutil.which("npm") is None:
        raise FontsUnavailable("npm is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        files = _unpack(_download(package))
        (folder / package.licence).write_bytes(files["package/LICENSE"])
        for name, variant in package.faces:
            latin, extended = (
                files[f"package/files/{package.stem}-{subset}-{variant}.woff"]
                for subset in ("latin", "latin-ext")
            )
            (folder / name).write_bytes(merged(latin, extended))
    (folder / STAMP).write_text(_pins(), "utf-8")


def merged(latin: bytes, extended: bytes) -> bytes:
    """One TrueType face from a family's two subsets; the first one's glyphs win."""
    from fontTools.merge import Merger
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as work:
        parts = []
        known: set[int] = set()
        made = 0  # when the publisher made the face, so that the same input gives the same bytes
        for number, data in enumerate((latin, extended)):
            font = TTFont(io.BytesIO(data), recalcTimestamp=False)
            made = made or font["head"].modified
            wanted = set(font.getBestCmap()) - known
            known |= wanted
            # STAT and BASE cannot be merged, and a static face with one baseline needs neither.
            options = Options(drop_tables=["STAT", "BASE"], layout_features=["*"])
            options.name_IDs = ["*"]
            subsetter = Subsetter(options)
            subsetter.populate(unicodes=wanted)
            subsetter.subset(font)
            font.flavor = None
            parts.append(f"{work}/{number}.ttf")
            font.save(parts[-1])
        face = Merger().merge(parts)
        face["head"].created = face["head"].modified = made
        face.recalcTimestamp = False
        out = io.BytesIO()
        face.save(out)
        return out.getvalue()


def _pins() -> str:
    return "".join(f"{package.name} {package.version} {package.sha512}\n" for package in PACKAGES)


def _download(package: Package) -> bytes:
    """The package as published, refused if a single byte differs from the pinned one."""
    with tempfile.TemporaryDirectory() as work:
        options = ["--silent", "--fetch-retries=1", "--fetch-timeout=60000"]
        command = ["npm", "pack", *options, f"{package.name}@{package.version}"]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        archives = list(Path(work).glob("*.tgz"))
        if done.returncode != 0 or len(archives) != 1:
            raise FontsUnavailable(f"npm could not fetch {package.name} {package.version}")
        data = archives[0].read_bytes()
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != package.sha512:
        raise FontsUnavailable(f"{package.name} {package.version} is not what was pinned")
    return data


def _unpack(archive: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        members = ((member.name, tar.extractfile(member)) for member in tar if member.isfile())
        return {name: stream.read() for name, stream in members if stream is not None}


def main() -> int:
    """Fetch what is missing; say in one line what happened."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().folder
    if is_complete(folder):
        return 0
    try:
        fetch(folder)
    except FontsUnavailable as problem:
        print(f"fonts: {problem}, so the system's fonts are used", file=sys.stderr)
        return 1
    print(f"fonts: {sum(len(package.faces) for package in PACKAGES)} faces are ready")
    return 0


if __name__ == "__main__":
    sys.exit(main())
