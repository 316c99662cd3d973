"""provisions.csv: nothing lost, nothing pointing nowhere."""

from __future__ import annotations

import pytest

from handbook.domain.library import Library, Unreadable
from handbook.domain.place import Place
from handbook.domain.policy import Clause, Policy, Section
from handbook.lint.provisions import check_provisions

CLAUSE = Clause("pupils", "Pupils", "1", (), 1)
POLICY = Policy(
    "a", "A", "policies/a.md", sections=(Section("pupils", "P", "1", (), (CLAUSE,), 1),)
)
LIBRARY = Library(policies=(POLICY,))


def rules(text: str) -> list[str]:
    return [f"{f.place.line} {f.rule}" for f in check_provisions(text, LIBRARY)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("W-01,a#pupils,", []),
        ("W-01,,superseded by a newer law", []),
        ("W-01,,", ["2 provision-unsettled"]),
        ("W-01,a#gone,", ["2 provision-clause"]),
        ("W-01,a#pupils b#pupils,", ["2 provision-clause"]),
        ("W-01,what,ever", ["2 provision-clause"]),
        ("W-01,a#pupils", ["2 provision-row"]),
        ("first,a#pupils,", ["2 provision-row"]),
        ("W-02,a#pupils,", ["1 provision-missing"]),
        ("W-01,a#pupils,\nW-01,a#pupils,", ["1 provision-twice"]),
    ],
)
def test_each_provision_is_settled_once(rows: str, found: list[str]) -> None:
    assert rules(f"id,where,reason\n{rows}\n") == found


def test_a_policy_that_cannot_be_read_is_said_to_be_so_once_and_not_here() -> None:
    unread = Unreadable(Place("policies/b.md", 7), "'approved' is no date")
    library = Library(policies=(POLICY,), unreadable=(unread,))
    text = "id,where,reason\nW-01,b#one,\nW-02,a#gone,\n"

    assert [f.place.line for f in check_provisions(text, library)] == [3]


def test_a_file_with_another_head_is_not_read_further() -> None:
    assert rules("id,clause\nW-01,a#pupils\n") == ["1 provision-head"]


def test_no_file_is_no_fault() -> None:
    assert rules("") == []
