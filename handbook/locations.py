"""Where content, resources and the reader's own data live, frozen or not."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_APP = "handbook"
PACKS, CURRENT, CONTENT = "packs", "current", "content"
"""Where packs are installed in the reader's data, the file there that names the one in use, and
the folder of a pack that holds what it unpacks to. `handbook/packs` writes all three."""
_INSTALLED = re.compile(r"\d{1,9}-[0-9a-f]{8}-\d{1,9}(?= )")


def root() -> Path:
    """The folder that holds `content` and `resources`: the checkout, or the frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def is_frozen() -> bool:
    """True in the program as it is installed, false in a checkout."""
    return hasattr(sys, "_MEIPASS")


def content() -> Path:
    """The content to read: that of the installed pack, else the one that comes along."""
    return installed_content() or bundled_content()


def has_packs() -> bool:
    """True where a pack was installed once, whatever has become of it."""
    return (data() / PACKS / CURRENT).exists()


def bundled_content() -> Path:
    """The content that comes with the program."""
    return root() / "content"


def installed_content() -> Path | None:
    """The content of the installed pack; None where none is installed.

    The folder itself is not looked at: it is checked, and mended, before it is read.
    """
    packs = data() / PACKS
    try:
        found = _INSTALLED.match((packs / CURRENT).read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return packs / found[0] / CONTENT if found else None


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
