"""Writes a made-up document as a web page: plain, as Word saves one, as Google Docs does."""

from __future__ import annotations

from html import escape

from tests.importers.corpus.shape import Block, Cells, Doc, Head, Item, Words

_IGNORE = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"


def plain(doc: Doc) -> bytes:
    """With heading tags and nested lists."""
    body = [f"<p>{escape(doc.organisation)}</p><h1>{escape(doc.title)}</h1>", _facts(doc)]
    opened: list[str] = []
    notes: list[str] = []
    for block in [*doc.blocks, None]:
        wanted = block.depth if isinstance(block, Item) else 0
        while len(opened) > wanted:
            body.append(f"</{opened.pop()[1:3]}>")
        while len(opened) < wanted:
            opened.append(_list_tag(block))
            body.append(opened[-1])
        if block is not None:
            body.append(_plain_block(block, notes))
    foot = "".join(f'<p id="fn{n}">{escape(t)}</p>' for n, t in enumerate(notes, start=1))
    return _page(doc, "".join(body) + foot).encode()


def _list_tag(block: Block | None) -> str:
    if _is_lettered(block):
        return "<ul style='list-style-type:none'>"
    return "<ol>" if isinstance(block, Item) and block.label else "<ul>"


def _is_lettered(block: Block | None) -> bool:
    return isinstance(block, Item) and bool(block.label) and not block.label[0].isdigit()


def _plain_block(block: Block, notes: list[str]) -> str:
    match block:
        case Head():
            return f"<h{block.level + 1}>{escape(f'{block.label} {block.text}'.strip())}</h{block.level + 1}>"
        case Item():
            typed = f"{block.label} " if _is_lettered(block) else ""
            return f"<li>{escape(typed + block.text)}</li>"
        case Cells():
            return _table(block)
        case _:
            return f"<p>{_words(block, notes)}</p>"


def _words(block: Words, notes: list[str]) -> str:
    text = escape(f"{block.label} {block.text}".strip())
    if block.link:
        text += f' See <a href="{block.link}">the form</a>.'
    if block.note:
        notes.append(block.note)
        text += f'<sup><a href="#fn{len(notes)}">{len(notes)}</a></sup>'
    return text


def word(doc: Doc, *, filtered: bool) -> bytes:
    """As Word saves it: every paragraph of a list is a paragraph with a mark in it."""
    body = [
        f"<p class=MsoNormal>{escape(doc.organisation)}</p>",
        f"<p class=MsoTitle>{escape(doc.title)}</p>",
        _facts(doc),
    ]
    body += [
        f"<p class=MsoToc1>{escape(head.text)}<span style='mso-tab-count:1 dotted'>.... </span>2</p>"
        for head in doc.heads[:3]
    ]
    notes: list[str] = []
    body += [_word_block(block, notes, filtered=filtered) for block in doc.blocks]
    foot = "".join(
        f"<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn{n}'"
        f' href="#_ftnref{n}" name="_ftn{n}" title=""><sup>[{n}]</sup></a> {escape(text)}</p></div>'
        for n, text in enumerate(notes, start=1)
    )
    page = _page(
        doc,
        f"<div class=WordSection1>{''.join(body)}</div><div style='mso-element:footnote-list'>{foot}</div>",
    )
    page = page.replace(
        '<meta charset="utf-8">',
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def _word_block(block: Block, notes: list[str], *, filtered: bool) -> str:
    match block:
        case Head():
            mark = _mark(block.label, filtered=filtered) if block.label else ""
            return f"<h{block.level}>{mark}{escape(block.text)}</h{block.level}>"
        case Item():
            left = 36 * block.depth
            style = f"margin-left:{left}.0pt;text-indent:-18.0pt"
            if not filtered:
                style += f";mso-list:l0 level{block.depth} lfo1"
            mark = block.label or ("·" if block.depth == 1 else "o")
            return f"<p class=MsoListParagraph style='{style}'>{_mark(mark, filtered=filtered)}{escape(block.text)}</p>"
        case Cells():
            return _table(block)
        case _:
            mark = _mark(block.label, filtered=filtered) if block.label else ""
            text = escape(block.text)
            if block.link:
                text += f' See <a href="{block.link}"><span>the form</span></a>.'
            if block.note:
                notes.append(block.note)
                n = len(notes)
                text += (
                    f'<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}" title="">'
                    f"<span class=MsoFootnoteReference>[{n}]</span></a>"
                )
            return f"<p class=MsoNormal>{mark}{text}</p>"


def _mark(label: str, *, filtered: bool) -> str:
    if filtered:
        return f"{escape(label)}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    return _IGNORE.format(escape(label))


def google(doc: Doc) -> bytes:
    """As Google Docs saves it: classes for looks, a list of its own for every level."""
    body = [
        f'<p class="c1"><span>{escape(doc.organisation)}</span></p>',
        f'<p class="title c9"><span class="c9">{escape(doc.title)}</span></p>',
        _facts(doc),
    ]
    for block in doc.blocks:
        if isinstance(block, Item):
            tag = "ol" if block.label and block.label[0].isdigit() else "ul"
            typed = f"{block.label} " if block.label and tag == "ul" else ""
            start = f' start="{block.label.rstrip(".")}"' if tag == "ol" else ""
            body.append(
                f'<{tag}{start} class="c4 lst-kix_ab{block.depth}-{block.depth - 1}"><li class="c2">'
                f"<span>{escape(typed + block.text)}</span></li></{tag}>"
            )
        elif isinstance(block, Head):
            body.append(
                f'<h{block.level} class="c3"><span class="c5">'
                f"{escape(f'{block.label} {block.text}'.strip())}</span></h{block.level}>"
            )
        elif isinstance(block, Cells):
            body.append(_table(block))
        else:
            text = f"{block.label} {block.text} {block.note}".strip()
            body.append(f'<p class="c1"><span class="c6">{escape(text)}</span></p>')
    return _page(
        doc, "".join(body), ".c5{font-weight:700;font-size:14pt}.c2{margin-left:36pt}"
    ).encode()


def _facts(doc: Doc) -> str:
    intro = "".join(f"<p>{escape(text)}</p>" for text in doc.intro)
    if not doc.stated:
        return intro
    rows = "".join(f"<tr><td>{escape(k)}</td><td>{escape(v)}</td></tr>" for k, v in doc.stated)
    return f"<table border=1>{rows}</table>{intro}"


def _table(cells: Cells) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
        for row in cells.rows
    )
    return f"<table>{rows}</table>"


def _page(doc: Doc, body: str, sheet: str = "") -> str:
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(doc.title)}</title>'
        f"<style><!-- p.MsoNormal{{margin:0cm}} {sheet} --></style></head><body>{body}</body></html>"
    )
