"""Contacts as cards."""

from __future__ import annotations

from datetime import date

from handbook.app.contacts import checked_in_short, contact_view
from handbook.domain.school import Contact

TODAY = date(2026, 11, 21)


def test_the_number_of_the_emergency_services_needs_no_check() -> None:
    emergency = Contact("emergency-services", "Emergency services", phone="999", is_body=True)

    assert contact_view(emergency, TODAY).checked == ""


def test_another_number_that_nobody_checked_says_so() -> None:
    police = Contact("police", "Police", phone="101", is_body=True)

    assert contact_view(police, TODAY).checked == "Not checked yet"
    assert not contact_view(police, TODAY).is_checked_lately


def test_on_a_line_with_other_things_the_check_is_said_in_short() -> None:
    checked = Contact("dsl", "Lead", name="Ada", phone="0204", checked=date(2026, 5, 3))

    assert checked_in_short(checked) == "checked 3 May 2026"
    assert checked_in_short(Contact("dsl", "Lead", name="Ada", email="a@b.example")) == (
        "not checked yet"
    )
    assert checked_in_short(Contact("dsl", "Lead", name="Ada")) == ""
