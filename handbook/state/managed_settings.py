"""Every setting of machine policy: one table, for reading, for docs and for templates."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from handbook.domain.audience import Audience
from handbook.state.user_folders import UserFolders

if TYPE_CHECKING:
    from handbook.state.managed_sources import Found

READERS_OWN = frozenset(
    (
        "colours", "contrast", "font-size", "keys", "less-movement", "letter-keys", "motion",
        "movement", "text-size", "theme", "warm-sheet",
    )
)  # fmt: skip
"""What whoever reads needs to set for themselves: no school can set it, or lock it."""
_LEFT_OUT = "It is left out, the rest stands."
UNREADABLE_KEY = "unreadable"
"""Stands for keys none of which can be read: no pack holds by it."""
_KEY_BYTES = 42
_LONGEST_LIST = 20
_SCHOOL = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class Kind(Enum):
    """What a value is, and how it is said to whoever writes it."""

    FOLDER = "a folder"
    FOLDERS = "a list of folders"
    KEYS = "a list of public keys"
    SCHOOL = "a school’s id"
    ROLE = "one of " + ", ".join(Audience)
    USER_FOLDERS = "one of " + ", ".join(UserFolders)
    SWITCH = "0 or 1"

    @property
    def is_list(self) -> bool:
        """True where several values may be given."""
        return self in (Kind.FOLDERS, Kind.KEYS)


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a school can set for a computer."""

    name: str
    kind: Kind
    words: str
    """What it does, for IT."""
    usual: str
    """What holds where it is not set, in words."""
    example: str | int | tuple[str, ...]
    since: str
    """The first version of the program that knows it."""


_EXAMPLE_KEY = "RWQ2pflgSRtrP+ZAXlFbjrs1DpnZAmfjKtsNnzyiszzn0iPykKQyN4CB"

SETTINGS = (
    Setting(
        "content-folders",
        Kind.FOLDERS,
        "Where new packs of policies are looked for, soon after the start and every hour. The "
        "highest version over all of them is installed. A folder that cannot be reached is "
        "passed over. Staff need the right to read there and no other.",
        "No folder: new policies are installed by hand.",
        ("\\\\hill-server\\policies",),
        "0.1",
    ),
    Setting(
        "trusted-keys",
        Kind.KEYS,
        "The keys that may sign packs: the second line of each work.pub. Where any is set, no "
        "other key counts on this computer, also none that a user accepted before. Where none of "
        "them can be read, no pack is taken.",
        "The key of the first pack, which the user accepts by its fingerprint.",
        (_EXAMPLE_KEY,),
        "0.1",
    ),
    Setting(
        "school",
        Kind.SCHOOL,
        "The only school whose packs are taken: the id in its school.yaml. Where it cannot be "
        "read, no pack is taken.",
        "The school of the first pack.",
        "hill",
        "0.1",
    ),
    Setting(
        "role",
        Kind.ROLE,
        "What staff at this computer do. It decides what they are asked to read, never what they "
        "may read. They see that the school has set it and cannot change it.",
        "Each user is asked at the first start.",
        Audience.TEACHERS.value,
        "0.1",
    ),
    Setting(
        "user-folders",
        Kind.USER_FOLDERS,
        "Whether users may name a folder of their own where policies come from: no, local for "
        "folders of this computer, or any for network paths as well. Windows gives a network "
        "path's host a hash of the user's password, so any is for networks that you trust.",
        "local",
        UserFolders.NO.value,
        "0.1",
    ),
    Setting(
        "receipts-folder",
        Kind.FOLDER,
        "Where confirmations that a policy was read are copied to. Give staff the right to create "
        "files there, not to read or change them.",
        "No folder: confirmations stay on the computer.",
        "\\\\hill-server\\receipts",
        "0.1",
    ),
    Setting(
        "confirmations",
        Kind.SWITCH,
        "Whether staff are asked to confirm that they have read a policy.",
        "1",
        0,
        "0.1",
    ),
    Setting(
        "editor",
        Kind.SWITCH,
        "Whether the editors' desk is offered, where drafts of policies are written.",
        "1",
        0,
        "0.1",
    ),
)
BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}

_CLOSED: Mapping[Kind, tuple[object, str]] = {
    # Left out, any key would count that a user accepts, or that was stolen; and any school.
    Kind.KEYS: ((UNREADABLE_KEY,), "No key is left, so no pack is taken until this is mended."),
    Kind.SCHOOL: ("", "So no pack is taken until this is mended."),
    Kind.USER_FOLDERS: (UserFolders.NO, "So users may name no folder until this is mended."),
}
"""What guards a computer, as it is where its value cannot be read, and what is said of it."""


class Wrong(Exception):
    """A value that is not of its setting's kind; says what is wrong with it."""


def take(found: Found) -> tuple[dict[str, object], list[str]]:
    """The settings that hold, in the order of the table, and a sentence for each that does not.

    Whatever is wrong with one, the others stand; so do the other values of a list. What guards
    a computer is closed where it cannot be read, and so is all of it where nothing can be read.
    """
    if found.problems and not found.values:
        return {each.name: _CLOSED[each.kind][0] for each in SETTINGS if each.kind in _CLOSED}, []
    taken: dict[str, object] = {}
    problems: list[str] = []
    for name, raw in found.values.items():
        wrong: list[Wrong] = []
        try:
            setting = _setting(name)
            values = _good(setting, _values(setting, raw), found.paths, wrong)
            if values or not wrong:
                taken[name] = _READ[setting.kind](values)
        except Wrong as problem:
            wrong.append(problem)
        ending = _LEFT_OUT
        if name in BY_NAME and name not in taken and (kind := BY_NAME[name].kind) in _CLOSED:
            taken[name], ending = _CLOSED[kind]
        problems += [f"{found.place(name)}: {each}. {ending}" for each in wrong]
    return {name: taken[name] for name in BY_NAME if name in taken}, problems


def _good(
    setting: Setting, values: list[Any], paths: type[PurePath], wrong: list[Wrong]
) -> list[Any]:
    """The values that are of the setting's kind; why the others are not is put to `wrong`."""
    good = []
    for value in values:
        try:
            _check(setting, value, paths)
        except Wrong as problem:
            wrong.append(problem)
        else:
            good.append(value)
    return good


def _check(setting: Setting, value: object, paths: type[PurePath]) -> None:
    if setting.kind is not Kind.SWITCH and not (isinstance(value, str) and value.strip()):
        raise Wrong(
            f"{setting.name} has to be {setting.kind.value}, and {str(value)[:60]!r} is not"
        )
    if setting.kind in (Kind.FOLDER, Kind.FOLDERS):
        _check_folder(str(value), paths)
    _READ[setting.kind]([value])


def _setting(name: str) -> Setting:
    if name in BY_NAME:
        return BY_NAME[name]
    if name in READERS_OWN:
        raise Wrong(f"{name} belongs to whoever reads, and a school cannot set it")
    from difflib import get_close_matches

    near = get_close_matches(name, BY_NAME, n=1)
    meant = f"; did you mean {near[0]}" if near else ""
    raise Wrong(f"{name[:60]!r} is no setting of this program{meant}")


def _values(setting: Setting, raw: object) -> list[Any]:
    """The value or values, as a list; a list of one is as good as the one."""
    values = list(raw) if isinstance(raw, list | tuple) else [raw]
    if not setting.kind.is_list and len(values) != 1:
        raise Wrong(f"{setting.name} has to be {setting.kind.value}, and one only")
    if len(values) > _LONGEST_LIST:
        raise Wrong(f"{setting.name} has more than {_LONGEST_LIST} values")
    return values


def _check_folder(value: str, paths: type[PurePath]) -> None:
    if not paths(value).is_absolute() or not value.isprintable():
        raise Wrong(f"{value[:200]!r} is no whole path of a folder, from the drive or root on")


def _keys(values: list[str]) -> tuple[str, ...]:
    for value in values:
        try:
            blob = base64.b64decode(value.strip(), validate=True)
        except (binascii.Error, ValueError):
            blob = b""
        if len(blob) != _KEY_BYTES or not blob.startswith(b"Ed"):
            raise Wrong(
                f"{value[:60]!r} is no public key: the second line of work.pub has 56 characters"
            )
    return tuple(dict.fromkeys(value.strip() for value in values))


def _school(values: list[str]) -> str:
    if not _SCHOOL.fullmatch(values[0]):
        raise Wrong(f"{values[0][:60]!r} is no id: small letters, figures and hyphens")
    return values[0]


def _role(values: list[str]) -> Audience:
    return Audience(_one_of(values[0], tuple(Audience)))


def _user_folders(values: list[str]) -> UserFolders:
    return UserFolders(_one_of(values[0], tuple(UserFolders)))


def _one_of(value: str, words: tuple[str, ...]) -> str:
    if value.strip().lower() not in words:
        raise Wrong(f"{value[:60]!r} is none of {', '.join(words)}")
    return value.strip().lower()


def _switch(values: list[object]) -> bool:
    value = values[0]
    if isinstance(value, str) and value in ("0", "1"):
        value = int(value)
    if value not in (0, 1):  # True and False are 1 and 0
        raise Wrong(f"{str(value)[:60]!r} is neither 0 nor 1")
    return bool(value)


_READ: Mapping[Kind, Callable[[list[Any]], object]] = {
    Kind.FOLDER: lambda values: Path(values[0]),
    Kind.FOLDERS: lambda values: tuple(map(Path, values)),
    Kind.KEYS: _keys,
    Kind.SCHOOL: _school,
    Kind.ROLE: _role,
    Kind.USER_FOLDERS: _user_folders,
    Kind.SWITCH: _switch,
}
