"""Keeping a confirmation: its text, its digest and its receipt. No Qt."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from handbook.domain.confirming import Confirmation
from handbook.domain.policy import Policy
from handbook.domain.receipt import Receipt
from handbook.domain.school import School
from handbook.domain.text_digest import text_digest
from handbook.state.store import Keeping


class Kept(Protocol):
    """Where confirmations are kept. Writing a confirmation raises NotKept."""

    @property
    def keeping(self) -> Keeping:
        """How long a confirmation lasts."""

    def confirm(self, confirmation: Confirmation, source: str, receipt: Receipt) -> None:
        """Keep a confirmation with its text and its receipt."""

    def has_text(self, policy: str) -> bool:
        """Whether a policy is kept as it was last confirmed."""

    def has_begun(self, policy: str, version: str) -> bool:
        """True where they did."""

    def waiting(self) -> tuple[tuple[str, bytes], ...]:
        """The receipts that have not been copied yet."""


class Recording:
    """Writes down that somebody confirmed a policy, and what they had read.

    `source` gives a policy's Markdown; it may raise OSError.
    """

    def __init__(
        self,
        kept: Kept,
        source: Callable[[Policy], str],
        today: Callable[[], date],
        account: str,
        machine: str,
        *,
        has_folder: bool,
    ) -> None:
        self._kept = kept
        self._source = source
        self._today = today
        self.account = account
        self._machine = machine
        self.has_folder = has_folder

    @property
    def keeping(self) -> Keeping:
        """How long a confirmation lasts on this computer."""
        return self._kept.keeping

    @property
    def waits(self) -> bool:
        """Whether a receipt has not been copied yet."""
        return bool(self._kept.waiting())

    def has_begun(self, policy: Policy) -> bool:
        """True where they did, in this sitting or an earlier one."""
        return self._kept.has_begun(policy.id, policy.version)

    def has_text(self, policy: Policy) -> bool:
        """Whether what was confirmed last can be compared with what is read now."""
        return self._kept.has_text(policy.id)

    def confirm(self, policy: Policy, school: School, now: datetime) -> None:
        """Keep it; raises NotKept, or OSError where the policy's file cannot be read."""
        digest = text_digest(policy, school)
        self._kept.confirm(
            Confirmation(policy.id, policy.version, digest, self._today()),
            self._source(policy),
            Receipt(
                policy=policy.id,
                version=policy.version,
                digest=digest,
                user=self.account,
                machine=self._machine,
                time=now.replace(microsecond=0),
                mark=secrets.token_hex(16),
            ),
        )
