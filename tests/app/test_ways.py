"""The ways through the handbook: where each leads, and back."""

from __future__ import annotations

import pytest

from handbook.app.history import (
    AtChanges,
    AtClause,
    AtConfirm,
    AtHome,
    AtPaper,
    AtPolicies,
    AtSaved,
    AtSearch,
    Stop,
)
from handbook.app.ways import Ways
from handbook.domain.clause_ref import ClauseRef

PHONES = ClauseRef("phones", "photos")


@pytest.fixture
def shown() -> list[Stop]:
    """What was shown, one after the other."""
    return []


@pytest.fixture
def ways(shown: list[Stop]) -> Ways:
    return Ways(shown.append)


def test_each_way_shows_its_place(ways: Ways, shown: list[Stop]) -> None:
    ways.open_clause(PHONES)
    ways.open_search("phone")
    ways.open_policies("Conduct")
    ways.open_paper(None)
    ways.open_changes("phones", "photos")
    ways.open_changes()
    ways.open_confirm("phones", changes=True)
    ways.go_home()

    assert shown == [
        AtClause(PHONES),
        AtSearch("phone"),
        AtPolicies("Conduct"),
        AtPaper(None),
        AtChanges(PHONES),
        AtChanges(),
        AtConfirm("phones", changes=True),
        AtHome(),
    ]


def test_the_way_leads_back_and_on_again_and_ends_at_its_ends(
    ways: Ways, shown: list[Stop]
) -> None:
    ways.go_home()
    ways.go(AtSaved())
    ways.forward()
    ways.back()
    ways.back()
    ways.forward()

    assert shown == [AtHome(), AtSaved(), AtHome(), AtSaved()]
    assert ways.here == AtSaved()


def test_what_stood_before_the_page_goes_and_the_way_stays(ways: Ways, shown: list[Stop]) -> None:
    ways.open_clause(PHONES)
    ways.show_again()
    ways.back()

    assert shown == [AtClause(PHONES), AtClause(PHONES)]


def test_where_the_way_was_forgotten_the_first_page_is_shown(
    ways: Ways, shown: list[Stop]
) -> None:
    ways.open_clause(PHONES)
    ways.history.forget()
    ways.show_again()

    assert shown[-1] == AtHome()
    assert ways.here is None
