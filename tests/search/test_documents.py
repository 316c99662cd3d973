"""What search knows of a clause."""

from __future__ import annotations

import pytest

from handbook.domain.blocks import Callout, Paragraph, Span, Subheading, Table, Verbatim
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.search import documents
from handbook.search.documents import Passage, Source, document, passages, sources
from handbook.search.words import stem
from tests.search.small import LIBRARY, bullets, clause, rule, words


def weights(name: str) -> dict[str, float]:
    source = next(source for source in sources(LIBRARY) if str(source.ref) == name)
    return document(source, LIBRARY).weights


def test_a_word_weighs_by_where_it_stands() -> None:
    found = weights("phones#lessons")

    assert found["film"] == documents.BODY
    assert found[stem("smartphone")] == documents.POLICY
    assert found[stem("staff")] == 3 * documents.LEAD_IN + documents.BODY
    assert found[stem("rules")] == documents.SECTION


def test_what_staff_ask_is_searched() -> None:
    assert weights("gifts#accept")[stem("voucher")] == documents.ASKED


def test_the_schools_own_values_are_searched() -> None:
    found = weights("parking#permits")

    assert "crown" in found
    assert "pound" not in found


def test_stop_words_are_left_out() -> None:
    assert "the" not in weights("keys#lost")


def test_the_first_clause_of_a_section_is_found_by_the_sections_words() -> None:
    made = tuple(clause(name, name, "1.1", words("Text.")) for name in ("one", "two"))
    section = Section("s", "Kites", "1", (words("About umbrellas."),), made, 1, ("raincoat",))
    policy = Policy(
        "p", "P", "p.md", summary="On hats.", intro=(words("Boots."),), sections=(section,)
    )
    first, second = (document(Source(policy, section, one), LIBRARY).weights for one in made)

    shared = set(map(stem, ("umbrella", "raincoat", "hat", "boot")))
    assert {stem("kite"), *shared} <= first.keys()
    assert stem("kite") in second
    assert not shared & second.keys()


def test_a_section_that_is_a_clause_is_counted_once() -> None:
    alone = Clause("s", "Kites", "1", (words("Text."),), 1)
    section = Section("s", "Kites", "1", (), (alone,), 1)
    policy = Policy("p", "P", "p.md", sections=(section,))

    assert (
        document(Source(policy, section, alone), LIBRARY).weights[stem("kite")]
        == documents.HEADING
    )


@pytest.mark.parametrize("lead", ["You must not", "You may", "Tell"])
def test_a_callout_leads_its_list(lead: str) -> None:
    callout = Callout(RuleKind.MUST_NOT, (words(f"{lead}:"), bullets("wait")), 1)

    assert list(passages((callout,))) == [
        Passage(f"{lead}:", is_rule=True),
        Passage("wait", f"{lead}:", is_rule=True),
    ]


def test_a_callout_leads_the_list_after_it_too() -> None:
    callout = Callout(RuleKind.MUST_NOT, (words("You must not:"),), 1)

    assert list(passages((callout, bullets("wait"))))[1] == Passage("wait", "You must not:")


def test_a_sentence_that_has_ended_leads_no_list() -> None:
    assert list(passages((words("Done."), bullets("wait"))))[1] == Passage("wait")


def test_every_kind_of_block_is_searched() -> None:
    cell = (Span("cell"),)
    blocks = (
        Subheading((Span("heading"),), 4, 1),
        Table((cell, (Span("head"),)), ((cell, (Span("row"),)),), 1),
        Verbatim("as it is", 1),
        rule(RuleKind.TELL, "the office."),
        Paragraph((Span("plain"),), 1),
    )

    assert [passage.text for passage in passages(blocks)] == [
        "heading", "cell · head", "cell · row", "as it is", "Tell the office.", "plain",
    ]  # fmt: skip


def test_phrases_are_the_heading_and_what_is_asked() -> None:
    source = next(source for source in sources(LIBRARY) if str(source.ref) == "gifts#accept")
    heading, *asked = document(source, LIBRARY).phrases

    assert heading == ("accept", "gift")
    assert asked == [
        tuple(map(stem, ("mum", "give", "voucher"))),
        tuple(map(stem, ("end", "term", "present"))),
    ]
