"""Nobody is sent to the person they are worried about."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.blocks import Span
from handbook.domain.flow import Outcome, Telling
from handbook.domain.school import Contact, School
from handbook.domain.telling import away_card, cards, if_about_lines, outside_cards, safe_spans
from tests.domain.flows import FLOWS, SCHOOL, at, role


def audit() -> Outcome:
    outcome = FLOWS.node(at("audit"))
    assert isinstance(outcome, Outcome)
    return outcome


def told(school: School, *subjects: str) -> list[str]:
    return [card.contact.id for card in cards(audit(), school, subjects)]


def joined(one: str, other: str) -> School:
    contacts = dict(SCHOOL.contacts)
    contacts[one] = replace(contacts[one], same_as=other)
    return replace(SCHOOL, contacts=contacts)


def test_without_a_subject_everybody_is_shown() -> None:
    assert told(SCHOOL) == ["line-manager", "headteacher", "dsl"]


def test_the_subjects_own_line_takes_the_place_of_the_whole_list() -> None:
    assert told(SCHOOL, "headteacher") == ["chair"]


def test_a_line_that_still_names_the_subject_is_followed_on() -> None:
    assert told(SCHOOL, "chair") == ["council"]


def test_a_subject_without_a_line_is_followed_on_from_its_card() -> None:
    assert told(SCHOOL, "line-manager") == ["headteacher", "dsl"]


def test_persons_are_compared_not_roles() -> None:
    assert told(joined("dsl", "headteacher"), "dsl") == ["chair"]
    assert told(joined("dsl", "line-manager"), "dsl") == ["headteacher"]


def test_two_subjects_are_both_taken_out() -> None:
    assert told(SCHOOL, "headteacher", "chair") == ["council"]


def test_one_person_with_two_roles_gets_one_card() -> None:
    assert told(joined("dsl", "headteacher")) == ["line-manager", "headteacher"]


def test_a_chain_that_ends_nowhere_leaves_nobody() -> None:
    lonely = School(contacts={"dsl": Contact("dsl", "Lead")})
    outcome = Outcome("o", "O", (), tell=(Telling("dsl", "Lead"),))

    assert cards(outcome, lonely, ("dsl",)) == ()


def test_a_ring_of_roles_leaves_nobody() -> None:
    ring = School(
        contacts={
            "a": Contact("a", "A", name="Same", when_subject="b"),
            "b": Contact("b", "B", name="same ", when_subject="a"),
        }
    )

    assert ring.instead_of("a", ("a",)) is None


def test_a_card_says_whom_it_stands_in_for() -> None:
    card = cards(audit(), SCHOOL, ("line-manager",))[0]

    assert card.instead_of == "line-manager"
    assert cards(audit(), SCHOOL, ())[0].instead_of == ""


def test_a_note_names_the_subject_no_more() -> None:
    (card,) = (
        card for card in cards(audit(), SCHOOL, ("chair-x",)) if card.contact.id == "headteacher"
    )
    assert card.note[1].text == "chair"

    words = safe_spans(card.note, SCHOOL, ("chair",))
    assert words[1].text == "the council"


def test_text_without_anybody_left_names_nobody() -> None:
    lonely = School(contacts={"dsl": Contact("dsl", "Lead")})

    (span,) = safe_spans((role("the lead", "dsl"),), lonely, ("dsl",))

    assert span.text == "somebody else whom you trust"
    assert span.link is None


def test_other_text_stays_as_it_is() -> None:
    spans = (Span("tell the "), role("head", "headteacher"))

    assert safe_spans(spans, SCHOOL, ("chair",)) == spans


def test_with_no_subject_both_lists_are_shown() -> None:
    lines = if_about_lines(audit(), SCHOOL, ())

    assert [(person.id, [c.contact.id for c in them]) for person, them in lines] == [
        ("headteacher", ["chair"]),
        ("chair", ["council"]),
    ]
    assert if_about_lines(audit(), SCHOOL, ("headteacher",)) == ()


def test_help_outside_is_shown_once() -> None:
    assert [card.contact.id for card in outside_cards(audit(), SCHOOL, ())] == ["council"]


def test_who_stands_in_is_never_the_subject_nor_the_same_person() -> None:
    head = cards(audit(), SCHOOL, ())[1]
    assert head.contact.id == "headteacher"

    stand_in = away_card(head, SCHOOL, ())
    assert stand_in is not None
    assert stand_in.id == "chair"
    over = away_card(head, SCHOOL, ("chair",))
    assert over is not None
    assert over.id == "council"
    assert away_card(head, joined("chair", "headteacher"), ()) is None
    assert away_card(cards(audit(), SCHOOL, ())[0], SCHOOL, ()) is None
