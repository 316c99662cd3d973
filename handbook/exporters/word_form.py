"""What every Word file of ours has in common: its parts but the text, in Office Open XML.

The order of the elements is the schema's; Word refuses a file that has another.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RULED = "Linetowriteon"
"""The style of a line to write on by hand."""
QUIET = "434951"
_INK = "1B1E23"
_RULE = "857F72"
_FACE = "Calibri"
"""A face that every machine with Word has, or has a stand-in for."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS = 20
"""So many to a point; Word measures distances in them, and letters in half points."""


def file_of(body: str, title: str, today: date) -> bytes:
    """A .docx file around the paragraphs of its text.

    Its details hold no author and no title but the one given; its times are cut to the day.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _details(title, today),
        "word/document.xml": _document(body),
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/relationships/footer", "footer1.xml"),
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
            (f"{_OFFICE}/relationships/settings", "settings.xml"),
        ),
        "word/footer1.xml": _footer(),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
    }
    return _zipped(parts, today)


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_TYPES}.document.main+xml",
        "/word/footer1.xml": f"{_TYPES}.footer+xml",
        "/word/styles.xml": f"{_TYPES}.styles+xml",
        "/word/settings.xml": f"{_TYPES}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    named = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _details(title: str, today: date) -> str:
    when = f'xsi:type="dcterms:W3CDTF">{today.isoformat()}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator/><cp:lastModifiedBy/>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        "<dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _document(body: str) -> str:
    """The text on A4, with the pages numbered at the foot."""
    section = (
        '<w:footerReference w:type="default" r:id="rId1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{_mm(18)}" w:right="{_mm(22)}" w:bottom="{_mm(18)}" '
        f'w:left="{_mm(22)}" w:header="{_mm(10)}" w:footer="{_mm(10)}" w:gutter="0"/>'
    )
    return (
        f'<w:document {_W} xmlns:r="{_OFFICE}/relationships">'
        f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )


def _footer() -> str:
    """Which page it is, of how many: Word works both out."""
    page, pages = (
        f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    )
    of = '<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    return (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
        f"{page}{of}{pages}</w:p></w:ftr>"
    )


def _settings() -> str:
    """Word then writes no name into the file either, whoever saves it again."""
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f"<w:settings {_W}><w:removePersonalInformation/>"
        f'<w:defaultTabStop w:val="720"/><w:compat>{mode}</w:compat></w:settings>'
    )


def _styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_faces()}<w:lang "
        'w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    under = f'<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{_RULE}"/>'
    between = f'<w:between w:val="single" w:sz="4" w:space="1" w:color="{_RULE}"/>'
    return (
        f"<w:styles {_W}>{defaults}"
        + _style("Normal", "Normal", 11, after=3, is_default=True)
        + _style("Title", "Title", 22, bold=True, after=2)
        + _style("Subtitle", "Subtitle", 13, bold=True, after=2)
        + _style(
            "Heading1", "heading 1", 12, bold=True, before=11, after=2,
            keep="<w:keepNext/><w:keepLines/>", outline='<w:outlineLvl w:val="0"/>',
        )
        + _style("Footer", "footer", 9, ink=QUIET)
        + _style(
            RULED, "Line to write on", 10, ink=QUIET, borders=under + between,
            line=f' w:line="{24 * _TWIPS}" w:lineRule="exact"',  # room for handwriting
        )
        + "</w:styles>"
    )  # fmt: skip


def _style(
    key: str,
    name: str,
    size: int,
    *,
    bold: bool = False,
    ink: str = _INK,
    before: int = 0,
    after: int = 0,
    keep: str = "",
    borders: str = "",
    line: str = ' w:line="276" w:lineRule="auto"',
    outline: str = "",
    is_default: bool = False,
) -> str:
    based = "" if is_default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    first = ' w:default="1"' if is_default else ""
    own = ' w:customStyle="1"' if key == RULED else ""
    borders = f"<w:pBdr>{borders}</w:pBdr>" if borders else ""
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f'<w:style w:type="paragraph"{first}{own} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{based}<w:qFormat/><w:pPr>{keep}{borders}"
        f'<w:spacing w:before="{before * _TWIPS}" w:after="{after * _TWIPS}"{line}/>{outline}'
        f'</w:pPr><w:rPr>{_faces()}{weight}<w:color w:val="{ink}"/><w:sz w:val="{size * 2}"/>'
        f'<w:szCs w:val="{size * 2}"/></w:rPr></w:style>'
    )


def _faces() -> str:
    faces = " ".join(f'w:{script}="{_FACE}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {faces}/>"


def _mm(length: int) -> int:
    return round(length / 25.4 * 72 * _TWIPS)


def _zipped(parts: Mapping[str, str], today: date) -> bytes:
    """The parts in one file, with the day alone beside each."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            info = ZipInfo(name, (today.year, today.month, today.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, (_HEAD + text).encode("utf-8"))
    return out.getvalue()
