"""The small handbook of the tests as it was before, with something of every kind otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cases import FIXTURES

_LOST = "### If a phone is lost {#lost}"
_ASK = "## Whom to ask {#ask}"
_PAGERS = "### Pagers {#pagers}\n\nA pager is lent by the office.\n\n"
_WORDS = (
    ('version: "2.1"', 'version: "2.0"'),
    ("approved: 2026-09-01", "approved: 2025-09-01"),
    ("> **You may** carry your own phone", "> **You must not** carry your own phone"),
    ("Keep it switched on, and charged,", "Keep it charged"),
    ("> - for the pupil's own record;\n", ""),
)


def older_handbook(folder: Path, source: Path = FIXTURES / "handbook") -> Path:
    """A copy of a small handbook in a folder that is not there yet, its phones otherwise."""
    shutil.copytree(source, folder)
    policy = folder / "policies" / "phones.md"
    text = policy.read_text(encoding="utf-8")
    for now, was in _WORDS:
        assert now in text, f"{now!r} is no longer in the small handbook"
        text = text.replace(now, was)
    before, rest = text.split(_LOST)
    text = before + _PAGERS + _ASK + rest.split(_ASK)[1]
    policy.write_text(text, encoding="utf-8")
    _replace(folder / "school.yaml", "dsl: {title: Des", "dsl: {phone: 01632 960 204, title: Des")
    _replace(
        folder / "flows" / "concern.md",
        "[A supplier, contractor or parent group](#speak-up)",
        "[A supplier, contractor or parent group](#emergency-999)",
    )
    return folder


def _replace(path: Path, now: str, was: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert now in text, f"{now!r} is no longer in {path.name}"
    path.write_text(text.replace(now, was), encoding="utf-8")
