"""Pieces of WordprocessingML that python-docx does not write."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_LISTS = {
    "clauses": (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
    "letters": (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)")),
    "brackets": (("lowerLetter", "%1)"),),
    "ones": (("decimal", "(%1)"),),
    "romans": (("lowerRoman", "%1."),),
    "plain": (("decimal", "%1."),),
    "bullets": (("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "\uf0a7")),
    "parts": (("upperLetter", "PART %1"), ("decimal", "%2"), ("decimal", "%2.%3")),
}
_FIRST = 900


def xml(text: str) -> Any:
    """An element with Word's usual namespaces."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w', 'r')}", text.strip(), count=1))


class Lists:
    """The numbered and bulleted lists of a document."""

    def __init__(self, document: Docx) -> None:
        self._root = document.part.numbering_part.element
        self._next = _FIRST
        for place, (name, levels) in enumerate(_LISTS.items()):
            inner = "".join(_level(i, form, text, name) for i, (form, text) in enumerate(levels))
            element = xml(
                f'<w:abstractNum w:abstractNumId="{_FIRST + place}">'
                f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
            )
            self._root.insert(0, element)

    def begin(self, name: str) -> int:
        """A list that begins anew; returns its number."""
        self._next += 1
        abstract = _FIRST + list(_LISTS).index(name)
        over = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(len(_LISTS[name]))
        )
        self._root.append(
            xml(
                f'<w:num w:numId="{self._next}"><w:abstractNumId w:val="{abstract}"/>{over}</w:num>'
            )
        )
        return self._next


def _level(level: int, form: str, text: str, name: str) -> str:
    restart = '<w:lvlRestart w:val="0"/>' if name == "parts" and level == 1 else ""
    left, hanging = 720 * (level + 1), 360
    if name in ("clauses", "parts"):
        left, hanging = 720, 720
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{restart}'
        f'<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def number(paragraph: Any, list_id: int, level: int) -> None:
    """Put a paragraph into a list."""
    paragraph._p.get_or_add_pPr().append(
        xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def add_notes(document: Docx, notes: list[str]) -> None:
    """The part with the footnotes, numbered from 1."""
    inner = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
        f"{text}</w:t></w:r></w:p></w:footnote>"
        for n, text in enumerate(notes, start=1)
    )
    blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
        f"{inner}</w:footnotes>"
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def refer(paragraph: Any, note: int) -> None:
    """A reference to a footnote at the end of a paragraph."""
    paragraph._p.append(
        xml(
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{note}"/></w:r>'
        )
    )


def link(paragraph: Any, address: str, words: str) -> None:
    """A link to an address."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        xml(f'<w:hyperlink r:id="{relation}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>')
    )


def field(paragraph: Any, told: str, shows: str) -> None:
    """A field in the long form."""
    for piece in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {told} </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r><w:t>{shows}</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        paragraph._p.append(xml(piece))


def contents(document: Docx, lines: list[str]) -> None:
    """A contents list as Word makes it: one field over several paragraphs."""
    document.add_paragraph("Contents").runs[0].bold = True
    for place, text in enumerate(lines):
        paragraph = document.add_paragraph()
        if place == 0:
            for piece in (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                '<w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r>',
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            ):
                paragraph._p.append(xml(piece))
        paragraph._p.append(xml(f"<w:r><w:t>{text}</w:t><w:tab/><w:t>{place + 2}</w:t></w:r>"))
        if place == len(lines) - 1:
            paragraph._p.append(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
