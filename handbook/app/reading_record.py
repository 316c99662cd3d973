"""What a reader has confirmed, as it stands on their own reading record. No Qt.

Only confirmations are in it: what somebody read, looked up or answered is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.app.dates import long_date
from handbook.domain.confirming import Confirmation
from handbook.domain.policy_card import PolicyCard

MY_RECORD = "My reading record"
"""What it is called, on buttons and on paper."""
GONE = "no longer in the handbook"
IN_USE = "the version in use"


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One confirmation in words."""

    title: str
    version: str
    day: str
    now: str
    """How that version stands to the handbook of today."""


def record_rows(
    confirmations: Iterable[Confirmation], cards: Iterable[PolicyCard]
) -> tuple[RecordRow, ...]:
    """Every confirmation, the newest first."""
    known = {card.id: card for card in cards}
    made = ((each.day, _row(each, known.get(each.policy))) for each in confirmations)
    by_title = sorted(made, key=lambda each: each[1].title)
    return tuple(row for _, row in sorted(by_title, key=lambda each: each[0], reverse=True))


def _row(confirmation: Confirmation, card: PolicyCard | None) -> RecordRow:
    now = GONE
    if card is not None:
        same = card.version == confirmation.version
        now = IN_USE if same else f"version {card.version} is in use now"
    return RecordRow(
        card.title if card is not None else confirmation.policy,
        confirmation.version,
        long_date(confirmation.day),
        now,
    )
