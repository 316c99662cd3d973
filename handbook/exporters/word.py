"""A record as a Word file, made in memory: A4, real headings, and nothing about who made it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from handbook.domain.record import FOR, SIGNED, TITLE, Part, Record

_FACE = "Calibri"
"""A face that every machine with Word has, or has a stand-in for."""
_INK = RGBColor(0x1B, 0x1E, 0x23)
_QUIET = RGBColor(0x43, 0x49, 0x51)
_RULE = "857F72"
_RULED = "Line to write on"
_LINE_HEIGHT = Pt(24)
"""Room for one line of handwriting."""
_NOT_OURS = (
    "extended-properties",
    "thumbnail",
    "customXml",
    "stylesWithEffects",
    "printerSettings",
)
"""Relations of python-docx's own template that say how and where that was made."""


def word_file(record: Record, today: date) -> bytes:
    """The record as the bytes of a .docx file.

    Its details hold no author and no title but "Record"; its times are cut to the day.
    """
    document = Document()
    _forget_template(document)
    _describe(document, today)
    _lay_out(document)
    _dress(document)
    document.add_heading(TITLE, 0)
    if record.route:
        document.add_paragraph(record.route, "Subtitle")
    if record.person:
        document.add_paragraph(f"{FOR} {record.person}")
    else:
        document.add_paragraph(FOR, _RULED)
    for part, text in record:
        _add_part(document, part, text)
    _add_signing(document)
    out = BytesIO()
    document.save(out)
    return _without_times(out.getvalue(), today)


def _forget_template(document: Docx) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_NOT_OURS)]:
            del rels[key]
    settings = document.settings.element
    for tag in ("w:rsids", "w:savePreviewPicture", "w:themeFontLang"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for element in [child for child in settings if child.tag.endswith("}docId")]:
        settings.remove(element)
    for element in list(document.styles.element.iter(qn("w:rsid"))):
        element.getparent().remove(element)
    section = document.sections[0]._sectPr  # noqa: SLF001 - python-docx hands it out no other way
    for key in [key for key in section.attrib if "rsid" in key]:
        del section.attrib[key]
    # Word then writes no name into the file either, whoever saves it again.
    settings.insert(1, _element("w:removePersonalInformation"))


def _describe(document: Docx, today: date) -> None:
    details = document.core_properties
    details.title = TITLE
    details.author = details.last_modified_by = details.comments = ""
    details.created = details.modified = datetime.combine(today, time())
    details.language = "en-GB"


def _lay_out(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    section.header_distance = section.footer_distance = Mm(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")


def _dress(document: Docx) -> None:
    styles = document.styles
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "en-GB")
    styles.add_style(_RULED, WD_STYLE_TYPE.PARAGRAPH)
    _style(document, "Normal", Pt(11), after=Pt(3))
    _style(document, "Title", Pt(22), bold=True, after=Pt(2))
    _style(document, "Subtitle", Pt(13), bold=True, after=Pt(2))
    _style(document, "Heading 1", Pt(12), bold=True, before=Pt(11), after=Pt(2))
    _style(document, "Footer", Pt(9), ink=_QUIET)
    ruled = _style(document, _RULED, Pt(10), ink=_QUIET)
    ruled.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    ruled.paragraph_format.line_spacing = _LINE_HEIGHT
    _rule(ruled.element, "w:bottom", "w:between")
    _rule(styles["Title"].element)


def _style(
    document: Docx,
    name: str,
    size: Length,
    *,
    bold: bool = False,
    ink: RGBColor = _INK,
    before: Length = Pt(0),  # noqa: B008 - a length never changes
    after: Length = Pt(0),  # noqa: B008
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold, style.font.italic = size, bold, False
    style.font.color.rgb = ink
    style.paragraph_format.space_before, style.paragraph_format.space_after = before, after
    style.font.name = _FACE
    faces = style.element.rPr.rFonts
    for theme in [key for key in faces.attrib if key.lower().endswith("theme")]:
        del faces.attrib[theme]
    for script in ("w:cs", "w:eastAsia"):
        faces.set(qn(script), _FACE)
    return style


def _add_part(document: Docx, part: Part, text: str) -> None:
    heading = document.add_heading(part.heading, 1)
    if text:
        for line in text.split("\n"):
            _turn(document.add_paragraph(line))
        return
    if part.hint:
        hint = heading.add_run(f"  {part.hint}")
        hint.font.size, hint.font.bold, hint.font.color.rgb = Pt(10), False, _QUIET
    lines = [document.add_paragraph("", _RULED) for _ in range(part.lines)]
    for line in (heading, *lines[:-1]):
        line.paragraph_format.keep_with_next = True


def _add_signing(document: Docx) -> None:
    gap = document.add_paragraph()
    lines = [document.add_paragraph(words, _RULED) for words in SIGNED]
    for line in (gap, *lines[:-1]):
        line.paragraph_format.keep_with_next = True


def _turn(paragraph: Paragraph) -> None:
    """Let a text of a script that runs from the right begin there."""
    strong = (unicodedata.bidirectional(letter) for letter in paragraph.text)
    if next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") == "L":
        return
    paragraph.paragraph_format.element.get_or_add_pPr().append(_element("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _rule(style: BaseOxmlElement, *sides: str) -> None:
    """Give a style lines at these sides, and take away those that it had."""
    about = style.get_or_add_pPr()
    for old in about.findall(qn("w:pBdr")):
        about.remove(old)
    if not sides:
        return
    borders = _element("w:pBdr")
    for side in sides:
        borders.append(_element(side, val="single", sz="4", space="1", color=_RULE))
    about.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word works out: which page, of how many."""
    field = _element("w:fldSimple", instr=instruction)
    run = paragraph.add_run("1")._r  # noqa: SLF001 - python-docx knows no fields
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _without_times(file: bytes, today: date) -> bytes:
    """The same file with the day alone beside each of its parts."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, (today.year, today.month, today.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
