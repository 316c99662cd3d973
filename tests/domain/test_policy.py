"""Policies, clauses and how they are named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.blocks import (
    Callout,
    Footnote,
    Item,
    Listing,
    Paragraph,
    Span,
    Subheading,
    Table,
    Verbatim,
    all_spans,
    block_texts,
    plain,
)
from handbook.domain.errors import BadReference, ContentError, ContentMissing, NotFound
from handbook.domain.filling import filled, filled_spans
from handbook.domain.library import Library, Summary, Unreadable
from handbook.domain.links import Link, LinkKind
from handbook.domain.place import Place
from handbook.domain.policy import Clause, ClauseRef, Policy, Section
from handbook.domain.rule import RuleKind, heaviest
from handbook.domain.school import School

SLUG = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),), 1)


def policy() -> Policy:
    rule = Callout(RuleKind.TELL, (words("Tell the lead."),), 3)
    ban = Callout(RuleKind.MUST_NOT, (words("You must not."),), 4)
    pupils = Clause("pupils", "Pupils", "1.1", (rule, ban, words("And more.")), 2)
    alone = Clause("alone", "Alone", "2", (words("One two three."),), 9)
    return Policy(
        id="social-media",
        title="Social media",
        file="policies/social-media.md",
        review=date(2026, 9, 1),
        approved=date(2026, 1, 2),
        sections=(
            Section("own", "Own accounts", "1", (), (pupils,), 1),
            Section("alone", "Alone", "2", (), (alone,), 9),
        ),
    )


@given(SLUG, SLUG)
def test_a_printed_reference_is_read_back(policy_id: str, clause: str) -> None:
    ref = ClauseRef(policy_id, clause)

    assert ClauseRef.parse(str(ref)) == ref
    assert ClauseRef.parse(f"handbook:{ref}") == ref
    assert ClauseRef.parse(f"policies/{policy_id}.md#{clause}") == ref
    assert ClauseRef.parse(policy_id) == ClauseRef(policy_id)


@pytest.mark.parametrize("text", ["", "#pupils", "Social media", "a#b#c", "../a#b", "a#"])
def test_other_text_is_no_reference(text: str) -> None:
    with pytest.raises(BadReference):
        ClauseRef.parse(text)


def test_the_heaviest_kind_of_a_clause_is_shown() -> None:
    clause = policy().clause("pupils")

    assert clause.kinds == (RuleKind.MUST_NOT, RuleKind.TELL)
    assert clause.kind is RuleKind.MUST_NOT
    assert policy().clause("alone").kind is None
    assert heaviest([]) is None


def test_every_kind_has_its_lead() -> None:
    assert [kind.lead for kind in RuleKind] == [
        "You must not",
        "You must",
        "Tell",
        "You may",
        "Note",
    ]


def test_a_section_without_clauses_is_one_itself() -> None:
    first, second = policy().sections

    assert not first.is_clause
    assert second.is_clause


def test_a_sections_id_opens_its_first_clause() -> None:
    assert policy().clause("own").id == "pupils"
    assert policy().section_of("pupils").id == "own"
    assert policy().section_of("own").id == "own"
    with pytest.raises(NotFound):
        policy().clause("gone")
    with pytest.raises(NotFound):
        policy().section_of("gone")


def test_a_policy_is_overdue_past_its_review_date_or_without_one() -> None:
    assert not policy().is_overdue(date(2026, 9, 1))
    assert policy().is_overdue(date(2026, 9, 2))
    assert Policy("a", "A", "a.md").is_overdue(date(2026, 1, 1))


def test_a_card_counts_clauses_and_words() -> None:
    card = policy().card

    assert (card.clauses, card.words) == (2, 11)


def test_a_library_finds_its_policies_and_sums_itself_up() -> None:
    broken = Unreadable(Place("policies/b.md", 7), "no title")
    library = Library(policies=(policy(),), unreadable=(broken,), digest="d")
    summary = library.summary

    assert library.clause(ClauseRef("social-media", "alone")).label == "2"
    assert summary.clauses == 2
    assert summary.content_date == date(2026, 1, 2)
    assert Summary().content_date is None
    assert str(broken) == "policies/b.md:7: no title"
    with pytest.raises(NotFound):
        library.policy("gone")


def test_text_is_taken_from_every_kind_of_block() -> None:
    inner = Listing((Item((words("deep"),), 1),), ordered=False, start=1, line=1)
    blocks = (
        Subheading((Span("head"),), 4, 1),
        Listing((Item((words("item"), inner), 1),), ordered=True, start=1, line=1),
        Table(((Span("a"),),), (((Span("b"),),),), 1),
        Verbatim("<b>", 1),
        Callout(None, (words("grey"),), 1),
    )

    assert list(block_texts(blocks)) == ["head", "item", "deep", "a", "b", "<b>", "grey"]
    assert plain(all_spans(blocks)) == "headitemdeepabgrey"
    assert plain((Span("see"), Span("1", footnote=1))) == "see"
    assert Footnote(1, (words("note"),), 1).number == 1


def test_the_schools_settings_take_the_place_of_the_defaults() -> None:
    setting = Span("10", link=Link(LinkKind.SETTING, "days"), line=1)
    school = School(settings={"days": "5", "blank": ""})
    blank = Span("ten", link=Link(LinkKind.SETTING, "blank"))

    plain_words = Span("days")

    assert filled_spans((setting, blank), school) == (Span("5", line=1), Span("ten"))
    assert filled_spans((plain_words,), school) == (plain_words,)
    paragraph = Paragraph((setting,), 1)
    blocks = (
        Callout(None, (paragraph,), 1),
        Listing((Item((paragraph,), 1),), ordered=False, start=1, line=1),
        Table(((setting,),), (((setting,),),), 1),
        Verbatim("10", 1),
    )
    assert list(block_texts(filled(blocks, school))) == ["5", "5", "5", "5", "10"]


def test_a_link_is_read_back_from_its_url() -> None:
    link = Link(LinkKind.CLAUSE, "social-media#pupils")

    assert Link.parse(link.url) == link
    assert Link.parse("javascript:alert(1)") == Link(LinkKind.REFUSED, "javascript:alert(1)")


def test_errors_name_file_and_line_or_folder() -> None:
    assert str(ContentError(Place("a.md", 3), "no title")) == "a.md:3: no title"
    assert "somewhere" in str(ContentMissing("somewhere"))
