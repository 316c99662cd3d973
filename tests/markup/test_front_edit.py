"""A value goes into the front matter, and the words below stay where they are."""

from __future__ import annotations

import pytest

from handbook.domain.errors import ContentError
from handbook.markup.front_edit import with_front

POLICY = """\
---
title: Rules   # a comment
version: "1.0"
applies-to: [everyone]
---

## One {#one}
"""


def test_one_line_changes() -> None:
    assert with_front(POLICY, "title", "Our rules", "a.md") == POLICY.replace(
        "title: Rules ", "title: Our rules "
    )
    assert with_front(POLICY, "version", "3.10", "a.md") == POLICY.replace('"1.0"', '"3.10"')


def test_a_list_is_written_as_one() -> None:
    after = with_front(POLICY, "applies-to", ["teachers", "support-staff"], "a.md")

    assert "applies-to: [teachers, support-staff]\n---\n" in after


def test_a_new_key_comes_last() -> None:
    after = with_front(POLICY, "review", "2027-09-01", "a.md")

    assert 'applies-to: [everyone]\nreview: "2027-09-01"\n---\n\n## One' in after


def test_front_matter_is_begun() -> None:
    assert with_front("## One\n", "title", "Rules", "a.md") == (
        '---\ntitle: "Rules"\n---\n\n## One\n'
    )


def test_an_empty_one_is_filled() -> None:
    assert with_front("---\n---\nWords\n", "title", "Rules", "a.md") == (
        '---\ntitle: "Rules"\n---\nWords\n'
    )


@pytest.mark.parametrize(
    ("text", "line"), [("---\ntitle: [\n---\n", 3), ("---\ntitle: Rules\n", 1)]
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        with_front(text, "title", "x", "a.md")
    assert caught.value.place.line in (line, line - 1)
