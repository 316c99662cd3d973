"""Word files as people and programs make them."""

from __future__ import annotations

import pytest

from tests.importers.raw_word import LONG, body_of, draft_of, head, listed, numbering, p, r


def test_numbers_are_those_that_word_shows() -> None:
    levels = numbering(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    body = "".join(
        [
            head("Scope").replace("</w:pPr>", '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            listed(LONG, 1),
            listed("This has parts:", 1),
            listed("one part;", 2),
            listed("another part.", 2),
            head("People").replace("</w:pPr>", '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            listed(LONG, 1),
        ]
    )

    assert body_of(draft_of(body, numbering=levels)).split("\n\n") == [
        "## 1. Scope {#scope}",
        f"1.1 {LONG}",
        "1.2 This has parts:",
        "- (a) one part;\n- (b) another part.",
        "## 2. People {#people}",
        f"2.1 {LONG}",
    ]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("upperRoman", "(IV)"),
        ("lowerLetter", "(d)"),
        ("upperLetter", "(D)"),
        ("decimalZero", "(04)"),
        ("ordinal", "(4th)"),
        ("cardinalText", "(Four)"),
        ("chicago", "(4)"),
    ],
)
def test_every_form_of_number_is_counted(form: str, shown: str) -> None:
    draft = draft_of(p(LONG) + listed("the fourth"), numbering=numbering((form, "(%1)"), start=4))

    assert f"{shown} the fourth" in draft.text


def test_a_list_that_begins_anew_counts_from_its_start() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = listed("first") + listed("second") + p(LONG) + listed("first again", name=2)

    text = body_of(draft_of(body, numbering=numbering(("decimal", "%1."), extra=again)))

    assert "1. first\n2. second" in text
    assert text.endswith("1. first again")


def test_a_list_that_goes_on_after_a_paragraph_counts_on() -> None:
    body = listed("first") + p(LONG) + listed("second")

    assert body_of(draft_of(body, numbering=numbering(("decimal", "%1.")))).endswith("2. second")


def test_bullets_in_symbol_letters_are_bullets() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/></w:r>'
    body = p(LONG) + "".join(f"<w:p>{symbol}{r(text)}</w:p>" for text in ("paper", "glue"))

    assert body_of(draft_of(body)).endswith("- paper\n- glue")


def test_tracked_changes_are_taken_as_accepted_and_said() -> None:
    body = (
        "<w:p>"
        + r("Staff ")
        + f'<w:ins w:id="1" w:author="x">{r("must ")}</w:ins>'
        + '<w:del w:id="2" w:author="x"><w:r><w:delText>may </w:delText></w:r></w:del>'
        + r("ring the office.")
        + "</w:p>"
        + f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{r("One sentence ")}</w:p>'
        + p("goes on here.")
        + '<w:p><w:moveFrom w:id="4">' + r("Moved words.") + "</w:moveFrom></w:p>"
        + '<w:p><w:moveTo w:id="5">' + r("Moved words.") + "</w:moveTo></w:p>"
    )  # fmt: skip
    draft = draft_of(body)

    assert body_of(draft).split("\n\n") == [
        "Staff must ring the office.",
        "One sentence goes on here.",
        "Moved words.",
    ]
    assert any("tracked changes" in text for text in draft.unsure)
    assert any("“may”" in text for text in draft.unsure)


def test_text_boxes_are_kept_once_where_they_are_anchored() -> None:
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    draft = draft_of(f"<w:p>{r(LONG)}{drawn}</w:p>" + p("After it."))

    assert body_of(draft).split("\n\n") == [LONG, "In a box.", "After it."]
    assert any("text box" in text and "In a box." in text for text in draft.unsure)


def test_an_older_text_box_is_kept_too() -> None:
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    draft = draft_of(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>")

    assert body_of(draft) == "In a box."


def test_hidden_words_comments_and_running_lines_are_left_out_and_said() -> None:
    comment = f'<w:comment w:id="0">{p("Ask the bursar.")}</w:comment>'
    draft = draft_of(
        p(LONG) + p("Nobody sees this.", run="<w:vanish/>"),
        comments=comment,
        header1=p("Quirk school\tVersion: 3.4"),
    )

    assert body_of(draft) == LONG
    assert draft.fields["version"] == "3.4"
    for text in ("Nobody sees this.", "Ask the bursar.", "Quirk school"):
        assert any(text in line for line in draft.unsure)


def test_content_controls_and_old_fields_are_read_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Held by a control.')}</w:sdtContent></w:sdt>"
    inner = f"<w:p><w:sdt><w:sdtContent>{r('Inside ')}</w:sdtContent></w:sdt>{r('a line.')}</w:p>"
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("1 May 2025") +
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )  # fmt: skip

    assert body_of(draft_of(control + inner + field)).split("\n\n") == [
        "Held by a control.",
        "Inside a line.",
        "1 May 2025",
    ]


def test_a_contents_list_in_a_control_is_left_out() -> None:
    toc = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('Contents')}{p('Scope 2')}</w:sdtContent></w:sdt>"
    )
    draft = draft_of(toc + head("Scope") + p(LONG))

    assert body_of(draft) == f"## Scope {{#scope}}\n\n{LONG}"
    assert any("contents list" in text for text in draft.unsure)


def test_cells_that_reach_over_others_leave_empty_ones() -> None:
    def cell(text: str, props: str = "") -> str:
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{p(text)}</w:tc>"

    wide, high = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        cell("Wide", wide) + cell("C"),
        cell("High", high) + cell("2") + cell("3"),
        cell("", "<w:vMerge/>") + cell("5") + cell("6"),
    )
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"

    assert body_of(draft_of(p(LONG) + table)).endswith(
        "| Wide |  | C |\n| --- | --- | --- |\n| High | 2 | 3 |\n|  | 5 | 6 |"
    )


def test_a_table_in_a_table_keeps_its_words_and_a_box_is_no_table() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('deep')}</w:tc><w:tc>{p('inside')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('left')}</w:tc><w:tc>{inner}{p()}</w:tc></w:tr></w:tbl>"
    box = f"<w:tbl><w:tr><w:tc>{p('Ring the office first.')}</w:tc></w:tr></w:tbl>"

    assert body_of(draft_of(p(LONG) + outer + box)).split("\n\n")[1:] == [
        "| left | deep inside |\n| --- | --- |",
        "Ring the office first.",
    ]


def test_notes_are_kept_and_those_that_nothing_refers_to_are_said() -> None:
    notes = (
        f'<w:footnote w:id="2">{p("A note.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("A lost note.")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{p("An end.")}</w:endnote>'
    body = (
        f'<w:p>{r("Words")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" and more")}'
        '<w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
    )
    draft = draft_of(body, footnotes=notes, endnotes=ends)

    assert body_of(draft) == "Words[^1] and more[^2]\n\n[^1]: A note.\n\n[^2]: An end."
    assert any("A lost note." in text for text in draft.unsure)


def test_links_out_are_kept_those_inside_lead_to_headings_and_others_are_words() -> None:
    links = {
        "r90": "https://example.org/a(b)",
        "r91": "http://example.org/old",
        "r92": "file:///C:/secret.docx",
    }
    body = (
        "<w:p>"
        + "".join(f'<w:hyperlink r:id="{key}">{r(word)}</w:hyperlink>{r(" ")}'
                  for key, word in zip(links, ("new", "old", "local"), strict=True))
        + f'<w:hyperlink w:anchor="_Ref1">{r("below")}</w:hyperlink></w:p>'
        + '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Ref1"/>'
        + r("Below") + "</w:p>" + p(LONG)
    )  # fmt: skip
    draft = draft_of(body, links=links)

    assert body_of(draft).split("\n")[0] == (
        "[new](https://example.org/a%28b%29) [old](https://example.org/old) local [below](#below)"
    )
    assert any("file:///C:/secret.docx" in text for text in draft.unsure)
    assert any("http://example.org/old" in text for text in draft.unsure)


def test_bold_lines_among_styled_headings_are_headings_below_them_and_said() -> None:
    body = head("Scope") + p(LONG) + p("Trips abroad", run="<w:b/>") + p(LONG)
    draft = draft_of(body)

    assert "### Trips abroad {#trips-abroad}" in draft.text
    assert any("Trips abroad" in text and "heading" in text for text in draft.unsure)


def test_in_text_pasted_without_any_look_a_short_line_alone_is_a_heading() -> None:
    body = p("Keys") + p(LONG) + p("Staff carry:") + p("1. Locks") + p(LONG) + p("Doors") + p(LONG)

    heads = [line for line in body_of(draft_of(body)).split("\n") if line.startswith("#")]
    assert heads == ["## Keys {#keys}", "## 1. Locks {#locks}", "## Doors {#doors}"]


def test_a_sentence_in_the_style_of_a_heading_is_a_paragraph() -> None:
    long = "Staff who see a door that does not close tell the site manager on the same day."
    draft = draft_of(head("Doors") + head(long, 2) + p(LONG))

    assert f"\n\n{long}\n\n" in draft.text
    assert any("style of a heading" in text for text in draft.unsure)


def test_a_paragraph_under_an_item_belongs_to_it() -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="720" '
        'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p(LONG) + listed("ring the office") + p("and wait there", '<w:ind w:left="720"/>')
    body += listed("come back")

    assert body_of(draft_of(body, numbering=levels)).endswith(
        "- ring the office\n\n    and wait there\n\n- come back"
    )


def test_soft_returns_and_tabs_keep_words_apart() -> None:
    body = f"<w:p>{r('One line')}<w:r><w:br/></w:r>{r('next')}<w:r><w:tab/></w:r>{r('line')}</w:p>"

    assert body_of(draft_of(body)) == "One line  \nnext line"


def test_lists_and_headings_made_with_soft_returns_are_lists_and_headings() -> None:
    stop = "<w:r><w:br/></w:r>"
    items = f"<w:p>{r('Staff carry:')}{stop}{r('• keys')}{stop}{r('• a card')}</w:p>"
    headed = f"<w:p>{r('Doors', '<w:b/>')}{stop}{r(LONG)}</w:p>"

    assert body_of(draft_of(headed + items + p(LONG))).split("\n\n") == [
        "## Doors {#doors}",
        LONG,
        "Staff carry:",
        "- keys\n- a card",
        LONG,
    ]


def test_words_that_mean_something_to_markdown_stay_words() -> None:
    odd = r"# no heading * no star [no](link) &lt;b&gt; {no: braces} 1. back\slash | bar `tick`"

    from handbook.markup.policies import read_policy

    draft = draft_of(p(odd) + p("- no item") + p("&gt; no quotation"))
    policy = read_policy(draft.text, "policies/quirk.md")

    from handbook.domain.blocks import block_texts

    assert list(block_texts(policy.intro)) == [
        r"# no heading * no star [no](link) <b> {no: braces} 1. back\slash | bar `tick`",
        "no item",
        "> no quotation",
    ]


def test_a_file_of_the_strict_kind_is_read() -> None:
    from handbook.importers.making import make_draft
    from tests.importers.raw_word import word_bytes

    data = word_bytes(head("Scope") + p(LONG))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    from io import BytesIO
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            new.writestr(name, old.read(name).replace(usual, strict))

    assert "## Scope" in make_draft(out.getvalue(), "strict.docx").text
