"""What went wrong, in words."""

from __future__ import annotations


def words_of(error: Exception) -> str:
    """The system's words for its own errors, ours for ours, without a full stop."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error).rstrip(".")
