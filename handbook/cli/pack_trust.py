"""Whose packs the command line takes: machine policy goes first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from handbook import locations
from handbook.domain.errors import PackNotGenuine
from handbook.state.managed import read_managed

if TYPE_CHECKING:
    from handbook.packs.trust import Trust


def trust_here() -> Trust:
    """Whose packs are taken here: machine policy's keys, else the key of the installed pack."""
    from handbook.packs.shelf import Shelf
    from handbook.packs.trust import trust_of

    shelf, managed = Shelf(locations.data()), read_managed()
    shelf.check()
    return trust_of(shelf, managed.trusted_keys, managed.source, managed.school)


def trust_named(pub: Path) -> Trust:
    """Whose packs are taken if somebody names the key."""
    from handbook.packs.keys import read_public_key
    from handbook.packs.trust import Trust

    return Trust((read_public_key(pub),))


def agreed(pub: Path, file: Path) -> Trust:
    """The same for an installation, which machine policy has to agree with."""
    managed, trust = read_managed(), trust_named(pub)
    here = {key.blob for key in trust_here().keys or ()} if managed.trusted_keys else None
    if here is not None and not any(key.blob in here for key in trust.keys or ()):
        said = f"{managed.source} names the keys that count here, and {pub.name} is none of them"
        raise PackNotGenuine(file.name, said)
    return replace(trust, school=managed.school)
