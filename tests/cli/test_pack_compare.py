"""`handbook pack compare` says what a new version says otherwise, to people and to programs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handbook.cli.main import run
from handbook.domain.handbook_changes import HandbookChanges
from handbook.domain.library import Library
from handbook.packs.keys import SecretKey
from handbook.packs.publish import make_pack, read_content
from tests.packs.small import manifest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "fixtures" / "handbook"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "96")
    shutil.copytree(SMALL, tmp_path / "old")
    return tmp_path / "old"


@pytest.fixture
def new(old: Path) -> Path:
    return Path(shutil.copytree(old, old.with_name("new")))


def edit(folder: Path, name: str, was: str, now: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")


def compared(capsys: pytest.CaptureFixture[str], old: Path, new: Path) -> Any:
    capsys.readouterr()
    assert run(["pack", "compare", str(old), str(new), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], old: Path, new: Path) -> str:
    capsys.readouterr()
    assert run(["pack", "compare", str(old), str(new)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_same_content_says_the_same(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, old, new) == "Both say the same."
    assert compared(capsys, old, new) == {"policies": [], "flows": [], "school": []}


def test_a_rule_turned_round_is_said_in_words(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "policies/phones.md", "**You may** ", "**You must not** ")

    assert "the rule was MAY, MUST NOT, is now MUST NOT, MUST NOT; reworded" in said(
        capsys, old, new
    )
    assert "[-may-][+must not+]" in said(capsys, old, new)
    (policy,) = compared(capsys, old, new)["policies"]
    (clause,) = policy["clauses"]
    assert clause["changes"] == ["rule", "reworded"]
    assert (clause["was"]["rules"], clause["now"]["rules"]) == (
        ["may", "must-not"],
        ["must-not", "must-not"],
    )
    assert {"change": "gone", "text": "may"} in clause["words"]


def test_a_rule_that_changed_under_its_version_is_not_asked_again(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    phones = "policies/phones.md"
    edit(new, phones, "camera only:", "cameras only:")

    told = said(capsys, old, new)
    assert "The version is still 2.1, so staff who confirmed it are not asked again." in told
    assert "“Whose camera takes photos on a trip?” rests on a clause that changed" in told
    assert "A pupil asks for your number" not in told
    edit(new, phones, 'version: "2.1"', 'version: "2.2"')
    edit(new, phones, "Whose camera takes", "Which camera takes")
    told = said(capsys, old, new)
    assert "is still" not in told
    assert "rests on" not in told


def test_what_nobody_confirms_needs_no_version(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (old, new):
        edit(folder, "policies/phones.md", "confirm: yearly", "confirm: never")
    edit(new, "policies/phones.md", "camera only:", "cameras only:")

    assert "is still" not in said(capsys, old, new)


def test_answers_that_end_elsewhere_are_counted(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "flows/concern.md", "sure](#speak-up)", "sure](#emergency-999)")

    (flow,) = compared(capsys, old, new)["flows"]
    assert flow["flow"] == "concern"
    assert flow["changed"]
    assert set(flow["changed"][0]) == {"path", "was", "now"}
    assert "now end" in said(capsys, old, new)


def test_policies_flows_and_people_that_come_and_go(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (new / "policies" / "visitors.md").unlink()
    (new / "flows" / "concern.md").rename(new / "flows" / "worry.md")
    edit(new, "school.yaml", "Deputy headteacher", "Second head")

    shape = compared(capsys, old, new)
    assert [(p["policy"], p["change"]) for p in shape["policies"]] == [("visitors", "removed")]
    assert {(f["flow"], f["change"]) for f in shape["flows"]} == {
        ("worry", "added"),
        ("concern", "removed"),
    }
    assert shape["school"][0]["about"] == "deputy-head"
    text = said(capsys, old, new)
    assert "No longer there" in text
    assert "deputy-head, title was Deputy headteacher, is now Second head" in text


def test_words_of_a_flow_that_change_no_path(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "flows/concern.md", "title: ", "title: New ")

    assert "Words changed; none of" in said(capsys, old, new)


def test_packs_are_compared_like_folders(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    edit(new, "policies/phones.md", "title: ", "title: New ")
    key = SecretKey.make()
    for number, folder in enumerate((old, new), start=1):
        data = make_pack(read_content(folder), manifest(number, "test-school"), key)
        (tmp_path / f"{number}.handbook").write_bytes(data)

    packs = compared(capsys, tmp_path / "1.handbook", tmp_path / "2.handbook")

    assert packs == compared(capsys, old, new)
    assert packs["policies"][0]["fields"][0]["field"] == "title"


def test_what_cannot_be_read_is_said(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.handbook").write_bytes(b"x")

    assert run(["pack", "compare", str(old), str(tmp_path / "missing")]) == 3
    assert run(["pack", "compare", str(old), str(tmp_path / "odd.handbook")]) == 3
    assert "odd.handbook is not a pack" in capsys.readouterr().err


def fake_changes(
    changes: HandbookChanges, was: Library, now: Library, was_name: str, now_name: str
) -> bytes:
    del was, now
    titles = [each.policy.title for each in changes.policies]
    return f"from {was_name} to {now_name}: {', '.join(titles)}".encode()


def on_pages(old: Path, new: Path, file: Path, *more: str) -> int:
    words = ["pack", "compare", str(old), str(new), "--pdf", str(file), *more]
    return run(words, write_changes=fake_changes)


def test_the_changes_go_on_pages(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "policies/visitors.md", "badge", "label")
    file = tmp_path / "changes.pdf"

    assert on_pages(old, new, file) == 0
    assert file.read_bytes().startswith(b"from old to new: Visitors")
    assert "1 policy changed" in " ".join(capsys.readouterr().out.split())
    assert on_pages(old, new, file) == 1
    assert "--replace" in capsys.readouterr().err
    assert on_pages(old, new, file, "--replace", "--json") == 0
    assert json.loads(capsys.readouterr().out)["policies"]


def test_without_qt_pages_are_wrong_use(old: Path, new: Path, tmp_path: Path) -> None:
    assert run(["pack", "compare", str(old), str(new), "--pdf", str(tmp_path / "c.pdf")]) == 2
    assert not (tmp_path / "c.pdf").exists()


def test_the_real_pages_need_no_screen(old: Path, new: Path, tmp_path: Path) -> None:
    edit(new, "policies/visitors.md", "badge", "label")
    file, home = tmp_path / "changes.pdf", tmp_path / "home"
    home.mkdir()
    bare = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    words = ["-m", "handbook", "pack", "compare", str(old), str(new), "--pdf", str(file)]
    subprocess.run([sys.executable, *words], env=bare, cwd=ROOT, check=True, timeout=120)

    assert file.read_bytes().startswith(b"%PDF-")
