"""Which names a file in a pack may have, so that every system unpacks it in the same place."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 120
"""Characters of a whole name: Windows allows 260 with the folder that it is unpacked in."""
DEEPEST = 5
"""Folders and file of one name."""

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"
MANIFEST = "pack.json"
KEY = "key.pub"
SPARE = "spare.pub"
"""The school's spare key, which signs changes of keys; a pack may be without."""
KEY_CHANGE = "key-change"
KEY_CHANGE_SIGNATURE = "key-change.minisig"
"""The last change of keys and the spare's signature; a pack has both or neither."""
OWN = frozenset((SUMS, SIGNATURE, MANIFEST, KEY, SPARE, KEY_CHANGE, KEY_CHANGE_SIGNATURE))
"""What a pack holds beside the content; the content has no files of these names."""

_PART = re.compile(r"[a-z0-9_][a-z0-9._-]*")
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""Devices on Windows, whatever ending follows the name."""


def problem_of(name: str) -> str:
    """What is wrong with the name of a file in a pack; empty where nothing is."""
    if name in (SUMS, SIGNATURE):
        return ""
    if len(name) > LONGEST:
        return f"the name is longer than {LONGEST} characters"
    parts = name.split("/")
    if len(parts) > DEEPEST:
        return f"it lies more than {DEEPEST - 1} folders deep"
    return next(filter(None, map(_problem_of_part, parts)), "")


def clash_of(names: Iterable[str]) -> str:
    """The first name that is there twice, or is both a file and a folder; empty for none."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        above = {name[:at] for at, letter in enumerate(name) if letter == "/"}
        if name in seen or name in folders or above & seen:
            return name
        seen.add(name)
        folders |= above
    return ""


def _problem_of_part(part: str) -> str:
    if not _PART.fullmatch(part):
        return "names are made of small letters, figures, full stops, _ and - only"
    if part.endswith("."):
        return "a name may not end in a full stop"
    if part.partition(".")[0] in _RESERVED:
        return "Windows keeps this name for itself"
    return ""
