"""Blocks that were written on known lines are found on these lines, with all their words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from handbook.markup.policies import read_policy
from tests.markup.written import PAGES, Fact, Page, facts_of

FILE = "policies/p.md"


def check(page: Page) -> None:
    found = facts_of(read_policy(page.text, FILE))

    assert squeezed(found) == squeezed(page.facts), page.text


def squeezed(facts: list[Fact]) -> list[Fact]:
    """Sorted, and with one space for several: how wide a tab is depends on where it stands."""
    return sorted((kind, line, " ".join(words.split())) for kind, line, words in facts)


@given(PAGES)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_block_and_link_is_found_on_its_line(page: Page) -> None:
    check(page)


@pytest.mark.fuzz
@given(PAGES)
@settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_block_of_many_files_is_found_on_its_line(page: Page) -> None:
    check(page)
