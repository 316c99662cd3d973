"""How large a pack may be. ARCHITECTURE section 6 is the source of these figures."""

from __future__ import annotations

PACK_BYTES = 50_000_000
FILES = 2_000
"""Entries of a pack, its own four among them."""
FILE_BYTES = 5_000_000
RATIO = 100
"""So many times its packed size an entry may be at most."""
UNPACKED_BYTES = 200_000_000
"""All files together, once unpacked: ten times what a school with many pictures has."""
