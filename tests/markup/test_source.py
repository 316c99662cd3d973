"""What the reader refuses before it parses, and what it tolerates."""

from __future__ import annotations

import time

import pytest

from handbook.domain.blocks import Paragraph, Verbatim, plain
from handbook.domain.errors import ContentError
from handbook.domain.policy import Policy
from handbook.markup.policies import read_policy

FRONT = "---\ntitle: P\n---\n"
FILE = "policies/p.md"


def read(body: str) -> Policy:
    return read_policy(f"{FRONT}## A {{#a}}\n\n{body}\n", FILE)


def first_words(policy: Policy) -> str:
    block = policy.clause("a").blocks[0]
    assert isinstance(block, Paragraph)
    return plain(block.spans)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("x" * 10_001, "6: the line has over 10,000 characters"),
        ("a\n\n" + " " * 84 + "x", "8: the line is over 20 levels deep"),
        ("> " * 21 + "x", "6: the line is over 20 levels deep"),
        ("[" * 501, "6: there are over 500 square brackets in one block"),
        ("x\n" * 1_000_000, "1: the file is larger than 2 MB"),
        ("- " * 4000 + "x", "6: the line is over 20 levels deep"),
    ],
    ids=["long line", "deep list", "deep quotation", "brackets", "large file", "list in a line"],
)
def test_a_file_beyond_the_limits_is_refused(body: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(body)

    assert str(caught.value) == f"{FILE}:{problem}"


@pytest.mark.parametrize(
    "body",
    ["[" * 499, "![" * 499, "> " * 20 + "x", "*" * 9_000, "`" * 9_000, "<" * 9_000, "_a" * 4_000],
    ids=["brackets", "pictures", "quotations", "stars", "backticks", "angles", "underlines"],
)
def test_hostile_text_within_the_limits_is_read_in_good_time(body: str) -> None:
    before = time.process_time()

    read(body)

    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("---\ntitle: P\n", "1: the front matter has no closing ---"),
        ("---\ntitle: P\ntitle: Q\n---\n", "3: this is not YAML: 'title' stands here twice"),
        ("---\n- P\n---\n", "2: the front matter must be lines of `name: value`"),
        ("---\ntitle: [P]\n---\n", "2: title must be words, not a list"),
        ("---\nowner: x\n---\n", "1: the policy has no title in its front matter"),
        ("---\ntitle: P\nreview: May\n---\n", "3: review is 'May', which is not a date"),
        ("---\ntitle: P\nconfirm: daily\n---\n", "3: confirm is 'daily': write never, once"),
        ("---\ntitle: P\nkeywords: {a: b}\n---\n", "3: keywords must be a list of words"),
        ("---\ntitle: 'P\n---\n", "this is not YAML"),
        ("---\ntitle: \x85P\x01\n? [a]: b\n---\n", "this is not YAML"),
        ("---\na: &a [x]\nb: [" + "*a, " * 51 + "]\n---\n", "too many references"),
        ("---\na: " + "{" * 5_000 + "\n---\n", "2: the YAML is over 20 levels deep"),
    ],
)
def test_front_matter_that_cannot_be_read_is_named(front: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_policy(front, FILE)

    assert problem in str(caught.value)


def test_values_of_the_front_matter_stay_text() -> None:
    policy = read_policy(
        "---\ntitle: No\nversion: 3.10\napplies-to: everyone\nkeywords:\n---\n", FILE
    )

    assert (policy.title, policy.version) == ("No", "3.10")
    assert (policy.applies_to, policy.keywords) == (("everyone",), ())


def test_a_file_of_windows_reads_as_any_other() -> None:
    text = f"{FRONT}## A {{#a}}\n\nwords\n"

    assert read_policy("\ufeff" + text.replace("\n", "\r\n"), FILE) == read_policy(text, FILE)


def test_an_empty_policy_has_no_clauses() -> None:
    assert list(read_policy(FRONT, FILE).clauses) == []


def test_markdowns_own_marks_cannot_be_forged() -> None:
    assert first_words(read("a \x02klzzwxh:0000\x03 \x02amp\x03 b")) == "a klzzwxh:0000 amp b"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("&lt;b&gt; &amp;amp; &copy; &#60;", "<b> &amp; © <"),
        ("<script>x</script>", "<script>x</script>"),
        ("AT&T &unknown; \\*b", "AT&T &unknown; *b"),
    ],
)
def test_html_and_entities_are_words(written: str, read_as: str) -> None:
    assert first_words(read(written)) == read_as


def test_code_is_shown_letter_for_letter() -> None:
    (block,) = read("    <b> &amp; **x**").clause("a").blocks

    assert block == Verbatim("<b> &amp; **x**", 6)


def test_only_an_id_can_be_given_by_attributes() -> None:
    (block,) = read("[x](role:dsl){: href=javascript:a title=b }").clause("a").blocks
    assert isinstance(block, Paragraph)

    assert [span.link.url for span in block.spans if span.link] == ["role:dsl"]


def test_what_staff_ask_stands_under_any_heading() -> None:
    policy = read_policy(
        FRONT + "## A {#a}\n\n<!-- other -->\n<!-- asked: one ·\n two  words · -->\n\nx\n", FILE
    )

    assert policy.clause("a").asked == ("one", "two words")
    assert read("x\n\n<!-- asked: late -->").clause("a").asked == ()
