"""A small handbook to search: ten policies, a flow and some people."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.search.searcher import IndexedSearcher, open_searcher
from tests.search.small import LIBRARY


@pytest.fixture
def searcher(tmp_path: Path) -> IndexedSearcher:
    """A searcher over the small handbook, with its index in a folder of this test."""
    return open_searcher(LIBRARY, tmp_path)
