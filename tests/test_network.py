"""Nothing leaves the laptop: no code of ours, or that ours loads, can open a connection."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = ("socket", "ssl", "http", "urllib.request", "PySide6.QtNetwork")

OPEN_THE_WINDOW = "import handbook.app.entry as entry; entry.run([])"
LOAD_EVERYTHING = """
import importlib, pkgutil, handbook
for module in pkgutil.walk_packages(handbook.__path__, "handbook."):
    importlib.import_module(module.name)
"""
ANSWER = """
import contextlib, runpy, sys
for words in (["search", "snapchat"], ["show", "social-media"], ["lint"]):
    sys.argv = ["handbook", *words]
    with contextlib.suppress(SystemExit):
        runpy.run_module("handbook", run_name="__main__")
"""
SAY_WHAT_IS_LOADED = """
import sys
print("loaded:", *sorted(sys.modules))
"""


def modules_named(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_forbidden(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in FORBIDDEN)


def modules_after(code: str, folder: Path) -> list[str]:
    """What a fresh Python has loaded once it has run this code."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code + SAY_WHAT_IS_LOADED],
        cwd=ROOT,
        env={
            **os.environ,
            "HANDBOOK_DATA": str(folder),
            "HANDBOOK_MARKS": "1",
            "HANDBOOK_QUIT_AFTER": "home",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.rpartition("loaded:")[2].split()


def test_no_file_of_the_program_imports_what_opens_connections() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in sorted((ROOT / "handbook").rglob("*.py"))
        for module in modules_named(ast.parse(path.read_text("utf-8")))
        if is_forbidden(module)
    ]

    assert found == []


def test_the_walk_sees_imports_however_they_are_written() -> None:
    code = """
import http.client
from PySide6 import QtNetwork
def later():
    from urllib import request
"""

    seen = [module for module in modules_named(ast.parse(code)) if is_forbidden(module)]

    assert sorted(seen) == ["PySide6.QtNetwork", "http.client", "urllib.request"]


@pytest.mark.parametrize(
    "code",
    [OPEN_THE_WINDOW, LOAD_EVERYTHING, ANSWER],
    ids=["open the window", "load everything", "search, show and lint"],
)
def test_nothing_that_opens_connections_is_loaded(code: str, tmp_path: Path) -> None:
    loaded = modules_after(code, tmp_path)

    assert "handbook" in loaded
    assert [module for module in loaded if is_forbidden(module)] == []
