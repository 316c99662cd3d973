"""What a release is called, and when it was made: its commit's time, so that bytes repeat."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / ".work"
APP = DIST / "handbook"
sys.path.insert(0, str(ROOT))  # this checkout's program, wherever its .venv was made
_VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)
_ZIPS_BEGIN = 315532800
"""1980, before which no ZIP file can date anything."""


def version() -> str:
    """The program's version."""
    found = _VERSION.search((ROOT / "handbook" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise SystemExit("release: handbook/__init__.py names no version of three numbers")
    return found[1]


def made() -> int:
    """SOURCE_DATE_EPOCH, or the time of the last commit, in seconds."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        told = asked.stdout.strip() or "0"
    return max(int(told), _ZIPS_BEGIN)


def day() -> str:
    """The same as a day, YEAR-MONTH-DAY."""
    return datetime.fromtimestamp(made(), UTC).strftime("%Y-%m-%d")
