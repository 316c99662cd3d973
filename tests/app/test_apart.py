"""The folders of the pages stand apart: what two share lies in a room of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import handbook.app

APP = Path(handbook.app.__file__).parent
PAGES = sorted(
    ".".join(path.parent.relative_to(APP).parts)
    for path in APP.rglob("page.py")
    if path.parent != APP
)


def imported(folder: Path) -> Iterator[tuple[str, str]]:
    """Each module of the app that a folder's files import, with the file that does."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield path.name, node.module
            elif isinstance(node, ast.Import):
                yield from ((path.name, alias.name) for alias in node.names)


def test_the_pages_are_found() -> None:
    assert {
        "desk.try_it",
        "home",
        "outcome",
        "policies",
        "problem",
        "reader",
        "search",
        "wizard",
    } <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_imports_nothing_of_another_page(page: str) -> None:
    others = {f"handbook.app.{other}" for other in PAGES if other != page}
    wrong = [
        f"{file}: {module}"
        for file, module in imported(APP.joinpath(*page.split(".")))
        if any(module == other or module.startswith(f"{other}.") for other in others)
    ]

    assert wrong == []


@pytest.mark.parametrize("room", ["document", "journey", "look", "reading", "widgets"])
def test_a_shared_room_knows_no_page(room: str) -> None:
    pages = tuple(f"handbook.app.{page}." for page in PAGES)

    assert [name for name in imported(APP / room) if name[1].startswith(pages)] == []
