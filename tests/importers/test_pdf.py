"""PDFs: lines to paragraphs, columns, tables, notes, and what stands at the edges."""

from __future__ import annotations

import pytest

from handbook.domain.errors import NotImported
from handbook.importers.draft import Draft
from handbook.importers.making import make_draft
from tests.importers.made_pdf import Sheet, pdf_bytes
from tests.importers.raw_word import body_of

FIRST = (
    "Everybody who opens a gate closes it again, looks behind them and",
    "waits until the lock has clicked, because a child can be through an",
    "open gate in less time than it takes to say good morning.",
)
SECOND = (
    "The caretaker walks along the fence on Mondays and writes down what",
    "has come loose.",
)


def draft_of(*sheets: Sheet) -> Draft:
    return make_draft(pdf_bytes(*sheets), "gates.pdf")


def titled() -> Sheet:
    sheet = Sheet()
    sheet.text(72, 760, "Gates Policy", size=20, bold=True)
    return sheet


def test_lines_become_paragraphs_and_looks_become_headings() -> None:
    sheet = titled()
    sheet.text(72, 720, "Closing", size=14, bold=True)
    sheet.text(72, 700, *FIRST)
    sheet.text(72, 640, *SECOND)
    sheet.text(72, 600, "Keys", size=14, bold=True)
    sheet.text(72, 580, "Keys are kept in the office.")

    assert body_of(draft_of(sheet)).split("\n\n") == [
        "## Closing {#closing}",
        " ".join(FIRST),
        " ".join(SECOND),
        "## Keys {#keys}",
        "Keys are kept in the office.",
    ]


def test_what_stands_at_the_edges_of_every_page_is_left_out_and_said() -> None:
    sheets = []
    for number in range(1, 4):
        sheet = titled() if number == 1 else Sheet()
        sheet.text(72, 815, "Hill Lane School")
        sheet.text(280, 30, f"Page {number} of 3")
        sheet.text(72, 700, *FIRST)
        sheets.append(sheet)
    draft = draft_of(*sheets)

    assert body_of(draft) == "\n\n".join([" ".join(FIRST)] * 3)
    assert any("Hill Lane School" in text for text in draft.unsure)
    assert draft.fields["organisation"] == "Hill Lane School"


def test_the_number_of_a_heading_at_the_head_of_a_page_is_no_page_number() -> None:
    kinds = ("oak", "iron", "wire", "brick")
    sheets = []
    for number, kind in enumerate(kinds, start=1):
        sheet = Sheet()
        sheet.text(72, 770, str(number), size=14, bold=True)
        sheet.text(110, 770, f"Gates made of {kind}", size=14, bold=True)
        sheet.text(72, 740, *FIRST)
        sheet.text(300, 30, str(number))
        sheets.append(sheet)
    heads = [line for line in draft_of(*sheets).text.split("\n") if line.startswith("#")]

    assert heads == [
        f"## {number} Gates made of {kind} {{#gates-made-{kind}}}"
        for number, kind in enumerate(kinds, start=1)
    ]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    one, two = titled(), Sheet()
    one.text(72, 700, *FIRST[:2])
    two.text(72, 760, FIRST[2])

    assert body_of(draft_of(one, two)) == " ".join(FIRST)


def test_a_word_parted_at_the_end_of_a_line_is_made_whole() -> None:
    sheet = titled()
    sheet.text(72, 700, "Everybody who comes in by the gate signs the book and wears a visi-",
               "tor’s badge, also a well-known face, and parents with a well-",
               "known face as well.")  # fmt: skip

    assert "wears a visitor’s badge, also a well-known face, and parents with a well-known" in (
        body_of(draft_of(sheet))
    )


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = titled()
    left = [f"left line {word} that is as wide as" for word in "abcdefgh"]
    right = [f"right line {word} that is as wide as" for word in "abcdefgh"]
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.text(72, 700 - 14 * place, one)
        sheet.text(320, 700 - 14 * place, other)

    assert body_of(draft_of(sheet)) == f"{' '.join(left)} {' '.join(right)}"


def test_a_drawn_table_is_a_table() -> None:
    sheet = titled()
    sheet.text(72, 720, *SECOND)
    for y in (660, 640, 600):
        sheet.rules.append((72, y, 472, y))
    for x in (72, 272, 472):
        sheet.rules.append((x, 600, x, 660))
    sheet.text(76, 646, "Gate")
    sheet.text(276, 646, "Opens")
    sheet.text(76, 626, "North")
    sheet.text(276, 626, "at eight, and again", "at three")

    assert body_of(draft_of(sheet)).split("\n\n")[1] == (
        "| Gate | Opens |\n| --- | --- |\n| North | at eight, and again at three |"
    )


def test_rows_whose_cells_begin_below_each_other_are_a_table() -> None:
    sheet = titled()
    sheet.text(72, 740, *SECOND)
    rows = (("Gate", "Opens", "Who"), ("North", "at eight, and again", "the caretaker"),
            ("", "at three", ""), ("South", "never", "nobody"))  # fmt: skip
    for place, row in enumerate(rows):
        for left, text in zip((72, 172, 320), row, strict=True):
            sheet.text(left, 690 - 14 * place, *([text] if text else []))
    sheet.text(72, 600, *SECOND)

    assert body_of(draft_of(sheet)).split("\n\n") == [
        " ".join(SECOND),
        "| Gate | Opens | Who |\n| --- | --- | --- |\n"
        "| North | at eight, and again at three | the caretaker |\n| South | never | nobody |",
        " ".join(SECOND),
    ]


def test_items_keep_their_depth_by_where_they_begin() -> None:
    sheet = titled()
    sheet.text(72, 720, "Staff carry:")
    for left, top, mark, words in (
        (90, 700, "•", "a whistle"), (90, 686, "•", "a card that shows"),
        (112, 672, "–", "their name"), (112, 658, "–", "their photograph"), (90, 644, "•", "keys"),
    ):  # fmt: skip
        sheet.text(left, top, mark)
        sheet.text(left + 14, top, words)

    assert body_of(draft_of(sheet)).split("\n\n")[1] == (
        "- a whistle\n- a card that shows\n    - their name\n    - their photograph\n- keys"
    )


def test_a_raised_number_leads_to_the_note_at_the_foot() -> None:
    sheet = titled()
    sheet.text(72, 700, "The gate is locked at nine.")
    sheet.words.append((216, 704, 6, "F1", "1"))
    sheet.text(72, 80, "1 On days of sport at ten.", size=9)

    assert body_of(draft_of(sheet)) == (
        "The gate is locked at nine.[^1]\n\n[^1]: On days of sport at ten."
    )


def test_a_link_is_kept_with_its_words() -> None:
    sheet = titled()
    sheet.text(72, 700, "See the map of the gates.")
    sheet.links.append((92, 697, 137, 712, "https://example.org/map"))

    assert "See [the map](https://example.org/map) of the gates." in draft_of(sheet).text


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_shown(turns: int) -> None:
    upright, lying = titled(), Sheet(rotate=turns)
    upright.text(72, 700, *FIRST)
    lying.text(72, 700, *SECOND)
    body = body_of(draft_of(upright, lying))

    assert " ".join(FIRST) in body
    assert all(word in body for word in " ".join(SECOND).split())


def test_words_on_end_are_kept_to_be_placed() -> None:
    sheet = titled()
    sheet.text(72, 700, *FIRST)
    sheet.turned.append((580, 300, 9, "F1", "Not for copying"))
    body = body_of(draft_of(sheet))

    assert body.startswith(" ".join(FIRST))
    assert "## To place {#place}\n\n> **Note**" in body
    assert body.endswith("Not for copying")


def test_a_contents_list_is_left_out() -> None:
    sheet = titled()
    sheet.text(72, 720, "Contents", size=14, bold=True)
    sheet.text(72, 700, "Closing ............................. 2", "Keys ................... 3",
               "Fences ................. 3")  # fmt: skip
    sheet.text(72, 640, "Closing", size=14, bold=True)
    sheet.text(72, 620, *FIRST)
    draft = draft_of(sheet)

    assert body_of(draft) == f"## Closing {{#closing}}\n\n{' '.join(FIRST)}"
    assert any("contents list" in text for text in draft.unsure)


def test_a_scanned_file_is_refused_and_a_scanned_page_named() -> None:
    page = titled()
    page.text(72, 700, *FIRST)

    with pytest.raises(NotImported, match=r"^gates\.pdf cannot be imported: its pages are pict"):
        draft_of(Sheet(picture=True))
    assert any(t.startswith("page 2: the page is a pic") for t in
               draft_of(page, Sheet(picture=True)).unsure)  # fmt: skip


def test_a_protected_file_is_refused() -> None:
    with pytest.raises(NotImported, match="protected by a password"):
        make_draft(pdf_bytes(titled(), encrypt=True), "gates.pdf")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(NotImported, match="no words"):
        draft_of(Sheet())
