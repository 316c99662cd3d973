"""Web pages: Word's, Google's, anybody's."""

from __future__ import annotations

import pytest

from handbook.importers.draft import Draft
from handbook.importers.making import make_draft
from tests.importers.raw_word import LONG, body_of


def draft_of(body: str, head: str = "") -> Draft:
    page = f"<html><head>{head}</head><body><h1>Quirk Policy</h1>{body}</body></html>"
    return make_draft(page.encode(), "quirk.html")


def test_words_in_inline_tags_belong_to_the_block_round_them() -> None:
    body = f"<h2><span><b>Keys</b></span></h2><p><span>{LONG}</span></p>"

    assert body_of(draft_of(body)) == f"## Keys {{#keys}}\n\n{LONG}"


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("ol", "1."), ("ol type=a", "a."), ("ol type=I", "I."), ("ol start=7", "7."),
        ("ol style='list-style-type:lower-roman'", "i."),
    ],
)  # fmt: skip
def test_numbers_of_lists_are_those_that_a_browser_shows(tag: str, label: str) -> None:
    text = body_of(draft_of(f"<p>{LONG}</p><{tag}><li>first<li>second</ol>"))

    mark = label if label[0].isdigit() else f"- {label}"
    assert text.endswith(f"{mark} first\n{mark.replace(label, _next(label))} second")


def _next(label: str) -> str:
    return {"1.": "2.", "a.": "b.", "I.": "II.", "7.": "8.", "i.": "ii."}[label]


def test_words_lists_of_word_keep_level_and_mark() -> None:
    def item(mark: str, level: int, text: str) -> str:
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span style='mso-list:Ignore'>{mark}<span style='font:7pt'>&nbsp; </span></span>"
            f"<![endif]>{text}</p>"
        )

    body = (
        f"<p>{LONG}</p>" + item("(a)", 1, "paper") + item("·", 2, "white") + item("(b)", 1, "ink")
    )

    assert body_of(draft_of(body)).endswith("- (a) paper\n    - white\n- (b) ink")


def test_conditional_comments_and_hidden_words_are_left_out() -> None:
    body = (
        f"<p>{LONG}</p><!--[if gte mso 9]><p>for Office only</p><![endif]-->"
        "<p style='display:none'>not shown</p><p class=h>nor this</p><p hidden2>shown</p>"
    )
    draft = draft_of(body, "<style>.h { display: none }</style>")

    assert body_of(draft) == f"{LONG}\n\nshown"
    assert any("not shown" in text for text in draft.unsure)


def test_a_cell_over_two_rows_leaves_an_empty_one() -> None:
    table = (
        "<table><tr><th>A</th><th>B</th></tr><tr><td rowspan=2>one</td><td>two</td></tr>"
        "<tr><td>three</td></tr></table>"
    )

    assert body_of(draft_of(f"<p>{LONG}</p>{table}")).endswith(
        "| A | B |\n| --- | --- |\n| one | two |\n|  | three |"
    )


def test_notes_go_to_the_end_with_their_number() -> None:
    body = (
        f'<p>{LONG}<a href="#_ftn1" name="_ftnref1">[1]</a></p><hr>'
        '<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div>'
    )

    assert body_of(draft_of(body)) == f"{LONG}[^1]\n\n[^1]: A note."


def test_a_link_inside_the_page_leads_to_the_heading() -> None:
    body = f'<p>See <a href="#k">keys</a>.</p><h2 id=k>Keys and locks</h2><p>{LONG}</p>'

    assert "See [keys](#keys-locks)." in draft_of(body).text


def test_breaks_spaces_and_odd_letters_keep_words_apart() -> None:
    body = "<p>one<br>two&nbsp;three\n   four&#8203;five &pound;5 &amp;amp; &copy;</p>"

    assert body_of(draft_of(body)) == "one  \ntwo three fourfive £5 &amp;amp; ©"


def test_a_page_inside_a_form_with_its_headings_in_buttons_is_read() -> None:
    body = (
        "<form action=x><nav><a href=/>Home</a></nav><h2><button>Keys</button></h2>"
        f"<p>{LONG}<br><br>A second one.</p><input value=no><select><option>no</select></form>"
    )
    draft = draft_of(body)

    assert body_of(draft) == f"## Keys {{#keys}}\n\n{LONG}\n\nA second one."
    assert any("a menu was left out: “Home”" in text for text in draft.unsure)


def test_words_outside_any_block_are_kept() -> None:
    assert body_of(draft_of(f"loose words<p>{LONG}</p>and more<div>in a box</div>end")) == (
        f"loose words\n\n{LONG}\n\nand more\n\nin a box\n\nend"
    )


@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_is_read_in_the_coding_it_states(coding: str) -> None:
    page = (
        f'<html><head><meta charset="{coding}"></head><body><p>£5 for a café’s “key”.</p></body>'
    )

    draft = make_draft(page.encode(coding), "coded.html")

    assert body_of(draft) == "£5 for a café’s “key”."


def test_bold_paragraphs_are_headings_where_a_page_has_none() -> None:
    body = f"<p><b>Keys</b></p><p>{LONG}</p><p><strong>Locks</strong></p><p>{LONG}</p>"

    assert "## Keys {#keys}" in draft_of(body).text
    assert "## Locks {#locks}" in draft_of(body).text


def test_a_page_without_tags_closed_is_read_to_its_end() -> None:
    assert "last words" in draft_of(f"<table><tr><td>{LONG}<td>b<tr><td>c<td>last words").text
