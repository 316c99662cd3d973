"""Domain values as HTML fragments, for the web folder and for copying.

Everything is escaped here, and only addresses of known kinds become links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from handbook.domain.blocks import (
    Block,
    Callout,
    Footnote,
    Item,
    Listing,
    Paragraph,
    Span,
    Spans,
    Subheading,
    Table,
)
from handbook.domain.filling import filled
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import School

Address = Callable[[Link], str]
"""Where a link leads on the page that is written; empty for words without a link."""


def own_address(link: Link) -> str:
    """Addresses as the content's own files have them, with `.html` for `.md`."""
    match link.kind:
        case LinkKind.WEB if link.target.lower().startswith("https://"):
            return link.target
        case LinkKind.MAIL:
            return f"mailto:{link.target}"
        case LinkKind.TELEPHONE:
            return f"tel:{link.target}"
        case LinkKind.POLICY | LinkKind.CLAUSE | LinkKind.FLOW:
            page, mark, anchor = link.target.partition("#")
            return f"{page}.html{mark}{anchor}"
        case _:
            return ""


def policy_html(policy: Policy, school: School, address: Address = own_address) -> str:
    """A whole policy: its title, its sections and clauses with their numbers and ids."""
    parts = [f"<h1>{escape(policy.title)}</h1>"]
    parts.append(blocks_html(filled(policy.intro, school), address))
    for section in policy.sections:
        if not section.is_clause:
            parts.append(_heading(2, section.id, section.label, section.title))
            parts.append(blocks_html(filled(section.blocks, school), address))
        level = 2 if section.is_clause else 3
        parts += [clause_html(clause, school, address, level) for clause in section.clauses]
    parts.append(_footnotes(policy.footnotes, school, address))
    return "\n".join(part for part in parts if part)


def clause_html(
    clause: Clause, school: School, address: Address = own_address, level: int = 3
) -> str:
    """A clause with its heading."""
    heading = _heading(level, clause.id, clause.label, clause.title)
    return f"{heading}\n{blocks_html(filled(clause.blocks, school), address)}".rstrip()


def blocks_html(blocks: Iterable[Block], address: Address = own_address) -> str:
    """Blocks that follow each other, a line each."""
    return "\n".join(_block(block, address) for block in blocks)


def spans_html(spans: Spans, address: Address = own_address) -> str:
    """The words of a block."""
    return "".join(_span(span, address) for span in spans)


def _heading(level: int, name: str, label: str, title: str) -> str:
    return f'<h{level} id="{escape(name)}">{escape(label)} {escape(title)}</h{level}>'


def _block(block: Block, address: Address) -> str:
    match block:
        case Paragraph():
            return f"<p>{spans_html(block.spans, address)}</p>"
        case Subheading():
            level = min(max(block.level, 4), 6)
            return f"<h{level}>{spans_html(block.spans, address)}</h{level}>"
        case Callout():
            kind = f' class="{block.kind.value}"' if block.kind else ""
            return f"<blockquote{kind}>\n{blocks_html(block.blocks, address)}\n</blockquote>"
        case Listing():
            return _listing(block, address)
        case Table():
            return _table(block, address)
        case _:
            return f"<pre><code>{escape(block.text)}</code></pre>"


def _listing(listing: Listing, address: Address) -> str:
    tag = "ol" if listing.ordered else "ul"
    start = f' start="{listing.start}"' if listing.ordered and listing.start != 1 else ""
    items = "\n".join(_item(item, address) for item in listing.items)
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _item(item: Item, address: Address) -> str:
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        rest = blocks_html(item.blocks[1:], address)
        words = spans_html(item.blocks[0].spans, address)
        return f"<li>{words}\n{rest}\n</li>" if rest else f"<li>{words}</li>"
    return f"<li>{blocks_html(item.blocks, address)}</li>"


def _table(table: Table, address: Address) -> str:
    head = _row(table.head, "th", address)
    rows = "\n".join(_row(row, "td", address) for row in table.rows)
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(cells: tuple[Spans, ...], tag: str, address: Address) -> str:
    inside = "".join(f"<{tag}>{spans_html(cell, address)}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>"


def _span(span: Span, address: Address) -> str:
    if span.footnote:
        return f'<sup><a href="#note-{span.footnote}">{span.footnote}</a></sup>'
    if span.image:
        return f'<img src="{escape(span.image)}" alt="{escape(span.text)}">'
    words = escape(span.text, quote=False).replace("\n", "<br>")
    for holds, tag in ((span.code, "code"), (span.emphasis, "em"), (span.strong, "strong")):
        words = f"<{tag}>{words}</{tag}>" if holds else words
    if span.explains:
        words = f'<abbr title="{escape(span.explains)}">{words}</abbr>'
    where = address(span.link) if span.link else ""
    return f'<a href="{escape(where)}">{words}</a>' if where else words


def _footnotes(notes: tuple[Footnote, ...], school: School, address: Address) -> str:
    if not notes:
        return ""
    items = "\n".join(
        f'<li id="note-{note.number}">{blocks_html(filled(note.blocks, school), address)}</li>'
        for note in notes
    )
    return f"<ol>\n{items}\n</ol>"
