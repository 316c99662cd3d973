"""The small handbook of the tests, with the guide on what a laptop shows put in."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbook.domain.seen import FILE
from tests.cases import FIXTURES


def guided_handbook(folder: Path) -> Path:
    """A copy of the small handbook in a folder that is not there yet."""
    shutil.copytree(FIXTURES / "handbook", folder)
    (folder / FILE).parent.mkdir(exist_ok=True)
    shutil.copyfile(FIXTURES / FILE, folder / FILE)
    return folder
