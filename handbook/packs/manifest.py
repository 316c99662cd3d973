"""pack.json: whose pack it is, which one, and which program can read it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from handbook import __version__
from handbook.domain.errors import NotAPack, PackRefused

FORMAT = 1
OLDEST_READER = "0.1.0"
"""The oldest version of the program that reads content as this one writes it."""
HIGHEST = 999_999_999
"""The highest version number of a pack."""

MODEL_SCHOOL = "model-school"
"""The id that the model has: computers would take two schools for one."""

_SCHOOL = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_APP = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself."""

    school: str
    """The id of the school, which never changes."""
    name: str
    """The school's name as staff say it; may be empty."""
    version: int
    """Only grows, from 1."""
    issued: date
    check_again_by: date
    """Past this day staff are told that there may be something newer; nothing is locked."""
    app: str = OLDEST_READER
    """The oldest version of the program that reads this pack."""

    @property
    def comment(self) -> str:
        """The comment of the signature, which minisign shows to whoever checks by hand."""
        return f"school={self.school} version={self.version}"

    @property
    def data(self) -> bytes:
        """The file; the same manifest gives the same bytes."""
        shape = {
            "format": FORMAT,
            "school": self.school,
            "name": self.name,
            "version": self.version,
            "issued": self.issued.isoformat(),
            "check-again-by": self.check_again_by.isoformat(),
            "app": self.app,
        }
        return (json.dumps(shape, ensure_ascii=True, indent=2) + "\n").encode("ascii")

    @classmethod
    def parse(cls, data: bytes, pack: str) -> Manifest:
        """Read pack.json; raises NotAPack, or PackRefused where it needs a newer program."""
        try:
            shape = json.loads(data)
        except (ValueError, RecursionError):
            raise NotAPack(pack, "its pack.json cannot be read") from None
        if not isinstance(shape, dict):
            raise NotAPack(pack, "its pack.json cannot be read")
        _check_reader(shape, pack)
        try:
            manifest = cls(
                school=shape["school"],
                name=shape["name"],
                version=shape["version"],
                issued=date.fromisoformat(shape["issued"]),
                check_again_by=date.fromisoformat(shape["check-again-by"]),
                app=shape["app"],
            )
            is_right = type(manifest.version) is int and manifest.is_possible
            is_right = is_right and manifest.data == data
        except (KeyError, TypeError, ValueError, AttributeError):
            is_right = False
        if not is_right:
            raise NotAPack(pack, "its pack.json is not as packs have it")
        return manifest

    @property
    def is_possible(self) -> bool:
        """False where a field holds what it cannot."""
        return (
            is_school_id(self.school)
            and len(self.name) <= _LONGEST_NAME
            and self.name.isprintable()
            and 1 <= self.version <= HIGHEST
        )


def is_school_id(text: str) -> bool:
    """True for an id of a school: small letters, figures and hyphens, 60 at most."""
    return _SCHOOL.fullmatch(text) is not None


def _check_reader(shape: dict[str, Any], pack: str) -> None:
    """The two fields that every format has: what must be known before the rest can be read."""
    form, app = shape.get("format"), shape.get("app")
    if type(form) is not int or form < 1 or not isinstance(app, str) or not _APP.fullmatch(app):
        raise NotAPack(pack, "its pack.json is not as packs have it")
    if form > FORMAT or _parts(app) > _parts(__version__):
        raise PackRefused(
            pack, f"it needs version {app} of the handbook program, and this is {__version__}"
        )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
