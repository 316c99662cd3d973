"""The page of rules says what the program does."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_rules_is_as_the_list_in_the_program() -> None:
    page = runpy.run_path(str(ROOT / "build" / "lint_rules.py"))["page"]

    written = (ROOT / "docs" / "lint.md").read_text("utf-8")

    assert written == page(), "run make rules"
