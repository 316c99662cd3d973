"""What a file states about itself is found, and nothing else is."""

from __future__ import annotations

import pytest

from handbook.importers.making import make_draft
from handbook.importers.shaping.dates import read_date
from tests.importers.raw_word import LONG, draft_of, p


def fields_of(lines: str) -> dict[str, str]:
    draft = make_draft(f"Quirk Policy\n\n{lines}\n\n{LONG}\n".encode(), "quirk.txt")
    return {name: value for name, value in draft.fields.items() if name != "title"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1st September 2025", "2025-09-01"),
        ("the 2nd of March, 2024", "2024-03-02"),
        ("03/04/2025", "2025-04-03"),
        ("3.4.25", "2025-04-03"),
        ("2025-04-03", "2025-04-03"),
        ("Sept 2024", "2024-09"),
        ("September 5, 2024", "2024-09-05"),
        ("31 February 2024", ""),
        ("Autumn term 2025", ""),
        ("every 2 years", ""),
    ],
)
def test_dates_are_read_as_schools_write_them(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Policy owner: Head of year", {"owner": "Head of year"}),
        ("Person responsible: Bursar", {"owner": "Bursar"}),
        ("Responsible: Bursar", {"owner": "Bursar"}),
        (
            "Approved by governors: 12/03/2025",
            {"approved": "2025-03-12", "approved-by": "governors"},
        ),
        (
            "Approved by: The governing body on 3 May 2025",
            {"approved-by": "The governing body", "approved": "2025-05-03"},
        ),
        (
            "Ratified: 3 May 2025 by the trustees",
            {"approved": "2025-05-03", "approved-by": "the trustees"},
        ),
        ("Policy agreed: May 2025", {"approved": "2025-05"}),
        ("Last reviewed: 3 May 2025", {"last-review": "2025-05-03"}),
        ("Review: September 2027", {"review": "2027-09"}),
        ("Next review due: 1 May 2026", {"review": "2026-05-01"}),
        ("Version no: V3.10", {"version": "3.10"}),
        ("Related policies: Bullying, Behaviour", {"related": "Bullying, Behaviour"}),
        ("Name of school: Hill Lane", {"organisation": "Hill Lane"}),
        (
            "This policy should be read alongside the Behaviour Policy, our Lone Working Policy "
            "and the Staff Code.",
            {"related": "Behaviour Policy; Lone Working Policy; Staff Code"},
        ),
        ("The policy will be reviewed in May 2027 by the head.", {"review": "2027-05"}),
        (
            "This policy was adopted by the board of governors on 4 June 2024.",
            {"approved": "2024-06-04", "approved-by": "board of governors"},
        ),
    ],
)
def test_what_is_stated_is_found(line: str, fields: dict[str, str]) -> None:
    assert fields_of(line) == fields


@pytest.mark.parametrize(
    "line",
    [
        "Approved by: ____________",
        "Next review: TBC",
        "Owner: [insert name]",
        "Review period: Annual",
        "Review: every two years",
        "Version: draft",
        "Date approved:",
        "Staff read the plan together with parents.",
        "Visits are approved by the head two weeks before they take place.",
        "The owner of a dog keeps it on a lead.",
    ],
)
def test_what_is_not_stated_is_not_invented(line: str) -> None:
    assert fields_of(line) == {}


def test_a_table_of_versions_states_the_highest() -> None:
    rows = [("Version", "Approved by", "Date approved"), ("1.9", "Board", "1 May 2023"),
            ("1.10", "Trust", "2 May 2024"), ("1.2", "Board", "3 May 2020")]  # fmt: skip
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows
    )
    fields = draft_of(f"<w:tbl>{table}</w:tbl>" + p(LONG)).fields

    assert (fields["version"], fields["approved-by"], fields["approved"]) == (
        "1.10",
        "Trust",
        "2024-05-02",
    )


def test_two_places_that_disagree_are_named() -> None:
    draft = make_draft(
        f"Quirk Policy\n\nVersion: 1.2\n\nReview date: 1 May 2026\n\nVersion: 2.0\n\n{LONG}".encode(),
        "quirk.txt",
    )

    assert draft.fields["version"] == "1.2"
    assert any("version" in text and "2.0" in text for text in draft.unsure)


def test_rules_in_the_middle_of_a_file_are_no_facts() -> None:
    middle = "".join(p(LONG) for _ in range(45)) + p("Owner: the keeper") + p(LONG) * 30

    assert "owner" not in draft_of(middle).fields
