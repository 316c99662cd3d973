"""Text and Markdown, as other programs write them."""

from __future__ import annotations

import pytest

from handbook.importers.making import make_draft
from tests.importers.raw_word import LONG, body_of


def text_of(text: str, coding: str = "utf-8") -> str:
    return body_of(make_draft(text.encode(coding), "quirk.txt"))


def markdown_of(text: str) -> str:
    return body_of(make_draft(f"# Quirk Policy\n\n{text}".encode(), "quirk.md"))


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_is_read_in_every_coding_and_with_every_line_end(coding: str, end: str) -> None:
    text = f"Quirk Policy\n\nKeys\n\n{LONG}\n\nIt costs £5 – a café’s price.\n"

    assert text_of(text.replace("\n", end), coding) == (
        f"## Keys {{#keys}}\n\n{LONG}\n\nIt costs £5 – a café’s price."
    )


def test_wrapped_lines_are_joined_and_short_ones_are_not() -> None:
    text = (
        "Quirk Policy\n\n"
        "Every room has a key, and every key hangs on a board behind the desk, where\n"
        "somebody sits from eight in the morning until the last club has gone home on\n"
        "each day of the week.\n"
        "\n"
        "14 Hill Lane\nOakmere\n"
    )

    assert text_of(text).split("\n\n") == [
        "Every room has a key, and every key hangs on a board behind the desk, where somebody sits "
        "from eight in the morning until the last club has gone home on each day of the week.",
        "14 Hill Lane",
        "Oakmere",
    ]


def test_page_marks_and_running_lines_of_text_are_left_out() -> None:
    page = "Hill School\n\nWords of page {0}, which are many and go on for a line or so.\n\nPage {0} of 3\n"
    draft = make_draft(
        ("Quirk Policy\n" + "\f".join(page.format(n) for n in (1, 2, 3))).encode(), "q.txt"
    )

    assert "Hill School" not in body_of(draft)
    assert "Page 2" not in body_of(draft)
    assert body_of(draft).count("Words of page") == 3


def test_quantities_and_initials_are_no_labels() -> None:
    text = f"Quirk Policy\n\n{LONG}\n\n18 Pupils may go.\n\n2.5 hours are enough for that.\n\nA. Marsh keeps it."

    assert text_of(text).split("\n\n")[1:] == [
        "18 Pupils may go.",
        "2.5 hours are enough for that.",
        "A. Marsh keeps it.",
    ]


def test_lists_of_any_indent_are_nested() -> None:
    text = "* one\n  * two\n     * three\n* four\n\n1) first\n   - inside\n2) second"

    assert markdown_of(f"{LONG}\n\n{text}").split("\n\n")[1:] == [
        "- one\n    - two\n        - three\n- four",
        "1. first\n    - inside\n2. second",
    ]


def test_a_list_right_under_a_paragraph_is_a_list() -> None:
    assert markdown_of("Staff carry:\n- keys\n- a card") == "Staff carry:\n\n- keys\n- a card"


def test_headings_of_every_kind_and_of_other_programs() -> None:
    text = f"Keys\n----\n\n{LONG}\n\n### Locks ### {{#old-id}}\n\n{LONG}\n\n## Doors {{: #d }}\n\n{LONG}"

    lines = [line for line in markdown_of(text).split("\n") if line.startswith("#")]
    assert lines == ["## Keys {#keys}", "### Locks {#locks}", "## Doors {#doors}"]


def test_html_fences_and_links_by_name_are_read() -> None:
    text = (
        f"{LONG} See [the form][f].\n\n```\nexactly  as\n  it is\n```\n\n<div><b>In a tag</b></div>\n\n"
        "[f]: https://example.org/form\n"
    )

    assert markdown_of(text).split("\n\n") == [
        f"{LONG} See [the form](https://example.org/form).",
        "    exactly  as\n      it is",
        "**In a tag**",
    ]


def test_front_matter_of_other_programs_is_used_where_its_meaning_is_known() -> None:
    text = (
        f"---\ntitle: Locks\nowner: Caretaker\nreviewed: 2025-01-02\nlayout: page\n---\n\n{LONG}"
    )
    draft = make_draft(text.encode(), "quirk.md")

    assert draft.title == "Locks"
    assert draft.fields == {"title": "Locks", "owner": "Caretaker", "last-review": "2025-01-02"}
