"""Word files written part by part, for what no library writes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from handbook.importers.draft import Draft
from handbook.importers.making import make_draft

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2, 3)
)
LONG = "These words are here so that the heading above has a paragraph to stand over, as usual."


def p(text: str = "", props: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    own = f"<w:pPr>{props}</w:pPr>" if props else ""
    return f"<w:p>{own}{r(text, run)}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    own = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def head(text: str, level: int = 1) -> str:
    """A paragraph in the style of a heading."""
    return p(text, f'<w:pStyle w:val="H{level}"/>')


def listed(text: str, level: int = 0, name: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def numbering(*levels: tuple[str, str], extra: str = "", start: int = 1) -> str:
    """A part with one list, number 1, with a form and a text for each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}'
    )


def word_bytes(body: str, *, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file of a body and of further parts, `numbering`, `footnotes` and so on."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_KIND}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in ("styles", *parts)
    )
    relations += "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/hyperlink" Target="{to}" TargetMode="External"/>'
        for key, to in (links or {}).items()
    )
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"/>',
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{HEADINGS}</w:styles>",
    }
    for name, inner in parts.items():
        root = roots.get(name.rstrip("0123456789"), name)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inner}</w:{root}>"
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _relations(inner: str) -> str:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{kind}">{inner}</Relationships>'


def draft_of(body: str, *, links: dict[str, str] | None = None, **parts: str) -> Draft:
    """The draft of such a file, under a title."""
    body = p("Quirk Policy", '<w:pStyle w:val="Title"/>') + body
    return make_draft(word_bytes(body, links=links, **parts), "quirk.docx")


def body_of(draft: Draft) -> str:
    """The words under the front matter."""
    return draft.text.split("\n---\n", 1)[1].strip()
