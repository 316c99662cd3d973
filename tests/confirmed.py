"""A policy that its reader confirmed in an earlier version, with other words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from handbook.domain.confirming import Confirmation
from handbook.domain.receipt import Receipt
from handbook.state.confirmations import ConfirmationStore
from tests.cases import FIXTURES

PHONES: Path = FIXTURES / "handbook" / "policies" / "phones.md"


def confirm_earlier(kept: ConfirmationStore) -> None:
    """Version 2.0 of the policy on phones, in May, which said something else of photos."""
    text = PHONES.read_text("utf-8")
    text = text.replace('"2.1"', '"2.0"').replace("the display board", "the newsletter")
    time = datetime(2026, 5, 4, tzinfo=UTC)
    receipt = Receipt("phones", "2.0", "d" * 64, "jo", "laptop", time, "0" * 32)
    kept.confirm(Confirmation("phones", "2.0", "d" * 64, date(2026, 5, 4)), text, receipt)
