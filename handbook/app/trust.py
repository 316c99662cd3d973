"""Which keys count on this computer: those of machine policy, else that of the first pack."""

from __future__ import annotations

from handbook.packs.keys import PublicKey
from handbook.packs.shelf import Shelf
from handbook.state.managed import Managed


def trusted_keys(managed: Managed, shelf: Shelf) -> tuple[PublicKey, ...] | None:
    """The keys that may have signed a pack; None before anybody has vouched for one.

    Raises KeyUnreadable where the installed pack is damaged.
    """
    if managed.trusted_keys:
        return tuple(PublicKey.of_line(line, managed.source) for line in managed.trusted_keys)
    return shelf.trusted
