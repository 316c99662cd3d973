"""`handbook import`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.cli.main import run
from handbook.markup.policies import read_policy

WORDS = (
    "Bicycle Policy\n\nApproved by: Premises committee\n\nParking\n\nLock it to a rack, please.\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Bicycle policy (final).txt"
    path.write_text(WORDS)
    return path


def test_a_draft_is_written_and_said_as_json(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "drafts"

    assert run(["import", str(file), "-o", str(out), "--json"]) == 0
    (draft,) = json.loads(capsys.readouterr().out)["drafts"]
    assert list(draft) == ["source", "output", "title", "fields", "unsure"]
    assert draft["source"] == file.name
    assert draft["fields"] == {"title": "Bicycle Policy", "approved-by": "Premises committee"}
    written = Path(draft["output"])
    assert written == out / "bicycle-policy-final.md"
    assert read_policy(written.read_text(), "policies/bicycle.md").title == "Bicycle Policy"


def test_two_files_of_one_name_give_two_drafts(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other" / file.name
    other.parent.mkdir()
    other.write_text(WORDS)

    assert run(["import", str(file), str(other), "-o", str(tmp_path / "out")]) == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["bicycle-policy-final-2.md", "bicycle-policy-final.md"]
    assert "approved-by: Premises committee" in capsys.readouterr().out


def test_a_draft_that_is_there_is_kept_unless_it_may_be_replaced(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "bicycle-policy-final.md"
    mine.write_text("mine")
    words = ["import", str(file), "-o", str(tmp_path)]

    assert run(words) == 1
    assert mine.read_text() == "mine"
    assert "--replace" in capsys.readouterr().err
    assert run([*words, "--replace"]) == 0
    assert mine.read_text() != "mine"


def test_a_link_in_the_folder_is_replaced_and_never_written_through(
    file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "precious"
    target.write_text("precious")
    (tmp_path / "bicycle-policy-final.md").symlink_to(target)

    assert run(["import", str(file), "-o", str(tmp_path)]) == 1
    assert run(["import", str(file), "-o", str(tmp_path), "--replace"]) == 0
    assert target.read_text() == "precious"


def test_what_cannot_be_read_is_named_and_the_others_are_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")
    out = tmp_path / "out"

    assert run(["import", str(bad), str(file), "-o", str(out)]) == 3
    said = capsys.readouterr()
    assert said.err.startswith("bad.pdf cannot be imported: ")
    assert said.err.count("\n") == 1
    assert [path.name for path in out.iterdir()] == ["bicycle-policy-final.md"]


def test_nothing_is_written_for_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04")

    assert run(["import", str(bad), "-o", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()
