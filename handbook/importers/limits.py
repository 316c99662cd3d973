"""How much one file may cost."""

from __future__ import annotations

SECONDS = 30
MEMORY = 500_000_000
"""Bytes of address space for the reading of one file."""
MAX_FILE = 60_000_000
MAX_UNPACKED = 120_000_000
"""Bytes that the parts of a Word file may unpack to, all together."""
MAX_PART = 40_000_000
MAX_PARTS = 5_000
MAX_RATIO = 300
MAX_DRAFT = 2_000_000
"""Bytes of Markdown that the handbook reads as one file."""
MAX_PIECES = 60_000
MAX_PAGES = 1_000
