"""A record as a Word file: every word is in it, and nothing about who made it."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm

from handbook.domain.record import SIGNED, Parts, Record
from handbook.exporters.word import word_file

DAY = date(2026, 11, 21)
LONG = "\n".join(f"Line {number}: the sheet said £{number},400." for number in range(400))
ODD = "“Rude” \x00\x1b words 😀\tשלום עולם <b>&amp; ]]>"


def record(**texts: str) -> Record:
    return Record(
        "Raise it under the whistleblowing policy",
        "Chair of governors",
        {Parts[name.upper()]: text for name, text in texts.items()},
    )


def opened(made: Record) -> Docx:
    return Document(BytesIO(word_file(made, DAY)))


def under(document: Docx, heading: str) -> list[str]:
    """The paragraphs after a heading and before the next."""
    found: list[str] = []
    inside = False
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == "Heading 1":
            inside = paragraph.text.startswith(heading)
        elif inside:
            found.append(paragraph.text)
    return found


def styles(document: Docx) -> list[str]:
    return [str(p.style.name) for p in document.paragraphs if p.style is not None]


def test_the_top_names_the_route_and_whom_it_is_for() -> None:
    top = [paragraph.text for paragraph in opened(record(seen="x")).paragraphs[:3]]

    assert top == ["Record", "Raise it under the whistleblowing policy", "For Chair of governors"]


def test_a_record_for_nobody_named_has_a_line_for_the_name() -> None:
    lines = [p for p in opened(Record()).paragraphs if p.text.startswith("For")]

    assert [(p.text, p.style.name) for p in lines if p.style] == [("For", "Line to write on")]


@pytest.mark.parametrize("text", ["One line.", LONG, ODD], ids=["short", "long", "odd"])
def test_every_word_typed_is_in_the_file(text: str) -> None:
    made = record(seen=text, words="“No.”")

    assert under(opened(made), Parts.SEEN.value.heading) == made.text(Parts.SEEN).split("\n")


def test_a_part_left_empty_is_ruled_lines_under_its_hint() -> None:
    document = opened(record(seen="x"))

    assert under(document, Parts.WORDS.value.heading) == [""] * Parts.WORDS.value.lines
    assert "even if rude" in "\n".join(p.text for p in document.paragraphs)
    assert "facts first" not in "\n".join(p.text for p in document.paragraphs)


def test_a_blank_sheet_has_every_heading_and_room_to_sign() -> None:
    document = opened(Record())
    lines = sum(part.value.lines for part in Parts) + len(SIGNED)

    assert styles(document).count("Line to write on") == 1 + lines
    assert [p.text for p in document.paragraphs[-3:]] == list(SIGNED)


def test_the_page_is_a4_with_its_number_as_fields() -> None:
    document = opened(record())
    section = document.sections[0]

    assert (section.page_width, section.page_height) == (Mm(210).twips * 635, Mm(297).twips * 635)
    foot = section.footer.paragraphs[0]._p.xml
    assert re.findall(r'w:instr="(\w+)"', foot) == ["PAGE", "NUMPAGES"]


def test_lines_to_write_on_are_drawn_below_each_and_between_them() -> None:
    style = opened(record()).styles["Line to write on"].element.xml

    assert "<w:bottom " in style
    assert "<w:between " in style


def test_the_details_say_nothing_of_who_made_it_and_when() -> None:
    details = opened(record(seen="Somebody")).core_properties

    assert (details.title, details.author, details.last_modified_by) == ("Record", "", "")
    assert (details.comments, details.subject, details.keywords) == ("", "", "")
    assert details.created is not None
    assert details.created.replace(tzinfo=None).isoformat() == "2026-11-21T00:00:00"
    assert details.created == details.modified


def test_nothing_in_the_file_tells_of_a_program_a_machine_or_an_hour() -> None:
    file = ZipFile(BytesIO(word_file(record(seen="x"), DAY)))
    everything = b"".join(file.read(name) for name in file.namelist()).decode()

    assert {info.date_time for info in file.infolist()} == {(2026, 11, 21, 0, 0, 0)}
    assert not re.search(r"python|Macintosh|rsid|docId|<Application|thumbnail", everything)
    assert "removePersonalInformation" in everything


def test_every_heading_has_a_face_that_the_reader_has() -> None:
    document = opened(record(seen="x"))

    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Footer", "Line to write on"):
        faces = document.styles[name].element.rPr.rFonts.attrib
        assert set(faces.values()) == {"Calibri"}, name


def test_the_same_record_gives_the_same_bytes() -> None:
    assert word_file(record(seen="x"), DAY) == word_file(record(seen="x"), DAY)


def test_a_text_from_the_right_begins_there() -> None:
    document = opened(record(seen="שלום עולם", words="Hello שלום"))
    by_text = {p.text: p._p.xml for p in document.paragraphs}

    assert "<w:bidi/>" in by_text["שלום עולם"]
    assert "<w:bidi/>" not in by_text["Hello שלום"]


ORDER = {
    "pPr": "pStyle keepNext keepLines pBdr bidi spacing jc outlineLvl",
    "rPr": "rFonts b bCs color sz szCs rtl lang",
    "style": "name basedOn next qFormat pPr rPr",
    "settings": "removePersonalInformation defaultTabStop compat",
}
"""Of ECMA-376, what we use: Word refuses a file in which elements stand in another order."""


@pytest.mark.parametrize("kind", ORDER)
def test_elements_stand_in_the_order_of_the_standard(kind: str) -> None:
    document = opened(record(seen="Staff\tשלום", words="שלום"))
    places = {qn(f"w:{tag}"): place for place, tag in enumerate(ORDER[kind].split())}
    roots = (document.element, document.styles.element, document.settings.element)
    elements = [element for root in roots for element in root.iter(qn(f"w:{kind}"))]

    assert elements
    for element in elements:
        found = [places[child.tag] for child in element]
        assert found == sorted(set(found))
