"""Where an editor publishes to, with which key file, and how large the desk writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_FILE = "settings.json"
_NAMES = ("packs", "key", "last", "spare", "text_size")


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What the desk remembers for one content folder; empty until somebody chose it."""

    packs: str = ""
    """The folder that IT takes packs from."""
    key: str = ""
    """The file of the school's secret key."""
    last: str = ""
    """The version that was published from here last: the folder may have been emptied since."""
    spare: str = ""
    """The public key of the spare, which is no secret, until a pack has brought it along."""
    text_size: str = ""
    """Per cent, as the editor set it at the desk; empty until they did."""


class DeskSettingsStore:
    """Keeps them in a folder of the editor's own data; what cannot be kept is asked for again."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def read(self) -> DeskSettings:
        """What was kept; what is missing or makes no sense is empty."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
            return DeskSettings(*(str(found.get(name, "")) for name in _NAMES))
        except (OSError, ValueError, AttributeError):
            return DeskSettings()

    def keep(self, settings: DeskSettings) -> bool:
        """Keep them all at once; False where they cannot be."""
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            words = {name: getattr(settings, name) for name in _NAMES}
            part.write_text(json.dumps(words), "utf-8")
            part.replace(self._path)
        except OSError:
            return False
        return True
