"""Made-up policies written after the importers, on which nothing was tuned."""

from __future__ import annotations

from tests.importers.corpus.shape import Doc

HELD_OUT: dict[str, Doc] = {}
