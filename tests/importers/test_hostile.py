"""Bad files end in one sentence that names them, and nothing is written."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import yaml

from handbook.domain.errors import NotImported
from handbook.importers import limits
from handbook.importers.draft import Draft
from handbook.importers.importing import import_file
from handbook.importers.making import make_draft
from handbook.markup.policies import read_policy
from tests.importers.raw_word import LONG, NAMES, draft_of, p, word_bytes
from tests.importers.score import FILES


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A ZIP with one part more, or another one of that name."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def document(head: str, body: str) -> bytes:
    return f"{head}<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(8)
)
GOOD = word_bytes(p(LONG))
MAIN = "word/document.xml"
BAD = {
    "a bomb.docx": (with_part(GOOD, "word/media/a.bin", bytes(130_000_000)), "unpacks to far"),
    "entities.docx": (with_part(GOOD, MAIN, document(f"{LAUGHS}]>", p("&i;"))), "."),
    "outside.docx": (
        with_part(GOOD, MAIN, document('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///x">]>', p("&y;"))),
        "entities",
    ),
    "deep.docx": (
        with_part(GOOD, MAIN, document("", "<w:sdt>" * 3000 + p("x") + "</w:sdt>" * 3000)),
        "nested too deeply",
    ),
    "sheet.docx": (with_part(GOOD, "xl/workbook.xml", b"<x/>"), None),
    "macros.docm": (with_part(GOOD, "word/vbaProject.bin", b"\x00"), "macros"),
    "deep.html": (b"<div>" * 50_000 + b"words", "nested too deeply"),
    "quotes.md": (b"> " * 3000 + b"words", "nested too deeply"),
    "brackets.md": (b"[" * 9000, "brackets"),
    "one word.txt": (b"w" * 5_000_000, "2 MB"),
    "one line.txt": (b"word " * 1_000_000, "2 MB"),
    "many headings.md": (b"# Heading\n\n" * 100_000, "over 60,000 paragraphs"),
    "many headings.txt": (b"Heading\n\nA word.\n\n" * 50_000, "over 60,000 paragraphs"),
    "dots.txt": (b"." * 200_000 + b"\n" + b"1." * 50_000, "letters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_hostile_file_is_refused_within_its_limits(name: str, tmp_path: Path) -> None:
    data, why = BAD[name]
    file = tmp_path / name
    file.write_bytes(data)

    if why is None:
        assert import_file(file).title
        return
    with pytest.raises(NotImported, match=f"^{name} cannot be imported: .*{why}"):
        import_file(file)


def test_a_file_that_is_of_another_kind_than_its_name_says_is_read_and_that_is_said() -> None:
    draft = make_draft(GOOD, "policy.pdf")

    assert LONG in draft.text
    assert "the file's name says PDF, and it is Word: it was read as Word." in draft.unsure


def test_memory_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource")
    file = tmp_path / "large.txt"
    file.write_bytes(b"word and " * 5_000_000)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text(
        "import handbook.importers.limits as limits\nlimits.MEMORY = 150_000_000\n"
    )

    with pytest.raises(NotImported, match="memory"):
        import_file(file)
    assert limits.MEMORY == 500_000_000


@pytest.mark.parametrize(
    "text",
    [
        'a: "b" # c',
        "yes",
        "- x",
        "&anchor *alias",
        "!!python/object/apply:os.system [x]",
        "{a: [b}",
        "3.10",
        "quote ' and \" and \\",
        "---",
        "line\u2028end",
    ],
)
def test_no_value_is_more_than_text_to_yaml(text: str) -> None:
    draft = make_draft(f"Odd Policy\n\nOwner: {text} x\n\n{LONG}".encode(), "odd.txt")
    front = yaml.safe_load(draft.text.split("---\n")[1])

    assert front["owner"] == " ".join(f"{text} x".split())
    assert read_policy(draft.text, "policies/odd.md").owner == front["owner"]


def test_front_matter_of_a_markdown_file_is_text_alone() -> None:
    text = "---\ntitle: !!python/object/apply:os.system [x]\nowner: [a, b]\n---\n\nWords here."
    draft = make_draft(text.encode(), "odd.md")

    assert "Words here." in draft.text
    assert "python" not in draft.text


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("--help.txt", "help"),
        ("a b;rm -rf $(x).txt", "b-rm-rf-x"),
        ("ünï 𝕏.txt", "uni-x"),
        ("…….txt", "draft"),
        ("line\nbreak.txt", "line-break"),
    ],
)
def test_an_odd_name_is_only_a_name(name: str, draft: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(f"Odd Policy\n\n{LONG}")

    assert import_file(file).name == draft


def test_a_hostile_page_runs_nothing_fetches_nothing_and_shows_no_tag() -> None:
    page = (
        "<p onclick=x>Words</p><svg><script>no</script></svg><img src=https://x.example/a onerror=x>"
        "<iframe src=https://x.example></iframe><a href='data:text/html,x'>stay</a>"
        "<meta http-equiv=refresh content='0;url=https://x.example'><p>&lt;script&gt;kept&lt;/script&gt;"
    )
    draft = make_draft(page.encode(), "page.html")

    assert "no" not in draft.text.split()
    assert "x.example" not in draft.text
    assert "&lt;script>kept&lt;/script>" in draft.text
    assert "stay" in draft.text


def attempt(data: bytes, name: str, make: Callable[..., Draft] = make_draft) -> Draft | None:
    """A draft that can be read back, or none because of a sentence that names the file."""
    said = f"{name} cannot be imported: "
    try:
        draft = make(data, name)
    except NotImported as problem:
        said = str(problem)
        draft = None
    assert said.startswith(f"{name} cannot be imported: ")
    assert "\n" not in said
    if draft is not None:
        read_policy(draft.text, "policies/x.md")
    return draft


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The same with some bytes changed, cut out, doubled, or its end lost."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if not changed:
            break
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 200)]
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(1, 200)]
            case _:
                if chance.randrange(6) == 0:
                    del changed[at:]
    return bytes(changed)


def inner_mutated(data: bytes, chance: random.Random) -> bytes:
    """A Word file whose parts are damaged, not its container."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            hit = name.endswith(".xml") and chance.randrange(2)
            new.writestr(name, mutated(part, chance) if hit else part)
    return out.getvalue()


@pytest.mark.fuzz
@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_a_damaged_file_gives_a_draft_or_a_sentence(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    chance = random.Random(path.name)
    rounds = 6 if path.suffix == ".pdf" else 40
    for number in range(rounds):
        damaged = mutated(data, chance)
        if path.suffix == ".docx" and number % 2:
            damaged = inner_mutated(data, chance)
        if path.suffix == ".pdf":
            attempt(damaged, path.name, partial(by_child, tmp_path))
        else:
            attempt(damaged, path.name)


def by_child(folder: Path, data: bytes, name: str) -> Draft:
    """By a process of its own: a library written in C may end it."""
    file = folder / name
    file.write_bytes(data)
    return import_file(file)


@pytest.mark.parametrize("size", [0.1, 0.5, 0.9, 0.99])
def test_half_a_file_is_refused_or_read_and_never_more(size: float) -> None:
    data = (FILES / "minibus-styles.docx").read_bytes()

    assert attempt(data[: int(len(data) * size)], "half.docx") is None
    page = (FILES / "minibus-word.htm").read_bytes()
    assert attempt(page[: int(len(page) * size)], "half.htm") is not None


def test_a_word_file_with_nothing_but_its_body_is_read() -> None:
    assert LONG in draft_of(p(LONG)).text
