"""Every kind of file gives a draft that the handbook reads; what is none gives a sentence."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from handbook.domain.errors import NotImported
from handbook.importers import editors_part
from handbook.importers.draft import Draft
from handbook.importers.importing import READ_ONE, import_file
from handbook.importers.making import make_draft
from handbook.markup.policies import read_policy

LINES = """Night Shelter Policy

Owner: Site manager
Next review: 4 May 2027

1. Purpose

1.1 This policy says who may stay in the hall at night.
1.2 Nobody may stay without a second adult:

(a) in the hall;
(b) in the kitchen:
    (i) while it is lit.

2. Keys

The site manager keeps the keys.
"""
PAGE = """<html><head><title>Night shelter</title><style>.h{font-weight:700}</style></head><body>
<h1>Night Shelter Policy</h1><p>Owner: Site manager</p><h2>1. Purpose</h2>
<p>1.1 This policy says who may stay in the hall at night.</p>
<ul><li>in the hall<ul><li>by the stage</li></ul></li><li>in the kitchen</li></ul>
<table><tr><th>Who</th><th>When</th></tr><tr><td>Two | adults</td><td>all night</td></tr></table>
<script>alert("never")</script><p><a href="javascript:x()">words stay</a> and
<a href="https://example.org/a">this leads out</a>.</p></body></html>"""


MARKDOWN = (
    LINES.replace("Night Shelter", "# Night Shelter")
    .replace("1. Purpose", "## 1. Purpose")
    .replace("2. Keys", "## 2. Keys")
)
WORDS = {"night.txt": LINES, "night.md": MARKDOWN, "night.html": PAGE}


def word_bytes() -> bytes:
    document = Document()
    document.add_heading("Night Shelter Policy", 0)
    document.add_heading("Purpose", 1)
    document.add_paragraph("This policy says who may stay in the hall at night.")
    document.add_paragraph("in the hall", style="List Bullet")
    document.add_paragraph("by the stage", style="List Bullet 2")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def drafted(text: str, name: str = "night.txt") -> Draft:
    return make_draft(text.encode(), name)


def headings(draft: Draft) -> list[str]:
    return [line for line in draft.text.split("\n") if line.startswith("#")]


def test_text_keeps_its_numbers_its_lists_and_what_it_states() -> None:
    draft = drafted(LINES)

    assert headings(draft) == ["## 1. Purpose {#purpose}", "## 2. Keys {#keys}"]
    assert "1.2 Nobody may stay without a second adult:" in draft.text
    assert "- (a) in the hall;\n- (b) in the kitchen:\n    - (i) while it is lit." in draft.text
    assert draft.fields == {
        "title": "Night Shelter Policy",
        "owner": "Site manager",
        "review": "2027-05-04",
    }


def test_a_page_gives_lists_tables_and_links_and_runs_nothing() -> None:
    draft = drafted(PAGE, "night.html")

    assert headings(draft) == ["## 1. Purpose {#purpose}"]
    assert "- in the hall\n    - by the stage\n- in the kitchen" in draft.text
    assert "| Two \\| adults | all night |" in draft.text
    assert "words stay and [this leads out](https://example.org/a)." in draft.text
    assert "never" not in draft.text
    assert any("javascript:x()" in text for text in draft.unsure)


def test_a_word_file_gives_headings_by_style_and_lists_by_level() -> None:
    draft = make_draft(word_bytes(), "night.docx")

    assert draft.title == "Night Shelter Policy"
    assert headings(draft) == ["## Purpose {#purpose}"]
    assert "- in the hall\n    - by the stage" in draft.text


@pytest.mark.parametrize("name", WORDS)
def test_every_draft_can_be_read_back(name: str) -> None:
    draft = drafted(WORDS[name], name)

    policy = read_policy(draft.text, "policies/night.md")

    assert policy.title == "Night Shelter Policy"
    assert policy.sections[0].label == "1"


def test_the_name_of_a_file_does_not_say_what_it_is() -> None:
    assert headings(make_draft(word_bytes(), "night.txt")) == ["## Purpose {#purpose}"]
    assert headings(drafted(PAGE, "night.txt")) == ["## 1. Purpose {#purpose}"]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n ", "a.txt", "empty"),
        (b"%PDF-1.7 nothing", "a.pdf", "damaged"),
        (b"PK\x03\x04 nothing", "a.docx", "damaged"),
        (word_bytes()[:-400], "a.docx", "damaged"),
        (b"no zip", "a.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", "password"),
        (b"{\\rtf1 words}", "a.rtf", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.docx", "picture"),
        (bytes(range(256)) * 20, "a.txt", "none of Word"),
        (b"<html><body></body></html>", "a.html", "no words"),
    ],
)
def test_what_cannot_be_imported_is_named_with_the_reason(
    data: bytes, name: str, why: str
) -> None:
    with pytest.raises(NotImported, match=f"^{name} cannot be imported: .*{why}"):
        make_draft(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [(word_bytes(), "a.docx"), (b"%PDF-1.7", "a.pdf"), (b"<html><p>Words</p>", "a.html")],
)
def test_without_the_editors_part_a_file_says_whom_to_ask(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors_part, "_LIBRARIES", ("lxml", "no_such_library"))

    with pytest.raises(NotImported, match=f"^{name} cannot be imported: .*ask your IT to add it"):
        make_draft(data, name)
    assert make_draft(LINES.encode(), "night.txt") == drafted(LINES)


def test_an_empty_folder_of_a_librarys_name_is_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert editors_part.is_installed()
    (tmp_path / "left_behind").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(editors_part, "_LIBRARIES", ("left_behind",))

    assert not editors_part.is_installed()


def test_a_file_is_read_by_another_process(tmp_path: Path) -> None:
    file = tmp_path / "night.txt"
    file.write_text(LINES)

    assert import_file(file) == drafted(LINES)


def test_the_program_knows_the_word_by_which_it_starts_itself() -> None:
    from handbook import __main__

    assert __main__._READ_ONE == READ_ONE


def test_links_folders_and_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(LINES)
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")

    for name, why in (("link.txt", "link"), ("gone.txt", "no such file"), (".", "folder")):
        with pytest.raises(NotImported, match=why):
            import_file(tmp_path / name)


def test_reading_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "night.txt"
    file.write_text(LINES)

    with pytest.raises(NotImported, match=r"night.txt .* takes over 0 seconds"):
        import_file(file, seconds=0)
