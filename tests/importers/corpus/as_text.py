"""Writes a made-up document as text and as Markdown of other dialects."""

from __future__ import annotations

import textwrap

from tests.importers.corpus.shape import Block, Cells, Doc, Head, Item, Words


def text(doc: Doc, *, width: int = 0) -> str:
    """Plain text; with a width, lines are wrapped there."""
    parts = [doc.organisation, doc.title, "\n".join(f"{k}: {v}" for k, v in doc.stated)]
    parts += ["\n".join(_wrapped(text, "", "", width)) for text in doc.intro]
    listed: list[str] = []
    for block in [*doc.blocks, None]:
        if isinstance(block, Item):
            lead = "  " * (block.depth - 1) + (f"{block.label} " if block.label else "- ")
            listed += _wrapped(block.text, lead, " " * len(lead), width)
            continue
        if listed:
            parts.append("\n".join(listed))
            listed = []
        if block is not None:
            parts.append(_text_block(block, width))
    return "\n\n".join(parts) + "\n"


def _text_block(block: Block, width: int) -> str:
    match block:
        case Head():
            return f"{block.label} {block.text}".strip()
        case Cells():
            return "\n".join("\t".join(row) for row in block.rows)
        case Words():
            tail = f" {block.note}" if block.note else ""
            lead = f"{block.label} " if block.label else ""
            return "\n".join(_wrapped(block.text + tail, lead, "", width))
        case _:
            return ""


def _wrapped(words: str, lead: str, rest: str, width: int) -> list[str]:
    if not width:
        return [lead + words]
    return textwrap.wrap(words, width, initial_indent=lead, subsequent_indent=rest)


def markdown(doc: Doc) -> str:
    """Setext and closed headings, `*` lists nested by two, a fence, HTML, hard line breaks."""
    parts = [doc.organisation, f"{doc.title}\n{'=' * len(doc.title)}"]
    parts.append("  \n".join(f"**{key}:** {value}" for key, value in doc.stated))
    parts += doc.intro
    listed: list[str] = []
    notes: list[str] = []
    for block in [*doc.blocks, None]:
        if isinstance(block, Item):
            indent = "  " * (block.depth - 1)
            numbered = block.label[:1].isdigit()
            mark = block.label if numbered else "*"
            typed = "" if numbered or not block.label else f"{block.label} "
            listed.append(f"{indent}{mark} {typed}{block.text}")
            continue
        if listed:
            parts.append("\n".join(listed))
            listed = []
        if block is not None:
            parts.append(_markdown_block(block, notes))
    return "\n\n".join([*parts, *notes]) + "\n"


def _markdown_block(block: Block, notes: list[str]) -> str:
    match block:
        case Head(level=1):
            words = f"{block.label} {block.text}".strip()
            return f"{words}\n{'-' * len(words)}"
        case Head():
            return f"{'#' * (block.level + 1)} {block.label} {block.text} ##".replace("  ", " ")
        case Cells():
            head, *rows = block.rows
            lines = [" | ".join(head), " | ".join("---" for _ in head)]
            return "\n".join([*lines, *(" | ".join(row) for row in rows)])
        case Words():
            words = f"{block.label} {block.text}".strip()
            if block.note:
                notes.append(f"[^n{len(notes)}]: {block.note}")
                words += f"[^n{len(notes) - 1}]"
            if block.link:
                words += f" See [the form][1].\n\n[1]: {block.link}"
            return words
        case _:
            return ""
