"""Which lines of a document belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.app.document.builder import Extent, build
from handbook.app.paper.pages import Hold, Strip
from handbook.app.paper.paper import paper_look
from handbook.app.paper.strips import strips_of
from handbook.domain.blocks import Paragraph, Span, Table
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.school import School

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH = 720
SENTENCE = "Words that fill a line of the sheet and then some more. "


def paragraph(sentences: int) -> Paragraph:
    return Paragraph((Span(SENTENCE * sentences),), 1)


def policy(*blocks: Paragraph | Table) -> Policy:
    """One section with one clause under it."""
    clause = Clause("one", "One", "1.1", blocks, 1)
    section = Section("part", "Part", "1", (), (clause,), 1)
    return Policy("p", "Title", "policies/p.md", sections=(section,))


def strips(shown: Policy, kept: tuple[Extent, ...] = ()) -> list[Strip]:
    built = build(shown, School(), paper_look())
    built.document.setTextWidth(WIDTH)
    return strips_of(replace(built, boxes=()), (), kept)


def holds(shown: Policy) -> list[Hold]:
    """How each line under the title holds to the next."""
    return [strip.hold for strip in strips(shown)[1:]]


def test_headings_hold_to_what_follows_and_a_short_clause_to_itself() -> None:
    section, clause, first, *_ = holds(policy(paragraph(1), paragraph(1)))

    assert (section, clause, first) == (Hold.LINE, Hold.LINE, Hold.CLAUSE)


def test_a_long_clause_may_be_parted_but_for_its_lonely_lines() -> None:
    _, _, *lines = holds(policy(paragraph(12)))

    assert len(lines) > 5
    assert lines[0] == Hold.LINE
    assert lines[-2] == Hold.LINE
    assert set(lines[1:-2]) == {Hold.FREE}


def test_words_that_lead_to_a_list_hold_to_it() -> None:
    lead = Paragraph((Span(SENTENCE * 10 + "Staff must:"),), 1)
    _, _, *lines = holds(policy(lead, paragraph(1)))

    assert lines[-2] == Hold.LINE


def test_a_row_of_a_table_is_one_strip_and_its_head_holds_to_the_next() -> None:
    cell, long = (Span("Cell"),), (Span(SENTENCE * 6),)
    table = Table((cell, cell), ((cell, long), (long, cell)), 1)
    head, first, second = strips(policy(paragraph(9), table))[-4:-1]

    assert (head.hold, first.hold) == (Hold.LINE, Hold.FREE)
    assert head.bottom <= first.top + 1
    assert first.bottom <= second.top + 1
    assert first.bottom - first.top > 60


def test_what_is_to_be_kept_holds_together() -> None:
    shown = policy(paragraph(12), paragraph(12))
    last = len(strips(shown)) - 1

    kept = strips(shown, (Extent(3, 4),))
    assert [strip.hold for strip in kept].count(Hold.BOX) > 5
    assert kept[last].hold == Hold.FREE
