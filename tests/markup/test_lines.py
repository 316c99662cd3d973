"""Every block and every link knows the line it was written on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.domain.blocks import Block, Listing, Paragraph, all_blocks, plain
from handbook.domain.policy import Policy
from handbook.markup.policies import read_policy

# Few words, so that the same text stands on many lines and a wrong line is likely.
WORDS = st.lists(
    st.sampled_from(["a", "b", "ab", "x & y", "*a*", "tab\tb"]), min_size=1, max_size=3
)
LINES = WORDS.map(" ".join)
MARKED = LINES.map(lambda line: f"{line} [k](role:dsl)")
PARAGRAPHS = st.lists(LINES | MARKED, min_size=1, max_size=3).map("\n".join)


def bullets(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def numbers(lines: list[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def nested(lines: list[str]) -> str:
    return "- a\n" + "\n".join(f"    - {line}" for line in lines)


def loose(lines: list[str]) -> str:
    return "\n\n".join(f"- {line}" for line in lines)


def table(lines: list[str]) -> str:
    rows = [f"| {line} | a |" for line in lines]
    return "\n".join(["| a | b |", "|---|---|", *rows])


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


LISTS = st.lists(LINES | MARKED, min_size=1, max_size=4)
SIMPLE = st.one_of(PARAGRAPHS, LISTS.map(bullets), LISTS.map(numbers), LISTS.map(loose))
BLOCKS = st.one_of(
    SIMPLE,
    LISTS.map(nested),
    LISTS.map(table),
    SIMPLE.map(quoted),
    LINES.map(lambda line: f"> **You must** {line}\n>\n> **Tell** {line}"),
    LINES.map(lambda line: f"#### {line} ####"),
    LINES.map(lambda line: f"    {line} <b>"),
    LINES.map(lambda line: f"<!-- {line}\n{line} -->"),
    LINES.map(lambda line: f"[^1]: {line}\n\n    {line}"),
    LINES.map(lambda line: f"*[zz]: {line}"),
)
HEADINGS = st.integers(0, 10**6).map(lambda n: f"### a {{#c{n}}}")
FILES = st.lists(BLOCKS | HEADINGS, min_size=1, max_size=12)


def text_of(parts: list[str]) -> str:
    front = ["---\ntitle: P # a\n---", "## a {#top}"]
    known: list[str] = []
    for part in parts:
        if part.startswith("### ") and part in known:
            continue
        known.append(part)
    return "\n\n".join([*front, *known, "x[^1] zz"]) + "\n"


def blocks_of(policy: Policy) -> Iterator[Block]:
    yield from all_blocks(policy.intro)
    for section in policy.sections:
        yield from all_blocks(section.blocks)
        for clause in section.clauses:
            yield from all_blocks(clause.blocks)


def squeezed(text: str) -> str:
    return "".join(text.replace("*", "").replace("[k](role:dsl)", "k").split())


def check(parts: list[str]) -> None:
    text = text_of(parts)
    source = [squeezed(line) for line in text.split("\n")]
    last = 0
    for block in blocks_of(read_policy(text, "policies/p.md")):
        assert block.line >= last, text
        last = block.line
        if isinstance(block, Listing):
            assert source[block.line - 1].lstrip(">")[0] in "-0123456789", text
        if isinstance(block, Paragraph):
            spoken = "".join(span.text for span in block.spans)
            own = source[block.line - 1].lstrip(">").lstrip("-").lstrip("0123456789.")
            assert squeezed(spoken).startswith(own.removesuffix("[^1]zz")), (text, block)
            for span in block.spans:
                if span.link:
                    assert source[span.line - 1].endswith("k"), (text, block)


@given(FILES)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_block_knows_its_line(parts: list[str]) -> None:
    check(parts)


@pytest.mark.fuzz
@given(FILES)
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_block_of_very_many_files_knows_its_line(parts: list[str]) -> None:
    check(parts)


def test_a_link_in_a_table_knows_its_row() -> None:
    rows = "| a | b |\n|---|---|\n| a | a |\n|  | b |\n| a | [k](role:dsl) |\n"
    policy = read_policy(f"---\ntitle: P\n---\n## A {{#a}}\n\n{rows}\na\n", "policies/p.md")
    (clause,) = policy.clauses
    table_block, paragraph = clause.blocks

    links = [span.line for row in getattr(table_block, "rows", ()) for s in row for span in s]
    assert 10 in links
    assert paragraph.line == 12


def test_a_heading_with_a_link_keeps_its_words() -> None:
    policy = read_policy("---\ntitle: P\n---\n## A [b](#a) & c {#a}\n", "policies/p.md")

    assert [section.title for section in policy.sections] == ["A b & c"]
    assert plain(()) == ""
