"""People, and when two roles are one person."""

from __future__ import annotations

import pytest

from handbook.domain.errors import NotFound
from handbook.domain.school import Contact, School


def school(**people: Contact) -> School:
    return School(contacts={key.replace("_", "-"): person for key, person in people.items()})


def test_an_unknown_role_is_said() -> None:
    with pytest.raises(NotFound, match="'ghost'"):
        School().contact("ghost")


def test_a_person_without_a_name_is_blank_and_a_body_is_not() -> None:
    assert Contact("dsl", "Lead").is_blank
    assert not Contact("dsl", "Lead", "A. Name").is_blank
    assert not Contact("nspcc", "NSPCC", is_body=True).is_blank


def test_roles_that_are_said_to_be_the_same_are() -> None:
    held = school(
        a=Contact("a", "A", same_as="b"), b=Contact("b", "B", same_as="c"), c=Contact("c", "C")
    )

    assert held.same_person("a", "c")
    assert held.same_person("b", "a")


def test_a_ring_of_same_as_is_one_person() -> None:
    ring = school(a=Contact("a", "A", same_as="b"), b=Contact("b", "B", same_as="a"))

    assert ring.same_person("a", "b")


@pytest.mark.parametrize("field", ["name", "phone", "email"])
def test_one_name_telephone_or_email_is_taken_for_one_person(field: str) -> None:
    a = Contact("a", "A", **{field: "Ann Other"})  # type: ignore[arg-type]
    b = Contact("b", "B", **{field: "ann  other"})  # type: ignore[arg-type]

    assert school(a=a, b=b).same_person("a", "b")


def test_blank_details_do_not_make_one_person() -> None:
    assert not school(a=Contact("a", "A"), b=Contact("b", "B")).same_person("a", "b")


def test_bodies_that_share_a_telephone_stay_two() -> None:
    police = Contact("police", "Police", phone="999", is_body=True)
    ambulance = Contact("ambulance", "Ambulance", phone="999", is_body=True)

    assert not school(police=police, ambulance=ambulance).same_person("police", "ambulance")


def test_a_role_that_nobody_holds_is_nobody_else() -> None:
    assert not school(a=Contact("a", "A")).same_person("a", "ghost")


def test_a_chain_into_an_unknown_role_ends_there() -> None:
    lost = school(a=Contact("a", "A", when_subject="ghost"))

    assert lost.instead_of("a", ("a",)) == "ghost"
    assert lost.instead_of("ghost", ("ghost",)) is None


def test_people_are_listed_without_bodies() -> None:
    both = school(a=Contact("a", "A"), nspcc=Contact("nspcc", "NSPCC", is_body=True))

    assert [person.id for person in both.people] == ["a"]
