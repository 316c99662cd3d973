"""`handbook receipts report`: who confirmed what, from files that anybody may have touched."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handbook.cli.main import run
from handbook.domain.receipt import Receipt
from handbook.domain.text_digest import text_digest
from handbook.markup.library import read_library
from handbook.state.file_owner import file_owner
from handbook.state.receipt_folder import copy_receipts

SCHOOL = """\
school:
  id: "hill"
  name: "Hill <School>"
people:
  headteacher:
    title: Headteacher
"""
RULES = """\
---
title: {title}
collection: Trial
summary: For a trial.
owner: headteacher
version: "2.0"
approved: {approved}
review: 2036-09-01
applies-to: [{audience}]
confirm: {confirm}
---

## One {{#one}}

Words.
"""
NOW = datetime.now(UTC).replace(microsecond=0)
TODAY = datetime.now().astimezone().date()
LATELY = (TODAY - timedelta(days=2)).isoformat()
LONG_AGO = "2020-01-01"


def rules(title: str, approved: str, audience: str = "everyone", confirm: str = "once") -> str:
    return RULES.format(title=title, approved=approved, audience=audience, confirm=confirm)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "policies").mkdir(parents=True)
    (folder / "school.yaml").write_text(SCHOOL, "utf-8")
    for name, text in {
        "conduct": rules("Conduct", LONG_AGO),
        "phones": rules("Phones", LATELY, "teachers"),
        "notes": rules("Notes", LONG_AGO, confirm="never"),
    }.items():
        (folder / "policies" / f"{name}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "receipts").mkdir()
    return tmp_path / "receipts"


def receipt(content: Path, policy: str = "conduct", **other: str) -> Receipt:
    library = read_library(content)
    digest = text_digest(library.policy(policy), library.school)
    made = Receipt(policy, "2.0", digest, "HILL\\jo", "LAPTOP-7", NOW, "0" * 32)
    return replace(made, **other)  # type: ignore[arg-type]


def put(folder: Path, *receipts: Receipt) -> None:
    assert not copy_receipts(folder, [(each.name, each.data) for each in receipts]).problem


def roster(tmp_path: Path, *lines: str, head: str = "user,name,roles,started") -> Path:
    path = tmp_path / "staff.csv"
    path.write_text("\n".join([head, *lines]) + "\n", "utf-8")
    return path


def report(folder: Path, staff: Path, content: Path, *more: str) -> int:
    arguments = ["receipts", "report", str(folder), "--roster", str(staff)]
    return run([*arguments, "--content", str(content), *more])


def states(capsys: pytest.CaptureFixture[str]) -> dict[tuple[str, str], str]:
    shape = json.loads(capsys.readouterr().out)
    return {(each["user"], each["policy"]): each["state"] for each in shape}


def test_who_has_confirmed_and_who_has_not(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, receipt(content))
    staff = roster(tmp_path, "jo,Jo,teachers", "sam,Sam,support-staff", "kim,Kim")

    assert report(folder, staff, content, "--json") == 0

    assert states(capsys) == {
        ("jo", "conduct"): "confirmed",
        ("jo", "phones"): "to confirm",
        ("sam", "conduct"): "overdue",
        ("kim", "conduct"): "overdue",
    }


def test_whoever_started_lately_has_time(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    british = f"{TODAY.day:02}/{TODAY.month:02}/{TODAY.year}"
    staff = roster(tmp_path, f"kim,Kim,,{TODAY.isoformat()}", f"lee,Lee,,{british}")

    assert report(folder, staff, content, "--json") == 0

    assert set(states(capsys).values()) == {"to confirm"}


def test_several_roles_are_asked_what_any_of_them_is(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    staff = roster(tmp_path, '"HILL\\jo",Jo,"Governors; Teachers"')
    put(folder, receipt(content, user="OAK\\jo"))

    assert report(folder, staff, content, "--json") == 0

    assert states(capsys) == {
        ("HILL\\jo", "conduct"): "overdue",
        ("HILL\\jo", "phones"): "to confirm",
        ("OAK\\jo", "conduct"): "not on the list",
    }


def test_the_newest_receipt_counts_and_two_laptops_are_one_person(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = receipt(content, version="1.0", digest="a" * 64)
    put(folder, replace(old, time=NOW - timedelta(days=9)), receipt(content))
    put(folder, receipt(content, machine="LAPTOP-8", mark="1" * 32))

    assert report(folder, roster(tmp_path, "JO,Jo"), content, "--json") == 0

    (only,) = json.loads(capsys.readouterr().out)
    assert only["state"] == "confirmed"
    assert only["confirmed"]["version"] == "2.0"
    assert only["confirmed"]["other_words"] is False


def test_an_earlier_version_and_other_words_are_told(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, receipt(content, version="1.0"), receipt(content, user="sam", digest="b" * 64))

    assert report(folder, roster(tmp_path, "jo,Jo", "sam,Sam"), content) == 0

    said = capsys.readouterr().out
    assert "1 of 2 confirmed, 1 overdue" in said
    assert "overdue, by 15 January 2020 (an earlier version)" in said
    assert "Conduct 2.0: confirmed (other words under the same version)" in said


def test_the_owner_of_the_file_stands_beside_the_name_in_it(
    tmp_path: Path, folder: Path, content: Path
) -> None:
    put(folder, receipt(content))
    out = tmp_path / "report.csv"

    assert report(folder, roster(tmp_path, "jo,Jo"), content, "-o", str(out)) == 0

    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))
    assert row["User"] == "jo"
    assert row["Owner of the file"] == file_owner(next(folder.iterdir())) != ""
    assert (row["State"], row["Confirmed version"]) == ("confirmed", "2.0")


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2", "@sum", "\tx", "=HYPERLINK(1)"])
def test_a_spreadsheet_works_nothing_out(
    tmp_path: Path, folder: Path, content: Path, name: str
) -> None:
    put(folder, receipt(content, user="ghost", machine=name.strip()))
    out = tmp_path / "report.csv"

    assert report(folder, roster(tmp_path, f"jo,{name}"), content, "-o", str(out)) == 0

    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert f"'{name.strip()}" in cells or name.strip() == "x"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


def test_the_page_shows_letter_for_letter_and_loads_nothing(
    tmp_path: Path, folder: Path, content: Path
) -> None:
    put(folder, receipt(content, user="<script>x</script>"), receipt(content))
    out = tmp_path / "report.html"
    staff = roster(tmp_path, "jo,<b>Jo</b>", "sam,Sam,wizard")

    assert report(folder, staff, content, "-o", str(out)) == 1

    page = out.read_text("utf-8")
    assert "Hill &lt;School&gt;" in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "&lt;b&gt;Jo&lt;/b&gt;" in page
    assert "default-src 'none'" in page
    assert not any(word in page for word in ("http:", "https:", "src=", "href=", "url("))
    assert "1 of 1 confirmed, 0 overdue." in page
    assert "staff.csv:3" in page
    assert page.count('<table class="names">') == 2  # in which no word is broken but long names


def test_bad_files_are_named_and_the_rest_is_reported(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = receipt(content)
    put(folder, good)
    (folder / "1.receipt.json").write_bytes(good.data[:50])
    (folder / "2.receipt.json").write_bytes(b"\xff")
    (folder / "3.receipt.json").mkdir()
    shutil.copy(folder / good.name, folder / "4.receipt.json")
    (folder / "5.receipt.json").write_bytes(b" " * 9000)
    (folder / f"{good.name}.ab.part").write_bytes(b"half")

    assert report(folder, roster(tmp_path, "jo,Jo"), content, "--json") == 1

    done = capsys.readouterr()
    assert [each["state"] for each in json.loads(done.out)] == ["confirmed"]
    places = [line.rpartition(": ")[0] for line in done.err.splitlines()]
    assert [place.partition(".")[0] for place in places] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (",Nobody", "staff.csv:2: this line has no user"),
        ("kim,Kim,wizard", "staff.csv:2: 'wizard' is no role"),
        ("kim,Kim,,soon", "staff.csv:2: 'soon' is no date"),
        ("kim,Kim,,31/02/2026", "staff.csv:2: '31/02/2026' is no date"),
        ("Jo,Jo again", "staff.csv:3: jo stands in line 2 too"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_reported(
    tmp_path: Path,
    folder: Path,
    content: Path,
    capsys: pytest.CaptureFixture[str],
    line: str,
    problem: str,
) -> None:
    put(folder, receipt(content))

    assert report(folder, roster(tmp_path, line, "jo,Jo"), content, "--json") == 1

    done = capsys.readouterr()
    assert problem in done.err
    assert "confirmed" in [each["state"] for each in json.loads(done.out)]


@pytest.mark.parametrize("data", ["", "\n\n", "name,roles\nJo,teachers\n", '"user\n' * 3])
def test_a_list_that_is_none_is_refused(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str], data: str
) -> None:
    staff = tmp_path / "staff.csv"
    staff.write_text(data, "utf-8")

    assert report(folder, staff, content) == 3
    assert "staff.csv:" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_lists_of_any_spreadsheet_are_read(
    tmp_path: Path,
    folder: Path,
    content: Path,
    capsys: pytest.CaptureFixture[str],
    encoding: str,
    mark: str,
) -> None:
    staff = tmp_path / "staff.csv"
    text = f"Name{mark}User{mark}Role\r\n\r\nZoë{mark}zoe{mark}Teachers\r\n"
    staff.write_bytes(text.encode(encoding))

    assert report(folder, staff, content, "--json") == 0

    assert {each["name"] for each in json.loads(capsys.readouterr().out)} == {"Zoë"}


def test_another_ending_is_wrong_use(tmp_path: Path, folder: Path, content: Path) -> None:
    assert report(folder, roster(tmp_path), content, "-o", str(tmp_path / "x.pdf")) == 2


def test_a_folder_that_is_gone_cannot_be_read(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(tmp_path / "gone", roster(tmp_path, "jo"), content) == 3
    assert "gone cannot be used" in capsys.readouterr().err


def test_strangers_are_named_with_the_owner_of_their_file(
    tmp_path: Path, folder: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, receipt(content, policy="conduct", user="ghost"))
    gone = replace(receipt(content), policy="gone")
    put(folder, gone)

    assert report(folder, roster(tmp_path, "jo,Jo"), content) == 0

    said = capsys.readouterr().out
    assert "2 receipts of people who are not on the list" in said
    assert "ghost: conduct 2.0, file of " in said
