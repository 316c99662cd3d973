"""The reader's own reading record: what they confirmed, and nothing else of them."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.app.confirm.record_paper import record_steps
from handbook.app.paper.paper import Paper
from handbook.app.paper.steps import finish
from handbook.app.reading_record import GONE, IN_USE, RecordRow, record_rows
from handbook.domain.confirming import Confirmation
from handbook.domain.policy_card import Confirm, PolicyCard

TODAY = date(2026, 11, 21)


def card(policy: str, title: str, version: str) -> PolicyCard:
    return PolicyCard(policy, title, "", "", "", version, None, None, Confirm.YEARLY)


def confirmed(policy: str, version: str, day: date) -> Confirmation:
    return Confirmation(policy, version, "d" * 64, day)


def paper(rows: tuple[RecordRow, ...]) -> Paper:
    return finish(record_steps(rows, "HILL\\jo", "Hill School", TODAY))


def test_the_newest_confirmation_stands_first_with_how_it_stands_today() -> None:
    rows = record_rows(
        (
            confirmed("phones", "2.0", date(2026, 5, 4)),
            confirmed("lunch", "1.0", date(2025, 9, 1)),
            confirmed("visits", "1.1", date(2026, 9, 9)),
            confirmed("data", "3.0", date(2026, 9, 9)),
        ),
        (
            card("phones", "Phones", "2.1"),
            card("visits", "Visits", "1.1"),
            card("data", "A", "3.0"),
        ),
    )

    assert rows == (
        RecordRow("A", "3.0", "9 September 2026", IN_USE),
        RecordRow("Visits", "1.1", "9 September 2026", IN_USE),
        RecordRow("Phones", "2.0", "4 May 2026", "version 2.1 is in use now"),
        RecordRow("lunch", "1.0", "1 September 2025", GONE),
    )


@pytest.mark.usefixtures("qtbot")
def test_it_goes_to_paper_with_whose_it_is_and_room_to_sign() -> None:
    rows = record_rows(
        (confirmed("phones", "2.1", date(2026, 5, 4)),), (card("phones", "Phones", "2.1"),)
    )
    text = paper(rows).document.toPlainText()

    for words in ("Hill School", "HILL\\jo", "Phones", "2.1", "4 May 2026", IN_USE, "Signature"):
        assert words in text


@pytest.mark.usefixtures("qtbot")
def test_who_has_confirmed_nothing_is_told_so() -> None:
    assert "Nothing has been confirmed on this laptop yet." in paper(()).document.toPlainText()


@pytest.mark.usefixtures("qtbot")
def test_a_long_record_takes_several_pages_and_loses_no_row() -> None:
    many = tuple(confirmed(f"p{n}", "1.0", date(2026, 1, 1)) for n in range(120))
    long = paper(record_rows(many, ()))

    assert long.count > 2
    assert all(f"p{n}" in long.document.toPlainText() for n in range(120))
