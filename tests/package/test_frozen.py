"""The frozen app, as it will lie on a laptop. Built beforehand by `make package`."""

from __future__ import annotations

import json
import os
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import parts
import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "handbook"
INSIDE = FOLDER / "_internal"
NETWORK = ("Qt6Network", "_socket.", "_ssl.", "libssl", "libcrypto", "Qt6Qml", "Qt6Quick")

pytestmark = pytest.mark.package


@pytest.fixture
def app(tmp_path: Path) -> list[str]:
    program = FOLDER / "handbook"
    if not program.is_file():
        pytest.fail("There is no frozen app yet: run `make package`.")
    return ["env", f"HANDBOOK_DATA={tmp_path}", "QT_QPA_PLATFORM=offscreen", str(program)]


def run(command: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it: from another folder, without the checkout's Python."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [*command, *arguments],
        cwd="/",
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def answer(command: list[str], *arguments: str) -> Any:
    done = run(command, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_finds_itself_in_order(app: list[str]) -> None:
    report = answer(app, "self-check")

    assert report["ok"], report["problems"]


def test_it_finds_a_clause_by_the_words_of_staff(app: list[str]) -> None:
    found = answer(app, "search", "can", "I", "add", "a", "pupil", "on", "snapchat")

    assert found["hits"][0]["policy"] == "social-media"


def test_it_shows_a_clause(app: list[str]) -> None:
    hit = answer(app, "search", "snapchat")["hits"][0]

    shown = answer(app, "show", f"{hit['policy']}#{hit['clause']}")

    assert shown["text"].strip()


@pytest.mark.parametrize("name", ["minibus-styles.docx", "minibus-hand.pdf", "minibus-word.htm"])
def test_it_imports_a_file_of_another_program(app: list[str], name: str, tmp_path: Path) -> None:
    file = ROOT / "tests" / "fixtures" / "imports" / name

    (draft,) = answer(app, "import", str(file), "-o", str(tmp_path))["drafts"]

    assert draft["fields"]["owner"] == "Business manager"
    assert "## 2. Drivers" in Path(draft["output"]).read_text()


def test_it_walks_a_flow(app: list[str]) -> None:
    reached = answer(app, "flow", "walk", "concern", "1")

    assert reached["at"] in {"step", "outcome"}


def test_its_window_opens_and_paints_the_home_page(app: list[str]) -> None:
    done = run(["env", "HANDBOOK_MARKS=1", "HANDBOOK_QUIT_AFTER=home", *app])

    assert done.returncode == 0, done.stderr
    assert "mark home-painted" in done.stderr


def test_it_ships_no_code_that_opens_a_connection() -> None:
    shipped = [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*")]

    assert shipped
    assert [path for path in shipped if any(name in path for name in NETWORK)] == []


def test_it_stays_within_the_size_agreed_for_an_installed_app() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    editors = [
        path
        for path in files
        if INSIDE in path.parents and parts.is_editors(path.relative_to(INSIDE).as_posix())
    ]
    size, extra = (sum(path.stat().st_size for path in each) for each in (files, editors))

    assert size - extra < 80_000_000
    assert 0 < extra < 14_000_000


def test_the_same_bytes_come_out_again(tmp_path: Path) -> None:
    subprocess.run([ROOT / "build" / "freeze", tmp_path], check=True, capture_output=True)

    assert contents(tmp_path / "handbook") == contents(FOLDER)


def contents(folder: Path) -> dict[str, bytes | str]:
    """Every file by its name; links as what they lead to."""
    return {
        path.relative_to(folder).as_posix(): (
            str(path.readlink()) if path.is_symlink() else sha256(path.read_bytes()).digest()
        )
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
