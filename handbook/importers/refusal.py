"""Why a file cannot be read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be read. Its text ends a sentence: `... : it is empty`."""
