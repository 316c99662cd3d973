"""The page that the wizard turns into says nothing of concerns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook import locations
from handbook.app.neutral import neutral_place
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from handbook.markup.library import read_library


def test_the_bundled_content_turns_into_a_policy_that_is_no_route_for_concerns() -> None:
    library = read_library(locations.content())
    place = neutral_place(library)

    assert place is not None
    assert library.policy(place.policy).file.startswith("policies/")
    assert place.policy not in {"whistleblowing", "grievance", "safeguarding"}
    assert place == ClauseRef("data-protection")


def test_without_a_choice_the_plainest_policy_is_taken() -> None:
    library = read_library(locations.content())
    place = neutral_place(replace(library, school=replace(library.school, settings={})))

    assert place is not None
    assert place.policy not in {"whistleblowing", "grievance", "safeguarding"}


@pytest.mark.parametrize("chosen", ["gone", "equality#gone", "not a page"])
def test_a_choice_that_is_not_there_is_passed_over(chosen: str) -> None:
    library = read_library(locations.content())
    school = replace(library.school, settings={"leave-quickly-to": chosen})

    assert neutral_place(replace(library, school=school)) is not None


def test_without_policies_there_is_no_such_page() -> None:
    assert neutral_place(Library()) is None
