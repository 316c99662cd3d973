"""Whose packs are taken on a computer: what every way to a pack asks before it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handbook.domain.errors import PackRefused
from handbook.packs.keys import PublicKey
from handbook.packs.pack import Pack, open_pack
from handbook.packs.rings import Ring
from handbook.packs.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Trust:
    """What is asked of a pack, beside what every pack has to be."""

    keys: tuple[PublicKey, ...] | None = None
    """The keys that may have signed it; None where nobody is trusted yet."""
    school: str | None = None
    """The only school whose packs are taken; None for any."""
    ring: Ring | None = None
    """What a change of keys is judged by; None where none is taken."""

    def open(self, data: bytes, file: str, today: date) -> Pack:
        """Check a pack and open it; raises a PackError."""
        pack = open_pack(data, file, self.keys, today, self.ring)
        if self.school is not None and pack.manifest.school != self.school:
            set_to = self.school or "a school whose id cannot be read"
            said = f"it is for the school {pack.manifest.school}, and this computer is set to"
            raise PackRefused(file, f"{said} {set_to}")
        return pack


def trust_of(
    shelf: Shelf, lines: Sequence[str] = (), source: str = "", school: str | None = None
) -> Trust:
    """The keys of machine policy, `lines` that stand in `source`; else those of the first pack.

    Under machine policy no change of keys counts: IT changes the policy. Raises KeyUnreadable
    where the installed pack is damaged.
    """
    if lines:
        where = f"What trusted-keys names in {source}"
        return Trust(tuple(PublicKey.of_line(line, where) for line in lines), school)
    return Trust(shelf.trusted, school, shelf.ring)
