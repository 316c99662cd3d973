"""The window over packs, as for updates."""

from __future__ import annotations

from tests.app.updates.conftest import data, desktop, folder, opens, school

__all__ = ["data", "desktop", "folder", "opens", "school"]
