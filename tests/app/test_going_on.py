"""Going on where one stopped: what is kept, and when it is offered."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handbook.app.going_on import GoingOn
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore
from tests.app.social_media import social_media

PUPILS = ClauseRef("social-media", "pupils")
TABLE = ClauseRef("social-media", "table")
LIBRARY = Library(policies=(social_media(),))


@pytest.fixture
def places() -> PlaceStore:
    return PlaceStore.in_memory()


@pytest.fixture
def bookmarks() -> BookmarkStore:
    """One clause of social media is saved."""
    store = BookmarkStore.in_memory()
    now = datetime(2026, 11, 21, tzinfo=UTC)
    store.save(Bookmark(TABLE, "Social media", "1.0", "1.2", "A table", "Words.", now))
    return store


def test_a_place_is_offered_at_one_start(places: PlaceStore, bookmarks: BookmarkStore) -> None:
    GoingOn(places, bookmarks).stopped_at(PUPILS)
    after = GoingOn(places, bookmarks)
    assert after.start(LIBRARY)
    assert after.offered == PUPILS

    assert not GoingOn(places, bookmarks).start(LIBRARY)


@pytest.mark.parametrize("ref", [ClauseRef("visitors", "badge"), ClauseRef("social-media")])
def test_nothing_is_kept_of_a_policy_without_a_saved_clause_or_of_a_title(
    places: PlaceStore, bookmarks: BookmarkStore, ref: ClauseRef
) -> None:
    GoingOn(places, bookmarks).stopped_at(ref)

    assert places.take() is None


def test_whoever_went_elsewhere_is_offered_nothing(
    places: PlaceStore, bookmarks: BookmarkStore
) -> None:
    places.keep(PUPILS)
    going = GoingOn(places, bookmarks)
    going.start(LIBRARY)
    going.no_longer()

    assert going.offered is None


def test_a_clause_that_is_gone_is_not_offered(
    places: PlaceStore, bookmarks: BookmarkStore
) -> None:
    places.keep(ClauseRef("social-media", "gone"))

    assert not GoingOn(places, bookmarks).start(LIBRARY)
