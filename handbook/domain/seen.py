"""The guide on what a school laptop can still show, which the questions open in place.

It is an ordinary guide of the content. The program knows it by its file's name, and the
clause with its telephone numbers by that clause's id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span, Spans
from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import Policy
from handbook.domain.school import School

GUIDE = "school-laptop"
FILE = f"guides/{GUIDE}.md"
NUMBERS = "numbers"
"""The clause whose list names the bodies outside that can be rung."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A body outside the school to ring, and what the guide says of it."""

    role: str
    note: Spans = ()


def seen_guide(library: Library) -> Policy | None:
    """The guide; None where the content lacks it, or keeps it for editors."""
    try:
        return library.policy(GUIDE)
    except NotFound:
        return None


def helplines(blocks: tuple[Block, ...], school: School) -> tuple[Helpline, ...]:
    """The bodies that the lists among these blocks open with, in the guide's order.

    A person of the school is left out, whatever the guide says: the reader's worry may be
    about them, and nobody has asked here.
    """
    found = (
        helpline(item) for block in blocks if isinstance(block, Listing) for item in block.items
    )
    return tuple(
        line
        for line in found
        if line is not None and line.role in school.contacts and school.contact(line.role).is_body
    )


def helpline(item: Item) -> Helpline | None:
    """What an item of a list says of the role it begins with; None where it begins otherwise."""
    first = item.blocks[0] if item.blocks else None
    return _line(first.spans) if isinstance(first, Paragraph) else None


def _line(spans: Spans) -> Helpline | None:
    link = spans[0].link if spans else None
    if link is None or link.kind is not LinkKind.ROLE:
        return None
    rest = next((i for i, span in enumerate(spans) if span.link != link), len(spans))
    return Helpline(link.target, _note(spans[rest:]))


def _note(spans: Spans) -> Spans:
    """What follows the name, as a sentence begins: "NSPCC: when ..." gives "When ..."."""
    if not spans:
        return ()
    words = spans[0].text.lstrip(" :,")
    first: Span = replace(spans[0], text=words[:1].upper() + words[1:])
    return (first, *spans[1:])
