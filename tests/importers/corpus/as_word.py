"""Writes a made-up document as a Word file, well made or as people make them."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from tests.importers.corpus.shape import Cells, Doc, Head, Item, Words
from tests.importers.corpus.word_parts import (
    Lists,
    add_notes,
    contents,
    field,
    link,
    number,
    refer,
)

_NATIVE = re.compile(r"PART A|1\.?")
"""The first heading's label, where Word counts the headings of the document."""
_SIZES = {1: 14, 2: 12, 3: 11}


def well_made(doc: Doc) -> bytes:
    """With heading styles, Word's own numbers and lists, a contents list and running lines."""
    return _Writer(doc, by_hand=False).data()


def by_hand(doc: Doc) -> bytes:
    """Without a style: bold lines, typed numbers and bullets, tabs, soft returns."""
    return _Writer(doc, by_hand=True).data()


class _Writer:
    def __init__(self, doc: Doc, *, by_hand: bool) -> None:
        self._doc, self._by_hand = doc, by_hand
        self._word: Docx = Document()
        self._lists = Lists(self._word)
        first = next((one.label for one in doc.heads if one.label), "")
        name = "parts" if first.startswith("PART") else "clauses"
        self._clauses = self._lists.begin(name) if _NATIVE.fullmatch(first) else 0
        self._open: dict[str, int] = {}
        self._notes: list[str] = []

    def data(self) -> bytes:
        doc, word = self._doc, self._word
        section = word.sections[0]
        if doc.header:
            section.header.paragraphs[0].text = doc.header
        foot = section.footer.paragraphs[0]
        foot.text = f"{doc.footer}\tPage " if doc.footer else "Page "
        field(foot, "PAGE", "1")
        self._cover()
        for text in doc.intro:
            word.add_paragraph(text)
        for block in doc.blocks:
            self._block(block)
        if self._notes:
            add_notes(word, self._notes)
        out = BytesIO()
        word.save(out)
        return out.getvalue()

    def _cover(self) -> None:
        doc, word = self._doc, self._word
        word.add_paragraph(doc.organisation)
        if self._by_hand:
            title = word.add_paragraph()
            run = title.add_run(doc.title)
            run.bold, run.font.size = True, Pt(20)
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
            facts = word.add_paragraph() if doc.stated else title
            for place, (key, value) in enumerate(doc.stated):
                run = facts.add_run(f"{key}: ")
                run.bold = True
                last = facts.add_run(value)
                if place < len(doc.stated) - 1:
                    last.add_break(WD_BREAK.LINE)
            return
        word.add_paragraph(doc.title, style="Title")
        if doc.stated:
            table = word.add_table(rows=0, cols=2, style="Table Grid")
            for key, value in doc.stated:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = key, value
        contents(word, [f"{head.label} {head.text}".strip() for head in doc.heads])

    def _block(self, block: Any) -> None:
        if not isinstance(block, Item):
            self._open = {}
        match block:
            case Head():
                self._head(block)
            case Words():
                self._words(block)
            case Item():
                self._item(block)
            case Cells():
                self._cells(block)

    def _head(self, head: Head) -> None:
        if self._by_hand:
            paragraph = self._word.add_paragraph()
            run = paragraph.add_run(f"{head.label}\t{head.text}" if head.label else head.text)
            run.bold, run.font.size = True, Pt(_SIZES[head.level])
            return
        auto = self._clauses and not head.label.startswith(("Annex", "Appendix", "Schedule"))
        text = head.text if auto or not head.label else f"{head.label} {head.text}"
        paragraph = self._word.add_heading(text, head.level)
        if auto and head.label:
            number(paragraph, self._clauses, head.level - 1)

    def _words(self, words: Words) -> None:
        typed = words.label and (self._by_hand or not self._clauses)
        paragraph = self._word.add_paragraph(
            f"{words.label}\t{words.text}" if typed else words.text
        )
        if words.label and not self._by_hand and self._clauses:
            number(paragraph, self._clauses, words.label.count("."))
        if words.note:
            self._notes.append(words.note)
            refer(paragraph, len(self._notes))
        if words.link:
            paragraph.add_run(" See ")
            link(paragraph, words.link, "the form")
            paragraph.add_run(".")

    def _item(self, item: Item) -> None:
        if self._by_hand:
            mark = item.label or "•"
            paragraph = self._word.add_paragraph(f"{mark}\t{item.text}")
            paragraph.paragraph_format.left_indent = Pt(36 * item.depth)
            paragraph.paragraph_format.first_line_indent = Pt(-18)
            return
        paragraph = self._word.add_paragraph(item.text, style="List Paragraph")
        name = _list_of(item)
        if name not in self._open:
            self._open[name] = self._lists.begin(name)
        number(paragraph, self._open[name], item.depth - 1)

    def _cells(self, cells: Cells) -> None:
        table = self._word.add_table(rows=0, cols=len(cells.rows[0]), style="Table Grid")
        for row in cells.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text


def _list_of(item: Item) -> str:
    if not item.label:
        return "bullets"
    if re.match(r"\(\d", item.label):
        return "ones"
    if item.label.startswith("("):
        return "letters"
    if item.label.endswith(")"):
        return "brackets"
    return "plain" if re.match(r"\d", item.label) else "romans"
