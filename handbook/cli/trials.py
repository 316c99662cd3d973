"""The trials of `handbook self-check` that make something and read it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from handbook import locations
from handbook.cli.joined import WritePdf
from handbook.domain.library import Library
from handbook.domain.record import Parts, Record

LIST = "parts.sha256"
"""In a frozen app: every file that it was built of but the programs, with its sum."""
EDITORS_LIST = "editor.sha256"
"""The same for the editor's part, which is installed where it is wanted."""
_DAY = date(2026, 1, 1)
_NAMED = 3
"""So many damaged parts are named; the rest is counted."""
_WORDS = "A bicycle in the corridor"


class Amiss(Exception):
    """A trial that did not work; says what is amiss."""


def editors_part(root: Path | None, *, wanted: bool) -> str:
    """Say whether the editor's part is installed; amiss where it is wanted, or there by half.

    `root` is the folder of a frozen app, and None in a checkout.
    """
    from handbook.importers.editors_part import is_installed

    if is_installed() or (root is not None and (root / EDITORS_LIST).is_file()):
        if root is not None:
            whole(root, EDITORS_LIST)
        if not is_installed():
            raise Amiss("its libraries cannot be found: install it again")
        return "installed"
    if wanted:
        raise Amiss("it is not installed on this computer")
    return "not installed"


def whole(root: Path, part: str = LIST) -> None:
    """Look for every file that a part was built of, and whether it is as it was then."""
    listed = root / part
    if not listed.is_file():
        raise Amiss(f"{listed} is missing, so nobody can say what else is")
    wrong = []
    for line in listed.read_text("utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        try:
            found = sha256((root / name).read_bytes()).hexdigest()
        except OSError:
            wrong.append(f"{name} is missing")
            continue
        if found != wanted:
            wrong.append(f"{name} is not as it was built")
    if wrong:
        more = f" and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
        raise Amiss(f"{'; '.join(wrong[:_NAMED])}{more}: install the program again")


def word_file() -> None:
    """Write a record as a Word file and read it: as a draft, or else its words alone."""
    from handbook.exporters.word import word_file as written

    record = Record("Route", "Person", {Parts.SEEN: _WORDS})
    data = written(record, _DAY)
    if _WORDS not in ZipFile(BytesIO(data)).read("word/document.xml").decode("utf-8"):
        raise Amiss(f"record.docx: {_WORDS!r} was written into it and is not in it")
    _reads("record.docx", data, _WORDS)


def printed(library: Library, write_pdf: WritePdf | None) -> None:
    """Put a policy on pages, and read these as a draft where that can be done."""
    if write_pdf is None:
        raise Amiss("pages cannot be made here")
    policy = min(library.policies, key=lambda each: sum(1 for _ in each.clauses))
    data = write_pdf(replace(library, policies=(policy,)), locations.content())
    if not data.startswith(b"%PDF-"):
        raise Amiss("a policy cannot be printed into a PDF")
    _reads("policy.pdf", data, policy.title.split()[0])


def pack() -> None:
    """Make a pack, open it with the right key, and have it refused once a byte is changed."""
    from handbook.domain.errors import NotAPack, PackNotGenuine
    from handbook.packs.keys import SecretKey
    from handbook.packs.manifest import Manifest
    from handbook.packs.pack import open_pack
    from handbook.packs.publish import make_pack

    key = SecretKey.make()
    manifest = Manifest("trial", "", 1, _DAY, _DAY)
    data = make_pack({"school.yaml": b"people:\n"}, manifest, key)
    if open_pack(data, "trial.handbook", [key.public]).content != {"school.yaml": b"people:\n"}:
        raise Amiss("a pack does not hold what was put into it")
    changed = bytearray(data)
    changed[data.index(b"people:")] ^= 1
    for wrong, trusted in ((bytes(changed), key.public), (data, SecretKey.make().public)):
        try:
            open_pack(wrong, "trial.handbook", [trusted])
        except (NotAPack, PackNotGenuine):
            continue
        raise Amiss("a pack is taken that nobody signed")


def shelf() -> None:
    """Look whether the installed pack is as it was installed."""
    from handbook.packs.mending import State
    from handbook.packs.shelf import Shelf

    if Shelf(locations.data()).check().state in (State.LOST, State.WENT_BACK):
        raise Amiss("the installed pack is damaged: install it again")


def _reads(name: str, data: bytes, words: str) -> None:
    from handbook.importers.editors_part import is_installed
    from handbook.importers.importing import import_file

    if not is_installed():
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        draft = import_file(path)
    if words not in draft.text and words not in draft.title:
        raise Amiss(f"{name}: {words!r} was written into it and is not read from it")
