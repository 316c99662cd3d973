"""A small policy as a document."""

from __future__ import annotations

import pytest

from handbook.domain.policy import Policy
from handbook.domain.school import School
from tests.app.social_media import small_school, social_media


@pytest.fixture
def policy() -> Policy:
    return social_media()


@pytest.fixture
def school() -> School:
    return small_school()
