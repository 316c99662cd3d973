"""The page that the wizard turns into says nothing of concerns."""

from __future__ import annotations

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
    assert place == ClauseRef(place.policy)


def test_without_policies_there_is_no_such_page() -> None:
    assert neutral_place(Library()) is None
