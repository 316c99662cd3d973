"""A small policy in the reader."""

from __future__ import annotations

import pytest

from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import School
from tests.app.social_media import small_school, social_media


@pytest.fixture
def policy() -> Policy:
    return social_media()


@pytest.fixture
def school() -> School:
    return small_school()


@pytest.fixture
def library(policy: Policy, school: School) -> Library:
    return Library(school=school, policies=(policy,))
