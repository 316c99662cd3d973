"""Which folders a user may name as a place where policies come from."""

from __future__ import annotations

from enum import StrEnum


class UserFolders(StrEnum):
    """How far machine policy lets a user go."""

    NO = "no"
    LOCAL = "local"
    """Folders of this computer alone: a network path tells its host who is asking."""
    ANY = "any"
