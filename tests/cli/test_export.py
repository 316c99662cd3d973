"""`handbook export pdf`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.cli.main import run
from handbook.domain.library import Library
from tests.cases import FIXTURES

CONTENT = FIXTURES / "handbook"


def fake_pdf(library: Library, content: Path) -> bytes:
    return f"{len(library.policies)} policies, pictures in {content.name}".encode()


def export(file: Path, *more: str) -> int:
    words = ["export", "pdf", "-o", str(file), "--content", str(CONTENT), *more]
    return run(words, None, fake_pdf)


def test_everything_is_written_into_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "all.pdf"

    assert export(file) == 0
    assert file.read_bytes().endswith(b"pictures in handbook")
    assert [path.name for path in tmp_path.iterdir()] == ["all.pdf"]
    assert "all.pdf:" in capsys.readouterr().out


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "all.pdf"
    file.write_text("mine")

    assert export(file) == 1
    assert file.read_text() == "mine"
    assert "--replace" in capsys.readouterr().err
    assert export(file, "--replace") == 0
    assert file.read_text() != "mine"


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path / "gone" / "all.pdf") == 3
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert "cannot be written" in said
    assert list(tmp_path.iterdir()) == []


def test_without_a_policy_there_is_nothing_to_write(tmp_path: Path) -> None:
    (tmp_path / "content" / "policies").mkdir(parents=True)
    shutil.copyfile(CONTENT / "school.yaml", tmp_path / "content" / "school.yaml")
    words = ["export", "pdf", "-o", str(tmp_path / "all.pdf"), "--content"]

    assert run([*words, str(tmp_path / "content")], None, fake_pdf) == 1
    assert run([*words, str(tmp_path / "nowhere")], None, fake_pdf) == 3
    assert not (tmp_path / "all.pdf").exists()


def test_without_qt_it_is_wrong_use(tmp_path: Path) -> None:
    words = ["export", "pdf", "-o", str(tmp_path / "all.pdf"), "--content", str(CONTENT)]

    assert run(words) == 2


def test_the_real_command_needs_no_screen_and_writes_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    file = tmp_path / "all.pdf"
    bare = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    words = ["-m", "handbook", "export", "pdf", "-o", str(file), "--content", str(CONTENT)]
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, *words], env=bare, cwd=root, check=True, timeout=120)

    assert file.read_bytes().startswith(b"%PDF-")
    written = {path.relative_to(home).parts[0] for path in home.rglob("*") if path.is_file()}
    assert written <= {"cache"}
