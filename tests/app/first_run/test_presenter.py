"""What the page of the first start says."""

from __future__ import annotations

from handbook.app.audiences import AUDIENCES
from handbook.app.first_run.presenter import FirstRunView, first_run_view
from handbook.domain.audience import Audience
from handbook.domain.school import Contact, School
from handbook.domain.summary import Summary


def test_people_without_a_name_are_counted_and_nobodys_own_manager_is_none_of_them() -> None:
    contacts = (
        Contact("line-manager", "Your line manager"),
        Contact("headteacher", "Headteacher", "Priya Nair"),
        Contact("dsl", "Designated Safeguarding Lead"),
        Contact("police", "The police", is_body=True),
    )
    school = School(contacts={contact.id: contact for contact in contacts})

    assert first_run_view(Summary(school=school), None).blank == 1


def test_before_anything_was_read_less_is_said() -> None:
    assert first_run_view(Summary(), None) == FirstRunView()


def test_every_audience_has_a_card() -> None:
    assert set(AUDIENCES) == set(Audience)
