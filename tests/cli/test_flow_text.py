"""An outcome at a terminal: whom to reach, and how, where a school has not filled in all."""

from __future__ import annotations

import pytest

from handbook.cli.flow_text import say_outcome, who
from handbook.domain.flow import Outcome, Telling
from handbook.domain.school import Contact, School

HEAD = Contact("headteacher", "Headteacher", when_away="chair", when_subject="chair")
CHAIR = Contact("chair", "Chair of governors", "Name One", email="one@example.org")


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (HEAD, "Headteacher: name not filled in yet, ask how to reach them, not saying why"),
        (Contact("line-manager", "Your line manager"), "Your line manager"),
        (CHAIR, "Chair of governors: Name One, one@example.org"),
        (Contact("ceop", "CEOP", site="https://ceop.uk", is_body=True), "CEOP: https://ceop.uk"),
        (Contact("lado", "LADO", is_body=True), "LADO: number not filled in yet"),
    ],
)
def test_a_contact_says_how_to_reach_it_or_that_nobody_has_filled_it_in(
    contact: Contact, said: str
) -> None:
    assert who(contact) == said


def test_an_outcome_says_who_stands_in_but_never_the_subject(
    capsys: pytest.CaptureFixture[str],
) -> None:
    school = School(contacts={"headteacher": HEAD, "chair": CHAIR})
    outcome = Outcome("head", "Tell", (), tell=(Telling("headteacher", "the head"),))

    say_outcome(outcome, school, ())
    usual = capsys.readouterr().out
    say_outcome(outcome, school, ("chair",))
    about_the_chair = capsys.readouterr().out

    assert "If they cannot be reached (Headteacher): Chair of governors" in usual
    assert "cannot be reached" not in about_the_chair
