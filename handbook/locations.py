"""Where content, resources and the reader's own data live, frozen or not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "handbook"


def root() -> Path:
    """The folder that holds `content` and `resources`: the checkout, or the frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def content() -> Path:
    """The content that comes with the program."""
    return root() / "content"


def resources() -> Path:
    """Fonts, icons and other files that come with the program."""
    return root() / "resources"


def data() -> Path:
    """The reader's own data on this machine: local, never roaming.

    `HANDBOOK_DATA` names another folder, for tests and for a trial beside a real one.
    """
    chosen = os.environ.get("HANDBOOK_DATA")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False, roaming=False)


def cache() -> Path:
    """What can be made anew at any time: the search index and the compiled content."""
    chosen = os.environ.get("HANDBOOK_DATA")
    if chosen:
        return Path(chosen) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False)
