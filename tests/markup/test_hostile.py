"""Whatever a file holds, it is read or refused with its place; never a crash, never for long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handbook.domain.blocks import all_blocks, all_spans, block_texts
from handbook.domain.errors import ContentError
from handbook.domain.links import LinkKind
from handbook.domain.policy import Policy
from handbook.domain.school import School
from handbook.markup.flows import read_flow
from handbook.markup.plain import policy_text
from handbook.markup.policies import read_policy
from handbook.markup.scenarios import read_scenarios
from handbook.markup.school import read_school, read_words

FRONT = "---\ntitle: P\n---\n## A {#a}\n\n"
FILE = "policies/p.md"
SECONDS = 2

BLOCK_MARKS = [
    "> ",
    "- ",
    "* ",
    "1. ",
    "    ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "# ",
    "#### ",
    "---",
    "===",
]
INLINE_MARKS = ["**", "*", "_", "__", "`", "``", "\\", "  \n", "&lt;", "&amp;", "&", "<", ">", "'"]
WORDS = ["word", "other", "naïve", "8:30", "d2.5"]
MARKS = [
    *BLOCK_MARKS,
    *INLINE_MARKS,
    *(
        "[",
        "](",
        ")",
        "![",
        "][",
        "](#a)",
        "](role:dsl)",
        "](javascript:a)",
        "](../policies/q.md)",
    ),
    *(
        "## ",
        "### ",
        "{#a}",
        "{#b}",
        "{: ",
        '{: subject="a" }',
        "}",
        "{",
        ": ",
        " and also ",
        ", ",
    ),
    *(
        "<!--",
        "-->",
        "<!-- asked: a · b -->",
        "[^1]",
        "[^1]: ",
        "[^]: ",
        "[a]: ",
        "*[word]: ",
        "*[]: ",
    ),
    *("| ", "|---|---|", "|", "|:-:|", "\\|", "<https://a.b>", "<a@b.c>", "<javascript:a>", "<b>"),
    *(
        "\x02",
        "\x03",
        "\x00",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x85",
        "\u2028",
        "\u00a0",
        "\ufeff",
        "\u200b",
    ),
    *("klzzwxh:0000", "wzxhzdk:0", "qq3936677670287331zz", "///Footnotes Go Here///", "amp"),
    *("### Tell\n\n", "### Do now\n\n", "- **First**: ", "- [a](#a)\n", "1. [a](f.md#a): a\n"),
    *("&#2;", "&#0;", "&#xD800;", "&#x110000;", "&#106;avascript:", "%00", "😀", "\u202e"),
]
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=40).map("".join)
YAML_MARKS = [
    *(
        "a",
        "title",
        "people",
        "dsl",
        "school",
        "words",
        "settings",
        "checked",
        "8:30",
        "0204",
        "~",
    ),
    *(
        ": ",
        ":\n",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "? ",
        "&a ",
        "*a",
        "<<: ",
    ),
    *(
        '"',
        "'",
        "|\n",
        ">\n",
        "#",
        "!!python/name:a ",
        "!!map ",
        "!!seq ",
        "!a ",
        "%YAML 1.1\n",
        "---",
    ),
    *(
        "\\ud800",
        "\\0",
        "\x00",
        "\x85",
        "\t",
        "\ufeff",
        "2026-09-01",
        "2026-13-01",
        "...",
        "@",
        "`",
    ),
]
YAML = st.lists(st.sampled_from(YAML_MARKS), max_size=25).map("".join)


def in_good_time(read: Callable[[str, str], object], text: str, file: str) -> object:
    before = time.process_time()
    try:
        value: object = read(text, file)
        refused: ContentError | None = None
    except ContentError as error:
        value, refused = None, error
    took = time.process_time() - before

    assert took < SECONDS
    if refused is not None:
        assert refused.place.file == file
        assert 1 <= refused.place.line <= text.count("\n") + text.count("\r") + 1
    return value


def every_link(policy: Policy) -> Iterator[LinkKind]:
    for clause in policy.clauses:
        yield from (span.link.kind for span in all_spans(clause.blocks) if span.link)


QUICK = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))


def check_files(text: str) -> None:
    policy = in_good_time(read_policy, FRONT + text, FILE)
    if isinstance(policy, Policy):
        lines = (FRONT + text).replace("\r", "\n").count("\n") + 1
        blocks = [block for clause in policy.clauses for block in all_blocks(clause.blocks)]
        assert all(1 <= block.line <= lines for block in blocks)
        assert set(every_link(policy)) <= set(LinkKind)
        shown = policy_text(policy, School())
        assert not {"\x02", "\x03", "\x00"} & set(shown)
    in_good_time(read_flow, FRONT + text, "flows/f.md")
    in_good_time(read_scenarios, FRONT + text, "flows/f.scenarios.md")


@given(TEXTS)
@QUICK
@example("- " * 300 + "a")
@example("1. " * 300 + "a")
@example("> - " * 200 + "a")
@example("[" * 499)
@example("![" * 499)
@example("[" * 499 + "a" + "](b)" * 499)
@example("\n".join("    " * level + "- a" for level in range(20)))
@example("\n".join("    " * level + "- " * (20 - level) + "a" for level in range(20)))
@example("'unclosed \"quotes [a](b 'c")
@example("a\x02klzzwxh:0001\x03 \x02amp\x03 \x0242\x03 qq\x02wzxhzdk:0\x03\x00")
@example("&lt;script&gt; &#60;script&#62; `&lt;` [a](java&#115;cript:a)")
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    check_files(text)


@pytest.mark.fuzz
@given(TEXTS)
@LONG
def test_very_much_text_is_read_or_refused_with_its_place(text: str) -> None:
    check_files(text)


def check_yaml(text: str) -> None:
    in_good_time(read_school, text, "school.yaml")
    in_good_time(read_words, text, "words.yaml")
    in_good_time(read_policy, f"---\n{text}\n---\n", FILE)


def test_a_value_that_no_text_holds_is_refused_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"school.yaml:2: .* a character that no text holds"):
        read_school('school:\n  name: "\\ud800"', "school.yaml")


@given(YAML)
@QUICK
@example("? [a]: b")
@example("{[a]: b}")
@example("&a [*a]")
@example('school: {name: "\\ud800"}')
@example("[" * 5_000)
@example("- " * 2_000)
@example("a: &a [b, b]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a, *a]\n" for n in range(10)))
def test_any_yaml_is_read_or_refused_with_its_place(text: str) -> None:
    check_yaml(text)


@pytest.mark.fuzz
@given(YAML)
@LONG
def test_very_much_yaml_is_read_or_refused_with_its_place(text: str) -> None:
    check_yaml(text)


PROSE = st.lists(st.sampled_from([*WORDS, " ", " ", *BLOCK_MARKS, *INLINE_MARKS]), max_size=30)


def check_words(parts: list[str]) -> None:
    text = FRONT + "".join(parts)
    try:
        (clause,) = read_policy(text, FILE).clauses
    except ContentError:  # a line of dashes under words makes them a heading without an id
        return
    shown = "\n".join(block_texts(clause.blocks))

    assert [shown.count(word) for word in WORDS] == [parts.count(word) for word in WORDS], text


@given(PROSE)
@QUICK
@example(["*", "word", "**", "word", "*", "word"])
@example(["**", "word", "*", "word", "**", "other"])
def test_no_words_are_lost_and_none_are_said_twice(parts: list[str]) -> None:
    check_words(parts)


@pytest.mark.fuzz
@given(PROSE)
@LONG
def test_no_words_of_very_many_texts_are_lost(parts: list[str]) -> None:
    check_words(parts)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| --- | --- |\n" + "| a | b |\n" * 3_000,
        "| a " * 2_000 + "|\n" + "| - " * 2_000 + "|\n" + "| a " * 2_000 + "|\n",
        ("<!-- asked: " * 500 + "\n") * 100,
        ("<!-- asked: a --> " * 500 + "\n") * 100,
        "\n\n".join(f"### a {{#x{number}}}" for number in range(2_000)),
        ("word *a* **b** [c](#a) " * 20 + "\n") * 20,
        ("*a **b _c `d " * 500 + "\n") * 20,
        "**a* " * 2_000,
        "*a " * 3_300,
        "\\" * 9_999,
        "`" * 9_999,
        "".join("`" * number + " " for number in range(1, 140)),
        "<" * 9_999,
        "<a@" * 3_000,
        ("[a](" + "(" * 20) * 400,
        '[a](b "' * 400,
        "{: " * 3_000,
        "#### a {: " + "a=" * 4_000,
        "&#" * 4_900,
        "".join(f"*[A{number}]: a\n\n" for number in range(400)) + "A1 A2 " * 1_000,
        "a[^1] " * 400 + "\n\n[^1]: a\n",
        "".join(f"[^{number}]: a\n\n" for number in range(1_000)),
        "a\n\n" * 5_000,
    ],
    ids=range(23),
)
def test_long_and_odd_text_takes_no_longer_than_a_reader_waits(text: str) -> None:
    in_good_time(read_policy, FRONT + text, FILE)
