"""Small rules of the reader that stand nowhere else."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from markdown.inlinepatterns import InlineProcessor

from handbook.domain.blocks import Span, plain
from handbook.domain.errors import ContentError
from handbook.domain.flow import USUAL_NEEDS, Part
from handbook.markup.compiled import open_library
from handbook.markup.emphasis import Emphasis
from handbook.markup.flows import read_flow
from handbook.markup.policies import read_policy
from handbook.markup.spans import read_spans

FILE = "policies/p.md"
STEP = "\n## Is it? {#is}\n\n- [Yes](#is)\n"


def read(text: str, front: str = "title: P") -> str:
    (clause,) = read_policy(f"---\n{front}\n---\n## 7. A {{#a}}\n\n{text}\n", FILE).clauses
    return f"{clause.label} {clause.title}: {clause.text}"


def test_why_a_policy_changed_is_one_line_however_it_is_written() -> None:
    front = "title: P\nwhy-changed: |\n  A phone\n\n  was lost."

    assert read_policy(f"---\n{front}\n---\n", FILE).why_changed == "A phone was lost."


def test_numbers_are_made_unless_the_author_made_them() -> None:
    assert read("x") == "1 7. A: x"
    assert read("x", "title: P\nnumbering: authored") == "7 A: x"


def test_a_heading_without_its_number_gets_one_among_authored_ones() -> None:
    policy = read_policy(
        "---\ntitle: P\nnumbering: authored\n---\n"
        "## Scope {#s}\n\n## 7 Posts {#p}\n\n### 7.4.1.2 For us {#u}\n\n### 2 {#two}\n",
        FILE,
    )

    assert [(s.label, s.title) for s in policy.sections] == [("1", "Scope"), ("7", "Posts")]
    assert [(c.label, c.title) for c in policy.clauses][1:] == [
        ("7.4.1.2", "For us"),
        ("2.2", "2"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("## A {#a}\n## B {#a}", "5: the id 'a' stands on line 4 already"),
        ("## A {#a}\n### B {#b}\n### C {#b}", "6: the id 'b' stands on line 5 already"),
        ("## A {#a}\n### B {#a}\n### C {#c}", "5: the id 'a' stands on line 4 already"),
        ("## A", "4: the heading 'A' needs an id such as {#pupils}"),
        ("## A {#a}\n### B *c*", "5: the heading 'B c' needs an id such as {#pupils}"),
    ],
)
def test_a_slip_in_a_heading_is_named(text: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_policy(f"---\ntitle: P\n---\n{text}\n", FILE)

    assert str(caught.value) == f"{FILE}:{problem}"


@pytest.mark.parametrize("text", ["---", "[](#a)", "<!-- a -->", "[a]: b.md", "*[a]: b", ">"])
def test_what_says_nothing_is_no_block(text: str) -> None:
    policy = read_policy(f"---\ntitle: P\n---\n## A {{#a}}\n\n{text}\n", FILE)

    assert policy.clause("a").blocks == ()


@pytest.mark.parametrize(
    ("day", "is_a_date"),
    [
        ("2026-09-01", True),
        ("2024-02-29", True),
        ("2026-02-29", False),
        ("20260901", False),
        ("2026-W36-2", False),
        ("01/09/2026", False),
        ("2026-9-1", False),
        ("٢٠٢٦-٠٩-٠١", False),
        ("2026-09-01 10:00:00", False),
    ],
)
def test_a_date_is_written_in_one_way(day: str, is_a_date: bool) -> None:
    text = f"---\ntitle: P\napproved: {day}\n---\n"
    if is_a_date:
        assert str(read_policy(text, FILE).approved) == day
    else:
        with pytest.raises(ContentError, match=f"{FILE}:3: approved is .* no.* a date such as"):
            read_policy(text, FILE)


@pytest.mark.parametrize("value", ["!!map a", "!!seq {a: b}", "!!str [a]", "{a: b}"])
def test_a_value_of_another_kind_is_refused(value: str) -> None:
    with pytest.raises(ContentError, match=rf"{re.escape(FILE)}:\d"):
        read_policy(f"---\ntitle: {value}\n---\n", FILE)


def test_a_flow_may_name_the_parts_that_it_needs() -> None:
    flow = read_flow(f"---\nneeds: [Do now, Do not]\n---{STEP}", "flows/f.md")

    assert flow.needs == (Part.DO_NOW, Part.DO_NOT)
    assert (flow.title, read_flow(STEP, "flows/f.md").needs) == ("f", USUAL_NEEDS)
    with pytest.raises(ContentError, match=r"flows/f.md:2: no part is called 'Do later'"):
        read_flow(f"---\nneeds: Do later\n---{STEP}", "flows/f.md")


def test_text_too_deep_for_the_machine_is_refused() -> None:
    text = "\n".join("    " * level + "- a" for level in range(20))
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 70)
    try:
        with pytest.raises(ContentError, match=f"{FILE}:1: .* nested too deeply"):
            read_policy(f"---\ntitle: P\n---\n## A {{#a}}\n\n{text}\n", FILE)
    finally:
        sys.setrecursionlimit(usual)


def test_a_style_that_is_not_known_keeps_its_words() -> None:
    element = fromstring("<p>a <del>b <strong>c</strong></del></p>")

    assert read_spans(element, FILE, 1) == (Span("a b "), Span("c", strong=True))


class Forgetful(InlineProcessor):
    """Loses the last letter of what stands between stars."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if data.startswith("-"):
            return None, None, None
        element = Element("em")
        element.text = m[1][:-1] if data.startswith("!") else m[1]
        return element, m.start(), m.end()


@pytest.mark.parametrize(
    ("text", "words"), [("*one*", "one"), ("!*one*", None), ("-*one*", None), ("*a_b*", "a_b")]
)
def test_emphasis_that_loses_a_letter_is_none(text: str, words: str | None) -> None:
    emphasis = Emphasis(Forgetful(r"\*([^*]+)\*"))
    found = emphasis.getCompiledRegExp().search(text)
    assert found is not None
    element, _, _ = emphasis.handleMatch(found, text)

    assert (element.text if isinstance(element, Element) else None) == words


def test_a_program_without_its_sources_still_compiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "school.yaml").write_text("school: {name: Hill}\n")
    whole = Path.glob

    def refuse(path: Path, pattern: str) -> Iterator[Path]:
        if pattern == "*.py":
            raise NotADirectoryError(20, "Not a directory")
        return whole(path, pattern)

    monkeypatch.setattr(Path, "glob", refuse)
    library = open_library(tmp_path, tmp_path / "cache")

    assert open_library(tmp_path, tmp_path / "cache") == library


def test_plain_words_of_no_spans_are_none() -> None:
    assert plain(read_spans(Element("p"), FILE, 1)) == ""
