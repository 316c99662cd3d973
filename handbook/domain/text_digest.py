"""The digest of what somebody reads of a policy, however its file is written."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from handbook.domain.blocks import Block, Callout, Listing, all_blocks, block_texts
from handbook.domain.filling import filled
from handbook.domain.policy import Policy
from handbook.domain.school import School

_FORM = "handbook text 1"
"""Opens what a digest is made of; another form would give every policy another digest."""


def text_digest(policy: Policy, school: School) -> str:
    """SHA-256 over what somebody reads of a policy, with the school's own values in it.

    Made of the title and of every heading, paragraph, list item, cell and footnote in reading
    order, a line each, in Unicode's composed form and with single spaces; before a rule stands
    its kind. Line ends, wraps and blank lines of the file, ids, numbers, comments, keywords,
    dates, where a link leads, what is in bold, and the questions are not in it.
    """
    lines = [_FORM, f"# {policy.title}", *_lines(policy.intro, school)]
    for section in policy.sections:
        lines += [f"## {section.title}", *_lines(section.blocks, school)]
        for clause in section.clauses:
            if not section.is_clause:
                lines.append(f"### {clause.title}")
            lines += _lines(clause.blocks, school)
    for note in policy.footnotes:
        lines += [f"[{note.number}]", *_lines(note.blocks, school)]
    return hashlib.sha256("\n".join(map(_even, lines)).encode("utf-8", "replace")).hexdigest()


def _lines(blocks: tuple[Block, ...], school: School) -> Iterator[str]:
    for block in all_blocks(filled(blocks, school)):
        if isinstance(block, Callout):
            yield f"> {block.kind or ''}"
        elif not isinstance(block, Listing):
            yield from block_texts((block,))


def _even(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
