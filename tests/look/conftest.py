"""How the pictures are drawn anew."""

from __future__ import annotations

import pytest


@pytest.fixture
def update_looks(request: pytest.FixtureRequest) -> bool:
    """Whether the pictures are drawn instead of compared."""
    return bool(request.config.getoption("--update-looks"))
