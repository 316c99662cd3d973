"""A long policy for paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.domain.policy import Policy
from handbook.domain.school import School
from tests.app.social_media import small_school, social_media


@pytest.fixture
def school() -> School:
    return small_school()


@pytest.fixture
def long_policy() -> Policy:
    """Twenty times the sections of the small one, each clause with an id of its own."""
    policy = social_media()
    sections = tuple(
        replace(
            section,
            id=f"{section.id}-{turn}",
            clauses=tuple(
                replace(clause, id=f"{clause.id}-{turn}", title=f"{clause.title} ({turn})")
                for clause in section.clauses
            ),
        )
        for turn in range(20)
        for section in policy.sections
    )
    return replace(policy, sections=sections)
