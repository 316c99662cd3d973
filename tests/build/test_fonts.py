"""The typefaces are those that were pinned, or none."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FONTS = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "fonts.py"))
FAKE_NPM = "#!/bin/sh\nprintf 'something else' > package.tgz\n"
FAILING_NPM = "#!/bin/sh\nexit 1\n"


def npm_that(script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a stand-in for npm first on the path."""
    program = folder / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(script, "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_a_package_that_is_not_the_pinned_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_that(FAKE_NPM, tmp_path, monkeypatch)

    with pytest.raises(FONTS["FontsUnavailable"], match="is not what was pinned"):
        FONTS["fetch"](tmp_path / "fonts")
    assert list((tmp_path / "fonts").iterdir()) == []


def test_a_package_that_cannot_be_fetched_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_that(FAILING_NPM, tmp_path, monkeypatch)

    with pytest.raises(FONTS["FontsUnavailable"], match="could not fetch @fontsource"):
        FONTS["fetch"](tmp_path / "fonts")


def test_without_npm_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(FONTS["FontsUnavailable"], match="npm is not installed"):
        FONTS["fetch"](tmp_path / "fonts")


def test_an_empty_folder_is_not_complete(tmp_path: Path) -> None:
    assert not FONTS["is_complete"](tmp_path)
