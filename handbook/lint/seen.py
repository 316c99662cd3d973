"""The guide on what a school laptop can still show: there, and with outside numbers only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from handbook.domain.blocks import (
    Block,
    Listing,
    Paragraph,
    Table,
    all_blocks,
    all_spans,
    block_texts,
)
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import Policy
from handbook.domain.school import School
from handbook.domain.seen import FILE, NUMBERS, helpline, helplines, seen_guide
from handbook.lint.finding import Finding, error

_NUMBER = re.compile(r"(?<!\d)(?:\+44|0)[ \d()-]{8,}\d")
"""A telephone number of this country; short ones such as 999 are words."""


def check_seen(library: Library) -> Iterator[Finding]:
    """What is wrong with the guide that every question offers; content without flows has none."""
    if not library.flows.by_id:
        return
    guide = seen_guide(library)
    if guide is not None:
        yield from _people(guide, library.school)
        yield from _typed(guide)
        yield from _numbers(guide, library.school)
    elif all(item.place.file != FILE for item in library.unreadable):
        yield error(
            FILE,
            1,
            "seen-missing",
            "This guide is missing, or is not for everyone. The questions promise that nothing "
            "is stored or sent. Staff must be able to read what a school laptop shows all the "
            "same, and whom to ring in private. Take the model's guide and fit it to your school.",
        )


def _groups(guide: Policy) -> Iterator[tuple[Block, ...]]:
    yield guide.intro
    for section in guide.sections:
        if not section.is_clause:
            yield section.blocks
        yield from (clause.blocks for clause in section.clauses)


def _people(guide: Policy, school: School) -> Iterator[Finding]:
    for span in chain.from_iterable(map(all_spans, _groups(guide))):
        link = span.link
        if link is None or link.kind is not LinkKind.ROLE or link.target not in school.contacts:
            continue
        if not school.contact(link.target).is_body:
            yield error(
                guide.file,
                span.line,
                "seen-person",
                f"{link.target!r} is a person of the school. This guide is read before anybody "
                "has said whom the worry is about, so it may name bodies outside only.",
            )


def _typed(guide: Policy) -> Iterator[Finding]:
    for block in chain.from_iterable(map(all_blocks, _groups(guide))):
        for text in block_texts((block,)) if isinstance(block, Paragraph | Table) else ():
            if number := _NUMBER.search(text):
                yield error(
                    guide.file,
                    block.line,
                    "seen-typed",
                    f"{number[0].strip()!r} looks like a telephone number. Write it in "
                    "school.yaml and name the body by a role: link. Then it stands in one place, "
                    "with the day on which somebody checked it.",
                )


def _numbers(guide: Policy, school: School) -> Iterator[Finding]:
    clause = next((clause for clause in guide.clauses if clause.id == NUMBERS), None)
    if clause is None:
        words = "Whom can staff ring in private? Add `## Numbers to ring {#numbers}` with a list."
        yield error(guide.file, 1, "seen-numbers", words)
        return
    items = [item for block in clause.blocks if isinstance(block, Listing) for item in block.items]
    for item in items:
        if helpline(item) is None:
            words = "This line does not begin with a role: link, so it would be left out."
            yield error(guide.file, item.line, "seen-numbers", words)
    if not helplines(clause.blocks, school):
        words = (
            f"“{clause.title}” names nobody to ring. Write a list whose items begin with a body "
            "of school.yaml: - [Police](role:police): a crime that is not urgent"
        )
        yield error(guide.file, clause.line, "seen-numbers", words)
